import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { CourseId, ExamId, OfferingId, VenueId } from '#kernel/ids.ts';
import { instant } from '#platform/db/columns.ts';
import type { MeetingPattern } from '#procedure/catalogue/calendar.ts';
import { OFFERING_STATES, type OfferingState } from '#procedure/lifecycle/states.ts';
import { exams } from '../exams/schema.ts';

const quoted = (values: readonly string[]) => sql.raw(values.map((v) => `'${v}'`).join(','));

export const TOPICS = ['digital', 'languages', 'crafts', 'business', 'health', 'arts'] as const;
export type Topic = (typeof TOPICS)[number];

export const venues = pgTable('venue', {
  id: text().$type<VenueId>().primaryKey(),
  nameAr: text('name_ar').notNull(),
  nameEn: text('name_en').notNull(),
  smsAr: text('sms_ar').notNull(),
  smsEn: text('sms_en').notNull(),
  district: integer().notNull(),
  directionsAr: text('directions_ar').notNull(),
  directionsEn: text('directions_en').notNull(),
  accessible: boolean().notNull(),
});

export const courses = pgTable(
  'course',
  {
    id: text().$type<CourseId>().primaryKey(),
    titleAr: text('title_ar').notNull(),
    titleEn: text('title_en').notNull(),
    smsAr: text('sms_ar').notNull(),
    smsEn: text('sms_en').notNull(),
    summaryAr: text('summary_ar').notNull(),
    summaryEn: text('summary_en').notNull(),
    outcomesAr: text('outcomes_ar').notNull(),
    outcomesEn: text('outcomes_en').notNull(),
    audienceAr: text('audience_ar').notNull(),
    audienceEn: text('audience_en').notNull(),
    bringAr: text('bring_ar').notNull(),
    bringEn: text('bring_en').notNull(),
    prerequisiteAr: text('prerequisite_ar'),
    prerequisiteEn: text('prerequisite_en'),
    topic: text().$type<Topic>().notNull(),
    feeFils: integer('fee_fils').notNull(),
    hours: integer().notNull(),
    examId: text('exam_id')
      .$type<ExamId>()
      .references(() => exams.id),
    minSeats: integer('min_seats').notNull(),
    maxSeats: integer('max_seats').notNull(),
    venueId: text('venue_id')
      .$type<VenueId>()
      .notNull()
      .references(() => venues.id),
    minAge: integer('min_age').notNull(),
    maxAge: integer('max_age'),
    status: text().$type<'draft' | 'published' | 'archived'>().notNull(),
    /** Title, summary and topic with Arabic letters folded: what the search looks in. */
    searchText: text('search_text').notNull(),
  },
  (t) => [
    check('course_fee_range', sql`${t.feeFils} between 0 and 999999`),
    check('course_seats_range', sql`${t.minSeats} between 1 and ${t.maxSeats}`),
    check('course_hours_range', sql`${t.hours} between 1 and 2000`),
    check('course_topic', sql`${t.topic} in (${quoted(TOPICS)})`),
    check('course_status', sql`${t.status} in ('draft','published','archived')`),
    check('course_ages', sql`${t.minAge} between 0 and 120 and (${t.maxAge} is null or ${t.maxAge} >= ${t.minAge})`),
  ],
);

/** A dated run of a course. The counters are kept in the transaction of every step and fenced by checks. */
export const offerings = pgTable(
  'offering',
  {
    id: uuid().$type<OfferingId>().primaryKey(),
    courseId: text('course_id')
      .$type<CourseId>()
      .notNull()
      .references(() => courses.id),
    venueId: text('venue_id')
      .$type<VenueId>()
      .notNull()
      .references(() => venues.id),
    state: text().$type<OfferingState>().notNull(),
    feeFils: integer('fee_fils').notNull(),
    examId: text('exam_id')
      .$type<ExamId>()
      .references(() => exams.id),
    minSeats: integer('min_seats').notNull(),
    maxSeats: integer('max_seats').notNull(),
    decisionLeadMinutes: integer('decision_lead_minutes').notNull(),
    payTimeMinutes: integer('pay_time_minutes').notNull(),
    examTimeMinutes: integer('exam_time_minutes').notNull(),
    waitingListOpen: boolean('waiting_list_open').notNull(),
    /** Null while postponed without a date; the four below follow from it (ruling N). */
    startsAt: instant('starts_at'),
    endsAt: instant('ends_at'),
    decisionAt: instant('decision_at'),
    examDeadline: instant('exam_deadline'),
    intakeClosesAt: instant('intake_closes_at'),
    /** The date that a postponement left behind. */
    lastStartsAt: instant('last_starts_at'),
    /** A new date fixed before the decision (clauses 5 + N2 in one message). */
    plannedStartsAt: instant('planned_starts_at'),
    plannedMeetings: jsonb('planned_meetings').$type<readonly { startsAt: string; endsAt: string }[]>(),
    pattern: jsonb().$type<MeetingPattern>(),
    dateVersion: integer('date_version').notNull(),
    heldAnyway: boolean('held_anyway').notNull(),
    postponedAt: instant('postponed_at'),
    evaluationDueAt: instant('evaluation_due_at'),
    evaluationSentAt: instant('evaluation_sent_at'),
    active: integer().notNull(),
    confirmed: integer().notNull(),
    waitlisted: integer().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    check('offering_state_known', sql`${t.state} in (${quoted(OFFERING_STATES)})`),
    check('offering_never_overbooked', sql`${t.active} between 0 and ${t.maxSeats}`),
    check('offering_confirmed_within_active', sql`${t.confirmed} >= 0 and ${t.confirmed} <= ${t.active}`),
    check('offering_waitlisted_not_negative', sql`${t.waitlisted} >= 0`),
    check('offering_seats_range', sql`${t.minSeats} between 1 and ${t.maxSeats}`),
    check('offering_fee_range', sql`${t.feeFils} between 0 and 999999`),
    check(
      'offering_dated_unless_postponed',
      sql`(${t.state} = 'postponed') = (${t.startsAt} is null) or ${t.state} = 'cancelled'`,
    ),
    index('offering_by_decision').on(t.decisionAt).where(sql`${t.state} in ('gathering','admitting')`),
    index('offering_by_state').on(t.state, t.startsAt),
    index('offering_by_course').on(t.courseId),
  ],
);

export const meetings = pgTable(
  'meeting',
  {
    offeringId: uuid('offering_id')
      .$type<OfferingId>()
      .notNull()
      .references(() => offerings.id),
    position: integer().notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
  },
  (t) => [
    index('meeting_by_offering').on(t.offeringId, t.position),
    check('meeting_ends_after_start', sql`${t.endsAt} > ${t.startsAt}`),
  ],
);

/** Days without sessions, and Ramadan as a range of its own type; editable, with the source of the date. */
export const holidays = pgTable('holiday', {
  id: uuid().primaryKey(),
  nameAr: text('name_ar').notNull(),
  nameEn: text('name_en').notNull(),
  firstDay: date('first_day').notNull(),
  lastDay: date('last_day').notNull(),
  type: text().$type<'fixed' | 'lunar' | 'special' | 'ramadan'>().notNull(),
  sourceAr: text('source_ar').notNull(),
  sourceEn: text('source_en').notNull(),
});
