import { and, asc, count, desc, eq, gt, gte, inArray, like, or, type SQL, sql } from 'drizzle-orm';
import type { CourseId, ExamId, OfferingId } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/lang.ts';
import { type Fils, fils } from '#kernel/money.ts';
import type { Db } from '#platform/db/db.ts';
import { foldArabic } from '#platform/i18n/fold.ts';
import type { OfferingState } from '#procedure/lifecycle/states.ts';
import { exams } from '../exams/schema.ts';
import type { CatalogueFilter } from './filter.ts';
import { messages } from './messages.ts';
import { courses, meetings, offerings, TOPICS, type Topic, venues } from './schema.ts';

export const PAGE_SIZE = 20;

/** States in which the public sees an offering; a cancelled one only by its own address. */
const LISTED_STATES = ['gathering', 'admitting', 'confirmed', 'running', 'postponed'] as const;
const PUBLIC_STATES = [...LISTED_STATES, 'held', 'cancelled'] as const;

/** An offering as a card of the catalogue. */
export type OfferingCard = {
  readonly id: OfferingId;
  readonly courseId: CourseId;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly topic: Topic;
  readonly hours: number;
  readonly state: OfferingState;
  readonly fee: Fils;
  readonly examId: ExamId | null;
  readonly min: number;
  readonly max: number;
  readonly active: number;
  readonly waitingListOpen: boolean;
  readonly startsAt: Date | null;
  readonly decisionAt: Date | null;
  readonly intakeClosesAt: Date | null;
  readonly venue: Bilingual;
  readonly district: number;
};

const card = {
  id: offerings.id,
  courseId: offerings.courseId,
  title: { ar: courses.titleAr, en: courses.titleEn },
  summary: { ar: courses.summaryAr, en: courses.summaryEn },
  topic: courses.topic,
  hours: courses.hours,
  state: offerings.state,
  feeFils: offerings.feeFils,
  examId: offerings.examId,
  min: offerings.minSeats,
  max: offerings.maxSeats,
  active: offerings.active,
  waitingListOpen: offerings.waitingListOpen,
  startsAt: offerings.startsAt,
  decisionAt: offerings.decisionAt,
  intakeClosesAt: offerings.intakeClosesAt,
  venue: { ar: venues.nameAr, en: venues.nameEn },
  district: venues.district,
};

/** Words that every search may carry and no course does. */
const SILENT_WORDS: readonly string[] = ['دوره', 'دورات', 'course', 'courses'];
const ARTICLE = /^ال(?=..)/;

/** Each word must occur in the course or name its topic; letters that searchers do not tell apart are equal. */
function matches(q: string): (SQL | undefined)[] {
  const words = foldArabic(q)
    .split(' ')
    .map((word) => word.replace(ARTICLE, ''));
  return words
    .filter((word) => word !== '' && !SILENT_WORDS.includes(word))
    .map((word) => {
      const named = TOPICS.filter((topic) => {
        const { ar, en } = messages[`topic.${topic}`];
        return foldArabic(`${ar} ${en}`).includes(word);
      });
      const inText = like(courses.searchText, `%${word.replace(/[\\%_]/g, '\\$&')}%`);
      return named.length > 0 ? or(inText, inArray(courses.topic, named)) : inText;
    });
}

const openNow = (now: Date) =>
  and(inArray(offerings.state, ['gathering', 'admitting']), gt(offerings.intakeClosesAt, now));

function where(f: CatalogueFilter, now: Date): SQL | undefined {
  return and(
    eq(courses.status, 'published'),
    f.show === 'all' ? inArray(offerings.state, [...LISTED_STATES]) : openNow(now),
    ...matches(f.q),
    f.topics.length > 0 ? inArray(courses.topic, [...f.topics]) : undefined,
    f.price === 'free' ? eq(offerings.feeFils, 0) : undefined,
    f.price === 'paid' ? gt(offerings.feeFils, 0) : undefined,
    f.exam === 'none' ? sql`${offerings.examId} is null` : undefined,
    f.exam === 'needed' ? sql`${offerings.examId} is not null` : undefined,
    f.district === null ? undefined : eq(venues.district, f.district),
    f.from === null ? undefined : gte(offerings.startsAt, f.from.instant),
  );
}

