import { expect, test } from 'vitest';
import { workingDaysSince } from './working-days.ts';

test('N2: Friday, Saturday and holidays are no working days, the first day is not counted', () => {
  // 3 January 2027 is a Sunday.
  expect(workingDaysSince('2027-01-03', '2027-01-03', [])).toBe(0);
  expect(workingDaysSince('2027-01-03', '2027-01-07', [])).toBe(4);
  expect(workingDaysSince('2027-01-07', '2027-01-10', [])).toBe(1);
  const holiday = { firstDay: '2027-01-05', lastDay: '2027-01-06' };
  expect(workingDaysSince('2027-01-03', '2027-01-07', [holiday])).toBe(2);
});
