import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import { scheduleOf } from '../catalogue/deadlines.ts';
import {
  decideExtraTime,
  decideSitting,
  type ExtraTimeCase,
  GRACE_MS,
  MOST_EXTRA_MINUTES,
  type Sitting,
  satAt,
  takesAnswers,
  withExtraTime,
} from './sitting.ts';

const startsAt = new Date('2027-01-10T13:00:00Z');
const lead = { decisionLeadMs: 24 * HOUR_MS, payTimeMs: 24 * HOUR_MS, examTimeMs: 24 * HOUR_MS };
const schedule = scheduleOf(startsAt, plusMs(startsAt, HOUR_MS), lead, { paid: true, exam: true });
const toldAt = plusMs(schedule.examDeadline, -48 * HOUR_MS);
const sitting = (over: Partial<Sitting> = {}): Sitting => ({
  state: 'awaiting_exam',
  schedule,
  opensAt: null,
  toldAt,
  minutes: 30,
  extraMinutes: 0,
  attemptsUsed: false,
  ...over,
});

describe('6.3, 7.3, N when an exam can be sat', () => {
  test('an attempt ends after its time limit', () => {
    expect(decideSitting(sitting(), toldAt)).toEqual({ ok: true, value: { endsAt: plusMs(toldAt, 30 * MINUTE_MS) } });
  });

  test('an attempt ends at the exam deadline where that comes first', () => {
    const late = plusMs(schedule.examDeadline, -1);
    expect(decideSitting(sitting(), late)).toEqual({ ok: true, value: { endsAt: schedule.examDeadline } });
  });

  test('at the exam deadline it is too late, also while the payment deadline is still ahead', () => {
    const deadline = schedule.examDeadline;
    expect(decideSitting(sitting(), deadline)).toEqual({ ok: false, error: { code: 'deadline_past', deadline } });
  });

  test('who was admitted after the exam deadline has until the decision', () => {
    const added = sitting({ toldAt: plusMs(schedule.examDeadline, HOUR_MS) });
    expect(decideSitting(added, plusMs(schedule.decisionAt, -1)).ok).toBe(true);
    expect(decideSitting(added, schedule.decisionAt).ok).toBe(false);
  });

  test('B5 while the offering is postponed there is no deadline', () => {
    const muchLater = plusMs(startsAt, 1000 * HOUR_MS);
    expect(decideSitting(sitting({ schedule: null }), muchLater)).toMatchObject({ ok: true });
  });

  test('6.3.2 it opens at the end of the retake wait, not a moment before', () => {
    const opensAt = plusMs(toldAt, HOUR_MS);
    const refused = decideSitting(sitting({ opensAt }), plusMs(opensAt, -1));
    expect(refused).toEqual({ ok: false, error: { code: 'not_open_yet', opensAt } });
    expect(decideSitting(sitting({ opensAt }), opensAt).ok).toBe(true);
  });

  test('nobody sits who is not asked to', () => {
    expect(decideSitting(sitting({ state: 'confirmed' }), toldAt)).toMatchObject({
      ok: false,
      error: { code: 'not_awaiting_exam' },
    });
  });

  test('answers are taken until ten seconds after the end, and count as given at the end', () => {
    const lastMoment = plusMs(startsAt, GRACE_MS);
    expect(takesAnswers(startsAt, lastMoment)).toBe(true);
    expect(takesAnswers(startsAt, plusMs(lastMoment, 1))).toBe(false);
    expect(satAt(startsAt, lastMoment)).toEqual(startsAt);
    expect(satAt(startsAt, plusMs(startsAt, -1))).toEqual(plusMs(startsAt, -1));
  });
});

