import { type DayRange, plusDays, weekdayOf } from '#procedure/catalogue/calendar.ts';

/** Working days of the office: Sunday (0) to Thursday (4). */
const LAST_WORKING_WEEKDAY = 4;
const MOST_DAYS = 366;

/** A postponed offering without a date after so many working days calls for attention (N2). */
export const NO_DATE_ALARM_DAYS = 3;

/**
 * Working days after `from` up to and with `to`, holidays left out; counting stops after a year.
 * @param from `YYYY-MM-DD`
 * @param to   `YYYY-MM-DD`
 */
export function workingDaysSince(from: string, to: string, holidays: readonly DayRange[]): number {
  let count = 0;
  let day = plusDays(from, 1);
  for (let i = 0; day <= to && i < MOST_DAYS; i += 1) {
    const free = holidays.some((h) => day >= h.firstDay && day <= h.lastDay);
    if (weekdayOf(day) <= LAST_WORKING_WEEKDAY && !free) count += 1;
    day = plusDays(day, 1);
  }
  return count;
}
