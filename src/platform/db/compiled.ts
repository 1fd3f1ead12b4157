import { type Placeholder, SQL, sql } from 'drizzle-orm';
import { PgDialect, type PgSession, type SelectedFieldsOrdered } from 'drizzle-orm/pg-core';
import type { Db, Tx } from './handle.ts';

/**
 * Statements that run for every request have a text that never changes. Building it again each time costs more
 * processor time than everything else that is done with it, so it is built once.
 */

/** A query builder of Drizzle that answers with `R`. */
type Built<R> = PromiseLike<R> & {
  prepare(name: string): { getQuery(): { sql: string; params: unknown[] } };
};

type Query = {
  readonly text: { readonly sql: string; readonly params: unknown[] };
  readonly fields: SelectedFieldsOrdered | undefined;
  readonly joins: Record<string, boolean> | undefined;
};

type Session = Pick<PgSession, 'prepareQuery'>;
const sessionOf = (handle: Db | Tx): Session => handle._.session;

const placeholders = (count: number): Placeholder[] => Array.from({ length: count }, (_, i) => sql.placeholder(`${i}`));

/**
 * A query whose text is built at its first use and kept. What it answers is decoded as Drizzle decodes it.
 *
 * @param build makes the query for a handle with one placeholder for each value; it must not depend on anything else
 * @returns runs the query on a handle. A value goes through the column that its placeholder stands beside in an insert
 *   or update; elsewhere it goes to the driver as it is
 */
export function compiled<V extends readonly unknown[], R>(
  build: (handle: Db | Tx, ...values: { [I in keyof V]: Placeholder }) => Built<R>,
): (handle: Db | Tx, ...values: V) => Promise<R> {
  let known: Query | undefined;
  return async (handle, ...values) => {
    known ??= read(build(handle, ...(placeholders(values.length) as { [I in keyof V]: Placeholder })));
    const { text, fields, joins } = known;
    const query = sessionOf(handle).prepareQuery({ ...text }, fields, undefined, true);
    // What Drizzle's own builders tell a query with outer joins.
    Reflect.set(query, 'joinsNotNullableMap', joins);
    return query.execute(Object.fromEntries(values.entries())) as Promise<R>;
  };
}

function read(built: Built<unknown>): Query {
  const prepared = built.prepare('');
  return {
    text: prepared.getQuery(),
    fields: Reflect.get(prepared, 'fields') as SelectedFieldsOrdered | undefined,
    joins: Reflect.get(prepared, 'joinsNotNullableMap') as Record<string, boolean> | undefined,
  };
}

/** The text of a statement between its parameters, in order; `values[i]` names the value of the parameter after piece i. */
type Shape = {
  readonly id: number;
  readonly pieces: readonly string[];
  readonly chunks: readonly SQL[];
  readonly values: readonly number[];
};

let shapes = 0;
const dialect = new PgDialect();

/** Two parameters with their `$n` between texts. */
function join(pieces: readonly string[], first: number): string {
  let text = pieces[0] ?? '';
  for (let i = 1; i < pieces.length; i += 1) text += `$${first + i}${pieces[i]}`;
  return text;
}

const texts = new Map<string, string>();
/** Statements that go together come in a few sets; more would be a mistake of the program. */
const MAX_TEXTS = 500;

function textOf(key: string, make: () => string): string {
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = make();
  if (texts.size < MAX_TEXTS) texts.set(key, text);
  return text;
}

/** A statement with a kept text and its values. It stands wherever Drizzle's `sql` stands. */
export class Statement extends SQL {
  readonly shape: Shape;
  readonly params: readonly unknown[];

  constructor(shape: Shape, params: readonly unknown[]) {
    super(shape.chunks.flatMap((chunk, i) => (i === 0 ? [chunk] : [sql.param(params[i - 1]), chunk])));
    this.shape = shape;
    this.params = params;
  }

  override toQuery(): ReturnType<SQL['toQuery']> {
    const { id, pieces } = this.shape;
    return { sql: textOf(`${id}`, () => join(pieces, 0)), params: [...this.params] };
  }
}

/**
 * A statement whose text is built at its first use and kept, to be run or put together with others.
 *
 * @param build makes the statement with one placeholder for each value; it must not depend on anything else
 * @returns the statement with its values, which go to the driver as they are
 */
export function statement<V extends readonly unknown[]>(
  build: (...values: { [I in keyof V]: Placeholder }) => SQL,
): (...values: V) => Statement {
  let shape: Shape | undefined;
  return (...values) => {
    shape ??= shapeOf(build(...(placeholders(values.length) as { [I in keyof V]: Placeholder })));
    return new Statement(
      shape,
      shape.values.map((at) => values[at]),
    );
  };
}

function shapeOf(built: SQL): Shape {
  const { sql: text, params } = dialect.sqlToQuery(built);
  const pieces = text.split(/\$\d+/);
  shapes += 1;
  return {
    id: shapes,
    pieces,
    chunks: pieces.map((piece) => sql.raw(piece)),
    values: params.map((param) => Number((param as Placeholder).name)),
  };
}

/**
 * Several statements as one, `before` and `after` and between them texts of the program itself.
 *
 * @param texts one more than there are statements; part of the key by which the whole text is kept
 */
export function together(around: readonly string[], statements: readonly Statement[]): SQL {
  const key = `${statements.map(({ shape }) => shape.id).join()} ${around.join('\u0000')}`;
  const params = statements.flatMap((one) => one.params);
  const text = textOf(key, () => {
    let [whole, first] = [around[0] ?? '', 0];
    for (const [i, { shape }] of statements.entries()) {
      whole += join(shape.pieces, first) + (around[i + 1] ?? '');
      first += shape.values.length;
    }
    return whole;
  });
  return new Whole(text, params);
}

/**
 * Runs several reads as one statement, in their order: one way to the server. Rows come as JSON, so instants are ISO
 * 8601 texts.
 * @param reads statements that answer with rows, and may hold them
 */
export async function readTogether(tx: Tx, reads: readonly Statement[]): Promise<unknown[][]> {
  const around = reads.map((_, i) => `${i === 0 ? 'select json_build_array((' : ') t), ('}${ROWS}`);
  const answer = (await tx.execute(together([...around, ') t)) as found'], reads))) as unknown as {
    rows: { found: unknown[][] }[];
  };
  return answer.rows[0]?.found ?? [];
}

const ROWS = "select coalesce(json_agg(t), '[]') from (";

/** A finished text with `$1`, `$2` … and its values, for a handle to run. */
export const ready = (text: string, values: readonly unknown[]): SQL => new Whole(text, [...values]);

class Whole extends SQL {
  readonly #query: ReturnType<SQL['toQuery']>;
  constructor(text: string, params: unknown[]) {
    super([]);
    this.#query = { sql: text, params };
  }
  override toQuery(): ReturnType<SQL['toQuery']> {
    return this.#query;
  }
}
