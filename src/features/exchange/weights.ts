import { type Reason, Unreadable } from './model.ts';

/** Something to choose or to accept, with the part of the points that it brings, in percent. */
export type Weighted<T> = { readonly value: T; readonly weight: number };

/** Formats write thirds as 33.33333: weights closer than this, in percent, are the same. */
const CLOSE = 0.5;
const isFull = (weight: number): boolean => weight >= 100 - CLOSE;

/**
 * Which option of a single choice is right: the one that brings all points. What others bring in part, or cost, is
 * left out with a note: a single choice is marked all or nothing.
 *
 * @throws Unreadable when none, or more than one, brings all points
 */
export function rightOfSingle(weights: readonly number[], notes: Reason[]): boolean[] {
  const right = weights.map(isFull);
  const count = right.filter(Boolean).length;
  if (count === 0) throw new Unreadable('no_full_answer');
  if (count > 1) throw new Unreadable('several_right', { count });
  if (weights.some((weight) => weight > 0 && !isFull(weight))) notes.push({ code: 'part_points_left_out' });
  if (weights.some((weight) => weight < 0)) notes.push({ code: 'deduction_left_out' });
  return right;
}

/**
 * Which options of a multiple response are right: those that bring points, which together must be all points, as in
 * Moodle. That right ones count alike, and wrong ones are deducted, is the rule of the bank.
 *
 * @throws Unreadable when they come to another sum
 */
export function rightOfSeveral(weights: readonly number[], notes: Reason[]): boolean[] {
  const earning = weights.filter((weight) => weight > 0);
  const sum = earning.reduce((a, b) => a + b, 0);
  if (earning.length === 0) throw new Unreadable('no_full_answer');
  if (Math.abs(sum - 100) > CLOSE * 2) throw new Unreadable('weights_not_100', { sum: String(Math.round(sum)) });
  if (earning.some((weight) => Math.abs(weight - (earning[0] ?? 0)) > CLOSE))
    notes.push({ code: 'weights_made_equal' });
  return weights.map((weight) => weight > 0);
}

/**
 * The answers that bring all points. Those that bring less are left out with a note; those that bring nothing are
 * there for their feedback only.
 *
 * @throws Unreadable when none brings all points
 */
export function fullyRight<T>(answers: readonly Weighted<T>[], notes: Reason[]): T[] {
  const right = answers.filter(({ weight }) => isFull(weight));
  if (right.length === 0) throw new Unreadable('no_full_answer');
  if (answers.some(({ weight }) => weight > 0 && !isFull(weight))) notes.push({ code: 'part_points_left_out' });
  return right.map(({ value }) => value);
}

type NumberAnswer = { readonly value: string; readonly tolerance: string };

/** Numbers without those that were said before. */
export const equalNumbers = (numbers: readonly NumberAnswer[]): NumberAnswer[] =>
  numbers.filter(
    (one, i) => numbers.findIndex((other) => other.value === one.value && other.tolerance === one.tolerance) === i,
  );
