import { LANGS, type Lang } from '#kernel/lang.ts';
import { assertNever } from '#kernel/result.ts';
import { foldAnswer } from './answer-text.ts';
import { MAX_ANSWER_LENGTH } from './answers.ts';
import { parseDecimal } from './decimal.ts';
import type { Choice, ItemContent, Labelled, LocalText, Picture } from './items.ts';

/** What an item may hold at most, and must hold at least. Lengths in UTF-16 units. */
export const ITEM_LIMITS = {
  question: 4_000,
  explanation: 4_000,
  part: 1_000,
  accepted: MAX_ANSWER_LENGTH,
  choices: { min: 2, max: 26 },
  pairs: { min: 2, max: 20 },
  distractors: { min: 0, max: 20 },
  /** Two steps would be told by the order in which they are shown: it is never the right one. */
  steps: { min: 3, max: 20 },
  acceptedAnswers: { min: 1, max: 50 },
} as const;

export type ItemProblemCode =
  /** Neither language has a question. */
  | 'empty_question'
  /** A text stands in one language and not in another that is needed. */
  | 'missing_language'
  /** A picture says nothing to who cannot see it, in a language that is needed. */
  | 'missing_alt'
  /** Nobody who sits it (in `lang`) could be right. */
  | 'no_correct_answer'
  /** Every option is right: there is nothing to choose. */
  | 'no_wrong_answer'
  | 'too_few_options'
  | 'too_many_options'
  /** Two things that cannot be told apart, by their text or by their id. */
  | 'duplicate_option'
  /** Not a decimal number, or a tolerance below zero. */
  | 'bad_number'
  | 'too_long';

/** Which part of the item it is about. */
export type ItemPart =
  | 'question'
  | 'picture'
  | 'explanation'
  | 'choice'
  | 'left'
  | 'right'
  | 'distractor'
  | 'step'
  | 'accepted';

export type ItemProblem = {
  readonly code: ItemProblemCode;
  readonly part: ItemPart;
  /** Which one, from 1, where an item has several of the part; null = the part as a whole. */
  readonly place: number | null;
  /** The language that it is about; null = all. */
  readonly lang: Lang | null;
};

type Report = (code: ItemProblemCode, part: ItemPart, place?: number | null, lang?: Lang | null) => void;

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';
const LANGS_OF = (text: LocalText): string[] => [text.ar, text.en].filter((t): t is string => !isBlank(t));

/** The languages in which an item has begun to be written: those of its question. */
export const languagesOf = (content: ItemContent): Lang[] => LANGS.filter((lang) => !isBlank(content.question[lang]));

/**
 * What keeps an item from being asked (H3, 6.3): for the editor, for imports, and before an exam is published.
 *
 * @param languages the languages that it will be asked in; the editor of an item that is in no exam yet gives those of
 *                  the office
 * @returns every problem, in the order of the item; empty = it can be asked
 */
export function itemProblems(content: ItemContent, languages: readonly Lang[]): ItemProblem[] {
  const problems: ItemProblem[] = [];
  const report: Report = (code, part, place = null, lang = null) => problems.push({ code, part, place, lang });
  const check = { report, languages };

  if (LANGS_OF(content.question).length === 0) report('empty_question', 'question');
  else checkText(check, content.question, 'question', null, ITEM_LIMITS.question);
  checkPicture(check, content.picture, 'picture', null);
  for (const text of Object.values(content.explanation ?? {})) {
    if (text.length > ITEM_LIMITS.explanation) report('too_long', 'explanation');
  }
  checkBody(check, content);
  return problems;
}

type Check = { readonly report: Report; readonly languages: readonly Lang[] };

