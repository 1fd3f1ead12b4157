import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt } from 'drizzle-orm';
import type { ExamId } from '#kernel/ids.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import type { GivenAnswer } from '#procedure/placement/items.ts';
import { bankItems, examVersions } from '../exams/schema.ts';
import { attempts, givenAnswers } from '../placement/schema.ts';

/** Which sittings are looked at; null = not limited. `until` itself is outside. */
export type Sittings = {
  readonly exam: ExamId;
  readonly version: number | null;
  readonly from: Date | null;
  readonly until: Date | null;
};

/** A sitting that was marked. */
export async function markedSittings(handle: Db | Tx, of: Sittings, limit: number) {
  return handle
    .select({
      id: attempts.id,
      version: attempts.examVersion,
      paper: attempts.paper,
      language: attempts.language,
      passed: attempts.passed,
      startedAt: attempts.startedAt,
      closedAt: attempts.closedAt,
      deadlineAt: attempts.deadlineAt,
    })
    .from(attempts)
    .where(
      and(
        eq(attempts.examId, of.exam),
        isNotNull(attempts.passed),
        of.version === null ? undefined : eq(attempts.examVersion, of.version),
        of.from === null ? undefined : gte(attempts.startedAt, of.from),
        of.until === null ? undefined : lt(attempts.startedAt, of.until),
      ),
    )
    .orderBy(desc(attempts.startedAt), asc(attempts.id))
    .limit(limit);
}
export type MarkedSitting = Awaited<ReturnType<typeof markedSittings>>[number];

/** Ids of one question to the database. */
const CHUNK = 200;

/** What was answered in these sittings, by sitting, then by item. */
export async function answersIn(
  handle: Db | Tx,
  sittings: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, GivenAnswer | null>>> {
  const answers = new Map<string, Map<string, GivenAnswer | null>>();
  for (let i = 0; i < sittings.length; i += CHUNK) {
    const rows = await handle
      .select({ attemptId: givenAnswers.attemptId, itemId: givenAnswers.itemId, answer: givenAnswers.answer })
      .from(givenAnswers)
      .where(inArray(givenAnswers.attemptId, sittings.slice(i, i + CHUNK)));
    for (const { attemptId, itemId, answer } of rows) {
      const own = answers.get(attemptId) ?? new Map<string, GivenAnswer | null>();
      answers.set(attemptId, own.set(itemId, answer));
    }
  }
  return answers;
}

/** The versions of an exam with how often each was sat, the latest first. */
export async function versionsSat(handle: Db | Tx, exam: ExamId) {
  return handle
    .select({ version: examVersions.version, publishedAt: examVersions.publishedAt, sat: count(attempts.passed) })
    .from(examVersions)
    .leftJoin(attempts, and(eq(attempts.examId, examVersions.examId), eq(attempts.examVersion, examVersions.version)))
    .where(eq(examVersions.examId, exam))
    .groupBy(examVersions.version, examVersions.publishedAt)
    .orderBy(desc(examVersions.version));
}
export type VersionSat = Awaited<ReturnType<typeof versionsSat>>[number];

/** What people call items by. */
export async function itemNumbers(handle: Db | Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await handle
    .select({ id: bankItems.id, number: bankItems.number })
    .from(bankItems)
    .where(inArray(bankItems.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row.number]));
}
