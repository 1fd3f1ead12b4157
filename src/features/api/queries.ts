import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { OfferingId } from '#kernel/ids.ts';
import type { Db } from '#platform/db/db.ts';
import { courses, meetings, offerings, venues } from '../catalogue/schema.ts';
import { exams } from '../exams/schema.ts';

/** Offerings as the public interface shows them: everything but drafts, or one of them. */
export async function publicOfferings(db: Db, only?: OfferingId) {
  const rows = await db
    .select({ o: offerings, c: courses, v: venues, e: exams })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(venues, eq(venues.id, offerings.venueId))
    .leftJoin(exams, eq(exams.id, offerings.examId))
    .where(and(ne(offerings.state, 'draft'), only && eq(offerings.id, only)))
    .orderBy(asc(offerings.startsAt), asc(offerings.createdAt));
  const days = await meetingsByOffering(
    db,
    rows.map((r) => r.o.id),
  );
  return rows.map(({ o, c, v, e }) => ({
    id: o.id,
    state: o.state,
    course: {
      code: c.id,
      title: { ar: c.titleAr, en: c.titleEn },
      summary: { ar: c.summaryAr, en: c.summaryEn },
      topic: c.topic,
      hours: c.hours,
      minAge: c.minAge,
      maxAge: c.maxAge,
    },
    startsAt: o.startsAt,
    endsAt: o.endsAt,
    meetings: o.startsAt ? (days.get(o.id) ?? []) : [],
    venue: { id: v.id, name: { ar: v.nameAr, en: v.nameEn }, district: v.district, accessible: v.accessible },
    feeFils: o.feeFils,
    examNeeded: o.examId !== null,
    exam: e && { id: e.id, title: { ar: e.titleAr, en: e.titleEn }, minutes: e.minutes },
    min: o.minSeats,
    max: o.maxSeats,
    active: o.active,
    waitlisted: o.waitlisted,
    decisionAt: o.decisionAt,
    examDeadline: o.examId === null ? null : o.examDeadline,
    intakeClosesAt: o.intakeClosesAt,
  }));
}

async function meetingsByOffering(db: Db, ids: readonly OfferingId[]) {
  const rows =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(meetings)
          .where(inArray(meetings.offeringId, [...ids]))
          .orderBy(asc(meetings.position));
  const byOffering = new Map<OfferingId, { startsAt: Date; endsAt: Date }[]>();
  for (const { offeringId, startsAt, endsAt } of rows) {
    byOffering.set(offeringId, [...(byOffering.get(offeringId) ?? []), { startsAt, endsAt }]);
  }
  return byOffering;
}
