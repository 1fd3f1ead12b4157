import { percentOf } from '#procedure/placement/scoring.ts';
import type { AttemptRow } from './store.ts';

/** What an exam came to. `closedBy` tells whether the person handed it in or the time ran out. */
export type Outcome = {
  readonly passed: boolean;
  /** Points reached and reachable, in hundredths of a point. */
  readonly points: number;
  readonly max: number;
  readonly percent: number;
  readonly closedBy: 'submitted' | 'expired';
};

/** The outcome of a closed attempt; `undefined` while it is being sat, and when it was dropped. */
export function outcomeOf(attempt: AttemptRow): Outcome | undefined {
  const { passed, scorePoints: points, maxPoints: max, closedBy } = attempt;
  if (passed === null || points === null || max === null || closedBy === null || closedBy === 'dropped')
    return undefined;
  return { passed, points, max, percent: percentOf(points, max), closedBy };
}
