/** Plain statistics of lists of numbers. They describe; nothing is decided by them, so they may be fractions. */

/** Null of nothing. */
export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value at `share` (0 to 1) of the sorted list, between two values where it falls between them; null of nothing. */
export function quantileOf(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (place - Math.floor(place));
}

const isConstant = (values: readonly number[]): boolean => values.every((value) => value === values[0]);

/**
 * How two things vary together: Σ(x − x̄)(y − ȳ) / (n − 1). `covarianceOf(x, x)` is the variance of a sample.
 *
 * @returns null of fewer than two
 */
export function covarianceOf(xs: readonly number[], ys: readonly number[]): number | null {
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)];
  if (meanX === null || meanY === null || xs.length < 2 || xs.length !== ys.length) return null;
  if (isConstant(xs) || isConstant(ys)) return 0;
  return xs.reduce((sum, x, i) => sum + (x - meanX) * ((ys[i] ?? 0) - meanY), 0) / (xs.length - 1);
}

/** What is nearer to nothing than this is an error of the calculation. */
const NOTHING = 1e-12;

/** Pearson's correlation, −1 to 1; null where one of the two does not vary. */
export function correlationOf(xs: readonly number[], ys: readonly number[]): number | null {
  const [both, x, y] = [covarianceOf(xs, ys), covarianceOf(xs, xs), covarianceOf(ys, ys)];
  if (both === null || !x || !y) return null;
  const correlation = both / Math.sqrt(x * y);
  return Math.abs(correlation) < NOTHING ? 0 : Math.max(-1, Math.min(1, correlation));
}
