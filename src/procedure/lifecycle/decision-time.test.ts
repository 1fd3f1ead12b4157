import { describe, expect, test } from 'vitest';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import {
  billed,
  COURSE_FEE,
  justBefore,
  offeringFacts,
  requestFacts,
  STARTS,
  scheduleFrom,
  short,
} from '#test/procedure/facts.ts';
import type { ApplicationFacts } from './decision.ts';
import { decideDecisionTime } from './decision-time.ts';
import { OFFERING_STATES } from './states.ts';

const paid = offeringFacts({ state: 'admitting', fee: COURSE_FEE, active: 3 });
const AT = paid.schedule?.decisionAt ?? STARTS;
const sure = (order: number): ApplicationFacts => requestFacts(order, { state: 'confirmed', paid: COURSE_FEE });
const KEEP = { unpaidOnPostponement: 'keep' } as const;

describe('B4 the minimum of confirmed requests is there', () => {
  test('B4 the course will be held, and nobody confirmed is bothered', () => {
    const decision = decideDecisionTime(paid, [sure(1), sure(2)], AT);
    expect(decision.offering).toEqual({ actions: ['confirm_held'], state: 'confirmed', plannedSchedule: null });
    expect(decision.steps).toEqual([]);
  });

  test('B4, N1 who did not pay, did not sit, or found no seat is closed and told', () => {
    const exam = requestFacts(4, { state: 'awaiting_exam' });
    const live = [sure(1), sure(2), billed(3, paid), exam, requestFacts(5, { state: 'waitlisted' }), requestFacts(6)];
    const { steps } = decideDecisionTime(paid, live, AT);
    expect(short(steps)).toEqual([
      [3, 'lapse_payment', 'cancelled_unpaid N1'],
      [4, 'lapse_exam', 'exam_expired null'],
      [5, 'close_list', 'waitlist_closed null'],
      [6, 'close_list', 'waitlist_closed null'],
    ]);
    expect(steps.map((s) => s.reason)).toEqual(['unpaid', 'exam_not_taken', 'no_seat', 'no_seat']);
    expect(steps[0]?.bill).toEqual({ kind: 'close' });
  });

  test('C «hold anyway» confirms below the minimum, and forgets the date kept in readiness', () => {
    const o = { ...paid, heldAnyway: true, plannedSchedule: scheduleFrom(plusMs(STARTS, 14 * DAY_MS)) };
    const decision = decideDecisionTime(o, [sure(1), billed(2, paid)], AT);
    expect(decision.offering).toMatchObject({ state: 'confirmed', plannedSchedule: null });
    expect(short(decision.steps)).toEqual([[2, 'lapse_payment', 'cancelled_unpaid N1']]);
  });
});

describe('B5 the minimum is not there', () => {
  test('5, N1 the unpaid are cancelled first and do not count; clause 5 goes to all other live requests', () => {
    const exam = requestFacts(3, { state: 'awaiting_exam' });
    const live = [sure(1), billed(2, paid), exam, requestFacts(4, { state: 'waitlisted' })];
    const decision = decideDecisionTime(paid, live, AT);
    expect(decision.offering).toEqual({
      actions: ['postpone'],
      state: 'postponed',
      schedule: null,
      plannedSchedule: null,
      heldAnyway: false,
    });
    expect(short(decision.steps)).toEqual([
      [2, 'lapse_payment', 'cancelled_unpaid N1'],
      [1, 'postpone', 'postponed 5'],
      [3, 'postpone', 'postponed 5'],
      [4, 'postpone', 'postponed 5'],
    ]);
    expect(decision.steps.slice(1).every((s) => s.from === s.to)).toBe(true);
  });

  test('A requests that wait or await the exam do not count at the decision', () => {
    const live = [sure(1), requestFacts(2, { state: 'awaiting_exam' }), requestFacts(3, { state: 'awaiting_exam' })];
    expect(decideDecisionTime(paid, live, AT).offering?.state).toBe('postponed');
  });

  test('5 an offering nobody asked for is postponed without a message', () => {
    expect(decideDecisionTime(offeringFacts(), [], AT)).toMatchObject({ offering: { state: 'postponed' }, steps: [] });
  });

  test('5 a worker that was stopped decides the same, later', () => {
    const live = [sure(1), billed(2, paid)];
    expect(decideDecisionTime(paid, live, plusMs(STARTS, DAY_MS))).toEqual(decideDecisionTime(paid, live, AT));
  });
});

describe('5+N2 the new date was fixed beforehand', () => {
  const planned = scheduleFrom(plusMs(STARTS, 14 * DAY_MS), { paid: true, exam: false });

  test('5+N2 one message says both, and the offering opens again with the next date-version', () => {
    const decision = decideDecisionTime({ ...paid, plannedSchedule: planned }, [sure(1), billed(2, paid)], AT);
    expect(decision.offering).toMatchObject({
      actions: ['postpone', 'set_new_date'],
      state: 'gathering',
      schedule: planned,
      plannedSchedule: null,
      dateVersion: 2,
    });
    expect(short(decision.steps)).toEqual([
      [2, 'lapse_payment', 'cancelled_unpaid N1'],
      [1, 'carry_over', 'postponed_new_date 5+N2'],
    ]);
  });

  test('N a date whose intake is closed by then is not used: clause 5 alone', () => {
    const o = { ...paid, plannedSchedule: planned };
    expect(decideDecisionTime(o, [sure(1)], justBefore(planned.intakeClosesAt)).offering?.state).toBe('gathering');
    expect(decideDecisionTime(o, [sure(1)], planned.intakeClosesAt).offering?.state).toBe('postponed');
  });
});

describe('N1 with the setting to keep unpaid requests', () => {
  test('N1 postponed: they stay and their bills are suspended', () => {
    const { steps } = decideDecisionTime(paid, [sure(1), billed(2, paid)], AT, KEEP);
    expect(short(steps)).toEqual([
      [1, 'postpone', 'postponed 5'],
      [2, 'postpone', 'postponed 5'],
    ]);
    expect(steps.map((s) => s.bill?.kind)).toEqual([undefined, 'suspend']);
  });

  test('N1 held: they are cancelled all the same', () => {
    const { steps } = decideDecisionTime(paid, [sure(1), sure(2), billed(3, paid)], AT, KEEP);
    expect(short(steps)).toEqual([[3, 'lapse_payment', 'cancelled_unpaid N1']]);
  });

  test('5+N2, D with a planned date their bills open again until its decision', () => {
    const planned = scheduleFrom(plusMs(STARTS, 14 * DAY_MS), { paid: true, exam: false });
    const { steps } = decideDecisionTime({ ...paid, plannedSchedule: planned }, [sure(1), billed(2, paid)], AT, KEEP);
    expect(short(steps).at(-1)).toEqual([2, 'reopen_bill', 'pay 7.1']);
    expect(steps.at(-1)?.bill).toEqual({ kind: 'reopen', payBefore: planned.decisionAt });
  });
});

test('B no decision is due but for an offering that gathers or admits', () => {
  const due = OFFERING_STATES.filter((state) => {
    try {
      decideDecisionTime(offeringFacts({ state }), [], AT);
      return true;
    } catch {
      return false;
    }
  });
  expect(due).toEqual(['gathering', 'admitting']);
});
