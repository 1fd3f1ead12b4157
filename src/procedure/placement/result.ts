import { err, ok } from '#kernel/result.ts';
import { admitWithoutExam, promote } from '../lifecycle/admission.ts';
import type { Clause } from '../lifecycle/clauses.ts';
import type { ApplicationFacts, Decided, OfferingFacts, Step } from '../lifecycle/decision.ts';
import { isFreeFor } from '../payments/waiver.ts';

/** An offering in which a door that opened can be walked through now: the minimum is reached and there is a date. */
const admitsNow = (o: OfferingFacts): boolean => o.state === 'admitting' && o.schedule !== null;

function passed(o: OfferingFacts, a: ApplicationFacts): Step {
  if (!admitsNow(o) || !o.schedule) {
    return { application: a.id, action: 'pass_wait', from: a.state, to: 'waiting_minimum', clause: null, sms: [] };
  }
  if (isFreeFor(o, a)) {
    const clause: Clause = '6.3.1';
    const sms = [{ template: 'exam_pass_free_full', clause }] as const;
    return { application: a.id, action: 'pass_confirm', from: a.state, to: 'confirmed', clause, sms };
  }
  const clause: Clause = '7.3.1';
  return {
    application: a.id,
    action: 'pass_bill',
    from: a.state,
    to: 'awaiting_payment',
    clause,
    sms: [{ template: 'pay_exam_pass', clause }],
    bill: { kind: 'open', payBefore: o.schedule.decisionAt },
  };
}

/**
 * Clauses 6.3.1/7.3.1 and 6.3.2/7.3.2: the exam of this request has a result.
 * A pass while the offering waits for a date or for its minimum is kept, and the request waits on.
 * A fail closes the request, frees its seat, and the first of the waiting list moves up.
 *
 * @param waitlist the waiting list in order
 */
export function decideExamResult(
  o: OfferingFacts,
  a: ApplicationFacts,
  result: 'pass' | 'fail',
  waitlist: readonly ApplicationFacts[],
  now: Date,
): Decided {
  if (a.state !== 'awaiting_exam') return err({ code: 'not_allowed_in_state', state: a.state ?? 'withdrawn' });
  if (result === 'pass') return ok({ steps: [passed(o, a)] });
  const clause: Clause = isFreeFor(o, a) ? '6.3.2' : '7.3.2';
  const step: Step = {
    application: a.id,
    action: 'fail',
    from: a.state,
    to: 'rejected',
    clause,
    reason: 'exam_failed',
    sms: [{ template: 'exam_fail', clause }],
  };
  return ok({ steps: [step, ...promote(o, [step], waitlist, now)] });
}

/** 6.3.2, last sentence: a pass settles the person's other live requests for the same exam, as an earlier pass (6.2/7.2). */
export function decidePassElsewhere(o: OfferingFacts, a: ApplicationFacts): Step[] {
  if (a.state !== 'awaiting_exam') return [];
  const holder = { ...a, hasPass: true };
  if (admitsNow(o)) return [admitWithoutExam(o, holder)];
  return [{ application: a.id, action: 'pass_wait', from: a.state, to: 'waiting_minimum', clause: null, sms: [] }];
}
