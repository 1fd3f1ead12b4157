import type { Fils } from '#kernel/money.ts';
import { seatsLeft } from '../catalogue/seats.ts';
import type { ApplicationFacts, FinanceCaseKind, OfferingFacts, SmsOrder, Step } from '../lifecycle/decision.ts';

/** Money that the payment network says was paid. `processedAt` is the payer's process date, which decides what is on time. */
export type Payment = { readonly amount: Fils; readonly processedAt: Date };

export type PaymentDecision = {
  readonly outcome: 'settled' | 'reinstated' | FinanceCaseKind;
  readonly steps: readonly Step[];
  /** A reinstated request completed the minimum: clauses 6 and 7 fire in the same transaction. */
  readonly reachesMinimum: boolean;
};

/**
 * Clause 7.4 and ruling H: what a payment for this request's bill does. No money is ever refused into nothing:
 * what cannot be applied becomes a finance case.
 */
export function decidePayment(o: OfferingFacts, a: ApplicationFacts, payment: Payment, now: Date): PaymentDecision {
  const bill = a.bill;
  if (!bill) throw new Error('a payment is decided for a request that has a bill');
  const isSure = a.state === 'confirmed' || a.state === 'attended' || a.state === 'absent';
  if (bill.state === 'paid' || isSure) return again(a, payment);

  const exact = payment.amount === bill.amount;
  const onTime = payment.processedAt < bill.payBefore;
  const awaits = a.state === 'awaiting_payment';

  if (awaits && !exact) return asCase(a, payment, 'wrong_amount', [{ template: 'payment_amount_wrong', clause: null }]);
  if (awaits && (onTime || bill.state === 'suspended')) return settled(o, a);
  if (!awaits && exact && onTime && mayReinstate(o, a, now)) return reinstated(o, a);
  return asCase(a, payment, 'late_payment', [{ template: 'payment_late', clause: null }]);
}

/**
 * Money for a bill that asks for nothing any more: it was paid before, or its fee was waived. While the request stands the person knows that no fee is owed, and hears of
 * the money when it goes back; after the request has ended it is money paid after a cancellation, and told.
 */
function again(a: ApplicationFacts, payment: Payment): PaymentDecision {
  const ended = a.state === 'withdrawn' || a.state === 'cancelled' || a.state === 'rejected';
  return ended
    ? asCase(a, payment, 'late_payment', [{ template: 'payment_late', clause: null }])
    : asCase(a, payment, 'second_payment', []);
}

/** Clause 7.4: the request is paid and confirmed. */
export function settled(o: OfferingFacts, a: ApplicationFacts): PaymentDecision {
  const sms: SmsOrder[] = o.schedule ? [{ template: 'paid_confirmed_full', clause: '7.4' }] : [];
  const step: Step = {
    application: a.id,
    action: 'pay',
    from: a.state,
    to: 'confirmed',
    clause: '7.4',
    sms,
    bill: { kind: 'settle' },
  };
  return { outcome: 'settled', steps: [step], reachesMinimum: false };
}

/** Ruling H: cancelled for non-payment although paid in time, a seat is free, and the course has not begun. */
function mayReinstate(o: OfferingFacts, a: ApplicationFacts, now: Date): boolean {
  const open = o.state === 'confirmed' || o.state === 'postponed' || o.state === 'gathering' || o.state === 'admitting';
  const begun = o.schedule !== null && now >= o.schedule.startsAt;
  return a.state === 'cancelled' && a.reason === 'unpaid' && !a.otherLive && open && !begun && seatsLeft(o) > 0;
}

/** Ruling H: a cancelled request is paid and confirmed. */
export function reinstated(o: OfferingFacts, a: ApplicationFacts): PaymentDecision {
  const second: SmsOrder = o.schedule
    ? { template: 'paid_confirmed_full', clause: '7.4' }
    : { template: 'postponed', clause: '5' };
  const step: Step = {
    application: a.id,
    action: 'reinstate',
    from: a.state,
    to: 'confirmed',
    clause: second.clause,
    sms: [{ template: 'payment_reinstated', clause: null }, second],
    bill: { kind: 'settle' },
  };
  const reachesMinimum = o.state === 'gathering' && o.active + 1 >= o.min;
  return { outcome: 'reinstated', steps: [step], reachesMinimum };
}

function asCase(
  a: ApplicationFacts,
  payment: Payment,
  kind: FinanceCaseKind,
  sms: readonly SmsOrder[],
): PaymentDecision {
  if (a.state === null) throw new Error('a payment is decided for a request that exists');
  const step: Step = {
    application: a.id,
    action: 'note_payment',
    from: a.state,
    to: a.state,
    clause: null,
    sms,
    financeCase: { kind, amount: payment.amount },
  };
  return { outcome: kind, steps: [step], reachesMinimum: false };
}
