import { describe, expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import type { ApplicationFacts, OfferingFacts } from '#procedure/lifecycle/decision.ts';
import { APPLICATION_STATES } from '#procedure/lifecycle/states.ts';
import {
  billed,
  COURSE_FEE,
  decisionOf,
  justBefore,
  NOW,
  offeringFacts,
  requestFacts,
  STARTS,
  short,
} from '#test/procedure/facts.ts';
import { admit, admitWithoutExam } from '../lifecycle/admission.ts';
import { decideExamResult } from '../placement/result.ts';
import {
  decideReductionAsked,
  decideReductionRefused,
  decideWaiver,
  dueOf,
  isFreeFor,
  mayReduce,
  REDUCIBLE_STATES,
} from './waiver.ts';

const o = offeringFacts({ state: 'admitting', fee: COURSE_FEE, active: 2 });
const exam = offeringFacts({ state: 'admitting', fee: COURSE_FEE, examNeeded: true, active: 2 });
const DEADLINE = o.schedule?.decisionAt ?? STARTS;
const asks = (over: Partial<ApplicationFacts> = {}) => requestFacts(1, { fee: COURSE_FEE, ...over });
const owes = (over: Partial<ApplicationFacts> = {}) => billed(1, o, { fee: COURSE_FEE, ...over });
const HALF = fils(7750);
const reduce = (offering: OfferingFacts, a: ApplicationFacts, waived: number = HALF, now = NOW) =>
  decideWaiver(offering, a, fils(waived), now);
const stepOf = (...args: Parameters<typeof reduce>) => {
  const decided = reduce(...args);
  return decided.ok ? decided.value.steps[0] : decided.error.code;
};

describe('H5 before the payment number is given', () => {
  test.each(['waiting_minimum', 'waitlisted', 'awaiting_exam'] as const)(
    'H5 a request in %s keeps its state, and nothing is sent',
    (state) => {
      expect(stepOf(o, asks({ state }))).toMatchObject({
        action: 'reduce_fee',
        from: state,
        to: state,
        sms: [],
        waiver: { before: 0, after: HALF },
        reduction: 'granted',
      });
    },
  );

  test('7.1 the payment number will ask for the rest', () => {
    expect(short([admit(o, asks({ waived: HALF }), NOW)])).toEqual([[1, 'admit_bill', 'pay 7.1']]);
    expect(dueOf({ fee: COURSE_FEE, waived: HALF })).toBe(7750);
  });

  test.each<[string, OfferingFacts, Partial<ApplicationFacts>, unknown]>([
    ['6.1 nothing needed', o, {}, ['admit_confirm', 'approved_free_full 6.1']],
    ['6.2 an earlier pass', exam, { hasPass: true }, ['admit_confirm', 'approved_free_prior_pass_full 6.2']],
    ['6.2 an accepted proof', exam, { proof: 'accepted' }, ['admit_confirm', 'approved_free_proof_full 6.2']],
    ['6.3 neither', exam, {}, ['admit_exam', 'exam_link 6.3']],
  ])('%s: with all of the fee waived the request goes the way of a free course', (_, offering, over, expected) => {
    const [one] = short([admit(offering, asks({ ...over, waived: COURSE_FEE }), NOW)]);
    expect(one?.slice(1)).toEqual(expected);
  });

  test('6.3.1 and 6.3.2 follow for whoever owes nothing, 7.3.1 and 7.3.2 for whoever owes a part', () => {
    const result = (waived: number, verdict: 'pass' | 'fail') =>
      decisionOf(decideExamResult(exam, asks({ state: 'awaiting_exam', waived: fils(waived) }), verdict, [], NOW))
        .steps[0];
    expect(result(COURSE_FEE, 'pass')).toMatchObject({ to: 'confirmed', clause: '6.3.1' });
    expect(result(COURSE_FEE, 'fail')).toMatchObject({ to: 'rejected', clause: '6.3.2' });
    expect(result(HALF, 'pass')).toMatchObject({ to: 'awaiting_payment', clause: '7.3.1' });
    expect(result(HALF, 'fail')).toMatchObject({ to: 'rejected', clause: '7.3.2' });
    const proven = asks({ state: 'awaiting_exam', proof: 'accepted', waived: COURSE_FEE });
    expect(admitWithoutExam(exam, proven)).toMatchObject({ to: 'confirmed', clause: '6.2' });
  });

  test('6 a free course is free for everybody, and nothing waived is not all waived', () => {
    expect(isFreeFor({ fee: fils(0) }, { fee: fils(0), waived: fils(0) })).toBe(true);
    expect(isFreeFor({ fee: COURSE_FEE }, { fee: fils(0), waived: fils(0) })).toBe(false);
    expect(isFreeFor({ fee: COURSE_FEE }, { fee: COURSE_FEE, waived: fils(COURSE_FEE - 1) })).toBe(false);
  });
});

describe('H5, 7.1 while the payment number is open', () => {
  test('7.1 it closes and opens again in the same instant for the rest, and the person is told', () => {
    expect(stepOf(o, owes())).toMatchObject({
      action: 'reduce_fee',
      to: 'awaiting_payment',
      clause: null,
      sms: [{ template: 'pay_reduced', clause: null }],
      bill: { kind: 'reprice', amount: COURSE_FEE - HALF },
    });
  });

  test.each<[string, OfferingFacts, Partial<ApplicationFacts>, string, string | null]>([
    ['6.1 nothing needed', o, {}, 'approved_free_full', '6.1'],
    ['6.2 the exam is passed', exam, { hasPass: true }, 'approved_free_prior_pass_full', '6.2'],
    ['6.2 a proof is accepted', exam, { proof: 'accepted' }, 'approved_free_proof_full', '6.2'],
  ])(
    '%s: with all of it waived the number closes and the booking is confirmed',
    (_, offering, over, template, clause) => {
      expect(stepOf(offering, owes(over), COURSE_FEE)).toMatchObject({
        action: 'waive_confirm',
        to: 'confirmed',
        clause,
        sms: [{ template, clause }],
        bill: { kind: 'close' },
        waiver: { before: 0, after: COURSE_FEE },
      });
    },
  );

  test('5, N2 while the course is postponed nothing is sent: the new date or the number that opens again says it', () => {
    const postponed = { ...o, state: 'postponed' as const, schedule: null };
    const suspended = owes({ bill: { state: 'suspended', amount: COURSE_FEE, payBefore: DEADLINE } });
    expect(stepOf(postponed, suspended)).toMatchObject({ sms: [], bill: { kind: 'reprice' } });
    expect(stepOf(postponed, suspended, COURSE_FEE)).toMatchObject({ to: 'confirmed', clause: null, sms: [] });
  });

  test('N1 not at the deadline any more, but until the millisecond before it', () => {
    expect(stepOf(o, owes(), HALF, justBefore(DEADLINE))).toMatchObject({ action: 'reduce_fee' });
    expect(stepOf(o, owes(), HALF, DEADLINE)).toBe('deadline_past');
  });
});

describe('H5 what is refused', () => {
  test('H5 a reduction only grows, and never beyond the fee', () => {
    const some = owes({ waived: HALF });
    expect(stepOf(o, some, HALF)).toBe('waiver_not_more');
    expect(stepOf(o, some, HALF - 1)).toBe('waiver_not_more');
    expect(stepOf(o, some, HALF + 1)).toMatchObject({ waiver: { before: HALF, after: HALF + 1 } });
    expect(stepOf(o, some, COURSE_FEE + 1)).toBe('waiver_beyond_fee');
    expect(stepOf(offeringFacts(), requestFacts(1))).toBe('no_fee');
  });

  test('H5 only while nothing is paid: every other state is refused, for asking and for refusing too', () => {
    for (const state of APPLICATION_STATES) {
      const may = REDUCIBLE_STATES.some((one) => one === state);
      expect([state, mayReduce(asks({ state }))]).toEqual([state, may]);
      for (const decide of [decideReductionAsked, decideReductionRefused]) {
        expect([state, decide(asks({ state })).ok]).toEqual([state, may]);
      }
      if (!may) expect(stepOf(o, asks({ state }))).toBe('not_allowed_in_state');
    }
    expect(decideReductionAsked(requestFacts(1)).ok).toBe(false);
  });

  test('H5 asking and refusing change no state and send nothing', () => {
    const [asked, refused] = [decideReductionAsked(asks()), decideReductionRefused(asks())];
    expect(asked).toMatchObject({ value: { steps: [{ action: 'ask_reduction', sms: [], reduction: 'asked' }] } });
    expect(refused).toMatchObject({
      value: { steps: [{ action: 'refuse_reduction', sms: [], reduction: 'refused' }] },
    });
  });
});
