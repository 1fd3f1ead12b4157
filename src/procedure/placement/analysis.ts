import { counted, type ItemFigures, itemFigures, type SatItem, type SatPaper } from './item-analysis.ts';
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
export function examFigures(papers: readonly SatPaper[], contents: ReadonlyMap<string, ItemContent>): ExamFigures {
  const counts = papers.map(counted);
  const percents = counts.map((paper) => paper.reached * 100);
  const passed = papers.filter((paper) => paper.passed).length;
  const variance = covarianceOf(percents, percents);
  const spread = variance === null ? null : Math.sqrt(variance);
  const reliability = reliabilityOf(papers);
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
    items: [...contents].map(([key, content]) => itemFigures(key, content, counts)),
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
export function reliabilityOf(papers: readonly SatPaper[]): Reliability | null {
  const columns = new Map<string, Map<SatPaper, SatItem>>();
  for (const paper of papers) {
    for (const item of paper.items) {
      const column = columns.get(item.key) ?? new Map<SatPaper, SatItem>();
      columns.set(item.key, column.set(paper, item));
    }
  }
  const items = [...columns.values()];
  const complete = items.every((column) => column.size === papers.length);
  const k = complete ? items.length : (meanOf(papers.map((paper) => paper.items.length)) ?? 0);
  if (papers.length < 2 || k < 2) return null;

  const own = new Mean();
  const shared = new Mean();
  items.forEach((column, i) => {
    addCovariance(own, column, column);
    for (const other of items.slice(i + 1)) addCovariance(shared, column, other);
  });
  const denominator = own.value + (k - 1) * shared.value;
  if (!shared.known || denominator <= 1e-9) return null;
  // Pairs that few had in common can vary together more than alone.
  const value = Math.min(1, (k * shared.value) / denominator);
  if (!complete) return { kind: 'alpha_pairs', value };
  return { kind: items.every((column) => isRightOrWrong(column, items[0])) ? 'kr20' : 'alpha', value };
}

/** A mean of values that weigh differently. */
class Mean {
  private total = 0;
  private weight = 0;
  add(value: number, weight: number): void {
    this.total += value * weight;
    this.weight += weight;
  }
  get known(): boolean {
    return this.weight > 0;
  }
  get value(): number {
    return this.weight === 0 ? 0 : this.total / this.weight;
  }
}

type Column = ReadonlyMap<SatPaper, SatItem>;

function addCovariance(mean: Mean, one: Column, other: Column): void {
  const pairs = [...one].flatMap(([paper, item]) => {
    const second = other.get(paper);
    return second ? [[item.points, second.points] as const] : [];
  });
  const covariance = covarianceOf(
    pairs.map(([x]) => x),
    pairs.map(([, y]) => y),
  );
  if (covariance !== null) mean.add(covariance, pairs.length - 1);
}

function isRightOrWrong(column: Column, first: Column | undefined): boolean {
  const worth = first?.values().next().value?.max;
  return [...column.values()].every((item) => item.max === worth && (item.points === 0 || item.points === item.max));
}
