import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { ConstructorOptions } from 'pg-boss';

/** The root handle, the same for both databases. Reads take it; writes take a `Tx`. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** An open transaction. Every function that writes takes one, first. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

export type Database = {
  /** For reads outside a transaction. Touching it inside `inTransaction` throws. */
  readonly db: Db;
  readonly kind: 'pglite' | 'postgres';
  /**
   * Runs `fn` in one transaction: it commits when `fn` returns, rolls back when `fn` throws. A serialization
   * failure or a deadlock repeats `fn` from the start, up to 3 times, so `fn` touches nothing but the database.
   */
  inTransaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** @throws when the database does not answer */
  ping(): Promise<void>;
  close(): Promise<void>;
  /** How pg-boss reaches this database. */
  bossOptions(): ConstructorOptions;
  /** The embedded database's folder as a tar.gz; PostgreSQL has its own tools. */
  readonly dump: (() => Promise<Blob>) | undefined;
};
