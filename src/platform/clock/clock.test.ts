import { expect, test } from 'vitest';
import { type Clock, DemoClock, systemClock } from './clock.ts';

const noon = new Date('2026-09-01T09:00:00Z');
const base = (): Clock & { at: Date } => {
  const clock = { at: noon, now: () => clock.at };
  return clock;
};

test('the system clock goes on', () => {
  const before = systemClock.now().getTime();
  expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(before);
});

test('the demo clock runs ahead of its base by its offset', () => {
  const wall = base();
  const clock = new DemoClock(wall);
  expect(clock.now()).toEqual(noon);
  clock.setOffset(3_600_000);
  expect(clock.offset).toBe(3_600_000);
  expect(clock.now()).toEqual(new Date('2026-09-01T10:00:00Z'));
  wall.at = new Date('2026-09-01T09:00:01Z');
  expect(clock.now()).toEqual(new Date('2026-09-01T10:00:01Z'));
});

test('a frozen demo clock stands at its instant and afterwards goes on from its offset', () => {
  const wall = base();
  const clock = new DemoClock(wall);
  clock.setOffset(1000);
  clock.freezeAt(new Date('2026-09-05T00:00:00Z'));
  wall.at = new Date('2026-09-01T09:30:00Z');
  expect(clock.now()).toEqual(new Date('2026-09-05T00:00:00Z'));
  clock.unfreeze();
  expect(clock.now()).toEqual(new Date('2026-09-01T09:30:01Z'));
});

test('changing a date it gave out does not move the clock', () => {
  const clock = new DemoClock(base());
  clock.freezeAt(noon);
  clock.now().setFullYear(1999);
  expect(clock.now()).toEqual(noon);
});

test('an offset that is no whole number of milliseconds is refused', () => {
  expect(() => new DemoClock(base()).setOffset(0.5)).toThrow(RangeError);
});
