import { expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import { plusMs } from '#kernel/time.ts';
import { agrees, doubtAbout, isSamePayment, LENIENT, type NoticeFacts, refuseIntake } from './notice.ts';

const NOW = new Date('2027-01-03T09:00:00Z');
const notice = (over: Partial<NoticeFacts> = {}): NoticeFacts => ({
  billingNumber: '7700012342',
  billNumber: '7700012342',
  paid: fils(15_500),
  currency: 'JOD',
  status: 'PmtNew',
  processedAt: NOW,
  ...over,
});
const facts = { billAmount: fils(15_500), guidIsUsed: false, toldAt: NOW };
const STRICT = { refusesUnmatched: true, refusesWrongAmount: true, refusesFuture: true, refusesReplayedGuid: true };

test('H money is doubted for its numbers, its status or its currency, and told why', () => {
  for (const over of [{}, { status: null }, { status: 'PMTCOMPLT' }, { currency: null }, { currency: 'jod' }]) {
    expect(doubtAbout(notice(over))).toBeNull();
  }
  expect(doubtAbout(notice({ billNumber: '1' }))).toEqual({ about: 'BillNo', said: '1' });
  expect(doubtAbout(notice({ status: 'PmtMisMatch' }))).toEqual({ about: 'PmtStatus', said: 'PmtMisMatch' });
  expect(doubtAbout(notice({ currency: 'USD' }))).toEqual({ about: 'Currency', said: 'USD' });
});

test('H the same payment again tells the same amount, bill and kind of status', () => {
  const first = notice();
  expect(isSamePayment(first, notice({ status: 'PmtComplt' }))).toBe(true);
  expect(isSamePayment(first, notice({ paid: fils(1) }))).toBe(false);
  expect(isSamePayment(first, notice({ billingNumber: '1' }))).toBe(false);
  expect(isSamePayment(first, notice({ status: 'PmtMisMatch' }))).toBe(false);
});

test('H by default no money is refused, whatever it says', () => {
  const odd = notice({ paid: fils(1), processedAt: plusMs(NOW, 1000) });
  expect(refuseIntake(odd, { ...facts, billAmount: undefined, guidIsUsed: true }, LENIENT)).toBeNull();
  expect(refuseIntake(odd, { ...facts, guidIsUsed: true }, LENIENT)).toBeNull();
});

test('H a strict setting refuses what it names and nothing else', () => {
  expect(refuseIntake(notice(), facts, STRICT)).toBeNull();
  expect(refuseIntake(notice(), { ...facts, billAmount: undefined }, STRICT)).toBe('unmatched');
  expect(refuseIntake(notice({ paid: fils(15_499) }), facts, STRICT)).toBe('wrong_amount');
  expect(refuseIntake(notice({ processedAt: plusMs(NOW, 1) }), facts, STRICT)).toBe('future');
  expect(refuseIntake(notice(), { ...facts, guidIsUsed: true }, STRICT)).toBe('replayed_guid');
});

test('H the final word agrees, or leaves out, or is an alarm', () => {
  const first = notice();
  const word = { paid: fils(15_500), billingNumber: '7700012342', status: 'PmtComplt' };
  expect(agrees(first, word)).toBe(true);
  expect(agrees(first, { paid: null, billingNumber: null, status: null })).toBe(true);
  expect(agrees(first, { ...word, paid: fils(1) })).toBe(false);
  expect(agrees(first, { ...word, billingNumber: '1' })).toBe(false);
  expect(agrees(first, { ...word, status: 'PmtDuplicate' })).toBe(false);
});
