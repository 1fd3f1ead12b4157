import { and, asc, eq, inArray, lt, ne, or, sql } from 'drizzle-orm';
import { fils } from '#kernel/money.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { insertRows } from '#platform/db/recordset.ts';
import type { OwnPayment } from '#procedure/payments/reconcile.ts';
import type { ColumnMapping } from '#procedure/payments/settlement-line.ts';
import { paymentNotices } from '../payments/schema.ts';
import {
  financeEvents,
  refunds,
  settlementDays,
  settlementDifferences,
  settlementLines,
  settlementOperators,
  settlementUploads,
} from './schema.ts';

export type OperatorRow = typeof settlementOperators.$inferSelect;
export type SettlementUploadRow = typeof settlementUploads.$inferSelect;
export type DayRow = typeof settlementDays.$inferSelect;
export type LineRow = typeof settlementLines.$inferSelect;
export type DifferenceRow = typeof settlementDifferences.$inferSelect;
export type RefundRow = typeof refunds.$inferSelect;

/** The operator of this name, added if unknown. */
export async function operatorNamed(tx: Tx, id: string, name: string, now: Date): Promise<OperatorRow> {
  const [row] = await tx
    .insert(settlementOperators)
    .values({ id, name, mapping: null, createdAt: now })
    .onConflictDoUpdate({ target: settlementOperators.name, set: { name } })
    .returning();
  if (!row) throw new Error('an operator that was just added is not there');
  return row;
}

export async function listOperators(handle: Db | Tx): Promise<OperatorRow[]> {
  return handle.select().from(settlementOperators).orderBy(asc(settlementOperators.name));
}

export async function findOperator(handle: Db | Tx, id: string): Promise<OperatorRow | undefined> {
  const [row] = await handle.select().from(settlementOperators).where(eq(settlementOperators.id, id));
  return row;
}

/** Holds an operator: its files are taken in, and its days closed, one after the other. */
export async function lockOperator(tx: Tx, id: string): Promise<void> {
  await tx
    .select({ id: settlementOperators.id })
    .from(settlementOperators)
    .where(eq(settlementOperators.id, id))
    .for('update');
}

export async function saveMapping(tx: Tx, operator: string, mapping: ColumnMapping): Promise<void> {
  await tx.update(settlementOperators).set({ mapping }).where(eq(settlementOperators.id, operator));
}

/** Keeps an upload; those of the same author from before, and all from before `oldest`, are removed. */
export async function replaceSettlementUpload(tx: Tx, row: SettlementUploadRow, oldest: Date): Promise<void> {
  await tx
    .delete(settlementUploads)
    .where(or(eq(settlementUploads.author, row.author), lt(settlementUploads.uploadedAt, oldest)));
  await tx.insert(settlementUploads).values(row);
}

const ownUpload = (id: string, author: string) =>
  and(eq(settlementUploads.id, id), eq(settlementUploads.author, author));

export async function findSettlementUpload(
  handle: Db | Tx,
  id: string,
  author: string,
): Promise<SettlementUploadRow | undefined> {
  const [row] = await handle.select().from(settlementUploads).where(ownUpload(id, author));
  return row && { ...row, content: new Uint8Array(row.content) };
}

/** Notes how an upload is to be read. @returns false when it is gone */
export async function chooseColumns(
  tx: Tx,
  id: string,
  author: string,
  mapping: ColumnMapping,
  day: string,
): Promise<boolean> {
  const rows = await tx
    .update(settlementUploads)
    .set({ mapping, day })
    .where(ownUpload(id, author))
    .returning({ id: settlementUploads.id });
  return rows.length === 1;
}

/** Takes an upload away. @returns whether it was still there: of two who take it at once, one hears `false` */
export async function takeSettlementUpload(tx: Tx, id: string, author: string): Promise<boolean> {
  const rows = await tx.delete(settlementUploads).where(ownUpload(id, author)).returning({ id: settlementUploads.id });
  return rows.length === 1;
}

/** The settlement day of a payment as the network told it; where it told none, the day on which it was made. */
export const dayOfPayment = sql<string>`case when ${paymentNotices.statementDay} ~ '^\\d{4}-\\d{2}-\\d{2}'
  then left(${paymentNotices.statementDay}, 10)
  else to_char(${paymentNotices.processedAt} at time zone 'Asia/Amman', 'YYYY-MM-DD') end`;

const CHUNK = 2_000;

/** Our payments that a file names, and those of its day. */
export async function paymentsFor(handle: Db | Tx, day: string, trxs: readonly string[]): Promise<OwnPayment[]> {
  const found = new Map<string, OwnPayment>();
  const chunks = Array.from({ length: Math.ceil(trxs.length / CHUNK) }, (_, i) =>
    inArray(paymentNotices.joebppsTrx, trxs.slice(i * CHUNK, (i + 1) * CHUNK)),
  );
  for (const where of [sql`${dayOfPayment} = ${day}`, ...chunks]) {
    const rows = await handle
      .select({
        id: paymentNotices.id,
        trx: paymentNotices.joebppsTrx,
        amount: paymentNotices.paidFils,
        day: dayOfPayment,
        billingNumber: paymentNotices.billingNumber,
        status: paymentNotices.status,
      })
      .from(paymentNotices)
      .where(where);
    for (const row of rows) found.set(row.trx, { ...row, amount: fils(row.amount) });
  }
  return [...found.values()].sort((a, b) => (a.trx < b.trx ? -1 : 1));
}

