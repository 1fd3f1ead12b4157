import { and, asc, eq, gt, inArray, isNull, lte, min } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { OfferingId } from '#kernel/ids.ts';
import type { Db } from '#platform/db/db.ts';
import { reminders } from '../applications/schema.ts';
import { offerings } from '../catalogue/schema.ts';

const INTAKE_STATES = ['gathering', 'admitting'] as const;

const awaiting = {
  decision: { column: offerings.decisionAt, when: inArray(offerings.state, [...INTAKE_STATES]) },
  start: { column: offerings.startsAt, when: eq(offerings.state, 'confirmed') },
  end: { column: offerings.endsAt, when: eq(offerings.state, 'running') },
  evaluation: {
    column: offerings.evaluationDueAt,
    when: and(eq(offerings.state, 'held'), isNull(offerings.evaluationSentAt)),
  },
} as const;

/** What the clock does with an offering, in the order in which it is done at one instant. */
export const OFFERING_EVENTS = ['decision', 'start', 'end', 'evaluation'] as const;
export type OfferingEvent = (typeof OFFERING_EVENTS)[number];

/** Offerings for which this event is due at `now`, the most overdue first. */
export async function dueOfferings(db: Db, event: OfferingEvent, now: Date, limit: number): Promise<OfferingId[]> {
  const { column, when } = awaiting[event];
  const rows = await db
    .select({ id: offerings.id })
    .from(offerings)
    .where(and(when, lte(column, now)))
    .orderBy(asc(column))
    .limit(limit);
  return rows.map((r) => r.id);
}

/** The next instant after `after` at which something of an offering or a reminder becomes due, or null. */
export async function nextOfferingOrReminder(db: Db, after: Date): Promise<Date | null> {
  const ofOfferings = OFFERING_EVENTS.map((event) => {
    const { column, when } = awaiting[event];
    return db
      .select({ at: min(column) })
      .from(offerings)
      .where(and(when, gt(column, after)));
  });
  const ofReminders = db
    .select({ at: min(reminders.dueAt) })
    .from(reminders)
    .where(and(isNull(reminders.doneAt), gt(reminders.dueAt, after)));
  const [decision, start, end, evaluation] = ofOfferings;
  if (!decision || !start || !end || !evaluation) throw new Error('every event of an offering has its query');
  const rows = await unionAll(decision, start, end, evaluation, ofReminders);
  return earliest(rows.map((row) => row.at));
}

/** The earliest of some instants, or null when there is none. */
export const earliest = (times: readonly (Date | null)[]): Date | null =>
  times.reduce<Date | null>((least, t) => (t && (!least || t < least) ? t : least), null);
