import { and, asc, eq, isNull, lt, or } from 'drizzle-orm';
import { type Fils, fils } from '#kernel/money.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import type { Vault } from '#platform/vault/vault.ts';
import type { BillState } from '#procedure/lifecycle/decision.ts';
import { applications, bills } from '../applications/schema.ts';
import { courses } from '../catalogue/schema.ts';
import { networkMessages, paymentAcknowledgements, paymentNotices } from './schema.ts';

/** A bill as a bank asks for it, with what its payer may be shown. */
export type BillToPresent = {
  readonly amountFils: number;
  readonly state: BillState;
  readonly openedAt: Date;
  readonly payBefore: Date;
  readonly firstName: string;
  readonly familyName: string;
  readonly reference: string;
  readonly mobile: string;
  readonly email: string | null;
  readonly courseTitle: string;
};

/** The bill of a payment number in one statement: the payer waits while a bank asks. */
export async function findBillToPresent(handle: Db | Tx, number: string): Promise<BillToPresent | undefined> {
  const [row] = await handle
    .select({
      amountFils: bills.amountFils,
      state: bills.state,
      openedAt: bills.openedAt,
      payBefore: bills.payBefore,
      firstName: applications.firstName,
      familyName: applications.familyName,
      reference: applications.reference,
      mobile: applications.mobile,
      email: applications.email,
      courseTitle: courses.titleAr,
    })
    .from(bills)
    .innerJoin(applications, eq(applications.id, bills.applicationId))
    .innerJoin(courses, eq(courses.id, applications.courseId))
    .where(eq(bills.number, number));
  return row;
}

/** A payment notice as finance reads it. */
export type NoticeView = {
  readonly id: string;
  readonly trx: string;
  readonly bankTrxId: string | null;
  readonly paid: Fils;
  /** The network's last word on it. */
  readonly status: string | null;
  /** When the payer paid: it decides what was on time. */
  readonly processedAt: Date;
  readonly receivedAt: Date;
  readonly statementDay: string | null;
  /** `settled`, `reinstated`, or the kind of the finance case. */
  readonly outcome: string;
  readonly acknowledgedAt: Date | null;
};

/** The payments that came for a bill, in the order in which they were told. */
export async function noticesOf(handle: Db | Tx, billId: string): Promise<NoticeView[]> {
  const rows = await handle
    .select({
      id: paymentNotices.id,
      trx: paymentNotices.joebppsTrx,
      bankTrxId: paymentNotices.bankTrxId,
      paidFils: paymentNotices.paidFils,
      status: paymentNotices.status,
      lastStatus: paymentAcknowledgements.status,
      processedAt: paymentNotices.processedAt,
      receivedAt: paymentNotices.receivedAt,
      statementDay: paymentNotices.statementDay,
      outcome: paymentNotices.outcome,
      acknowledgedAt: paymentAcknowledgements.firstAt,
    })
    .from(paymentNotices)
    .leftJoin(paymentAcknowledgements, eq(paymentAcknowledgements.joebppsTrx, paymentNotices.joebppsTrx))
    .where(eq(paymentNotices.billId, billId))
    .orderBy(asc(paymentNotices.receivedAt), asc(paymentNotices.id));
  return rows.map(({ paidFils, lastStatus, ...row }) => ({
    ...row,
    paid: fils(paidFils),
    status: lastStatus ?? row.status,
  }));
}

/** A final word on a payment that we were never told of. */
export type OrphanAcknowledgement = {
  readonly trx: string;
  readonly billingNumber: string | null;
  readonly paidFils: number | null;
  readonly status: string | null;
  readonly firstAt: Date;
  readonly times: number;
};

/**
 * Final words that came before an instant and still have no payment, the oldest first: money that was taken and is not
 * with us.
 */
export async function acknowledgementsWithoutPayment(handle: Db | Tx, before: Date): Promise<OrphanAcknowledgement[]> {
  return handle
    .select({
      trx: paymentAcknowledgements.joebppsTrx,
      billingNumber: paymentAcknowledgements.billingNumber,
      paidFils: paymentAcknowledgements.paidFils,
      status: paymentAcknowledgements.status,
      firstAt: paymentAcknowledgements.firstAt,
      times: paymentAcknowledgements.times,
    })
    .from(paymentAcknowledgements)
    .leftJoin(paymentNotices, eq(paymentNotices.joebppsTrx, paymentAcknowledgements.joebppsTrx))
    .where(and(isNull(paymentNotices.id), lt(paymentAcknowledgements.firstAt, before)))
    .orderBy(asc(paymentAcknowledgements.firstAt));
}

/** A message of the network with its answer, byte for byte. */
export type Evidence = {
  readonly receivedAt: Date;
  readonly codec: string;
  readonly type: string;
  readonly sender: string;
  readonly guid: string | null;
  readonly httpStatus: number;
  readonly resultCode: number;
  readonly note: string | null;
  readonly request: Buffer;
  readonly response: string;
};

/** What was said of a payment (by JOEBPPSTrx) or a number, in the order in which it came. */
export async function evidenceOf(handle: Db | Tx, vault: Vault, key: string): Promise<Evidence[]> {
  const rows = await handle
    .select()
    .from(networkMessages)
    .where(or(eq(networkMessages.joebppsTrx, key), eq(networkMessages.billingNumber, key)))
    .orderBy(asc(networkMessages.id));
  return rows.map(({ requestBox, responseBox, ...row }) => ({
    receivedAt: row.receivedAt,
    codec: row.codec,
    type: row.type,
    sender: row.sender,
    guid: row.guid,
    httpStatus: row.httpStatus,
    resultCode: row.resultCode,
    note: row.note,
    request: Buffer.from(vault.decrypt(requestBox), 'latin1'),
    response: vault.decrypt(responseBox),
  }));
}
