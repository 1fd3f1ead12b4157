import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithin, MAX_NUMBER_LENGTH, parseDecimal, readDecimals } from './decimal.ts';

describe('6.3.1 a number is read as people type it', () => {
  test.each([
    ['12', 12n, 0],
    ['-12.50', -1250n, 2],
    ['+3', 3n, 0],
    ['−3', -3n, 0],
    ['- 3', -3n, 0],
    ['.5', 5n, 1],
    ['5.', 5n, 0],
    ['٣٫١٤', 314n, 2],
    ['۳٫۱۴', 314n, 2],
    ['١٬٥٠٠', 1500n, 0],
    ['١٬٥٠٠٫٢٥', 150025n, 2],
    ['1,500', 1500n, 0],
    ['12,345,678.9', 123456789n, 1],
    ['1 500', 1500n, 0],
    ['3,14', 314n, 2],
    ['٣،١٤', 314n, 2],
    ['0,125', 125n, 3],
    ['1234,567', 1234567n, 3],
    ['\u200f ٤٢ \u200e', 42n, 0],
    ['007', 7n, 0],
  ])('%s', (text, units, scale) => {
    expect(parseDecimal(text)).toEqual({ units, scale });
  });

  test.each([
    '',
    ' ',
    '-',
    '.',
    ',',
    'abc',
    '1e3',
    '5²',
    '½',
    '1/2',
    '5 kg',
    '1.2.3',
    '1,2,3',
    '1,50,000',
    '1.500,5',
    '--1',
    '0x10',
    'NaN',
    'Infinity',
  ])('«%s» is no number', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  test('a text that is too long is not read', () => {
    expect(parseDecimal('9'.repeat(MAX_NUMBER_LENGTH))).not.toBeNull();
    expect(parseDecimal('9'.repeat(MAX_NUMBER_LENGTH + 1))).toBeNull();
  });

  test('no text makes it fail', () => {
    const fails = fc.check(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123٠٣۳.,٫٬،-+− \u200f') }), (text) => {
        const read = parseDecimal(text);
        return read === null || read.scale >= 0;
      }),
    );
    expect(fails.counterexample).toBeNull();
  });
});

test.each([
  ['3,135', [3135n, 3135n], [0, 3]],
  ['-١،٥٠٠', [-1500n, -1500n], [0, 3]],
  ['١٬٥٠٠', [1500n], [0]],
  ['1,500.5', [15005n], [1]],
  ['0,125', [125n], [3]],
  ['12', [12n], [0]],
  ['abc', [], []],
  [`1,500${' '.repeat(MAX_NUMBER_LENGTH)}`, [], []],
])('6.3.1 the numbers that «%s» can mean', (text, units, scales) => {
  expect(readDecimals(text).map((d) => d.units)).toEqual(units);
  expect(readDecimals(text).map((d) => d.scale)).toEqual(scales);
});

const within = (answer: string, value: string, tolerance: string): boolean => {
  const [a, v, t] = [parseDecimal(answer), parseDecimal(value), parseDecimal(tolerance)];
  if (!a || !v || !t) throw new Error('not a number');
  return isWithin(a, v, t);
};

describe('6.3.1 a number is compared exactly', () => {
  test('0.3 is 0.1 + 0.2, which it is not in binary fractions', () => {
    expect(within('0.3', '0.1', '0.2')).toBe(true);
    expect(within('0.30000000000000001', '0.1', '0.2')).toBe(false);
  });

  test('the edge of the tolerance counts, on both sides', () => {
    expect(['9.4', '9.5', '10.5', '10.6'].map((a) => within(a, '10', '0.5'))).toEqual([false, true, true, false]);
    expect(within('-0', '0', '0')).toBe(true);
    expect(within('1', '1', '-1')).toBe(false);
  });

  test('digits behind the point that say nothing change nothing', () => {
    const differs = fc.check(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.nat(9), fc.nat(9), (units, scale, more) => {
        const longer = { units: units * 10n ** BigInt(more), scale: scale + more };
        return isWithin({ units, scale }, longer, { units: 0n, scale: 0 });
      }),
    );
    expect(differs.counterexample).toBeNull();
  });
});
