import { type ApplicationFacts, afterSteps, type Decision, type OfferingFacts, type Step } from './decision.ts';
import { reopen } from './reopening.ts';
import { isLive } from './states.ts';

/** Settings that only the municipality can give (section 5 of the procedure). */
export type Policy = {
  /** What N1 does when the offering is then postponed: the card, literally, cancels. */
  readonly unpaidOnPostponement: 'cancel' | 'keep';
};

export const CARD_POLICY: Policy = { unpaidOnPostponement: 'cancel' };

/**
 * The decision time (clauses 5, N1, N2 and ruling B, steps 2 to 5). Exam results and payments that are stamped
 * before the deadline have been taken in before (step 1).
 *
 * @param live every live request of the offering
 * @throws Error when the offering is not gathering or admitting
 */
export function decideDecisionTime(
  o: OfferingFacts,
  live: readonly ApplicationFacts[],
  now: Date,
  policy: Policy = CARD_POLICY,
): Decision {
  if (o.state !== 'gathering' && o.state !== 'admitting') throw new Error(`no decision is due in state ${o.state}`);
  const ordered = [...live].sort((a, b) => a.order - b.order);
  const confirmed = ordered.filter((a) => a.state === 'confirmed').length;
  const held = confirmed >= o.min || o.heldAnyway;

  const keepUnpaid = policy.unpaidOnPostponement === 'keep' && !held;
  const lapsed = keepUnpaid ? [] : ordered.filter((a) => a.state === 'awaiting_payment').map(lapsePayment);
  const remaining = ordered.map((a) => afterSteps(a, lapsed)).filter((a) => isLive(a.state));
  if (held) {
    return {
      offering: { actions: ['confirm_held'], state: 'confirmed', plannedSchedule: null },
      steps: [...lapsed, ...remaining.flatMap(closeOpenEnd)],
    };
  }
  return postponed(o, lapsed, remaining, now);
}

/** N1. */
function lapsePayment(a: ApplicationFacts): Step {
  return {
    application: a.id,
    action: 'lapse_payment',
    from: 'awaiting_payment',
    to: 'cancelled',
    clause: 'N1',
    reason: 'unpaid',
    sms: [{ template: 'cancelled_unpaid', clause: 'N1' }],
    bill: { kind: 'close' },
  };
}

/** B4: the course will be held; who never sat the exam, or found no seat, is closed and told. */
function closeOpenEnd(a: ApplicationFacts): Step[] {
  if (a.state === 'awaiting_exam') {
    const sms = [{ template: 'exam_expired', clause: null }] as const;
    const step = { application: a.id, action: 'lapse_exam', to: 'cancelled', clause: null } as const;
    return [{ ...step, from: a.state, reason: 'exam_not_taken', sms }];
  }
  if (a.state === 'waitlisted' || a.state === 'waiting_minimum') {
    const sms = [{ template: 'waitlist_closed', clause: null }] as const;
    const step = { application: a.id, action: 'close_list', to: 'cancelled', clause: null } as const;
    return [{ ...step, from: a.state, reason: 'no_seat', sms }];
  }
  return [];
}

/** B5: clause 5 to every live request; with a new date fixed beforehand, 5 and N2 in one. */
function postponed(
  o: OfferingFacts,
  lapsed: readonly Step[],
  remaining: readonly ApplicationFacts[],
  now: Date,
): Decision {
  const planned = o.plannedSchedule;
  if (planned && now < planned.intakeClosesAt) {
    const notice = { template: 'postponed_new_date', clause: '5+N2' } as const;
    const suspended = remaining.map((a) =>
      a.bill?.state === 'open' ? { ...a, bill: { ...a.bill, state: 'suspended' as const } } : a,
    );
    const opened = reopen({ ...o, state: 'postponed' }, suspended, planned, notice, now);
    if (!opened.offering) throw new Error('a re-opened offering changes');
    return {
      offering: { ...opened.offering, actions: ['postpone', ...opened.offering.actions] },
      steps: [...lapsed, ...opened.steps],
    };
  }
  const told = remaining.map(
    (a): Step => ({
      application: a.id,
      action: 'postpone',
      from: a.state,
      to: a.state ?? 'waiting_minimum',
      clause: '5',
      sms: [{ template: 'postponed', clause: '5' }],
      ...(a.bill?.state === 'open' ? { bill: { kind: 'suspend' } as const } : {}),
    }),
  );
  return {
    offering: { actions: ['postpone'], state: 'postponed', schedule: null, plannedSchedule: null, heldAnyway: false },
    steps: [...lapsed, ...told],
  };
}
