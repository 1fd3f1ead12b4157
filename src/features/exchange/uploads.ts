import { err, ok, type Result } from '#kernel/result.ts';
import type { App, Work } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import { addItems, keepPicture, type PictureRefusal, topicTitles } from '../exams/index.ts';
import type { ExchangeItem, ReadOptions, ReadResult, Reason } from './model.ts';
import { pictureKeys, withPictureFiles } from './pictures.ts';
import { readItems } from './read.ts';
import { findUpload, replaceUpload, takeUpload, type UploadRow } from './store.ts';

/** How long an upload waits for the author's word. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** What was read lately: the pages of one dry run ask for the same file again and again. */
const RECENT = 4;
const recent = new Map<string, Promise<Result<ReadResult, Reason>>>();

/**
 * Keeps a file of questions until its author says whether they are to be imported.
 *
 * @param read what it holds
 * @returns its id
 */
export async function keepUpload(
  { tx, now }: Work,
  file: { readonly author: string; readonly name: string; readonly content: Uint8Array },
  options: ReadOptions,
  read: ReadResult,
): Promise<string> {
  const { author, content } = file;
  const row: UploadRow = { id: newId(), author, fileName: file.name, content, ...options, uploadedAt: now };
  await replaceUpload(tx, row, new Date(now.getTime() - KEPT_MS));
  remember(row.id, Promise.resolve(ok(read)));
  return row.id;
}

export type DryRun = { readonly upload: UploadRow; readonly read: ReadResult };

/** What an upload of this author holds; `undefined` when there is none, or it has waited for too long. */
export async function dryRun(app: App, id: string, author: string): Promise<DryRun | undefined> {
  const upload = await findUpload(app.database.db, id, author);
  if (!upload || app.clock.now().getTime() - upload.uploadedAt.getTime() > KEPT_MS) return undefined;
  const reading = recent.get(id) ?? readItems(upload.content, upload);
  remember(id, reading);
  const read = await reading;
  return read.ok ? { upload, read: read.value } : undefined;
}

function remember(id: string, reading: Promise<Result<ReadResult, Reason>>): void {
  recent.delete(id);
  recent.set(id, reading);
  for (const oldest of [...recent.keys()].slice(0, -RECENT)) recent.delete(oldest);
}

/** Items whose pictures lie in the bank, ready to be added in one transaction. */
export type Prepared = { readonly id: string; readonly author: string; readonly items: readonly ExchangeItem[] };

/**
 * Keeps the pictures of an upload, and names the topics as the bank does. Not to be called in a transaction; what it
 * keeps is found again by its content when it is called twice.
 *
 * @param wanted by the place of a question among those that were taken, from 0
 */
export async function prepareImport(
  app: App,
  { upload, read }: DryRun,
  wanted: (place: number) => boolean,
): Promise<Result<Prepared, PictureRefusal>> {
  const chosen = read.items.filter((_, place) => wanted(place));
  const files = new Map<string, string>();
  for (const key of new Set(chosen.flatMap(({ content }) => pictureKeys(content)))) {
    const kept = await keepPicture(app, read.pictures.get(key) ?? new Uint8Array());
    if (!kept.ok) return kept;
    files.set(key, kept.value);
  }
  const titles = await topicTitles(app.database.db);
  const names = new Map([...titles].flatMap(([name, title]) => [title.ar, title.en].map((t) => [t, name] as const)));
  const items = chosen.map(({ content, topic, difficulty, points }) => ({
    content: withPictureFiles(content, (key) => files.get(key) ?? key),
    topic: titles.has(topic) ? topic : (names.get(topic) ?? topic),
    difficulty,
    points,
  }));
  return ok({ id: upload.id, author: upload.author, items });
}

/** H3: adds all items of an upload as drafts of their author, or none. Of two that are sent at once one adds them. */
export async function importItems(
  { tx, now }: Work,
  { id, author, items }: Prepared,
): Promise<Result<{ readonly count: number }, { readonly code: 'not_found' }>> {
  if (!(await takeUpload(tx, id, author))) return err({ code: 'not_found' });
  await addItems(tx, items, { author, now, state: 'draft' });
  recent.delete(id);
  return ok({ count: items.length });
}

/** Forgets an upload without importing anything. */
export async function dropUpload({ tx }: Work, id: string, author: string): Promise<void> {
  await takeUpload(tx, id, author);
  recent.delete(id);
}
