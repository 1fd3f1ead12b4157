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
};

export type SittingRefusal =
  | { readonly code: 'not_awaiting_exam'; readonly state: ApplicationState }
  | { readonly code: 'not_open_yet'; readonly opensAt: Date }
  | { readonly code: 'deadline_past'; readonly deadline: Date };

/**
 * Until when the exam of this request can be taken: the deadline that the person was told (ruling N), or null while
 * the offering is postponed.
 */
export const sittingDeadline = (s: Pick<Sitting, 'schedule' | 'toldAt'>): Date | null =>
  examDeadlineFor(s.schedule, s.toldAt);

/**
 * Clauses 6.3 and 7.3: may the exam be started now, and when does an attempt that starts now end?
 * At the earlier of start + time limit and the exam deadline; at the deadline itself it is too late.
 */
export function decideSitting(s: Sitting, now: Date): Result<{ readonly endsAt: Date }, SittingRefusal> {
  if (s.state !== 'awaiting_exam') return err({ code: 'not_awaiting_exam', state: s.state });
  if (s.opensAt && now < s.opensAt) return err({ code: 'not_open_yet', opensAt: s.opensAt });
  const deadline = sittingDeadline(s);
  if (deadline && now >= deadline) return err({ code: 'deadline_past', deadline });
  const limit = plusMs(now, s.minutes * MINUTE_MS);
  return ok({ endsAt: deadline && deadline < limit ? deadline : limit });
}

/** Whether an answer that arrives now is taken: until the end of the attempt and the grace after it, inclusive. */
export const takesAnswers = (endsAt: Date, now: Date): boolean => now <= plusMs(endsAt, GRACE_MS);

/** When an attempt counts as sat: at its submission, at the latest at its end. Retake wait and validity run from here. */
export const satAt = (endsAt: Date, now: Date): Date => (now < endsAt ? now : endsAt);
