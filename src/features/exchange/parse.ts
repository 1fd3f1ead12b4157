import { err, ok, type Result } from '#kernel/result.ts';
import { readAiken } from './aiken.ts';
import { readCsv } from './csv-read.ts';
import { decodeText } from './decode.ts';
import { readGift } from './gift-read.ts';
import { READ_LIMITS, type ReadOptions, type ReadResult, type Reason, Unreadable } from './model.ts';
import { readMoodleXml } from './moodle-read.ts';
import { MANIFEST, readQtiPackage, readQtiXml } from './qti-read.ts';
import { columnOf } from './sheet-columns.ts';
import { readXlsx, WORKBOOK } from './xlsx-read.ts';
import { unzip } from './zip.ts';

/** Files of a package that are read: items, what belongs to a workbook, pictures. */
const WANTED = /\.(xml|rels|png|jpe?g|gif|webp|svg|bmp|tiff?)$/i;

/**
 * Reads a file of questions, but for whether its pictures are pictures. The format is found in the content; names and
 * endings count for nothing.
 *
 * @returns every question, taken or refused; or why the file as a whole is refused
 */
export async function parseItems(bytes: Uint8Array, options: ReadOptions): Promise<Result<ReadResult, Reason>> {
  try {
    const result = await read(bytes, options);
    if (result.items.length + result.refusals.length === 0) throw new Unreadable('no_questions');
    return ok(result);
  } catch (error) {
    if (error instanceof Unreadable) return err(error.reason);
    throw error;
  }
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

async function read(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
  if (bytes.length === 0) throw new Unreadable('empty_file');
  if (bytes.length > READ_LIMITS.file) {
    throw new Unreadable('file_too_large', { most: READ_LIMITS.file / 1024 / 1024 });
  }
  if (startsWith(bytes, [0x50, 0x4b])) return readArchive(bytes, options);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Unreadable('old_excel');
  return readText(decodeText(bytes), bytes.length, options);
}

async function readArchive(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
  const files = await unzip(bytes, (name) => WANTED.test(name));
  if (files.has(WORKBOOK)) return readXlsx(files, options);
  if (files.has(MANIFEST)) return readQtiPackage(files, options);
  throw new Unreadable('zip_unknown');
}

function readText(text: string, size: number, options: ReadOptions): ReadResult {
  if (isXml(text)) return readMarkup(text, options);
  if (size > READ_LIMITS.text) throw new Unreadable('text_too_large', { most: READ_LIMITS.text / 1024 / 1024 });
  if (isSheet(text)) return readCsv(text, options);
  if (/^[ \t]*ANSWER[ \t]*:/im.test(text) && !/^[^\n]*\{/m.test(withoutComments(text))) return readAiken(text, options);
  if (text.includes('{')) return readGift(text, options);
  if (/^[ \t]*[A-Z][.)]\s/m.test(text)) return readAiken(text, options);
  throw new Unreadable('unknown_format');
}

const rootOf = (text: string): string => /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(0, 10_000))?.[1] ?? '';

/** A text may begin with a tag of HTML; XML of questions says what it is. */
const isXml = (text: string): boolean =>
  /^\s*<[?!]/.test(text) ||
  (/^\s*</.test(text) && /^(quiz|questestinterop|manifest|(qti-)?assessment-?(item|test))$/i.test(rootOf(text)));

/** The first element tells whether it is a quiz of Moodle or an item of QTI. */
function readMarkup(text: string, options: ReadOptions): ReadResult {
  return rootOf(text) === 'quiz' ? readMoodleXml(text, options) : readQtiXml(text, options);
}

const withoutComments = (text: string): string => text.replace(/^[ \t]*\/\/.*$/gm, '');

/** The heads of all columns together are no longer, in characters. */
const LONGEST_HEADS = 5_000;

/** A first line with the head of a question, and another, in one of the languages. */
function isSheet(text: string): boolean {
  const [first = ''] = text.replace(/^sep=[,;\t]\r?\n/i, '').split(/\r?\n/, 1);
  if (first.length > LONGEST_HEADS) return false;
  const heads = first.split(/[,;\t]/).map((head) => columnOf(head.replaceAll('"', '')));
  return heads.length > 1 && heads.some((column) => column?.field === 'question');
}
