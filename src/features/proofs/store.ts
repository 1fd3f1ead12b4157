import { and, asc, count, eq, inArray, lt, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { ApplicationId } from '#kernel/ids.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { LIVE_STATES } from '#procedure/lifecycle/states.ts';
import { applications } from '../applications/schema.ts';
import { offerings } from '../catalogue/schema.ts';
import { acceptedProofs, type ProofPurpose, proofFiles } from './schema.ts';

/** A document of proof; its content lies in a file named by its id. */
export type ProofFileRow = typeof proofFiles.$inferSelect;

export async function insertProofFiles(tx: Tx, rows: readonly (typeof proofFiles.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(proofFiles).values([...rows]);
}

/** The documents of a request, oldest first, those of one time in the order in which they were sent. */
export async function proofsOf(
  handle: Db | Tx,
  id: ApplicationId,
  purpose: ProofPurpose = 'proof',
): Promise<ProofFileRow[]> {
  return handle
    .select()
    .from(proofFiles)
    .where(and(eq(proofFiles.applicationId, id), eq(proofFiles.purpose, purpose)))
    .orderBy(asc(proofFiles.uploadedAt), asc(proofFiles.position), asc(proofFiles.id));
}

export async function findProof(handle: Db | Tx, id: string): Promise<ProofFileRow | undefined> {
  const [row] = await handle.select().from(proofFiles).where(eq(proofFiles.id, id));
  return row;
}

/** Keeps that a proof stands beyond its request; judged anew after a refusal, the later verdict counts. */
export async function keepAcceptedProof(tx: Tx, row: typeof acceptedProofs.$inferInsert): Promise<void> {
  const { acceptedAt, validUntil } = row;
  await tx
    .insert(acceptedProofs)
    .values(row)
    .onConflictDoUpdate({ target: acceptedProofs.applicationId, set: { acceptedAt, validUntil } });
}

/** The ids of all documents. */
export async function proofIds(handle: Db | Tx): Promise<string[]> {
  return (await handle.select({ id: proofFiles.id }).from(proofFiles)).map((row) => row.id);
}

/** When a request that is over was over: the course held, or the request ended before. */
const over = sql`case when ${offerings.state} = 'held' then ${offerings.endsAt} else ${applications.changedAt} end`;

/** Requests that were over before an instant; a confirmed one is over when its course was held. */
const overBefore = (before: Date): SQL | undefined =>
  and(
    or(notInArray(applications.state, [...LIVE_STATES]), eq(offerings.state, 'held')),
    lt(over, before.toISOString()),
  );

const expired = (handle: Db | Tx, before: Date) =>
  handle
    .select({ id: proofFiles.id })
    .from(proofFiles)
    .innerJoin(applications, eq(applications.id, proofFiles.applicationId))
    .innerJoin(offerings, eq(offerings.id, applications.offeringId))
    .where(overBefore(before));

/** Deletes the rows of documents whose request was over before an instant, at most `limit`. */
export async function deleteExpiredProofs(tx: Tx, before: Date, limit: number): Promise<{ readonly id: string }[]> {
  const due = await expired(tx, before).orderBy(asc(proofFiles.id)).limit(limit);
  if (due.length === 0) return [];
  return tx
    .delete(proofFiles)
    .where(
      inArray(
        proofFiles.id,
        due.map((row) => row.id),
      ),
    )
    .returning({ id: proofFiles.id });
}

/** How many documents are kept, and how many of them belong to requests that were over before an instant. */
export async function countProofs(handle: Db, before: Date): Promise<{ readonly kept: number; readonly soon: number }> {
  const [all] = await handle.select({ n: count() }).from(proofFiles);
  const [soon] = await handle.select({ n: count() }).from(expired(handle, before).as('expired'));
  return { kept: all?.n ?? 0, soon: soon?.n ?? 0 };
}
