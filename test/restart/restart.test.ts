import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { childEnvironment } from '#platform/config/config.ts';
import { randomFrom } from '#test/races/field.ts';
import { Driver } from '#test/support/driver.ts';
import { makeTestDatabase, NO_POSTGRES } from '#test/support/postgres.ts';
import { freePort, type RunningServer, startServer } from '#test/support/server.ts';
import { cuttableWay } from './cuttable.ts';
import { killAndRestart } from './kills.ts';

const KILLS = 2;
const SEED = 7;
const LONG = 180_000;

const postgres = await makeTestDatabase();
const cutPostgres = await makeTestDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'dawra-restart-'));
const settings = { DAWRA_DEMO: '1', LOG_LEVEL: 'error', DAWRA_DATA_DIR: dataDir };

let server: RunningServer | undefined;
let starts = 0;
const start = async (more: Record<string, string> = {}): Promise<Driver> => {
  server = await startServer({ ...settings, ...more });
  starts += 1;
  return new Driver(server.base, undefined, 800_000 + 1000 * starts);
};
afterEach(async () => {
  if (server?.child.exitCode === null && server.child.signalCode === null) await server.kill();
});
afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true });
  await postgres?.drop();
  await cutPostgres?.drop();
});

describe('a process that is killed', () => {
  it(
    'while it loads the demo data: the next start loads it whole',
    async () => {
      const port = await freePort();
      const child = spawn(process.execPath, ['dist/main.js', 'all'], {
        env: childEnvironment({ ...settings, PORT: String(port) }),
        stdio: 'ignore',
      });
      const live = () =>
        fetch(`http://127.0.0.1:${port}/health/live`).then(
          (r) => r.ok,
          () => false,
        );
      while (!(await live())) await sleep(50);
      await sleep(1200);
      const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
        (r) => r.ok,
        () => false,
      );
      child.kill('SIGKILL');
      await new Promise((done) => child.once('exit', done));
      expect(ready, 'the kill came too late to tell anything').toBe(false);

      const d = await start();
      expect((await d.must<unknown[]>('GET', '/demo/offerings.json')).length).toBe(22);
      await server?.stop();
    },
    LONG,
  );

  it(
    'loses nothing that it acknowledged, sends nothing twice, and leaves consistent data (embedded database)',
    async () => {
      const report = await killAndRestart(settings, KILLS, randomFrom(SEED));
      expect(report.found).toEqual([]);
      expect(report.requests).toBeGreaterThan(0);
    },
    LONG,
  );

  it(
    'keeps the clock where it was, and does on return what became due while it was away',
    async () => {
      let d = await start();
      const o = await d.offering({ courseCode: 'C01', min: 3, max: 4, inDays: 20 });
      const a = await d.apply(o.id);
      await d.goTo(new Date(Date.parse(o.decisionAt) - 2000));
      const before = await d.now();
      await server?.kill();
      await sleep(2500);
      d = await start();
      expect((await d.now()).getTime()).toBeGreaterThan(before.getTime());
      expect((await d.offeringState(o.id)).state).toBe('postponed');
      expect((await d.smsOf(a)).at(-1)).toMatchObject({ clause: '5', state: 'sent' });
      await server?.stop();
    },
    LONG,
  );

  it(
    'in the middle of a long step of the clock does not go back in time, and does each thing once',
    async () => {
      let d = await start();
      const o = await d.offering({ courseCode: 'C01', min: 3, max: 4, inDays: 10 });
      const a = await d.apply(o.id);
      const before = await d.now();
      const step = d.advance('P40D').catch(() => undefined);
      await sleep(700);
      await server?.kill();
      await step;
      d = await start();
      expect((await d.now()).getTime()).toBeGreaterThanOrEqual(before.getTime());
      await d.goTo(new Date(Math.max((await d.now()).getTime() + 1000, Date.parse(o.startsAt))));
      expect((await d.smsOf(a)).map((m) => m.clause)).toEqual([null, '5']);
      const latest = Math.max(...(await d.messages()).map((m) => Date.parse(m.queuedAt)));
      expect((await d.now()).getTime()).toBeGreaterThanOrEqual(latest);
      await server?.stop();
    },
    LONG,
  );

  it.skipIf(!postgres)(
    `loses nothing that it acknowledged (PostgreSQL)${postgres ? '' : ` (${NO_POSTGRES})`}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'dawra-restart-'));
      const report = await killAndRestart(
        { DAWRA_DATA_DIR: folder, DATABASE_URL: postgres?.url ?? '' },
        KILLS,
        randomFrom(SEED),
      );
      rmSync(folder, { recursive: true, force: true });
      expect(report.found).toEqual([]);
      expect(report.requests).toBeGreaterThan(0);
    },
    LONG,
  );
});

describe('the embedded database', () => {
  it(
    'refuses a second process on its folder, in one clear sentence',
    async () => {
      await start();
      const second = spawn(process.execPath, ['dist/main.js', 'all'], {
        env: childEnvironment({ ...settings, PORT: String(await freePort()) }),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let said = '';
      for (const stream of [second.stdout, second.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
      const code = await new Promise((done) => second.once('exit', done));
      expect(code).toBe(1);
      expect(said.trim()).toMatch(
        /^Another process \(pid \d+\) already uses the data folder .+\. Stop it first, or .+\.$/,
      );
      await server?.stop();
    },
    LONG,
  );
});

describe.skipIf(!cutPostgres)(`PostgreSQL that goes away${cutPostgres ? '' : ` (${NO_POSTGRES})`}`, () => {
  it(
    'is met with a calm 503; readiness fails, and all is well again by itself',
    async () => {
      const real = new URL(cutPostgres?.url ?? '');
      const way = await cuttableWay(real.hostname, Number(real.port || 5432));
      const through = new URL(real);
      through.hostname = '127.0.0.1';
      through.port = String(way.port);
      const d = await start({ DATABASE_URL: through.href });
      const o = await d.offering({ courseCode: 'C01', min: 2, max: 9 });
      const a = await d.apply(o.id);

      way.cut();
      const person = d.person();
      for (let i = 0; i < 2; i += 1) {
        const page = await d.call<string>('GET', '/courses');
        expect(page.status).toBe(503);
        expect(page.body).toContain('</html>');
        expect(page.headers.get('retry-after')).not.toBeNull();
        expect((await d.call('GET', '/health/ready')).status).toBe(503);
        expect((await d.call('GET', '/health/live')).status).toBe(200);
        const api = await d.call('POST', '/api/v1/otp', { mobile: person.mobile });
        expect([api.status, api.body['code']]).toEqual([503, 'database_down']);
      }
      way.mend();
      for (let i = 0; i < 100 && (await d.call('GET', '/health/ready')).status !== 200; i += 1) await sleep(100);
      expect((await d.call('GET', '/courses')).status).toBe(200);
      const b = await d.apply(o.id);
      for (const one of [a, b]) expect((await d.status(one)).state).toBe('confirmed');
      for (let i = 0; i < 300 && (await d.smsOf(b)).some((m) => m.state !== 'sent'); i += 1) await sleep(100);
      expect((await d.smsOf(b)).map((m) => [m.clause, m.state])).toEqual([['6.1', 'sent']]);
      await server?.stop();
      await way.close();
    },
    LONG,
  );
});
