import { and, asc, count, desc, eq, like, or, type SQL, sql } from 'drizzle-orm';
import type { ApplicationId, CourseId, ExamId, PersonId } from '#kernel/ids.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { foldArabic, foldDigits } from '#platform/i18n/fold.ts';
import { applications } from '../applications/schema.ts';
import { courses, offerings, venues } from '../catalogue/schema.ts';
import { exams } from '../exams/schema.ts';

type Handle = Db | Tx;

const courseTitle = { courseAr: courses.titleAr, courseEn: courses.titleEn };
const applicantName = {
  firstName: applications.firstName,
  fatherName: applications.fatherName,
  grandfatherName: applications.grandfatherName,
  familyName: applications.familyName,
};

/** The courses with how many dated runs each has, by title. */
export async function listCourses(handle: Handle) {
  return handle
    .select({ course: courses, offerings: count(offerings.id) })
    .from(courses)
    .leftJoin(offerings, eq(offerings.courseId, courses.id))
    .groupBy(courses.id)
    .orderBy(asc(courses.titleAr));
}

/** Venues for a list to choose from. */
export async function listVenues(handle: Handle) {
  return handle.select().from(venues).orderBy(asc(venues.nameAr));
}

/** The courses that ask for an exam now. */
export async function coursesOfExam(handle: Handle, exam: ExamId) {
  return handle
    .select({ id: courses.id, ...courseTitle })
    .from(courses)
    .where(eq(courses.examId, exam))
    .orderBy(asc(courses.titleAr));
}

/** A request of this person that awaits this exam, the oldest; a pass settles it. */
export async function requestAwaitingExam(
  handle: Handle,
  person: PersonId,
  exam: ExamId,
): Promise<ApplicationId | undefined> {
  const [row] = await handle
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(eq(applications.personId, person), eq(applications.examId, exam), eq(applications.state, 'awaiting_exam')),
    )
    .orderBy(asc(applications.order))
    .limit(1);
  return row?.id;
}

/** Validity in months of a pass of this exam; null = for ever. */
export async function examValidity(handle: Handle, exam: ExamId): Promise<{ months: number | null } | undefined> {
  const [row] = await handle.select({ months: exams.validityMonths }).from(exams).where(eq(exams.id, exam));
  return row;
}

/** What `foldArabic` does to the letters of a name, in the language of the database. */
const foldedName = sql`translate(lower(concat_ws(' ', ${applications.firstName}, ${applications.fatherName},
  ${applications.grandfatherName}, ${applications.familyName}, ${applications.latinName})),
  'أإآٱىیةکؤئءـًٌٍَُِّْٰ', 'ااااييهكوي')`;

const contains = (column: SQL, word: string): SQL => sql`${column} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`;

/** Search results are cut here: a longer list is no help. */
export const SEARCH_LIMIT = 50;

/**
 * Requests by reference, by the last digits of the mobile (three or more), or by words of the name; the newest first.
 * An empty search gives the newest requests.
 */
export async function searchApplications(handle: Handle, query: string) {
  const digits = foldDigits(query).replace(/[\s+-]/g, '');
  const words = foldArabic(query).split(' ').filter(Boolean);
  const where =
    words.length === 0
      ? undefined
      : or(
          eq(applications.reference, foldDigits(query).trim().toUpperCase()),
          /^\d{3,}$/.test(digits) ? like(applications.mobile, `%${digits.replace(/^0+(?=7)/, '')}`) : undefined,
          and(...words.map((word) => contains(foldedName, word))),
        );
  return handle
    .select({
      reference: applications.reference,
      state: applications.state,
      mobile: applications.mobile,
      submittedAt: applications.submittedAt,
      ...applicantName,
      ...courseTitle,
    })
    .from(applications)
    .innerJoin(courses, eq(courses.id, applications.courseId))
    .where(where)
    .orderBy(desc(applications.order))
    .limit(SEARCH_LIMIT);
}

/** The venue and dates of the offering of a request, for its page. */
export async function offeringOfRequest(handle: Handle, id: ApplicationId) {
  const [row] = await handle
    .select({
      offeringId: offerings.id,
      startsAt: offerings.startsAt,
      venueAr: venues.nameAr,
      venueEn: venues.nameEn,
      ...courseTitle,
    })
    .from(applications)
    .innerJoin(offerings, eq(offerings.id, applications.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(venues, eq(venues.id, offerings.venueId))
    .where(eq(applications.id, id));
  return row;
}

/** True when a course of this id exists. */
export async function hasCourse(handle: Handle, id: CourseId): Promise<boolean> {
  const rows = await handle.select({ id: courses.id }).from(courses).where(eq(courses.id, id));
  return rows.length > 0;
}
