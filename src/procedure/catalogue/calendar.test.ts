import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#kernel/time.ts';
import {
  type CivilClock,
  type DayRange,
  planMeetings,
  plusDays,
  sessionDay,
  shiftMeetings,
  weekdayOf,
} from './calendar.ts';

/** Amman: UTC+3 all year. */
const clock: CivilClock = {
  instant: (day, minute) => new Date(new Date(`${day}T00:00:00+03:00`).getTime() + minute * MINUTE_MS),
  day: (at) => new Date(at.getTime() + 180 * MINUTE_MS).toISOString().slice(0, 10),
};

const SUNDAY_TUESDAY = { weekdays: [0, 2], startMinute: 16 * 60, minutes: 120 };
const NO_DAYS: { holidays: DayRange[]; ramadan: DayRange[] } = { holidays: [], ramadan: [] };

const plan = (
  firstDay: string,
  total: number,
  pattern: Parameters<typeof planMeetings>[2] = SUNDAY_TUESDAY,
  days = NO_DAYS,
) =>
  planMeetings(firstDay, total, pattern, days, clock).map(
    (m) => `${m.startsAt.toISOString()}/${m.endsAt.toISOString()}`,
  );

describe('the meetings of an offering', () => {
  test('they fall on the weekdays, from the first day on, until the hours are filled', () => {
    expect(plan('2027-01-10', 360)).toEqual([
      '2027-01-10T13:00:00.000Z/2027-01-10T15:00:00.000Z',
      '2027-01-12T13:00:00.000Z/2027-01-12T15:00:00.000Z',
      '2027-01-17T13:00:00.000Z/2027-01-17T15:00:00.000Z',
    ]);
  });

  test('a first day that is no session day moves to the next one', () => {
    expect(plan('2027-01-11', 120)).toEqual(['2027-01-12T13:00:00.000Z/2027-01-12T15:00:00.000Z']);
  });

  test('the last meeting is shorter when the hours do not divide', () => {
    expect(plan('2027-01-10', 150)).toEqual([
      '2027-01-10T13:00:00.000Z/2027-01-10T15:00:00.000Z',
      '2027-01-12T13:00:00.000Z/2027-01-12T13:30:00.000Z',
    ]);
  });

  test('holidays are skipped, first and last day included', () => {
    const holidays = [{ firstDay: '2027-01-10', lastDay: '2027-01-12' }];
    expect(plan('2027-01-10', 120, SUNDAY_TUESDAY, { ...NO_DAYS, holidays })).toEqual([
      '2027-01-17T13:00:00.000Z/2027-01-17T15:00:00.000Z',
    ]);
  });

  test('in Ramadan sessions begin at the Ramadan time where one is given, with the same length', () => {
    const ramadan = [{ firstDay: '2027-02-09', lastDay: '2027-02-09' }];
    const pattern = { ...SUNDAY_TUESDAY, ramadanStartMinute: 10 * 60 };
    expect(plan('2027-02-09', 240, pattern, { ...NO_DAYS, ramadan })).toEqual([
      '2027-02-09T07:00:00.000Z/2027-02-09T09:00:00.000Z',
      '2027-02-14T13:00:00.000Z/2027-02-14T15:00:00.000Z',
    ]);
    expect(plan('2027-02-09', 120, SUNDAY_TUESDAY, { ...NO_DAYS, ramadan })).toEqual([
      '2027-02-09T13:00:00.000Z/2027-02-09T15:00:00.000Z',
    ]);
  });

  test('they always sum up to the hours, never fall on a holiday, and follow one another', () => {
    const weekdays = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 });
    const holidays = [{ firstDay: '2027-03-08', lastDay: '2027-03-12' }];
    const property = fc.property(weekdays, fc.integer({ min: 1, max: 4_000 }), (days, total) => {
      const meetings = planMeetings(
        '2027-03-01',
        total,
        { weekdays: days, startMinute: 600, minutes: 90 },
        { holidays, ramadan: [] },
        clock,
      );
      const minutes = meetings.map((m) => (m.endsAt.getTime() - m.startsAt.getTime()) / MINUTE_MS);
      const civil = meetings.map((m) => clock.day(m.startsAt));
      return (
        minutes.reduce((a, b) => a + b, 0) === total &&
        minutes.slice(0, -1).every((m) => m === 90) &&
        civil.every((d) => days.includes(weekdayOf(d)) && (d < '2027-03-08' || d > '2027-03-12')) &&
        civil.every((d, i) => i === 0 || d > (civil[i - 1] ?? ''))
      );
    });
    expect(() => fc.assert(property)).not.toThrow();
  });
});

test('a session day is found forwards and backwards, and never when no weekday is allowed', () => {
  expect(sessionDay('2027-01-11', SUNDAY_TUESDAY, [])).toBe('2027-01-12');
  expect(sessionDay('2027-01-11', SUNDAY_TUESDAY, [], -1)).toBe('2027-01-10');
  expect(() => sessionDay('2027-01-11', { ...SUNDAY_TUESDAY, weekdays: [] }, [])).toThrow('no session day');
});

test('civil days go over months, years and leap days', () => {
  expect(plusDays('2027-12-31', 1)).toBe('2028-01-01');
  expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(plusDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(weekdayOf('2027-01-10')).toBe(0);
});

test('N2 meetings move as a whole to a new start and keep their distances', () => {
  const meetings = planMeetings('2027-01-10', 240, SUNDAY_TUESDAY, NO_DAYS, clock);
  const moved = shiftMeetings(meetings, new Date('2027-02-01T08:00:00Z'));
  expect(moved.map((m) => m.startsAt.toISOString())).toEqual(['2027-02-01T08:00:00.000Z', '2027-02-03T08:00:00.000Z']);
  expect(moved.map((m) => m.endsAt.getTime() - m.startsAt.getTime())).toEqual([120, 120].map((m) => m * MINUTE_MS));
  expect(shiftMeetings([], new Date('2027-02-01T08:00:00Z'))).toEqual([]);
});
