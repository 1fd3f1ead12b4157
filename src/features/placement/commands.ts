import type { ApplicationId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { createGroup, type Group } from '#platform/group.ts';
import { newId, newToken } from '#platform/vault/random.ts';
import { isAnswerOf } from '#procedure/placement/answers.ts';
import { drawPaper } from '#procedure/placement/draw.ts';
import { decideSitting, type SittingRefusal, takesAnswers } from '#procedure/placement/sitting.ts';
import { type ApplicationRow, holdBoth, holdSitting } from '../applications/index.ts';
import { type ExamRow, type ExamVersionRow, findExam, versionOf } from '../exams/index.ts';
import { mark } from './mark.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { paperOf, sittingOf } from './queries.ts';
import {
  type AttemptRow,
  addEvent,
  findAttempt,
  type Given,
  handOver,
  keepAnswers,
  lockAttemptOf,
  type Met,
  openAttempt,
  reopenAttempt,
  type Sent,
} from './store.ts';

export type StartRefusal =
  | SittingRefusal
  /** `not_ready`: the exam was never published; nobody can sit it yet. */
  | { readonly code: 'not_found' | 'already_sat' | 'not_ready' };

/** Who starts or goes on with an exam. `device`: keyed hash; null = nobody's device. */
export type Starter = { readonly device?: string | null; readonly language?: Lang | undefined };

/**
 * Clauses 6.3 and 7.3: starts the exam of a request, once: draws its paper from the version that is published now.
 * Starting again while it is being sat gives the same attempt back; on another device, that device has it from now on.
 *
 * A closed attempt gives way to a new one only if the procedure asks for the exam again: the proof that had made it
 * needless was refused after all, or the pass has run out while the course was postponed.
 */
export async function startAttempt(
  work: Work,
  id: ApplicationId,
  { device = null, language }: Starter = {},
): Promise<Result<AttemptRow, StartRefusal>> {
  const held = await holdBoth(work, id);
  if (!held) return err({ code: 'not_found' });
  const { row } = held.application;
  const before = await lockAttemptOf(work.tx, id);
  if (row.state !== 'awaiting_exam') {
    return err(before && outcomeOf(before) ? { code: 'already_sat' } : { code: 'not_awaiting_exam', state: row.state });
  }
  if (before && !before.closedAt) return ok(await goOn(work, before, device));

  const exam = row.examId ? await findExam(work.tx, row.examId) : undefined;
  if (!exam) throw new Error('a request that awaits no exam was started');
  const version = exam.publishedVersion === null ? undefined : await versionOf(work.tx, exam.id, exam.publishedVersion);
  if (!version) return err({ code: 'not_ready' });
  const terms = await sittingOf(work.tx, held.application, held.record, version.minutes);
  const sitting = decideSitting(terms, work.now);
  if (!sitting.ok) return sitting;
  const open = before ? reopenAttempt : openAttempt;
  const attempt = await open(work.tx, {
    ...drawn(version, row, exam, language),
    id: before?.id ?? newId(),
    startedAt: work.now,
    deadlineAt: sitting.value.endsAt,
    extraMinutes: terms.extraMinutes,
    deviceHash: device,
    takeovers: before ? before.takeovers + 1 : 0,
  });
  return ok(attempt);
}

/** A new paper of a version, in the language that is asked for, else in that of the request, else in one it has. */
function drawn(version: ExamVersionRow, row: ApplicationRow, exam: ExamRow, language: Lang | undefined) {
  const seed = newToken();
  const asked = [language, row.language].find((lang) => lang && version.languages.includes(lang));
  return {
    applicationId: row.id,
    offeringId: row.offeringId,
    personId: row.personId,
    examId: exam.id,
    examVersion: version.version,
    seed,
    paper: drawPaper(version.sections, seed, version),
    language: asked ?? version.languages[0] ?? row.language,
  };
}

async function goOn(work: Work, attempt: AttemptRow, device: string | null): Promise<AttemptRow> {
  if (device === null || device === attempt.deviceHash) return attempt;
  if (attempt.deviceHash !== null) await addEvent(work.tx, attempt.id, 'other_device', work.now);
  return handOver(work.tx, attempt.id, device);
}

export type AnswerRefusal = {
  readonly code:
    | 'not_started'
    | 'closed'
    | 'time_over'
    | 'not_awaiting_exam'
    | 'unknown_answer'
    /** Another device has taken the exam over. */
    | 'other_device';
};

/** Whether answers were taken, by how they met the attempt. */
function judge(met: Met | undefined, now: Date): Result<Met, AnswerRefusal> {
  if (!met) return err({ code: 'not_started' });
  if (met.closed) return err({ code: 'closed' });
  if (met.state !== 'awaiting_exam') return err({ code: 'not_awaiting_exam' });
  if (!takesAnswers(met.deadlineAt, now)) return err({ code: 'time_over' });
  return met.elsewhere ? err({ code: 'other_device' }) : ok(met);
}

/**
 * Keeps answers of an open attempt that were read against its paper (`readExamForm`): a later answer to a question
 * replaces an earlier one, never the other way round. All are kept, or none: refused when the attempt is closed, its
 * time and the grace are over, the exam is no longer needed, or another device has it.
 *
 * @returns how the attempt stands
 */
export async function keepRead(work: Work, sent: Sent): Promise<Result<Met, AnswerRefusal>> {
  const [met] = await keepAnswers(work.tx, [sent], { now: work.now, busy: 'wait' });
  return judge(met, work.now);
}

const SIZE = 50;
const LANES = 3;
const PATIENCE_MS = 40;
const groups = new WeakMap<App, Group<Sent, Result<Met, AnswerRefusal> | undefined>>();

/**
 * The same for an answer that comes by itself while many people sit: together with others that arrive at the same
 * moment, in one transaction with them. One whose attempt is just being closed or handed over is kept alone.
 */
export async function keepTogether(app: App, sent: Sent): Promise<Result<Met, AnswerRefusal>> {
  const known = groups.get(app);
  const group =
    known ??
    createGroup({ size: SIZE, lanes: LANES, patienceMs: PATIENCE_MS, run: (inputs) => keepGroup(app, inputs) });
  if (!known) groups.set(app, group);
  const kept = await group.join(sent);
  return kept ?? command(app, { actor: 'applicant' }, (work) => keepRead(work, sent));
}

async function keepGroup(app: App, sent: readonly Sent[]) {
  try {
    return await command(app, { actor: 'applicant' }, async (work) => {
      const met = await keepAnswers(work.tx, sent, { now: work.now, busy: 'leave' });
      return met.map((one) => one && judge(one, work.now));
    });
  } catch (error) {
    // Each is tried alone now, where a fault shows whose it is.
    app.log.info({ err: error, count: sent.length }, 'answers could not be kept together and are kept one by one');
    return sent.map(() => undefined);
  }
}

/** Keeps answers from anywhere: refused as a whole also when one is no answer to an item of the paper. */
export async function saveAnswers(
  work: Work,
  attemptId: string,
  given: readonly Given[],
  device: string | null = null,
): Promise<Result<Met, AnswerRefusal>> {
  const attempt = await findAttempt(work.tx, attemptId);
  if (!attempt) return err({ code: 'not_started' });
  if (!(await areOnPaper(work, attempt, given))) return err({ code: 'unknown_answer' });
  return keepRead(work, { attempt, given, device });
}

async function areOnPaper(work: Work, attempt: AttemptRow, given: readonly Given[]): Promise<boolean> {
  if (given.length === 0) return true;
  const { items } = await paperOf(work.tx, attempt);
  const contents = new Map(items.map((item) => [item.id, item.content]));
  return given.every(({ itemId, answer }) => {
    const content = contents.get(itemId);
    return content !== undefined && (answer === null || isAnswerOf(content, answer));
  });
}

export type SubmitRefusal = {
  readonly code: 'not_found' | 'not_started' | 'not_awaiting_exam' | 'unknown_answer' | 'other_device';
};

/**
 * Clauses 6.3.1 to 7.3.2: hands an exam in with the answers given now (those kept before count as well), marks it and
 * carries out what follows. After the time and its grace only the answers kept before count. Handing in again gives
 * the first outcome.
 */
export async function submitAttempt(
  work: Work,
  id: ApplicationId,
  given: readonly Given[] = [],
  device: string | null = null,
): Promise<Result<Outcome, SubmitRefusal>> {
  const held = await holdSitting(work, id);
  if (!held) return err({ code: 'not_found' });
  const attempt = await lockAttemptOf(work.tx, id);
  if (!attempt) return err({ code: 'not_started' });
  const outcome = outcomeOf(attempt);
  if (outcome) return ok(outcome);
  if (attempt.closedAt || held.application.row.state !== 'awaiting_exam') return err({ code: 'not_awaiting_exam' });
  if (device !== null && attempt.deviceHash !== null && device !== attempt.deviceHash) {
    return err({ code: 'other_device' });
  }

  const inTime = takesAnswers(attempt.deadlineAt, work.now);
  if (inTime && given.length > 0) {
    if (!(await areOnPaper(work, attempt, given))) return err({ code: 'unknown_answer' });
    await keepRead(work, { attempt, given, device });
  }
  return ok(await mark(work, held, attempt, inTime ? 'submitted' : 'expired'));
}
