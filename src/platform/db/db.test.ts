import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeTestDatabase, NO_POSTGRES, type TestDatabase } from '#test/support/postgres.ts';
import { instant } from './columns.ts';
import { type Database, openDatabase } from './db.ts';
import { checkViolation, isConnectionError, uniqueViolation } from './errors.ts';

const seat = pgTable('seat', {
  number: integer('number').primaryKey(),
  holder: text('holder'),
  takenAt: instant('taken_at'),
  total: bigint('total', { mode: 'number' }),
});
const CREATE = sql`create table seat (number integer primary key, holder text constraint seat_holder unique,
  taken_at timestamptz(3), total bigint, constraint seat_positive check (number > 0))`;

const postgres: TestDatabase | undefined = await makeTestDatabase();
afterAll(async () => postgres?.drop());

const KINDS = [
  {
    kind: 'pglite',
    skip: false,
    title: 'the embedded database',
    open: () => openDatabase({ dataDir: '', memory: true }),
  },
  {
    kind: 'postgres',
    skip: !postgres,
    title: postgres ? 'PostgreSQL' : `PostgreSQL (${NO_POSTGRES})`,
    open: () => openDatabase({ dataDir: '', url: postgres?.url }),
  },
];

for (const { kind, skip, title, open } of KINDS) {
  describe.skipIf(skip)(title, () => {
    let database: Database;
    beforeAll(async () => {
      database = await open();
      await database.db.execute(CREATE);
    }, 60_000);
    afterAll(() => database.close());

    test('answers', async () => {
      expect(database.kind).toBe(kind);
      await database.ping();
    });

    test('keeps what a transaction wrote, with instants to the millisecond and large whole numbers as numbers', async () => {
      const takenAt = new Date('2026-09-01T08:00:00.123Z');
      await database.inTransaction((tx) => tx.insert(seat).values({ number: 1, holder: 'a', takenAt, total: 9e15 }));
      expect(await database.db.select().from(seat)).toEqual([{ number: 1, holder: 'a', takenAt, total: 9e15 }]);
      const raw = await database.db.execute(sql`select count(*) as n from seat`);
      expect(raw).toMatchObject({ rows: [{ n: 1 }] });
    });

    test('forgets what a failed transaction wrote', async () => {
      const failing = database.inTransaction(async (tx) => {
        await tx.insert(seat).values({ number: 2 });
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await database.db.$count(seat)).toBe(1);
    });

    test('refuses the root handle inside a transaction, at once and in every way', async () => {
      const inside = (use: (db: Database) => unknown) => database.inTransaction(async () => use(database));
      await expect(inside(({ db }) => db.select().from(seat))).rejects.toThrow('Inside a transaction use tx');
      await expect(inside(({ db }) => db.insert(seat).values({ number: 9 }))).rejects.toThrow('use tx');
      await expect(inside(({ db }) => db.execute(sql`select 1`))).rejects.toThrow('use tx');
      await expect(inside(({ db }) => db.$count(seat))).rejects.toThrow('use tx');
      await expect(inside(({ db }) => db.transaction(async () => 1))).rejects.toThrow('use tx');
      await expect(inside((all) => all.inTransaction(async () => 1))).rejects.toThrow('use tx');
    });

    test('frees the root handle when the transaction has ended, also for work started inside it', async () => {
      let later: Promise<number> | undefined;
      let release = (): void => undefined;
      const ended = new Promise<void>((resolve) => {
        release = resolve;
      });
      await database.inTransaction(async () => {
        later = ended.then(() => database.db.$count(seat));
      });
      release();
      expect(await later).toBe(1);
    });

    test('a savepoint inside the transaction is not refused', async () => {
      const result = await database.inTransaction((tx) => tx.transaction(async (inner) => inner.$count(seat)));
      expect(result).toBe(1);
    });

    test.each(['40001', '40P01'])('repeats a transaction that met %s', async (code) => {
      let runs = 0;
      const raise = sql.raw(`do $$ begin raise exception 'conflict' using errcode = '${code}'; end $$`);
      const answer = await database.inTransaction(async (tx) => {
        runs += 1;
        if (runs < 4) await tx.execute(raise);
        return runs;
      });
      expect(answer).toBe(4);
      runs = -100;
      await expect(database.inTransaction(async (tx) => tx.execute(raise))).rejects.toThrow();
    });

    test('names the constraint that was violated', async () => {
      const clash = await database.db
        .insert(seat)
        .values({ number: 5, holder: 'a' })
        .catch((error: unknown) => error);
      expect(uniqueViolation(clash)).toBe('seat_holder');
      expect(checkViolation(clash)).toBeUndefined();
      const negative = await database.db
        .insert(seat)
        .values({ number: -5 })
        .catch((error: unknown) => error);
      expect(checkViolation(negative)).toBe('seat_positive');
      expect(uniqueViolation(negative)).toBeUndefined();
      expect(isConnectionError(negative)).toBe(false);
    });

    test('closes twice without complaint, and a query after that is a connection error', async () => {
      const other = await open();
      await other.ping();
      await other.close();
      await other.close();
      expect(isConnectionError(await other.db.$count(seat).catch((error: unknown) => error))).toBe(true);
    });
  });
}

test('a PostgreSQL that does not answer is a connection error', async () => {
  const database = await openDatabase({ dataDir: '', url: 'postgres://nobody@127.0.0.1:1/none' });
  expect(isConnectionError(await database.ping().catch((error: unknown) => error))).toBe(true);
  expect(isConnectionError(await database.db.$count(seat).catch((error: unknown) => error))).toBe(true);
  await database.close();
});

test.skipIf(!postgres)(
  `PostgreSQL ends a connection and the program goes on${postgres ? '' : ` (${NO_POSTGRES})`}`,
  async () => {
    const heard: Error[] = [];
    const database = await openDatabase({ dataDir: '', url: postgres?.url, onError: (error) => heard.push(error) });
    const killed = database.inTransaction((tx) => tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`));
    expect(isConnectionError(await killed.catch((error: unknown) => error))).toBe(true);
    await database.ping();
    await database.close();
  },
);

describe('the folder of the embedded database', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'dawra-db-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  test('is kept for one opener, closed to others, and holds the rows at the next opening', async () => {
    const first = await openDatabase({ dataDir });
    await first.db.execute(CREATE);
    await first.inTransaction((tx) => tx.insert(seat).values({ number: 1 }));
    await expect(openDatabase({ dataDir })).rejects.toThrow(
      `Another process (pid ${process.pid}) already uses the data folder`,
    );
    await first.close();

    const second = await openDatabase({ dataDir });
    expect(await second.db.$count(seat)).toBe(1);
    await second.close();
    expect((await stat(join(dataDir, 'pglite'))).mode & 0o077).toBe(0);
  }, 60_000);
});
