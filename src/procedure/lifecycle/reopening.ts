import type { Schedule } from '../catalogue/deadlines.ts';
import { admit, renewExam } from './admission.ts';
import {
  type ApplicationFacts,
  activeDelta,
  type Decision,
  type OfferingFacts,
  type SmsOrder,
  type Step,
} from './decision.ts';
import { isActive } from './states.ts';

const byOrder = (a: ApplicationFacts, b: ApplicationFacts): number => a.order - b.order;

/**
 * Ruling D: a new date re-opens the offering. Everyone live is told (N2, or 5+N2 in one), wait-listed people are
 * promoted into free seats first, and if enough requests are active 6/7 fire at once for those who wait.
 * Confirmed people keep seat, pass and payment and get nothing but the date.
 *
 * @param o     the offering before the new date
 * @param live  every live request (states as they are after any step already decided)
 */
export function reopen(
  o: OfferingFacts,
  live: readonly ApplicationFacts[],
  schedule: Schedule,
  notice: SmsOrder,
  now: Date,
): Decision {
  const ordered = [...live].sort(byOrder);
  const dateVersion = o.dateVersion + 1;
  const active = ordered.filter((a) => isActive(a.state)).length;
  const base: OfferingFacts = { ...o, schedule, dateVersion, active };

  const carried = ordered.map(
    (a): Step => ({
      application: a.id,
      action: 'carry_over',
      from: a.state,
      to: a.state ?? 'waiting_minimum',
      clause: notice.clause,
      sms: [notice],
    }),
  );
  const promoted = ordered
    .filter((a) => a.state === 'waitlisted')
    .slice(0, Math.max(0, o.max - active))
    .map(
      (a): Step => ({
        application: a.id,
        action: 'promote',
        from: 'waitlisted',
        to: 'waiting_minimum',
        clause: null,
        sms: [],
      }),
    );
  const fires = active + promoted.length >= o.min;
  const opened: OfferingFacts = { ...base, state: fires ? 'admitting' : 'gathering', active: active + promoted.length };

  const bills = ordered.filter((a) => a.bill?.state === 'suspended').map((a) => reopenBill(opened, a, schedule));
  const admitted = fires ? admitAll(opened, ordered, promoted, now) : [];
  return {
    offering: {
      actions: fires ? ['set_new_date', 'reach_minimum'] : ['set_new_date'],
      state: opened.state,
      schedule,
      plannedSchedule: null,
      dateVersion,
      heldAnyway: false,
    },
    steps: [...carried, ...promoted, ...bills, ...admitted],
  };
}

/** Setting `unpaid_on_postponement = keep`: the suspended bill opens again with the new deadline. */
function reopenBill(o: OfferingFacts, a: ApplicationFacts, schedule: Schedule): Step {
  const clause = o.examNeeded ? '7.2' : '7.1';
  const template = !o.examNeeded ? 'pay' : a.proof === 'accepted' && !a.hasPass ? 'pay_proof' : 'pay_prior_pass';
  return {
    application: a.id,
    action: 'reopen_bill',
    from: 'awaiting_payment',
    to: 'awaiting_payment',
    clause,
    sms: [{ template, clause }],
    bill: { kind: 'reopen', payBefore: schedule.decisionAt },
  };
}

function admitAll(
  o: OfferingFacts,
  ordered: readonly ApplicationFacts[],
  promoted: readonly Step[],
  now: Date,
): Step[] {
  const isPromoted = new Set(promoted.map((s) => s.application));
  const steps: Step[] = [];
  for (const a of ordered) {
    if (a.state === 'waiting_minimum' || isPromoted.has(a.id)) {
      steps.push(admit(o, { ...a, state: 'waiting_minimum' }, now));
    } else if (a.state === 'awaiting_exam') {
      steps.push(renewExam(o, a, now));
    }
  }
  // A refusal in this batch (retake wait) frees a seat for the next on the list.
  for (const a of ordered) {
    if (o.active + activeDelta(steps) >= o.max) break;
    if (a.state !== 'waitlisted' || isPromoted.has(a.id)) continue;
    steps.push({
      application: a.id,
      action: 'promote',
      from: 'waitlisted',
      to: 'waiting_minimum',
      clause: null,
      sms: [],
    });
    steps.push(admit(o, { ...a, state: 'waiting_minimum' }, now));
  }
  return steps;
}
