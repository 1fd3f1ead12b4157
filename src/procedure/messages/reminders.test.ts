import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import type { Step } from '#procedure/lifecycle/decision.ts';
import { COURSE_FEE, NOW, offeringFacts, requestFacts, STARTS } from '#test/procedure/facts.ts';
import { REMINDER_KINDS, REMINDERS, remindersOf } from './reminders.ts';
import { TEMPLATES } from './templates.ts';

const o = offeringFacts({ state: 'admitting', fee: COURSE_FEE });
const step = (over: Partial<Step>): Step => ({
  application: requestFacts(1).id,
  action: 'admit_exam',
  from: 'waiting_minimum',
  to: 'awaiting_exam',
  clause: null,
  sms: [],
  ...over,
});
const due = (s: Step, now = NOW) => remindersOf(s, o, now).map((r) => [r.kind, r.dueAt.getTime() - NOW.getTime()]);
const inDays = (days: number): Date => plusMs(NOW, days * DAY_MS);

describe('M reminders of a deadline', () => {
  test('M half of the time gone, and the last day where that is later', () => {
    expect(due(step({ exam: { opensAt: null, deadline: inDays(6) } }))).toEqual([
      ['exam_half', 3 * DAY_MS],
      ['exam_last_day', 5 * DAY_MS],
    ]);
  });

  test('M no last day when half of the time is later', () => {
    expect(due(step({ bill: { kind: 'open', payBefore: inDays(1) } }))).toEqual([['pay_half', 12 * HOUR_MS]]);
  });

  test('6.3 the time of an exam that opens later runs from its opening', () => {
    expect(due(step({ exam: { opensAt: inDays(4), deadline: inDays(6) } }))[0]).toEqual(['exam_half', 5 * DAY_MS]);
  });

  test('B5 without a deadline there is no reminder', () => {
    expect(due(step({ exam: { opensAt: null, deadline: null } }))).toEqual([]);
  });

  test('D a bill that opens again is reminded of again', () => {
    expect(due(step({ bill: { kind: 'reopen', payBefore: inDays(4) } })).map(([kind]) => kind)).toEqual([
      'pay_half',
      'pay_last_day',
    ]);
  });
});

describe('M the day before the course', () => {
  const sure = step({ action: 'pay', from: 'awaiting_payment', to: 'confirmed' });

  test('M whoever becomes confirmed is reminded 24 hours before the start', () => {
    expect(remindersOf(sure, o, NOW)).toEqual([{ kind: 'day_before', dueAt: plusMs(STARTS, -DAY_MS) }]);
  });

  test('M not who becomes confirmed later than that', () => {
    expect(remindersOf(sure, o, plusMs(STARTS, -DAY_MS - 1))).toHaveLength(1);
    expect(remindersOf(sure, o, plusMs(STARTS, -DAY_MS))).toEqual([]);
  });

  test('N2 again for a new date, and only then for who was confirmed before', () => {
    const carried = step({ action: 'carry_over', from: 'confirmed', to: 'confirmed' });
    expect(remindersOf(carried, o, NOW)).toHaveLength(1);
    expect(remindersOf({ ...carried, action: 'change_venue' }, o, NOW)).toEqual([]);
    expect(remindersOf(carried, { ...o, schedule: null }, NOW)).toEqual([]);
  });
});

test('8 the evaluation is reminded of once, a week later', () => {
  expect(due(step({ action: 'invite_evaluation', from: 'attended', to: 'attended' }))).toEqual([
    ['evaluation_week', 7 * DAY_MS],
  ]);
});

test('M every reminder sends a message of the class that can be opted out of', () => {
  expect(REMINDER_KINDS.filter((kind) => TEMPLATES[REMINDERS[kind].template].class !== 'reminder')).toEqual([]);
});
