import type { ApplicationId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import { scoreExam } from '#procedure/placement/score.ts';
import { decideSitting, type SittingRefusal, satAt, takesAnswers } from '#procedure/placement/sitting.ts';
import {
  type ApplicationRecord,
  findApplication,
  holdBoth,
  holdForVerdict,
  settleVerdict,
} from '../applications/index.ts';
import { addResult, type ExamItemRow, type ExamRow, findExam, itemsOf } from '../exams/index.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { sittingOf } from './queries.ts';
import {
  type Answer,
  type AttemptRow,
  answersOf,
  closeAttempt,
  expiredAttempts,
  lockAttempt,
  lockAttemptOf,
  openAttempt,
  upsertAnswers,
} from './store.ts';

export type StartRefusal = SittingRefusal | { readonly code: 'not_found' | 'already_sat' };

/**
 * Clauses 6.3 and 7.3: starts the exam of a request, once. Starting again while it is being sat gives the same attempt
 * back, so that it can be continued on another device.
 *
 * A closed attempt gives way to a new one only if the procedure asks for the exam again: the proof that had made it
 * needless was refused after all, or the pass has run out while the course was postponed.
 */
export async function startAttempt(work: Work, id: ApplicationId): Promise<Result<AttemptRow, StartRefusal>> {
  const held = await holdBoth(work, id);
  if (!held) return err({ code: 'not_found' });
  const { row } = held.application;
  const before = await lockAttemptOf(work.tx, id);
  if (row.state !== 'awaiting_exam') {
    return err(before && outcomeOf(before) ? { code: 'already_sat' } : { code: 'not_awaiting_exam', state: row.state });
  }
  if (before && !before.closedAt) return ok(before);

  const { exam } = await examOf(work, held.application);
  const sitting = decideSitting(await sittingOf(work.tx, row, held.record, exam), work.now);
  if (!sitting.ok) return sitting;
  const attempt = await openAttempt(work.tx, {
    id: before?.id ?? newId(),
    applicationId: id,
    offeringId: row.offeringId,
    personId: row.personId,
    examId: exam.id,
    startedAt: work.now,
    deadlineAt: sitting.value.endsAt,
  });
  return ok(attempt);
}

/** @throws Error when the request needs no exam, or its exam has no question: nobody is sent to such an exam */
async function examOf(work: Work, application: ApplicationRecord): Promise<{ exam: ExamRow; items: ExamItemRow[] }> {
  const { examId } = application.row;
  const exam = examId ? await findExam(work.tx, examId) : undefined;
  if (!exam) throw new Error('a request that awaits no exam was started');
  const items = await itemsOf(work.tx, exam.id);
  if (items.length === 0) throw new Error(`exam ${exam.id} has no question`);
  return { exam, items };
}

export type AnswerRefusal = {
  readonly code: 'not_started' | 'closed' | 'time_over' | 'not_awaiting_exam' | 'unknown_answer';
};

/** Keeps one answer; see `saveAnswers`. */
export const saveAnswer = (
  work: Work,
  attemptId: string,
  itemId: string,
  optionId: string,
): Promise<Result<null, AnswerRefusal>> => saveAnswers(work, attemptId, [{ itemId, optionId }]);

/**
 * Keeps answers of an open attempt; a later answer to a question replaces the earlier one. All are kept, or none:
 * refused when the attempt is closed, its time and the grace are over, the exam is no longer needed, or a question or
 * option is not in the exam.
 */
export async function saveAnswers(
  work: Work,
  attemptId: string,
  answers: readonly Answer[],
): Promise<Result<null, AnswerRefusal>> {
  const attempt = await lockAttempt(work.tx, attemptId);
  if (!attempt) return err({ code: 'not_started' });
  if (attempt.closedAt) return err({ code: 'closed' });
  const application = await findApplication(work.tx, attempt.applicationId, work.now);
  if (application?.row.state !== 'awaiting_exam') return err({ code: 'not_awaiting_exam' });
  if (!takesAnswers(attempt.deadlineAt, work.now)) return err({ code: 'time_over' });
  const items = await itemsOf(work.tx, attempt.examId);
  if (!answers.every((a) => isInExam(items, a))) return err({ code: 'unknown_answer' });
  await upsertAnswers(work.tx, attempt.id, answers, work.now);
  return ok(null);
}

const isInExam = (items: readonly ExamItemRow[], { itemId, optionId }: Answer): boolean =>
  items.some((item) => item.id === itemId && item.options.some((option) => option.id === optionId));

export type SubmitRefusal = { readonly code: 'not_found' | 'not_started' | 'not_awaiting_exam' | 'unknown_answer' };

/**
 * Clauses 6.3.1 to 7.3.2: hands an exam in with the answers given now (those kept before count as well), marks it and
 * carries out what follows. After the time and its grace only the answers kept before count. Handing in again gives
 * the first outcome.
 */
export async function submitAttempt(
  work: Work,
  id: ApplicationId,
  answers: readonly Answer[] = [],
): Promise<Result<Outcome, SubmitRefusal>> {
  const application = await holdForVerdict(work, id);
  if (!application) return err({ code: 'not_found' });
  const attempt = await lockAttemptOf(work.tx, id);
  if (!attempt) return err({ code: 'not_started' });
  const outcome = outcomeOf(attempt);
  if (outcome) return ok(outcome);
  if (attempt.closedAt || application.row.state !== 'awaiting_exam') return err({ code: 'not_awaiting_exam' });

  const { exam, items } = await examOf(work, application);
  const inTime = takesAnswers(attempt.deadlineAt, work.now);
  if (inTime) {
    if (!answers.every((a) => isInExam(items, a))) return err({ code: 'unknown_answer' });
    await upsertAnswers(work.tx, attempt.id, answers, work.now);
  }
  return ok(await mark(work, attempt, exam, items, inTime ? 'submitted' : 'expired'));
}

/** Marks, keeps the result, closes the attempt, and settles the request. All offerings concerned are held. */
async function mark(
  work: Work,
  attempt: AttemptRow,
  exam: ExamRow,
  items: readonly ExamItemRow[],
  closedBy: Outcome['closedBy'],
): Promise<Outcome> {
  const questions = items.map((item) => ({
    id: item.id,
    right: new Set(item.options.filter((option) => option.correct).map((option) => option.id)),
  }));
  const score = scoreExam(questions, await answersOf(work.tx, attempt.id), exam.passMarkPercent);
  await addResult(work.tx, {
    id: newId(),
    personId: attempt.personId,
    examId: exam.id,
    passed: score.passed,
    scorePercent: score.percent,
    satAt: satAt(attempt.deadlineAt, work.now),
    source: 'attempt',
    note: null,
  });
  await closeAttempt(work.tx, attempt.id, {
    closedAt: work.now,
    closedBy,
    rightAnswers: score.right,
    totalItems: score.total,
    passed: score.passed,
  });
  const settled = await settleVerdict(work, attempt.applicationId, score.passed ? 'pass' : 'fail');
  if (!settled.ok) throw new Error(`a request that awaits its exam refused the result: ${settled.error.code}`);
  return { ...score, closedBy };
}

/**
 * Closes the attempt of a request whose time is over, with the answers kept. Where the exam is no longer needed
 * (proof accepted, passed elsewhere, withdrawn) it is dropped without a result.
 *
 * @returns false when there is nothing to close
 */
export async function closeExpiredAttempt(work: Work, id: ApplicationId): Promise<boolean> {
  const application = await holdForVerdict(work, id);
  const attempt = await lockAttemptOf(work.tx, id);
  if (!application || !attempt || attempt.closedAt || work.now < attempt.deadlineAt) return false;
  if (application.row.state !== 'awaiting_exam') {
    await closeAttempt(work.tx, attempt.id, { closedAt: work.now, closedBy: 'dropped' });
    return true;
  }
  const { exam, items } = await examOf(work, application);
  await mark(work, attempt, exam, items, 'expired');
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
