import type { CourseId, ExamId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import { ammanClock } from '#platform/i18n/civil.ts';
import { ACCESS_ALPHABET, newId, randomCode } from '#platform/vault/random.ts';
import type { Identity } from '#procedure/people/identity.ts';
import { passCounts } from '#procedure/placement/need.ts';
import { holdForVerdict, settleVerdict } from '../applications/index.ts';
import { type CourseRow, saveCourse } from '../catalogue/index.ts';
import { addExam, addResult, type ExamSettings, findExam } from '../exams/index.ts';
import { recogniseOrAdd } from '../people/index.ts';
import { examValidity, hasCourse, requestAwaitingExam } from './store.ts';

const NOON_MINUTE = 12 * 60;

export type EarlierPass = {
  readonly identity: Identity;
  readonly examId: ExamId;
  /** `YYYY-MM-DD` in Amman. */
  readonly day: string;
  readonly note: string | null;
};

/**
 * Clauses 6.2/7.2: keeps a pass from before the service, so that the person is not examined again. A request that
 * awaits this exam goes on, if the pass still counts.
 *
 * Refuses a day that has not come yet and an unknown exam.
 */
export async function recordPass(
  work: Work,
  { identity, examId, day, note }: EarlierPass,
): Promise<Result<{ readonly settled: boolean }, { readonly code: 'future_date' | 'exam_not_found' }>> {
  if (day > ammanClock.day(work.now)) return err({ code: 'future_date' });
  const validity = await examValidity(work.tx, examId);
  if (!validity) return err({ code: 'exam_not_found' });
  const noon = ammanClock.instant(day, NOON_MINUTE);
  const isLater = noon > work.now;
  const satAt = isLater ? work.now : noon;
  const personId = await recogniseOrAdd(work.tx, work.app.vault, identity, newId(), work.now);
  const waiting = passCounts(satAt, validity.months, work.now)
    ? await requestAwaitingExam(work.tx, personId, examId)
    : undefined;
  const held = waiting && (await holdForVerdict(work, waiting));
  await addResult(work.tx, {
    id: newId(),
    personId,
    examId,
    passed: true,
    scorePercent: null,
    satAt,
    source: 'recorded',
    note,
  });
  if (!held) return ok({ settled: false });
  const settled = await settleVerdict(work, held.row.id, 'pass');
  return ok({ settled: settled.ok });
}

const CODE_LENGTH = 4;
const TRIES = 20;

/**
 * Adds a course under a code of its own.
 *
 * @param searchText what the search looks in, given the code
 */
export async function addCourse(
  work: Work,
  values: Omit<CourseRow, 'id'>,
  searchText: (id: CourseId) => string,
): Promise<CourseId> {
  for (let i = 0; i < TRIES; i += 1) {
    const id = `C${randomCode(ACCESS_ALPHABET, CODE_LENGTH)}` as CourseId;
    if (await hasCourse(work.tx, id)) continue;
    await saveCourse(work.tx, { ...values, id, searchText: searchText(id) });
    return id;
  }
  throw new Error('no free code for a course was found');
}

/** Adds an exam under a code of its own; nobody can sit it before it is published. */
export async function addNewExam(work: Work, settings: Omit<ExamSettings, 'blueprint'>): Promise<ExamId> {
  for (let i = 0; i < TRIES; i += 1) {
    const id = `E${randomCode(ACCESS_ALPHABET, CODE_LENGTH)}` as ExamId;
    if (await findExam(work.tx, id)) continue;
    await addExam(work.tx, { ...settings, id });
    return id;
  }
  throw new Error('no free code for an exam was found');
}
