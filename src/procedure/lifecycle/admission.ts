import { err, ok, type Result } from '#kernel/result.ts';
import { examDeadlineFor } from '../catalogue/deadlines.ts';
import { intakeOpen, seatsLeft } from '../catalogue/seats.ts';
import { isFreeFor } from '../payments/waiver.ts';
import { mustSitExam } from '../placement/need.ts';
import type { Clause } from './clauses.ts';
import {
  type ApplicationFacts,
  activeDelta,
  type Decision,
  type OfferingFacts,
  type Refusal,
  type Step,
} from './decision.ts';

/** 6.1/6.2: booking confirmed. The text says what opened the door: nothing needed, an earlier pass, or a proof. */
function confirm(o: OfferingFacts, a: ApplicationFacts, action: 'admit_confirm' | 'prove_confirm'): Step {
  const clause: Clause = o.examNeeded ? '6.2' : '6.1';
  const template = !o.examNeeded
    ? 'approved_free_full'
    : a.hasPass
      ? 'approved_free_prior_pass_full'
      : 'approved_free_proof_full';
  return { application: a.id, action, from: a.state, to: 'confirmed', clause, sms: [{ template, clause }] };
}

/** 7.1/7.2: the electronic payment number, valid until the decision time. */
function bill(o: OfferingFacts, a: ApplicationFacts, action: 'admit_bill' | 'prove_bill', payBefore: Date): Step {
  const clause: Clause = o.examNeeded ? '7.2' : '7.1';
  const template = !o.examNeeded ? 'pay' : a.hasPass ? 'pay_prior_pass' : 'pay_proof';
  return {
    application: a.id,
    action,
    from: a.state,
    to: 'awaiting_payment',
    clause,
    sms: [{ template, clause }],
    bill: { kind: 'open', payBefore },
  };
}

/**
 * 6.3/7.3: the exam link; or 6.3.2/7.3.2 when the retake wait leaves no time before the deadline, or the last attempt
 * was used meanwhile.
 */
function examLink(o: OfferingFacts, a: ApplicationFacts, action: 'admit_exam' | 'renew_exam', now: Date): Step {
  const deadline = examDeadlineFor(o.schedule, now);
  const opensAt = a.retakeFrom && a.retakeFrom > now ? a.retakeFrom : null;
  if (a.attemptsUsed || (opensAt && deadline && opensAt >= deadline)) {
    const clause: Clause = isFreeFor(o, a) ? '6.3.2' : '7.3.2';
    return {
      application: a.id,
      action: action === 'admit_exam' ? 'admit_refuse' : 'fail',
      from: a.state,
      to: 'rejected',
      clause,
      reason: 'exam_failed',
      sms: [{ template: 'exam_fail', clause }],
    };
  }
  const clause: Clause = isFreeFor(o, a) ? '6.3' : '7.3';
  return {
    application: a.id,
    action,
    from: a.state,
    to: 'awaiting_exam',
    clause,
    sms: [{ template: opensAt ? 'exam_link_from' : 'exam_link', clause }],
    exam: { opensAt, deadline },
  };
}

/**
 * Clauses 6 and 7 for one request whose turn has come (the table of section 4 of the card's reading):
 * confirmed, a payment number, or the exam link.
 *
 * @throws Error when the offering has no date: nobody is admitted while it is postponed
 */
export function admit(o: OfferingFacts, a: ApplicationFacts, now: Date): Step {
  if (!o.schedule) throw new Error('nobody is admitted while the offering has no date');
  if (mustSitExam(o, a)) return examLink(o, a, 'admit_exam', now);
  return isFreeFor(o, a) ? confirm(o, a, 'admit_confirm') : bill(o, a, 'admit_bill', o.schedule.decisionAt);
}

/** A request that awaits the exam no longer needs it (accepted proof, or a pass earned for another request): 6.2/7.2. */
export function admitWithoutExam(o: OfferingFacts, a: ApplicationFacts): Step {
  if (!o.schedule) throw new Error('nobody is admitted while the offering has no date');
  return isFreeFor(o, a) ? confirm(o, a, 'prove_confirm') : bill(o, a, 'prove_bill', o.schedule.decisionAt);
}

/** Ruling D: the link goes out again with the deadline of the new date. */
export const renewExam = (o: OfferingFacts, a: ApplicationFacts, now: Date): Step => examLink(o, a, 'renew_exam', now);

/**
 * Clauses 6 and 7 for all who wait, in order. Whose exam link was sent for an earlier date gets it anew with the
 * deadline of this one (ruling D).
 */
