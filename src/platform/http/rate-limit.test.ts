import { expect, test } from 'vitest';
import { createRateLimiter } from './rate-limit.ts';

const start = Date.parse('2026-09-01T08:00:00Z');
const rule = (ms: number, limit = 3) => ({ limit, windowMs: 60_000, now: new Date(start + ms) });

test('as many as the limit at once, then one for each part of the window', () => {
  const limiter = createRateLimiter();
  expect([1, 2, 3, 4].map(() => limiter.allow('a', rule(0)))).toEqual([true, true, true, false]);
  expect(limiter.allow('a', rule(19_999))).toBe(false);
  expect(limiter.allow('a', rule(20_000))).toBe(true);
  expect(limiter.allow('a', rule(20_000))).toBe(false);
});

test('the bucket is full again after the window, never fuller', () => {
  const limiter = createRateLimiter();
  for (let use = 0; use < 3; use += 1) limiter.allow('a', rule(0));
  expect([1, 2, 3, 4].map(() => limiter.allow('a', rule(600_000)))).toEqual([true, true, true, false]);
});

test('each key has its own bucket, and says how long to wait', () => {
  const limiter = createRateLimiter();
  expect(limiter.waitMs('a', rule(0, 1))).toBe(0);
  expect(limiter.allow('a', rule(0, 1))).toBe(true);
  expect(limiter.waitMs('a', rule(15_000, 1))).toBe(45_000);
  expect(limiter.waitMs('b', rule(15_000, 1))).toBe(0);
});

test('a clock that goes back gives nothing', () => {
  const limiter = createRateLimiter();
  expect(limiter.allow('a', rule(0, 1))).toBe(true);
  expect(limiter.allow('a', rule(-60_000, 1))).toBe(false);
  expect(limiter.allow('a', rule(0, 1))).toBe(false);
});

test('only so many keys are remembered: the one unused for longest is forgotten', () => {
  const limiter = createRateLimiter(2);
  for (const key of ['a', 'b', 'a', 'c']) limiter.allow(key, rule(0, 1));
  expect(limiter.waitMs('a', rule(0, 1))).toBeGreaterThan(0);
  expect(limiter.waitMs('b', rule(0, 1))).toBe(0);
  expect(limiter.waitMs('c', rule(0, 1))).toBeGreaterThan(0);
});
