import { and, asc, count, desc, eq, gt, inArray, lt, lte, ne, or, sql } from 'drizzle-orm';
import type { OfferingId, VenueId } from '#kernel/ids.ts';
import { DAY_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { foldArabic } from '#platform/i18n/fold.ts';
import { APPLICATION_STATES, type ApplicationState, type OfferingState } from '#procedure/lifecycle/states.ts';
import { PROOF_STATES } from '#procedure/placement/proof.ts';
import { applications, financeCases } from '../applications/schema.ts';
import { courses, meetings, offerings } from '../catalogue/schema.ts';
import { smsMessages } from '../messages/schema.ts';

const PAGE_SIZE = 25;
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

const offeringLine = {
  id: offerings.id,
  title: { ar: courses.titleAr, en: courses.titleEn },
  state: offerings.state,
  startsAt: offerings.startsAt,
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

type Today = { readonly decisions: readonly OfferingLine[]; readonly postponed: readonly OfferingLine[] };

/** What the day brings: decisions of the next seven days, and postponed offerings without a date, the oldest first. */
export async function todayOf(db: Db, now: Date): Promise<Today> {
  const soon = plusMs(now, DECISIONS_AHEAD_MS);
  const decisions = await offeringLines(db)
    .where(and(inArray(offerings.state, ['gathering', 'admitting']), lte(offerings.decisionAt, soon)))
    .orderBy(asc(offerings.decisionAt));
  const postponed = await offeringLines(db).where(eq(offerings.state, 'postponed')).orderBy(asc(offerings.postponedAt));
  return { decisions, postponed };
}

/** How many requests of an offering are in each state. */
export async function countsOf(db: Db, id: OfferingId): Promise<Record<ApplicationState, number>> {
  const rows = await db
    .select({ state: applications.state, n: count() })
    .from(applications)
    .where(eq(applications.offeringId, id))
    .groupBy(applications.state);
  const counts = Object.fromEntries(APPLICATION_STATES.map((s) => [s, 0])) as Record<ApplicationState, number>;
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

const name = sql<string>`concat_ws(' ', ${applications.firstName}, ${applications.fatherName},
  ${applications.grandfatherName}, ${applications.familyName})`;

const requestLine = {
  id: applications.id,
  reference: applications.reference,
  name,
  state: applications.state,
  since: applications.changedAt,
  proof: applications.proof,
};

const requestLines = (db: Db) => db.select(requestLine).from(applications);

export type RequestLine = Awaited<ReturnType<typeof requestLines>>[number];

/** The requests of an offering, in order of submission. */
export async function requestsOf(db: Db, id: OfferingId): Promise<RequestLine[]> {
  return requestLines(db).where(eq(applications.offeringId, id)).orderBy(asc(applications.order));
}

type Waiting = { readonly proofs: number; readonly cases: number };

/** How many proofs await a verdict, and how many finance cases are open. */
export async function waitingOf(db: Db): Promise<Waiting> {
  const [proofs] = await db
    .select({ n: count() })
    .from(applications)
    .where(and(eq(applications.proof, 'pending'), inArray(applications.state, [...PROOF_STATES])));
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
      clause: smsMessages.clause,
      state: smsMessages.state,
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
