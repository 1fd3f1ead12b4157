import type { Db, Tx } from './handle.ts';

/** What is remembered of rows that never change, by name. */
export type Memory = Map<string, unknown>;

const memories = new WeakMap<object, Memory>();

/**
 * The memory of the database that a handle belongs to: one for the root handle and all transactions of it. For rows
 * that never change once they are committed; what a transaction wrote itself does not belong here, it may roll back.
 *
 * @returns undefined for a handle that nobody introduced
 */
export const memoryOf = (handle: Db | Tx): Memory | undefined => memories.get(handle);

/** Lets a transaction share the memory of its database. */
export function introduce(handle: Db | Tx, memory: Memory): void {
  memories.set(handle, memory);
}

/** After a database was emptied: what was remembered of it is no longer there. */
export function forgetAll(handle: Db | Tx): void {
  memories.get(handle)?.clear();
}
