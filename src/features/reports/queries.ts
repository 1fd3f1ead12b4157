import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '#platform/db/db.ts';
import type { Account } from '#procedure/payments/ledger.ts';
import { applications, bills, financeCases } from '../applications/schema.ts';
import { courses, offerings, venues } from '../catalogue/schema.ts';
import { settlementDifferences } from '../finance/schema.ts';
import { ledgerEntries, ledgerMovements } from '../ledger/schema.ts';
import { paymentAcknowledgements, paymentNotices } from '../payments/schema.ts';
import { people } from '../people/schema.ts';

type Handle = Db | Tx;

/** A stretch of time; `until` itself is outside. */
export type Period = { readonly from: Date; readonly until: Date };

const within = (column: typeof ledgerMovements.at, { from, until }: Period): SQL | undefined =>
  and(gte(column, from), lt(column, until));
const fils = (where: SQL): SQL<number> =>
  sql<number>`coalesce(sum(${paymentNotices.paidFils}) filter (where ${where}), 0)`.mapWith(Number);
const settledOutcome = inArray(paymentNotices.outcome, ['settled', 'reinstated']);

/** Payments that came in a period, by channel: how many, how much, and how much of it settled a bill at once. */
export async function receivedByChannel(handle: Handle, { from, until }: Period) {
  return handle
    .select({
      channel: paymentNotices.channel,
      payments: count(),
      receivedFils: fils(sql`true`),
      settledFils: fils(settledOutcome),
    })
    .from(paymentNotices)
    .where(and(gte(paymentNotices.receivedAt, from), lt(paymentNotices.receivedAt, until)))
    .groupBy(paymentNotices.channel)
    .orderBy(asc(paymentNotices.channel));
}
export type ChannelMoney = Awaited<ReturnType<typeof receivedByChannel>>[number];

/** Finance cases that came up and that were closed in a period. */
export async function casesIn(handle: Handle, { from, until }: Period) {
  const inside = (column: typeof financeCases.openedAt | typeof financeCases.closedAt) =>
    and(gte(column, from), lt(column, until));
  const [opened] = await handle.select({ n: count() }).from(financeCases).where(inside(financeCases.openedAt));
  const [closed] = await handle.select({ n: count() }).from(financeCases).where(inside(financeCases.closedAt));
  const [differing] = await handle
    .select({ n: count() })
    .from(settlementDifferences)
    .where(and(gte(settlementDifferences.openedAt, from), lt(settlementDifferences.openedAt, until)));
  const [explained] = await handle
    .select({ n: count() })
    .from(settlementDifferences)
    .where(and(gte(settlementDifferences.closedAt, from), lt(settlementDifferences.closedAt, until)));
  return { opened: (opened?.n ?? 0) + (differing?.n ?? 0), closed: (closed?.n ?? 0) + (explained?.n ?? 0) };
}

/** What a search looks for; hashes are those of identity numbers. */
export type Sought = {
  readonly text: string;
  readonly mobile: string | undefined;
  readonly hashes: readonly string[];
};

const applicantName = {
  firstName: applications.firstName,
  fatherName: applications.fatherName,
  grandfatherName: applications.grandfatherName,
  familyName: applications.familyName,
};
const courseTitle = { courseAr: courses.titleAr, courseEn: courses.titleEn };
const MOST_FOUND = 50;

const requests = (handle: Handle) =>
  handle
    .select({
      id: applications.id,
      reference: applications.reference,
      state: applications.state,
      reason: applications.reason,
      feeFils: applications.feeFils,
      paidFils: applications.paidFils,
      submittedAt: applications.submittedAt,
      startsAt: offerings.startsAt,
      venueAr: venues.nameAr,
      venueEn: venues.nameEn,
      bill: bills,
      ...applicantName,
      ...courseTitle,
    })
    .from(applications)
    .innerJoin(offerings, eq(offerings.id, applications.offeringId))
    .innerJoin(venues, eq(venues.id, offerings.venueId))
    .innerJoin(courses, eq(courses.id, applications.courseId))
    .innerJoin(people, eq(people.id, applications.personId))
    .leftJoin(bills, eq(bills.applicationId, applications.id));

