import { type Fils, fils } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type {
  ApplicationFacts,
  Decision,
  OfferingFacts,
  ReductionState,
  Refusal,
  SmsOrder,
  Step,
} from '../lifecycle/decision.ts';
import type { ApplicationState } from '../lifecycle/states.ts';

/** Why a fee may be reduced or waived. Which of them count, and how much each is worth, is for the municipality to say. */
export const WAIVER_REASONS = ['disability', 'social_aid', 'orphan', 'municipality_staff', 'other'] as const;
export type WaiverReason = (typeof WAIVER_REASONS)[number];

/** States of a request in which nothing is paid yet, so that its fee can still be made less. */
export const REDUCIBLE_STATES = [
  'waiting_minimum',
  'waitlisted',
  'awaiting_exam',
  'awaiting_payment',
] as const satisfies readonly ApplicationState[];

/** H5: whether the fee of a request can still be reduced. */
export const mayReduce = (a: Pick<ApplicationFacts, 'state' | 'fee'>): boolean =>
  a.fee > 0 && REDUCIBLE_STATES.some((one) => one === a.state);

/** What is still asked for of the fee of a request. */
export const dueOf = (a: Pick<ApplicationFacts, 'fee' | 'waived'>): Fils => fils(Math.max(0, a.fee - a.waived));

/** H5: the request owes no fee: the course is free, or all of the fee was waived. */
export const isFreeFor = (o: Pick<OfferingFacts, 'fee'>, a: Pick<ApplicationFacts, 'fee' | 'waived'>): boolean =>
  o.fee === 0 || (a.waived > 0 && dueOf(a) === 0);

export type WaiverRefusal =
  | Refusal
  | { readonly code: 'no_fee' | 'waiver_not_more' | 'waiver_beyond_fee' | 'deadline_past' };

/**
 * H5: staff reduce the fee of a request, or waive all of it. A fee is frozen when the request is made; this is the one
 * act that makes it less, and it only ever makes it less.
 *
 * Before the payment number is given nothing else follows: the number will ask for the rest, and where nothing is left
 * the request goes the way of a free course (6.x instead of 7.x). An open number closes and opens again for the rest in
 * the same instant: it stays the same number (7.1: one for each request), and the person is told. Where nothing is left
 * it closes for good and the booking is confirmed (6.1, 6.2).
 *
 * @param waived how much of the fee is waived in all, after this
 */
export function decideWaiver(
  o: OfferingFacts,
  a: ApplicationFacts,
  waived: Fils,
  now: Date,
): Result<Decision, WaiverRefusal> {
  if (a.state === null || !REDUCIBLE_STATES.some((one) => one === a.state)) {
    return err({ code: 'not_allowed_in_state', state: a.state ?? 'withdrawn' });
  }
  if (a.fee === 0) return err({ code: 'no_fee' });
  if (waived > a.fee) return err({ code: 'waiver_beyond_fee' });
  if (waived <= a.waived) return err({ code: 'waiver_not_more' });
  const { bill } = a;
  if (a.state === 'awaiting_payment' && bill?.state === 'open' && now >= bill.payBefore) {
    return err({ code: 'deadline_past' });
  }
  const change = { waiver: { before: a.waived, after: waived }, reduction: 'granted' } as const;
  const step: Step = {
    application: a.id,
    action: 'reduce_fee',
    from: a.state,
    to: a.state,
    clause: null,
    sms: [],
    ...change,
  };
  if (a.state !== 'awaiting_payment') return ok({ steps: [step] });
  if (waived === a.fee) return ok({ steps: [{ ...step, ...confirmed(o, a) }] });
  const sms: SmsOrder[] = bill?.state === 'open' ? [{ template: 'pay_reduced', clause: null }] : [];
  return ok({ steps: [{ ...step, sms, bill: { kind: 'reprice', amount: fils(a.fee - waived) } }] });
}

/** All of an awaited fee is waived: as 6.1 or 6.2; while there is no date the new one will be the confirmation (N2). */
function confirmed(o: OfferingFacts, a: ApplicationFacts): Pick<Step, 'action' | 'to' | 'clause' | 'sms' | 'bill'> {
  const clause = !o.schedule ? null : o.examNeeded ? '6.2' : '6.1';
  const template = !o.examNeeded
    ? 'approved_free_full'
    : a.hasPass
      ? 'approved_free_prior_pass_full'
      : 'approved_free_proof_full';
  return {
    action: 'waive_confirm',
    to: 'confirmed',
    clause,
    sms: clause === null ? [] : [{ template, clause }],
    bill: { kind: 'close' },
  };
}

/** H5: a person asks for a reduction, with a reason; staff will decide. Nothing waits for it. */
export function decideReductionAsked(a: ApplicationFacts): Result<Decision, WaiverRefusal> {
  return noteReduction(a, 'ask_reduction', 'asked');
}

/** H5: staff do not reduce the fee; the reason is recorded and shown. */
export function decideReductionRefused(a: ApplicationFacts): Result<Decision, WaiverRefusal> {
  return noteReduction(a, 'refuse_reduction', 'refused');
}

function noteReduction(
  a: ApplicationFacts,
  action: 'ask_reduction' | 'refuse_reduction',
  reduction: ReductionState,
): Result<Decision, WaiverRefusal> {
  if (a.fee === 0) return err({ code: 'no_fee' });
  if (a.state === null || !mayReduce(a)) return err({ code: 'not_allowed_in_state', state: a.state ?? 'withdrawn' });
  return ok({ steps: [{ application: a.id, action, from: a.state, to: a.state, clause: null, sms: [], reduction }] });
}
