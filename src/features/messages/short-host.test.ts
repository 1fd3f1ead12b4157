import { expect, test } from 'vitest';
import { checkShortHost } from './short-host.ts';
import { STANDARD_PART_SIZES } from './sms-length.ts';

test('the production host, or a shorter one, pushes no text over its limit', () => {
  expect(checkShortHost('amman.jo')).toEqual([]);
  expect(checkShortHost('gam.jo')).toEqual([]);
});

test('a host one letter longer pushes over its limit the one text that fills two parts to the last unit', () => {
  expect(checkShortHost('ammanc.jo')).toEqual([{ key: 'exam_pass_free', lang: 'ar' }]);
});

test('a much longer host names every text that it pushes over its limit', () => {
  expect(checkShortHost('courses.ammancity.gov.jo')).toEqual([
    { key: 'approved_free', lang: 'ar' },
    { key: 'exam_pass_free', lang: 'ar' },
    { key: 'paid_confirmed', lang: 'ar' },
    { key: 'venue_change', lang: 'ar' },
  ]);
});

test('a text that is over its limit on the production host too is not laid to the longer one', () => {
  const at62 = checkShortHost('courses.ammancity.gov.jo', { ...STANDARD_PART_SIZES, ucsPart: 62 });
  expect(at62).not.toContainEqual({ key: 'approved_free', lang: 'ar' });
  expect(at62).toContainEqual({ key: 'time_change', lang: 'ar' });
});
