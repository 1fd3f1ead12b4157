import type { ApplicationId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { mayReduce, type WaiverReason } from '#procedure/payments/waiver.ts';
import { askReduction, findApplication, type WaiverActRefusal } from '../applications/index.ts';
import {
  type CheckedFile,
  MAX_PROOFS_OF_REQUEST,
  type ProofProblem,
  prepareProofs,
  proofsOf,
  recordProofs,
  type StoredFile,
  withStoredFiles,
} from '../proofs/index.ts';

export type AskRefusal = WaiverActRefusal | ProofProblem | { readonly code: 'too_many_files' };

type Asked = Result<{ readonly count: number }, AskRefusal>;

/**
 * H5: a person asks for a reduction of the fee, with documents that show why, or without: they can be shown at a counter
 * or follow later. Asking again adds documents and counts as asked anew.
 */
export async function askForReduction(
  app: App,
  id: ApplicationId,
  reason: WaiverReason,
  files: readonly CheckedFile[],
): Promise<Asked> {
  // Asked before the work as well: documents that change nothing are not worth it.
  const seen = await findApplication(app.database.db, id, app.clock.now());
  if (!seen) return err({ code: 'not_found' });
  if (!mayReduce(seen.facts)) return err({ code: 'not_allowed_in_state', state: seen.row.state });
  const ready = await prepareProofs(app, files);
  if (!ready.ok) return ready;
  const kept = await withStoredFiles(
    app,
    ready.value,
    (stored) => command(app, { actor: 'applicant' }, (work) => keep(work, id, reason, stored)),
    (result) => result.ok,
  );
  return kept.ok ? kept.value : kept;
}

async function keep(
  work: Work,
  id: ApplicationId,
  reason: WaiverReason,
  stored: readonly StoredFile[],
): Promise<Asked> {
  const before = (await proofsOf(work.tx, id, 'reduction')).length;
  if (before + stored.length > MAX_PROOFS_OF_REQUEST) return err({ code: 'too_many_files' });
  const asked = await askReduction(work, id, reason);
  if (!asked.ok) return asked;
  await recordProofs(work, id, stored, 'reduction');
  return ok({ count: stored.length });
}
