import { createHash } from 'node:crypto';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database, Db } from './handle.ts';
import { fencedTransactions } from './transactions.ts';

const INT8 = 20;
const APPLICATION_NAME = 'dawra';
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;
/** A transaction that stands idle this long has lost its program; it must not keep its locks. */
const IDLE_TRANSACTION_TIMEOUT_MS = 60_000;

/** As the embedded database does it: a number where it is exact, else a bigint. */
const parseInt8 = (text: string): number | bigint => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
};
// Drizzle asks the driver's own table of types, so the parser cannot be given to the pool alone.
pg.types.setTypeParser(INT8, parseInt8);

const MAX_NAMED = 1000;
const names = new Map<string, string>();

/**
 * A name for a statement with parameters, the same for the same text, so that each connection has it parsed once.
 * Texts beyond the first thousand stay without a name: statements with lists of changing length must not fill the server.
 */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MAX_NAMED) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
}

/** A connection that has the server prepare every statement with parameters. */
class PreparingClient extends pg.Client {
  // The driver declares a dozen forms of `query`; all but one pass through untouched.
  override query = ((config: unknown, ...rest: unknown[]): unknown => {
    const query = super.query as (...args: unknown[]) => unknown;
    const named =
      typeof config === 'object' && config !== null && 'text' in config && !('name' in config && config.name);
    if (!named || !Array.isArray(rest[0] ?? Reflect.get(config, 'values'))) return query.call(this, config, ...rest);
    const name = nameOf(String(config.text));
    return query.call(this, name === undefined ? config : { ...config, name }, ...rest);
  }) as pg.Client['query'];
}

export type PostgresOptions = {
  readonly url: string;
  /** Connections of the program itself; pg-boss has two of its own. */
  readonly poolMax: number;
  /** Hears of connections that break while idle; the pool replaces them by itself. */
  readonly onError: (error: Error) => void;
};

/** Opens a pool on PostgreSQL. No connection is made before the first query. */
export function openPostgres({ url, poolMax, onError }: PostgresOptions): Database {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max: poolMax,
    application_name: APPLICATION_NAME,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
  });
  pool.on('error', onError);
  // A connection that breaks while it is lent out reports to itself; unheard, that would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));

  const root: Db = drizzle({ client: pool });
  return {
    ...fencedTransactions(root),
    kind: 'postgres',
    async ping() {
      await pool.query('select 1');
    },
    async close() {
      if (!pool.ending) await pool.end();
    },
    bossOptions: () => ({ connectionString: url, max: 2, application_name: `${APPLICATION_NAME}-jobs` }),
    dump: undefined,
  };
}
