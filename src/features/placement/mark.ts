import type { ApplicationId } from '#kernel/ids.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import { percentOf, scorePaper } from '#procedure/placement/scoring.ts';
import { satAt } from '#procedure/placement/sitting.ts';
import { findApplication, type Held, holdSitting, settleHeld } from '../applications/index.ts';
import { addResult } from '../exams/index.ts';
import { correctionsForMarking } from './corrections.ts';
import type { Outcome } from './outcome.ts';
import { paperOf } from './queries.ts';
import { type AttemptRow, closeAttempt, closeMarked, expiredAttempts, givenOf, lockAttemptOf } from './store.ts';

/**
 * Marks an attempt by its version and what staff corrected since, keeps the result, closes the attempt, and settles the
 * request (6.3.1 to 7.3.2). All offerings concerned are held (`holdSitting`), and the attempt.
 */
export async function mark(
  work: Work,
  held: Held,
  attempt: AttemptRow,
  closedBy: Outcome['closedBy'],
): Promise<Outcome> {
  const { version, items } = await paperOf(work.tx, attempt);
  const answers = new Map((await givenOf(work.tx, attempt.id)).map((row) => [row.itemId, row.answer]));
  const score = scorePaper(items, answers, version.passMarkPercent, {
    corrections: await correctionsForMarking(work.tx, attempt.examId, attempt.paper),
    lang: attempt.language,
  });
  await addResult(work.tx, {
    id: newId(),
    personId: attempt.personId,
    examId: attempt.examId,
    passed: score.passed,
    scorePercent: score.percent,
    satAt: satAt(attempt.deadlineAt, work.now),
    source: 'attempt',
    note: null,
  });
  await closeMarked(work.tx, attempt.id, score, { closedBy, now: work.now });
  const settled = await settleHeld(work, held, score.passed ? 'pass' : 'fail');
  if (!settled.ok) throw new Error(`a request that awaits its exam refused the result: ${settled.error.code}`);
  return {
    passed: score.passed,
    points: score.score,
    max: score.max,
    percent: percentOf(score.score, score.max),
    closedBy,
  };
}

/**
 * Closes the attempt of a request whose time is over, with the answers kept. Where the exam is no longer needed
 * (proof accepted, passed elsewhere, withdrawn) it is dropped without a result.
 *
 * @returns false when there is nothing to close
 */
export async function closeExpiredAttempt(work: Work, id: ApplicationId): Promise<boolean> {
  const held = await holdSitting(work, id);
  const attempt = await lockAttemptOf(work.tx, id);
  if (!held || !attempt || attempt.closedAt || work.now < attempt.deadlineAt) return false;
  if (held.application.row.state !== 'awaiting_exam') {
    await closeAttempt(work.tx, attempt.id, { closedAt: work.now, closedBy: 'dropped' });
    return true;
  }
  await mark(work, held, attempt, 'expired');
  return true;
}

/**
 * Closes the attempt of a request that needs its exam no longer, at once and without a result: a proof was accepted
 * while it was being sat (H3). The request must be held.
 *
 * @returns false when none was open, or the exam is still awaited
 */
export async function dropAttempt(work: Work, id: ApplicationId): Promise<boolean> {
  const application = await findApplication(work.tx, id, work.now);
  const attempt = await lockAttemptOf(work.tx, id);
  if (!application || application.row.state === 'awaiting_exam' || !attempt || attempt.closedAt) return false;
  await closeAttempt(work.tx, attempt.id, { closedAt: work.now, closedBy: 'dropped' });
  return true;
}

const BATCH = 500;

/**
 * Closes every attempt whose time is over at `now`, each in a transaction of its own. To be done before decisions
 * that fall on the same instant (ruling B, step 1).
 *
 * @returns how many were closed
 * @throws the first error, after all others were tried
 */
export async function closeExpiredAttempts(app: App, now: Date): Promise<number> {
  let closed = 0;
  const errors: unknown[] = [];
  for (const id of await expiredAttempts(app.database.db, now, BATCH)) {
    try {
      closed += Number(await command(app, { actor: 'clock' }, (work) => closeExpiredAttempt(work, id), now));
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
  return closed < BATCH ? closed : closed + (await closeExpiredAttempts(app, now));
}
