import type { Lang } from '#kernel/lang.ts';
import { type Fils, toDecimalText } from '#kernel/money.ts';
import { LOCALES, translator } from './messages.ts';

const ZONE = 'Asia/Amman';
const MIDNIGHT_UTC = 'T00:00:00Z';

/** Marks of direction that `Intl` puts into Arabic dates; pages isolate with `<bdi>` instead, texts must not carry them. */
const DIRECTION_MARKS = /[\u200E\u200F\u061C]/g;

const texts = {
  'money.whole': {
    ar: '{dinars, plural, =0 {0 دينار} =1 {دينار واحد} =2 {ديناران} zero {# دينار} one {# دينار} two {# دينار} few {# دنانير} many {# دينارا} other {# دينار}}',
    en: 'JOD {dinars, number}',
  },
  'money.fraction': { ar: '{amount} دينار', en: 'JOD {amount}' },
  'fee.free': { ar: 'مجانية', en: 'Free' },
} as const;

type Field = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'dayPeriod';

function makeFormat(lang: Lang, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[lang], { ...options, timeZone });
}

const LONG = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const CLOCK = { hour: 'numeric', minute: '2-digit', hour12: true } as const;

const longDate = { ar: makeFormat('ar', ZONE, LONG), en: makeFormat('en', ZONE, LONG) };
const longCivilDate = { ar: makeFormat('ar', 'UTC', LONG), en: makeFormat('en', 'UTC', LONG) };
const shortDate = makeFormat('en', ZONE, { day: 'numeric', month: 'numeric', year: 'numeric' });
const clockTime = { ar: makeFormat('ar', ZONE, CLOCK), en: makeFormat('en', ZONE, CLOCK) };

function fieldsOf(format: Intl.DateTimeFormat, date: Date): Record<Field, string> {
  const fields = { weekday: '', day: '', month: '', year: '', hour: '', minute: '', dayPeriod: '' };
  for (const part of format.formatToParts(date)) {
    if (part.type in fields) fields[part.type as Field] = part.value.replace(DIRECTION_MARKS, '');
  }
  return fields;
}

function joinLong(format: Intl.DateTimeFormat, date: Date): string {
  const { weekday, day, month, year } = fieldsOf(format, date);
  return `${weekday} ${day} ${month} ${year}`;
}

/** «الأحد 10 كانون الثاني 2027», “Sunday 10 January 2027”: the day in Amman on which the instant falls. */
export function formatDate(date: Date, lang: Lang): string {
  return joinLong(longDate[lang], date);
}

/**
 * As `formatDate`, for a calendar day that has no time.
 * @param civilDate `YYYY-MM-DD`
 * @throws RangeError when it is not a day of the calendar
 */
export function formatCivilDate(civilDate: string, lang: Lang): string {
  const date = new Date(`${civilDate}${MIDNIGHT_UTC}`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== civilDate) {
    throw new RangeError(`not a calendar day: ${civilDate}`);
  }
  return joinLong(longCivilDate[lang], date);
}

/** `10/1/2027` in both languages: day, month, year, in Amman. */
export function formatDay(date: Date): string {
  const { day, month, year } = fieldsOf(shortDate, date);
  return `${Number(day)}/${Number(month)}/${year}`;
}

/** «4:00 م», “4:00 pm”, in Amman. */
export function formatTime(date: Date, lang: Lang): string {
  const { hour, minute, dayPeriod } = fieldsOf(clockTime[lang], date);
  return `${hour}:${minute} ${dayPeriod.toLowerCase()}`;
}

/** «الأحد 10 كانون الثاني 2027، 4:00 م», “Sunday 10 January 2027, 4:00 pm”. */
export function formatDateTime(date: Date, lang: Lang): string {
  return `${formatDate(date, lang)}${lang === 'ar' ? '، ' : ', '}${formatTime(date, lang)}`;
}

/** «4:00 م – 6:00 م», “4:00 pm – 6:00 pm”: two instants of one day. */
export function formatTimeRange(start: Date, end: Date, lang: Lang): string {
  return `${formatTime(start, lang)} – ${formatTime(end, lang)}`;
}

/** An amount standing alone: «15.500 دينار», «ديناران», “JOD 15.500”; whole dinars carry no decimals. */
export function formatMoney(amount: Fils, lang: Lang): string {
  const t = translator(texts, lang);
  if (amount % 1000 === 0) return t('money.whole', { dinars: amount / 1000 });
  return t('money.fraction', { amount: toDecimalText(amount) });
}

/** The fee of a course: «مجانية» / “Free” for 0, else as `formatMoney`. */
export function formatFee(amount: Fils, lang: Lang): string {
  return amount === 0 ? translator(texts, lang)('fee.free') : formatMoney(amount, lang);
}

export { foldArabic } from './fold.ts';
