import { expect, test } from 'vitest';
import { requestFacts } from '#test/procedure/facts.ts';
import { activeDelta, afterSteps, type Step } from './decision.ts';
import { ACTIVE_STATES, APPLICATION_STATES, isActive, isLive } from './states.ts';

const step = (from: Step['from'], to: Step['to'], order = 1): Step => ({
  application: requestFacts(order).id,
  action: 'promote',
  from,
  to,
  clause: null,
  sms: [],
});

test('E a seat is taken by becoming active and freed by ceasing to be', () => {
  expect(activeDelta([step(null, 'waiting_minimum')])).toBe(1);
  expect(activeDelta([step(null, 'waitlisted')])).toBe(0);
  expect(activeDelta([step('waitlisted', 'waiting_minimum'), step('waiting_minimum', 'confirmed')])).toBe(1);
  expect(activeDelta([step('confirmed', 'withdrawn'), step('awaiting_exam', 'rejected')])).toBe(-2);
  expect(activeDelta([step('confirmed', 'attended')])).toBe(-1);
});

test('A, E, F active are those with a seat; live also those on the list; attended and absent are neither', () => {
  expect(APPLICATION_STATES.filter(isActive).toSorted()).toEqual([...ACTIVE_STATES].toSorted());
  expect(APPLICATION_STATES.filter((s) => isLive(s) && !isActive(s))).toEqual(['waitlisted']);
  expect([isActive(null), isLive(null), isLive('attended'), isLive('absent')]).toEqual([false, false, false, false]);
});

test('a request is where its last step left it', () => {
  const steps = [
    step('waitlisted', 'waiting_minimum'),
    step('waiting_minimum', 'confirmed'),
    step(null, 'waitlisted', 2),
  ];
  expect(afterSteps(requestFacts(1), steps).state).toBe('confirmed');
  expect(afterSteps(requestFacts(3), steps).state).toBe('waiting_minimum');
});
