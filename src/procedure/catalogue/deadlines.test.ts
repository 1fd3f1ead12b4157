import { describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { ENDS, justBefore, LEAD_TIMES, STARTS } from '#test/procedure/facts.ts';
import { examDeadlineFor, scheduleOf } from './deadlines.ts';

const hoursBefore = (hours: number): Date => plusMs(STARTS, -hours * HOUR_MS);

describe('N the deadlines of an offering', () => {
  test.each([
    ['free, nothing needed', false, false, 24, 24, 24],
    ['free, exam needed', false, true, 24, 24, 48],
    ['paid, nothing needed', true, false, 24, 48, 48],
    ['paid, exam needed', true, true, 24, 48, 72],
  ])('N %s', (_, paid, exam, decision, examDeadline, intake) => {
    expect(scheduleOf(STARTS, ENDS, LEAD_TIMES, { paid, exam })).toEqual({
      startsAt: STARTS,
      endsAt: ENDS,
      decisionAt: hoursBefore(decision),
      examDeadline: hoursBefore(examDeadline),
      intakeClosesAt: hoursBefore(intake),
    });
  });

  test('5 with a lead of 0 the decision falls at the start, literally', () => {
    const lead = { ...LEAD_TIMES, decisionLeadMs: 0 };
    const schedule = scheduleOf(STARTS, ENDS, lead, { paid: false, exam: false });
    expect(schedule.decisionAt).toEqual(STARTS);
    expect(schedule.intakeClosesAt).toEqual(STARTS);
  });

  test('N each offering has its own times to pay and to sit', () => {
    const lead = { decisionLeadMs: 2 * DAY_MS, payTimeMs: 3 * DAY_MS, examTimeMs: 6 * HOUR_MS };
    const schedule = scheduleOf(STARTS, ENDS, lead, { paid: true, exam: true });
    expect(schedule.examDeadline).toEqual(hoursBefore(5 * 24));
    expect(schedule.intakeClosesAt).toEqual(hoursBefore(5 * 24 + 6));
  });
});

describe('N until when the exam can be taken', () => {
  const schedule = scheduleOf(STARTS, ENDS, LEAD_TIMES, { paid: true, exam: true });

  test('N who is admitted a millisecond before the exam deadline has until then', () => {
    expect(examDeadlineFor(schedule, justBefore(schedule.examDeadline))).toEqual(schedule.examDeadline);
  });

  test('N who is admitted at the exam deadline or later has until the decision', () => {
    expect(examDeadlineFor(schedule, schedule.examDeadline)).toEqual(schedule.decisionAt);
  });

  test('B5 without a date there is no deadline', () => {
    expect(examDeadlineFor(null, STARTS)).toBeNull();
  });
});