const ORDERS = {
  soonest: [sql`${offerings.startsAt} asc nulls last`],
  fee: [asc(offerings.feeFils), sql`${offerings.startsAt} asc nulls last`],
  seats: [desc(sql`${offerings.maxSeats} - ${offerings.active}`), sql`${offerings.startsAt} asc nulls last`],
} as const;

export type CataloguePage = {
  readonly cards: readonly OfferingCard[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** One page of the offerings that fit the filter; a page beyond the last is the last. */
export async function listOfferings(db: Db, filter: CatalogueFilter, now: Date): Promise<CataloguePage> {
  const condition = where(filter, now);
  const [counted] = await db
    .select({ total: count() })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(venues, eq(venues.id, offerings.venueId))
    .where(condition);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  const rows = await cards(db)
    .where(condition)
    .orderBy(...ORDERS[filter.sort], asc(offerings.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { cards: rows.map(toCard), total, page, pages };
}

const cards = (db: Db) =>
  db
    .select(card)
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(venues, eq(venues.id, offerings.venueId));

const toCard = ({ feeFils, ...row }: Awaited<ReturnType<typeof cards>>[number]): OfferingCard => ({
  ...row,
  fee: fils(feeFils),
});

/** The open offerings that begin first, for the home page. */
export async function soonestOfferings(db: Db, now: Date, limit: number): Promise<OfferingCard[]> {
  const rows = await cards(db)
    .where(and(eq(courses.status, 'published'), openNow(now)))
    .orderBy(asc(offerings.startsAt), asc(offerings.id))
    .limit(limit);
  return rows.map(toCard);
}

/** How many offerings take requests now. */
export async function countOpen(db: Db, now: Date): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(and(eq(courses.status, 'published'), openNow(now)));
  return row?.total ?? 0;
}

/** Everything the public may know of one offering. */
export type OfferingView = OfferingCard & {
  readonly outcomes: Bilingual;
  readonly audience: Bilingual;
  readonly bring: Bilingual;
  readonly prerequisite: Bilingual | null;
  readonly minAge: number;
  readonly maxAge: number | null;
  readonly endsAt: Date | null;
  readonly examDeadline: Date | null;
  readonly lastStartsAt: Date | null;
  readonly waitlisted: number;
  readonly directions: Bilingual;
  readonly accessible: boolean;
  readonly exam: { readonly title: Bilingual; readonly minutes: number; readonly passMarkPercent: number } | null;
  readonly meetings: readonly { readonly startsAt: Date; readonly endsAt: Date }[];
};

/** An offering as the public sees it; `undefined` while it is a draft. */
export async function viewOffering(db: Db, id: OfferingId): Promise<OfferingView | undefined> {
  const [row] = await db
    .select({ ...card, course: courses, venueRow: venues, offering: offerings, exam: exams })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(venues, eq(venues.id, offerings.venueId))
    .leftJoin(exams, eq(exams.id, offerings.examId))
    .where(and(eq(offerings.id, id), inArray(offerings.state, [...PUBLIC_STATES])));
  if (!row) return undefined;
  const { course, venueRow, offering, exam, ...own } = row;
  const dates = await db
    .select({ startsAt: meetings.startsAt, endsAt: meetings.endsAt })
    .from(meetings)
    .where(eq(meetings.offeringId, id))
    .orderBy(asc(meetings.position));
  return {
    ...toCard(own),
    outcomes: { ar: course.outcomesAr, en: course.outcomesEn },
    audience: { ar: course.audienceAr, en: course.audienceEn },
    bring: { ar: course.bringAr, en: course.bringEn },
    prerequisite:
      course.prerequisiteAr !== null && course.prerequisiteEn !== null
        ? { ar: course.prerequisiteAr, en: course.prerequisiteEn }
        : null,
    minAge: course.minAge,
    maxAge: course.maxAge,
    endsAt: offering.endsAt,
    examDeadline: offering.examDeadline,
    lastStartsAt: offering.lastStartsAt,
    waitlisted: offering.waitlisted,
    directions: { ar: venueRow.directionsAr, en: venueRow.directionsEn },
    accessible: venueRow.accessible,
    exam: exam && {
      title: { ar: exam.titleAr, en: exam.titleEn },
      minutes: exam.minutes,
      passMarkPercent: exam.passMarkPercent,
    },
    meetings: offering.startsAt ? dates : [],
  };
}
