import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  APPLICATION_STATES,
  type ApplicationState,
  LIVE_STATES,
  OFFERING_STATES,
  type OfferingState,
} from './states.ts';
import {
  ACTORS,
  APPLICATION_TRANSITIONS,
  availableActions,
  OFFERING_TRANSITIONS,
  offeringTargetOf,
  targetOf,
} from './transitions.ts';

const starts = (from: readonly unknown[], state: unknown): boolean => from.includes(state);

/** Every state that arrows lead to, from before the beginning on. */
function reachable<S>(rows: readonly { from: readonly (S | null)[]; to: S | 'same' }[]): Set<S | null> {
  const found = new Set<S | null>([null]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const row of rows) {
      if (row.to !== 'same' && row.from.some((from) => found.has(from))) found.add(row.to as S);
    }
  }
  return found;
}

describe('the table of requests', () => {
  test('every state is reached, and every arrow can be taken', () => {
    const found = reachable<ApplicationState>(APPLICATION_TRANSITIONS);
    expect(APPLICATION_STATES.filter((s) => !found.has(s))).toEqual([]);
    expect(APPLICATION_TRANSITIONS.filter((t) => !t.from.some((from) => found.has(from)))).toEqual([]);
  });

  test('one action is one row', () => {
    const actions = APPLICATION_TRANSITIONS.map((t) => t.action);
    expect(new Set(actions).size).toBe(actions.length);
  });

  test('G every live request can be withdrawn, by its person', () => {
    for (const state of LIVE_STATES) {
      expect(targetOf(state, 'withdraw')).toBe('withdrawn');
      expect(availableActions(state, 'applicant')).toContain('withdraw');
    }
    expect(targetOf('cancelled', 'withdraw')).toBeUndefined();
  });

  test('C, D the only ways out of confirmed are own withdrawal, staff, the end of the offering, and the course itself', () => {
    const ways = APPLICATION_TRANSITIONS.filter(
      (t) => starts(t.from, 'confirmed') && t.to !== 'same' && t.to !== 'confirmed',
    ).map((t) => t.action);
    expect(ways).toEqual(['withdraw', 'cancel_offering', 'cancel_by_staff', 'reject_ineligible', 'attend', 'miss']);
  });

  test('H an ended request comes back only for money paid in time', () => {
    const ended = ['rejected', 'cancelled', 'withdrawn'] as const;
    const back = APPLICATION_TRANSITIONS.filter((t) => t.to !== 'same' && ended.some((s) => starts(t.from, s)));
    expect(back.map((t) => t.action)).toEqual(['reinstate']);
  });

  test('I, H, M a transfer arrives confirmed; payments, refunds and reminders are noted and change no state', () => {
    expect(targetOf(null, 'transfer_in')).toBe('confirmed');
    for (const state of APPLICATION_STATES) {
      expect(targetOf(state, 'note_payment')).toBe(state);
      expect(targetOf(state, 'note_refund')).toBe(state);
    }
    expect(targetOf('awaiting_exam', 'remind')).toBe('awaiting_exam');
    expect(targetOf('waitlisted', 'remind')).toBeUndefined();
    expect(targetOf(null, 'note_payment')).toBeUndefined();
  });

  test('an action is available to an actor exactly when the table has the arrow', () => {
    const property = fc.property(
      fc.constantFrom(...APPLICATION_STATES),
      fc.constantFrom(...ACTORS),
      fc.constantFrom(...APPLICATION_TRANSITIONS),
      (state, actor, row) => {
        const available = availableActions(state, actor).includes(row.action);
        return available === (targetOf(state, row.action) !== undefined && starts(row.by, actor));
      },
    );
    expect(() => fc.assert(property, { numRuns: 1_000 })).not.toThrow();
  });
});

describe('the table of offerings', () => {
  test('every state is reached, and every arrow can be taken', () => {
    const found = reachable<OfferingState>(OFFERING_TRANSITIONS);
    expect(OFFERING_STATES.filter((s) => !found.has(s))).toEqual([]);
    expect(OFFERING_TRANSITIONS.filter((t) => !t.from.some((from) => found.has(from)))).toEqual([]);
  });

  test('5, N2 a postponed offering goes on with a new date or is cancelled, nothing else', () => {
    const ways = OFFERING_TRANSITIONS.filter((t) => starts(t.from, 'postponed')).map((t) => t.action);
    expect(ways).toEqual(['set_new_date', 'cancel']);
    expect(offeringTargetOf('postponed', 'set_new_date')).toBe('gathering');
  });

  test('B4 a course that will be held is not postponed any more', () => {
    expect(offeringTargetOf('confirmed', 'postpone')).toBeUndefined();
    expect(offeringTargetOf('held', 'cancel')).toBeUndefined();
    expect(offeringTargetOf(null, 'prepare')).toBe('draft');
  });
});
