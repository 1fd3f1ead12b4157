import { sql } from 'drizzle-orm';
import { bigserial, check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ApplicationId, CourseId, ExamId, OfferingId, PersonId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { instant } from '#platform/db/columns.ts';
import type { Clause } from '#procedure/lifecycle/clauses.ts';
import {
  type BillState,
  FINANCE_CASE_KINDS,
  type FinanceCaseKind,
  type ProofState,
  REDUCTION_STATES,
  type ReductionState,
} from '#procedure/lifecycle/decision.ts';
import {
  APPLICATION_STATES,
  type ApplicationState,
  LIVE_STATES,
  REASONS,
  type Reason,
} from '#procedure/lifecycle/states.ts';
import { REMINDER_KINDS, type ReminderKind } from '#procedure/messages/reminders.ts';
import { CASE_STATES, type CaseState } from '#procedure/payments/finance-case.ts';
import { WAIVER_REASONS, type WaiverReason } from '#procedure/payments/waiver.ts';
import { courses, offerings } from '../catalogue/schema.ts';
import { exams } from '../exams/schema.ts';
import { people } from '../people/schema.ts';

const quoted = (values: readonly string[]) => sql.raw(values.map((v) => `'${v}'`).join(','));

export type Guardian = { readonly name: string; readonly numberBox: string; readonly mobile: string };

/** A request (طلب) of one person to attend one course. */
export const applications = pgTable(
  'application',
  {
    id: uuid().$type<ApplicationId>().primaryKey(),
    reference: text().notNull().unique(),
    /** Order of submission; the order of the waiting list. */
    order: bigserial('submission_order', { mode: 'number' }).notNull(),
    personId: uuid('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    courseId: text('course_id')
      .$type<CourseId>()
      .notNull()
      .references(() => courses.id),
    offeringId: uuid('offering_id')
      .$type<OfferingId>()
      .notNull()
      .references(() => offerings.id),
    state: text().$type<ApplicationState>().notNull(),
    reason: text().$type<Reason>(),
    clause: text().$type<Clause>(),
    firstName: text('first_name').notNull(),
    fatherName: text('father_name').notNull(),
    grandfatherName: text('grandfather_name').notNull(),
    familyName: text('family_name').notNull(),
    latinName: text('latin_name'),
    birthDate: date('birth_date').notNull(),
    mobile: text().notNull(),
    email: text(),
    district: integer().notNull(),
    language: text().$type<Lang>().notNull(),
    guardian: jsonb().$type<Guardian>(),
    consentVersion: text('consent_version').notNull(),
    consentAt: instant('consent_at').notNull(),
    enteredBy: text('entered_by'),
    feeFils: integer('fee_fils').notNull(),
    /** How much of the fee is waived (H5). */
    waivedFils: integer('waived_fils').notNull().default(0),
    reduction: text().$type<ReductionState>().notNull().default('none'),
    /** Why a reduction was asked for or granted. */
    reductionReason: text('reduction_reason').$type<WaiverReason>(),
    examId: text('exam_id')
      .$type<ExamId>()
      .references(() => exams.id),
    proof: text().$type<ProofState>().notNull(),
    examLinkVersion: integer('exam_link_version'),
    examOpensAt: instant('exam_opens_at'),
    paidFils: integer('paid_fils').notNull(),
    attendance: text().$type<'present' | 'absent'>(),
    evaluationSentAt: instant('evaluation_sent_at'),
    evaluatedAt: instant('evaluated_at'),
    submittedAt: instant('submitted_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    uniqueIndex('application_one_live_per_person_and_course')
      .on(t.personId, t.courseId)
      .where(sql`${t.state} in (${quoted(LIVE_STATES)})`),
    index('application_by_offering').on(t.offeringId, t.state, t.order),
    index('application_by_mobile').on(t.mobile),
    index('application_by_person').on(t.personId),
    check('application_state_known', sql`${t.state} in (${quoted(APPLICATION_STATES)})`),
    check('application_reason_known', sql`${t.reason} is null or ${t.reason} in (${quoted(REASONS)})`),
    check('application_proof_known', sql`${t.proof} in ('none','pending','accepted','refused')`),
    check('application_language_known', sql`${t.language} in ('ar','en')`),
    check(
      'application_money_range',
      sql`${t.feeFils} >= 0 and ${t.paidFils} >= 0 and ${t.waivedFils} between 0 and ${t.feeFils}`,
    ),
    check('application_reduction_known', sql`${t.reduction} in (${quoted(REDUCTION_STATES)})`),
    check(
      'application_reduction_reason_known',
      sql`${t.reductionReason} is null or ${t.reductionReason} in (${quoted(WAIVER_REASONS)})`,
    ),
    index('application_reduction_asked').on(t.order).where(sql`${t.reduction} = 'asked'`),
    check('application_district_range', sql`${t.district} between 0 and 22`),
  ],
);

/** What happened, for ever: a trigger refuses update, delete and truncate. */
export const history = pgTable(
  'history',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    offeringId: uuid('offering_id')
      .$type<OfferingId>()
      .notNull()
      .references(() => offerings.id),
    applicationId: uuid('application_id')
      .$type<ApplicationId>()
      .references(() => applications.id),
    actor: text().notNull(),
    action: text().notNull(),
    fromState: text('from_state'),
    toState: text('to_state'),
    clause: text().$type<Clause>(),
    reason: text(),
    dateVersion: integer('date_version').notNull(),
    details: jsonb().$type<Readonly<Record<string, string | number | null>>>(),
  },
  (t) => [
    index('history_by_application').on(t.applicationId, t.id),
    index('history_by_offering').on(t.offeringId, t.id),
  ],
);

/**
 * The electronic payment number of a request (clauses 7.1 to 7.3.1): one per request, amount frozen. Only a waiver makes
 * the amount less, while nothing is paid.
 */
export const bills = pgTable(
  'bill',
  {
    id: uuid().primaryKey(),
    applicationId: uuid('application_id')
      .$type<ApplicationId>()
      .notNull()
      .unique()
      .references(() => applications.id),
    number: text().notNull().unique(),
    amountFils: integer('amount_fils').notNull(),
    state: text().$type<BillState>().notNull(),
    openedAt: instant('opened_at').notNull(),
    payBefore: instant('pay_before').notNull(),
    paidAt: instant('paid_at'),
  },
  (t) => [
    check('bill_state_known', sql`${t.state} in ('open','paid','closed','suspended')`),
    check('bill_amount_positive', sql`${t.amountFils} > 0`),
    check('bill_number_form', sql`${t.number} ~ '^[0-9]{8,14}$'`),
  ],
);

/** Money that could not be applied, or must be given back: never lost, always on a desk. */
export const financeCases = pgTable(
  'finance_case',
  {
    id: uuid().primaryKey(),
    kind: text().$type<FinanceCaseKind>().notNull(),
    applicationId: uuid('application_id')
      .$type<ApplicationId>()
      .references(() => applications.id),
    noticeId: uuid('notice_id'),
    amountFils: integer('amount_fils').notNull(),
    state: text().$type<CaseState>().notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
    note: text(),
  },
  (t) => [
    index('finance_case_by_state').on(t.state, t.openedAt),
    check('finance_case_kind_known', sql`${t.kind} in (${quoted(FINANCE_CASE_KINDS)})`),
    check('finance_case_state_known', sql`${t.state} in (${quoted(CASE_STATES)})`),
    check('finance_case_amount', sql`${t.amountFils} >= 0`),
  ],
);

export const LINK_PURPOSES = ['status', 'exam', 'evaluation'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** Personal links: looked up by a keyed hash; the code itself is kept encrypted to be written into later messages. */
export const links = pgTable(
  'link',
  {
    codeHash: text('code_hash').primaryKey(),
    codeBox: text('code_box').notNull(),
    applicationId: uuid('application_id')
      .$type<ApplicationId>()
      .notNull()
      .references(() => applications.id),
    purpose: text().$type<LinkPurpose>().notNull(),
    createdAt: instant('created_at').notNull(),
    revokedAt: instant('revoked_at'),
    /** Wrong last-four-digits tries since the last right one; 5 lock the link to a code by SMS. */
    wrongTries: integer('wrong_tries').notNull(),
  },
  (t) => [
    uniqueIndex('link_one_in_force').on(t.applicationId, t.purpose).where(sql`${t.revokedAt} is null`),
    check('link_purpose_known', sql`${t.purpose} in (${quoted(LINK_PURPOSES)})`),
  ],
);

/** Reminders wait here until their time; sent only if still true. */
export const reminders = pgTable(
  'reminder',
  {
    id: uuid().primaryKey(),
    applicationId: uuid('application_id')
      .$type<ApplicationId>()
      .notNull()
      .references(() => applications.id),
    kind: text().$type<ReminderKind>().notNull(),
    dateVersion: integer('date_version').notNull(),
    dueAt: instant('due_at').notNull(),
    doneAt: instant('done_at'),
  },
  (t) => [
    index('reminder_due').on(t.dueAt).where(sql`${t.doneAt} is null`),
    uniqueIndex('reminder_once').on(t.applicationId, t.kind, t.dateVersion),
    check('reminder_kind_known', sql`${t.kind} in (${quoted(REMINDER_KINDS)})`),
  ],
);
