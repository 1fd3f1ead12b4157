import type { ApplicationId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import {
  PROOF_STATES,
  type ProofValidity,
  proofStands,
  type ProofRefusal as Reason,
} from '#procedure/placement/proof.ts';
import {
  type ActRefusal,
  type ApplicationRow,
  findApplication,
  holdForVerdict,
  judgeProof,
  othersWithExam,
} from '../applications/index.ts';
import { keepAcceptedProof, proofsOf } from './store.ts';

export type JudgeRefusal =
  | ActRefusal
  /** Nothing waits for a verdict: somebody else was faster, or nothing was handed in. */
  | { readonly code: 'already_judged' }
  /** Nobody can accept what is not there. */
  | { readonly code: 'no_documents' }
  /** The last day of the proof has passed already. */
  | { readonly code: 'validity_over' };

/**
 * H3: staff accept the documents of a request: it is treated exactly as in 6.2/7.2, also after the exam link went out.
 * A validity beyond the request lets the proof stand for the same exam in the person's other requests: in those that
 * are live now at once, in later ones while it is valid.
 *
 * @returns the other requests that were spared the exam
 */
export async function acceptProof(
  work: Work,
  id: ApplicationId,
  validity: ProofValidity,
  note: string | null,
): Promise<Result<{ readonly others: readonly ApplicationId[] }, JudgeRefusal>> {
  const held = await holdForVerdict(work, id);
  if (!held) return err({ code: 'not_found' });
  const { row } = held;
  if (row.proof !== 'pending') return err({ code: 'already_judged' });
  if ((await proofsOf(work.tx, id)).length === 0) return err({ code: 'no_documents' });
  const validUntil = validity.kind === 'until' ? validity.day : null;
  if (!proofStands(validUntil, civilDay(work.now))) return err({ code: 'validity_over' });

  const judged = await judgeProof(work, id, 'accept', note, { validity: validity.kind, validUntil });
  if (!judged.ok) return judged;
  const reaches = validity.kind !== 'request';
  return ok({ others: reaches ? await spareOthers(work, row, validUntil) : [] });
}

async function spareOthers(work: Work, row: ApplicationRow, validUntil: string | null): Promise<ApplicationId[]> {
  const { id, personId, examId } = row;
  if (examId === null) return [];
  await keepAcceptedProof(work.tx, { applicationId: id, personId, examId, acceptedAt: work.now, validUntil });
  const spared: ApplicationId[] = [];
  for (const other of await othersWithExam(work.tx, personId, examId, id, PROOF_STATES)) {
    const found = await findApplication(work.tx, other.id, work.now);
    if (!found || found.row.proof === 'accepted' || found.facts.hasPass) continue;
    const judged = await judgeProof(work, other.id, 'accept', null, { acceptedFor: row.reference });
    if (judged.ok) spared.push(other.id);
  }
  return spared;
}

/** H3: staff refuse the documents of a request: the exam link stands, or will follow. The person can read why. */
export async function refuseProof(
  work: Work,
  id: ApplicationId,
  reason: Reason,
  note: string | null,
): Promise<Result<null, JudgeRefusal>> {
  const held = await holdForVerdict(work, id);
  if (!held) return err({ code: 'not_found' });
  if (held.row.proof !== 'pending') return err({ code: 'already_judged' });
  const judged = await judgeProof(work, id, 'refuse', note, { proofReason: reason });
  return judged.ok ? ok(null) : judged;
}
