import { sql } from 'drizzle-orm';
import type { Database } from './handle.ts';
import { forgetAll } from './remember.ts';

/**
 * Empties every table, also those that a trigger keeps from being emptied, and the waiting jobs. For the demo only:
 * its reset is the one place that calls it.
 *
 * @throws when the role does not own the tables
 */
export async function wipe(database: Database): Promise<void> {
  await database.inTransaction(async (tx) => {
    const answer = await tx.execute(sql`select tablename as name from pg_tables where schemaname = 'public'`);
    const names = (answer as unknown as { rows: { name: string }[] }).rows.map((row) => sql.identifier(row.name));
    if (names.length === 0) return;
    for (const name of names) await tx.execute(sql`alter table ${name} disable trigger user`);
    await tx.execute(sql`truncate ${sql.join(names, sql`, `)} restart identity cascade`);
    for (const name of names) await tx.execute(sql`alter table ${name} enable trigger user`);
    await tx.execute(sql`delete from pgboss.job`);
  });
  forgetAll(database.db);
}
