import { expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import {
  formatCivilDate,
  formatDate,
  formatDateTime,
  formatDay,
  formatFee,
  formatMoney,
  formatTime,
  formatTimeRange,
} from './format.ts';

const sundayAt4 = new Date('2027-01-10T13:00:00Z');

test('a date is written with its weekday and the month names of Jordan', () => {
  expect(formatDate(sundayAt4, 'ar')).toBe('الأحد 10 كانون الثاني 2027');
  expect(formatDate(sundayAt4, 'en')).toBe('Sunday 10 January 2027');
});

test('the day is the day in Amman, three hours ahead of UTC all year', () => {
  expect(formatDay(new Date('2027-01-09T21:00:00Z'))).toBe('10/1/2027');
  expect(formatDay(new Date('2027-01-09T20:59:59.999Z'))).toBe('9/1/2027');
  expect(formatDate(new Date('2027-07-31T21:00:00Z'), 'en')).toBe('Sunday 1 August 2027');
});

test('a time is written on the 12-hour clock', () => {
  expect(formatTime(sundayAt4, 'ar')).toBe('4:00 م');
  expect(formatTime(sundayAt4, 'en')).toBe('4:00 pm');
  expect(formatTime(new Date('2027-01-10T07:30:00Z'), 'ar')).toBe('10:30 ص');
  expect(formatTime(new Date('2027-01-10T09:05:00Z'), 'en')).toBe('12:05 pm');
  expect(formatTime(new Date('2027-01-09T21:05:00Z'), 'en')).toBe('12:05 am');
});

test('date with time, and a range of times', () => {
  expect(formatDateTime(sundayAt4, 'ar')).toBe('الأحد 10 كانون الثاني 2027، 4:00 م');
  expect(formatDateTime(sundayAt4, 'en')).toBe('Sunday 10 January 2027, 4:00 pm');
  const sixOClock = new Date('2027-01-10T15:00:00Z');
  expect(formatTimeRange(sundayAt4, sixOClock, 'ar')).toBe('4:00 م – 6:00 م');
  expect(formatTimeRange(sundayAt4, sixOClock, 'en')).toBe('4:00 pm – 6:00 pm');
});

test('no output carries marks of direction', () => {
  const shown = [formatDate(sundayAt4, 'ar'), formatDay(sundayAt4), formatDateTime(sundayAt4, 'ar')].join('');
  expect(shown).not.toMatch(/[\u200E\u200F\u061C]/);
});

test('a calendar day is the same day in every zone', () => {
  expect(formatCivilDate('2027-01-10', 'ar')).toBe('الأحد 10 كانون الثاني 2027');
  expect(formatCivilDate('2028-02-29', 'en')).toBe('Tuesday 29 February 2028');
});

test('what is not a calendar day is refused', () => {
  expect(() => formatCivilDate('2027-02-29', 'ar')).toThrow(RangeError);
  expect(() => formatCivilDate('10/1/2027', 'ar')).toThrow(RangeError);
});

test('whole dinars follow the Arabic plural', () => {
  const shown = [1, 2, 3, 10, 11, 99, 100, 102, 103, 1500].map((dinars) => formatMoney(fils(dinars * 1000), 'ar'));
  expect(shown).toEqual([
    'دينار واحد',
    'ديناران',
    '3 دنانير',
    '10 دنانير',
    '11 دينارا',
    '99 دينارا',
    '100 دينار',
    '102 دينار',
    '103 دنانير',
    '1,500 دينار',
  ]);
});

test('an amount with fils has three decimals', () => {
  expect(formatMoney(fils(15_500), 'ar')).toBe('15.500 دينار');
  expect(formatMoney(fils(15_500), 'en')).toBe('JOD 15.500');
  expect(formatMoney(fils(5), 'en')).toBe('JOD 0.005');
  expect(formatMoney(fils(50_000), 'en')).toBe('JOD 50');
});

test('H5 a fee of nothing reads as free, an amount of nothing as zero', () => {
  expect([formatFee(fils(0), 'ar'), formatFee(fils(0), 'en')]).toEqual(['مجانية', 'Free']);
  expect(formatFee(fils(20_000), 'ar')).toBe('20 دينارا');
  expect([formatMoney(fils(0), 'ar'), formatMoney(fils(0), 'en')]).toEqual(['0 دينار', 'JOD 0']);
});
