import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ApplicationId, ExamId, OfferingId, PersonId } from '#kernel/ids.ts';
import { instant } from '#platform/db/columns.ts';
import { applications } from '../applications/schema.ts';
import { offerings } from '../catalogue/schema.ts';
import { examItems, exams } from '../exams/schema.ts';
import { people } from '../people/schema.ts';

/** One sitting of the exam: one per request (clause 6.3). */
export const attempts = pgTable(
  'attempt',
  {
    id: uuid().primaryKey(),
    applicationId: uuid('application_id')
      .$type<ApplicationId>()
      .notNull()
      .references(() => applications.id),
    offeringId: uuid('offering_id')
      .$type<OfferingId>()
      .notNull()
      .references(() => offerings.id),
    personId: uuid('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    examId: text('exam_id')
      .$type<ExamId>()
      .notNull()
      .references(() => exams.id),
    startedAt: instant('started_at').notNull(),
    deadlineAt: instant('deadline_at').notNull(),
    /** Null while it is being sat. */
    closedAt: instant('closed_at'),
    /** `submitted` by the person, `expired` at the deadline, `dropped` when no longer needed (proof accepted, withdrawn). */
    closedBy: text('closed_by').$type<'submitted' | 'expired' | 'dropped'>(),
    rightAnswers: integer('right_answers'),
    totalItems: integer('total_items'),
    passed: boolean(),
  },
  (t) => [
    uniqueIndex('attempt_one_per_application').on(t.applicationId),
    index('attempt_open_by_deadline').on(t.deadlineAt).where(sql`${t.closedAt} is null`),
    check('attempt_closed_by_known', sql`${t.closedBy} is null or ${t.closedBy} in ('submitted','expired','dropped')`),
  ],
);

export const attemptAnswers = pgTable(
  'attempt_answer',
  {
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id),
    itemId: uuid('item_id')
      .notNull()
      .references(() => examItems.id),
    optionId: text('option_id').notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.attemptId, t.itemId] })],
);
