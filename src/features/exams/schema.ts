import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ExamId, PersonId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { instant } from '#platform/db/columns.ts';
import type { Difficulty, ItemContent, ItemType } from '#procedure/placement/items.ts';
import type { BlueprintPart, ExamSection } from '#procedure/placement/publish.ts';
import { people } from '../people/schema.ts';

export type { BlueprintPart, ExamSection, ItemRef } from '#procedure/placement/publish.ts';

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
    /** How many attempts a person has in all; null = as many as they make requests. */
    maxAttempts: integer('max_attempts'),
    /** Languages that the exam can be sat in: `ar`, `en`, or both. */
    languages: jsonb().$type<readonly Lang[]>().notNull().default(['ar', 'en']),
    /** Questions one by one, or all on one page. */
    layout: text().$type<'one' | 'all'>().notNull().default('all'),
    shuffleItems: boolean('shuffle_items').notNull().default(true),
    shuffleOptions: boolean('shuffle_options').notNull().default(true),
    /** What the next version will be made of; see `BlueprintPart`. */
    blueprint: jsonb().$type<readonly BlueprintPart[]>().notNull().default([]),
    /** The version that new attempts get; null = never published, nobody can sit it. */
    publishedVersion: integer('published_version'),
    /** Counts the changes of this row, so that who saves over somebody else's change is told. */
    revision: integer().notNull().default(1),
  },
  (t) => [
    check('exam_pass_mark_range', sql`${t.passMarkPercent} between 1 and 100`),
    check('exam_minutes_range', sql`${t.minutes} between 1 and 600`),
    check('exam_retake_wait_range', sql`${t.retakeWaitDays} between 0 and 3650`),
  ],
);

/** What items are about: the name that they bear, and how people read it in each language. */
export const bankTopics = pgTable('bank_topic', {
  name: text().primaryKey(),
  titleAr: text('title_ar').notNull(),
  titleEn: text('title_en').notNull(),
});

/** An item of the question bank. What it says stands in its versions; `state` is that of its latest version. */
export const bankItems = pgTable(
  'bank_item',
  {
    id: uuid().primaryKey(),
    /** What people call the item by. */
    number: integer().notNull().generatedAlwaysAsIdentity(),
    state: text().$type<'draft' | 'approved' | 'retired'>().notNull(),
    latestVersion: integer('latest_version').notNull(),
    /** The latest approved version, which exams are published with; null = never approved. */
    approvedVersion: integer('approved_version'),
    /** Counts the changes of the item, so that who saves over somebody else's change is told. */
    revision: integer().notNull().default(1),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    check('bank_item_state_known', sql`${t.state} in ('draft','approved','retired')`),
    uniqueIndex('bank_item_number').on(t.number),
    index('bank_item_by_change').on(t.changedAt, t.number),
  ],
);

/** One wording of an item. A version that an exam was published with is never rewritten: a change makes the next one. */
export const bankItemVersions = pgTable(
  'bank_item_version',
  {
    itemId: uuid('item_id')
      .notNull()
      .references(() => bankItems.id),
    version: integer().notNull(),
    type: text().$type<ItemType>().notNull(),
    topic: text().notNull(),
    difficulty: integer().$type<Difficulty>().notNull(),
    points: integer().notNull(),
    /** Holds the key; it never leaves the server as it is. */
    content: jsonb().$type<ItemContent>().notNull(),
    /** Texts in both languages, folded, for the search of the bank. */
    searchText: text('search_text').notNull(),
    author: text().notNull(),
    reviewer: text(),
    reviewedAt: instant('reviewed_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.version] }),
    check('bank_item_points_range', sql`${t.points} between 1 and 100`),
    check('bank_item_difficulty_range', sql`${t.difficulty} between 1 and 3`),
    index('bank_item_version_by_topic').on(t.topic, t.difficulty),
  ],
);

/** An exam as it was published; never changed afterwards. Attempts belong to a version. */
export const examVersions = pgTable(
  'exam_version',
  {
    examId: text('exam_id')
      .$type<ExamId>()
      .notNull()
      .references(() => exams.id),
    version: integer().notNull(),
    passMarkPercent: integer('pass_mark_percent').notNull(),
    minutes: integer().notNull(),
    languages: jsonb().$type<readonly Lang[]>().notNull(),
    layout: text().$type<'one' | 'all'>().notNull(),
    shuffleItems: boolean('shuffle_items').notNull(),
    shuffleOptions: boolean('shuffle_options').notNull(),
    sections: jsonb().$type<readonly ExamSection[]>().notNull(),
    publishedBy: text('published_by').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.examId, t.version] })],
);

/** A correction of an item after it was sat: another key, or the item counts for nobody. Applied to all attempts. */
export const itemCorrections = pgTable(
  'item_correction',
  {
    id: uuid().primaryKey(),
    examId: text('exam_id')
      .$type<ExamId>()
      .notNull()
      .references(() => exams.id),
    itemId: uuid('item_id').notNull(),
    itemVersion: integer('item_version').notNull(),
    /** Null = the item is annulled. */
    body: jsonb().$type<ItemContent | null>(),
    reason: text().notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [index('item_correction_by_exam').on(t.examId, t.madeAt)],
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
