import { plusMs } from '#kernel/time.ts';

/** The times that ruling N gives an offering, in milliseconds. */
export type LeadTimes = {
  /** The decision falls this long before the start; 0 = at the start, literally. */
  readonly decisionLeadMs: number;
  readonly payTimeMs: number;
  readonly examTimeMs: number;
};

export type Schedule = {
  readonly startsAt: Date;
  /** End of the last session. */
  readonly endsAt: Date;
  /** Decision time = payment deadline (clauses 5, N1). */
  readonly decisionAt: Date;
  readonly examDeadline: Date;
  readonly intakeClosesAt: Date;
};

/**
 * The deadlines of an offering (ruling N): payment until the decision, the exam early enough to pay after it,
 * intake closed early enough to sit and to pay.
 */
export function scheduleOf(
  startsAt: Date,
  endsAt: Date,
  lead: LeadTimes,
  needs: { readonly paid: boolean; readonly exam: boolean },
): Schedule {
  const decisionAt = plusMs(startsAt, -lead.decisionLeadMs);
  const examDeadline = needs.paid ? plusMs(decisionAt, -lead.payTimeMs) : decisionAt;
  const intakeClosesAt = needs.exam ? plusMs(examDeadline, -lead.examTimeMs) : examDeadline;
  return { startsAt, endsAt, decisionAt, examDeadline, intakeClosesAt };
}

/**
 * Until when the exam can be taken by somebody admitted now: the exam deadline, or the decision time when
 * staff admit people after it; no deadline while the offering is postponed (ruling B5).
 */
export function examDeadlineFor(schedule: Schedule | null, now: Date): Date | null {
  if (!schedule) return null;
  return now < schedule.examDeadline ? schedule.examDeadline : schedule.decisionAt;
}
