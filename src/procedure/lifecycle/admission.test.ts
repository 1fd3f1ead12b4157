import { describe, expect, test } from 'vitest';
import { err } from '#kernel/result.ts';
import { plusMs } from '#kernel/time.ts';
import { COURSE_FEE, codeOf, justBefore, NOW, offeringFacts, requestFacts, short } from '#test/procedure/facts.ts';
import {
  admit,
  admitWithoutExam,
  decideMinimumReached,
  decideStaffEntry,
  decideSubmission,
  promote,
  renewExam,
} from './admission.ts';
import type { ApplicationFacts, OfferingFacts } from './decision.ts';

const newcomer = (over: Partial<ApplicationFacts> = {}): ApplicationFacts => requestFacts(1, { state: null, ...over });
const listed = (order: number, over: Partial<ApplicationFacts> = {}): ApplicationFacts =>
  requestFacts(order, { state: 'waitlisted', ...over });
const free = offeringFacts({ state: 'admitting' });
const freeExam = offeringFacts({ state: 'admitting', examNeeded: true });
const paid = offeringFacts({ state: 'admitting', fee: COURSE_FEE });
const paidExam = offeringFacts({ state: 'admitting', fee: COURSE_FEE, examNeeded: true });

describe('the table: what happens when the turn has come', () => {
  const plain = requestFacts(1);
  const pass = requestFacts(1, { hasPass: true });
  const proven = requestFacts(1, { proof: 'accepted' });
  test.each<[string, OfferingFacts, ApplicationFacts, string, string, string]>([
    ['6.1 free, nothing needed', free, plain, 'admit_confirm', 'confirmed', 'approved_free_full 6.1'],
    ['6.2 free, earlier pass', freeExam, pass, 'admit_confirm', 'confirmed', 'approved_free_prior_pass_full 6.2'],
    ['6.2 free, accepted proof', freeExam, proven, 'admit_confirm', 'confirmed', 'approved_free_proof_full 6.2'],
    ['6.3 free, neither', freeExam, plain, 'admit_exam', 'awaiting_exam', 'exam_link 6.3'],
    ['7.1 paid, nothing needed', paid, plain, 'admit_bill', 'awaiting_payment', 'pay 7.1'],
    ['7.2 paid, earlier pass', paidExam, pass, 'admit_bill', 'awaiting_payment', 'pay_prior_pass 7.2'],
    ['7.2 paid, accepted proof', paidExam, proven, 'admit_bill', 'awaiting_payment', 'pay_proof 7.2'],
    ['7.3 paid, neither', paidExam, plain, 'admit_exam', 'awaiting_exam', 'exam_link 7.3'],
  ])('%s', (_, offering, request, action, to, message) => {
    const step = admit(offering, request, NOW);
    expect(short([step])).toEqual([[1, action, message]]);
    expect(step.to).toBe(to);
    expect(step.clause).toBe(message.split(' ')[1]);
  });

  test('7.1 the payment number is valid until the decision time', () => {
    expect(admit(paid, plain, NOW).bill).toEqual({ kind: 'open', payBefore: paid.schedule?.decisionAt });
  });

  test('7.3 the exam link names the exam deadline and no bill is opened', () => {
    const step = admit(paidExam, plain, NOW);
    expect(step.exam).toEqual({ opensAt: null, deadline: paidExam.schedule?.examDeadline });
    expect(step.bill).toBeUndefined();
  });

  test('B5 nobody is admitted while there is no date', () => {
    expect(() => admit(offeringFacts({ schedule: null }), plain, NOW)).toThrow('no date');
    expect(() => admitWithoutExam(offeringFacts({ schedule: null }), plain)).toThrow('no date');
  });
});

