import { expect, test } from 'vitest';
import { daysText } from './days.ts';

test.each([
  ['a single session', [0], 'يوم واحد', 'one day'],
  ['a course on one weekday', [6, 6, 6], 'السبت', 'Sat'],
  ['two days', [0, 2, 0, 2], 'الأحد والثلاثاء', 'Sun, Tue'],
  ['two days, the later session first', [2, 0], 'الأحد والثلاثاء', 'Sun, Tue'],
  ['Saturday, which begins the week', [1, 6], 'السبت والاثنين', 'Sat, Mon'],
  ['three days', [0, 2, 4], 'الأحد والثلاثاء والخميس', 'Sun, Tue, Thu'],
  ['three days in a row whose list is short enough', [6, 0, 1], 'السبت والأحد والاثنين', 'Sat, Sun, Mon'],
  ['three days in a row whose list is too long in Arabic', [2, 3, 4], 'الثلاثاء - الخميس', 'Tue, Wed, Thu'],
  ['three days with a gap, always listed', [6, 1, 3], 'السبت والاثنين والأربعاء', 'Sat, Mon, Wed'],
  ['four days in a row', [0, 1, 2, 3], 'الأحد - الأربعاء', 'Sun-Wed'],
  ['the working week', [0, 1, 2, 3, 4], 'الأحد - الخميس', 'Sun-Thu'],
  ['a row across the end of the week', [4, 5, 6, 0], 'الخميس - الأحد', 'Thu-Sun'],
  ['all days but Friday', [6, 0, 1, 2, 3, 4], 'يوميا عدا الجمعة', 'Sat-Thu'],
  ['all days but Monday', [6, 0, 2, 3, 4, 5], 'الثلاثاء - الأحد', 'Tue-Sun'],
  ['every day', [0, 1, 2, 3, 4, 5, 6], 'السبت - الجمعة', 'Sat-Fri'],
  ['four days with a gap', [6, 0, 2, 3], 'السبت والأحد والثلاثاء والأربعاء', 'Sat, Sun, Tue, Wed'],
])('the days of %s', (_, sessions, ar, en) => {
  expect(daysText(sessions, 'ar')).toBe(ar);
  expect(daysText(sessions, 'en')).toBe(en);
});

test.each([[[]], [[7]], [[0, -1]], [[0, 1.5]]])('%j are not the weekdays of a course', (sessions) => {
  expect(() => daysText(sessions, 'ar')).toThrow(RangeError);
});
