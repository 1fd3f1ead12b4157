import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#platform/db/db.ts';
import { REDUCIBLE_STATES } from '#procedure/payments/waiver.ts';
import { applications, bills } from '../applications/schema.ts';
import { courses } from '../catalogue/schema.ts';
import { proofFiles } from '../proofs/schema.ts';

const documents = sql<number>`(select count(*)::int from ${proofFiles} as f
  where f.application_id = ${applications.id} and f.purpose = 'reduction')`;

const MOST = 200;

/** Requests whose person asked for a reduction and that nothing was decided on, the oldest request first. */
export async function reductionQueue(db: Db) {
  return db
    .select({
      reference: applications.reference,
      firstName: applications.firstName,
      fatherName: applications.fatherName,
      grandfatherName: applications.grandfatherName,
      familyName: applications.familyName,
      course: { ar: courses.titleAr, en: courses.titleEn },
      state: applications.state,
      feeFils: applications.feeFils,
      reason: applications.reductionReason,
      submittedAt: applications.submittedAt,
      /** Until when an open payment number asks for the whole fee. */
      payBefore: bills.payBefore,
      documents,
    })
    .from(applications)
    .innerJoin(courses, eq(courses.id, applications.courseId))
    .leftJoin(bills, and(eq(bills.applicationId, applications.id), eq(bills.state, 'open')))
    .where(and(eq(applications.reduction, 'asked'), inArray(applications.state, [...REDUCIBLE_STATES])))
    .orderBy(asc(applications.order))
    .limit(MOST);
}

export type ReductionLine = Awaited<ReturnType<typeof reductionQueue>>[number];
