import { describe, expect, test } from 'vitest';
import { OFFERING_STATES } from '#procedure/lifecycle/states.ts';
import { justBefore, NOW, offeringFacts, STARTS, scheduleFrom } from '#test/procedure/facts.ts';
import { intakeOpen, neededForMinimum, seatsLeft } from './seats.ts';

test('E seats left are the maximum less the active requests, never below 0', () => {
  expect([0, 2, 3, 5].map((active) => seatsLeft({ max: 3, active }))).toEqual([3, 1, 0, 0]);
});

test('A the minimum needs what is missing, and nothing once it is reached', () => {
  expect([0, 1, 2, 3].map((active) => neededForMinimum({ min: 2, active }))).toEqual([2, 1, 0, 0]);
});

describe('L the intake', () => {
  const schedule = scheduleFrom(STARTS);

  test('L it is open a millisecond before it closes, and closed at that moment', () => {
    const o = offeringFacts({ schedule });
    expect(intakeOpen(o, justBefore(schedule.intakeClosesAt))).toBe(true);
    expect(intakeOpen(o, schedule.intakeClosesAt)).toBe(false);
  });

  test('L it is open only while the offering gathers or admits', () => {
    const open = OFFERING_STATES.filter((state) => intakeOpen(offeringFacts({ state, schedule }), NOW));
    expect(open).toEqual(['gathering', 'admitting']);
  });

  test('B5 without a date there is no intake', () => {
    expect(intakeOpen(offeringFacts({ schedule: null }), NOW)).toBe(false);
  });
});
