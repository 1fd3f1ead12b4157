// `npm test`: rules, commands, pages and contract; PostgreSQL and browser tests where there are such.
// Says in one line each what is skipped and what turns it on, and ends with the counts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';

const POSTGRES = process.env.DAWRA_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const CHROMIUM = process.env.DAWRA_TEST_CHROMIUM ?? '/usr/bin/chromium';

const reachable = (address) =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(address);
    const socket = createConnection({ host: hostname, port: Number(port || 5432), timeout: 1000 });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });

await buildIfNeeded();
const postgres = await reachable(POSTGRES);
const chromium = existsSync(CHROMIUM);
if (!postgres) {
  console.log(
    'skipped: tests on PostgreSQL. Set DAWRA_TEST_POSTGRES=postgres://user@host:port/database to turn them on.',
  );
}
if (!chromium) {
  console.log('skipped: journeys in a browser. Set DAWRA_TEST_CHROMIUM=/path/to/chromium to turn them on.');
}
const folder = mkdtempSync(join(tmpdir(), 'dawra-tests-'));
const report = join(folder, 'report.json');
const env = {
  ...process.env,
  DAWRA_TEST_CHROMIUM: chromium ? CHROMIUM : '',
  ...(postgres && { DAWRA_TEST_POSTGRES: POSTGRES }),
};
const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)];
const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], { stdio: 'inherit', env });
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
}
rmSync(folder, { recursive: true, force: true });
process.exit(run.status ?? 1);