export function admitWaiting(o: OfferingFacts, waiting: readonly ApplicationFacts[], now: Date): Step[] {
  return waiting.flatMap((a) => {
    if (a.state !== 'awaiting_exam') return [admit(o, a, now)];
    return a.examLinkVersion === o.dateVersion ? [] : [renewExam(o, a, now)];
  });
}

/**
 * Ruling E: freed seats go to the first on the waiting list, who are processed at once as later applicants,
 * as long as intake is open.
 *
 * @param o        the offering as it is before `before`
 * @param before   steps already decided in this transaction
 * @param waiting  the waiting list in order, whole: who is refused at once (retake wait) passes the seat on
 */
export function promote(
  o: OfferingFacts,
  before: readonly Step[],
  waiting: readonly ApplicationFacts[],
  now: Date,
): Step[] {
  if (!intakeOpen(o, now)) return [];
  const steps: Step[] = [];
  for (const a of waiting) {
    if (o.active + activeDelta([...before, ...steps]) >= o.max) break;
    steps.push({
      application: a.id,
      action: 'promote',
      from: 'waitlisted',
      to: 'waiting_minimum',
      clause: null,
      sms: [],
    });
    if (o.state === 'admitting') steps.push(admit(o, { ...a, state: 'waiting_minimum' }, now));
  }
  return steps;
}

/** A new request, and whether it completes the minimum (then `decideMinimumReached` follows in the same transaction). */
export type Submission = { readonly steps: readonly Step[]; readonly reachesMinimum: boolean };

/**
 * Clause 4, rulings E, L, M, N: may this request be taken in, and what becomes of it at once?
 * «Request received» goes only to a request that will wait for the minimum.
 */
export function decideSubmission(o: OfferingFacts, a: ApplicationFacts, now: Date): Result<Submission, Refusal> {
  return intakeOpen(o, now) ? takeIn(o, a, now) : err({ code: 'intake_closed' });
}

/** Ruling L: after the intake has closed, and until the decision, staff may still add people. */
export function decideStaffEntry(o: OfferingFacts, a: ApplicationFacts, now: Date): Result<Submission, Refusal> {
  const open = (o.state === 'gathering' || o.state === 'admitting') && o.schedule !== null;
  return open && now < o.schedule.decisionAt ? takeIn(o, a, now) : err({ code: 'intake_closed' });
}

function takeIn(o: OfferingFacts, a: ApplicationFacts, now: Date): Result<Submission, Refusal> {
  if (o.examNeeded && !a.hasPass && a.retakeFrom && a.retakeFrom > now) {
    return err({ code: 'retake_wait', until: a.retakeFrom });
  }
  if (o.examNeeded && !a.hasPass && a.attemptsUsed) return err({ code: 'attempts_used' });
  if (seatsLeft(o) === 0) {
    if (!o.waitingListOpen) return err({ code: 'full' });
    const sms = [{ template: 'waitlisted', clause: null }] as const;
    const step: Step = {
      application: a.id,
      action: 'join_waiting_list',
      from: null,
      to: 'waitlisted',
      clause: null,
      sms,
    };
    return ok({ steps: [step], reachesMinimum: false });
  }
  const reachesMinimum = o.state === 'gathering' && o.active + 1 >= o.min;
  const waits = o.state === 'gathering' && !reachesMinimum;
  const submit: Step = {
    application: a.id,
    action: 'submit',
    from: null,
    to: 'waiting_minimum',
    clause: null,
    sms: waits ? [{ template: 'received', clause: null }] : [],
  };
  if (o.state !== 'admitting') return ok({ steps: [submit], reachesMinimum });
  const admitted = admit(o, { ...a, state: 'waiting_minimum' }, now);
  return ok({ steps: [submit, admitted], reachesMinimum: false });
}

/**
 * Clauses 6 and 7: the count has reached the minimum; all who wait are processed in one batch, in order.
 *
 * @param waiting   every request in `waiting_minimum` or `awaiting_exam`, in order of submission
 * @param waitlist  the waiting list in order (a refusal in the batch frees a seat)
 */
export function decideMinimumReached(
  o: OfferingFacts,
  waiting: readonly ApplicationFacts[],
  waitlist: readonly ApplicationFacts[],
  now: Date,
): Decision {
  const admitting: OfferingFacts = { ...o, state: 'admitting' };
  const steps = admitWaiting(admitting, waiting, now);
  return {
    offering: { actions: ['reach_minimum'], state: 'admitting' },
    steps: [...steps, ...promote(admitting, steps, waitlist, now)],
  };
}
