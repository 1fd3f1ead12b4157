import { err, ok } from '#kernel/result.ts';
import { promote } from './admission.ts';
import type { ApplicationFacts, Decided, OfferingFacts, SmsOrder, Step } from './decision.ts';
import { isLive } from './states.ts';

/** What ending a live request does to its money: an open bill is closed, money received becomes a refund case. */
export function moneyOnEnding(a: ApplicationFacts): Pick<Step, 'bill' | 'financeCase'> {
  return {
    ...(a.bill && (a.bill.state === 'open' || a.bill.state === 'suspended') ? { bill: { kind: 'close' } } : {}),
    ...(a.paid > 0 ? { financeCase: { kind: 'refund', amount: a.paid } } : {}),
  };
}

/**
 * Ruling G: the person withdraws, at any time until the course starts. The seat is freed and goes to the first
 * of the waiting list; a paid request goes to finance.
 */
export function decideWithdrawal(
  o: OfferingFacts,
  a: ApplicationFacts,
  waitlist: readonly ApplicationFacts[],
  now: Date,
): Decided {
  const sms: SmsOrder = { template: a.paid > 0 ? 'withdrawn_paid' : 'withdrawn', clause: null };
  return end(o, a, waitlist, now, { action: 'withdraw', to: 'withdrawn', sms: [sms] });
}

/** Ruling I: staff cancel one request, or find that a condition of the course is not met. */
export function decideStaffEnding(
  o: OfferingFacts,
  a: ApplicationFacts,
  ending: 'by_staff' | 'ineligible',
  waitlist: readonly ApplicationFacts[],
  now: Date,
): Decided {
  return ending === 'by_staff'
    ? end(o, a, waitlist, now, {
        action: 'cancel_by_staff',
        to: 'cancelled',
        reason: 'by_staff',
        sms: [{ template: 'cancelled_by_staff', clause: null }],
      })
    : end(o, a, waitlist, now, {
        action: 'reject_ineligible',
        to: 'rejected',
        reason: 'ineligible',
        sms: [{ template: 'rejected_ineligible', clause: null }],
      });
}

function end(
  o: OfferingFacts,
  a: ApplicationFacts,
  waitlist: readonly ApplicationFacts[],
  now: Date,
  as: Pick<Step, 'action' | 'to' | 'sms' | 'reason'>,
): Decided {
  if (a.state === null || !isLive(a.state)) return err({ code: 'not_allowed_in_state', state: a.state ?? 'withdrawn' });
  if (o.schedule && now >= o.schedule.startsAt) return err({ code: 'course_started' });
  const step: Step = { application: a.id, from: a.state, clause: null, ...moneyOnEnding(a), ...as };
  const others = waitlist.filter((w) => w.id !== a.id);
  return ok({ steps: [step, ...promote(o, [step], others, now)] });
}
