import { and, asc, eq, isNull, lte, min, sql } from 'drizzle-orm';
import type { ApplicationId } from '#kernel/ids.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { attemptAnswers, attempts } from './schema.ts';

export type AttemptRow = typeof attempts.$inferSelect;

/** A chosen option of a question, by their ids. */
export type Answer = { readonly itemId: string; readonly optionId: string };

/** The attempt of a request: there is at most one. */
export async function attemptOf(handle: Db | Tx, application: ApplicationId): Promise<AttemptRow | undefined> {
  const [row] = await handle.select().from(attempts).where(eq(attempts.applicationId, application));
  return row;
}

/** Reads the attempt of a request and holds it, after the offering and the request. */
export async function lockAttemptOf(tx: Tx, application: ApplicationId): Promise<AttemptRow | undefined> {
  const [row] = await tx.select().from(attempts).where(eq(attempts.applicationId, application)).for('update');
  return row;
}

/** Holds an attempt alone: for answers, which touch nothing else. */
export async function lockAttempt(tx: Tx, id: string): Promise<AttemptRow | undefined> {
  const [row] = await tx.select().from(attempts).where(eq(attempts.id, id)).for('update');
  return row;
}

/** Opens an attempt; one that was dropped, or whose pass has run out, begins anew without its answers. */
export async function openAttempt(
  tx: Tx,
  row: Pick<AttemptRow, 'id' | 'applicationId' | 'offeringId' | 'personId' | 'examId' | 'startedAt' | 'deadlineAt'>,
): Promise<AttemptRow> {
  const open = { ...row, closedAt: null, closedBy: null, rightAnswers: null, totalItems: null, passed: null };
  await tx.delete(attemptAnswers).where(eq(attemptAnswers.attemptId, row.id));
  const [saved] = await tx
    .insert(attempts)
    .values(open)
    .onConflictDoUpdate({ target: attempts.id, set: open })
    .returning();
  if (!saved) throw new Error('an attempt that was just opened is not there');
  return saved;
}

export async function closeAttempt(
  tx: Tx,
  id: string,
  values: Required<Pick<AttemptRow, 'closedAt' | 'closedBy'>> &
    Partial<Pick<AttemptRow, 'rightAnswers' | 'totalItems' | 'passed'>>,
): Promise<void> {
  const rows = await tx
    .update(attempts)
    .set(values)
    .where(and(eq(attempts.id, id), isNull(attempts.closedAt)))
    .returning({ id: attempts.id });
  if (rows.length !== 1) throw new Error('an attempt is closed once');
}

/** Question id to the id of the chosen option. */
export async function answersOf(handle: Db | Tx, attemptId: string): Promise<Map<string, string>> {
  const rows = await handle
    .select({ itemId: attemptAnswers.itemId, optionId: attemptAnswers.optionId })
    .from(attemptAnswers)
    .where(eq(attemptAnswers.attemptId, attemptId));
  return new Map(rows.map((r) => [r.itemId, r.optionId]));
}

/** The latest answer to a question counts. */
export async function upsertAnswers(tx: Tx, attemptId: string, answers: readonly Answer[], at: Date): Promise<void> {
  if (answers.length === 0) return;
  const latest = new Map(answers.map((a) => [a.itemId, a.optionId]));
  await tx
    .insert(attemptAnswers)
    .values([...latest].map(([itemId, optionId]) => ({ attemptId, itemId, optionId, answeredAt: at })))
    .onConflictDoUpdate({
      target: [attemptAnswers.attemptId, attemptAnswers.itemId],
      set: { optionId: sql`excluded.option_id`, answeredAt: sql`excluded.answered_at` },
    });
}

/** The requests whose open attempt has come to its end, the earliest end first. */
export async function expiredAttempts(handle: Db | Tx, now: Date, limit: number): Promise<ApplicationId[]> {
  const rows = await handle
    .select({ applicationId: attempts.applicationId })
    .from(attempts)
    .where(and(isNull(attempts.closedAt), lte(attempts.deadlineAt, now)))
    .orderBy(asc(attempts.deadlineAt), asc(attempts.id))
    .limit(limit);
  return rows.map((r) => r.applicationId);
}

/** When the next open attempt ends, or null when nobody sits. */
export async function nextAttemptDeadline(handle: Db | Tx): Promise<Date | null> {
  const [row] = await handle
    .select({ next: min(attempts.deadlineAt) })
    .from(attempts)
    .where(isNull(attempts.closedAt));
  return row?.next ?? null;
}
