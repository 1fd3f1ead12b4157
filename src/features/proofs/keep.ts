import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApplicationId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import { type ActRefusal, type ApplicationRecord, holdBoth, noteProofPending } from '../applications/index.ts';
import type { CheckedFile } from './check.ts';
import { findProof, insertProofFiles, type ProofFileRow, proofsOf } from './store.ts';

/** How many documents one request may gather over time. */
export const MAX_PROOFS_OF_REQUEST = 9;

/** A document whose file is written and whose row is not yet. */
export type StoredFile = Omit<CheckedFile, 'bytes'> & { readonly id: string; readonly size: number };

export type ProofRefusal = ActRefusal | { readonly code: 'proof_not_needed' } | { readonly code: 'too_many_files' };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Writes the files, then runs the command that keeps their rows. When it throws, or `isKept` says that its result
 * keeps nothing, the files are removed again: no file is left without its row.
 */
export async function withStoredFiles<T>(
  app: App,
  files: readonly CheckedFile[],
  run: (stored: readonly StoredFile[]) => Promise<T>,
  isKept: (result: T) => boolean,
): Promise<T> {
  const stored = files.map(({ bytes, ...file }) => ({ ...file, id: newId(), size: bytes.length }));
  let kept = false;
  try {
    if (files.length > 0) await mkdir(app.settings.filesDir, { recursive: true, mode: 0o700 });
    for (const [i, file] of files.entries()) {
      await writeFile(pathOf(app, stored[i]?.id ?? ''), file.bytes, { mode: 0o600, flag: 'wx' });
    }
    const result = await run(stored);
    kept = isKept(result);
    return result;
  } finally {
    if (!kept) await Promise.all(stored.map((file) => rm(pathOf(app, file.id), { force: true })));
  }
}

/** Keeps the rows of stored files with their request. */
export async function recordProofs(work: Work, id: ApplicationId, stored: readonly StoredFile[]): Promise<void> {
  await insertProofFiles(
    work.tx,
    stored.map((file) => ({
      id: file.id,
      applicationId: id,
      fileName: file.name,
      contentType: file.contentType,
      bytes: file.size,
      uploadedAt: work.now,
    })),
  );
}

/** H3: a proof can still change something: the course needs an exam, none is passed, and no proof was accepted. */
export function mayHandInProof({ row, facts }: ApplicationRecord): boolean {
  const stillOpen = row.state === 'waiting_minimum' || row.state === 'waitlisted' || row.state === 'awaiting_exam';
  return stillOpen && row.examId !== null && !facts.hasPass && row.proof !== 'accepted';
}

/** H3: documents come in after the request; staff will judge them. */
export async function handInProofs(
  app: App,
  id: ApplicationId,
  files: readonly CheckedFile[],
): Promise<Result<{ readonly count: number }, ProofRefusal>> {
  const keep = (work: Work, stored: readonly StoredFile[]) => keepLater(work, id, stored);
  return withStoredFiles(
    app,
    files,
    (stored) => command(app, { actor: 'applicant' }, (work) => keep(work, stored)),
    (result) => result.ok,
  );
}

async function keepLater(
  work: Work,
  id: ApplicationId,
  stored: readonly StoredFile[],
): Promise<Result<{ readonly count: number }, ProofRefusal>> {
  const held = await holdBoth(work, id);
  if (!held) return err({ code: 'not_found' });
  const { application } = held;
  if (application.row.examId === null) return err({ code: 'proof_not_needed' });
  if (!mayHandInProof(application)) return err({ code: 'not_allowed_in_state', state: application.row.state });
  const before = await proofsOf(work.tx, id);
  if (before.length + stored.length > MAX_PROOFS_OF_REQUEST) return err({ code: 'too_many_files' });
  const noted = await noteProofPending(work, id);
  if (!noted.ok) return noted;
  await recordProofs(work, id, stored);
  return ok({ count: stored.length });
}

/** A document with its content, for staff; `undefined` when there is no such document. */
export async function readProof(
  app: App,
  id: string,
): Promise<{ readonly row: ProofFileRow; readonly bytes: Uint8Array<ArrayBuffer> } | undefined> {
  if (!UUID.test(id)) return undefined;
  const row = await findProof(app.database.db, id);
  return row && { row, bytes: new Uint8Array(await readFile(pathOf(app, row.id))) };
}

const pathOf = (app: App, id: string): string => join(app.settings.filesDir, id);
