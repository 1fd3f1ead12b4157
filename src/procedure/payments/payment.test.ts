import { describe, expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import { plusMs } from '#kernel/time.ts';
import type { ApplicationFacts, OfferingFacts } from '#procedure/lifecycle/decision.ts';
import {
  billed,
  COURSE_FEE,
  justBefore,
  NOW,
  offeringFacts,
  requestFacts,
  STARTS,
  short,
} from '#test/procedure/facts.ts';
import { decidePayment } from './payment.ts';

const o = offeringFacts({ state: 'admitting', fee: COURSE_FEE, active: 2 });
const DEADLINE = o.schedule?.decisionAt ?? STARTS;
const due = billed(1, o);
const closedBill = { state: 'closed', amount: COURSE_FEE, payBefore: DEADLINE } as const;
const lapsed = requestFacts(1, { state: 'cancelled', reason: 'unpaid', bill: closedBill });

const pay = (
  offering: OfferingFacts,
  a: ApplicationFacts,
  over: { amount?: number; processedAt?: Date; now?: Date } = {},
) => {
  const payment = { amount: fils(over.amount ?? COURSE_FEE), processedAt: over.processedAt ?? justBefore(DEADLINE) };
  return decidePayment(offering, a, payment, over.now ?? NOW);
};

describe('7.4 the fee is received', () => {
  test('7.4 the booking is confirmed and the bill settled', () => {
    const decision = pay(o, due);
    expect(decision.outcome).toBe('settled');
    expect(short(decision.steps)).toEqual([[1, 'pay', 'paid_confirmed_full 7.4']]);
    expect(decision.steps[0]?.bill).toEqual({ kind: 'settle' });
  });

  test('7.4 on time is judged by the process date, to the millisecond, not by when the notice arrives', () => {
    const later = plusMs(DEADLINE, 5);
    expect(pay(o, due, { processedAt: justBefore(DEADLINE), now: later }).outcome).toBe('settled');
    expect(pay(o, due, { processedAt: DEADLINE, now: later }).outcome).toBe('late_payment');
  });

  test('N1 a bill suspended by a postponement can still be paid', () => {
    const suspended = { ...due, bill: { ...closedBill, state: 'suspended' as const } };
    const postponed = { ...o, state: 'postponed' as const, schedule: null };
    const decision = pay(postponed, suspended, { processedAt: plusMs(DEADLINE, 1) });
    expect(decision.outcome).toBe('settled');
    expect(decision.steps[0]).toMatchObject({ to: 'confirmed', sms: [] });
  });
});

describe('H odd payments are never lost', () => {
  test('H the wrong amount: a case, a message, and the request stays as it is', () => {
    const decision = pay(o, due, { amount: COURSE_FEE - 1 });
    expect(short(decision.steps)).toEqual([[1, 'note_payment', 'payment_amount_wrong null']]);
    expect(decision.steps[0]).toMatchObject({
      from: 'awaiting_payment',
      to: 'awaiting_payment',
      financeCase: { kind: 'wrong_amount', amount: COURSE_FEE - 1 },
    });
  });

  test('H paid a second time: a case, without a message', () => {
    const settled = requestFacts(1, { state: 'confirmed', paid: COURSE_FEE, bill: { ...closedBill, state: 'paid' } });
    const decision = pay(o, settled);
    expect(decision.outcome).toBe('second_payment');
    expect(decision.steps[0]).toMatchObject({ sms: [], financeCase: { kind: 'second_payment', amount: COURSE_FEE } });
  });

  test('H5, H paid although the fee was waived and the booking confirmed: a case, without a message', () => {
    const waived = requestFacts(1, { state: 'confirmed', fee: COURSE_FEE, waived: COURSE_FEE, bill: closedBill });
    expect(pay(o, waived)).toMatchObject({ outcome: 'second_payment', steps: [{ sms: [] }] });
  });

  test.each(['withdrawn', 'cancelled', 'rejected'] as const)(
    'H paid a second time after the request is %s: money after a cancellation, a case and a message',
    (state) => {
      const ended = requestFacts(1, { state, paid: COURSE_FEE, bill: { ...closedBill, state: 'paid' } });
      expect(short(pay(o, ended).steps)).toEqual([[1, 'note_payment', 'payment_late null']]);
    },
  );

  test('H paid after the deadline: a case and a message', () => {
    const decision = pay(o, due, { processedAt: DEADLINE });
    expect(short(decision.steps)).toEqual([[1, 'note_payment', 'payment_late null']]);
  });

  test.each(['withdrawn', 'rejected'] as const)(
    'H paid in time for a request that is %s: a case and a message',
    (state) => {
      expect(pay(o, requestFacts(1, { state, bill: closedBill })).outcome).toBe('late_payment');
    },
  );

  test('H money without a bill is a fault, not a refusal', () => {
    expect(() => pay(o, requestFacts(1))).toThrow('has a bill');
  });
});

describe('H paid in time, notified after the cancellation', () => {
  test('H, 7.4 a seat is free: reinstated and confirmed', () => {
    const decision = pay({ ...o, state: 'confirmed' }, lapsed, { now: DEADLINE });
    expect(decision.outcome).toBe('reinstated');
    expect(short(decision.steps)).toEqual([[1, 'reinstate', 'payment_reinstated null', 'paid_confirmed_full 7.4']]);
    expect(decision.steps[0]).toMatchObject({ to: 'confirmed', bill: { kind: 'settle' } });
  });

  test('H, 5 the offering is postponed: reinstated, and told of the postponement', () => {
    const decision = pay({ ...o, state: 'postponed', schedule: null }, lapsed, { now: DEADLINE });
    expect(short(decision.steps)).toEqual([[1, 'reinstate', 'payment_reinstated null', 'postponed 5']]);
  });

  test('A reinstating can complete the minimum of an offering that gathers again', () => {
    const gathering = offeringFacts({ fee: COURSE_FEE, dateVersion: 2, min: 2, active: 1 });
    expect(pay(gathering, lapsed).reachesMinimum).toBe(true);
    expect(pay({ ...gathering, active: 0 }, lapsed).reachesMinimum).toBe(false);
    expect(pay({ ...gathering, state: 'admitting' }, lapsed).reachesMinimum).toBe(false);
  });

  test.each<[string, OfferingFacts, ApplicationFacts, Date]>([
    ['no seat is free', { ...o, active: 3 }, lapsed, DEADLINE],
    ['the person has another live request', o, { ...lapsed, otherLive: true }, DEADLINE],
    ['it was cancelled for another reason', o, { ...lapsed, reason: 'by_staff' }, DEADLINE],
    ['the course has begun', { ...o, state: 'confirmed' }, lapsed, STARTS],
    ['the course runs', { ...o, state: 'running' }, lapsed, STARTS],
    ['the offering is cancelled', { ...o, state: 'cancelled' }, lapsed, DEADLINE],
  ])('H a case and a message instead when %s', (_, offering, a, now) => {
    const decision = pay(offering, a, { now });
    expect(short(decision.steps)).toEqual([[1, 'note_payment', 'payment_late null']]);
  });

  test('H up to the millisecond before the course begins', () => {
    expect(pay({ ...o, state: 'confirmed' }, lapsed, { now: justBefore(STARTS) }).outcome).toBe('reinstated');
  });

  test('H not for another amount', () => {
    expect(pay(o, lapsed, { amount: COURSE_FEE + 1, now: DEADLINE }).outcome).toBe('late_payment');
  });
});
