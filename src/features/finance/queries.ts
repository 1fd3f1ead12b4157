import { and, asc, count, desc, eq, gt, inArray, lt, ne, sql } from 'drizzle-orm';
import { fils } from '#kernel/money.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import type { FinanceCaseKind } from '#procedure/lifecycle/decision.ts';
import { type CaseState, type Suggestion, suggestAct } from '#procedure/payments/finance-case.ts';
import { numbersOneSlipAway } from '#procedure/payments/number.ts';
import type { DifferenceKind } from '#procedure/payments/reconcile.ts';
import { applications, bills, financeCases } from '../applications/schema.ts';
import { courses, offerings } from '../catalogue/schema.ts';
import { paymentNotices } from '../payments/schema.ts';
import { refunds, settlementDays, settlementDifferences, settlementLines, settlementOperators } from './schema.ts';
import { dayOfPayment } from './store.ts';

type Handle = Db | Tx;

const dayLine = {
  day: settlementDays,
  operator: settlementOperators.name,
  /** Differences of the day that are still open, in whatever correction they came out. */
  open: sql<number>`(select count(*)::int from ${settlementDifferences} as d where d.operator_id = ${settlementDays.operatorId}
    and d.day = ${settlementDays.day} and d.state = 'open')`,
};

const dayLines = (handle: Handle) =>
  handle
    .select(dayLine)
    .from(settlementDays)
    .innerJoin(settlementOperators, eq(settlementOperators.id, settlementDays.operatorId));

export type DayLine = Awaited<ReturnType<typeof dayLines>>[number];

/** One page of the days with their corrections, the latest day first. */
export async function listDays(handle: Handle, page: number, size: number) {
  const [counted] = await handle.select({ total: count() }).from(settlementDays);
  const rows = await dayLines(handle)
    .orderBy(desc(settlementDays.day), settlementOperators.name, desc(settlementDays.correction))
    .limit(size)
    .offset((page - 1) * size);
  return { rows, pages: Math.max(1, Math.ceil((counted?.total ?? 0) / size)) };
}

export async function findDayLine(handle: Handle, id: string): Promise<DayLine | undefined> {
  const [row] = await dayLines(handle).where(eq(settlementDays.id, id));
  return row;
}

/** Payments of a day that its file does not name: what was told after it, or is missing in it. */
export async function paymentsBesideDay(handle: Handle, day: string, dayId: string) {
  return handle
    .select({
      id: paymentNotices.id,
      trx: paymentNotices.joebppsTrx,
      billingNumber: paymentNotices.billingNumber,
      paidFils: paymentNotices.paidFils,
      receivedAt: paymentNotices.receivedAt,
    })
    .from(paymentNotices)
    .where(
      sql`${dayOfPayment} = ${day} and not exists (select 1 from ${settlementLines} as l
        where l.day_id = ${dayId} and l.trx = ${paymentNotices.joebppsTrx})`,
    )
    .orderBy(paymentNotices.receivedAt)
    .limit(500);
}

export type PaymentBeside = Awaited<ReturnType<typeof paymentsBesideDay>>[number];

const courseTitle = { courseAr: courses.titleAr, courseEn: courses.titleEn };
export const applicantName = {
  firstName: applications.firstName,
  fatherName: applications.fatherName,
  grandfatherName: applications.grandfatherName,
  familyName: applications.familyName,
};

const caseColumns = {
  id: financeCases.id,
  kind: financeCases.kind,
  state: financeCases.state,
  amountFils: financeCases.amountFils,
  openedAt: financeCases.openedAt,
  closedAt: financeCases.closedAt,
  note: financeCases.note,
  applicationId: financeCases.applicationId,
  noticeId: financeCases.noticeId,
  reference: applications.reference,
  ...applicantName,
  ...courseTitle,
  billingNumber: paymentNotices.billingNumber,
  trx: paymentNotices.joebppsTrx,
  requestState: applications.state,
  requestReason: applications.reason,
  billState: bills.state,
  billFils: bills.amountFils,
  payBefore: bills.payBefore,
  seatFree: sql<boolean | null>`${offerings.active} < ${offerings.maxSeats}`,
  startsAt: offerings.startsAt,
  refund: refunds.state,
  waitingFils: sql<number>`(select coalesce(sum(w.amount_fils), 0)::int from ${financeCases} as w
    where w.application_id = ${financeCases.applicationId} and w.kind = 'wrong_amount' and w.state = 'open')`,
};

