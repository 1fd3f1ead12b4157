import { err, ok } from '#kernel/result.ts';
import { admitWithoutExam } from '../lifecycle/admission.ts';
import type { Clause } from '../lifecycle/clauses.ts';
import type { ApplicationFacts, Decided, OfferingFacts, Step } from '../lifecycle/decision.ts';
import { type ApplicationState, isLive } from '../lifecycle/states.ts';
import { isFreeFor } from '../payments/waiver.ts';

/** Why staff may refuse a proof; `other` is said in their own words. */
export const PROOF_REFUSALS = [
  'unreadable',
  'other_person',
  'other_subject',
  'too_low',
  'incomplete',
  'unverifiable',
  'expired',
  'other',
] as const;
export type ProofRefusal = (typeof PROOF_REFUSALS)[number];

/**
 * How far an accepted proof reaches. It always settles its own request for good; beyond that it may stand, like an
 * earlier pass (6.2/7.2), in every request of the same person for a course with the same exam: until the end of a day,
 * or without a limit.
 */
export type ProofValidity =
  | { readonly kind: 'request' }
  | { readonly kind: 'until' /** `YYYY-MM-DD` in Amman, the last day. */; readonly day: string }
  | { readonly kind: 'unlimited' };

/**
 * Does a proof that was accepted earlier stand in a request that is made today?
 * @param validUntil the last day, `YYYY-MM-DD`; null = no limit
 * @param today      `YYYY-MM-DD` in Amman
 */
export const proofStands = (validUntil: string | null, today: string): boolean =>
  validUntil === null || today <= validUntil;

/** States of a request in which a proof can still spare its person the exam. */
export const PROOF_STATES = [
  'waiting_minimum',
  'waitlisted',
  'awaiting_exam',
] as const satisfies readonly ApplicationState[];

/** H3: a verdict on the proof of a request still changes what follows. */
export const proofMatters = (state: ApplicationState): boolean => PROOF_STATES.some((one) => one === state);

/**
 * H3: staff accept or refuse the proof of the prerequisite.
 * An accepted proof is treated exactly as an earlier pass (6.2/7.2), also after the exam link went out;
 * refused, the exam link stands or will follow. The same verdict again changes nothing.
 */
export function decideProofVerdict(o: OfferingFacts, a: ApplicationFacts, verdict: 'accept' | 'refuse'): Decided {
  if (a.state === null || !isLive(a.state)) return err({ code: 'not_allowed_in_state', state: a.state ?? 'withdrawn' });
  if (a.proof === (verdict === 'accept' ? 'accepted' : 'refused')) return ok({ steps: [] });
  return ok({ steps: verdict === 'accept' ? accepted(o, a) : [refused(o, a)] });
}

function accepted(o: OfferingFacts, a: ApplicationFacts): Step[] {
  const note = (sms: Step['sms']): Step => ({
    application: a.id,
    action: 'accept_proof',
    from: a.state,
    to: a.state ?? 'waiting_minimum',
    clause: null,
    sms,
    proof: 'accepted',
  });
  const waits = a.state === 'waiting_minimum' || a.state === 'waitlisted';
  if (waits) return [note([{ template: 'proof_accepted', clause: null }])];
  if (a.state !== 'awaiting_exam') return [note([])];
  if (o.state === 'admitting' && o.schedule) {
    return [note([]), admitWithoutExam(o, { ...a, hasPass: false, proof: 'accepted' })];
  }
  return [
    note([{ template: 'proof_accepted', clause: null }]),
    { application: a.id, action: 'pass_wait', from: a.state, to: 'waiting_minimum', clause: null, sms: [] },
  ];
}

function refused(o: OfferingFacts, a: ApplicationFacts): Step {
  const linkSent = a.examLinkVersion === o.dateVersion;
  const clause: Clause | null = linkSent ? null : isFreeFor(o, a) ? '6.3' : '7.3';
  const waits = a.state === 'waiting_minimum' || a.state === 'waitlisted';
  // Unless the offering admits, no exam is due now: the refusal speaks as for one that waits, the link will follow.
  const sms: Step['sms'] = waits
    ? [{ template: 'proof_rejected', clause: null }]
    : a.state === 'awaiting_exam'
      ? o.state === 'admitting'
        ? [{ template: 'proof_rejected_exam', clause }]
        : [{ template: 'proof_rejected', clause: null }]
      : [];
  return {
    application: a.id,
    action: 'refuse_proof',
    from: a.state,
    to: a.state ?? 'waiting_minimum',
    clause: sms[0]?.clause ?? null,
    sms,
    proof: 'refused',
  };
}
