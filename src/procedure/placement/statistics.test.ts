import { expect, test } from 'vitest';
import { correlationOf, covarianceOf, meanOf, quantileOf } from './statistics.ts';

test('6.3 of nothing, and of one alone, nothing is said', () => {
  expect([
    meanOf([]),
    quantileOf([], 0.5),
    covarianceOf([], []),
    covarianceOf([1], [1]),
    correlationOf([1], [2]),
  ]).toEqual([null, null, null, null, null]);
});

test('6.3 the middle of an odd and of an even number, and the quarters', () => {
  expect(quantileOf([9, 1, 5], 0.5)).toBe(5);
  expect(quantileOf([4, 1, 2, 3], 0.5)).toBe(2.5);
  expect(quantileOf([1, 2, 3, 4, 5], 0.25)).toBe(2);
});

test('6.3 the correlation is 1, −1 or nothing in the plain cases', () => {
  expect(correlationOf([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 12);
  expect(correlationOf([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
  expect(correlationOf([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
  expect(covarianceOf([0.1, 0.1, 0.1], [1, 2, 3])).toBe(0);
});
