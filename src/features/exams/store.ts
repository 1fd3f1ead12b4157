import { and, asc, desc, eq } from 'drizzle-orm';
import type { ExamId, PersonId } from '#kernel/ids.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { passCounts, retakeFrom } from '#procedure/placement/need.ts';
import { examItems, examResults, exams } from './schema.ts';

export type ExamRow = typeof exams.$inferSelect;
export type ExamItemRow = typeof examItems.$inferSelect;

export async function findExam(handle: Db | Tx, id: ExamId): Promise<ExamRow | undefined> {
  const [row] = await handle.select().from(exams).where(eq(exams.id, id));
  return row;
}

export async function listExams(handle: Db | Tx): Promise<ExamRow[]> {
  return handle.select().from(exams).orderBy(asc(exams.id));
}

/** The questions with their key, in the order of the exam. The key never leaves the server. */
export async function itemsOf(handle: Db | Tx, id: ExamId): Promise<ExamItemRow[]> {
  return handle.select().from(examItems).where(eq(examItems.examId, id)).orderBy(asc(examItems.position));
}

export async function saveExam(
  tx: Tx,
  exam: typeof exams.$inferInsert,
  items: readonly (typeof examItems.$inferInsert)[],
): Promise<void> {
  await tx.insert(exams).values(exam);
  await tx.insert(examItems).values([...items]);
}

export async function setPassMark(
  tx: Tx,
  id: ExamId,
  values: Pick<ExamRow, 'passMarkPercent' | 'minutes' | 'retakeWaitDays' | 'validityMonths'>,
): Promise<boolean> {
  const rows = await tx.update(exams).set(values).where(eq(exams.id, id)).returning({ id: exams.id });
  return rows.length === 1;
}

export async function addResult(tx: Tx, row: typeof examResults.$inferInsert): Promise<void> {
  await tx.insert(examResults).values(row);
}

/** What a person's earlier results mean for an exam now: a pass that counts, or the end of a retake wait. */
export type Standing = { readonly hasPass: boolean; readonly retakeFrom: Date | null };

/** Clause 6.2 and the ruling on 6.3.2, for one person and one exam at `now`. */
export async function standingOf(handle: Db | Tx, person: PersonId, exam: ExamId, now: Date): Promise<Standing> {
  const rows = await handle
    .select({
      passed: examResults.passed,
      satAt: examResults.satAt,
      validity: exams.validityMonths,
      wait: exams.retakeWaitDays,
    })
    .from(examResults)
    .innerJoin(exams, eq(exams.id, examResults.examId))
    .where(and(eq(examResults.personId, person), eq(examResults.examId, exam)))
    .orderBy(desc(examResults.satAt));
  const lastFail = rows.find((r) => !r.passed);
  return {
    hasPass: rows.some((r) => r.passed && passCounts(r.satAt, r.validity, now)),
    retakeFrom: lastFail ? retakeFrom(lastFail.satAt, lastFail.wait, now) : null,
  };
}
