import type { ApplicationId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import { proofMatters } from '#procedure/placement/proof.ts';
import {
  type ActRefusal,
  type ApplicationRecord,
  findApplication,
  holdBoth,
  noteProofPending,
} from '../applications/index.ts';
import type { CheckedFile, ProofProblem } from './check.ts';
import { prepareProofs, type ReadyFile } from './prepare.ts';
import type { ProofPurpose } from './schema.ts';
import { findProof, insertProofFiles, type ProofFileRow, proofsOf } from './store.ts';

/** How many documents one request may gather over time. */
export const MAX_PROOFS_OF_REQUEST = 9;

/** A document whose file is written and whose row is not yet. */
export type StoredFile = Omit<ReadyFile, 'bytes'> & { readonly id: string; readonly size: number };

export type ProofRefusal = ActRefusal | { readonly code: 'proof_not_needed' } | { readonly code: 'too_many_files' };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Writes the files, then runs the command that keeps their rows. `files_unavailable` when the files cannot be written:
 * the command is not run. When `isKept` says that its result keeps nothing, the files are removed again. When it
 * throws, nobody knows whether its transaction went through: the files stay, and the sweep asks the rows later.
 */
export async function withStoredFiles<T>(
  app: App,
  files: readonly ReadyFile[],
  run: (stored: readonly StoredFile[]) => Promise<T>,
  isKept: (result: T) => boolean,
): Promise<Result<T, { readonly code: 'files_unavailable' }>> {
  const stored = files.map(({ bytes, ...file }) => ({ ...file, id: newId(), size: bytes.length }));
  try {
    for (const [i, { bytes }] of files.entries()) await app.files.put(stored[i]?.id ?? '', bytes);
  } catch (error) {
    app.log.error({ err: error }, 'documents could not be written');
    return err({ code: 'files_unavailable' });
  }
  const result = await run(stored);
  if (!isKept(result)) await removeFiles(app, stored);
  return ok(result);
}

/** Removes files that no row names; what cannot be removed now is left to the sweep. */
export async function removeFiles(app: App, files: readonly { readonly id: string }[]): Promise<void> {
  for (const { id } of files) {
    try {
      await app.files.remove(id);
    } catch (error) {
      app.log.warn({ err: error }, 'a file could not be removed; the sweep will try again');
    }
  }
}

/** Keeps the rows of stored files with their request. */
export async function recordProofs(
  work: Work,
  id: ApplicationId,
  stored: readonly StoredFile[],
  purpose: ProofPurpose = 'proof',
): Promise<void> {
  await insertProofFiles(
    work.tx,
    stored.map((file, position) => ({
      id: file.id,
      applicationId: id,
      fileName: file.name,
      contentType: file.contentType,
      bytes: file.size,
      uploadedAt: work.now,
      position,
      purpose,
    })),
  );
}

/** H3: a proof can still change something: the course needs an exam, none is passed, and no proof was accepted. */
export function mayHandInProof({ row, facts }: ApplicationRecord): boolean {
  return proofMatters(row.state) && row.examId !== null && !facts.hasPass && row.proof !== 'accepted';
}

/** H3: documents come in after the request; staff will judge them. */
export async function handInProofs(
  app: App,
  id: ApplicationId,
  files: readonly CheckedFile[],
): Promise<Result<{ readonly count: number }, ProofRefusal | ProofProblem>> {
  // Asked before the work as well: documents that change nothing are not worth it.
  const seen = await findApplication(app.database.db, id, app.clock.now());
  if (!seen) return err({ code: 'not_found' });
  const refusal = whyNot(seen, (await proofsOf(app.database.db, id)).length + files.length);
  if (refusal) return err(refusal);
  const ready = await prepareProofs(app, files);
  if (!ready.ok) return ready;
  const kept = await withStoredFiles(
    app,
    ready.value,
    (stored) => command(app, { actor: 'applicant' }, (work) => keepLater(work, id, stored)),
    (result) => result.ok,
  );
  return kept.ok ? kept.value : kept;
}

async function keepLater(
  work: Work,
  id: ApplicationId,
  stored: readonly StoredFile[],
): Promise<Result<{ readonly count: number }, ProofRefusal>> {
  const held = await holdBoth(work, id);
  if (!held) return err({ code: 'not_found' });
  const refusal = whyNot(held.application, (await proofsOf(work.tx, id)).length + stored.length);
  if (refusal) return err(refusal);
  const noted = await noteProofPending(work, id);
  if (!noted.ok) return noted;
  await recordProofs(work, id, stored);
  return ok({ count: stored.length });
}

function whyNot(application: ApplicationRecord, count: number): ProofRefusal | undefined {
  if (application.row.examId === null) return { code: 'proof_not_needed' };
  if (!mayHandInProof(application)) return { code: 'not_allowed_in_state', state: application.row.state };
  return count > MAX_PROOFS_OF_REQUEST ? { code: 'too_many_files' } : undefined;
}

export type ProofContent = {
  readonly row: ProofFileRow;
  /** `undefined` when the file is gone although its row is there. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
};

/** A document with its content, for staff; `undefined` when there is no such document. */
export async function readProof(app: App, id: string): Promise<ProofContent | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await findProof(app.database.db, id);
  if (!row) return undefined;
  const bytes = await app.files.get(row.id);
  if (!bytes) app.log.error({ file: row.id }, 'the file of a document is missing');
  return { row, bytes };
}
