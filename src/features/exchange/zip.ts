import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Unreadable } from './model.ts';

/** Files of an archive by their path. */
export type ZipFiles = ReadonlyMap<string, Uint8Array>;

const MEGABYTE = 1024 * 1024;
/** What an archive may unpack to. The sizes that it claims are checked against what comes out. */
export const ZIP_LIMITS = { entries: 2_000, total: 50 * MEGABYTE, ratio: 100, ratioFrom: MEGABYTE } as const;

const SYMLINK = 0o120000;
const FILE_KIND = 0o170000;
const ARCHIVE = /\.(zip|7z|rar|gz|tgz|bz2|xz|tar|jar|docx|xlsx|pptx|odt|ods)$/i;

/**
 * Unpacks an archive, in memory and within limits.
 *
 * @param wanted which files are unpacked; the others are only counted
 * @throws Unreadable `zip_broken`, `zip_encrypted`, `zip_path` (a name that leads out of the archive, or a link),
 * `zip_nested` (an archive inside), `zip_bomb`
 */
export async function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<ZipFiles> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      strictFileNames: true,
    });
    return await unpack(zip, wanted);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(
      /absolute path|relative path|characters in fileName/.test(String(error)) ? 'zip_path' : 'zip_broken',
    );
  }
}

async function unpack(zip: ZipFile, wanted: (name: string) => boolean): Promise<ZipFiles> {
  if (zip.entryCount > ZIP_LIMITS.entries) throw new Unreadable('zip_bomb');
  const files = new Map<string, Uint8Array>();
  const seen = new Set<string>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    check(entry, seen);
    total += entry.uncompressedSize;
    if (total > ZIP_LIMITS.total || isDense(entry)) throw new Unreadable('zip_bomb');
    if (entry.fileName.endsWith('/') || !wanted(entry.fileName)) continue;
    files.set(entry.fileName, await contentOf(zip, entry));
  }
  return files;
}

function check(entry: Entry, seen: Set<string>): void {
  const name = entry.fileName;
  if (entry.isEncrypted()) throw new Unreadable('zip_encrypted');
  const kind = (entry.externalFileAttributes >>> 16) & FILE_KIND;
  if (kind === SYMLINK || name.includes('\0') || seen.has(name)) throw new Unreadable('zip_path');
  if (ARCHIVE.test(name)) throw new Unreadable('zip_nested');
  seen.add(name);
}

const isDense = ({ uncompressedSize, compressedSize }: Entry): boolean =>
  uncompressedSize > ZIP_LIMITS.ratioFrom && uncompressedSize > ZIP_LIMITS.ratio * compressedSize;

async function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  const content = Buffer.concat(chunks);
  if (crc32(content) !== entry.crc32) throw new Unreadable('zip_broken');
  if (content[0] === 0x50 && content[1] === 0x4b && content[2] === 3 && content[3] === 4) {
    throw new Unreadable('zip_nested');
  }
  return new Uint8Array(content);
}
