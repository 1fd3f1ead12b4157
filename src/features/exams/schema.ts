import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { ExamId, PersonId } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/lang.ts';
import { instant } from '#platform/db/columns.ts';
import { people } from '../people/schema.ts';

/** A placement exam (امتحان المستوى), shared by the courses that need it. */
export const exams = pgTable(
  'exam',
  {
    id: text().$type<ExamId>().primaryKey(),
    titleAr: text('title_ar').notNull(),
    titleEn: text('title_en').notNull(),
    passMarkPercent: integer('pass_mark_percent').notNull(),
    minutes: integer().notNull(),
    /** How long a pass counts; null = for ever. */
    validityMonths: integer('validity_months'),
    retakeWaitDays: integer('retake_wait_days').notNull(),
  },
  (t) => [
    check('exam_pass_mark_range', sql`${t.passMarkPercent} between 1 and 100`),
    check('exam_minutes_range', sql`${t.minutes} between 1 and 600`),
    check('exam_retake_wait_range', sql`${t.retakeWaitDays} between 0 and 3650`),
  ],
);

export type ItemOption = Bilingual & { readonly id: string; readonly correct: boolean };

/** A single-choice question. `options` holds the key and never leaves the server as it is. */
export const examItems = pgTable(
  'exam_item',
  {
    id: uuid().primaryKey(),
    examId: text('exam_id')
      .$type<ExamId>()
      .notNull()
      .references(() => exams.id),
    position: integer().notNull(),
    questionAr: text('question_ar').notNull(),
    questionEn: text('question_en').notNull(),
    options: jsonb().$type<readonly ItemOption[]>().notNull(),
  },
  (t) => [index('exam_item_by_exam').on(t.examId, t.position)],
);

/** A result of an exam, sat in whatever request, or recorded by staff from before the service. */
export const examResults = pgTable(
  'exam_result',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id')
      .$type<PersonId>()
      .notNull()
      .references(() => people.id),
    examId: text('exam_id')
      .$type<ExamId>()
      .notNull()
      .references(() => exams.id),
    passed: boolean().notNull(),
    scorePercent: integer('score_percent'),
    satAt: instant('sat_at').notNull(),
    source: text().$type<'attempt' | 'recorded'>().notNull(),
    note: text(),
  },
  (t) => [
    index('exam_result_by_person').on(t.personId, t.examId, t.satAt),
    check('exam_result_source', sql`${t.source} in ('attempt','recorded')`),
  ],
);
