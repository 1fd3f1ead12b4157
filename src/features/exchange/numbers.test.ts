import { expect, test } from 'vitest';
import { numberBetween, numberWithin, readNumber } from './numbers.ts';

const text = (number: string): string => numberWithin(number, '0').value;

test('H3 numbers of files keep every digit, whatever way they are written', () => {
  expect(['12.50', '-0.5', '+7', '.5', '-.5', '1e3', '1.50E2', '-2.5e-3', '٣٫١٤', '1,500'].map(text)).toEqual([
    '12.50',
    '-0.5',
    '7',
    '0.5',
    '-0.5',
    '1000',
    '150',
    '-0.0025',
    '3.14',
    '1500',
  ]);
  expect(text('0.1')).toBe('0.1');
  expect(text('9007199254740993.000000000000000001')).toBe('9007199254740993.000000000000000001');
});

test('H3 a range is its middle and half of its width, exactly', () => {
  expect(numberBetween('3', '4')).toEqual({ value: '3.5', tolerance: '0.5' });
  expect(numberBetween('-1', '2.25')).toEqual({ value: '0.625', tolerance: '1.625' });
  expect(numberBetween('7', '7')).toEqual({ value: '7', tolerance: '0' });
  expect(() => numberBetween('2', '1')).toThrow('range_upside_down');
});

test('H3 what is no number is refused, and so is an exponent without measure', () => {
  for (const one of ['', 'x', '1e999', '1e', '0x10', 'Infinity', '1/2', '1 2']) expect(readNumber(one), one).toBeNull();
  expect(() => numberWithin('1', 'much')).toThrow('not_a_number');
});