describe('6.3.2 a retake wait', () => {
  const deadline = freeExam.schedule?.examDeadline ?? NOW;

  test('6.3 that ends a millisecond before the exam deadline: the link opens then', () => {
    const step = admit(freeExam, requestFacts(1, { retakeFrom: justBefore(deadline) }), NOW);
    expect(short([step])).toEqual([[1, 'admit_exam', 'exam_link_from 6.3']]);
    expect(step.exam?.opensAt).toEqual(justBefore(deadline));
  });

  test('6.3.2 that ends at the exam deadline leaves no time: treated as failed', () => {
    const step = admit(freeExam, requestFacts(1, { retakeFrom: deadline }), NOW);
    expect(short([step])).toEqual([[1, 'admit_refuse', 'exam_fail 6.3.2']]);
    expect(step).toMatchObject({ to: 'rejected', reason: 'exam_failed' });
  });

  test('7.3.2 the same for a paid course', () => {
    const late = requestFacts(1, { retakeFrom: paidExam.schedule?.decisionAt ?? null });
    expect(short([admit(paidExam, late, NOW)])).toEqual([[1, 'admit_refuse', 'exam_fail 7.3.2']]);
    expect(short([renewExam(paidExam, { ...late, state: 'awaiting_exam' }, NOW)])).toEqual([
      [1, 'fail', 'exam_fail 7.3.2'],
    ]);
  });

  test('6.3.2, 7.3.2 who used the last attempt while waiting is treated as failed, and gets no link', () => {
    const used = requestFacts(1, { attemptsUsed: true });
    expect(short([admit(freeExam, used, NOW)])).toEqual([[1, 'admit_refuse', 'exam_fail 6.3.2']]);
    expect(short([renewExam(paidExam, { ...used, state: 'awaiting_exam' }, NOW)])).toEqual([
      [1, 'fail', 'exam_fail 7.3.2'],
    ]);
    expect(short([admit(freeExam, { ...used, proof: 'accepted' }, NOW)])).toEqual([
      [1, 'admit_confirm', 'approved_free_proof_full 6.2'],
    ]);
  });

  test('6.3 that is over at this moment is no wait', () => {
    expect(admit(freeExam, requestFacts(1, { retakeFrom: NOW }), NOW).exam?.opensAt).toBeNull();
  });
});

describe('4 a new request', () => {
  const stepsOf = (o: OfferingFacts, a = newcomer(), now = NOW) => {
    const result = decideSubmission(o, a, now);
    return result.ok ? short(result.value.steps) : result.error.code;
  };

  test('4 waits for the minimum and is told that it was received', () => {
    expect(stepsOf(offeringFacts({ min: 3, active: 1 }))).toEqual([[1, 'submit', 'received null']]);
  });

  test('6 completes the minimum: it gets its clause and no «received»', () => {
    const result = decideSubmission(offeringFacts({ active: 1 }), newcomer(), NOW);
    expect(result).toMatchObject({ ok: true, value: { reachesMinimum: true } });
    expect(stepsOf(offeringFacts({ active: 1 }))).toEqual([[1, 'submit']]);
  });

  test('6.1 a later applicant is processed at once', () => {
    expect(stepsOf({ ...free, active: 2 })).toEqual([
      [1, 'submit'],
      [1, 'admit_confirm', 'approved_free_full 6.1'],
    ]);
  });

  test('C also when drop-outs have brought the count below the minimum again', () => {
    expect(stepsOf({ ...free, active: 0 })).toEqual([
      [1, 'submit'],
      [1, 'admit_confirm', 'approved_free_full 6.1'],
    ]);
  });

  test('E beyond the maximum it is wait-listed and told so, or refused where there is no list', () => {
    expect(stepsOf({ ...free, active: 3 })).toEqual([[1, 'join_waiting_list', 'waitlisted null']]);
    expect(stepsOf({ ...free, active: 3, waitingListOpen: false })).toBe('full');
    expect(stepsOf({ ...free, active: 2, waitingListOpen: false })).toHaveLength(2);
  });

  test('L is taken in a millisecond before the intake closes, and refused at that moment', () => {
    const closes = free.schedule?.intakeClosesAt ?? NOW;
    expect(stepsOf(free, newcomer(), justBefore(closes))).toHaveLength(2);
    expect(stepsOf(free, newcomer(), closes)).toBe('intake_closed');
  });

  test('6.3.2 is refused within the retake wait, with the date, unless an earlier pass counts', () => {
    const until = plusMs(NOW, 1);
    expect(decideSubmission(freeExam, newcomer({ retakeFrom: until }), NOW)).toEqual(
      err({ code: 'retake_wait', until }),
    );
    expect(stepsOf(freeExam, newcomer({ retakeFrom: NOW }))).toHaveLength(2);
    expect(stepsOf(freeExam, newcomer({ retakeFrom: until, hasPass: true }))).toHaveLength(2);
    expect(stepsOf(free, newcomer({ retakeFrom: until }))).toHaveLength(2);
  });

  test('6.3.2 is refused when every attempt was used, unless an earlier pass counts or no exam is needed', () => {
    expect(stepsOf(freeExam, newcomer({ attemptsUsed: true }))).toBe('attempts_used');
    expect(stepsOf(freeExam, newcomer({ attemptsUsed: true, hasPass: true }))).toHaveLength(2);
    expect(stepsOf(free, newcomer({ attemptsUsed: true }))).toHaveLength(2);
  });
});

