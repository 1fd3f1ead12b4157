import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Tx } from './handle.ts';

/**
 * Writes that do not need each other's results, sent as one statement: one way to the server instead of many.
 * No two of them may touch the same row.
 */
export type Batch = {
  /** An insert or update that must touch a row; built with `.returning(…)`. */
  add(write: SQLWrapper): void;
  /**
   * Runs all writes with one more, which inserts rows with a whole-number `id`.
   * @param last an insert built with `.returning({ id })`
   * @returns the ids of `last`, ascending
   * @throws Error when one of the writes touched no row: nothing is kept
   */
  runWith(tx: Tx, last: SQLWrapper): Promise<number[]>;
};

export function createBatch(): Batch {
  const writes: SQLWrapper[] = [];
  return {
    add: (write) => void writes.push(write),
    async runWith(tx, last) {
      const names = writes.map((_, i) => sql.identifier(`w${i}`));
      const parts: SQL[] = writes.map((write, i) => sql`${names[i]} as ${write}`);
      const touched = names.map((name) => sql`(select count(*) from ${name})`);
      const all = touched.length === 0 ? sql`true` : sql`least(${sql.join(touched, sql`, `)}) > 0`;
      const query = sql`with ${sql.join([...parts, sql`ids as ${last}`], sql`, `)}
        select ${all} as complete, (select coalesce(json_agg(id order by id), '[]') from ids) as ids`;
      const answer = (await tx.execute(query)) as unknown as { rows: { complete: boolean; ids: number[] }[] };
      const [row] = answer.rows;
      if (!row?.complete) throw new Error('a row that changes does not exist');
      return row.ids;
    },
  };
}
