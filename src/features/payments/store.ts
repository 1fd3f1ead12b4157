import { and, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Db, Tx } from '#platform/db/db.ts';
import { bills } from '../applications/schema.ts';
import { networkMessages, paymentAcknowledgements, paymentNotices } from './schema.ts';

export type NoticeRow = typeof paymentNotices.$inferSelect;

/**
 * Keeps a notice unless its JOEBPPSTrx is known. A repeat that comes at the same time waits here until the first is
 * through, and then finds it.
 * @returns false when the payment is known
 */
export async function insertNotice(tx: Tx, row: typeof paymentNotices.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(paymentNotices)
    .values(row)
    .onConflictDoNothing({ target: paymentNotices.joebppsTrx })
    .returning({ id: paymentNotices.id });
  return rows.length === 1;
}

export async function findNotice(handle: Db | Tx, trx: string): Promise<NoticeRow | undefined> {
  const [row] = await handle.select().from(paymentNotices).where(eq(paymentNotices.joebppsTrx, trx));
  return row;
}

/** Whether another payment than this one came under a GUID. */
export async function isGuidUsed(tx: Tx, guid: string, trx: string): Promise<boolean> {
  const rows = await tx
    .select({ id: paymentNotices.id })
    .from(paymentNotices)
    .where(and(eq(paymentNotices.guid, guid), ne(paymentNotices.joebppsTrx, trx)))
    .limit(1);
  return rows.length > 0;
}

export async function saveOutcome(tx: Tx, id: string, outcome: NoticeRow['outcome']): Promise<void> {
  await tx.update(paymentNotices).set({ outcome }).where(eq(paymentNotices.id, id));
}

/** Which of these numbers are numbers of bills. */
export async function numbersOfBills(tx: Tx, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return [];
  const rows = await tx
    .select({ number: bills.number })
    .from(bills)
    .where(inArray(bills.number, [...numbers]));
  return rows.map((row) => row.number);
}

export type AcknowledgementRow = typeof paymentAcknowledgements.$inferSelect;

/** Keeps the final word on a payment; of a repeat what it says newly, and that it came. The time of the first one stays. */
export async function saveAcknowledgement(
  tx: Tx,
  row: Omit<AcknowledgementRow, 'firstAt' | 'lastAt' | 'times'>,
  now: Date,
): Promise<void> {
  const newly = (column: string) => sql.raw(`coalesce(excluded.${column}, payment_acknowledgement.${column})`);
  await tx
    .insert(paymentAcknowledgements)
    .values({ ...row, firstAt: now, lastAt: now, times: 1 })
    .onConflictDoUpdate({
      target: paymentAcknowledgements.joebppsTrx,
      set: {
        guid: newly('guid'),
        status: newly('status'),
        billingNumber: newly('billing_number'),
        paidFils: newly('paid_fils'),
        processedAt: newly('processed_at'),
        lastAt: now,
        times: sql`${paymentAcknowledgements.times} + 1`,
      },
    });
}

/** A message to be kept; the database numbers it. */
export type NetworkMessageRow = Omit<typeof networkMessages.$inferSelect, 'id'>;

/** Kinds of message in which money is told of; the others only ask. */
const MONEY_TYPES = ['BLRPMTNTFRQ', 'PMTACKRQ'];

/**
 * Keeps messages. Where none of them tells of money the commit does not wait for the disk: a power cut can take the
 * inquiries of the last moment with it, and a payer who waits for a bill does not wait for the disk.
 */
export async function insertMessages(tx: Tx, rows: readonly NetworkMessageRow[]): Promise<void> {
  if (!rows.some((row) => MONEY_TYPES.includes(row.type))) await tx.execute(sql`set local synchronous_commit to off`);
  await tx.insert(networkMessages).values([...rows]);
}

/**
 * Deletes messages that came before an instant, some at a time.
 * @param money whether those that tell of money, or the others
 * @returns how many; fewer than `limit` when none is left
 */
export async function deleteMessages(tx: Tx, money: boolean, before: Date, limit: number): Promise<number> {
  const isMoney = inArray(networkMessages.type, MONEY_TYPES);
  const old = tx
    .select({ id: networkMessages.id })
    .from(networkMessages)
    .where(and(money ? isMoney : sql`not ${isMoney}`, lt(networkMessages.receivedAt, before)))
    .limit(limit);
  const rows = await tx
    .delete(networkMessages)
    .where(inArray(networkMessages.id, old))
    .returning({ id: networkMessages.id });
  return rows.length;
}
