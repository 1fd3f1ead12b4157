import { describe, expect, test } from 'vitest';
import type { ApplicationFacts, OfferingFacts } from '#procedure/lifecycle/decision.ts';
import { APPLICATION_STATES, isLive } from '#procedure/lifecycle/states.ts';
import { COURSE_FEE, codeOf, decisionOf, offeringFacts, requestFacts, short } from '#test/procedure/facts.ts';
import { decideProofVerdict, proofStands } from './proof.ts';

const admitting = offeringFacts({ state: 'admitting', examNeeded: true });
const paid = offeringFacts({ state: 'admitting', examNeeded: true, fee: COURSE_FEE });
const postponed = offeringFacts({ state: 'postponed', schedule: null, examNeeded: true });
const handedIn = (state: ApplicationFacts['state'], over: Partial<ApplicationFacts> = {}): ApplicationFacts =>
  requestFacts(1, { state, proof: 'pending', examLinkVersion: state === 'awaiting_exam' ? 1 : null, ...over });
const verdict = (o: OfferingFacts, a: ApplicationFacts, v: 'accept' | 'refuse') =>
  short(decisionOf(decideProofVerdict(o, a, v)).steps);

describe('H3 a proof is accepted', () => {
  test.each(['waiting_minimum', 'waitlisted'] as const)(
    'H3 while %s: told, and treated as a pass when the time comes',
    (state) => {
      expect(verdict(admitting, handedIn(state), 'accept')).toEqual([[1, 'accept_proof', 'proof_accepted null']]);
    },
  );

  test('6.2 after the exam link went out: the exam is closed and the booking confirmed', () => {
    expect(verdict(admitting, handedIn('awaiting_exam'), 'accept')).toEqual([
      [1, 'accept_proof'],
      [1, 'prove_confirm', 'approved_free_proof_full 6.2'],
    ]);
  });

  test('7.2 the same for a paid course: the payment number', () => {
    const { steps } = decisionOf(decideProofVerdict(paid, handedIn('awaiting_exam'), 'accept'));
    expect(short(steps).at(-1)).toEqual([1, 'prove_bill', 'pay_proof 7.2']);
    expect(steps.at(-1)?.bill).toEqual({ kind: 'open', payBefore: paid.schedule?.decisionAt });
  });

  test('H3, B5 while there is no date: it waits without the exam', () => {
    expect(verdict(postponed, handedIn('awaiting_exam'), 'accept')).toEqual([
      [1, 'accept_proof', 'proof_accepted null'],
      [1, 'pass_wait'],
    ]);
  });

  test('H3 nothing more follows for who needs it no more', () => {
    expect(verdict(admitting, handedIn('confirmed'), 'accept')).toEqual([[1, 'accept_proof']]);
    expect(verdict(paid, handedIn('awaiting_payment'), 'accept')).toEqual([[1, 'accept_proof']]);
  });
});

describe('H3 a proof is refused', () => {
  test('H3 while waiting: told; the link will follow', () => {
    expect(verdict(admitting, handedIn('waiting_minimum'), 'refuse')).toEqual([
      [1, 'refuse_proof', 'proof_rejected null'],
    ]);
  });

  test('6.3 the exam link of this date stands: the reminder of it carries no clause', () => {
    expect(verdict(admitting, handedIn('awaiting_exam'), 'refuse')).toEqual([
      [1, 'refuse_proof', 'proof_rejected_exam null'],
    ]);
  });

  test('6.3/7.3 the link of an earlier date: the refusal takes the place of the exam link', () => {
    const old = handedIn('awaiting_exam', { examLinkVersion: 1 });
    expect(verdict({ ...admitting, dateVersion: 2 }, old, 'refuse')[0]?.[2]).toBe('proof_rejected_exam 6.3');
    expect(verdict({ ...paid, dateVersion: 2 }, old, 'refuse')[0]?.[2]).toBe('proof_rejected_exam 7.3');
  });

  test.each(['gathering', 'postponed'] as const)(
    'H3 while the offering is %s no exam is due: as for one that waits',
    (state) => {
      const o = offeringFacts({ state, examNeeded: true, dateVersion: 2 });
      expect(verdict(o, handedIn('awaiting_exam'), 'refuse')).toEqual([[1, 'refuse_proof', 'proof_rejected null']]);
    },
  );

  test('H3 who is past the exam is not told', () => {
    expect(verdict(admitting, handedIn('confirmed'), 'refuse')).toEqual([[1, 'refuse_proof']]);
  });
});

test('H3 a proof that stands until a day stands on that day, and without a day for ever', () => {
  expect(['2027-06-29', '2027-06-30', '2027-07-01'].map((today) => proofStands('2027-06-30', today))).toEqual([
    true,
    true,
    false,
  ]);
  expect(proofStands(null, '2099-12-31')).toBe(true);
});

test('M the same verdict again changes nothing; another one does', () => {
  expect(verdict(admitting, handedIn('waiting_minimum', { proof: 'accepted' }), 'accept')).toEqual([]);
  expect(verdict(admitting, handedIn('waiting_minimum', { proof: 'refused' }), 'refuse')).toEqual([]);
  expect(verdict(admitting, handedIn('waiting_minimum', { proof: 'refused' }), 'accept')).toHaveLength(1);
});

test('H3 only live requests are judged', () => {
  const may = APPLICATION_STATES.filter((s) => codeOf(decideProofVerdict(admitting, handedIn(s), 'accept')) === 'ok');
  expect(may).toEqual(APPLICATION_STATES.filter(isLive));
  expect(codeOf(decideProofVerdict(admitting, handedIn(null), 'accept'))).toBe('not_allowed_in_state');
});
