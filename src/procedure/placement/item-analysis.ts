import { assertNever } from '#kernel/result.ts';
import { foldAnswer } from './answer-text.ts';
import { isAnswerOf } from './answers.ts';
import type { GivenAnswer, ItemContent } from './items.ts';
import { scoreItem } from './scoring.ts';
import { correlationOf, meanOf } from './statistics.ts';

/** An item as it was asked in one sitting. Points in hundredths; `max` > 0: annulled items are left out. */
export type SatItem = {
  /** The item in one wording. */
  readonly key: string;
  readonly points: number;
  readonly max: number;
  readonly answer: GivenAnswer | null;
};

/** A finished sitting. */
export type SatPaper = {
  readonly id: string;
  readonly passed: boolean;
  /** From the start to the end. */
  readonly seconds: number;
  readonly items: readonly SatItem[];
};

/** Why an item should be looked at. */
export type ItemFlag =
  | { readonly code: 'too_easy' | 'too_hard' | 'negative' | 'weak' }
  /** A wrong answer: more of the strong chose it than of the weak, or nobody did. */
  | { readonly code: 'strong_choose_it' | 'nobody_chooses_it'; readonly answer: string };

/** One row of what people answered. */
export type AnswerFigures = {
  /** Id of an option, `true` or `false`; of a left side, or of a step; what was typed, folded. */
  readonly id: string;
  /** `option`: chosen; `pair`: matched rightly; `neighbour`: put directly before the step that belongs there. */
  readonly kind: 'option' | 'typed' | 'pair' | 'neighbour';
  readonly correct: boolean;
  readonly chosen: number;
  /** How many of the strongest and of the weakest; null where too few sat to tell them apart. */
  readonly upper: number | null;
  readonly lower: number | null;
};

/** What an item came to. */
export type ItemFigures = {
  readonly key: string;
  readonly asked: number;
  readonly answered: number;
  /** Mean share of the points: 1 everybody had it right, 0 nobody. Null: never asked. */
  readonly difficulty: number | null;
  /**
   * Correlation of the item with the rest of the paper, −1 to 1: for an item that is right or wrong the corrected
   * point-biserial. Null where nobody or everybody had it right.
   */
  readonly discrimination: number | null;
  /** People in the upper and in the lower group, each; 0 where too few sat. */
  readonly groupSize: number;
  readonly answers: readonly AnswerFigures[];
  readonly flags: readonly ItemFlag[];
};

/** Fewer people than this raise no flag: chance would. */
export const MIN_ASKED_FOR_FLAGS = 20;
/** The strongest and the weakest: 27 % each tells them apart best (T. L. Kelley, 1939). */
const GROUP_SHARE = 0.27;
const EASY = 0.9;
const HARD = 0.2;
/** R. L. Ebel and D. A. Frisbie, Essentials of Educational Measurement (1991): below it an item is poor. */
const WEAK = 0.2;
/** So many typed answers are listed, the most frequent ones. */
const TYPED_ROWS = 10;

/** A sitting, added up once. `reached`: 0 to 1; a paper without points is 0. */
export type CountedPaper = {
  readonly id: string;
  readonly items: readonly SatItem[];
  readonly points: number;
  readonly max: number;
  readonly reached: number;
};

export function counted(paper: SatPaper): CountedPaper {
  const points = paper.items.reduce((sum, item) => sum + item.points, 0);
  const max = paper.items.reduce((sum, item) => sum + item.max, 0);
  return { id: paper.id, items: paper.items, points, max, reached: max === 0 ? 0 : points / max };
}

/** A sitting that asked an item; `rest`: the share of the points of all its other items, 0 to 1. */
export type Asked = { readonly paper: CountedPaper; readonly item: SatItem; readonly rest: number };

/** Of each item the sittings that asked it: from a large bank, each asks few. */
export function askedByItem(papers: readonly CountedPaper[]): ReadonlyMap<string, readonly Asked[]> {
  const byItem = new Map<string, Asked[]>();
  for (const paper of papers) {
    for (const item of paper.items) {
      const rest = paper.max > item.max ? (paper.points - item.points) / (paper.max - item.max) : 0;
      const own = byItem.get(item.key);
      if (own) own.push({ paper, item, rest });
      else byItem.set(item.key, [{ paper, item, rest }]);
    }
  }
  return byItem;
}

/**
 * The figures of one item over the papers that asked it: difficulty, corrected item–rest discrimination (Crocker and
 * Algina, 1986, chapter 14: the item itself is left out of the score that it is compared with), and what people
 * answered. The rest of a paper counts as a share of its points, so that drawn papers can be compared.
 */
