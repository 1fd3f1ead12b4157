import { ammanClock, civilDay } from '#platform/i18n/civil.ts';
import { type DayRange, type MeetingPattern, plusDays, sessionDay } from '#procedure/catalogue/calendar.ts';

const HOUR = 60;
export const SUNDAY_TUESDAY: MeetingPattern = {
  weekdays: [0, 2],
  startMinute: 16 * HOUR,
  minutes: 120,
  ramadanStartMinute: 11 * HOUR,
};
export const SATURDAY: MeetingPattern = { weekdays: [6], startMinute: 10 * HOUR, minutes: 180 };
export const SATURDAY_MONDAY: MeetingPattern = { weekdays: [6, 1], startMinute: 16 * HOUR, minutes: 120 };

/** The start of a session on this day by the pattern (Ramadan hours where they apply). */
export function startOn(day: string, pattern: MeetingPattern, ramadan: readonly DayRange[] = []): Date {
  const inRamadan = ramadan.some((r) => day >= r.firstDay && day <= r.lastDay);
  return ammanClock.instant(day, inRamadan ? (pattern.ramadanStartMinute ?? pattern.startMinute) : pattern.startMinute);
}

/** The calendar of the demo, counted from the day `T` on which it is loaded. */
export function demoDays(
  now: Date,
  holidays: readonly DayRange[],
  ramadan: readonly DayRange[],
  fitr: readonly DayRange[],
) {
  const today = civilDay(now);
  const day = (n: number): string => plusDays(today, n);
  const next = <R extends DayRange>(ranges: readonly R[], daysAhead: number): R => {
    const found = ranges.find((r) => r.firstDay >= day(daysAhead));
    if (!found) throw new Error('the table of holidays ends too early for the demo');
    return found;
  };
  const sundayUpTo = (d: string): string => sessionDay(d, { ...SUNDAY_TUESDAY, weekdays: [0] }, [], -1);
  return {
    day,
    /** The first session day from T+n on. */
    ahead: (n: number, pattern = SUNDAY_TUESDAY): Date =>
      startOn(sessionDay(day(n), pattern, holidays), pattern, ramadan),
    /** The last session day up to T-n. */
    ago: (n: number, pattern = SUNDAY_TUESDAY): Date =>
      startOn(sessionDay(day(-n), pattern, holidays, -1), pattern, ramadan),
    /** T+n itself, whatever weekday it is. */
    at: (n: number, pattern = SUNDAY_TUESDAY): Date => startOn(day(n), pattern),
    /** The next of 9:00, 12:00, 16:00, 18:30 that is at least three hours ahead. */
    soon(): Date {
      const minutes = [9 * HOUR, 12 * HOUR, 16 * HOUR, 18 * HOUR + 30];
      const times = [0, 1].flatMap((n) => minutes.map((m) => ammanClock.instant(day(n), m)));
      return times.find((t) => t.getTime() - now.getTime() >= 3 * 3_600_000) ?? times[times.length - 1] ?? now;
    },
    /** The Sunday before the next Ramadan that is at least ten days ahead. */
    beforeRamadan: (): Date =>
      startOn(sundayUpTo(plusDays(next(ramadan, 10 + 7).firstDay, -1)), SUNDAY_TUESDAY, ramadan),
    /** The Sunday fourteen days or more before the next Fitr. */
    beforeFitr(): Date {
      const sunday = sundayUpTo(plusDays(next(fitr, 14 + 17).firstDay, -14));
      return startOn(sunday, SUNDAY_TUESDAY, ramadan);
    },
  };
}
