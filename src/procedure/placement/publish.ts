import type { Lang } from '#kernel/lang.ts';
import { type ItemProblem, itemProblems } from './item-check.ts';
import type { Difficulty, ItemContent } from './items.ts';

/** One part of an exam's blueprint: named items, or so many drawn from a topic and difficulty for each attempt. */
export type BlueprintPart =
  | { readonly kind: 'fixed'; readonly items: readonly string[] }
  | { readonly kind: 'draw'; readonly topic: string; readonly difficulty: Difficulty | null; readonly count: number };

/** An item in a version of an exam. */
export type ItemRef = { readonly itemId: string; readonly version: number };

/** A part of a published exam: `draw` of these items, all of them where it equals their number. */
export type ExamSection = { readonly items: readonly ItemRef[]; readonly draw: number };

/** What an exam is to be published from. */
export type ExamPlan = { readonly languages: readonly Lang[]; readonly blueprint: readonly BlueprintPart[] };

/** An item of the bank in its latest approved wording, or in its latest one where none is approved. */
export type BankEntry = {
  readonly itemId: string;
  readonly version: number;
  readonly standing: 'approved' | 'not_approved' | 'retired';
  readonly topic: string;
  readonly difficulty: Difficulty;
  /** Whole points; 0 and less is a mistake. */
  readonly points: number;
  readonly content: ItemContent;
};

/** What keeps an exam from being published; `part` counts the parts of the blueprint from 1. */
export type PublishProblem =
  | { readonly code: 'empty_exam' | 'no_language' }
  | { readonly code: 'empty_part'; readonly part: number }
  | {
      readonly code: 'too_few_items';
      readonly part: number;
      readonly topic: string;
      readonly difficulty: Difficulty | null;
      readonly needed: number;
      readonly available: number;
    }
  | { readonly code: 'unknown_item' | 'item_twice'; readonly part: number; readonly itemId: string }
  | { readonly code: 'not_approved' | 'retired' | 'no_points'; readonly itemId: string }
  | { readonly code: 'item'; readonly itemId: string; readonly problem: ItemProblem };

type DrawPart = Extract<BlueprintPart, { kind: 'draw' }>;

const fits = (part: DrawPart, entry: BankEntry): boolean =>
  entry.topic === part.topic && (part.difficulty === null || entry.difficulty === part.difficulty);

/** `inner` draws from nothing that `outer` does not draw from. */
const within = (inner: DrawPart, outer: DrawPart): boolean =>
  inner.topic === outer.topic && (outer.difficulty === null || inner.difficulty === outer.difficulty);

const fixedItems = (blueprint: readonly BlueprintPart[]): ReadonlySet<string> =>
  new Set(blueprint.flatMap((part) => (part.kind === 'fixed' ? part.items : [])));

/**
 * Items that a part of a blueprint can draw from: approved, of its topic and difficulty, and not named by a fixed part
 * of the same exam.
 */
export function poolOf(part: DrawPart, plan: ExamPlan, bank: readonly BankEntry[]): BankEntry[] {
  const fixed = fixedItems(plan.blueprint);
  return bank.filter((e) => e.standing === 'approved' && !fixed.has(e.itemId) && fits(part, e));
}

/**
 * Everything that keeps an exam from being published; empty when it can be. A published exam can be drawn for every
 * attempt, asked in every language of the exam, and scored.
 *
 * @param bank the items that the blueprint names or may draw
 */
export function publishCheck(plan: ExamPlan, bank: readonly BankEntry[]): PublishProblem[] {
  if (plan.languages.length === 0) return [{ code: 'no_language' }];
  if (plan.blueprint.length === 0) return [{ code: 'empty_exam' }];
  const byId = new Map(bank.map((e) => [e.itemId, e]));
  const used = new Map<string, BankEntry>();
  const problems: PublishProblem[] = [];
  const seen = new Set<string>();
  for (const [i, part] of plan.blueprint.entries()) {
    if (part.kind === 'fixed') {
      if (part.items.length === 0) problems.push({ code: 'empty_part', part: i + 1 });
      for (const itemId of part.items) {
        const entry = byId.get(itemId);
        if (!entry) problems.push({ code: 'unknown_item', part: i + 1, itemId });
        else if (seen.has(itemId)) problems.push({ code: 'item_twice', part: i + 1, itemId });
        else used.set(itemId, entry);
        seen.add(itemId);
      }
    } else {
      const pool = poolOf(part, plan, bank);
      for (const entry of pool) used.set(entry.itemId, entry);
      problems.push(...drawProblems(part, i, plan, pool.length));
    }
  }
  return [...problems, ...[...used.values()].flatMap((entry) => entryProblems(entry, plan.languages))];
}

/** A part shares its items with the parts inside it: all of them together must not ask for more than there are. */
function drawProblems(part: DrawPart, index: number, plan: ExamPlan, available: number): PublishProblem[] {
  if (part.count < 1) return [{ code: 'empty_part', part: index + 1 }];
  const needed = plan.blueprint.reduce((n, p) => (p.kind === 'draw' && within(p, part) ? n + p.count : n), 0);
  if (needed <= available) return [];
  const { topic, difficulty } = part;
  return [{ code: 'too_few_items', part: index + 1, topic, difficulty, needed, available }];
}

function entryProblems(entry: BankEntry, languages: readonly Lang[]): PublishProblem[] {
  const { itemId, standing, points, content } = entry;
  if (standing !== 'approved') return [{ code: standing, itemId }];
  const wrong = itemProblems(content, languages).map((problem) => ({ code: 'item', itemId, problem }) as const);
  return points < 1 ? [{ code: 'no_points', itemId }, ...wrong] : wrong;
}

/**
 * The sections of the version that a plan without problems makes, in the order of the blueprint. The pools of two
 * sections may share items; the draw gives each item once, and the narrower pools choose first.
 */
export function sectionsOf(plan: ExamPlan, bank: readonly BankEntry[]): ExamSection[] {
  const byId = new Map(bank.map((e) => [e.itemId, e]));
  return plan.blueprint.map((part) => {
    const entries = part.kind === 'fixed' ? part.items.flatMap((id) => byId.get(id) ?? []) : poolOf(part, plan, bank);
    const items = entries.map(({ itemId, version }) => ({ itemId, version }));
    return { items, draw: part.kind === 'fixed' ? items.length : part.count };
  });
}