describe('6.3, 7.3, N extra time', () => {
  const minutes = (n: number): number => n * MINUTE_MS;

  test('it is added to the time limit', () => {
    const started = decideSitting(sitting({ extraMinutes: 15 }), toldAt);
    expect(started).toEqual({ ok: true, value: { endsAt: plusMs(toldAt, minutes(45)) } });
  });

  test('it is added to an end that the exam deadline had cut, and passes that deadline', () => {
    const late = plusMs(schedule.examDeadline, -minutes(10));
    const started = decideSitting(sitting({ extraMinutes: 15 }), late);
    expect(started).toEqual({ ok: true, value: { endsAt: plusMs(schedule.examDeadline, minutes(15)) } });
  });

  test('at the exam deadline it is too late to start, also with extra time', () => {
    expect(decideSitting(sitting({ extraMinutes: 60 }), schedule.examDeadline).ok).toBe(false);
  });

  test('it ends at the decision time', () => {
    const { decisionAt } = schedule;
    expect(withExtraTime(plusMs(decisionAt, -minutes(5)), 5, schedule)).toEqual(decisionAt);
    expect(withExtraTime(plusMs(decisionAt, -minutes(5)), 6, schedule)).toEqual(decisionAt);
    expect(withExtraTime(plusMs(decisionAt, -minutes(5)), 4, schedule)).toEqual(plusMs(decisionAt, -minutes(1)));
  });

  test('it never takes time away, and B5 while the offering is postponed nothing bounds it', () => {
    const after = plusMs(schedule.decisionAt, minutes(30));
    expect(withExtraTime(after, 10, schedule)).toEqual(after);
    expect(withExtraTime(after, 10, null)).toEqual(plusMs(after, minutes(10)));
    expect(withExtraTime(after, 0, null)).toEqual(after);
  });

  const aCase = (over: Partial<ExtraTimeCase> = {}): ExtraTimeCase => ({
    state: 'awaiting_exam',
    examNeeded: true,
    schedule,
    granted: 0,
    attempt: null,
    ...over,
  });
  const codeOf = (over: Partial<ExtraTimeCase>, extra = 15, now = toldAt): string => {
    const decided = decideExtraTime(aCase(over), extra, now);
    return decided.ok ? String(decided.value.endsAt?.toISOString() ?? 'later') : decided.error.code;
  };

  test('staff grant it before the exam is started, also to somebody who still waits', () => {
    for (const state of ['waiting_minimum', 'waitlisted', 'awaiting_exam'] as const) {
      expect(codeOf({ state })).toBe('later');
    }
    expect(codeOf({ attempt: { deadlineAt: toldAt, closed: true } })).toBe('later');
  });

  test('while the exam is sat, its end moves at once', () => {
    const deadlineAt = plusMs(toldAt, minutes(30));
    expect(codeOf({ attempt: { deadlineAt, closed: false } })).toBe(plusMs(deadlineAt, minutes(15)).toISOString());
  });

  test('not when no exam lies ahead, its time is over, or there is no room before the decision', () => {
    expect(codeOf({ state: 'confirmed' })).toBe('no_exam_ahead');
    expect(codeOf({ examNeeded: false })).toBe('no_exam_ahead');
    const attempt = { deadlineAt: toldAt, closed: false };
    expect(codeOf({ attempt }, 15, toldAt)).toBe('exam_over');
    expect(codeOf({ attempt }, 15, plusMs(toldAt, -1))).not.toBe('exam_over');
    expect(codeOf({ attempt: { deadlineAt: schedule.decisionAt, closed: false } })).toBe('no_room');
  });

  test('in whole minutes, ten hours at most in all', () => {
    for (const wrong of [0, -1, 1.5, Number.NaN, MOST_EXTRA_MINUTES + 1]) expect(codeOf({}, wrong)).toBe('bad_minutes');
    expect(codeOf({}, MOST_EXTRA_MINUTES)).toBe('later');
    expect(codeOf({ granted: 1 }, MOST_EXTRA_MINUTES)).toBe('bad_minutes');
  });
});

test('6.3.2 who has used every attempt cannot start another one', () => {
  expect(decideSitting(sitting({ attemptsUsed: true }), toldAt)).toEqual({
    ok: false,
    error: { code: 'attempts_used' },
  });
});