const cases = (handle: Handle) =>
  handle
    .select(caseColumns)
    .from(financeCases)
    .leftJoin(applications, eq(applications.id, financeCases.applicationId))
    .leftJoin(bills, eq(bills.applicationId, applications.id))
    .leftJoin(offerings, eq(offerings.id, applications.offeringId))
    .leftJoin(courses, eq(courses.id, applications.courseId))
    .leftJoin(paymentNotices, eq(paymentNotices.id, financeCases.noticeId))
    .leftJoin(refunds, and(eq(refunds.caseId, financeCases.id), inArray(refunds.state, ['requested', 'approved'])));

/** A finance case with whose money it is, as far as that is known. */
export type CaseLine = Awaited<ReturnType<typeof cases>>[number];

export type QueueFilter = {
  /** Open, or ended in whatever way; `undefined` = both. */
  readonly ended?: boolean | undefined;
  readonly kind?: FinanceCaseKind | DifferenceKind | undefined;
};

/** A case of the queue: money that waits, or a difference of settlement. */
export type QueueLine = {
  readonly id: string;
  readonly sort: 'case' | 'difference';
  readonly kind: FinanceCaseKind | DifferenceKind;
  readonly amountFils: number | null;
  readonly openedAt: Date;
  readonly state: CaseState | 'cleared' | 'taken_in';
  readonly refund: 'requested' | 'approved' | null;
  readonly trx: string | null;
  readonly line: CaseLine | null;
  readonly suggestion: Suggestion | null;
};

const QUEUE_MOST = 500;

/** The queue of finance, the oldest first; at most 500 of each sort. */
export async function listQueue(handle: Handle, { ended, kind }: QueueFilter, now: Date): Promise<QueueLine[]> {
  const states = ended === undefined ? undefined : ended ? ne : eq;
  const money = await cases(handle)
    .where(and(states?.(financeCases.state, 'open'), kind && eq(financeCases.kind, kind as FinanceCaseKind)))
    .orderBy(asc(financeCases.openedAt), asc(financeCases.id))
    .limit(QUEUE_MOST);
  const differences = await handle
    .select()
    .from(settlementDifferences)
    .where(
      and(
        states?.(settlementDifferences.state, 'open'),
        kind && eq(settlementDifferences.kind, kind as DifferenceKind),
      ),
    )
    .orderBy(asc(settlementDifferences.openedAt), asc(settlementDifferences.id))
    .limit(QUEUE_MOST);
  return [
    ...money.map((line) => queueLineOf(line, now)),
    ...differences.map((d): QueueLine => {
      const suggestion = d.state === 'open' ? suggestionFor({ kind: d.kind, openedAt: d.openedAt }, now) : null;
      const { id, trx, openedAt, state } = d;
      const about = { amountFils: d.toldFils ?? d.ownFils, refund: null, line: null, suggestion };
      return { id, sort: 'difference', kind: d.kind, trx, openedAt, state, ...about };
    }),
  ].sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime() || (a.id < b.id ? -1 : 1));
}

const suggestionFor = (one: { kind: DifferenceKind; openedAt: Date }, now: Date): Suggestion =>
  suggestAct({ ...one, amount: null, request: null, candidates: 0 }, now);

