import type { ApplicationFacts, OfferingFacts } from '../lifecycle/decision.ts';

/** Clauses 6.3 and 7.3, H3: the course needs knowledge and the person has neither a valid pass nor an accepted proof. */
export function mustSitExam(
  o: Pick<OfferingFacts, 'examNeeded'>,
  a: Pick<ApplicationFacts, 'hasPass' | 'proof'>,
): boolean {
  return o.examNeeded && !a.hasPass && a.proof !== 'accepted';
}

/**
 * Does a pass earned at `passedAt` still count at `now` (clause 6.2)?
 * @param validityMonths how long a pass of this exam counts; null = for ever
 */
export function passCounts(passedAt: Date, validityMonths: number | null, now: Date): boolean {
  if (validityMonths === null) return true;
  const until = new Date(passedAt);
  until.setUTCMonth(until.getUTCMonth() + validityMonths);
  return now < until;
}

/** End of the retake wait after a fail at `failedAt` (6.3.2), or null when it is over. */
export function retakeFrom(failedAt: Date | null, retakeWaitDays: number, now: Date): Date | null {
  if (!failedAt) return null;
  const until = new Date(failedAt.getTime() + retakeWaitDays * 86_400_000);
  return until > now ? until : null;
}

/**
 * Has a person used every attempt that an exam gives? Attempts that were sat to their end count, also those of other
 * requests; a result that staff recorded is none.
 *
 * @param most how many an exam gives one person in all, from 1; null = as many as they make requests
 * @param used attempts that were handed in or ran out
 */
export const attemptsUsed = (most: number | null, used: number): boolean => most !== null && used >= most;
