import { expect, test } from 'vitest';
import { nextStepOf } from './next-step.ts';
import { APPLICATION_STATES, isLive, OFFERING_STATES } from './states.ts';

test.each([
  ['waiting_minimum', 'gathering', 'wait_minimum'],
  ['waiting_minimum', 'postponed', 'wait_new_date'],
  ['waitlisted', 'admitting', 'wait_seat'],
  ['waitlisted', 'postponed', 'wait_new_date'],
  ['awaiting_exam', 'admitting', 'sit_exam'],
  ['awaiting_exam', 'postponed', 'sit_exam'],
  ['awaiting_payment', 'admitting', 'pay'],
  ['awaiting_payment', 'postponed', 'wait_new_date'],
  ['confirmed', 'confirmed', 'attend'],
  ['confirmed', 'postponed', 'wait_new_date'],
  ['rejected', 'admitting', 'none'],
  ['absent', 'held', 'none'],
] as const)('who is %s in an offering that is %s is to %s', (state, offering, next) => {
  expect(nextStepOf(state, offering, false)).toBe(next);
});

test('8 who attended evaluates while the evaluation is open', () => {
  expect(nextStepOf('attended', 'held', true)).toBe('evaluate');
  expect(nextStepOf('attended', 'held', false)).toBe('none');
});

test('exactly the live requests have a next step, whatever the offering does', () => {
  for (const offering of OFFERING_STATES) {
    expect(APPLICATION_STATES.filter((s) => nextStepOf(s, offering, false) !== 'none')).toEqual(
      APPLICATION_STATES.filter(isLive),
    );
  }
});
