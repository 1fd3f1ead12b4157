import { asc, desc, eq } from 'drizzle-orm';
import type { OfferingId } from '#kernel/ids.ts';
import type { Db } from '#platform/db/db.ts';
import { offerings } from '../catalogue/schema.ts';
import { paymentNotices } from '../payments/schema.ts';

/** Offerings as the demo's machine interface shows them; dates are null while postponed. */
export async function listOfferings(db: Db, only?: OfferingId) {
  return db
    .select({
      id: offerings.id,
      courseCode: offerings.courseId,
      state: offerings.state,
      min: offerings.minSeats,
      max: offerings.maxSeats,
      active: offerings.active,
      confirmed: offerings.confirmed,
      waitlisted: offerings.waitlisted,
      startsAt: offerings.startsAt,
      decisionAt: offerings.decisionAt,
    })
    .from(offerings)
    .where(only && eq(offerings.id, only))
    .orderBy(asc(offerings.createdAt));
}

/** The latest payments as the network told of them, the newest first. */
export async function latestPayments(db: Db, most: number) {
  const { joebppsTrx: trx, billingNumber, paidFils, processedAt, statementDay } = paymentNotices;
  return db
    .select({ trx, billingNumber, paidFils, processedAt, statementDay })
    .from(paymentNotices)
    .orderBy(desc(processedAt), asc(trx))
    .limit(most);
}
