import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '#platform/db/db.ts';
import { paymentNotices } from './schema.ts';

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

export async function saveOutcome(tx: Tx, id: string, outcome: NoticeRow['outcome']): Promise<void> {
  await tx.update(paymentNotices).set({ outcome }).where(eq(paymentNotices.id, id));
}

/**
 * The network's final word on a payment; the time of the first one stays.
 * @returns `undefined` when the payment is not known
 */
export async function saveAcknowledgement(
  tx: Tx,
  trx: string,
  status: string | null,
  now: Date,
): Promise<NoticeRow | undefined> {
  const [row] = await tx
    .update(paymentNotices)
    .set({
      acknowledgedAt: sql`coalesce(${paymentNotices.acknowledgedAt}, ${now.toISOString()}::timestamptz)`,
      ...(status !== null && { status }),
    })
    .where(eq(paymentNotices.joebppsTrx, trx))
    .returning();
  return row;
}
