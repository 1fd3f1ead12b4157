import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { ApplicationId } from '#kernel/ids.ts';
import type { Db } from '#platform/db/db.ts';
import { PROOF_STATES } from '#procedure/placement/proof.ts';
import { applications, history } from '../applications/schema.ts';
import { courses, offerings } from '../catalogue/schema.ts';
import { proofFiles } from './schema.ts';

export const QUEUE_PAGE = 25;

/** Documents that came in after the last refusal: what a verdict is about. */
const since = sql<string>`coalesce((select min(f.uploaded_at) from ${proofFiles} as f
  where f.purpose = 'proof' and f.application_id = ${applications.id} and f.uploaded_at > coalesce((select max(h.at) from ${history} as h
    where h.application_id = ${applications.id} and h.action = 'refuse_proof'), '-infinity')),
  ${applications.submittedAt})`;

const documents = sql<number>`(select count(*)::int from ${proofFiles} as f
  where f.application_id = ${applications.id} and f.purpose = 'proof')`;

const waits = and(eq(applications.proof, 'pending'), inArray(applications.state, [...PROOF_STATES]));

const lines = (db: Db) =>
  db
    .select({
      id: applications.id,
      reference: applications.reference,
      state: applications.state,
      firstName: applications.firstName,
      fatherName: applications.fatherName,
      grandfatherName: applications.grandfatherName,
      familyName: applications.familyName,
      title: { ar: courses.titleAr, en: courses.titleEn },
      needs: { ar: courses.prerequisiteAr, en: courses.prerequisiteEn },
      examDeadline: offerings.examDeadline,
      decisionAt: offerings.decisionAt,
      since,
      documents,
    })
    .from(applications)
    .innerJoin(offerings, eq(offerings.id, applications.offeringId))
    .innerJoin(courses, eq(courses.id, applications.courseId));

const lineOf = (
  { since: at, examDeadline, decisionAt, ...row }: Awaited<ReturnType<typeof lines>>[number],
  now: Date,
) => ({
  ...row,
  /** When the documents came in. */
  since: new Date(at),
  /** After it the exam cannot be sat any more; null while there is no date. */
  decideBefore: examDeadline && now < examDeadline ? examDeadline : decisionAt,
});

/** A request whose documents await a verdict. */
export type QueueLine = ReturnType<typeof lineOf>;

export type Queue = { readonly lines: readonly QueueLine[]; readonly total: number };

/** H3: requests whose documents nobody has judged yet and where a verdict still changes something, those that have waited longest first. `page` counts from 1. */
export async function proofQueue(db: Db, page: number, now: Date): Promise<Queue> {
  const [all] = await db.select({ n: count() }).from(applications).where(waits);
  const rows = await lines(db)
    .where(waits)
    .orderBy(sql`${since} asc`, asc(applications.order))
    .limit(QUEUE_PAGE)
    .offset((page - 1) * QUEUE_PAGE);
  return { lines: rows.map((row) => lineOf(row, now)), total: all?.n ?? 0 };
}

/** One request with its documents' standing, judged or not. */
export async function proofLine(db: Db, id: ApplicationId, now: Date): Promise<QueueLine | undefined> {
  const [row] = await lines(db).where(eq(applications.id, id));
  return row && lineOf(row, now);
}
