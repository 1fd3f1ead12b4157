import { expect, test } from 'vitest';
import { guessMapping, readLines, readSettledAmount, readSettledDay, usualDay } from './settlement-line.ts';

test.each([
  ['15.500', 15_500],
  ['15.5', 15_500],
  ['20', 20_000],
  ['١٥٫٥٠٠', 15_500],
  ['۱۵.۵', 15_500],
  ['1,250.000', 1_250_000],
  ['١٬٢٥٠٫٠٠٠', 1_250_000],
  ['15.500000', 15_500],
  [' 15.500 JOD', 15_500],
  ['د.أ 15.500', 15_500],
  ['\u200f15.500\u200f', 15_500],
  ['0.001', 1],
])('the amount %j is exact', (text, amount) => {
  expect(readSettledAmount(text)).toBe(amount);
});

test.each([
  '15,500',
  '15.5001',
  '15.499999999999998',
  '-15.500',
  '(15.500)',
  '0',
  '',
  '1e3',
  '12,50.000',
  '9999999999',
])('the amount %j is not guessed at', (text) => {
  expect(readSettledAmount(text)).toBeUndefined();
});

test.each([
  ['2027-01-03', '2027-01-03'],
  ['2027-01-03T23:59:00', '2027-01-03'],
  ['2027/1/3 10:00', '2027-01-03'],
  ['20270103', '2027-01-03'],
  ['3/1/2027', '2027-01-03'],
  ['03.01.27', '2027-01-03'],
  ['٣/١/٢٠٢٧', '2027-01-03'],
  ['03-01-2027، 4:00 م', '2027-01-03'],
])('the day %j', (text, day) => {
  expect(readSettledDay(text, 'dmy')).toBe(day);
});

test('the order of day and month is told, and a day that is none is refused', () => {
  expect(readSettledDay('1/3/2027', 'mdy')).toBe('2027-01-03');
  for (const text of ['30/2/2027', '2027-13-01', 'Sunday', '', '3/1/1927']) {
    expect(readSettledDay(text, 'dmy')).toBeUndefined();
  }
});

const rows = [
  ['Daily file', '', '', ''],
  ['JOEBPPSTrx', 'Billing No', 'Paid Amt', 'STMT Date'],
  ['T1', '1234567897', '15.500', '2027-01-03'],
  ['', '', '', ''],
  ['T2', '', 'free', '2027-01-03'],
  ['T 3', '', '1', '2027-01-03'],
  ['T4', '', '1.000', 'yesterday'],
  ['', 'Total', '15.500', ''],
];

test('the columns are guessed by their heads, and every row is a payment or told', () => {
  const mapping = guessMapping(rows);
  expect(mapping).toEqual({ headRows: 2, trx: 0, billingNumber: 1, amount: 2, day: 3, dateOrder: 'dmy' });
  const { lines, unread } = readLines(rows, mapping);
  expect(lines).toEqual([{ row: 3, trx: 'T1', amount: 15_500, day: '2027-01-03', billingNumber: '1234567897' }]);
  expect(unread.map(({ row, problem }) => [row, problem])).toEqual([
    [5, 'bad_amount'],
    [6, 'bad_trx'],
    [7, 'bad_day'],
    [8, 'no_trx'],
  ]);
  expect(usualDay(lines)).toBe('2027-01-03');
});

test('Arabic heads are known, and a file without heads is left to who reads it', () => {
  expect(guessMapping([['رقم الحركة', 'المبلغ', 'تاريخ التسوية']])).toMatchObject({
    headRows: 1,
    trx: 0,
    amount: 1,
    day: 2,
  });
  expect(guessMapping([['T1', '15.500']])).toMatchObject({ headRows: 0, trx: 0, amount: 1, day: null });
});
