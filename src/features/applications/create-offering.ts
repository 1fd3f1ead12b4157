import type { CourseId, ExamId, OfferingId, VenueId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { MINUTE_MS } from '#kernel/time.ts';
import type { Work } from '#platform/app.ts';
import { ammanClock, civilDay } from '#platform/i18n/civil.ts';
import { newId } from '#platform/vault/random.ts';
import { type Meeting, type MeetingPattern, planMeetings } from '#procedure/catalogue/calendar.ts';
import { type Schedule, scheduleOf } from '#procedure/catalogue/deadlines.ts';
import { mayOpen } from '#procedure/lifecycle/offering-acts.ts';
import {
  type CourseRow,
  calendarDays,
  findCourse,
  findVenue,
  insertOffering,
  replaceMeetings,
  scheduleColumns,
} from '../catalogue/index.ts';
import { findExam } from '../exams/index.ts';
import { insertHistory } from './store.ts';

export type NewOffering = {
  readonly courseId: CourseId;
  readonly startsAt: Date;
  readonly venueId?: VenueId | undefined;
  /** The meetings, in order; else `pattern` fills the hours of the course; else one meeting of two hours. */
  readonly meetings?: readonly Meeting[] | undefined;
  readonly pattern?: MeetingPattern | undefined;
  /** These default to the course's. `examId` null = no exam. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly feeFils?: number | undefined;
  readonly examId?: ExamId | null | undefined;
  /** Times of ruling N, each 24 hours unless told. */
  readonly decisionLeadMinutes?: number | undefined;
  readonly payTimeMinutes?: number | undefined;
  readonly examTimeMinutes?: number | undefined;
  readonly waitingListOpen?: boolean | undefined;
  /** Open it for requests at once, or keep it as a draft. */
  readonly publish: boolean;
};

export type CreateRefusal =
  | { readonly code: 'course_not_found' | 'venue_not_found' | 'exam_not_found' }
  | { readonly code: 'bad_numbers'; readonly field: string }
  | { readonly code: 'intake_would_be_closed'; readonly intakeClosesAt: Date };

const DAY_MINUTES = 24 * 60;
const TWO_HOURS = 120 * MINUTE_MS;
const MOST_LEAD_MINUTES = 366 * DAY_MINUTES;
const MOST_SEATS = 10_000;
const MOST_FEE_FILS = 999_999;

/** Prepares an offering of a course, as a draft or open for requests (ruling N). */
export async function createOffering(
  work: Work,
  given: NewOffering,
): Promise<Result<{ readonly id: OfferingId; readonly schedule: Schedule }, CreateRefusal>> {
  const course = await findCourse(work.tx, given.courseId);
  if (!course) return err({ code: 'course_not_found' });
  const venueId = given.venueId ?? course.venueId;
  if (!(await findVenue(work.tx, venueId))) return err({ code: 'venue_not_found' });
  const examId = given.examId === undefined ? course.examId : given.examId;
  if (examId && !(await findExam(work.tx, examId))) return err({ code: 'exam_not_found' });

  const numbers = numbersOf(course, given);
  const wrong = wrongNumber(numbers);
  if (wrong) return err({ code: 'bad_numbers', field: wrong });
  const meetings = await meetingsOfNew(work, course, given);
  const wrongMeeting = meetings.some((m) => m.endsAt <= m.startsAt || m.startsAt < given.startsAt);
  if (wrongMeeting || meetings.length === 0) return err({ code: 'bad_numbers', field: 'meetings' });

  const lead = {
    decisionLeadMs: numbers.decisionLeadMinutes * MINUTE_MS,
    payTimeMs: numbers.payTimeMinutes * MINUTE_MS,
    examTimeMs: numbers.examTimeMinutes * MINUTE_MS,
  };
  const endsAt = meetings.at(-1)?.endsAt ?? given.startsAt;
  const schedule = scheduleOf(given.startsAt, endsAt, lead, { paid: numbers.feeFils > 0, exam: examId !== null });
  const open = mayOpen(schedule, work.now);
  if (!open.ok) return err({ code: 'intake_would_be_closed', intakeClosesAt: schedule.intakeClosesAt });

  const id = newId() as OfferingId;
  await insertOffering(work.tx, {
    ...numbers,
    ...scheduleColumns(schedule),
    id,
    courseId: course.id,
    venueId,
    examId,
    state: given.publish ? 'gathering' : 'draft',
    waitingListOpen: given.waitingListOpen ?? true,
    pattern: given.pattern ?? null,
    dateVersion: 1,
    heldAnyway: false,
    active: 0,
    confirmed: 0,
    waitlisted: 0,
    createdAt: work.now,
  });
  await replaceMeetings(work.tx, id, meetings);
  await noteCreation(work, id, given.publish);
  return ok({ id, schedule });
}

function numbersOf(course: CourseRow, given: NewOffering) {
  return {
    minSeats: given.min ?? course.minSeats,
    maxSeats: given.max ?? course.maxSeats,
    feeFils: given.feeFils ?? course.feeFils,
    decisionLeadMinutes: given.decisionLeadMinutes ?? DAY_MINUTES,
    payTimeMinutes: given.payTimeMinutes ?? DAY_MINUTES,
    examTimeMinutes: given.examTimeMinutes ?? DAY_MINUTES,
  };
}

function wrongNumber(n: ReturnType<typeof numbersOf>): string | undefined {
  const within = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  if (!within(n.maxSeats, 1, MOST_SEATS)) return 'max';
  if (!within(n.minSeats, 1, n.maxSeats)) return 'min';
  if (!within(n.feeFils, 0, MOST_FEE_FILS)) return 'feeFils';
  if (!within(n.decisionLeadMinutes, 0, MOST_LEAD_MINUTES)) return 'decisionLeadHours';
  if (!within(n.payTimeMinutes, 0, MOST_LEAD_MINUTES)) return 'payTimeHours';
  return within(n.examTimeMinutes, 0, MOST_LEAD_MINUTES) ? undefined : 'examTimeHours';
}

async function meetingsOfNew(work: Work, course: CourseRow, given: NewOffering): Promise<readonly Meeting[]> {
  if (given.meetings && given.meetings.length > 0) {
    return [...given.meetings].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  }
  if (!given.pattern) return [{ startsAt: given.startsAt, endsAt: new Date(given.startsAt.getTime() + TWO_HOURS) }];
  return planMeetings(
    civilDay(given.startsAt),
    course.hours * 60,
    given.pattern,
    await calendarDays(work.tx),
    ammanClock,
  );
}

async function noteCreation(work: Work, offeringId: OfferingId, published: boolean): Promise<void> {
  const row = { at: work.now, offeringId, actor: work.actorName ?? work.actor, dateVersion: 1 };
  await insertHistory(work.tx, [
    { ...row, action: 'prepare', fromState: null, toState: 'draft' },
    ...(published ? [{ ...row, action: 'publish', fromState: 'draft', toState: 'gathering' }] : []),
  ]);
}
