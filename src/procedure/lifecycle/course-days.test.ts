import { describe, expect, test } from 'vitest';
import { codeOf, decisionOf, idOf, offeringFacts, requestFacts, short } from '#test/procedure/facts.ts';
import { decideAttendance, decideEnd, decideEvaluation } from './course-days.ts';
import { OFFERING_STATES } from './states.ts';

const sure = (order: number, attendance: 'present' | 'absent' | null = null) =>
  requestFacts(order, { state: 'confirmed', attendance });
const running = offeringFacts({ state: 'running' });
const held = offeringFacts({ state: 'held' });

describe('8 attendance', () => {
  test('8 while the course runs it is noted', () => {
    const { steps } = decisionOf(decideAttendance(running, [sure(1), sure(2)], new Set([idOf(1)])));
    expect(short(steps)).toEqual([
      [1, 'mark_attendance'],
      [2, 'mark_attendance'],
    ]);
    expect(steps.map((s) => s.attendance)).toEqual(['present', 'absent']);
  });

  test('8 once the course is held it is the state at once, and a later list corrects an earlier one', () => {
    const people = [sure(1), requestFacts(2, { state: 'absent' }), requestFacts(3, { state: 'attended' })];
    const { steps } = decisionOf(decideAttendance(held, people, new Set([idOf(1), idOf(2)])));
    expect(short(steps)).toEqual([
      [1, 'mark_attendance'],
      [1, 'attend'],
      [2, 'mark_attendance'],
      [2, 'attend'],
      [3, 'mark_attendance'],
      [3, 'miss'],
    ]);
  });

  test('8 only people who were confirmed are on the list, and only from the first session on', () => {
    const people = [requestFacts(1, { state: 'cancelled' })];
    expect(decisionOf(decideAttendance(held, people, new Set([idOf(1)]))).steps).toEqual([]);
    const may = OFFERING_STATES.filter(
      (state) => codeOf(decideAttendance(offeringFacts({ state }), [], new Set())) === 'ok',
    );
    expect(may).toEqual(['running', 'held']);
  });
});

test('8 the last session is over: what was noted becomes the state, who was not noted stays confirmed', () => {
  const decision = decideEnd([sure(1, 'present'), sure(2, 'absent'), sure(3), requestFacts(4, { state: 'cancelled' })]);
  expect(decision.offering).toEqual({ actions: ['end'], state: 'held' });
  expect(short(decision.steps)).toEqual([
    [1, 'attend'],
    [2, 'miss'],
  ]);
});

describe('8 the evaluation link', () => {
  test('8 goes to everyone confirmed when nobody kept a list', () => {
    expect(short(decideEvaluation([sure(1), sure(2)]).steps)).toEqual([
      [1, 'attend'],
      [1, 'invite_evaluation', 'evaluation 8'],
      [2, 'attend'],
      [2, 'invite_evaluation', 'evaluation 8'],
    ]);
  });

  test('8 goes only to who came, when a list was kept; who is not on it was absent', () => {
    const people = [
      requestFacts(1, { state: 'attended', attendance: 'present' }),
      requestFacts(2, { state: 'absent', attendance: 'absent' }),
      sure(3),
    ];
    expect(short(decideEvaluation(people).steps)).toEqual([
      [1, 'invite_evaluation', 'evaluation 8'],
      [3, 'miss'],
    ]);
  });

  test('8 goes to nobody whose request ended before', () => {
    expect(decideEvaluation([requestFacts(1, { state: 'withdrawn' })]).steps).toEqual([]);
  });
});
