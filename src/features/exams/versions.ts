import type { ExamId } from '#kernel/ids.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { memoryOf } from '#platform/db/remember.ts';
import type { Difficulty, ItemContent, ItemType } from '#procedure/placement/items.ts';
import { type ExamVersionRow, findExamVersion, wordingsAt } from './store.ts';

/** An item of a published exam, with its key: it never leaves the server as it is. */
export type VersionItem = {
  readonly id: string;
  readonly version: number;
  readonly type: ItemType;
  readonly topic: string;
  readonly difficulty: Difficulty;
  /** Whole points. */
  readonly points: number;
  readonly content: ItemContent;
};

/** Versions remembered per database; the oldest gives way. */
const REMEMBERED = 200;
const publishing = new WeakSet<object>();

/** What this transaction publishes may yet be rolled back: from now on it remembers nothing. */
export const rememberNothing = (tx: Tx): void => void publishing.add(tx);

/**
 * Reads once per process what never changes. Many people start an exam in the same minute; the questions and their
 * key are then read once for all of them.
 */
async function remembered<T>(handle: Db | Tx, key: string, read: () => Promise<T | undefined>): Promise<T | undefined> {
  const memory = publishing.has(handle) ? undefined : memoryOf(handle);
  const known = memory?.get(key) as T | undefined;
  if (known !== undefined) return known;
  const value = await read();
  if (memory && value !== undefined) {
    if (memory.size >= REMEMBERED) for (const oldest of [...memory.keys()].slice(0, 1)) memory.delete(oldest);
    memory.set(key, value);
  }
  return value;
}

/** A version of an exam as it was published; undefined when there is none of this number. */
export async function versionOf(handle: Db | Tx, examId: ExamId, version: number): Promise<ExamVersionRow | undefined> {
  return remembered(handle, `exam ${examId} ${version}`, () => findExamVersion(handle, examId, version));
}

/**
 * All items that a version asks or may draw, in the order of its sections, each once.
 * @throws Error when a wording is missing: nothing ever takes one away
 */
export async function itemsOfVersion(handle: Db | Tx, version: ExamVersionRow): Promise<readonly VersionItem[]> {
  const items = await remembered(handle, `items ${version.examId} ${version.version}`, () =>
    readItems(handle, version),
  );
  return items ?? [];
}

async function readItems(handle: Db | Tx, version: ExamVersionRow): Promise<readonly VersionItem[]> {
  const refs = new Map(version.sections.flatMap((s) => s.items).map((ref) => [ref.itemId, ref]));
  const rows = new Map((await wordingsAt(handle, [...refs.values()])).map((row) => [row.itemId, row]));
  return [...refs.values()].map(({ itemId }) => {
    const row = rows.get(itemId);
    if (!row) throw new Error(`exam ${version.examId} version ${version.version} has lost item ${itemId}`);
    const { type, topic, difficulty, points, content } = row;
    return { id: itemId, version: row.version, type, topic, difficulty, points, content };
  });
}
