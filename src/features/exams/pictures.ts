import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import type { App } from '#platform/app.ts';
import { type IllustrationProblem, remakeIllustration } from '#platform/files/illustration.ts';
import type { ItemContent, Picture } from '#procedure/placement/items.ts';
import { picturesInUse } from './queries.ts';

/** A picture may be this large when it comes, in bytes. */
const PICTURE_BYTES = 5 * 1024 * 1024;

/** Pictures that were shown lately, by name: many people sit the same exam in the same minute. */
const RECENT_BYTES = 32 * 1024 * 1024;
const recent = new Map<string, Uint8Array<ArrayBuffer>>();
let recentBytes = 0;

const FILE = /^[0-9a-f]{64}\.(png|jpg)$/;

/** Where it lies among the files; a document of a request never has such a name. */
const storageName = (file: string): string => `picture-${file.replace('.', '-')}`;
const STORED = /^picture-([0-9a-f]{64})-(png|jpg)$/;

/** A picture that came with a form which nobody saved is kept this long. */
const ORPHAN_MS = 7 * DAY_MS;

export const isPictureFile = (file: string): boolean => FILE.test(file);

export type PictureRefusal = { readonly code: IllustrationProblem | 'files_unavailable' };

/**
 * H3: keeps a picture for items, made anew from its pixels. Not to be called in a transaction.
 * @returns its name: the hash of what is kept, so that the same picture is kept once
 */
export async function keepPicture(app: App, bytes: Uint8Array): Promise<Result<string, PictureRefusal>> {
  if (bytes.length > PICTURE_BYTES) return err({ code: 'too_large' });
  const made = await remakeIllustration(bytes);
  if (!made.ok) return err({ code: made.error });
  const file = `${createHash('sha256').update(made.value.bytes).digest('hex')}.${made.value.kind}`;
  try {
    await app.files.put(storageName(file), made.value.bytes);
  } catch (error) {
    app.log.error({ err: error }, 'a picture could not be written');
    return err({ code: 'files_unavailable' });
  }
  return ok(file);
}

type PictureFile = { readonly contentType: 'image/png' | 'image/jpeg'; readonly bytes: Uint8Array<ArrayBuffer> };

/** A picture of an item by its name; `undefined` when there is none. Whether somebody may see it is asked before. */
export async function readPicture(app: App, file: string): Promise<PictureFile | undefined> {
  if (!FILE.test(file)) return undefined;
  const bytes = recent.get(file) ?? (await app.files.get(storageName(file)));
  if (!bytes) return undefined;
  remember(file, bytes);
  return { contentType: file.endsWith('.png') ? 'image/png' : 'image/jpeg', bytes };
}

function remember(file: string, bytes: Uint8Array<ArrayBuffer>): void {
  if (recent.has(file)) return;
  recent.set(file, bytes);
  recentBytes += bytes.length;
  for (const [name, old] of recent) {
    if (recentBytes <= RECENT_BYTES) break;
    recent.delete(name);
    recentBytes -= old.length;
  }
}

/** The headers a picture is sent with: what its name says never changes, and it is nothing but a picture. */
export const pictureHeaders = ({ contentType }: PictureFile): Readonly<Record<string, string>> => ({
  'Content-Type': contentType,
  'Cache-Control': 'private, max-age=31536000, immutable',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
});

/** The names of all pictures of an item. */
export function picturesIn(content: ItemContent): string[] {
  const all: (Picture | undefined)[] = [content.picture];
  if ('options' in content) all.push(...content.options.map((option) => option.picture));
  return all.flatMap((picture) => (picture ? [picture.file] : []));
}

/**
 * Removes pictures that no item names any more: what came with forms that were never saved.
 * @param wallNow by the clock of whoever keeps the files
 * @returns how many were removed
 */
export async function sweepPictures(app: App, wallNow: Date): Promise<number> {
  const used = await picturesInUse(app.database.db);
  const orphans: string[] = [];
  for await (const { name, writtenAt } of app.files.list()) {
    const [, hash, kind] = STORED.exec(name) ?? [];
    if (hash === undefined || used.has(`${hash}.${kind}`)) continue;
    if ((await writtenAt()) < plusMs(wallNow, -ORPHAN_MS)) orphans.push(name);
  }
  for (const name of orphans) await app.files.remove(name);
  return orphans.length;
}
