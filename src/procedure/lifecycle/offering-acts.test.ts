import { describe, expect, test } from 'vitest';
import { err, ok } from '#kernel/result.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import {
  billed,
  COURSE_FEE,
  codeOf,
  decisionOf,
  justBefore,
  NOW,
  offeringFacts,
  requestFacts,
  STARTS,
  scheduleFrom,
  short,
} from '#test/procedure/facts.ts';
import {
  decideCancelOffering,
  decideHold,
  decideNewDate,
  decidePublish,
  decideStart,
  decideVenueChange,
  mayOpen,
} from './offering-acts.ts';
import { OFFERING_STATES } from './states.ts';

const later = scheduleFrom(plusMs(STARTS, 21 * DAY_MS));

describe('N an offering is opened', () => {
  const schedule = scheduleFrom(STARTS);

  test('N until the millisecond before its intake would close, and refused from then on, with the reason', () => {
    expect(mayOpen(schedule, justBefore(schedule.intakeClosesAt))).toEqual(ok(null));
    expect(mayOpen(schedule, schedule.intakeClosesAt)).toEqual(
      err({ code: 'intake_would_be_closed', intakeClosesAt: schedule.intakeClosesAt }),
    );
  });

  test('N only from a draft that has a date', () => {
    expect(decisionOf(decidePublish(offeringFacts({ state: 'draft' }), NOW)).offering?.state).toBe('gathering');
    expect(codeOf(decidePublish(offeringFacts({ state: 'draft', schedule: null }), NOW))).toBe('not_allowed_in_state');
    expect(codeOf(decidePublish(offeringFacts(), NOW))).toBe('not_allowed_in_state');
    expect(codeOf(decidePublish(offeringFacts({ state: 'draft' }), STARTS))).toBe('intake_would_be_closed');
  });
});

describe('N2 a new date', () => {
  const postponed = offeringFacts({ state: 'postponed', schedule: null });

  test('N2 re-opens a postponed offering at once, if its intake would still be open', () => {
    const live = [requestFacts(1)];
    expect(short(decisionOf(decideNewDate(postponed, live, later, NOW)).steps)).toEqual([
      [1, 'carry_over', 'new_date N2'],
    ]);
    expect(codeOf(decideNewDate(postponed, live, later, justBefore(later.intakeClosesAt)))).toBe('ok');
    expect(codeOf(decideNewDate(postponed, live, later, later.intakeClosesAt))).toBe('intake_would_be_closed');
  });

  test.each(['gathering', 'admitting'] as const)(
    '5+N2 while %s it is kept in readiness and nobody is told',
    (state) => {
      const decision = decisionOf(decideNewDate(offeringFacts({ state }), [requestFacts(1)], later, NOW));
      expect(decision).toEqual({ offering: { actions: [], state, plannedSchedule: later }, steps: [] });
    },
  );

  test('5+N2 a date kept in readiness is later than the first, and its intake is open at the decision', () => {
    const o = offeringFacts();
    expect(codeOf(decideNewDate(o, [], scheduleFrom(STARTS), NOW))).toBe('date_not_later');
    expect(codeOf(decideNewDate(o, [], scheduleFrom(plusMs(STARTS, 1)), NOW))).toBe('ok');
    const closed = { ...later, intakeClosesAt: o.schedule?.decisionAt ?? STARTS };
    expect(codeOf(decideNewDate(o, [], closed, NOW))).toBe('intake_would_be_closed');
  });

  test('N2 no other offering gets one', () => {
    const may = OFFERING_STATES.filter((state) => decideNewDate(offeringFacts({ state }), [], later, NOW).ok);
    expect(may).toEqual(['gathering', 'admitting', 'postponed']);
  });
});

describe('C «hold anyway»', () => {
  test('C fires 6 and 7 for those who wait, so that they have time to sit and to pay', () => {
    const o = offeringFacts({ active: 1, fee: COURSE_FEE });
    const decision = decisionOf(decideHold(o, [requestFacts(1)], [], NOW));
    expect(decision.offering).toEqual({ actions: ['reach_minimum'], state: 'admitting', heldAnyway: true });
    expect(short(decision.steps)).toEqual([[1, 'admit_bill', 'pay 7.1']]);
  });

  test('C once the minimum was reached it is only recorded', () => {
    const decision = decisionOf(decideHold(offeringFacts({ state: 'admitting' }), [], [], NOW));
    expect(decision).toEqual({ offering: { actions: [], state: 'admitting', heldAnyway: true }, steps: [] });
  });

  test('C nothing else can be held anyway', () => {
    const may = OFFERING_STATES.filter((state) => decideHold(offeringFacts({ state }), [], [], NOW).ok);
    expect(may).toEqual(['gathering', 'admitting']);
  });
});

describe('I an offering is cancelled', () => {
  test('I every live request ends and is told; money received becomes a refund case, an open bill is closed', () => {
    const o = offeringFacts({ state: 'admitting', fee: COURSE_FEE });
    const live = [
      requestFacts(1, {
        state: 'confirmed',
        paid: COURSE_FEE,
        bill: { state: 'paid', amount: COURSE_FEE, payBefore: STARTS },
      }),
      billed(2, o),
      requestFacts(3, { state: 'waitlisted' }),
      requestFacts(4, { state: 'withdrawn' }),
    ];
    const { steps, offering } = decisionOf(decideCancelOffering(o, live));
    expect(offering?.state).toBe('cancelled');
    expect(short(steps)).toEqual([
      [1, 'cancel_offering', 'course_cancelled_paid null'],
      [2, 'cancel_offering', 'course_cancelled null'],
      [3, 'cancel_offering', 'course_cancelled null'],
    ]);
    expect(steps.map((s) => s.financeCase)).toEqual([{ kind: 'refund', amount: COURSE_FEE }, undefined, undefined]);
    expect(steps.map((s) => s.bill?.kind)).toEqual([undefined, 'close', undefined]);
    expect(steps.every((s) => s.reason === 'offering_cancelled')).toBe(true);
  });

  test('I not once it was held, and not twice', () => {
    const may = OFFERING_STATES.filter((state) => decideCancelOffering(offeringFacts({ state }), []).ok);
    expect(may).toEqual(OFFERING_STATES.filter((state) => state !== 'held' && state !== 'cancelled'));
  });
});

describe('I the venue changes', () => {
  const live = [requestFacts(1, { state: 'confirmed' }), requestFacts(2, { state: 'cancelled' })];

  test('I every live request is told while there is a date', () => {
    const { steps, offering } = decisionOf(decideVenueChange(offeringFacts({ state: 'confirmed' }), live));
    expect(short(steps)).toEqual([[1, 'change_venue', 'venue_change null']]);
    expect(offering).toBeUndefined();
  });

  test('I without a date nobody is told: the message of the new date names the venue', () => {
    const o = offeringFacts({ state: 'postponed', schedule: null });
    expect(short(decisionOf(decideVenueChange(o, live)).steps)).toEqual([[1, 'change_venue']]);
  });

  test('I not after the course was held or cancelled', () => {
    expect(codeOf(decideVenueChange(offeringFacts({ state: 'held' }), live))).toBe('not_allowed_in_state');
    expect(codeOf(decideVenueChange(offeringFacts({ state: 'cancelled' }), live))).toBe('not_allowed_in_state');
  });
});

test('8 the first session begins: the offering runs', () => {
  expect(decideStart()).toEqual({ offering: { actions: ['start'], state: 'running' }, steps: [] });
});
