import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './errors.ts';
import type { Database, Db, Tx } from './handle.ts';
import { introduce, type Memory } from './remember.ts';

const RETRIES = 3;
const RETRY_CODES: readonly string[] = ['40001', '40P01'];
const GUARDED: ReadonlySet<string | symbol> = new Set([
  'select',
  'selectDistinct',
  'selectDistinctOn',
  'insert',
  'update',
  'delete',
  'execute',
  'with',
  '$with',
  '$count',
  'transaction',
  'refreshMaterializedView',
]);

/** `open` ends with the transaction, so work that it left behind (a timer, a log line) is free again. */
type Scope = { open: boolean };

/**
 * Puts a fence around the root handle: inside a transaction it refuses every query at once. Without it such a query
 * would wait for ever on the embedded database's one connection, and on PostgreSQL would silently run outside.
 */
export function fencedTransactions(root: Db): Pick<Database, 'db' | 'inTransaction'> {
  const scopes = new AsyncLocalStorage<Scope>();
  const memory: Memory = new Map();

  const refuseInside = (): void => {
    if (scopes.getStore()?.open) {
      throw new Error('Inside a transaction use tx: the root database handle was used before the transaction ended.');
    }
  };

  const once = async <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => {
    const scope: Scope = { open: true };
    try {
      return await scopes.run(scope, () =>
        root.transaction((tx) => {
          introduce(tx, memory);
          return fn(tx);
        }),
      );
    } finally {
      scope.open = false;
    }
  };

  const inTransaction = async <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => {
    refuseInside();
    for (let retry = 0; ; retry += 1) {
      try {
        return await once(fn);
      } catch (error) {
        if (retry === RETRIES || !RETRY_CODES.includes(errorCode(error) ?? '')) throw error;
        await sleep(randomInt(5, 25) * (retry + 1));
      }
    }
  };

  const db = new Proxy(root, {
    get(target, property) {
      if (property === 'transaction') return inTransaction;
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function' || !GUARDED.has(property)) return value;
      return (...args: unknown[]): unknown => {
        refuseInside();
        return Reflect.apply(value, target, args);
      };
    },
  });

  introduce(db, memory);
  return { db, inTransaction };
}
