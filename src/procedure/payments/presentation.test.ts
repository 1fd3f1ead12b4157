import { expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import { plusMs } from '#kernel/time.ts';
import { type BillFacts, checkInquiry, decidePresentation } from './presentation.ts';

const OPENED = new Date('2027-01-03T09:00:00Z');
const DEADLINE = new Date('2027-01-12T09:00:00Z');
const bill = (over: Partial<BillFacts> = {}): BillFacts => ({
  state: 'open',
  due: fils(15_500),
  openedAt: OPENED,
  payBefore: DEADLINE,
  ...over,
});
const EXPECTED = { serviceType: 'CourseFees', numbersMustMatch: true };
const asked = (over: object = {}) => ({
  billingNumber: '7700012342',
  billNumber: '7700012342',
  serviceType: 'CourseFees',
  ...over,
});

test('7.1, N1 a bill is payable from the instant it opens until its deadline, and not at it', () => {
  expect(decidePresentation(bill(), plusMs(OPENED, -1))).toBe('not_open');
  expect(decidePresentation(bill(), OPENED)).toBe('payable');
  expect(decidePresentation(bill(), plusMs(DEADLINE, -1))).toBe('payable');
  expect(decidePresentation(bill(), DEADLINE)).toBe('closed');
});

test('7.4 a paid bill says so, also after its deadline; a closed, suspended or waived one says so', () => {
  expect(decidePresentation(bill({ state: 'paid' }), plusMs(DEADLINE, 1))).toBe('paid');
  expect(decidePresentation(bill({ state: 'closed' }), OPENED)).toBe('closed');
  expect(decidePresentation(bill({ state: 'suspended' }), plusMs(DEADLINE, 1))).toBe('suspended');
  expect(decidePresentation(bill({ due: fils(0) }), OPENED)).toBe('nothing_due');
  expect(decidePresentation(undefined, OPENED)).toBe('unknown');
});

test('7.1 an inquiry is checked before any bill is looked for', () => {
  expect(checkInquiry(asked(), EXPECTED)).toBeNull();
  expect(checkInquiry(asked({ serviceType: 'COURSEFEES' }), EXPECTED)).toBeNull();
  expect(checkInquiry(asked({ serviceType: undefined }), EXPECTED)).toBeNull();
  expect(checkInquiry(asked({ serviceType: 'TopUp' }), EXPECTED)).toBe('wrong_service');
  expect(checkInquiry(asked({ billNumber: '1' }), EXPECTED)).toBe('numbers_differ');
  expect(checkInquiry(asked({ billNumber: '1' }), { ...EXPECTED, numbersMustMatch: false })).toBeNull();
  const slip = { billingNumber: '7700012343', billNumber: '7700012343' };
  expect(checkInquiry(asked(slip), EXPECTED)).toBe('unknown');
});
