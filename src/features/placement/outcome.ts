import { percentOf } from '#procedure/placement/score.ts';
import type { AttemptRow } from './store.ts';

/** What an exam came to. `closedBy` tells whether the person handed it in or the time ran out. */
export type Outcome = {
  readonly passed: boolean;
  readonly right: number;
  readonly total: number;
  readonly percent: number;
  readonly closedBy: 'submitted' | 'expired';
};

/** The outcome of a closed attempt; `undefined` while it is being sat, and when it was dropped. */
export function outcomeOf(attempt: AttemptRow): Outcome | undefined {
  const { passed, rightAnswers: right, totalItems: total, closedBy } = attempt;
  if (passed === null || right === null || total === null || closedBy === null || closedBy === 'dropped')
    return undefined;
  return { passed, right, total, percent: percentOf(right, total), closedBy };
}
