import { asc, eq } from 'drizzle-orm';
import type { ApplicationId } from '#kernel/ids.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { proofFiles } from './schema.ts';

/** A document of proof; its content lies in a file named by its id. */
export type ProofFileRow = typeof proofFiles.$inferSelect;

export async function insertProofFiles(tx: Tx, rows: readonly (typeof proofFiles.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(proofFiles).values([...rows]);
}

/** The documents of a request, oldest first. */
export async function proofsOf(handle: Db | Tx, id: ApplicationId): Promise<ProofFileRow[]> {
  return handle
    .select()
    .from(proofFiles)
    .where(eq(proofFiles.applicationId, id))
    .orderBy(asc(proofFiles.uploadedAt), asc(proofFiles.id));
}

export async function findProof(handle: Db | Tx, id: string): Promise<ProofFileRow | undefined> {
  const [row] = await handle.select().from(proofFiles).where(eq(proofFiles.id, id));
  return row;
}
