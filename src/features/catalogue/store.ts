import { asc, eq, sql } from 'drizzle-orm';
import type { CourseId, ExamId, OfferingId, VenueId } from '#kernel/ids.ts';
import { type Fils, fils } from '#kernel/money.ts';
import { MINUTE_MS } from '#kernel/time.ts';
import { compiled, type Statement, statement } from '#platform/db/compiled.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import type { Meeting, MeetingPattern } from '#procedure/catalogue/calendar.ts';
import { type LeadTimes, type Schedule, scheduleOf } from '#procedure/catalogue/deadlines.ts';
import type { OfferingFacts } from '#procedure/lifecycle/decision.ts';
import { courses, holidays, meetings, offerings, venues } from './schema.ts';

type Named = { readonly ar: string; readonly en: string };

/** An offering with what every act and every message needs of its course and venue. */
export type OfferingRecord = {
  readonly facts: OfferingFacts;
  readonly courseId: CourseId;
  readonly examId: ExamId | null;
  readonly venueId: VenueId;
  readonly lead: LeadTimes;
  readonly pattern: MeetingPattern | null;
  readonly lastStartsAt: Date | null;
  readonly plannedMeetings: readonly Meeting[] | null;
  readonly waitlisted: number;
  readonly hours: number;
  readonly minAge: number;
  readonly maxAge: number | null;
  readonly courseSms: Named;
  readonly courseTitle: Named;
  readonly venueSms: Named;
  readonly fee: Fils;
  readonly evaluationDueAt: Date | null;
  readonly evaluationSentAt: Date | null;
};

const columns = {
  offering: offerings,
  hours: courses.hours,
  minAge: courses.minAge,
  maxAge: courses.maxAge,
  courseAr: courses.smsAr,
  courseEn: courses.smsEn,
  titleAr: courses.titleAr,
  titleEn: courses.titleEn,
  venueAr: venues.smsAr,
  venueEn: venues.smsEn,
};

const from = (handle: Db | Tx) =>
  handle
    .select(columns)
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(venues, eq(venues.id, offerings.venueId));

type Row = Awaited<ReturnType<typeof from>>[number];

/**
 * Reads the offering and holds its row until the transaction ends: taken before any request of it.
 *
 * A joined read that waited for the row goes on with the venue as it was before, and finds nothing when the venue has
 * changed meanwhile: then it is read again, now that the row is held.
 */
export async function lockOffering(tx: Tx, id: OfferingId): Promise<OfferingRecord | undefined> {
  const row = (await heldOffering(tx, id))[0] ?? (await heldOffering(tx, id))[0];
  return row && toRecord(row);
}

const heldOffering = compiled<[OfferingId], Row[]>((handle, id) =>
  from(handle).where(eq(offerings.id, id)).for('update', { of: offerings }),
);

/**
 * As `lockOffering`, for several: held in the order of their ids. One that changed its venue while this waited may be
 * missing.
 */
export async function lockOfferings(
  tx: Tx,
  ids: readonly OfferingId[],
): Promise<ReadonlyMap<OfferingId, OfferingRecord>> {
  const rows = await heldOfferings(tx, ids.join(','));
  return new Map(rows.map((row) => [row.offering.id, toRecord(row)]));
}

const heldOfferings = compiled<[string], Row[]>((handle, ids) =>
  from(handle)
    .where(sql`${offerings.id} = any(string_to_array(${ids}, ',')::uuid[])`)
    .orderBy(asc(offerings.id))
    .for('update', { of: offerings }),
);

/** What new requests add to the counters of an offering. */
export type OfferingCount = {
  readonly id: OfferingId;
  readonly active: number;
  readonly confirmed: number;
  readonly waitlisted: number;
};

/** The statement that counts new requests in several offerings; a check of the table refuses what must not be. */
export const countUpdate = (counts: readonly OfferingCount[]): Statement => countStatement(JSON.stringify(counts));

const countStatement = statement<[string]>(
  (counts) => sql`update ${offerings} as o
  set active = o.active + d.active, confirmed = o.confirmed + d.confirmed, waitlisted = o.waitlisted + d.waitlisted
  from json_to_recordset(${counts}::json) as d(id uuid, active int, confirmed int, waitlisted int)
  where o.id = d.id returning o.id`,
);

/** Reads the offering without holding it. */
export async function findOffering(handle: Db | Tx, id: OfferingId): Promise<OfferingRecord | undefined> {
  const [row] = await offeringById(handle, id);
  return row && toRecord(row);
}

const offeringById = compiled<[OfferingId], Row[]>((handle, id) => from(handle).where(eq(offerings.id, id)));

function toRecord(row: Row): OfferingRecord {
  const o = row.offering;
  const lead: LeadTimes = {
    decisionLeadMs: o.decisionLeadMinutes * MINUTE_MS,
    payTimeMs: o.payTimeMinutes * MINUTE_MS,
    examTimeMs: o.examTimeMinutes * MINUTE_MS,
  };
  const needs = { paid: o.feeFils > 0, exam: o.examId !== null };
  const planned =
    o.plannedMeetings?.map((m) => ({ startsAt: new Date(m.startsAt), endsAt: new Date(m.endsAt) })) ?? null;
  const schedule = scheduleFrom(o.startsAt, o.endsAt, o);
  const last = planned?.at(-1);
  const facts: OfferingFacts = {
    id: o.id,
    state: o.state,
    schedule,
    plannedSchedule: o.plannedStartsAt && last ? scheduleOf(o.plannedStartsAt, last.endsAt, lead, needs) : null,
    min: o.minSeats,
    max: o.maxSeats,
    fee: fils(o.feeFils),
    examNeeded: o.examId !== null,
    waitingListOpen: o.waitingListOpen,
    heldAnyway: o.heldAnyway,
    dateVersion: o.dateVersion,
    active: o.active,
    confirmed: o.confirmed,
  };
  return {
    facts,
    courseId: o.courseId,
    examId: o.examId,
    venueId: o.venueId,
    lead,
    pattern: o.pattern,
    lastStartsAt: o.lastStartsAt,
    plannedMeetings: planned,
    waitlisted: o.waitlisted,
    hours: row.hours,
    minAge: row.minAge,
    maxAge: row.maxAge,
    courseSms: { ar: row.courseAr, en: row.courseEn },
    courseTitle: { ar: row.titleAr, en: row.titleEn },
    venueSms: { ar: row.venueAr, en: row.venueEn },
    fee: facts.fee,
    evaluationDueAt: o.evaluationDueAt,
    evaluationSentAt: o.evaluationSentAt,
  };
}

