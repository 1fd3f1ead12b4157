import { describe, expect, test } from 'vitest';
import {
  billed,
  COURSE_FEE,
  codeOf,
  decisionOf,
  justBefore,
  NOW,
  offeringFacts,
  requestFacts,
  STARTS,
  short,
} from '#test/procedure/facts.ts';
import { APPLICATION_STATES, LIVE_STATES } from './states.ts';
import { decideStaffEnding, decideWithdrawal, moneyOnEnding } from './withdrawal.ts';

const o = offeringFacts({ state: 'admitting', active: 3 });
const sure = requestFacts(1, { state: 'confirmed' });
const listed = (order: number) => requestFacts(order, { state: 'waitlisted' });

describe('G a person withdraws', () => {
  test('G, E the seat goes to the first of the waiting list at once', () => {
    const { steps } = decisionOf(decideWithdrawal(o, sure, [listed(4), listed(5)], NOW));
    expect(short(steps)).toEqual([
      [1, 'withdraw', 'withdrawn null'],
      [4, 'promote'],
      [4, 'admit_confirm', 'approved_free_full 6.1'],
    ]);
  });

  test('G who leaves the waiting list frees no seat and is not promoted', () => {
    const { steps } = decisionOf(decideWithdrawal(o, listed(4), [listed(4), listed(5)], NOW));
    expect(short(steps)).toEqual([[4, 'withdraw', 'withdrawn null']]);
  });

  test('G until the millisecond before the course starts, not at the start', () => {
    const confirmed = offeringFacts({ state: 'confirmed' });
    expect(codeOf(decideWithdrawal(confirmed, sure, [], justBefore(STARTS)))).toBe('ok');
    expect(codeOf(decideWithdrawal(confirmed, sure, [], STARTS))).toBe('course_started');
  });

  test('G always while there is no date', () => {
    const postponed = offeringFacts({ state: 'postponed', schedule: null });
    expect(codeOf(decideWithdrawal(postponed, sure, [listed(4)], STARTS))).toBe('ok');
    expect(decisionOf(decideWithdrawal(postponed, sure, [listed(4)], STARTS)).steps).toHaveLength(1);
  });

  test('G only a live request', () => {
    const may = APPLICATION_STATES.filter((state) => decideWithdrawal(o, requestFacts(1, { state }), [], NOW).ok);
    expect(may.toSorted()).toEqual([...LIVE_STATES].toSorted());
    expect(codeOf(decideWithdrawal(o, requestFacts(1, { state: null }), [], NOW))).toBe('not_allowed_in_state');
  });

  test('G who paid becomes a refund case and is told so', () => {
    const paid = { ...sure, paid: COURSE_FEE };
    const [step] = decisionOf(decideWithdrawal(o, paid, [], NOW)).steps;
    expect(step).toMatchObject({
      sms: [{ template: 'withdrawn_paid', clause: null }],
      financeCase: { kind: 'refund', amount: COURSE_FEE },
    });
  });
});

describe('I staff end one request', () => {
  test.each([
    ['by_staff', 'cancel_by_staff', 'cancelled', 'cancelled_by_staff'],
    ['ineligible', 'reject_ineligible', 'rejected', 'rejected_ineligible'],
  ] as const)('I %s', (ending, action, to, template) => {
    const { steps } = decisionOf(decideStaffEnding(o, sure, ending, [listed(4)], NOW));
    expect(steps[0]).toMatchObject({ action, to, reason: ending, sms: [{ template, clause: null }] });
    expect(steps.map((s) => s.action)).toEqual([action, 'promote', 'admit_confirm']);
    expect(codeOf(decideStaffEnding(o, { ...sure, state: 'withdrawn' }, ending, [], NOW))).toBe('not_allowed_in_state');
    expect(codeOf(decideStaffEnding(o, sure, ending, [], STARTS))).toBe('course_started');
  });
});

test('G ending closes a bill that is open or suspended, and no other', () => {
  const paid = offeringFacts({ fee: COURSE_FEE });
  const a = billed(1, paid);
  const withBill = (state: 'open' | 'suspended' | 'closed' | 'paid') =>
    moneyOnEnding({ ...a, bill: a.bill && { ...a.bill, state } }).bill?.kind;
  expect(withBill('open')).toBe('close');
  expect(withBill('suspended')).toBe('close');
  expect(withBill('closed')).toBeUndefined();
  expect(withBill('paid')).toBeUndefined();
  expect(moneyOnEnding(requestFacts(1))).toEqual({});
});
