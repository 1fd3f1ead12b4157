import { eq, sql } from 'drizzle-orm';
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/vault/random.ts';
import { makeTestDatabase } from '#test/support/postgres.ts';
import { createBatch } from './batch.ts';
import { compiled, readTogether, ready, statement } from './compiled.ts';
import { type Database, openDatabase } from './db.ts';
import { insertRows } from './recordset.ts';

const owners = pgTable('owner', { id: uuid().primaryKey(), name: text().notNull() });
const things = pgTable('thing', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  owner: uuid().references(() => owners.id),
  title: text().notNull(),
  at: timestamp('made_at', { withTimezone: true }),
});

const postgres = await makeTestDatabase();
const kinds = postgres ? (['pglite', 'postgres'] as const) : (['pglite'] as const);

describe.each(kinds)('statements with a kept text on %s', (kind) => {
  let database: Database;
  const owner = newId();
  const at = new Date('2026-02-03T04:05:06.789Z');
  beforeAll(async () => {
    database = await openDatabase({
      dataDir: '',
      memory: kind === 'pglite',
      ...(kind === 'postgres' && { url: postgres?.url }),
    });
    await database.db.execute(sql`create table owner (id uuid primary key, name text not null)`);
    await database.db.execute(sql`create table thing (id int generated always as identity primary key,
      owner uuid references owner(id), title text not null, made_at timestamptz)`);
    await database.db.insert(owners).values({ id: owner, name: 'منى' });
    await database.db.insert(things).values([
      { owner, title: 'a', at },
      { owner: null, title: 'b' },
    ]);
  });
  afterAll(async () => {
    await database.close();
    if (kind === 'postgres') await postgres?.drop();
  });

  const withOwner = compiled<[string], { thing: typeof things.$inferSelect; owner: { name: string } | null }[]>(
    (handle, title) =>
      handle
        .select({ thing: things, owner: { name: owners.name } })
        .from(things)
        .leftJoin(owners, eq(owners.id, things.owner))
        .where(sql`${things.title} = ${title}`),
  );

  test('a select answers as it does without, for each value, inside and outside a transaction', async () => {
    expect(await withOwner(database.db, 'a')).toEqual([
      { thing: { id: 1, owner, title: 'a', at }, owner: { name: 'منى' } },
    ]);
    const inside = await database.inTransaction((tx) => withOwner(tx, 'b'));
    expect(inside).toEqual([{ thing: { id: 2, owner: null, title: 'b', at: null }, owner: null }]);
    expect(await withOwner(database.db, "x' or true --")).toEqual([]);
  });

  test('an update goes through the columns of its placeholders', async () => {
    const move = compiled<[Date, string], { at: Date | null }[]>((handle, when, title) =>
      handle
        .update(things)
        .set({ at: sql`${when}` })
        .where(eq(things.title, title))
        .returning({ at: things.at }),
    );
    const later = new Date('2026-03-01T00:00:00Z');
    expect(await move(database.db, later, 'b')).toEqual([{ at: later }]);
  });

  test('statements are put together with their values in order, whichever value stands twice', async () => {
    const twice = statement<[string, string]>((a, b) => sql`select ${b}::text as b, ${a}::text as a, ${b}::text as c`);
    const read = statement<[string]>((title) => sql`select id, made_at as at from ${things} where title = ${title}`);
    const found = await database.inTransaction((tx) => readTogether(tx, [twice('1', '2'), read('a'), read('none')]));
    expect(found).toEqual([[{ b: '2', a: '1', c: '2' }], [{ id: 1, at: expect.stringContaining('2026-02-03') }], []]);
    const embedded = await database.db.execute(sql`select * from (${twice('x', 'y')}) as t where a = ${'x'}`);
    expect((embedded as unknown as { rows: unknown[] }).rows).toEqual([{ b: 'y', a: 'x', c: 'y' }]);
    const finished = await database.db.execute(ready('select $1::int + $2::int as sum', [1, 2]));
    expect((finished as unknown as { rows: unknown[] }).rows).toEqual([{ sum: 3 }]);
  });

  test('a batch of kept statements keeps all rows or none', async () => {
    const [one, two] = [newId(), newId()];
    const add = (rows: number) => {
      const batch = createBatch();
      batch.add(insertRows(owners, [{ id: rows === 1 ? one : two, name: 'x' }], 'returning id'), { rows });
      return (title: string) =>
        database.inTransaction((tx) => batch.runWith(tx, insertRows(things, [{ title }], 'returning id')));
    };
    expect(await add(1)('kept')).toHaveLength(1);
    await expect(add(2)('lost')).rejects.toThrow('a row that changes does not exist');
    expect(await withOwner(database.db, 'kept')).toHaveLength(1);
    expect(await withOwner(database.db, 'lost')).toHaveLength(0);
  });
});
