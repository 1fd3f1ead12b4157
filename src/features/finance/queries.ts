import { count, desc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '#platform/db/db.ts';
import { paymentNotices } from '../payments/schema.ts';
import { settlementDays, settlementDifferences, settlementLines, settlementOperators } from './schema.ts';
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
