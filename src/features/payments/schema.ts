import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '#platform/db/columns.ts';
import { bills } from '../applications/schema.ts';

/** A payment notice of the network, stored once by its JOEBPPSTrx whatever it says and however often it comes. */
export const paymentNotices = pgTable(
  'payment_notice',
  {
    id: uuid().primaryKey(),
    joebppsTrx: text('joebpps_trx').notNull().unique(),
    guid: text(),
    bankTrxId: text('bank_trx_id'),
    billingNumber: text('billing_number').notNull(),
    billId: uuid('bill_id').references(() => bills.id),
    paidFils: integer('paid_fils').notNull(),
    status: text(),
    processedAt: instant('processed_at').notNull(),
    statementDay: text('statement_day'),
    receivedAt: instant('received_at').notNull(),
    /** `settled`, `reinstated`, or the kind of the finance case. */
    outcome: text().notNull(),
    acknowledgedAt: instant('acknowledged_at'),
  },
  (t) => [index('payment_notice_by_bill').on(t.billId)],
);
