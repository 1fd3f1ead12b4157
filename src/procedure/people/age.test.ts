import { describe, expect, test } from 'vitest';
import { ageOn, ageProblem, isBirthDate } from './age.ts';

test('K a year is added on the birthday, not the day before', () => {
  expect(ageOn('2009-01-10', '2027-01-09')).toBe(17);
  expect(ageOn('2009-01-10', '2027-01-10')).toBe(18);
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
});

describe('K the age range of a course, both ends included', () => {
  const range = { minAge: 16, maxAge: 60 };
  test.each([
    [15, true, 'too_young'],
    [16, true, undefined],
    [60, false, undefined],
    [61, false, 'too_old'],
  ] as const)('K %i years on the first day', (age, guardian, problem) => {
    expect(ageProblem({ onFirstDay: age, today: age }, range, guardian)).toBe(problem);
  });

  test('K no upper limit takes everybody older', () => {
    expect(ageProblem({ onFirstDay: 99, today: 99 }, { minAge: 16, maxAge: null }, false)).toBeUndefined();
  });

  test('K below 18 on the day of the request a guardian is needed, even who is 18 on the first day', () => {
    expect(ageProblem({ onFirstDay: 18, today: 17 }, range, false)).toBe('guardian_needed');
    expect(ageProblem({ onFirstDay: 18, today: 17 }, range, true)).toBeUndefined();
    expect(ageProblem({ onFirstDay: 18, today: 18 }, range, false)).toBeUndefined();
  });
});

test.each([
  ['2000-02-29', true],
  ['1999-02-29', false],
  ['2000-13-01', false],
  ['2000-04-31', false],
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2027-01-10', true],
  ['2027-01-11', false],
  ['10/01/2000', false],
  ['', false],
])('a birth date %s is real: %s', (text, real) => {
  expect(isBirthDate(text, '2027-01-10')).toBe(real);
});