export function itemFigures(key: string, content: ItemContent, asked: readonly Asked[]): ItemFigures {
  const difficulty = meanOf(asked.map(({ item }) => item.points / item.max));
  const discrimination = correlationOf(
    asked.map(({ item }) => item.points / item.max),
    asked.map(({ rest }) => rest),
  );
  const groupSize = asked.length < 4 ? 0 : Math.round(asked.length * GROUP_SHARE);
  const ranked = [...asked].sort((a, b) => b.paper.reached - a.paper.reached || (a.paper.id < b.paper.id ? -1 : 1));
  const groups = { upper: ranked.slice(0, groupSize), lower: ranked.slice(ranked.length - groupSize) };
  const answers = rowsOf(content, asked).map(({ of, ...row }): AnswerFigures => {
    const count = (people: readonly Asked[]): number => people.filter(({ item }) => of(item.answer)).length;
    return {
      ...row,
      chosen: count(asked),
      upper: groupSize > 0 ? count(groups.upper) : null,
      lower: groupSize > 0 ? count(groups.lower) : null,
    };
  });
  const figures = {
    key,
    asked: asked.length,
    answered: asked.filter(({ item }) => item.answer !== null).length,
    difficulty,
    discrimination,
    groupSize,
    answers,
  };
  return { ...figures, flags: flagsOf(content, figures) };
}

type Row = Pick<AnswerFigures, 'id' | 'kind' | 'correct'> & {
  /** Does an answer belong into this row? */
  readonly of: (answer: GivenAnswer | null) => boolean;
};

function rowsOf(content: ItemContent, asked: readonly Asked[]): Row[] {
  const own = new Set(asked.map(({ item }) => item.answer).filter((answer) => isAnswerOf(content, answer)));
  const whole = (answer: GivenAnswer | null): answer is GivenAnswer => answer !== null && own.has(answer);
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response':
      return content.options.map(({ id, correct }) => ({
        id,
        kind: 'option',
        correct,
        of: (a) =>
          whole(a) &&
          (a.type === 'single_choice' ? a.choice === id : a.type === 'multiple_response' && a.choices.includes(id)),
      }));
    case 'true_false':
      return [true, false].map((value) => ({
        id: String(value),
        kind: 'option',
        correct: value === content.correct,
        of: (a) => whole(a) && a.type === 'true_false' && a.value === value,
      }));
    case 'short_answer':
    case 'numeric':
      return typedRows(content, asked);
    case 'matching':
      return content.pairs.map(({ left, right }) => ({
        id: left.id,
        kind: 'pair',
        correct: true,
        of: (a) => whole(a) && a.type === 'matching' && new Map(Object.entries(a.pairs)).get(left.id) === right.id,
      }));
    case 'ordering':
      return content.steps.slice(0, -1).map(({ id }, i) => ({
        id,
        kind: 'neighbour',
        correct: true,
        of: (a) => whole(a) && a.type === 'ordering' && a.order[a.order.indexOf(id) + 1] === content.steps[i + 1]?.id,
      }));
    default:
      return assertNever(content);
  }
}

/** The most frequent typed answers: what should perhaps be accepted stands here. */
function typedRows(content: ItemContent, asked: readonly Asked[]): Row[] {
  const folded = new Map<GivenAnswer, string>();
  const counts = new Map<string, { readonly answer: GivenAnswer; readonly count: number }>();
  for (const { answer } of asked.map(({ item }) => item)) {
    if (!answer || !('text' in answer) || typeof answer.text !== 'string') continue;
    const text = foldAnswer(answer.text);
    folded.set(answer, text);
    if (text !== '') counts.set(text, { answer, count: (counts.get(text)?.count ?? 0) + 1 });
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
    .slice(0, TYPED_ROWS)
    .map(([id, { answer }]) => ({
      id,
      kind: 'typed',
      correct: scoreItem(content, answer, 1) > 0,
      of: (a) => a !== null && folded.get(a) === id,
    }));
}

/** The share that who knows nothing reaches by guessing, where there is something to choose from. */
function guessing(content: ItemContent): number {
  if (content.type === 'true_false') return 0.5;
  if (content.type !== 'single_choice') return 0;
  return content.options.filter((option) => option.correct).length / Math.max(1, content.options.length);
}

/**
 * What is wrong with an item: more than 9 in 10 have it right; fewer than 2 in 10, or than guessing gives, have it
 * right; who is strong in the rest has it wrong; it hardly tells strong from weak; a wrong option that draws at least
 * two more of the strong than of the weak; a wrong option that nobody ever chose.
 */
function flagsOf(content: ItemContent, f: Omit<ItemFigures, 'flags'>): ItemFlag[] {
  if (f.asked < MIN_ASKED_FOR_FLAGS) return [];
  const flags: ItemFlag[] = [];
  if (f.difficulty !== null && f.difficulty > EASY) flags.push({ code: 'too_easy' });
  if (f.difficulty !== null && f.difficulty < Math.max(HARD, guessing(content))) flags.push({ code: 'too_hard' });
  if (f.discrimination !== null && f.discrimination < 0) flags.push({ code: 'negative' });
  else if (f.discrimination !== null && f.discrimination < WEAK) flags.push({ code: 'weak' });
  if (content.type === 'true_false') return flags;
  for (const { id, kind, correct, chosen, upper, lower } of f.answers) {
    if (kind !== 'option' || correct) continue;
    if (upper !== null && lower !== null && upper >= lower + 2) flags.push({ code: 'strong_choose_it', answer: id });
    if (chosen === 0) flags.push({ code: 'nobody_chooses_it', answer: id });
  }
  return flags;
}
