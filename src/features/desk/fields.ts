import { type Fils, fils, fromDecimalText } from '#kernel/money.ts';
import { foldDigits } from '#platform/i18n/fold.ts';

/** A form as it was sent. */
export type Fields = Readonly<Record<string, string>>;

export type ProblemCode =
  | 'required'
  | 'too_long'
  | 'number'
  | 'money'
  | 'date'
  | 'time'
  | 'choice'
  | 'not_gsm'
  | 'both_languages'
  | 'min_above_max'
  | 'ages'
  | 'not_session_day'
  | 'intake_would_be_closed'
  | 'course_id'
  | 'course_exists'
  | 'national_number'
  | 'in_future'
  | 'bad_username'
  | 'bad_password'
  | 'username_taken';

/** What is wrong with one field; the rest says what would be right. */
export type Problem = {
  readonly field: string;
  readonly code: ProblemCode;
  readonly least?: number;
  readonly most?: number;
  readonly at?: Date;
};

/**
 * Reads the fields of one form. Each reader gives the value, or notes a problem and gives something harmless: what was
 * read counts only when there are no problems.
 */
export function createReader(fields: Fields) {
  const problems: Problem[] = [];
  const raw = (name: string): string => (fields[name] ?? '').replaceAll('\r\n', '\n').trim();
  const digits = (name: string): string => foldDigits(raw(name)).replace('٫', '.');
  const note = (problem: Problem): void => void problems.push(problem);

  const text = (name: string, most: number): string => {
    const value = raw(name);
    if (value === '') note({ field: name, code: 'required' });
    else if (value.length > most) note({ field: name, code: 'too_long', most });
    return value;
  };
  const optionalText = (name: string, most: number): string | null => {
    const value = raw(name);
    if (value.length > most) note({ field: name, code: 'too_long', most });
    return value === '' ? null : value;
  };
  const whole = (name: string, least: number, most: number): number => {
    const value = Number(digits(name));
    if (/^\d{1,7}$/.test(digits(name)) && value >= least && value <= most) return value;
    note({ field: name, code: raw(name) === '' ? 'required' : 'number', least, most });
    return least;
  };
  const optionalWhole = (name: string, least: number, most: number): number | null =>
    raw(name) === '' ? null : whole(name, least, most);
  /** Hours with a decimal point, as whole minutes. */
  const hours = (name: string, least: number, most: number): number => {
    const minutes = Math.round(Number(digits(name)) * 60);
    if (/^\d{1,4}(\.\d{1,2})?$/.test(digits(name)) && minutes >= least * 60 && minutes <= most * 60) return minutes;
    note({ field: name, code: raw(name) === '' ? 'required' : 'number', least, most });
    return least * 60;
  };
  const money = (name: string, mostFils: number): Fils => {
    const value = fromDecimalText(digits(name));
    if (value !== undefined && value <= mostFils) return value;
    note({ field: name, code: raw(name) === '' ? 'required' : 'money' });
    return fils(0);
  };
  const day = (name: string): string => {
    const value = digits(name);
    if (isDay(value)) return value;
    note({ field: name, code: raw(name) === '' ? 'required' : 'date' });
    return '2000-01-01';
  };
  /** Minutes after midnight. */
  const time = (name: string): number => {
    const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(digits(name));
    if (match) return Number(match[1]) * 60 + Number(match[2]);
    note({ field: name, code: raw(name) === '' ? 'required' : 'time' });
    return 0;
  };
  const choice = <T extends string>(name: string, values: readonly T[]): T => {
    const found = values.find((v) => v === raw(name));
    if (found !== undefined) return found;
    note({ field: name, code: raw(name) === '' ? 'required' : 'choice' });
    return values[0] as T;
  };
  const ticked = (name: string): boolean => raw(name) !== '';

  return { problems, note, raw, text, optionalText, whole, optionalWhole, hours, money, day, time, choice, ticked };
}

export type Reader = ReturnType<typeof createReader>;

/** What was read, or what is wrong with it. */
export type Read<T> =
  | { readonly input: T; readonly problems?: undefined }
  | { readonly input?: undefined; readonly problems: readonly Problem[] };

export const readResult = <T>(reader: Reader, input: T): Read<T> =>
  reader.problems.length > 0 ? { problems: reader.problems } : { input };

/** A day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}