export type MoneyRequest = Awaited<ReturnType<typeof requests>>[number];

/** Requests by reference, payment number, transaction, mobile or identity number, each exact; the newest first. */
export async function findRequests(handle: Handle, { text, mobile, hashes }: Sought): Promise<MoneyRequest[]> {
  const ofPayment = handle
    .select({ bill: paymentNotices.billId })
    .from(paymentNotices)
    .where(and(eq(paymentNotices.joebppsTrx, text), isNotNull(paymentNotices.billId)));
  return requests(handle)
    .where(
      or(
        eq(applications.reference, text.toUpperCase()),
        eq(bills.number, text),
        inArray(bills.id, ofPayment as unknown as SQL),
        mobile === undefined ? undefined : eq(applications.mobile, mobile),
        hashes.length === 0 ? undefined : inArray(people.identityHash, [...hashes]),
      ),
    )
    .orderBy(desc(applications.order))
    .limit(MOST_FOUND);
}

export async function findMoneyRequest(handle: Handle, reference: string): Promise<MoneyRequest | undefined> {
  const [row] = await requests(handle).where(eq(applications.reference, reference));
  return row;
}

const payments = (handle: Handle) =>
  handle
    .select({ notice: paymentNotices, reference: applications.reference, final: paymentAcknowledgements })
    .from(paymentNotices)
    .leftJoin(bills, eq(bills.id, paymentNotices.billId))
    .leftJoin(applications, eq(applications.id, bills.applicationId))
    .leftJoin(paymentAcknowledgements, eq(paymentAcknowledgements.joebppsTrx, paymentNotices.joebppsTrx));

/** A payment as it was told, with the request of its number and the network's final word. */
export type PaymentLine = Awaited<ReturnType<typeof payments>>[number];

/** Payments by transaction number, the bank's number or the payment number, each exact; the newest first. */
export async function findPayments(handle: Handle, text: string): Promise<PaymentLine[]> {
  return payments(handle)
    .where(
      or(
        eq(paymentNotices.joebppsTrx, text),
        eq(paymentNotices.bankTrxId, text),
        eq(paymentNotices.billingNumber, text),
      ),
    )
    .orderBy(desc(paymentNotices.receivedAt), asc(paymentNotices.id))
    .limit(MOST_FOUND);
}

export async function findPayment(handle: Handle, id: string): Promise<PaymentLine | undefined> {
  const [row] = await payments(handle).where(eq(paymentNotices.id, id));
  return row;
}

/** Differences of settlement about a payment, the oldest first. */
export async function differencesAbout(handle: Handle, trx: string) {
  return handle
    .select()
    .from(settlementDifferences)
    .where(eq(settlementDifferences.trx, trx))
    .orderBy(asc(settlementDifferences.openedAt));
}

/** What reports are drawn by. */
export const GROUPS = ['day', 'month', 'course', 'venue', 'channel'] as const;
export type Group = (typeof GROUPS)[number];

const local = sql`${ledgerMovements.at} at time zone 'Asia/Amman'`;
/** The key of a group and its name in both languages; `null` where a movement is about nothing of the kind. */
const GROUP_COLUMNS: Readonly<Record<Group, { readonly key: SQL<string | null>; readonly ar: SQL; readonly en: SQL }>> =
  {
    day: one(sql`to_char(${local}, 'YYYY-MM-DD')`),
    month: one(sql`to_char(${local}, 'YYYY-MM')`),
    course: { key: sql`${courses.id}`, ar: sql`${courses.titleAr}`, en: sql`${courses.titleEn}` },
    venue: { key: sql`${venues.id}`, ar: sql`${venues.nameAr}`, en: sql`${venues.nameEn}` },
    channel: one(sql`${paymentNotices.channel}`),
  };

