import { describe, expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import { PLACEHOLDER_CAPS, renderPlaceholder, stripInvisibleMarks } from './placeholders.ts';
import { inAmman, smsValuesWorst } from './values.fixture.ts';

describe('amounts', () => {
  test.each([
    [1_000, 'دينار واحد', 'JOD 1'],
    [2_000, 'دينارين', 'JOD 2'],
    [3_000, '3 دنانير', 'JOD 3'],
    [10_000, '10 دنانير', 'JOD 10'],
    [11_000, '11 دينارا', 'JOD 11'],
    [99_000, '99 دينارا', 'JOD 99'],
    [100_000, '100 دينار', 'JOD 100'],
    [103_000, '103 دنانير', 'JOD 103'],
    [15_500, '15.500 دينار', 'JOD 15.500'],
    [50, '0.050 دينار', 'JOD 0.050'],
    [999_999, '999.999 دينار', 'JOD 999.999'],
  ])('%i fils', (amount, ar, en) => {
    expect(renderPlaceholder('amount', fils(amount), 'ar')).toBe(ar);
    expect(renderPlaceholder('paid', fils(amount), 'en')).toBe(en);
  });
});

describe('minutes and hours', () => {
  test.each([
    [1, 'دقيقة واحدة', '1 minute'],
    [2, 'دقيقتين', '2 minutes'],
    [3, '3 دقائق', '3 minutes'],
    [10, '10 دقائق', '10 minutes'],
    [11, '11 دقيقة', '11 minutes'],
    [100, '100 دقيقة', '100 minutes'],
  ])('%i minutes', (n, ar, en) => {
    expect(renderPlaceholder('minutes', n, 'ar')).toBe(ar);
    expect(renderPlaceholder('minutes', n, 'en')).toBe(en);
  });

  test.each([
    [1, 'ساعة واحدة', '1 hour'],
    [2, 'ساعتان', '2 hours'],
    [3, '3 ساعات', '3 hours'],
    [24, '24 ساعة', '24 hours'],
    [100, '100 ساعة', '100 hours'],
  ])('%i hours', (n, ar, en) => {
    expect(renderPlaceholder('hours', n, 'ar')).toBe(ar);
    expect(renderPlaceholder('hours', n, 'en')).toBe(en);
  });
});

describe('days and times in Amman', () => {
  test.each([
    ['2027-01-10T16:00', 'الأحد', 'Sun', '10/1/2027', '4:00م', '4:00 pm'],
    ['2027-01-11T10:30', 'الاثنين', 'Mon', '11/1/2027', '10:30ص', '10:30 am'],
    ['2027-01-12T12:00', 'الثلاثاء', 'Tue', '12/1/2027', '12:00م', '12:00 pm'],
    ['2027-01-13T00:05', 'الأربعاء', 'Wed', '13/1/2027', '12:05ص', '12:05 am'],
    ['2027-09-02T23:59', 'الخميس', 'Thu', '2/9/2027', '11:59م', '11:59 pm'],
    ['2027-12-31T09:00', 'الجمعة', 'Fri', '31/12/2027', '9:00ص', '9:00 am'],
    ['2028-01-01T13:00', 'السبت', 'Sat', '1/1/2028', '1:00م', '1:00 pm'],
  ])('%s', (moment, dayAr, dayEn, date, timeAr, timeEn) => {
    const at = inAmman(moment);
    expect(renderPlaceholder('day', at, 'ar')).toBe(dayAr);
    expect(renderPlaceholder('day', at, 'en')).toBe(dayEn);
    expect(renderPlaceholder('date', at, 'ar')).toBe(date);
    expect(renderPlaceholder('date', at, 'en')).toBe(date);
    expect(renderPlaceholder('deadline', at, 'ar')).toBe(`${date} ${timeAr}`);
    expect(renderPlaceholder('deadline', at, 'en')).toBe(`${date} ${timeEn}`);
  });
});

test('invisible marks go, and unusual spaces become plain ones', () => {
  expect(stripInvisibleMarks('\u200F10\u061C/\u2066\u202B1\u200B/2027\u2069\u00A04:00\u202Fpm')).toBe(
    '10/1/2027 4:00 pm',
  );
  expect(renderPlaceholder('course', '\u200Eدورة\u202C', 'ar')).toBe('دورة');
});

test('the worst case brings every placeholder to its cap, to the letter', () => {
  for (const lang of ['ar', 'en'] as const) {
    const worst = smsValuesWorst('otp', lang);
    const lengths = Object.keys(PLACEHOLDER_CAPS).map((key) => {
      const name = key as keyof typeof PLACEHOLDER_CAPS;
      return [name, renderPlaceholder(name, worst[name], lang).length];
    });
    expect(Object.fromEntries(lengths)).toEqual(
      Object.fromEntries(Object.entries(PLACEHOLDER_CAPS).map(([name, cap]) => [name, cap[lang]])),
    );
  }
});
