import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

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
    rows.map((row) => Object.fromEntries(columns.map(({ key, name }) => [name, row[key as keyof Insert<T>] ?? null]))),
  );
}

/** The columns that a row fills, for an `insert into t (…) select …`; `from` names where they come from. */
export function columnsOf(table: PgTable, row: object, from?: string): SQL {
  const names = filled(table, row).map(({ name }) => sql.identifier(name));
  return sql.join(from === undefined ? names : names.map((name) => sql`${sql.identifier(from)}.${name}`), sql`, `);
}

/**
 * An insert of any number of rows whose text does not depend on their number: they travel as one JSON parameter, so
 * that the server has it parsed and planned once. Rows are inserted in order. Every row fills the same columns as the
 * first; a column that none fills gets the default of the table.
 *
 * @param rows at least one
 */
export function insertRows<T extends PgTable>(table: T, rows: readonly Insert<T>[]): SQL {
  const columns = columnsOf(table, rows[0] ?? {});
  return sql`insert into ${table} (${columns})
    select ${columns} from json_populate_recordset(null::${table}, ${asRecordset(table, rows)}::json)`;
}
