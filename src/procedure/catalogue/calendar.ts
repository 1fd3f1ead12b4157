/** A closed range of civil days, `YYYY-MM-DD`, both included. */
export type DayRange = { readonly firstDay: string; readonly lastDay: string };
export type Meeting = { readonly startsAt: Date; readonly endsAt: Date };

/**
 * How an offering meets: weekdays (0 = Sunday) and a time of day in minutes after midnight, Amman time.
 * In Ramadan the sessions begin at `ramadanStartMinute` where one is given, with the same length.
 */
export type MeetingPattern = {
  readonly weekdays: readonly number[];
  readonly startMinute: number;
  readonly minutes: number;
  readonly ramadanStartMinute?: number;
};

/** Converts a civil day and minute of the day in Amman into an instant, and an instant into its civil day. */
export type CivilClock = {
  readonly instant: (day: string, minute: number) => Date;
  readonly day: (at: Date) => string;
};

const within = (day: string, ranges: readonly DayRange[]): boolean =>
  ranges.some((r) => day >= r.firstDay && day <= r.lastDay);

/** The civil day `n` days after `day`. */
export function plusDays(day: string, n: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + n);
  return date.toISOString().slice(0, 10);
}

/** 0 = Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The first session day from `day` on (or, backwards, the last one up to it) that is no holiday. */
export function sessionDay(
  day: string,
  pattern: MeetingPattern,
  holidays: readonly DayRange[],
  direction: 1 | -1 = 1,
): string {
  let candidate = day;
  for (let i = 0; i < 400; i += 1) {
    if (pattern.weekdays.includes(weekdayOf(candidate)) && !within(candidate, holidays)) return candidate;
    candidate = plusDays(candidate, direction);
  }
  throw new Error('no session day within 400 days');
}

/**
 * The meetings of an offering: on its weekdays from the first day on, holidays skipped, until the hours are filled
 * (the last meeting may be shorter).
 *
 * @param totalMinutes teaching time of the whole course, > 0
 */
export function planMeetings(
  firstDay: string,
  totalMinutes: number,
  pattern: MeetingPattern,
  calendar: { readonly holidays: readonly DayRange[]; readonly ramadan: readonly DayRange[] },
  clock: CivilClock,
): Meeting[] {
  const meetings: Meeting[] = [];
  let day = firstDay;
  for (let left = totalMinutes; left > 0; ) {
    day = sessionDay(day, pattern, calendar.holidays);
    const start =
      pattern.ramadanStartMinute !== undefined && within(day, calendar.ramadan)
        ? pattern.ramadanStartMinute
        : pattern.startMinute;
    const length = Math.min(pattern.minutes, left);
    meetings.push({ startsAt: clock.instant(day, start), endsAt: clock.instant(day, start + length) });
    left -= length;
    day = plusDays(day, 1);
  }
  return meetings;
}

/** The same meetings, moved as a whole so that the first one begins at `startsAt`. */
export function shiftMeetings(meetings: readonly Meeting[], startsAt: Date): Meeting[] {
  const first = meetings[0];
  if (!first) return [];
  const by = startsAt.getTime() - first.startsAt.getTime();
  return meetings.map((m) => ({
    startsAt: new Date(m.startsAt.getTime() + by),
    endsAt: new Date(m.endsAt.getTime() + by),
  }));
}
