import { expect, test } from 'vitest';
import { foldDigits } from './digits.ts';
import { displayMobile, maskMobile, parseMobile } from './mobile.ts';

test.each([
  '0791234567',
  '791234567',
  '+962791234567',
  '00962791234567',
  '962791234567',
  '+962 79 123 4567',
  '079-123-4567',
  '(079) 123 4567',
  '٠٧٩١٢٣٤٥٦٧',
  '۰۷۹۱۲۳۴۵۶۷',
  '\u2066+962 79 123 4567\u2069',
  '\u200e0791234567',
])('4 a mobile is read as people write it: %s', (text) => {
  expect(parseMobile(text)).toBe('+962791234567');
});

test.each([
  '',
  '0751234567',
  '0761234567',
  '06 4636111',
  '079123456',
  '07912345678',
  '+9665012345678',
  '+4915112345678',
  '079123456x',
])('4 not a Jordanian mobile: %s', (text) => {
  expect(parseMobile(text)).toBeUndefined();
});

test('a mobile is shown as people in Jordan write it, and masked so that it cannot be called', () => {
  expect(displayMobile('+962791234567')).toBe('079 123 4567');
  expect(maskMobile('+962791234567')).toBe('07• ••• 4567');
});

test('digits of both Arabic scripts become European, all else stays', () => {
  expect(foldDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 42 دورة')).toBe('0123456789 0123456789 42 دورة');
});
