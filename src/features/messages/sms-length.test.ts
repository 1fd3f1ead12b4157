import { describe, expect, test } from 'vitest';
import { encodingOf, partsOf, STANDARD_PART_SIZES, unitsOf } from './sms-length.ts';

describe('the encoding of an SMS', () => {
  test.each(['GAM: Hello', 'Café à la crème @ 5£ \n', 'price [1] {2} € ~ ^ \\ |'])('%s fits GSM-7', (text) => {
    expect(encodingOf(text)).toBe('gsm7');
  });

  test.each(['م', 'GAM: «quoted»', 'a – b', 'ç', '`'])('%s needs UCS-2', (text) => {
    expect(encodingOf(text)).toBe('ucs2');
  });
});

describe('the length of an SMS', () => {
  test('an extension character counts twice in GSM-7', () => {
    expect(unitsOf('5 €')).toBe(4);
    expect(unitsOf('[]{}\\~^|')).toBe(16);
  });

  test('one Arabic letter makes every character a 16-bit unit', () => {
    expect(unitsOf('€م')).toBe(2);
    expect(unitsOf('😀')).toBe(2);
  });
});

describe('the parts of an SMS', () => {
  test.each([
    [0, 1],
    [160, 1],
    [161, 2],
    [306, 2],
    [307, 3],
  ])('%i English characters take %i', (length, parts) => {
    expect(partsOf('a'.repeat(length), STANDARD_PART_SIZES)).toBe(parts);
  });

  test('80 extension characters fill a single SMS, one more makes it two', () => {
    expect(partsOf('€'.repeat(80), STANDARD_PART_SIZES)).toBe(1);
    expect(partsOf('€'.repeat(81), STANDARD_PART_SIZES)).toBe(2);
  });

  test.each([
    [70, 1, 1],
    [71, 2, 2],
    [124, 2, 2],
    [125, 2, 3],
    [134, 2, 3],
    [135, 3, 3],
  ])('%i Arabic characters take %i at 67 a part and %i at 62', (length, at67, at62) => {
    const text = 'م'.repeat(length);
    expect(partsOf(text, STANDARD_PART_SIZES)).toBe(at67);
    expect(partsOf(text, { ...STANDARD_PART_SIZES, ucsPart: 62 })).toBe(at62);
  });
});
