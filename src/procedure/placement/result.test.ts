import { describe, expect, test } from 'vitest';
import type { OfferingFacts } from '#procedure/lifecycle/decision.ts';
import { APPLICATION_STATES } from '#procedure/lifecycle/states.ts';
import {
  COURSE_FEE,
  codeOf,
  decisionOf,
  justBefore,
  NOW,
  offeringFacts,
  requestFacts,
  short,
} from '#test/procedure/facts.ts';
import { decideExamResult, decidePassElsewhere } from './result.ts';

const free = offeringFacts({ state: 'admitting', examNeeded: true, active: 3 });
const paid = offeringFacts({ state: 'admitting', examNeeded: true, fee: COURSE_FEE, active: 3 });
const postponed: OfferingFacts = { ...free, state: 'postponed', schedule: null };
const sitting = requestFacts(1, { state: 'awaiting_exam', examLinkVersion: 1 });
const listed = requestFacts(4, { state: 'waitlisted' });
const result = (o: OfferingFacts, r: 'pass' | 'fail', now = NOW) =>
  decisionOf(decideExamResult(o, sitting, r, [listed], now)).steps;

describe('the exam is passed', () => {
  test('6.3.1 free: approved and confirmed', () => {
    expect(short(result(free, 'pass'))).toEqual([[1, 'pass_confirm', 'exam_pass_free_full 6.3.1']]);
  });

  test('7.3.1 not free: the payment number, until the decision time', () => {
    expect(short(result(paid, 'pass'))).toEqual([[1, 'pass_bill', 'pay_exam_pass 7.3.1']]);
    expect(result(paid, 'pass')[0]?.bill).toEqual({ kind: 'open', payBefore: paid.schedule?.decisionAt });
  });

  test('B5, D while there is no date, or the minimum is waited for again, the pass is kept and the request waits', () => {
    expect(short(result(postponed, 'pass'))).toEqual([[1, 'pass_wait']]);
    expect(short(result({ ...free, state: 'gathering' }, 'pass'))).toEqual([[1, 'pass_wait']]);
  });
});

describe('the exam is failed', () => {
  test.each([
    ['6.3.2', free],
    ['7.3.2', paid],
  ] as const)('%s closed with the reason, the seat goes to the first of the list', (clause, o) => {
    const steps = result(o, 'fail');
    expect(short(steps)[0]).toEqual([1, 'fail', `exam_fail ${clause}`]);
    expect(steps[0]).toMatchObject({ to: 'rejected', reason: 'exam_failed', clause });
    expect(short(steps).slice(1)).toEqual([
      [4, 'promote'],
      [4, 'admit_exam', `exam_link ${clause.slice(0, 3)}`],
    ]);
  });

  test('E the seat stays free once the intake is closed, and while there is no date', () => {
    const closes = free.schedule?.intakeClosesAt ?? NOW;
    expect(result(free, 'fail', justBefore(closes))).toHaveLength(3);
    expect(result(free, 'fail', closes)).toHaveLength(1);
    expect(result(postponed, 'fail')).toHaveLength(1);
  });
});

test('6.3 only a request that awaits the exam has a result', () => {
  const may = APPLICATION_STATES.filter(
    (state) => codeOf(decideExamResult(free, { ...sitting, state }, 'pass', [], NOW)) === 'ok',
  );
  expect(may).toEqual(['awaiting_exam']);
  expect(codeOf(decideExamResult(free, { ...sitting, state: null }, 'fail', [], NOW))).toBe('not_allowed_in_state');
});

describe('6.3.2 a pass settles the person’s other requests for the same exam', () => {
  test('6.2/7.2 as an earlier pass', () => {
    expect(short(decidePassElsewhere(free, sitting))).toEqual([
      [1, 'prove_confirm', 'approved_free_prior_pass_full 6.2'],
    ]);
    expect(short(decidePassElsewhere(paid, sitting))).toEqual([[1, 'prove_bill', 'pay_prior_pass 7.2']]);
    expect(short(decidePassElsewhere(postponed, sitting))).toEqual([[1, 'pass_wait']]);
  });

  test('6.2 who waits needs no step: the pass counts when the turn comes', () => {
    expect(decidePassElsewhere(free, requestFacts(1))).toEqual([]);
  });
});
