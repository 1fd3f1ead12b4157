import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from '#platform/db/columns.ts';
import { DIFFERENCE_KINDS, type DifferenceKind } from '#procedure/payments/reconcile.ts';
import type { ColumnMapping } from '#procedure/payments/settlement-line.ts';
import { financeCases } from '../applications/schema.ts';
import { paymentNotices } from '../payments/schema.ts';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const quoted = (values: readonly string[]) => sql.raw(values.map((v) => `'${v}'`).join(','));

/** Who sends daily files, with the columns that were chosen for the last one. */
export const settlementOperators = pgTable('settlement_operator', {
  id: uuid().primaryKey(),
  name: text().notNull().unique(),
  mapping: jsonb().$type<ColumnMapping>(),
  createdAt: instant('created_at').notNull(),
});

/** A daily file between its upload and the word of who sent it; after the word, or a day later, it is gone. */
export const settlementUploads = pgTable(
  'settlement_upload',
  {
    id: uuid().primaryKey(),
    /** Username; nobody else sees it. */
    author: text().notNull(),
    operatorId: uuid('operator_id')
      .notNull()
      .references(() => settlementOperators.id),
    fileName: text('file_name').notNull(),
    content: bytes().notNull(),
    mapping: jsonb().$type<ColumnMapping>(),
    day: date({ mode: 'string' }),
    uploadedAt: instant('uploaded_at').notNull(),
  },
  (t) => [index('settlement_upload_by_author').on(t.author, t.uploadedAt)],
);

/**
 * A day of an operator's money, as its last file tells it. Once closed it stays as it is (a trigger); what comes out
 * later stands in a correction of the day: 1, 2, …
 */
export const settlementDays = pgTable(
  'settlement_day',
  {
    id: uuid().primaryKey(),
    operatorId: uuid('operator_id')
      .notNull()
      .references(() => settlementOperators.id),
    day: date({ mode: 'string' }).notNull(),
    correction: integer().notNull(),
    state: text().$type<'open' | 'closed'>().notNull(),
    fileName: text('file_name').notNull(),
    /** SHA-256 of the file, in hexadecimal. */
    fileHash: text('file_hash').notNull(),
    loadedAt: instant('loaded_at').notNull(),
    loadedBy: text('loaded_by').notNull(),
    unreadRows: integer('unread_rows').notNull(),
    lines: integer().notNull(),
    linesFils: bigint('lines_fils', { mode: 'number' }).notNull(),
    matched: integer().notNull(),
    matchedFils: bigint('matched_fils', { mode: 'number' }).notNull(),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by'),
  },
  (t) => [
    uniqueIndex('settlement_day_once').on(t.operatorId, t.day, t.correction),
    uniqueIndex('settlement_day_one_open').on(t.operatorId, t.day).where(sql`${t.state} = 'open'`),
    index('settlement_day_by_day').on(t.day),
    check('settlement_day_state_known', sql`${t.state} in ('open','closed')`),
    check('settlement_day_closed_by', sql`(${t.state} = 'closed') = (${t.closedAt} is not null)`),
  ],
);

/** A line of a day's file; final with its day (a trigger). */
export const settlementLines = pgTable(
  'settlement_line',
  {
    dayId: uuid('day_id')
      .notNull()
      .references(() => settlementDays.id),
    row: integer().notNull(),
    trx: text().notNull(),
    amountFils: integer('amount_fils').notNull(),
    paidDay: date('paid_day', { mode: 'string' }).notNull(),
    billingNumber: text('billing_number'),
    result: text().$type<'matched' | DifferenceKind>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.dayId, t.row] }), index('settlement_line_by_trx').on(t.trx)],
);

export const DIFFERENCE_STATES = ['open', 'cleared', 'taken_in', 'written_down'] as const;
export type DifferenceState = (typeof DIFFERENCE_STATES)[number];

/** What the operator and we do not agree on: once for an operator, day, kind and payment, however often it is told. */
export const settlementDifferences = pgTable(
  'settlement_difference',
  {
    id: uuid().primaryKey(),
    operatorId: uuid('operator_id')
      .notNull()
      .references(() => settlementOperators.id),
    day: date({ mode: 'string' }).notNull(),
    /** The day, or the correction of it, in which it came out. */
    dayId: uuid('day_id')
      .notNull()
      .references(() => settlementDays.id),
    kind: text().$type<DifferenceKind>().notNull(),
    trx: text().notNull(),
    toldFils: integer('told_fils'),
    toldDay: date('told_day', { mode: 'string' }),
    toldNumber: text('told_number'),
    noticeId: uuid('notice_id').references(() => paymentNotices.id),
    ownFils: integer('own_fils'),
    ownDay: date('own_day', { mode: 'string' }),
    state: text().$type<DifferenceState>().notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by'),
    reason: text(),
  },
  (t) => [
    uniqueIndex('settlement_difference_once').on(t.operatorId, t.day, t.kind, t.trx),
    index('settlement_difference_by_state').on(t.state, t.openedAt),
    index('settlement_difference_by_trx').on(t.trx),
    check('settlement_difference_kind_known', sql`${t.kind} in (${quoted(DIFFERENCE_KINDS)})`),
    check('settlement_difference_state_known', sql`${t.state} in (${quoted(DIFFERENCE_STATES)})`),
  ],
);

/**
 * The way of money back to its payer: asked for, approved by a second person, done with the reference of the bank
 * transfer; or turned down. One at a time for a case.
 */
export const refunds = pgTable(
  'finance_refund',
  {
    id: uuid().primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => financeCases.id),
    state: text().$type<'requested' | 'approved' | 'refused' | 'done'>().notNull(),
    reason: text().notNull(),
    requestedBy: text('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** Who approved it or turned it down. */
    judgedBy: text('judged_by'),
    judgedAt: instant('judged_at'),
    judgement: text(),
    doneBy: text('done_by'),
    doneAt: instant('done_at'),
    transferReference: text('transfer_reference'),
  },
  (t) => [
    uniqueIndex('finance_refund_one_at_a_time').on(t.caseId).where(sql`${t.state} in ('requested','approved')`),
    index('finance_refund_by_case').on(t.caseId),
    check('finance_refund_state_known', sql`${t.state} in ('requested','approved','refused','done')`),
    check(
      'finance_refund_second_person',
      sql`${t.state} not in ('approved','done') or (${t.judgedBy} is not null and ${t.judgedBy} <> ${t.requestedBy})`,
    ),
    check('finance_refund_has_reference', sql`${t.state} <> 'done' or ${t.transferReference} is not null`),
  ],
);

/** What staff did with a case, a difference or a day: it only grows (a trigger). */
export const financeEvents = pgTable(
  'finance_event',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    actor: text().notNull(),
    /** The case, the difference or the day. */
    subject: uuid().notNull(),
    act: text().notNull(),
    reason: text(),
    details: jsonb().$type<Readonly<Record<string, string | number | null>>>(),
  },
  (t) => [index('finance_event_by_subject').on(t.subject, t.id)],
);
