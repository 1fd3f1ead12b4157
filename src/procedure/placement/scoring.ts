import type { Lang } from '#kernel/lang.ts';
import { assertNever } from '#kernel/result.ts';
import { foldAnswer } from './answer-text.ts';
import { isAnswerOf } from './answers.ts';
import { isWithin, parseDecimal, readDecimals } from './decimal.ts';
import type { AcceptedText, GivenAnswer, ItemContent } from './items.ts';

/** So many of so many: what an answer earned of its item. Whole numbers; `of` > 0. */
type Share = { readonly earned: number; readonly of: number };

const all = (right: boolean): Share => ({ earned: right ? 1 : 0, of: 1 });

/**
 * Clauses 6.3.1 and 6.3.2: the points of one answer. Where an answer can be right in part, the share of the points is
 *
 * - single choice, true or false, short answer, number: all or nothing;
 * - multiple response: (right ones chosen − wrong ones chosen) of all right ones, not below nothing, so that
 *   ticking everything earns nothing where half of the options are wrong, and a tick that is wrong costs as much as one
 *   that is missing;
 * - matching: pairs that are right, of all pairs; there is no deduction, as in Moodle's matching;
 * - ordering: steps that are directly followed by the step that belongs there, of all steps but the last. This is
 *   «relative to the next item, excluding last» of Moodle's ordering question: one step out of place costs the
 *   neighbourhoods that it breaks, not the places of everything behind it, and the reverse order earns nothing.
 *
 * Short answers are compared by `foldAnswer`, numbers exactly (`isWithin`); a number that can be read in two ways counts
 * if either is right. No answer, one of another item, and one
 * that makes no sense earn nothing; none of them throws.
 *
 * @param points what the item is worth, whole points >= 0
 * @param lang   language that it was sat in, for texts that are accepted in one language only; null = either
 * @returns      hundredths of a point, rounded down: 2 of 3 right of one point are 66
 */
export function scoreItem(
  content: ItemContent,
  answer: GivenAnswer | null,
  points: number,
  lang: Lang | null = null,
): number {
  if (!isAnswerOf(content, answer)) return 0;
  const { earned, of } = shareOf(content, answer, lang);
  const hundredths = earned * points * 100;
  return (hundredths - (hundredths % of)) / of;
}

function shareOf(content: ItemContent, answer: GivenAnswer, lang: Lang | null): Share {
  switch (answer.type) {
    case 'single_choice':
      return all(rightOptions(content).includes(answer.choice));
    case 'multiple_response': {
      const right = rightOptions(content);
      const hits = answer.choices.filter((id) => right.includes(id)).length;
      return { earned: Math.max(0, hits - (answer.choices.length - hits)), of: Math.max(1, right.length) };
    }
    case 'true_false':
      return all(content.type === answer.type && content.correct === answer.value);
    case 'short_answer':
      return all(isAcceptedText(content, answer.text, lang));
    case 'numeric':
      return all(isAcceptedNumber(content, answer.text));
    case 'matching': {
      const pairs = content.type === 'matching' ? content.pairs : [];
      const given = new Map(Object.entries(answer.pairs));
      return {
        earned: pairs.filter(({ left, right }) => given.get(left.id) === right.id).length,
        of: Math.max(1, pairs.length),
      };
    }
    case 'ordering': {
      const steps = content.type === 'ordering' ? content.steps.map((step) => step.id) : [];
      const kept = answer.order.filter(
        (id, i) => i > 0 && steps.indexOf(id) - 1 === steps.indexOf(answer.order[i - 1] ?? ''),
      );
      return { earned: kept.length, of: Math.max(1, steps.length - 1) };
    }
    default:
      return assertNever(answer);
  }
}

const rightOptions = (content: ItemContent): string[] =>
  'options' in content ? content.options.filter((option) => option.correct).map((option) => option.id) : [];

const foldedKeys = new WeakMap<AcceptedText, string>();

/** An accepted text is compared with the answers of everybody who was asked it: it is folded once. */
function foldedKey(accepted: AcceptedText): string {
  const known = foldedKeys.get(accepted) ?? foldAnswer(accepted.text);
  foldedKeys.set(accepted, known);
  return known;
}

function isAcceptedText(content: ItemContent, text: string, lang: Lang | null): boolean {
  const typed = foldAnswer(text);
  return (
    content.type === 'short_answer' &&
    typed !== '' &&
    content.accepted.some(
      (accepted) => (!accepted.lang || !lang || accepted.lang === lang) && foldedKey(accepted) === typed,
    )
  );
}

function isAcceptedNumber(content: ItemContent, text: string): boolean {
  const readings = readDecimals(text);
  return (
    content.type === 'numeric' &&
    content.accepted.some((accepted) => {
      const value = parseDecimal(accepted.value);
      const tolerance = parseDecimal(accepted.tolerance);
      return value !== null && tolerance !== null && readings.some((typed) => isWithin(typed, value, tolerance));
    })
  );
}

/** An item of a paper as it is marked. `points`: whole points, 1 to 100. */
export type PaperItem = { readonly id: string; readonly content: ItemContent; readonly points: number };

/** What an item came to, in hundredths of a point. Who was asked an annulled item gets and loses nothing by it. */
export type ItemScore = {
  readonly id: string;
  readonly points: number;
  readonly max: number;
  readonly annulled: boolean;
};

export type PaperScore = {
  /** Points reached and reachable, in hundredths of a point. */
  readonly score: number;
  readonly max: number;
  /** Of a hundred, rounded down: 59.9 is shown as 59, never as a mark that was not reached. */
  readonly percent: number;
  readonly passed: boolean;
  /** In the order of the paper. */
  readonly perItem: readonly ItemScore[];
};

/** What staff decided about items after they were sat, by item: the content with another key, or null = annulled. */
export type Corrections = ReadonlyMap<string, ItemContent | null>;

/**
 * Clauses 6.3.1 and 6.3.2: marks a paper. It is passed when score × 100 >= pass mark × reachable points, in whole
 * numbers, so that no rounding decides. An answer to something that is not on the paper counts for nothing.
 *
 * @param items           the whole paper
 * @param answers         item id to the answer given; null and absent are no answer
 * @param passMarkPercent 1 to 100
 * @param options         corrections of keys, annulled items, and the language that it was sat in
 * @throws RangeError when no points can be reached (no item, or all annulled): everybody would pass
 */
export function scorePaper(
  items: readonly PaperItem[],
  answers: ReadonlyMap<string, GivenAnswer | null>,
  passMarkPercent: number,
  options: { readonly corrections?: Corrections | undefined; readonly lang?: Lang | null | undefined } = {},
): PaperScore {
  const perItem = items.map(({ id, content, points }): ItemScore => {
    const corrected = options.corrections?.get(id);
    if (corrected === null) return { id, points: 0, max: 0, annulled: true };
    const given = answers.get(id) ?? null;
    return {
      id,
      points: scoreItem(corrected ?? content, given, points, options.lang ?? null),
      max: points * 100,
      annulled: false,
    };
  });
  const score = perItem.reduce((sum, item) => sum + item.points, 0);
  const max = perItem.reduce((sum, item) => sum + item.max, 0);
  if (max <= 0) throw new RangeError('a paper on which no point can be reached cannot be marked');
  return { score, max, percent: percentOf(score, max), passed: score * 100 >= passMarkPercent * max, perItem };
}

/** `part` in a hundred of `whole`, rounded down, in whole numbers. `whole` > 0. */
export const percentOf = (part: number, whole: number): number => (part * 100 - ((part * 100) % whole)) / whole;
