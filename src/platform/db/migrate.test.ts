import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestDatabase, NO_POSTGRES } from '#test/support/postgres.ts';
import { openDatabase } from './db.ts';
import { hasMigrations, migrateDatabase } from './migrate.ts';

const postgres = await makeTestDatabase();
let folder: string;

async function writeMigrations(count: number): Promise<void> {
  const entries = Array.from({ length: count }, (_, idx) => ({
    idx,
    version: '7',
    when: idx + 1,
    tag: `000${idx}`,
    breakpoints: true,
  }));
  for (const { idx, tag } of entries) {
    await writeFile(
      join(folder, `${tag}.sql`),
      `create table t${idx} (id int);\n--> statement-breakpoint\ninsert into t${idx} values (1);`,
    );
  }
  await mkdir(join(folder, 'meta'), { recursive: true });
  await writeFile(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dawra-migrations-'));
});
afterAll(async () => {
  await postgres?.drop();
  await rm(folder, { recursive: true, force: true });
});

test('the embedded database is brought up to date, and only what is new is done', async () => {
  const database = await openDatabase({ dataDir: '', memory: true });
  expect(hasMigrations(folder)).toBe(false);
  await expect(migrateDatabase(database, { folder })).rejects.toThrow('There are no database migrations');
  await writeMigrations(1);
  await migrateDatabase(database, { folder });
  await writeMigrations(2);
  await migrateDatabase(database, { folder });
  await migrateDatabase(database, { folder });
  expect(
    await database.db.execute(sql`select (select count(*) from t0) as a, (select count(*) from t1) as b`),
  ).toMatchObject({
    rows: [{ a: 1, b: 1 }],
  });
  await database.close();
}, 60_000);

test.skipIf(!postgres)(
  `several processes may migrate PostgreSQL at once, as a role that owns the tables${postgres ? '' : ` (${NO_POSTGRES})`}`,
  async () => {
    if (!postgres) throw new Error(NO_POSTGRES);
    await writeMigrations(2);
    const role = `${new URL(postgres.url).pathname.slice(1)}_app`;
    const admin = new pg.Client({ connectionString: postgres.url });
    await admin.connect();
    await admin.query(`create role ${role} login password 'x'`);
    const appUrl = new URL(postgres.url);
    appUrl.username = role;
    appUrl.password = 'x';
    const databases = await Promise.all([1, 2, 3].map(() => openDatabase({ dataDir: '', url: appUrl.href })));
    await Promise.all(databases.map((database) => migrateDatabase(database, { folder, ownerUrl: postgres.url })));
    const [database] = databases;
    expect(await database?.db.execute(sql`select count(*) as n from t1`)).toMatchObject({ rows: [{ n: 1 }] });
    await expect(database?.db.execute(sql`drop table t1`)).rejects.toThrow();
    for (const open of databases) await open.close();
    await admin.query(`drop owned by ${role}`);
    await admin.query(`drop role ${role}`);
    await admin.end();
  },
  60_000,
);
