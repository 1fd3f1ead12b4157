import { describe, expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { billed, COURSE_FEE, NOW, offeringFacts, requestFacts, STARTS, short } from '#test/procedure/facts.ts';
import { actsOn, type CaseOutlook, decideApply, suggestAct, WRITE_DOWN_DAYS } from './finance-case.ts';

const o = offeringFacts({ state: 'admitting', fee: COURSE_FEE, active: 2 });
const DEADLINE = o.schedule?.decisionAt ?? STARTS;
const due = billed(1, o);
const closed = { state: 'closed', amount: COURSE_FEE, payBefore: DEADLINE } as const;
const lapsed = requestFacts(1, { state: 'cancelled', reason: 'unpaid', bill: closed });
const apply = (a = due, money: number = COURSE_FEE, offering = o, now = NOW) => {
  const decided = decideApply(offering, a, fils(money), now);
  return decided.ok ? [short(decided.value.decision.steps), decided.value.rest] : decided.error.code;
};

describe('H finance applies money to a request', () => {
  test('7.4 the whole fee confirms it; what is more is owed back', () => {
    expect(apply()).toEqual([[[1, 'pay', 'paid_confirmed_full 7.4']], 0]);
    expect(apply(due, COURSE_FEE + 500)).toEqual([[[1, 'pay', 'paid_confirmed_full 7.4']], 500]);
  });

  test('a request that was cancelled unpaid comes back where a seat is free', () => {
    expect(apply(lapsed)).toEqual([[[1, 'reinstate', 'payment_reinstated null', 'paid_confirmed_full 7.4']], 0]);
    expect(apply(lapsed, COURSE_FEE, { ...o, active: o.max })).toBe('full');
    expect(apply(lapsed, COURSE_FEE, o, STARTS)).toBe('course_started');
    expect(apply({ ...lapsed, otherLive: true })).toBe('already_applied');
    expect(apply({ ...lapsed, reason: 'by_staff' })).toBe('not_allowed_in_state');
    expect(apply(lapsed, COURSE_FEE, { ...o, state: 'cancelled' })).toBe('not_allowed_in_state');
  });

  test('too little, a paid bill and a request without a bill are refused', () => {
    expect(decideApply(o, due, fils(COURSE_FEE - 1), NOW)).toEqual({
      ok: false,
      error: { code: 'amount_short', missing: 1 },
    });
    expect(apply({ ...due, bill: { ...closed, state: 'paid' } })).toBe('bill_paid');
    expect(apply({ ...due, bill: null })).toBe('no_bill');
  });
});

test('H only money of nobody known is written down as unexplained', () => {
  expect(actsOn('unknown_number', false)).toContain('write_down');
  for (const kind of ['refund', 'late_payment', 'wrong_amount', 'second_payment', 'overpaid'] as const) {
    expect(actsOn(kind, true)).not.toContain('write_down');
    expect(actsOn(kind, true)).toContain('refund');
  }
});

describe('H what a case calls for', () => {
  const bill = { state: 'open', amount: COURSE_FEE, payBefore: plusMs(NOW, DAY_MS) } as const;
  const request = {
    state: 'awaiting_payment',
    reason: null,
    bill,
    waiting: fils(0),
    seatFree: true,
    begun: false,
  } as const;
  const one: CaseOutlook = { kind: 'refund', amount: COURSE_FEE, openedAt: NOW, request: null, candidates: 0 };
  const suggested = (over: Partial<CaseOutlook>, now = NOW) => suggestAct({ ...one, ...over }, now);
  const cancelled = { ...request, state: 'cancelled', reason: 'unpaid', bill: { ...bill, state: 'closed' } } as const;

  test.each([
    ['money of a request that ended', {}, 'refund'],
    ['a second payment', { kind: 'second_payment' }, 'refund'],
    ['late, a seat is free', { kind: 'late_payment', request: cancelled }, 'apply'],
    ['late, no seat', { kind: 'late_payment', request: { ...cancelled, seatFree: false } }, 'refund'],
    ['late, the course has begun', { kind: 'late_payment', request: { ...cancelled, begun: true } }, 'refund'],
    ['too little, before the deadline', { kind: 'wrong_amount', request: { ...request, waiting: fils(1) } }, 'wait'],
    ['too little, and the rest came', { kind: 'wrong_amount', request: { ...request, waiting: COURSE_FEE } }, 'apply'],
    ['too little, the request is over', { kind: 'wrong_amount', request: cancelled }, 'refund'],
    ['an unknown number, one slip from one bill', { kind: 'unknown_number', candidates: 1 }, 'apply'],
    ['an unknown number', { kind: 'unknown_number', candidates: 2 }, 'ask'],
    ['in the file, not with us', { kind: 'not_with_us' }, 'take_in'],
    ['with us, not in the file', { kind: 'not_in_file' }, 'ask'],
  ] as [string, Partial<CaseOutlook>, string][])('%s', (_, over, act) => {
    expect(suggested(over)).toBe(act);
  });

  test('with time: too little is refunded after the deadline, an unknown number is written down', () => {
    const late = plusMs(NOW, (WRITE_DOWN_DAYS + 1) * DAY_MS);
    expect(suggested({ kind: 'wrong_amount', request: { ...request, waiting: fils(1) } }, late)).toBe('refund');
    expect(suggested({ kind: 'unknown_number' }, late)).toBe('write_down');
  });
});
