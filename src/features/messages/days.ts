import type { Lang } from '#kernel/lang.ts';

/** The week as the office counts it: from Saturday to Friday. */
const WEEK = [6, 0, 1, 2, 3, 4, 5] as const;
const FRIDAY = 5;

/** Sunday first. */
const NAMES: Record<Lang, readonly string[]> = {
  ar: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

const WORDS = {
  ar: { oneDay: 'يوم واحد', allButFriday: 'يوميا عدا الجمعة', and: ' و', to: ' - ' },
  en: { oneDay: 'one day', allButFriday: 'Sat-Thu', and: ', ', to: '-' },
} as const;

/**
 * The most characters that the days are counted with when the length of a text is checked. Three consecutive days whose
 * list would be longer are given as a range, which says the same in less.
 */
export const DAYS_CAP: Record<Lang, number> = { ar: 23, en: 13 };

/**
 * The weekdays of a course: up to three listed, more as a range, «يوم واحد» for a single session.
 * More than three days that do not follow one another are all listed.
 *
 * @param sessions the weekday (0 = Sunday … 6 = Saturday) of every session, one entry a session, in any order
 * @throws RangeError when there is no session, or a number is no weekday
 */
export function daysText(sessions: readonly number[], lang: Lang): string {
  const words = WORDS[lang];
  const days = WEEK.filter((day) => sessions.includes(day));
  if (days.length === 0 || sessions.some((day) => NAMES.en[day] === undefined)) {
    throw new RangeError(`not the weekdays of a course: [${sessions.join(', ')}]`);
  }
  if (sessions.length === 1) return words.oneDay;
  if (days.length === 6 && !days.includes(FRIDAY)) return words.allButFriday;

  const names = days.map((day) => NAMES[lang][day]);
  const list = names.join(words.and);
  if (days.length < 3 || (days.length === 3 && list.length <= DAYS_CAP[lang])) return list;

  const first = firstOfRun(days);
  if (first === undefined) return list;
  return `${NAMES[lang][first]}${words.to}${NAMES[lang][(first + days.length - 1) % 7]}`;
}

/** The day from which all the days follow one another, also across the end of the week; `undefined` if there is a gap. */
function firstOfRun(days: readonly number[]): number | undefined {
  return days.find((first) => days.every((_, step) => days.includes((first + step) % 7)));
}
