import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLuhn, luhnCheckDigit } from './luhn.ts';

const digits = fc.stringMatching(/^[0-9]{1,18}$/);

test('known numbers', () => {
  expect(luhnCheckDigit('7992739871')).toBe('3');
  expect(isLuhn('79927398713')).toBe(true);
  expect(isLuhn('79927398710')).toBe(false);
});

test('a number with its check digit is right, and no other last digit is', () => {
  fc.assert(
    fc.property(digits, (number) => {
      const right = [...'0123456789'].filter((last) => isLuhn(number + last));
      expect(right).toEqual([luhnCheckDigit(number)]);
    }),
  );
});

test('one mistyped digit always shows', () => {
  fc.assert(
    fc.property(digits, fc.nat(17), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
      const whole = number + luhnCheckDigit(number);
      const at = place % whole.length;
      const wrong = String((Number(whole[at]) + shift) % 10);
      expect(isLuhn(whole.slice(0, at) + wrong + whole.slice(at + 1))).toBe(false);
    }),
  );
});

test('what is not digits is not a number', () => {
  for (const text of ['', '0', '12a4', '١٢٣٤', ' 18 ']) expect(isLuhn(text)).toBe(false);
  expect(() => luhnCheckDigit('')).toThrow(RangeError);
  expect(() => luhnCheckDigit('12-3')).toThrow(RangeError);
});
