import { and, asc, count, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { ApplicationId } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/lang.ts';
import type { Db } from '#platform/db/db.ts';
import type { ApplicationState } from '#procedure/lifecycle/states.ts';
import type { Mobile } from '#procedure/people/mobile.ts';
import type { ApplicationRow } from '../applications/index.ts';
import { applications, financeCases } from '../applications/schema.ts';
import { courses, offerings } from '../catalogue/schema.ts';

/** Place on the waiting list, 1 = next; meaningful for a wait-listed request only. */
export async function queuePositionOf(db: Db, row: Pick<ApplicationRow, 'offeringId' | 'order'>): Promise<number> {
  const [before] = await db
    .select({ count: count() })
    .from(applications)
    .where(
      and(
        eq(applications.offeringId, row.offeringId),
        eq(applications.state, 'waitlisted'),
        lt(applications.order, row.order),
      ),
    );
  return (before?.count ?? 0) + 1;
}

/** A request as a line of «my requests». */
export type RequestLine = {
  readonly id: ApplicationId;
  readonly reference: string;
  readonly state: ApplicationState;
  readonly course: Bilingual;
  readonly startsAt: Date | null;
};

const line = {
  id: applications.id,
  reference: applications.reference,
  state: applications.state,
  course: { ar: courses.titleAr, en: courses.titleEn },
  startsAt: offerings.startsAt,
};

const MOST_LINES = 40;

const lines = (db: Db, where: ReturnType<typeof and>) =>
  db
    .select(line)
    .from(applications)
    .innerJoin(offerings, eq(offerings.id, applications.offeringId))
    .innerJoin(courses, eq(courses.id, applications.courseId))
    .where(where)
    .orderBy(desc(applications.order))
    .limit(MOST_LINES);

/** The requests whose messages go to this mobile, the latest first: the guardian's where there is one. */
export async function requestsOfMobile(db: Db, mobile: Mobile): Promise<RequestLine[]> {
  const own = and(eq(applications.mobile, mobile), isNull(applications.guardian));
  return lines(db, or(own, sql`${applications.guardian} ->> 'mobile' = ${mobile}`));
}

/** These requests, the latest first. */
export async function requestsById(db: Db, ids: readonly ApplicationId[]): Promise<RequestLine[]> {
  if (ids.length === 0) return [];
  return lines(db, or(...ids.map((id) => eq(applications.id, id))));
}

/** Money of a request that could not be applied or is given back. */
export type MoneyLine = Pick<
  typeof financeCases.$inferSelect,
  'kind' | 'state' | 'amountFils' | 'openedAt' | 'closedAt'
>;

/** What finance has or had of a request, the oldest first. */
export async function moneyOf(db: Db, id: ApplicationId): Promise<MoneyLine[]> {
  const { kind, state, amountFils, openedAt, closedAt } = financeCases;
  return db
    .select({ kind, state, amountFils, openedAt, closedAt })
    .from(financeCases)
    .where(eq(financeCases.applicationId, id))
    .orderBy(asc(financeCases.openedAt), asc(financeCases.id));
}
