import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import { scheduleOf } from '../catalogue/deadlines.ts';
import { decideSitting, GRACE_MS, type Sitting, satAt, takesAnswers } from './sitting.ts';

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
