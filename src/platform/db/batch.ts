import { is, SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { Statement, together } from './compiled.ts';
import type { Tx } from './handle.ts';

/**
 * Writes that do not need each other's results, sent as one statement: one way to the server instead of many.
 * No two of them may touch the same row.
 */
export type Batch = {
  /**
   * An insert or update that must touch rows; it ends in `returning`.
   * @param rows how many at least; 1 unless told
   * @param name by which the last write may read what this one returns: a plain word
   */
  add(write: SQLWrapper, options?: { readonly rows?: number; readonly name?: string }): void;
  /**
   * Runs all writes with one more, which inserts rows with a whole-number `id`.
   * @param last an insert that returns `id`
   * @returns the ids of `last`, ascending
   * @throws Error when one of the writes touched fewer rows than it must: nothing is kept
   */
  runWith(tx: Tx, last: SQLWrapper): Promise<number[]>;
};

type Write = { readonly write: SQLWrapper; readonly rows: number; readonly name: string };

/** Drizzle's builders bring their brackets with them, plain SQL does not. */
const bracketed = (write: SQLWrapper): SQLWrapper => (is(write, SQL) ? sql`(${write})` : write);

/** What follows the writes: how many rows each touched, and the ids of the last. */
const answerOf = (names: readonly string[]): string => {
  const counts = names.map((name) => `(select count(*) from "${name}")`);
  return `select json_build_array(${counts.join(', ')}) as touched,
    (select coalesce(json_agg(id order by id), '[]') from ids) as ids`;
};

export function createBatch(): Batch {
  const writes: Write[] = [];
  return {
    add: (write, { rows = 1, name = `w${writes.length}` } = {}) => void writes.push({ write, rows, name }),
    async runWith(tx, last) {
      const answer = (await tx.execute(asOne(writes, last))) as unknown as {
        rows: { touched: number[]; ids: number[] }[];
      };
      const [row] = answer.rows;
      const complete = row && writes.every(({ rows }, i) => (row.touched[i] ?? 0) >= rows);
      if (!complete) throw new Error('a row that changes does not exist');
      return row.ids;
    },
  };
}

function asOne(writes: readonly Write[], last: SQLWrapper): SQL {
  const names = writes.map(({ name }) => name);
  const all = [...writes.map(({ write }) => write), last];
  const known = all.filter((write) => write instanceof Statement);
  if (known.length === all.length) {
    const between = [...names, 'ids'].map((name, i) => `${i === 0 ? 'with' : '),'} "${name}" as (`);
    return together([...between, `) ${answerOf(names)}`], known);
  }
  const parts = writes.map(({ name, write }) => sql`${sql.identifier(name)} as ${bracketed(write)}`);
  return sql`with ${sql.join([...parts, sql`ids as ${bracketed(last)}`], sql`, `)} ${sql.raw(answerOf(names))}`;
}
