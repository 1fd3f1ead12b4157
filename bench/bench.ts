import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { startServer } from '#test/support/server.ts';
import { fireFor, type Load } from './load.ts';
import { makeTestDatabase, prepareReference, referenceTps, settingOf } from './postgres.ts';
import { openOfferings, prepareSubmissions, submitAll } from './submissions.ts';

const quick = process.argv.includes('--quick');
const COUNT = quick ? 400 : 3000;
const SECONDS = quick ? 2 : 8;
const PAGES = quick ? 500 : 6000;

const round = (n: number, digits = 1): string => n.toFixed(digits);
const line = (what: string, figures: string): void => console.log(`${what.padEnd(58)} ${figures}`);
const load = (l: Load): string =>
  `${round(l.perSecond)}/s  p50 ${round(l.p50)}  p95 ${round(l.p95)}  p99 ${round(l.p99)} ms  ${JSON.stringify(l.statuses)}`;

/** Accepted requests per second beside what the bare database does in the same minutes. */
async function submissions(base: string, url: string): Promise<void> {
  for (const offerings of [200, 1]) {
    const ids = await openOfferings(base, offerings);
    const shots = await prepareSubmissions(base, ids, COUNT, offerings * 1000);
    const before = referenceTps(url, offerings, SECONDS);
    const result = await submitAll(base, shots);
    const after = referenceTps(url, offerings, SECONDS);
    const reference = (before + after) / 2;
    line(`requests over ${offerings} offering(s), 8 clients`, load(result));
    line(
      `  bare database, the same row pattern`,
      `${round(reference)}/s (${round(before)} before, ${round(after)} after)`,
    );
    line(`  ratio`, round(result.perSecond / reference, 3));
  }
}

/** Pages per second beside a bare node:http page of the same size. */
async function pages(base: string): Promise<void> {
  const { body, bytes } = await firstView(base);
  const bare = createServer((_, res) => res.setHeader('content-type', 'text/html').end(body));
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const address = bare.address();
  const bareBase = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
  const shot = { path: '/courses', headers: { 'accept-encoding': 'gzip' } };
  await fireFor(base, shot, 8, 200);
  const ours = await fireFor(base, shot, 8, PAGES);
  const theirs = await fireFor(bareBase, shot, 8, PAGES);
  bare.close();
  line('catalogue page, 8 clients', load(ours));
  line('  bare node:http page of the same size', load(theirs));
  line('  ratio', round(ours.perSecond / theirs.perSecond, 3));
  line('first view of the catalogue (HTML, style, fonts, scripts)', bytes);
}

/** Everything that a first view of the catalogue transfers, as a browser without a cache asks for it. */
async function firstView(base: string): Promise<{ body: string; bytes: string }> {
  const response = await fetch(`${base}/courses`, { headers: { 'accept-encoding': 'br' } });
  const body = await response.text();
  const html = Number(response.headers.get('content-length') ?? Buffer.byteLength(body));
  const assets = [
    ...new Set(
      [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"|url\(["']?(\/assets\/[^)"']+)/g)].map(
        (m) => m[1] ?? m[2] ?? '',
      ),
    ),
  ];
  let total = html;
  for (const path of assets) {
    const asset = await fetch(base + path, { headers: { 'accept-encoding': 'br' } });
    total += Number(asset.headers.get('content-length') ?? (await asset.arrayBuffer()).byteLength);
  }
  return {
    body,
    bytes: `${round(total / 1024)} KiB in ${1 + assets.length} requests (at most: all fonts counted); HTML ${round(html / 1024)} KiB`,
  };
}

const residentMb = (pid: number | undefined): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function startUp(): Promise<void> {
  const at = performance.now();
  const server = await startServer({ DAWRA_DEMO: '1', DATABASE_URL: '', LOG_LEVEL: 'error' });
  line('start to first page, new embedded database with demo data', `${round((performance.now() - at) / 1000)} s`);
  line('  memory of the process', `${round(residentMb(server.child.pid), 0)} MiB`);
  const { dataDir } = server;
  await server.kill();
  const again = performance.now();
  const second = await startServer({ DAWRA_DEMO: '1', DATABASE_URL: '', LOG_LEVEL: 'error', DAWRA_DATA_DIR: dataDir });
  line('start to first page, existing embedded database', `${round((performance.now() - again) / 1000)} s`);
  await second.stop();
}

async function main(): Promise<void> {
  await startUp();
  const [database, reference] = [await makeTestDatabase(), await makeTestDatabase()];
  if (!database || !reference) {
    console.log('skipped: PostgreSQL is not reachable; set DAWRA_TEST_POSTGRES=postgres://user@host:port/database.');
    return;
  }
  await prepareReference(reference.url);
  line(
    'PostgreSQL',
    `fsync ${await settingOf(database.url, 'fsync')}, synchronous_commit ${await settingOf(database.url, 'synchronous_commit')}`,
  );
  const server = await startServer({ DAWRA_DEMO: '1', DATABASE_URL: database.url, LOG_LEVEL: 'error' });
  try {
    await submissions(server.base, reference.url);
    await pages(server.base);
    line('memory of the process on PostgreSQL', `${round(residentMb(server.child.pid), 0)} MiB`);
  } finally {
    await server.stop();
    await database.drop();
    await reference.drop();
  }
}

await main();
