import { describe, expect, test } from 'vitest';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { justBefore, NOW } from '#test/procedure/facts.ts';
import { attemptsUsed, mustSitExam, passCounts, retakeFrom } from './need.ts';

test.each([
  [false, false, 'none', false],
  [true, false, 'none', true],
  [true, false, 'pending', true],
  [true, false, 'refused', true],
  [true, false, 'accepted', false],
  [true, true, 'none', false],
  [true, true, 'refused', false],
] as const)('6.3/7.3, H3 exam needed %s, pass %s, proof %s: must sit %s', (examNeeded, hasPass, proof, must) => {
  expect(mustSitExam({ examNeeded }, { hasPass, proof })).toBe(must);
});

describe('6.2 how long a pass counts', () => {
  const passedAt = new Date('2026-01-10T09:00:00Z');

  test('6.2 for ever, where the exam sets no limit', () => {
    expect(passCounts(passedAt, null, new Date('2099-01-01T00:00:00Z'))).toBe(true);
  });

  test('6.2 until the millisecond before it expires', () => {
    const expires = new Date('2027-01-10T09:00:00Z');
    expect(passCounts(passedAt, 12, justBefore(expires))).toBe(true);
    expect(passCounts(passedAt, 12, expires)).toBe(false);
  });
});

describe('6.3.2 the retake wait', () => {
  test('6.3.2 it ends after the days, to the millisecond', () => {
    const failedAt = plusMs(NOW, -14 * DAY_MS);
    expect(retakeFrom(failedAt, 14, justBefore(NOW))).toEqual(NOW);
    expect(retakeFrom(failedAt, 14, NOW)).toBeNull();
  });

  test('6.3.2 who never failed does not wait', () => {
    expect(retakeFrom(null, 14, NOW)).toBeNull();
  });
});

test('6.3.2 an exam gives so many attempts as it says, and any number where it says none', () => {
  expect([0, 1, 2, 3].map((used) => attemptsUsed(2, used))).toEqual([false, false, true, true]);
  expect(attemptsUsed(null, 99)).toBe(false);
});