/** A case with the act that it calls for. */
export function queueLineOf(line: CaseLine, now: Date): QueueLine {
  const { id, kind, amountFils, openedAt, state, trx } = line;
  const refund = line.refund === 'requested' || line.refund === 'approved' ? line.refund : null;
  const suggestion = state === 'open' && refund === null ? suggestAct(outlookOf(line, now), now) : null;
  return { id, sort: 'case', kind, amountFils, openedAt, state, refund, trx, line, suggestion };
}

function outlookOf(line: CaseLine, now: Date): Parameters<typeof suggestAct>[0] {
  const { billState, billFils, payBefore, requestState } = line;
  const bill =
    billState !== null && billFils !== null && payBefore !== null
      ? { state: billState, amount: fils(billFils), payBefore }
      : null;
  const request = requestState && {
    state: requestState,
    reason: line.requestReason,
    bill,
    waiting: fils(line.waitingFils),
    seatFree: line.seatFree ?? false,
    begun: line.startsAt !== null && now >= line.startsAt,
  };
  const candidates = /one slip away from ([\d, ]+)/.exec(line.note ?? '')?.[1]?.split(',').length ?? 0;
  return { kind: line.kind, amount: fils(line.amountFils), openedAt: line.openedAt, request, candidates };
}

/** One finance case; `undefined` when there is no such case. */
export async function findCase(handle: Handle, id: string): Promise<CaseLine | undefined> {
  const [row] = await cases(handle).where(eq(financeCases.id, id));
  return row;
}

/** The cases of a request, or of a payment, the oldest first. */
export async function casesOf(handle: Handle, of: { application: string } | { notice: string }): Promise<CaseLine[]> {
  const where =
    'application' in of
      ? eq(sql`${financeCases.applicationId}::text`, of.application)
      : eq(financeCases.noticeId, of.notice);
  return cases(handle).where(where).orderBy(asc(financeCases.openedAt), asc(financeCases.id));
}

/** How many cases of both sorts are open. */
export async function countOpenCases(handle: Handle): Promise<number> {
  const [money] = await handle.select({ n: count() }).from(financeCases).where(eq(financeCases.state, 'open'));
  const [differing] = await handle
    .select({ n: count() })
    .from(settlementDifferences)
    .where(eq(settlementDifferences.state, 'open'));
  return (money?.n ?? 0) + (differing?.n ?? 0);
}

/** A difference with the name of its operator. */
export async function findDifference(handle: Handle, id: string) {
  const [row] = await handle
    .select({ difference: settlementDifferences, operator: settlementOperators.name })
    .from(settlementDifferences)
    .innerJoin(settlementOperators, eq(settlementOperators.id, settlementDifferences.operatorId))
    .where(eq(settlementDifferences.id, id));
  return row;
}
export type DifferenceView = NonNullable<Awaited<ReturnType<typeof findDifference>>>;

/** Requests with an unpaid bill that a mistyped payment number may have meant. */
export async function requestsMeant(handle: Handle, typed: string) {
  const numbers = numbersOneSlipAway(typed);
  if (numbers.length === 0) return [];
  return handle
    .select({
      reference: applications.reference,
      number: bills.number,
      amountFils: bills.amountFils,
      state: applications.state,
      ...applicantName,
    })
    .from(bills)
    .innerJoin(applications, eq(applications.id, bills.applicationId))
    .where(and(inArray(bills.number, [...numbers]), ne(bills.state, 'paid')))
    .orderBy(asc(bills.number));
}
export type RequestMeant = Awaited<ReturnType<typeof requestsMeant>>[number];

/** Offerings of this fee that take a person in: open, ahead, with a free seat; the soonest first. */
export async function offeringsOfFee(handle: Handle, feeFils: number, now: Date) {
  return handle
    .select({ id: offerings.id, startsAt: offerings.startsAt, ...courseTitle })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(
      and(
        eq(offerings.feeFils, feeFils),
        inArray(offerings.state, ['gathering', 'admitting', 'confirmed']),
        gt(offerings.startsAt, now),
        lt(offerings.active, offerings.maxSeats),
      ),
    )
    .orderBy(asc(offerings.startsAt))
    .limit(200);
}