function scheduleFrom(
  startsAt: Date | null,
  endsAt: Date | null,
  stored: { decisionAt: Date | null; examDeadline: Date | null; intakeClosesAt: Date | null },
): Schedule | null {
  const { decisionAt, examDeadline, intakeClosesAt } = stored;
  if (!startsAt || !endsAt || !decisionAt || !examDeadline || !intakeClosesAt) return null;
  return { startsAt, endsAt, decisionAt, examDeadline, intakeClosesAt };
}

/** What a decision changes in the row of an offering. Counters are given as differences. */
export type OfferingPatch = Partial<typeof offerings.$inferInsert> & {
  readonly activeDelta?: number;
  readonly confirmedDelta?: number;
  readonly waitlistedDelta?: number;
};

/** The statement that saves a patch; a check of the table refuses what must not be (never overbooked). */
export function offeringUpdate(tx: Tx, id: OfferingId, patch: OfferingPatch) {
  const { activeDelta = 0, confirmedDelta = 0, waitlistedDelta = 0, ...values } = patch;
  return tx
    .update(offerings)
    .set({
      ...values,
      active: sql`${offerings.active} + ${activeDelta}`,
      confirmed: sql`${offerings.confirmed} + ${confirmedDelta}`,
      waitlisted: sql`${offerings.waitlisted} + ${waitlistedDelta}`,
    })
    .where(eq(offerings.id, id))
    .returning({ id: offerings.id });
}

/** @throws Error when the offering does not exist, or a check of the table refuses */
export async function saveOffering(tx: Tx, id: OfferingId, patch: OfferingPatch): Promise<void> {
  if ((await offeringUpdate(tx, id, patch)).length !== 1) throw new Error('the offering that changes does not exist');
}

/** The columns that follow from a schedule (all null while there is no date). */
export const scheduleColumns = (s: Schedule | null) => ({
  startsAt: s?.startsAt ?? null,
  endsAt: s?.endsAt ?? null,
  decisionAt: s?.decisionAt ?? null,
  examDeadline: s?.examDeadline ?? null,
  intakeClosesAt: s?.intakeClosesAt ?? null,
});

/** The meetings of an offering in order. */
export async function meetingsOf(handle: Db | Tx, id: OfferingId): Promise<Meeting[]> {
  return handle
    .select({ startsAt: meetings.startsAt, endsAt: meetings.endsAt })
    .from(meetings)
    .where(eq(meetings.offeringId, id))
    .orderBy(asc(meetings.position));
}

export async function replaceMeetings(tx: Tx, id: OfferingId, list: readonly Meeting[]): Promise<void> {
  await tx.delete(meetings).where(eq(meetings.offeringId, id));
  if (list.length === 0) return;
  await tx
    .insert(meetings)
    .values(list.map((m, position) => ({ offeringId: id, position, startsAt: m.startsAt, endsAt: m.endsAt })));
}

export async function insertOffering(tx: Tx, row: typeof offerings.$inferInsert): Promise<void> {
  await tx.insert(offerings).values(row);
}

export type CourseRow = typeof courses.$inferSelect;

export async function findCourse(handle: Db | Tx, id: CourseId): Promise<CourseRow | undefined> {
  const [row] = await handle.select().from(courses).where(eq(courses.id, id));
  return row;
}

export async function saveCourse(tx: Tx, row: typeof courses.$inferInsert): Promise<void> {
  await tx.insert(courses).values(row).onConflictDoUpdate({ target: courses.id, set: row });
}

export type VenueRow = typeof venues.$inferSelect;

export async function findVenue(handle: Db | Tx, id: VenueId): Promise<VenueRow | undefined> {
  const [row] = await handle.select().from(venues).where(eq(venues.id, id));
  return row;
}

export async function insertVenues(tx: Tx, rows: readonly (typeof venues.$inferInsert)[]): Promise<void> {
  await tx.insert(venues).values([...rows]);
}

export type HolidayRow = typeof holidays.$inferSelect;

export async function insertHolidays(tx: Tx, rows: readonly (typeof holidays.$inferInsert)[]): Promise<void> {
  await tx.insert(holidays).values([...rows]);
}

/** Days without sessions, and the days of Ramadan. */
export async function calendarDays(handle: Db | Tx) {
  const rows = await handle.select().from(holidays).orderBy(asc(holidays.firstDay));
  const range = (h: HolidayRow) => ({ firstDay: h.firstDay, lastDay: h.lastDay });
  return {
    holidays: rows.filter((h) => h.type !== 'ramadan').map(range),
    ramadan: rows.filter((h) => h.type === 'ramadan').map(range),
  };
}
