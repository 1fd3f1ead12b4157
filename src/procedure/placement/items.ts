import type { Lang } from '#kernel/lang.ts';

/** The kinds of item that an exam may hold. */
export const ITEM_TYPES = [
  'single_choice',
  'multiple_response',
  'true_false',
  'short_answer',
  'numeric',
  'matching',
  'ordering',
] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** How hard an item is meant to be: 1 easy, 2 medium, 3 hard. */
export const DIFFICULTIES = [1, 2, 3] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** A text in the languages that it has been written in; an exam names the languages that it needs. */
export type LocalText = { readonly [L in Lang]?: string };

/** A picture of an item: the name of a stored file, and what it shows for who cannot see it. */
export type Picture = { readonly file: string; readonly alt: LocalText };

/** Something to choose. Ids are unique within the item and carry no hint of the key. */
export type Choice = {
  readonly id: string;
  readonly text: LocalText;
  readonly picture?: Picture | undefined;
  readonly correct: boolean;
};

/** A text that counts as right; `lang` limits it to who sits in that language. */
export type AcceptedText = { readonly text: string; readonly lang?: Lang | undefined };

/** A number that counts as right, and how far from it an answer may lie; both decimal texts such as `-12.50`. */
export type AcceptedNumber = { readonly value: string; readonly tolerance: string };

export type Labelled = { readonly id: string; readonly text: LocalText };

/** What belongs together; ids of left and right sides are unique over both. */
export type Pair = { readonly left: Labelled; readonly right: Labelled };

export type ItemBody =
  | { readonly type: 'single_choice' | 'multiple_response'; readonly options: readonly Choice[] }
  | { readonly type: 'true_false'; readonly correct: boolean }
  | { readonly type: 'short_answer'; readonly accepted: readonly AcceptedText[] }
  | { readonly type: 'numeric'; readonly accepted: readonly AcceptedNumber[] }
  /** `distractors` are right sides that belong to nothing. */
  | { readonly type: 'matching'; readonly pairs: readonly Pair[]; readonly distractors: readonly Labelled[] }
  /** `steps` stand in the right order. */
  | { readonly type: 'ordering'; readonly steps: readonly Labelled[] };

/** An item as its author wrote it, with its key. It never leaves the server as it is. */
export type ItemContent = ItemBody & {
  readonly question: LocalText;
  readonly picture?: Picture | undefined;
  /** For authors only. */
  readonly explanation?: LocalText | undefined;
};

/** What a person answered to an item; ids are those of the item. */
export type GivenAnswer =
  | { readonly type: 'single_choice'; readonly choice: string }
  | { readonly type: 'multiple_response'; readonly choices: readonly string[] }
  | { readonly type: 'true_false'; readonly value: boolean }
  /** As typed, also for numbers: digits of any script. */
  | { readonly type: 'short_answer' | 'numeric'; readonly text: string }
  /** Id of the left side to id of the right side chosen for it. */
  | { readonly type: 'matching'; readonly pairs: Readonly<Record<string, string>> }
  | { readonly type: 'ordering'; readonly order: readonly string[] };
