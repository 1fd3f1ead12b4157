import { bigserial, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
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
    /** How the payer paid (`AccessChannel`: ATM, MOB, …), as the network names it. */
    channel: text(),
    receivedAt: instant('received_at').notNull(),
    /** `settled`, `reinstated`, or the kind of the finance case. */
    outcome: text().notNull(),
  },
  (t) => [index('payment_notice_by_bill').on(t.billId), index('payment_notice_by_guid').on(t.guid)],
);

/**
 * The network's final word on a payment, one row for each JOEBPPSTrx. It may come before the payment itself, so it
 * stands beside the notice and not in it. It moves no money.
 */
export const paymentAcknowledgements = pgTable(
  'payment_acknowledgement',
  {
    joebppsTrx: text('joebpps_trx').primaryKey(),
    guid: text(),
    status: text(),
    billingNumber: text('billing_number'),
    paidFils: integer('paid_fils'),
    processedAt: instant('processed_at'),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
    times: integer().notNull(),
  },
  (t) => [index('payment_acknowledgement_by_time').on(t.firstAt)],
);

/** Every message of the network and what we answered, as they went over the wire: evidence, kept for a time. */
export const networkMessages = pgTable(
  'network_message',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    receivedAt: instant('received_at').notNull(),
    requestId: text('request_id').notNull(),
    /** `json`, `xml` or `soap`. */
    codec: text().notNull(),
    /** `ReqTyp` as far as we know it; `unread` for what could not be read. */
    type: text().notNull(),
    /** Who sent it, as far as proxies can be believed. */
    sender: text().notNull(),
    guid: text(),
    billingNumber: text('billing_number'),
    /** The first payment in it. */
    joebppsTrx: text('joebpps_trx'),
    httpStatus: integer('http_status').notNull(),
    resultCode: integer('result_code').notNull(),
    /** Which form and key a signature was right by, or what was wrong with the message. */
    note: text(),
    tookMs: integer('took_ms').notNull(),
    requestBox: text('request_box').notNull(),
    responseBox: text('response_box').notNull(),
  },
  (t) => [
    index('network_message_by_type_and_time').on(t.type, t.receivedAt),
    index('network_message_by_trx').on(t.joebppsTrx),
    index('network_message_by_number').on(t.billingNumber),
  ],
);
