import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { freshPglite } from './pglite.ts';

test('each test file has a database of its own', async () => {
  const [one, two] = [await freshPglite(), await freshPglite()];
  await one.db.execute(sql`create table mine (id int)`);
  await expect(two.db.execute(sql`select * from mine`)).rejects.toThrow();
  await Promise.all([one.close(), two.close()]);
}, 60_000);
