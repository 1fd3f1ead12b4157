import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ApplicationId, ExamId, OfferingId, PersonId } from '#kernel/ids.ts';
import type { Lang } from '#kernel/lang.ts';
import { instant } from '#platform/db/columns.ts';
import type { GivenAnswer } from '#procedure/placement/items.ts';
import { applications } from '../applications/schema.ts';
import { offerings } from '../catalogue/schema.ts';
import { exams, examVersions, type ItemRef } from '../exams/schema.ts';
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
    passed: boolean(),
    /** The version of the exam that is sat. */
    examVersion: integer('exam_version').notNull(),
    /** What the draw and the order of this attempt are made from; the same seed gives the same paper. */
    seed: text().notNull(),
    /** The items drawn, in the order in which they are asked. */
    paper: jsonb().$type<readonly ItemRef[]>().notNull(),
    /** The language that it is sat in. */
    language: text().$type<Lang>().notNull(),
    /** Minutes that staff granted on top of the time limit. */
    extraMinutes: integer('extra_minutes').notNull().default(0),
    /** A keyed hash of the device that holds the attempt now; another one that takes over is told, and so is this one. */
    deviceHash: text('device_hash'),
    /** How often another device has taken over; see `givenAnswers.seq`. */
    takeovers: integer().notNull().default(0),
    /** Points reached and reachable, in hundredths of a point. */
    scorePoints: integer('score_points'),
    maxPoints: integer('max_points'),
  },
  (t) => [
    uniqueIndex('attempt_one_per_application').on(t.applicationId),
    index('attempt_open_by_deadline').on(t.deadlineAt).where(sql`${t.closedAt} is null`),
    foreignKey({
      name: 'attempt_of_version',
      columns: [t.examId, t.examVersion],
      foreignColumns: [examVersions.examId, examVersions.version],
    }),
    check('attempt_closed_by_known', sql`${t.closedBy} is null or ${t.closedBy} in ('submitted','expired','dropped')`),
  ],
);

/** What a person answered to an item of their paper, as it was acknowledged. */
export const givenAnswers = pgTable(
  'given_answer',
  {
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id),
    itemId: uuid('item_id').notNull(),
    /** Null = no answer, or taken back. */
    answer: jsonb().$type<GivenAnswer | null>(),
    /** Marked by the person to come back to. */
    flagged: boolean().notNull().default(false),
    /**
     * Counts up with every answer of a device, from its takeover × `SEQ_STEP`: a later answer is never overwritten by
     * one that was on its way for longer. Forms sent without scripts carry none; they count up from what is there.
     */
    seq: integer().notNull().default(0),
    answeredAt: instant('answered_at').notNull(),
    /** After scoring: points reached, in hundredths; null = the item was annulled. */
    points: integer(),
  },
  (t) => [primaryKey({ columns: [t.attemptId, t.itemId] })],
);

export const ATTEMPT_EVENT_KINDS = [
  'started',
  'left_page',
  'came_back',
  'other_device',
  'extra_time',
  'submitted',
  'expired',
  'rescored',
] as const;
export type AttemptEventKind = (typeof ATTEMPT_EVENT_KINDS)[number];

/** What happened while an exam was sat: shown to staff, never a penalty. */
export const attemptEvents = pgTable(
  'attempt_event',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id),
    at: instant('at').notNull(),
    kind: text().$type<AttemptEventKind>().notNull(),
    details: jsonb().$type<Readonly<Record<string, string | number>>>(),
  },
  (t) => [
    index('attempt_event_by_attempt').on(t.attemptId, t.id),
    check(
      'attempt_event_kind_known',
      sql`${t.kind} in (${sql.raw(ATTEMPT_EVENT_KINDS.map((k) => `'${k}'`).join(','))})`,
    ),
  ],
);

/** Minutes that staff granted on top of the time limit of an exam; it only grows. */
export const extraTime = pgTable(
  'extra_time',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    applicationId: uuid('application_id')
      .$type<ApplicationId>()
      .notNull()
      .references(() => applications.id),
    minutes: integer().notNull(),
    reason: text().notNull(),
    grantedBy: text('granted_by').notNull(),
    grantedAt: instant('granted_at').notNull(),
  },
  (t) => [
    index('extra_time_by_application').on(t.applicationId),
    check('extra_time_range', sql`${t.minutes} between 1 and 600`),
  ],
);