function checkBody(check: Check, content: ItemContent): void {
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response':
      checkChoices(check, content.type, content.options);
      return;
    case 'true_false':
      return;
    case 'short_answer': {
      checkNumber(check, content.accepted.length, 'accepted', ITEM_LIMITS.acceptedAnswers);
      const usable = content.accepted.filter((accepted) => foldAnswer(accepted.text) !== '');
      content.accepted.forEach((accepted, i) => {
        if (accepted.text.length > ITEM_LIMITS.accepted) check.report('too_long', 'accepted', i + 1);
      });
      for (const lang of check.languages) {
        if (!usable.some((accepted) => !accepted.lang || accepted.lang === lang)) {
          check.report('no_correct_answer', 'accepted', null, lang);
        }
      }
      return;
    }
    case 'numeric': {
      checkNumber(check, content.accepted.length, 'accepted', ITEM_LIMITS.acceptedAnswers);
      if (content.accepted.length === 0) check.report('no_correct_answer', 'accepted');
      content.accepted.forEach(({ value, tolerance }, i) => {
        const margin = parseDecimal(tolerance);
        if (!parseDecimal(value) || !margin || margin.units < 0n) check.report('bad_number', 'accepted', i + 1);
      });
      return;
    }
    case 'matching': {
      checkNumber(check, content.pairs.length, 'left', ITEM_LIMITS.pairs);
      checkNumber(check, content.distractors.length, 'distractor', ITEM_LIMITS.distractors);
      const lefts = content.pairs.map((pair) => pair.left);
      const rights = content.pairs.map((pair) => pair.right);
      checkLabels(check, lefts, 'left');
      checkLabels(check, rights, 'right');
      checkLabels(check, content.distractors, 'distractor');
      checkApart(check, lefts, 'left');
      const { once, places } = eachRightOnce(rights, content.distractors);
      checkApart(check, once, 'right', places);
      if (content.pairs.length > 0 && once.length < 2) check.report('too_few_options', 'right');
      return;
    }
    case 'ordering':
      checkNumber(check, content.steps.length, 'step', ITEM_LIMITS.steps);
      checkLabels(check, content.steps, 'step');
      checkApart(check, content.steps, 'step');
      return;
    default:
      assertNever(content);
  }
}

/** A right side may belong to several left sides, under one id: it is shown once. */
function eachRightOnce(rights: readonly Labelled[], distractors: readonly Labelled[]) {
  const same = (a: Labelled, b: Labelled): boolean =>
    a.id === b.id && a.text.ar === b.text.ar && a.text.en === b.text.en;
  const places: number[] = [];
  const once = rights.filter((right, i) => {
    const first = rights.findIndex((other) => same(other, right)) === i;
    if (first) places.push(i + 1);
    return first;
  });
  return {
    once: [...once, ...distractors],
    places: [...places, ...distractors.map((_, i) => rights.length + i + 1)],
  };
}

function checkChoices(check: Check, type: 'single_choice' | 'multiple_response', options: readonly Choice[]): void {
  checkNumber(check, options.length, 'choice', ITEM_LIMITS.choices);
  if (!options.some((option) => option.correct)) check.report('no_correct_answer', 'choice');
  else if (type === 'single_choice' && options.length > 1 && options.every((option) => option.correct)) {
    check.report('no_wrong_answer', 'choice');
  }
  options.forEach((option, i) => {
    if (!option.picture || LANGS_OF(option.text).length > 0) {
      checkText(check, option.text, 'choice', i + 1, ITEM_LIMITS.part);
    }
    checkPicture(check, option.picture, 'choice', i + 1);
  });
  checkApart(check, options, 'choice');
}

function checkNumber(
  { report }: Check,
  count: number,
  part: ItemPart,
  limits: { readonly min: number; readonly max: number },
): void {
  if (count > limits.max) report('too_many_options', part);
  if (count < limits.min && part !== 'accepted') report('too_few_options', part);
}

const checkLabels = (check: Check, labels: readonly Labelled[], part: ItemPart): void =>
  labels.forEach((label, i) => {
    checkText(check, label.text, part, i + 1, ITEM_LIMITS.part);
  });

function checkText(check: Check, text: LocalText, part: ItemPart, place: number | null, limit: number): void {
  for (const lang of check.languages) if (isBlank(text[lang])) check.report('missing_language', part, place, lang);
  if (LANGS_OF(text).some((t) => t.length > limit)) check.report('too_long', part, place);
}

function checkPicture(check: Check, picture: Picture | undefined, part: ItemPart, place: number | null): void {
  if (!picture) return;
  for (const lang of check.languages) if (isBlank(picture.alt[lang])) check.report('missing_alt', part, place, lang);
  if (LANGS_OF(picture.alt).some((t) => t.length > ITEM_LIMITS.part)) check.report('too_long', part, place);
}

type Shown = Labelled & { readonly picture?: Picture | undefined };

/** Two that look alike in a language, or bear one id. Spelling is told apart here: it may be what is asked. */
function checkApart(check: Check, things: readonly Shown[], part: ItemPart, places?: readonly number[]): void {
  const seen = new Set<string>();
  things.forEach((thing, i) => {
    const looks = check.languages
      .filter((lang) => !isBlank(thing.text[lang]))
      .map(
        (lang) =>
          `${lang} ${thing.text[lang]?.normalize('NFC').replace(/\s+/gu, ' ').trim()} ${thing.picture?.file ?? ''}`,
      );
    const marks = [`id ${thing.id}`, ...looks];
    if (marks.some((mark) => seen.has(mark))) check.report('duplicate_option', part, places?.[i] ?? i + 1);
    for (const mark of marks) seen.add(mark);
  });
}
