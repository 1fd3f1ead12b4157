import { askedByItem, counted, type ItemFigures, itemFigures, type SatPaper } from './item-analysis.ts';
import type { ItemContent } from './items.ts';
import { covarianceOf, meanOf, quantileOf } from './statistics.ts';

/**
 * How well the same people would come out the same with other items of this kind.
 *
 * - `kr20`: all answered the same items, each right or wrong and worth the same;
 * - `alpha`: all answered the same items;
 * - `alpha_pairs`: papers were drawn, and the coefficient rests on the pairs of items that people had in common.
 */
export type Reliability = { readonly kind: 'kr20' | 'alpha' | 'alpha_pairs'; readonly value: number };

/** What the sittings of an exam came to. Percents 0 to 100. Null where too few sat to say it. */
export type ExamFigures = {
  readonly sat: number;
  readonly passed: number;
  readonly passPercent: number | null;
  readonly meanPercent: number | null;
  /** Standard deviation of the percents, as of a sample. */
  readonly spread: number | null;
  readonly reliability: Reliability | null;
  /** Standard error of measurement: how far a mark may lie from what the person knows, in percent points. */
  readonly error: number | null;
  /** How many reached 0–9 %, 10–19 % … 90–100 %. */
  readonly histogram: readonly number[];
  /** Of the time used: a quarter of the people needed no longer than `quarter`, half no longer than `median` … */
  readonly seconds: { readonly quarter: number; readonly median: number; readonly threeQuarters: number } | null;
  readonly items: readonly ItemFigures[];
};

/**
 * The figures of an exam for its authors (classical test theory). Formulae: L. Crocker and J. Algina, Introduction to
 * Classical and Modern Test Theory (1986), chapters 6, 7 and 14.
 *
 * @param papers   finished sittings
 * @param contents what each item says, with its key as it counts now
 */
export const examFigures = (papers: readonly SatPaper[], contents: ReadonlyMap<string, ItemContent>): ExamFigures =>
  atOnce(figuresInSteps(papers, contents));

/** Takes all steps, one right after the other. */
function atOnce<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in steps of a few milliseconds: with thousands of papers, whoever counts lets others go between. */
export function* figuresInSteps(
  papers: readonly SatPaper[],
  contents: ReadonlyMap<string, ItemContent>,
): Generator<undefined, ExamFigures> {
  const counts = papers.map(counted);
  const byItem = askedByItem(counts);
  const percents = counts.map((paper) => paper.reached * 100);
  const passed = papers.filter((paper) => paper.passed).length;
  const variance = covarianceOf(percents, percents);
  const spread = variance === null ? null : Math.sqrt(variance);
  yield;
  const reliability = yield* reliabilityInSteps(papers);
  const items: ItemFigures[] = [];
  for (const [key, content] of contents) {
    items.push(itemFigures(key, content, byItem.get(key) ?? []));
    yield;
  }
  return {
    sat: papers.length,
    passed,
    passPercent: papers.length === 0 ? null : (passed * 100) / papers.length,
    meanPercent: meanOf(percents),
    spread,
    reliability,
    error: spread === null || reliability === null ? null : spread * Math.sqrt(1 - reliability.value),
    histogram: histogramOf(percents),
    seconds: timesOf(papers),
    items,
  };
}

