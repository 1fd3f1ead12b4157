import type { Lang } from '#kernel/lang.ts';
import type { ItemProblemCode } from '#procedure/placement/item-check.ts';
import type { Difficulty, ItemContent } from '#procedure/placement/items.ts';
import type { reasonMessages } from './messages.ts';

/** Formats that items come in as. */
export const READ_FORMATS = ['gift', 'aiken', 'moodle_xml', 'qti', 'xlsx', 'csv'] as const;
export type ReadFormat = (typeof READ_FORMATS)[number];

/** Formats that items go out as. */
export const WRITE_FORMATS = ['gift', 'moodle_xml', 'qti'] as const;
export type WriteFormat = (typeof WRITE_FORMATS)[number];

/** An item with what the bank keeps beside it. Pictures in `content` are named by their key among the pictures. */
export type ExchangeItem = {
  readonly content: ItemContent;
  readonly topic: string;
  readonly difficulty: Difficulty;
  /** Whole points, 1 to 100. */
  readonly points: number;
};

/** Pictures that items name, as they came or will be sent. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** Where a question stands: the line of a text, or the row of a sheet, from 1; in a package, of which file. */
export type Place = { readonly unit: 'line' | 'row'; readonly number: number; readonly file?: string };

/** A reason that has words in `messages.ts`, or one of the bank's own problems with an item. */
export type ReasonCode = keyof typeof reasonMessages | `problem_${ItemProblemCode}`;

/** A reason with the facts that its words need. */
export type Reason = { readonly code: ReasonCode; readonly params?: Readonly<Record<string, string | number>> };

/** A question that was taken, and what of it could not be taken as it was (empty = nothing was changed). */
export type ImportedItem = ExchangeItem & { readonly place: Place; readonly notes: readonly Reason[] };

/** A question that was not taken. `excerpt` is the beginning of its text, to find it again. */
export type RefusedItem = { readonly place: Place; readonly reason: Reason; readonly excerpt: string };

/** What was found in a file: every question is in one of both lists. */
export type ReadResult = {
  readonly format: ReadFormat;
  readonly items: readonly ImportedItem[];
  readonly refusals: readonly RefusedItem[];
  readonly pictures: Pictures;
};

/** What a file does not say itself. */
export type ReadOptions = {
  /** Language of texts that are not marked with one. */
  readonly lang: Lang;
  readonly topic: string;
  readonly difficulty: Difficulty;
  readonly points: number;
};

/** An item that a format cannot hold at all, or not whole; `number` counts the items given, from 1. */
export type Loss = { readonly number: number; readonly left: 'out' | 'changed'; readonly reason: Reason };

/** A file made of items, and all that it does not hold. */
export type WrittenFile = {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly losses: readonly Loss[];
};

/** What is read at most; more is refused before it is looked at. */
export const READ_LIMITS = {
  /** A whole upload, in bytes. */
  file: 10 * 1024 * 1024,
  /** A file of text that carries no pictures, in bytes. */
  text: 2 * 1024 * 1024,
  questions: 2_000,
  /** One question of a text, or one text of a question, in characters, pictures in it not counted. */
  question: 100_000,
  /** One picture, in bytes. */
  picture: 5 * 1024 * 1024,
  pictures: 300,
  /** Length of a topic. */
  topic: 100,
} as const;

/** A file as a whole, or one question, that cannot be read. Caught where the file, or the question, ends. */
export class Unreadable extends Error {
  readonly reason: Reason;
  /** The line that it was noticed at, where that is known. */
  readonly line: number | undefined;

  constructor(code: ReasonCode, params?: Reason['params'], line?: number) {
    super(code);
    this.reason = params ? { code, params } : { code };
    this.line = line;
  }
}
