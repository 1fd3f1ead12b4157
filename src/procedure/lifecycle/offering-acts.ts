import { err, ok, type Result } from '#kernel/result.ts';
import type { Schedule } from '../catalogue/deadlines.ts';
import { admitWaiting, promote } from './admission.ts';
import type { ApplicationFacts, Decided, Decision, OfferingFacts, Refusal, Step } from './decision.ts';
import { reopen } from './reopening.ts';
import { isLive } from './states.ts';
import { offeringTargetOf } from './transitions.ts';
import { moneyOnEnding } from './withdrawal.ts';

const notNow = (o: OfferingFacts): Refusal => ({ code: 'not_allowed_in_state', state: o.state });

/** Ruling N: an offering is not opened when its intake would be closed already. */
export function mayOpen(schedule: Schedule, now: Date): Result<null, Refusal> {
  if (now < schedule.intakeClosesAt) return ok(null);
  return err({ code: 'intake_would_be_closed', intakeClosesAt: schedule.intakeClosesAt });
}

/** A draft is published: requests may come in. */
export function decidePublish(o: OfferingFacts, now: Date): Decided {
  if (o.state !== 'draft' || !o.schedule) return err(notNow(o));
  const open = mayOpen(o.schedule, now);
  if (!open.ok) return open;
  return ok({ offering: { actions: ['publish'], state: 'gathering' }, steps: [] });
}

/**
 * N2: staff set the new date. A postponed offering is re-opened at once; before the decision the date is kept in
 * readiness and used if the minimum is missed (one message, 5+N2).
 *
 * @param live every live request (only needed when the offering is postponed)
 */
export function decideNewDate(
  o: OfferingFacts,
  live: readonly ApplicationFacts[],
  schedule: Schedule,
  now: Date,
): Decided {
  if (o.state === 'postponed') {
    const open = mayOpen(schedule, now);
    if (!open.ok) return open;
    return ok(reopen(o, live, schedule, { template: 'new_date', clause: 'N2' }, now));
  }
  if ((o.state === 'gathering' || o.state === 'admitting') && o.schedule) {
    if (schedule.startsAt <= o.schedule.startsAt) return err({ code: 'date_not_later' });
    // It would be opened at the decision time, so that is when its intake must still be open.
    const open = mayOpen(schedule, o.schedule.decisionAt);
    if (!open.ok) return open;
    return ok({ offering: { actions: [], state: o.state, plannedSchedule: schedule }, steps: [] });
  }
  return err(notNow(o));
}

/**
 * Rulings A, C: staff hold the course below its minimum. If people still wait for the minimum, clauses 6 and 7 fire
 * for them at once, so that they have the time to sit and to pay.
 *
 * @param waiting every request in `waiting_minimum` or `awaiting_exam`, in order
 */
export function decideHold(
  o: OfferingFacts,
  waiting: readonly ApplicationFacts[],
  waitlist: readonly ApplicationFacts[],
  now: Date,
): Decided {
  if (o.state === 'admitting') return ok({ offering: { actions: [], state: o.state, heldAnyway: true }, steps: [] });
  if (o.state !== 'gathering') return err(notNow(o));
  const admitting: OfferingFacts = { ...o, state: 'admitting' };
  const steps = admitWaiting(admitting, waiting, now);
  return ok({
    offering: { actions: ['reach_minimum'], state: 'admitting', heldAnyway: true },
    steps: [...steps, ...promote(admitting, steps, waitlist, now)],
  });
}

/** Ruling I: staff cancel the offering. Whoever paid becomes a refund case and is told so. */
export function decideCancelOffering(o: OfferingFacts, live: readonly ApplicationFacts[]): Decided {
  if (offeringTargetOf(o.state, 'cancel') === undefined) return err(notNow(o));
  const steps = live
    .filter((a) => isLive(a.state))
    .map(
      (a): Step => ({
        application: a.id,
        action: 'cancel_offering',
        from: a.state,
        to: 'cancelled',
        clause: null,
        reason: 'offering_cancelled',
        sms: [{ template: a.paid > 0 ? 'course_cancelled_paid' : 'course_cancelled', clause: null }],
        ...moneyOnEnding(a),
      }),
    );
  return ok({ offering: { actions: ['cancel'], state: 'cancelled', plannedSchedule: null }, steps });
}

/** Ruling I: the venue changes. While there is no date nobody is told: the message of the new date names the venue. */
export function decideVenueChange(o: OfferingFacts, live: readonly ApplicationFacts[]): Decided {
  if (o.state === 'held' || o.state === 'cancelled') return err(notNow(o));
  const told = o.schedule !== null && o.state !== 'draft';
  const steps = live
    .filter((a) => isLive(a.state))
    .map(
      (a): Step => ({
        application: a.id,
        action: 'change_venue',
        from: a.state,
        to: a.state ?? 'waiting_minimum',
        clause: null,
        sms: told ? [{ template: 'venue_change', clause: null }] : [],
      }),
    );
  return ok({ steps });
}

/** The first session begins. */
export function decideStart(): Decision {
  return { offering: { actions: ['start'], state: 'running' }, steps: [] };
}
