import { asc, eq } from 'drizzle-orm';
import { type Fils, fils } from '#kernel/money.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { paymentNotices } from './schema.ts';

/** A payment notice as finance reads it. */
export type NoticeView = {
  readonly id: string;
  readonly trx: string;
  readonly bankTrxId: string | null;
  readonly paid: Fils;
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
      processedAt: paymentNotices.processedAt,
      receivedAt: paymentNotices.receivedAt,
      statementDay: paymentNotices.statementDay,
      outcome: paymentNotices.outcome,
      acknowledgedAt: paymentNotices.acknowledgedAt,
    })
    .from(paymentNotices)
    .where(eq(paymentNotices.billId, billId))
    .orderBy(asc(paymentNotices.receivedAt), asc(paymentNotices.id));
  return rows.map(({ paidFils, ...row }) => ({ ...row, paid: fils(paidFils) }));
}
