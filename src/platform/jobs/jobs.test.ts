import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeTestDatabase, NO_POSTGRES } from '#test/support/postgres.ts';
import { type Database, openDatabase } from '../db/db.ts';
import { createJobs, DEAD_LETTER_QUEUE, type Jobs } from './jobs.ts';

type Queues = { 'sms.send': { id: string }; 'tick.minute': object; 'fails.once': { id: string }; 'key.only': object };
const QUEUES = {
  'sms.send': {},
  'tick.minute': {},
  'fails.once': { retryDelay: 1, retryBackoff: false, retryLimit: 1 },
  'key.only': { policy: 'short' as const },
};

const postgres = await makeTestDatabase();
const KINDS = [
  { skip: false, title: 'the embedded database', open: () => openDatabase({ dataDir: '', memory: true }) },
  {
    skip: !postgres,
    title: postgres ? 'PostgreSQL' : `PostgreSQL (${NO_POSTGRES})`,
    open: () => openDatabase({ dataDir: '', url: postgres?.url }),
  },
];
afterAll(async () => postgres?.drop());

const soon = { timeout: 20_000, interval: 50 };

for (const { skip, title, open } of KINDS) {
  describe.skipIf(skip)(`jobs on ${title}`, () => {
    let database: Database;
    let jobs: Jobs<Queues>;
    beforeAll(async () => {
      database = await open();
    }, 60_000);
    afterEach(() => jobs.stop());
    afterAll(() => database.close());

    const waiting = async (queue: string): Promise<unknown[]> => {
      const found = await database.db.execute(
        sql`select data from pgboss.job where name = ${queue} order by created_on`,
      );
      return (found as unknown as { rows: { data: unknown }[] }).rows.map((row) => row.data);
    };

    test('a job exists if, and only if, its transaction commits', async () => {
      jobs = createJobs<Queues>(database, { queues: QUEUES });
      await jobs.start({ work: false });
      await database.inTransaction((tx) => jobs.enqueue(tx, 'sms.send', { id: 'kept' }));
      const failing = database.inTransaction(async (tx) => {
        await jobs.enqueue(tx, 'sms.send', { id: 'lost' });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await waiting('sms.send')).toEqual([{ id: 'kept' }]);
    }, 60_000);

    test('a worker started later runs what waits, and each job once', async () => {
      const seen: string[] = [];
      jobs = createJobs<Queues>(database, { queues: QUEUES });
      jobs.work('sms.send', async ({ id }) => void seen.push(id), { pollSeconds: 0.5, batch: 5 });
      await jobs.start({ work: true });
      await database.inTransaction(async (tx) => {
        for (const id of ['a', 'b', 'c']) await jobs.enqueue(tx, 'sms.send', { id });
      });
      await vi.waitFor(() => expect([...seen].sort()).toEqual(['a', 'b', 'c', 'kept']), soon);
    }, 60_000);

    test('a job that fails is repeated, and after its last attempt lies with the dead letters', async () => {
      const attempts: string[] = [];
      const heard: string[] = [];
      jobs = createJobs<Queues>(database, {
        queues: QUEUES,
        onJobError: (name, _id, error) => heard.push(`${name}: ${error instanceof Error ? error.message : ''}`),
      });
      jobs.work(
        'fails.once',
        async ({ id }) => {
          attempts.push(id);
          if (id === 'hopeless' || attempts.filter((one) => one === id).length === 1) throw new Error('gateway down');
        },
        { pollSeconds: 0.5, batch: 2 },
      );
      await jobs.start({ work: true });
      await database.inTransaction(async (tx) => {
        await jobs.enqueue(tx, 'fails.once', { id: 'once' });
        await jobs.enqueue(tx, 'fails.once', { id: 'hopeless' });
      });
      await vi.waitFor(async () => expect(await waiting(DEAD_LETTER_QUEUE)).toEqual([{ id: 'hopeless' }]), soon);
      await vi.waitFor(() => expect([...attempts].sort()).toEqual(['hopeless', 'hopeless', 'once', 'once']), soon);
      expect(new Set(heard)).toEqual(new Set(['fails.once: gateway down']));
    }, 60_000);

    test('a queue of policy short keeps one waiting job of a key', async () => {
      jobs = createJobs<Queues>(database, { queues: QUEUES });
      await jobs.start({ work: false });
      await database.inTransaction(async (tx) => {
        for (const key of ['x', 'x', 'y']) await jobs.enqueue(tx, 'key.only', { key }, { singletonKey: key });
      });
      expect(await waiting('key.only')).toEqual([{ key: 'x' }, { key: 'y' }]);
    }, 60_000);

    test('a job of every minute is planned once, however often the program starts', async () => {
      for (let start = 0; start < 2; start += 1) {
        jobs = createJobs<Queues>(database, { queues: QUEUES });
        jobs.everyMinute('tick.minute');
        await jobs.start({ work: true });
        const plan = await database.db.execute(sql`select name, cron from pgboss.schedule`);
        expect(plan).toMatchObject({ rows: [{ name: 'tick.minute', cron: '* * * * *' }] });
        await jobs.stop();
      }
    }, 60_000);

    test('an unknown queue, or one not started, is refused inside a transaction without waiting', async () => {
      jobs = createJobs<Queues>(database, { queues: QUEUES });
      await expect(database.inTransaction((tx) => jobs.enqueue(tx, 'sms.send', { id: 'x' }))).rejects.toThrow(
        'started',
      );
      const mistyped = createJobs<{ other: object }>(database, { queues: { other: {} } });
      await expect(database.inTransaction((tx) => mistyped.enqueue(tx, 'none' as 'other', {}))).rejects.toThrow('none');
    });
  });
}

test.skipIf(!postgres)(
  `a role that may not alter tables runs jobs after the owner installed them${postgres ? '' : ` (${NO_POSTGRES})`}`,
  async () => {
    const own = await makeTestDatabase();
    if (!own) throw new Error(NO_POSTGRES);
    const role = `${new URL(own.url).pathname.slice(1)}_app`;
    const admin = new pg.Client({ connectionString: own.url });
    await admin.connect();
    await admin.query(`create role ${role} login password 'x'`);
    const appUrl = new URL(own.url);
    appUrl.username = role;
    appUrl.password = 'x';
    const database = await openDatabase({ dataDir: '', url: appUrl.href });
    const seen: string[] = [];
    const jobs = createJobs<Queues>(database, { queues: QUEUES, ownerUrl: own.url });
    jobs.work('sms.send', async ({ id }) => void seen.push(id), { pollSeconds: 0.5 });
    jobs.everyMinute('tick.minute');
    await jobs.start({ work: true });
    await database.inTransaction((tx) => jobs.enqueue(tx, 'sms.send', { id: 'a' }));
    await vi.waitFor(() => expect(seen).toEqual(['a']), soon);
    await expect(database.db.execute(sql`alter table pgboss.job add column x int`)).rejects.toThrow();
    await jobs.stop();
    await database.close();
    await admin.query(`drop owned by ${role}`);
    await admin.query(`drop role ${role}`);
    await admin.end();
    await own.drop();
  },
  60_000,
);