function histogramOf(percents: readonly number[]): number[] {
  const bins = new Array<number>(10).fill(0);
  for (const percent of percents) {
    const bin = Math.min(9, Math.floor(percent / 10));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

function timesOf(papers: readonly SatPaper[]): ExamFigures['seconds'] {
  const seconds = papers.map((paper) => paper.seconds);
  const [quarter, median, threeQuarters] = [0.25, 0.5, 0.75].map((share) => quantileOf(seconds, share));
  if (typeof quarter !== 'number' || typeof median !== 'number' || typeof threeQuarters !== 'number') return null;
  return { quarter, median, threeQuarters };
}

/**
 * Cronbach's coefficient alpha (1951), and formula 20 of Kuder and Richardson (1937), which is alpha of items that are
 * right or wrong:
 *
 *     α = k / (k − 1) · (1 − Σσᵢ² / σₓ²) = k·c̄ / (v̄ + (k − 1)·c̄)
 *
 * with k items, the mean variance v̄ of an item and the mean covariance c̄ of two. The right side needs no total score:
 * where papers are drawn it is taken over the pairs of items that at least two people had in common, each weighted by
 * how many they were.
 *
 * @returns null for fewer than two people or items, and where nothing varies
 */
export const reliabilityOf = (papers: readonly SatPaper[]): Reliability | null => atOnce(reliabilityInSteps(papers));

function* reliabilityInSteps(papers: readonly SatPaper[]): Generator<undefined, Reliability | null> {
  const keys = [...new Set(papers.flatMap((paper) => paper.items.map((item) => item.key)))];
  const asked = papers.reduce((sum, paper) => sum + paper.items.length, 0);
  const complete = asked === papers.length * keys.length;
  const k = papers.length === 0 ? 0 : asked / papers.length;
  if (papers.length < 2 || k < 2) return null;

  const { own, shared } = yield* meanCovariances(papers, keys);
  const denominator = (own ?? 0) + (k - 1) * (shared ?? 0);
  if (shared === null || denominator <= 1e-9) return null;
  // Pairs that few had in common can vary together more than alone.
  const value = Math.min(1, (k * shared) / denominator);
  if (!complete) return { kind: 'alpha_pairs', value };
  return { kind: areRightOrWrong(papers) ? 'kr20' : 'alpha', value };
}

/** Papers that are walked in one step. */
const STEP = 200;

/**
 * The mean variance of an item and the mean covariance of two, each weighted by its people less one. Sums of each pair
 * are gathered in one walk over the papers: whole numbers, so that nothing is lost.
 */
function* meanCovariances(papers: readonly SatPaper[], keys: readonly string[]) {
  const place = new Map(keys.map((key, i) => [key, i]));
  const size = keys.length;
  const [people, first, second, product] = [0, 1, 2, 3].map(() => new Float64Array(size * size));
  if (!people || !first || !second || !product) throw new Error('there are four sums of each pair');
  const add = (sums: Float64Array, at: number, value: number): void => {
    sums[at] = (sums[at] ?? 0) + value;
  };
  for (const [number, paper] of papers.entries()) {
    if (number % STEP === 0) yield;
    const items = paper.items.map((item) => ({ at: place.get(item.key) ?? 0, points: item.points }));
    items.sort((a, b) => a.at - b.at);
    // Walked by index: with thousands of papers this is the inmost of some million steps.
    for (let i = 0; i < items.length; i += 1) {
      const one = items[i];
      for (let j = i; one && j < items.length; j += 1) {
        const other = items[j];
        if (!other) continue;
        const at = one.at * size + other.at;
        add(people, at, 1);
        add(first, at, one.points);
        add(second, at, other.points);
        add(product, at, one.points * other.points);
      }
    }
  }
  const [own, shared] = [new Mean(), new Mean()];
  for (let one = 0; one < size; one += 1) {
    for (let other = one; other < size; other += 1) {
      const at = one * size + other;
      const n = people[at] ?? 0;
      if (n < 2) continue;
      const covariance = ((product[at] ?? 0) - ((first[at] ?? 0) * (second[at] ?? 0)) / n) / (n - 1);
      (one === other ? own : shared).add(covariance, n - 1);
    }
  }
  return { own: own.value, shared: shared.value };
}

/** A mean of values that weigh differently; null of none. */
class Mean {
  private total = 0;
  private weight = 0;
  add(value: number, weight: number): void {
    this.total += value * weight;
    this.weight += weight;
  }
  get value(): number | null {
    return this.weight === 0 ? null : this.total / this.weight;
  }
}

/** Every item is worth the same, and was right or wrong. */
function areRightOrWrong(papers: readonly SatPaper[]): boolean {
  const worth = papers[0]?.items[0]?.max;
  return papers.every((paper) =>
    paper.items.every(({ points, max }) => max === worth && (points === 0 || points === max)),
  );
}
