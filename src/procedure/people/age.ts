/** Full years of age on a civil day. Both days are `YYYY-MM-DD`; the day of birth itself counts as the birthday. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Ruling K: below this age a guardian applies. */
export const ADULT_AGE = 18;

export type AgeProblem = 'too_young' | 'too_old' | 'guardian_needed';

/**
 * Ruling K: does the age fit the course, and is the guardian there where one is needed?
 * @param range limits of the course in full years on the first day, `maxAge` null = none
 */
export function ageProblem(
  ages: { readonly onFirstDay: number; readonly today: number },
  range: { readonly minAge: number; readonly maxAge: number | null },
  hasGuardian: boolean,
): AgeProblem | undefined {
  if (ages.onFirstDay < range.minAge) return 'too_young';
  if (range.maxAge !== null && ages.onFirstDay > range.maxAge) return 'too_old';
  return ages.today < ADULT_AGE && !hasGuardian ? 'guardian_needed' : undefined;
}

/** A real calendar day written `YYYY-MM-DD`, between 1900 and `today`. */
export function isBirthDate(text: string, today: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match || text < '1900-01-01' || text > today) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
