import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ApplicationId } from '#kernel/ids.ts';
import { instant } from '#platform/db/columns.ts';
import { ACCOUNTS, type Account, MOVEMENT_KINDS, type MovementKind } from '#procedure/payments/ledger.ts';
import { applications, bills, financeCases } from '../applications/schema.ts';
import type { BookRuleName } from './rules.ts';

const quoted = (values: readonly string[]) => sql.raw(values.map((v) => `'${v}'`).join(','));

/** One event that moved money. Triggers refuse every change, and a movement whose entries do not sum to nothing. */
export const ledgerMovements = pgTable(
  'ledger_movement',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    kind: text().$type<MovementKind>().notNull(),
    /** Who caused it: a username, or `bank`, `applicant`, `clock`. */
    actor: text().notNull(),
    /** The payment that brought the money; a payment brings money once. */
    noticeId: uuid('notice_id'),
    note: text(),
  },
  (t) => [
    uniqueIndex('ledger_movement_once_for_a_payment').on(t.noticeId).where(sql`${t.kind} = 'receive'`),
    index('ledger_movement_by_time').on(t.at),
    check('ledger_movement_kind_known', sql`${t.kind} in (${quoted(MOVEMENT_KINDS)})`),
    check('ledger_movement_received_by_payment', sql`${t.kind} <> 'receive' or ${t.noticeId} is not null`),
  ],
);

/** What a movement puts on an account (plus) or takes from it (minus), in fils. */
export const ledgerEntries = pgTable(
  'ledger_entry',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    movementId: bigint('movement_id', { mode: 'number' })
      .notNull()
      .references(() => ledgerMovements.id),
    account: text().$type<Account>().notNull(),
    fils: integer().notNull(),
    applicationId: uuid('application_id')
      .$type<ApplicationId>()
      .references(() => applications.id),
    billId: uuid('bill_id').references(() => bills.id),
    caseId: uuid('case_id').references(() => financeCases.id),
  },
  (t) => [
    index('ledger_entry_by_movement').on(t.movementId),
    index('ledger_entry_by_application').on(t.applicationId),
    index('ledger_entry_by_bill').on(t.billId),
    index('ledger_entry_by_case').on(t.caseId),
    check('ledger_entry_account_known', sql`${t.account} in (${quoted(ACCOUNTS)})`),
    check('ledger_entry_moves', sql`${t.fils} <> 0`),
    check(
      'ledger_entry_of_a_case',
      sql`${t.account} not in ('suspense','refund_due','refunded') or ${t.caseId} is not null`,
    ),
    check(
      'ledger_entry_of_a_request',
      sql`${t.account} not in ('applied','transferred','waived') or ${t.applicationId} is not null`,
    ),
  ],
);

/** A row that breaks a rule of the books. */
export type Finding = { readonly check: BookRuleName; readonly what: string };

/** One look at all the books: what was found, or nothing. */
export const ledgerChecks = pgTable(
  'ledger_check',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    /** `clock`, or who asked for it. */
    actor: text().notNull(),
    tookMs: integer('took_ms').notNull(),
    isGreen: boolean('is_green').notNull(),
    /** How many rows break a rule; `findings` names the first of them. */
    broken: integer().notNull(),
    findings: jsonb().$type<readonly Finding[]>().notNull(),
  },
  (t) => [index('ledger_check_by_time').on(t.at)],
);