function one(key: SQL<string | null>) {
  return { key, ar: key, en: key };
}

const onAccount = (account: Account): SQL<number> =>
  sql<number>`coalesce(sum(${ledgerEntries.fils}) filter (where ${ledgerEntries.account} = ${account}), 0)`.mapWith(
    Number,
  );

const entries = <T extends Record<string, unknown>>(handle: Handle, columns: T) =>
  handle
    .select(columns as never)
    .from(ledgerEntries)
    .innerJoin(ledgerMovements, eq(ledgerMovements.id, ledgerEntries.movementId))
    .leftJoin(applications, eq(applications.id, ledgerEntries.applicationId))
    .leftJoin(offerings, eq(offerings.id, applications.offeringId))
    .leftJoin(courses, eq(courses.id, applications.courseId))
    .leftJoin(venues, eq(venues.id, offerings.venueId))
    .leftJoin(bills, eq(bills.id, ledgerEntries.billId))
    .leftJoin(paymentNotices, eq(paymentNotices.id, ledgerMovements.noticeId));

/** A line of a report, in fils: what came, and where it went in the period. Negative: it left there again. */
export type ReportLine = {
  readonly key: string | null;
  readonly ar: string | null;
  readonly en: string | null;
  readonly payments: number;
  readonly received: number;
  readonly applied: number;
  readonly waived: number;
  readonly suspense: number;
  readonly refundDue: number;
  readonly refunded: number;
};

/** The movements of the books in a period, drawn together. */
export async function reportLines(handle: Handle, group: Group, period: Period): Promise<ReportLine[]> {
  const { key, ar, en } = GROUP_COLUMNS[group];
  const rows: unknown = await entries(handle, {
    key,
    ar,
    en,
    payments: sql<number>`count(*) filter (where ${ledgerEntries.account} = 'received')`.mapWith(Number),
    received: sql<number>`-${onAccount('received')}`.mapWith(Number),
    applied: onAccount('applied'),
    waived: sql<number>`-${onAccount('waived')}`.mapWith(Number),
    suspense: onAccount('suspense'),
    refundDue: onAccount('refund_due'),
    refunded: onAccount('refunded'),
  })
    .where(within(ledgerMovements.at, period))
    .groupBy(sql`1`, sql`2`, sql`3`)
    .orderBy(sql`1 nulls last`);
  return rows as ReportLine[];
}

/** A line of the journal: one entry of one movement. */
export type JournalLine = {
  readonly movement: number;
  readonly entry: number;
  readonly at: Date;
  readonly kind: string;
  readonly account: Account;
  readonly fils: number;
  readonly actor: string;
  readonly note: string | null;
  readonly reference: string | null;
  readonly number: string | null;
  readonly caseId: string | null;
  readonly trx: string | null;
  readonly bankTrxId: string | null;
  readonly channel: string | null;
  readonly course: string | null;
  readonly venue: string | null;
};

/** The journal of a period in its order. @param most so many lines at most */
export async function journalLines(handle: Handle, period: Period, most: number): Promise<JournalLine[]> {
  const rows: unknown = await entries(handle, {
    movement: ledgerMovements.id,
    entry: ledgerEntries.id,
    at: ledgerMovements.at,
    kind: ledgerMovements.kind,
    account: ledgerEntries.account,
    fils: ledgerEntries.fils,
    actor: ledgerMovements.actor,
    note: ledgerMovements.note,
    reference: applications.reference,
    number: bills.number,
    caseId: ledgerEntries.caseId,
    trx: paymentNotices.joebppsTrx,
    bankTrxId: paymentNotices.bankTrxId,
    channel: paymentNotices.channel,
    course: courses.id,
    venue: venues.id,
  })
    .where(within(ledgerMovements.at, period))
    .orderBy(asc(ledgerEntries.id))
    .limit(most);
  return rows as JournalLine[];
}