/** Which of these payments files of other days of an operator tell of. */
export async function settledOnOtherDays(
  handle: Db | Tx,
  operator: string,
  day: string,
  trxs: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let i = 0; i < trxs.length; i += CHUNK) {
    const rows = await handle
      .select({ trx: settlementLines.trx })
      .from(settlementLines)
      .innerJoin(settlementDays, eq(settlementDays.id, settlementLines.dayId))
      .where(
        and(
          eq(settlementDays.operatorId, operator),
          ne(settlementDays.day, day),
          ne(settlementLines.result, 'twice'),
          inArray(settlementLines.trx, trxs.slice(i, i + CHUNK)),
        ),
      );
    for (const { trx } of rows) found.add(trx);
  }
  return found;
}

/** A day with its corrections, the latest first. */
export async function daysOf(handle: Db | Tx, operator: string, day: string): Promise<DayRow[]> {
  return handle
    .select()
    .from(settlementDays)
    .where(and(eq(settlementDays.operatorId, operator), eq(settlementDays.day, day)))
    .orderBy(sql`${settlementDays.correction} desc`);
}

export async function findDay(handle: Db | Tx, id: string): Promise<DayRow | undefined> {
  const [row] = await handle.select().from(settlementDays).where(eq(settlementDays.id, id));
  return row;
}

/** Writes an open day as its file tells it, in place of what it said before. */
export async function saveDay(tx: Tx, row: DayRow, lines: readonly Omit<LineRow, 'dayId'>[]): Promise<void> {
  const { id, ...values } = row;
  await tx.insert(settlementDays).values(row).onConflictDoUpdate({ target: settlementDays.id, set: values });
  await tx.delete(settlementLines).where(eq(settlementLines.dayId, id));
  if (lines.length === 0) return;
  await tx.execute(
    insertRows(
      settlementLines,
      lines.map((line) => ({ dayId: id, ...line })),
    ),
  );
}

/** @returns false when it is closed already */
export async function markDayClosed(tx: Tx, id: string, by: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(settlementDays)
    .set({ state: 'closed', closedAt: now, closedBy: by })
    .where(and(eq(settlementDays.id, id), eq(settlementDays.state, 'open')))
    .returning({ id: settlementDays.id });
  return rows.length === 1;
}

export async function linesOf(handle: Db | Tx, day: string): Promise<LineRow[]> {
  return handle.select().from(settlementLines).where(eq(settlementLines.dayId, day)).orderBy(asc(settlementLines.row));
}

/** All differences that ever came out on a day of an operator. */
export async function differencesOf(handle: Db | Tx, operator: string, day: string): Promise<DifferenceRow[]> {
  return handle
    .select()
    .from(settlementDifferences)
    .where(and(eq(settlementDifferences.operatorId, operator), eq(settlementDifferences.day, day)))
    .orderBy(asc(settlementDifferences.openedAt), asc(settlementDifferences.kind), asc(settlementDifferences.trx));
}

export async function insertDifferences(tx: Tx, rows: readonly DifferenceRow[]): Promise<void> {
  if (rows.length > 0) await tx.execute(insertRows(settlementDifferences, rows));
}

export async function lockDifference(tx: Tx, id: string): Promise<DifferenceRow | undefined> {
  const [row] = await tx.select().from(settlementDifferences).where(eq(settlementDifferences.id, id)).for('update');
  return row;
}

export async function changeDifference(
  tx: Tx,
  id: string,
  change: Pick<DifferenceRow, 'state' | 'closedAt' | 'closedBy' | 'reason'>,
): Promise<void> {
  await tx.update(settlementDifferences).set(change).where(eq(settlementDifferences.id, id));
}

export async function insertRefund(tx: Tx, row: RefundRow): Promise<void> {
  await tx.insert(refunds).values(row);
}

export async function updateRefund(tx: Tx, id: string, change: Partial<RefundRow>): Promise<void> {
  await tx.update(refunds).set(change).where(eq(refunds.id, id));
}

/** The refund of a case that is on its way. The case must be held. */
export async function liveRefundOf(handle: Db | Tx, caseId: string): Promise<RefundRow | undefined> {
  const [row] = await handle
    .select()
    .from(refunds)
    .where(and(eq(refunds.caseId, caseId), inArray(refunds.state, ['requested', 'approved'])));
  return row;
}

export async function insertEvents(tx: Tx, rows: readonly (typeof financeEvents.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(financeEvents).values([...rows]);
}

export type EventRow = typeof financeEvents.$inferSelect;

/** What was done with a case, a difference or a day, in order. */
export async function eventsOf(handle: Db | Tx, subject: string): Promise<EventRow[]> {
  return handle.select().from(financeEvents).where(eq(financeEvents.subject, subject)).orderBy(asc(financeEvents.id));
}
