import { and, asc, count, desc, eq, gt, inArray, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { ApplicationId, ExamId, OfferingId, PersonId, VenueId } from '#kernel/ids.ts';
import { DAY_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { foldArabic, foldDigits } from '#platform/i18n/fold.ts';
import {
  APPLICATION_STATES,
  type ApplicationState,
  LIVE_STATES,
  OFFERING_STATES,
  type OfferingState,
} from '#procedure/lifecycle/states.ts';
import { applications, financeCases } from '../applications/schema.ts';
import { courses, meetings, offerings } from '../catalogue/schema.ts';
import { examResults } from '../exams/schema.ts';
import { smsMessages } from '../messages/schema.ts';
import { paymentNotices } from '../payments/schema.ts';

export const PAGE_SIZE = 25;
const DECISIONS_AHEAD_MS = 7 * DAY_MS;
/** A message that waits for longer than this is counted as undelivered. */
const SMS_PATIENCE_MS = 10 * MINUTE_MS;

export type Paged<T> = {
  readonly rows: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

function paged<T>(rows: readonly T[], total: number, page: number): Paged<T> {
  return { rows, total, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}

const contains = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

// ---- Offerings ----

const offeringLine = {
  id: offerings.id,
  courseId: offerings.courseId,
  title: { ar: courses.titleAr, en: courses.titleEn },
  state: offerings.state,
  startsAt: offerings.startsAt,
  lastStartsAt: offerings.lastStartsAt,
  decisionAt: offerings.decisionAt,
  postponedAt: offerings.postponedAt,
  plannedStartsAt: offerings.plannedStartsAt,
  heldAnyway: offerings.heldAnyway,
  min: offerings.minSeats,
  max: offerings.maxSeats,
  active: offerings.active,
  confirmed: offerings.confirmed,
  waitlisted: offerings.waitlisted,
};

const offeringLines = (db: Db) =>
  db.select(offeringLine).from(offerings).innerJoin(courses, eq(courses.id, offerings.courseId));

export type OfferingLine = Awaited<ReturnType<typeof offeringLines>>[number];

export type OfferingFilter = { readonly q: string; readonly state: OfferingState | null; readonly page: number };

/** One page of the offerings, the latest start first and those without a date before them. */
export async function listOfferings(db: Db, { q, state, page }: OfferingFilter): Promise<Paged<OfferingLine>> {
  const words = foldArabic(q).split(' ').filter(Boolean);
  const where = and(
    state ? eq(offerings.state, state) : undefined,
    ...words.map((w) =>
      or(sql`${courses.searchText} like ${contains(w)}`, sql`lower(${courses.id}) like ${contains(w)}`),
    ),
  );
  const [counted] = await db
    .select({ total: count() })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(where);
  const rows = await offeringLines(db)
    .where(where)
    .orderBy(sql`${offerings.startsAt} desc nulls first`, asc(offerings.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return paged(rows, counted?.total ?? 0, page);
}

export type Today = {
  readonly states: Readonly<Record<OfferingState, number>>;
  readonly liveRequests: number;
  readonly decisions: readonly OfferingLine[];
  readonly postponed: readonly OfferingLine[];
};

/** What the day brings: offerings by state, decisions of the next seven days, postponed offerings without a date. */
export async function todayOf(db: Db, now: Date): Promise<Today> {
  const states = await db.select({ state: offerings.state, n: count() }).from(offerings).groupBy(offerings.state);
  const [live] = await db
    .select({ n: count() })
    .from(applications)
    .where(inArray(applications.state, [...LIVE_STATES]));
  const soon = plusMs(now, DECISIONS_AHEAD_MS);
  const decisions = await offeringLines(db)
    .where(and(inArray(offerings.state, ['gathering', 'admitting']), lte(offerings.decisionAt, soon)))
    .orderBy(asc(offerings.decisionAt));
  const postponed = await offeringLines(db)
    .where(eq(offerings.state, 'postponed'))
    .orderBy(asc(offerings.postponedAt));
  return {
    states: tally(OFFERING_STATES, states),
    liveRequests: live?.n ?? 0,
    decisions,
    postponed,
  };
}

function tally<S extends string>(
  all: readonly S[],
  rows: readonly { readonly state: S; readonly n: number }[],
): Record<S, number> {
  const counts = Object.fromEntries(all.map((s) => [s, 0])) as Record<S, number>;
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

/** How many requests of an offering are in each state. */
export async function countsOf(db: Db, id: OfferingId): Promise<Record<ApplicationState, number>> {
  const rows = await db
    .select({ state: applications.state, n: count() })
    .from(applications)
    .where(eq(applications.offeringId, id))
    .groupBy(applications.state);
  return tally(APPLICATION_STATES, rows);
}

// ---- Requests ----

const name = sql<string>`concat_ws(' ', ${applications.firstName}, ${applications.fatherName},
  ${applications.grandfatherName}, ${applications.familyName})`;

const requestLine = {
  id: applications.id,
  reference: applications.reference,
  name,
  state: applications.state,
  reason: applications.reason,
  since: applications.changedAt,
  proof: applications.proof,
  attendance: applications.attendance,
};

const requestLines = (db: Db) => db.select(requestLine).from(applications);

export type RequestLine = Awaited<ReturnType<typeof requestLines>>[number];

/** The requests of an offering, in order of submission. */
export async function requestsOf(db: Db, id: OfferingId): Promise<RequestLine[]> {
  return requestLines(db).where(eq(applications.offeringId, id)).orderBy(asc(applications.order));
}

/** The name as `foldArabic` would write it; letters without a counterpart in the second list are left out. */
const foldedName = sql`lower(translate(${name} || ' ' || coalesce(${applications.latinName}, ''),
  'أإآٱىیةکؤئءـًٌٍَُِّْ', 'ااااييهكوي'))`;

export type RequestFilter = { readonly q: string; readonly state: ApplicationState | null; readonly page: number };

/** A reference, the last digits of a mobile (three or more), or words of a name. */
function matchesRequest(q: string): SQL | undefined {
  const text = foldDigits(q).trim();
  if (text === '') return undefined;
  const digits = text.replace(/[\s+-]/g, '');
  if (/^\d{3,}$/.test(digits)) return sql`${applications.mobile} like ${`%${digits.replace(/^0+/, '')}`}`;
  const words = foldArabic(text).split(' ').filter(Boolean);
  const named = and(...words.map((w) => sql`${foldedName} like ${contains(w)}`));
  return or(eq(applications.reference, text.toUpperCase()), named);
}

export async function searchRequests(db: Db, { q, state, page }: RequestFilter) {
  const where = and(matchesRequest(q), state ? eq(applications.state, state) : undefined);
  const [counted] = await db.select({ total: count() }).from(applications).where(where);
  const rows = await db
    .select({ ...requestLine, title: { ar: courses.titleAr, en: courses.titleEn }, submittedAt: applications.submittedAt })
    .from(applications)
    .innerJoin(courses, eq(courses.id, applications.courseId))
    .where(where)
    .orderBy(desc(applications.order))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return paged(rows, counted?.total ?? 0, page);
}

export type FoundRequest = Awaited<ReturnType<typeof searchRequests>>['rows'][number];

/** Live requests whose proof awaits a verdict, the oldest change first. */
export async function waitingProofs(db: Db) {
  return db
    .select({
      ...requestLine,
      offeringId: applications.offeringId,
      title: { ar: courses.titleAr, en: courses.titleEn },
      prerequisite: { ar: courses.prerequisiteAr, en: courses.prerequisiteEn },
      decisionAt: offerings.decisionAt,
    })
    .from(applications)
    .innerJoin(courses, eq(courses.id, applications.courseId))
    .innerJoin(offerings, eq(offerings.id, applications.offeringId))
    .where(and(eq(applications.proof, 'pending'), inArray(applications.state, [...LIVE_STATES])))
    .orderBy(asc(applications.changedAt));
}

export type WaitingProof = Awaited<ReturnType<typeof waitingProofs>>[number];

/** The results of a person in one exam, the latest first. */
export async function resultsOf(db: Db, person: PersonId, exam: ExamId) {
  return db
    .select({
      passed: examResults.passed,
      scorePercent: examResults.scorePercent,
      satAt: examResults.satAt,
      source: examResults.source,
      note: examResults.note,
    })
    .from(examResults)
    .where(and(eq(examResults.personId, person), eq(examResults.examId, exam)))
    .orderBy(desc(examResults.satAt));
}

export type ResultLine = Awaited<ReturnType<typeof resultsOf>>[number];

// ---- Finance ----

const caseLine = {
  id: financeCases.id,
  kind: financeCases.kind,
  state: financeCases.state,
  amountFils: financeCases.amountFils,
  openedAt: financeCases.openedAt,
  closedAt: financeCases.closedAt,
  note: financeCases.note,
  reference: applications.reference,
  name: sql<string | null>`case when ${applications.id} is null then null else ${name} end`,
  courseId: applications.courseId,
  trx: paymentNotices.joebppsTrx,
  billingNumber: paymentNotices.billingNumber,
};

const cases = (db: Db) =>
  db
    .select(caseLine)
    .from(financeCases)
    .leftJoin(applications, eq(applications.id, financeCases.applicationId))
    .leftJoin(paymentNotices, eq(paymentNotices.id, financeCases.noticeId));

export type CaseLine = Awaited<ReturnType<typeof cases>>[number];
export type CaseState = CaseLine['state'];

/** One page of the finance cases in a state (or all), the oldest first. */
export async function listCases(db: Db, state: CaseState | null, page: number): Promise<Paged<CaseLine>> {
  const where = state ? eq(financeCases.state, state) : undefined;
  const [counted] = await db.select({ total: count() }).from(financeCases).where(where);
  const rows = await cases(db)
    .where(where)
    .orderBy(asc(financeCases.openedAt), asc(financeCases.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return paged(rows, counted?.total ?? 0, page);
}

export async function caseById(db: Db, id: string): Promise<CaseLine | undefined> {
  const [row] = await cases(db).where(eq(financeCases.id, id));
  return row;
}

export async function casesOfRequest(db: Db, id: ApplicationId): Promise<CaseLine[]> {
  return cases(db).where(eq(financeCases.applicationId, id)).orderBy(asc(financeCases.openedAt));
}

/** Offerings that money of this amount can move to: same fee, a seat free, not begun. */
export async function transferTargets(db: Db, amountFils: number, now: Date): Promise<OfferingLine[]> {
  return offeringLines(db)
    .where(
      and(
        inArray(offerings.state, ['gathering', 'admitting', 'confirmed']),
        eq(offerings.feeFils, amountFils),
        gt(offerings.startsAt, now),
        lt(offerings.active, offerings.maxSeats),
      ),
    )
    .orderBy(asc(offerings.startsAt));
}

// ---- What waits ----

export type Waiting = { readonly proofs: number; readonly cases: number };

/** The numbers beside the entries of the menu. */
export async function waitingOf(db: Db): Promise<Waiting> {
  const [proofs] = await db
    .select({ n: count() })
    .from(applications)
    .where(and(eq(applications.proof, 'pending'), inArray(applications.state, [...LIVE_STATES])));
  const [open] = await db.select({ n: count() }).from(financeCases).where(eq(financeCases.state, 'open'));
  return { proofs: proofs?.n ?? 0, cases: open?.n ?? 0 };
}

/** Messages that were refused, whose fate is unknown, or that wait for too long; the latest first. */
export async function undeliveredSms(db: Db, now: Date, limit: number) {
  const late = and(
    inArray(smsMessages.state, ['queued', 'sending']),
    lt(smsMessages.queuedAt, plusMs(now, -SMS_PATIENCE_MS)),
  );
  const where = or(inArray(smsMessages.state, ['failed', 'unknown']), late);
  const [counted] = await db.select({ total: count() }).from(smsMessages).where(where);
  const rows = await db
    .select({
      id: smsMessages.id,
      reference: smsMessages.reference,
      template: smsMessages.template,
      clause: smsMessages.clause,
      state: smsMessages.state,
      mobile: smsMessages.mobile,
      queuedAt: smsMessages.queuedAt,
    })
    .from(smsMessages)
    .where(where)
    .orderBy(desc(smsMessages.id))
    .limit(limit);
  return { rows, total: counted?.total ?? 0 };
}

export type UndeliveredSms = Awaited<ReturnType<typeof undeliveredSms>>['rows'][number];

/** When a venue is taken by other offerings that are not over, after `from`. */
export async function busyTimes(db: Db | Tx, venue: VenueId, except: OfferingId, from: Date) {
  return db
    .select({ startsAt: meetings.startsAt, endsAt: meetings.endsAt })
    .from(meetings)
    .innerJoin(offerings, eq(offerings.id, meetings.offeringId))
    .where(
      and(
        eq(offerings.venueId, venue),
        ne(offerings.id, except),
        inArray(offerings.state, ['draft', 'gathering', 'admitting', 'confirmed', 'running']),
        gt(meetings.endsAt, from),
      ),
    );
}
