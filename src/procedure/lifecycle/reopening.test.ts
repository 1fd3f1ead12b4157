import { describe, expect, test } from 'vitest';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { COURSE_FEE, NOW, offeringFacts, requestFacts, STARTS, scheduleFrom, short } from '#test/procedure/facts.ts';
import type { ApplicationFacts, OfferingFacts } from './decision.ts';
import { reopen } from './reopening.ts';

const NOTICE = { template: 'new_date', clause: 'N2' } as const;
const next = scheduleFrom(plusMs(STARTS, 21 * DAY_MS));
const postponed = (over: Partial<OfferingFacts> = {}): OfferingFacts =>
  offeringFacts({ state: 'postponed', schedule: null, ...over });
const sure = (order: number): ApplicationFacts => requestFacts(order, { state: 'confirmed', paid: COURSE_FEE });
const listed = (order: number): ApplicationFacts => requestFacts(order, { state: 'waitlisted' });

describe('D a new date re-opens the offering', () => {
  test('D, N2 confirmed people get the date and nothing else', () => {
    const decision = reopen(postponed({ fee: COURSE_FEE }), [sure(1), sure(2)], next, NOTICE, NOW);
    expect(short(decision.steps)).toEqual([
      [1, 'carry_over', 'new_date N2'],
      [2, 'carry_over', 'new_date N2'],
    ]);
    expect(decision.steps.every((s) => s.to === 'confirmed' && !s.bill)).toBe(true);
  });

  test('D enough are active: 6/7 fire at once for those who wait', () => {
    const decision = reopen(postponed(), [requestFacts(2), sure(1)], next, NOTICE, NOW);
    expect(decision.offering).toMatchObject({
      actions: ['set_new_date', 'reach_minimum'],
      state: 'admitting',
      dateVersion: 2,
    });
    expect(short(decision.steps)).toEqual([
      [1, 'carry_over', 'new_date N2'],
      [2, 'carry_over', 'new_date N2'],
      [2, 'admit_confirm', 'approved_free_full 6.1'],
    ]);
  });

  test('D not enough are active: they wait for the minimum again', () => {
    const decision = reopen(postponed({ min: 3 }), [requestFacts(2), sure(1)], next, NOTICE, NOW);
    expect(decision.offering).toMatchObject({ actions: ['set_new_date'], state: 'gathering', heldAnyway: false });
    expect(decision.steps.map((s) => s.action)).toEqual(['carry_over', 'carry_over']);
  });

  test('D, E wait-listed people are promoted into free seats first, in order, and count', () => {
    const decision = reopen(postponed({ min: 2, max: 2 }), [listed(3), sure(1), listed(2)], next, NOTICE, NOW);
    expect(decision.offering?.state).toBe('admitting');
    expect(short(decision.steps).slice(3)).toEqual([
      [2, 'promote'],
      [2, 'admit_confirm', 'approved_free_full 6.1'],
    ]);
  });

  test('D the exam link goes out again with the deadline of the new date, when the offering admits', () => {
    const exam = requestFacts(1, { state: 'awaiting_exam', examLinkVersion: 1 });
    const o = postponed({ examNeeded: true });
    const fires = reopen(o, [exam, sure(2)], next, NOTICE, NOW).steps.at(-1);
    expect(fires).toMatchObject({ action: 'renew_exam', exam: { opensAt: null, deadline: next.examDeadline } });
    expect(reopen(o, [exam], next, NOTICE, NOW).steps.map((s) => s.action)).toEqual(['carry_over']);
  });

  test('E a refusal while it re-opens gives the seat to the next of the list', () => {
    const failed = requestFacts(1, { state: 'awaiting_exam', examLinkVersion: 1, retakeFrom: next.startsAt });
    const o = postponed({ examNeeded: true, max: 2 });
    const { steps } = reopen(o, [failed, sure(2), listed(3)], next, NOTICE, NOW);
    expect(short(steps).slice(3)).toEqual([
      [1, 'fail', 'exam_fail 6.3.2'],
      [3, 'promote'],
      [3, 'admit_exam', 'exam_link 6.3'],
    ]);
  });

  test('D a suspended bill opens again until the decision of the new date', () => {
    const suspended = (over: Partial<ApplicationFacts>): ApplicationFacts =>
      requestFacts(1, {
        state: 'awaiting_payment',
        bill: { state: 'suspended', amount: COURSE_FEE, payBefore: STARTS },
        ...over,
      });
    const last = (o: OfferingFacts, a: ApplicationFacts) => reopen(o, [a], next, NOTICE, NOW).steps.at(-1);
    const exam = postponed({ fee: COURSE_FEE, examNeeded: true });
    expect(last(postponed({ fee: COURSE_FEE }), suspended({}))).toMatchObject({
      sms: [{ template: 'pay', clause: '7.1' }],
      bill: { kind: 'reopen', payBefore: next.decisionAt },
    });
    expect(last(exam, suspended({ hasPass: true }))?.sms).toEqual([{ template: 'pay_prior_pass', clause: '7.2' }]);
    expect(last(exam, suspended({ proof: 'accepted' }))?.sms).toEqual([{ template: 'pay_proof', clause: '7.2' }]);
  });
});
