import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { type Statement, statement } from './compiled.ts';

type Insert<T extends PgTable> = T['$inferInsert'];

type Names = readonly { readonly key: string; readonly name: string }[];
/** Rows of a table fill the same few sets of columns again and again. */
const filledBefore = new WeakMap<PgTable, Map<string, Names>>();

/** Database names of the columns that a row fills, in the order of the table. */
function filled(table: PgTable, row: object): Names {
  const keys = Object.keys(row).sort().join();
  const known = filledBefore.get(table)?.get(keys);
  if (known) return known;
  const names = Object.entries(getTableColumns(table))
    .filter(([key]) => key in row)
    .map(([key, column]) => ({ key, name: column.name }));
  filledBefore.set(table, new Map(filledBefore.get(table)).set(keys, names));
  return names;
}

/** The rows as one JSON text under the database's names; instants become ISO 8601. */
export function asRecordset<T extends PgTable>(table: T, rows: readonly Insert<T>[]): string {
  const columns = filled(table, rows[0] ?? {});
  return JSON.stringify(
    rows.map((row) => {
      const named: Record<string, unknown> = {};
      for (const { key, name } of columns) named[name] = row[key as keyof Insert<T>] ?? null;
      return named;
    }),
  );
}

/** The columns that a row fills, for an `insert into t (…) select …`; `from` names where they come from. */
export function columnsOf(table: PgTable, row: object, from?: string): SQL {
  const names = filled(table, row).map(({ name }) => sql.identifier(name));
  return sql.join(from === undefined ? names : names.map((name) => sql`${sql.identifier(from)}.${name}`), sql`, `);
}

const inserts = new WeakMap<PgTable, Map<string, (json: string) => Statement>>();

/**
 * An insert of any number of rows whose text does not depend on their number: they travel as one JSON parameter, so
 * that the server has it parsed and planned once. Rows are inserted in order. Every row fills the same columns as the
 * first; a column that none fills gets the default of the table.
 *
 * @param rows at least one
 * @param tail what follows in the statement, a text of the program itself: `returning id`
 */
export function insertRows<T extends PgTable>(table: T, rows: readonly Insert<T>[], tail = ''): Statement {
  const first = rows[0] ?? {};
  const key = `${Object.keys(first).sort().join()} ${tail}`;
  const known = inserts.get(table) ?? new Map<string, (json: string) => Statement>();
  inserts.set(table, known);
  let insert = known.get(key);
  if (!insert) {
    const columns = columnsOf(table, first);
    insert = statement<[string]>(
      (json) => sql`insert into ${table} (${columns})
    select ${columns} from json_populate_recordset(null::${table}, ${json}::json) ${sql.raw(tail)}`,
    );
    known.set(key, insert);
  }
  return insert(asRecordset(table, rows));
}