describe('L staff add people after the intake has closed', () => {
  const decisionAt = paid.schedule?.decisionAt ?? NOW;

  test('L until the millisecond before the decision, not at it', () => {
    expect(codeOf(decideStaffEntry(paid, newcomer(), justBefore(decisionAt)))).toBe('ok');
    expect(codeOf(decideStaffEntry(paid, newcomer(), decisionAt))).toBe('intake_closed');
  });

  test('L not while there is no date, nor once it is decided', () => {
    expect(codeOf(decideStaffEntry({ ...paid, state: 'postponed', schedule: null }, newcomer(), NOW))).toBe(
      'intake_closed',
    );
    expect(codeOf(decideStaffEntry({ ...paid, state: 'confirmed' }, newcomer(), NOW))).toBe('intake_closed');
  });

  test('N whom staff admit after the exam deadline may sit until the decision', () => {
    const result = decideStaffEntry(paidExam, newcomer(), paidExam.schedule?.examDeadline ?? NOW);
    expect(result.ok && result.value.steps[1]?.exam?.deadline).toEqual(paidExam.schedule?.decisionAt);
  });
});

describe('6/7 the minimum is reached', () => {
  test('6 all who wait are processed in one batch, in order', () => {
    const decision = decideMinimumReached(offeringFacts({ active: 2 }), [requestFacts(1), requestFacts(2)], [], NOW);
    expect(decision.offering).toEqual({ actions: ['reach_minimum'], state: 'admitting' });
    expect(short(decision.steps).map((s) => s.slice(0, 2))).toEqual([
      [1, 'admit_confirm'],
      [2, 'admit_confirm'],
    ]);
  });

  test('D an exam link of an earlier date goes out again, one of this date does not', () => {
    const old = requestFacts(1, { state: 'awaiting_exam', examLinkVersion: 1 });
    const told = requestFacts(2, { state: 'awaiting_exam', examLinkVersion: 2 });
    const o = offeringFacts({ examNeeded: true, active: 3, dateVersion: 2 });
    const { steps } = decideMinimumReached(o, [old, told, requestFacts(3)], [], NOW);
    expect(short(steps)).toEqual([
      [1, 'renew_exam', 'exam_link 6.3'],
      [3, 'admit_exam', 'exam_link 6.3'],
    ]);
  });

  test('E a refusal in the batch frees a seat for the first of the waiting list', () => {
    const waits = requestFacts(1, { retakeFrom: freeExam.schedule?.startsAt ?? null });
    const o = offeringFacts({ examNeeded: true, active: 2, max: 2 });
    const { steps } = decideMinimumReached(o, [waits, requestFacts(2)], [listed(3), listed(4)], NOW);
    expect(short(steps).map((s) => s.slice(0, 2))).toEqual([
      [1, 'admit_refuse'],
      [2, 'admit_exam'],
      [3, 'promote'],
      [3, 'admit_exam'],
    ]);
  });
});

describe('E freed seats', () => {
  const gone = {
    application: requestFacts(9).id,
    action: 'withdraw',
    from: 'confirmed',
    to: 'withdrawn',
    clause: null,
    sms: [],
  } as const;
  const full = { ...free, active: 3 };

  test('E go to the first of the list, one for each seat, processed at once', () => {
    expect(short(promote(full, [gone], [listed(1), listed(2)], NOW))).toEqual([
      [1, 'promote'],
      [1, 'admit_confirm', 'approved_free_full 6.1'],
    ]);
    expect(promote(full, [], [listed(1)], NOW)).toEqual([]);
  });

  test('E are passed on by who is refused at once', () => {
    const o = { ...freeExam, active: 3 };
    const first = listed(1, { retakeFrom: o.schedule?.startsAt ?? null });
    expect(short(promote(o, [gone], [first, listed(2)], NOW)).map((s) => s.slice(0, 2))).toEqual([
      [1, 'promote'],
      [1, 'admit_refuse'],
      [2, 'promote'],
      [2, 'admit_exam'],
    ]);
  });

  test('E stay free from the moment the intake closes', () => {
    const closes = free.schedule?.intakeClosesAt ?? NOW;
    expect(promote(full, [gone], [listed(1)], justBefore(closes))).toHaveLength(2);
    expect(promote(full, [gone], [listed(1)], closes)).toEqual([]);
  });
});
