import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ApplicationId } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/lang.ts';
import { instant } from '#platform/db/columns.ts';
import { applications, bills } from '../applications/schema.ts';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/**
 * The last serial of a year. The database itself takes the next one for a new receipt, at the very end of its
 * transaction (a deferred trigger): no gap, no double, and nobody waits for somebody who is still at work.
 */
export const receiptSerials = pgTable(
  'receipt_serial',
  { year: integer().primaryKey(), last: integer().notNull() },
  (t) => [check('receipt_serial_range', sql`${t.last} between 1 and 999999`)],
);

/** What the receipt says, as it was true when the money was received. */
export type ReceiptContent = {
  /** Who pays: the guardian of a minor, else the person; as they gave the name. */
  readonly payer: string;
  /** Who attends the course. */
  readonly participant: string;
  readonly course: Bilingual;
  /** Of the request. */
  readonly reference: string;
  /** The electronic payment number. */
  readonly billNumber: string;
  /** The network's number of the payment; `null` when it did not come over the network. */
  readonly trx: string | null;
};

/** A receipt (وصل قبض) for a payment that was settled: one for each, never changed, never deleted (a trigger). */
export const receipts = pgTable(
  'receipt',
  {
    id: uuid().primaryKey(),
    /** The year in Amman in which it was issued. */
    year: integer().notNull(),
    /** The place in the year, from 1; 0 until its transaction ends. */
    serial: integer().notNull().default(0),
    applicationId: uuid('application_id')
      .$type<ApplicationId>()
      .notNull()
      .references(() => applications.id),
    billId: uuid('bill_id')
      .notNull()
      .references(() => bills.id),
    /** The payment notice that it is for. */
    noticeId: uuid('notice_id').notNull().unique(),
    amountFils: integer('amount_fils').notNull(),
    content: jsonb().$type<ReceiptContent>().notNull(),
    paidAt: instant('paid_at').notNull(),
    issuedAt: instant('issued_at').notNull(),
    /** The code of the public page: found by its hash, kept encrypted to be printed again. */
    codeHash: text('code_hash').notNull().unique(),
    codeBox: text('code_box').notNull(),
  },
  (t) => [
    uniqueIndex('receipt_number').on(t.year, t.serial).where(sql`${t.serial} > 0`),
    check('receipt_serial_counts_from_1', sql`${t.serial} >= 0`),
    index('receipt_by_application').on(t.applicationId),
    check('receipt_amount_positive', sql`${t.amountFils} > 0`),
  ],
);

export const VOID_KINDS = ['refunded', 'mistake', 'other'] as const;
export type VoidKind = (typeof VOID_KINDS)[number];

/** A receipt that staff declared void: it stays, and says so. */
export const receiptVoids = pgTable(
  'receipt_void',
  {
    receiptId: uuid('receipt_id')
      .primaryKey()
      .references(() => receipts.id),
    kind: text().$type<VoidKind>().notNull(),
    reason: text().notNull(),
    voidedAt: instant('voided_at').notNull(),
    voidedBy: text('voided_by').notNull(),
  },
  (t) => [check('receipt_void_kind_known', sql`${t.kind} in ('refunded','mistake','other')`)],
);

export const DOCUMENT_KINDS = ['valid', 'void'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The document as it was first printed: every later print is these bytes. A void receipt is another document. */
export const receiptDocuments = pgTable(
  'receipt_document',
  {
    receiptId: uuid('receipt_id')
      .notNull()
      .references(() => receipts.id),
    kind: text().$type<DocumentKind>().notNull(),
    template: integer().notNull(),
    sha256: text().notNull(),
    bytes: bytea().notNull(),
    printedAt: instant('printed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.receiptId, t.kind] }),
    check('receipt_document_kind_known', sql`${t.kind} in ('valid','void')`),
  ],
);
