import { err, ok, type Result } from '#kernel/result.ts';
import { MINUTE_MS, plusMs } from '#kernel/time.ts';
import { examDeadlineFor, type Schedule } from '../catalogue/deadlines.ts';
import type { ApplicationState } from '../lifecycle/states.ts';

/** Answers on their way when the time is over are still taken for so long: a slow line costs nobody an answer. */
export const GRACE_MS = 10_000;

/** What decides whether and until when an exam can be sat. */
export type Sitting = {
  readonly state: ApplicationState;
  /** Null while the offering is postponed: there is no deadline then (ruling B5). */
  readonly schedule: Schedule | null;
  /** End of a retake wait that the link named, else null: at once. */
  readonly opensAt: Date | null;
  /** When the person was last told a deadline, with the link. */
  readonly toldAt: Date;
  /** Time limit of the exam. */
  readonly minutes: number;
  /** What staff granted on top of it beforehand. */
  readonly extraMinutes: number;
  /** The person has used every attempt that the exam gives; see `attemptsUsed`. */
  readonly attemptsUsed: boolean;
};

export type SittingRefusal =
  | { readonly code: 'not_awaiting_exam'; readonly state: ApplicationState }
  | { readonly code: 'not_open_yet'; readonly opensAt: Date }
  | { readonly code: 'deadline_past'; readonly deadline: Date }
  | { readonly code: 'attempts_used' };

/**
 * Until when the exam of this request can be taken: the deadline that the person was told (ruling N), or null while
 * the offering is postponed.
 */
export const sittingDeadline = (s: Pick<Sitting, 'schedule' | 'toldAt'>): Date | null =>
  examDeadlineFor(s.schedule, s.toldAt);

/**
 * WCAG 2.2.1: extra time is added to the end that the person would have had without it. It may pass the exam deadline
 * of ruling N, but the decision time only closes in on it: what would come after that could count for nothing. It never
 * takes time away. While the offering is postponed nothing bounds it.
 *
 * @param extraMinutes whole minutes >= 0
 */
export function withExtraTime(endsAt: Date, extraMinutes: number, schedule: Schedule | null): Date {
  const longer = plusMs(endsAt, extraMinutes * MINUTE_MS);
  if (!schedule || longer <= schedule.decisionAt) return longer;
  return endsAt > schedule.decisionAt ? endsAt : schedule.decisionAt;
}

/** All extra time of one request together, in minutes: ten hours, as the longest exam. */
export const MOST_EXTRA_MINUTES = 600;

/** What decides whether staff may grant extra time for an exam. */
export type ExtraTimeCase = {
  readonly state: ApplicationState;
  readonly examNeeded: boolean;
  readonly schedule: Schedule | null;
  /** Granted before, in minutes. */
  readonly granted: number;
  /** The attempt, once there is one. */
  readonly attempt: { readonly deadlineAt: Date; readonly closed: boolean } | null;
};

export type ExtraTimeRefusal = {
  readonly code: /** Not a whole number from 1, or more than `MOST_EXTRA_MINUTES` in all. */
    | 'bad_minutes'
    /** The request has no exam before it. */
    | 'no_exam_ahead'
    /** The exam was sat, or its time is over. */
    | 'exam_over'
    /** The attempt ends at the decision time already. */
    | 'no_room';
};

const BEFORE_EXAM: readonly ApplicationState[] = ['waiting_minimum', 'waitlisted', 'awaiting_exam'];

/**
 * Staff grant minutes on top of the time limit: beforehand, or while the exam is being sat.
 * @returns the new end of an attempt that is under way, else null: the minutes count when it is started
 */
export function decideExtraTime(
  a: ExtraTimeCase,
  minutes: number,
  now: Date,
): Result<{ readonly endsAt: Date | null }, ExtraTimeRefusal> {
  const isCount = Number.isInteger(minutes) && minutes >= 1;
  if (!isCount || a.granted + minutes > MOST_EXTRA_MINUTES) return err({ code: 'bad_minutes' });
  if (!a.examNeeded || !BEFORE_EXAM.includes(a.state)) return err({ code: 'no_exam_ahead' });
  if (!a.attempt || a.attempt.closed) return ok({ endsAt: null });
  const { deadlineAt } = a.attempt;
  if (now >= deadlineAt) return err({ code: 'exam_over' });
  const endsAt = withExtraTime(deadlineAt, minutes, a.schedule);
  return endsAt > deadlineAt ? ok({ endsAt }) : err({ code: 'no_room' });
}

/**
 * Clauses 6.3 and 7.3: may the exam be started now, and when does an attempt that starts now end?
 * At the earlier of start + time limit and the exam deadline, then extra time; at the deadline itself it is too late.
 */
export function decideSitting(s: Sitting, now: Date): Result<{ readonly endsAt: Date }, SittingRefusal> {
  if (s.state !== 'awaiting_exam') return err({ code: 'not_awaiting_exam', state: s.state });
  if (s.opensAt && now < s.opensAt) return err({ code: 'not_open_yet', opensAt: s.opensAt });
  const deadline = sittingDeadline(s);
  if (deadline && now >= deadline) return err({ code: 'deadline_past', deadline });
  if (s.attemptsUsed) return err({ code: 'attempts_used' });
  const limit = plusMs(now, s.minutes * MINUTE_MS);
  return ok({ endsAt: withExtraTime(deadline && deadline < limit ? deadline : limit, s.extraMinutes, s.schedule) });
}

/** Whether an answer that arrives now is taken: until the end of the attempt and the grace after it, inclusive. */
export const takesAnswers = (endsAt: Date, now: Date): boolean => now <= plusMs(endsAt, GRACE_MS);

/** When an attempt counts as sat: at its submission, at the latest at its end. Retake wait and validity run from here. */
export const satAt = (endsAt: Date, now: Date): Date => (now < endsAt ? now : endsAt);
