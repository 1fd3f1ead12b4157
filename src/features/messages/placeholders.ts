import { IntlMessageFormat } from 'intl-messageformat';
import type { Lang } from '#kernel/lang.ts';
import { type Fils, toDecimalText } from '#kernel/money.ts';
import { DAYS_CAP, daysText } from './days.ts';

/** What a placeholder takes; texts (`course`, `venue`) are given in the language of the message. */
export type PlaceholderValues = {
  readonly course: string;
  readonly venue: string;
  readonly day: Date;
  readonly date: Date;
  readonly olddate: Date;
  readonly newdate: Date;
  readonly until: Date;
  readonly time: Date;
  readonly end: Date;
  readonly deadline: Date;
  readonly opens: Date;
  /** The weekday (0 = Sunday … 6 = Saturday) of every session, one entry a session: a single entry is a course of one day. */
  readonly days: readonly number[];
  readonly hours: number;
  readonly minutes: number;
  readonly amount: Fils;
  readonly paid: Fils;
  readonly ref: string;
  readonly payno: string;
  readonly code: string;
  /** The short link as it is sent, without a scheme: `amman.jo/c/K4M2Q9TXBR`. */
  readonly url: string;
};

export type PlaceholderName = keyof PlaceholderValues;

/** The most characters a rendered placeholder is counted with when the length of a text is checked. */
export const PLACEHOLDER_CAPS: Record<PlaceholderName, Record<Lang, number>> = {
  course: { ar: 24, en: 34 },
  venue: { ar: 18, en: 26 },
  day: { ar: 8, en: 3 },
  date: { ar: 10, en: 10 },
  olddate: { ar: 10, en: 10 },
  newdate: { ar: 10, en: 10 },
  until: { ar: 10, en: 10 },
  time: { ar: 6, en: 8 },
  end: { ar: 6, en: 8 },
  deadline: { ar: 17, en: 19 },
  opens: { ar: 17, en: 19 },
  days: DAYS_CAP,
  hours: { ar: 8, en: 9 },
  minutes: { ar: 8, en: 10 },
  amount: { ar: 13, en: 11 },
  paid: { ar: 13, en: 11 },
  ref: { ar: 6, en: 6 },
  payno: { ar: 10, en: 10 },
  code: { ar: 6, en: 6 },
  url: { ar: 21, en: 21 },
};

const LOCALES: Record<Lang, string> = { ar: 'ar-JO-u-nu-latn', en: 'en-GB' };

const FRAGMENTS = {
  amount: {
    ar: '{kind, select, whole {{dinars, plural, =1 {دينار واحد} =2 {دينارين} few {# دنانير} many {# دينارا} other {# دينار}}} other {{fixed} دينار}}',
    en: 'JOD {kind, select, whole {{dinars, number}} other {{fixed}}}',
  },
  hours: {
    ar: '{n, plural, =1 {ساعة واحدة} =2 {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}}',
    en: '{n, plural, one {# hour} other {# hours}}',
  },
  minutes: {
    ar: '{n, plural, =1 {دقيقة واحدة} =2 {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
    en: '{n, plural, one {# minute} other {# minutes}}',
  },
} as const satisfies Record<string, Record<Lang, string>>;

const perLang = <T>(make: (lang: Lang) => T): Record<Lang, T> => ({ ar: make('ar'), en: make('en') });

const FORMATS = {
  amount: perLang((lang) => new IntlMessageFormat(FRAGMENTS.amount[lang], LOCALES[lang])),
  hours: perLang((lang) => new IntlMessageFormat(FRAGMENTS.hours[lang], LOCALES[lang])),
  minutes: perLang((lang) => new IntlMessageFormat(FRAGMENTS.minutes[lang], LOCALES[lang])),
};

const INSTANT = perLang(
  (lang) =>
    new Intl.DateTimeFormat(LOCALES[lang], {
      timeZone: 'Asia/Amman',
      weekday: lang === 'ar' ? 'long' : 'short',
      day: 'numeric',
      month: 'numeric',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      hour12: true,
    }),
);

/** Removes the marks that steer the direction of text and no reader sees; narrow and no-break spaces become plain ones. */
export function stripInvisibleMarks(text: string): string {
  return text.replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\u061C]/g, '').replace(/[\u00A0\u202F]/g, ' ');
}

function parts(at: Date, lang: Lang): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  return Object.fromEntries(INSTANT[lang].formatToParts(at).map(({ type, value }) => [type, value]));
}

const dayText = (at: Date, lang: Lang): string => parts(at, lang).weekday ?? '';

/** `10/1/2027`, alike in both languages. */
function dateText(at: Date, lang: Lang): string {
  const { day, month, year } = parts(at, lang);
  return `${Number(day)}/${Number(month)}/${year}`;
}

/** «4:00م», «4:00 pm». */
function timeText(at: Date, lang: Lang): string {
  const { hour, minute, dayPeriod } = parts(at, lang);
  return `${Number(hour)}:${minute}${lang === 'ar' ? '' : ' '}${dayPeriod}`;
}

const dateAndTimeText = (at: Date, lang: Lang): string => `${dateText(at, lang)} ${timeText(at, lang)}`;

function amountText(amount: Fils, lang: Lang): string {
  return String(
    FORMATS.amount[lang].format({
      kind: amount % 1000 === 0 ? 'whole' : 'fils',
      dinars: Math.floor(amount / 1000),
      fixed: toDecimalText(amount),
    }),
  );
}

const asGiven = (text: string): string => text;

const RENDERERS: { readonly [P in PlaceholderName]: (value: PlaceholderValues[P], lang: Lang) => string } = {
  course: asGiven,
  venue: asGiven,
  day: dayText,
  date: dateText,
  olddate: dateText,
  newdate: dateText,
  until: dateText,
  time: timeText,
  end: timeText,
  deadline: dateAndTimeText,
  opens: dateAndTimeText,
  days: daysText,
  hours: (n, lang) => String(FORMATS.hours[lang].format({ n })),
  minutes: (n, lang) => String(FORMATS.minutes[lang].format({ n })),
  amount: amountText,
  paid: amountText,
  ref: asGiven,
  payno: asGiven,
  code: asGiven,
  url: asGiven,
};

/**
 * One value as it stands in an SMS: European digits, zone Asia/Amman, no invisible marks.
 * Never shortened, also beyond its cap.
 */
export function renderPlaceholder<P extends PlaceholderName>(name: P, value: PlaceholderValues[P], lang: Lang): string {
  return stripInvisibleMarks(RENDERERS[name](value, lang));
}
