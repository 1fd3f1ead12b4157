import type { ExamId, VenueId } from '#kernel/ids.ts';
import { fils, fromDecimalText, toDecimalText } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { foldArabic, foldDigits } from '#platform/i18n/fold.ts';
import { type CourseRow, TOPICS } from '../catalogue/index.ts';
import type { RecordTranslate } from './record-messages.ts';

/** The fields in which a course is written, in both languages, with how long they may be. */
export const COURSE_TEXTS = [
  { name: 'title', most: 120, lines: 1, required: true },
  { name: 'sms', most: 34, lines: 1, required: true },
  { name: 'summary', most: 600, lines: 4, required: true },
  { name: 'outcomes', most: 2000, lines: 5, required: true },
  { name: 'audience', most: 600, lines: 3, required: true },
  { name: 'bring', most: 600, lines: 3, required: true },
  { name: 'prerequisite', most: 600, lines: 3, required: false },
] as const;

const NUMBERS = [
  { name: 'hours', least: 1, most: 2000, optional: false },
  { name: 'minSeats', least: 1, most: 500, optional: false },
  { name: 'maxSeats', least: 1, most: 500, optional: false },
  { name: 'minAge', least: 0, most: 120, optional: false },
  { name: 'maxAge', least: 0, most: 120, optional: true },
] as const;

export const COURSE_STATUSES = ['draft', 'published', 'archived'] as const;
const SMS_MOST = { Ar: 24, En: 34 } as const;
const FEE_MOST = 999_999;
/** Characters that every handset shows and that count once in an English SMS. */
const PLAIN_LATIN = /^[\x20-\x5A\x5F\x61-\x7A]*$/;

/** The fields of a course as typed: name of the field to its text. */
export type CourseTyped = Readonly<Record<string, string>>;
export type CourseValues = Omit<CourseRow, 'id'>;

/** What the form of a new course begins with. */
export const NEW_COURSE: CourseTyped = { status: 'draft', minAge: '16', fee: '0', minSeats: '8', maxSeats: '16' };

const FIELDS = [
  ...COURSE_TEXTS.flatMap(({ name }) => [`${name}Ar`, `${name}En`]),
  ...NUMBERS.map(({ name }) => name),
  ...['fee', 'topic', 'examId', 'venueId', 'status'],
];

export const typedCourse = (sent: (name: string) => string): CourseTyped =>
  Object.fromEntries(FIELDS.map((name) => [name, sent(name)]));

/** A course as the form shows it. */
export function typedOf(course: CourseRow): CourseTyped {
  const texts = Object.entries(course).map(([name, value]) => [name, value === null ? '' : String(value)] as const);
  return { ...Object.fromEntries(texts), fee: toDecimalText(fils(course.feeFils)) };
}

/**
 * Reads the form of a course.
 *
 * @param known the ids of the exams and venues that may be chosen
 * @returns the row without its id, or the words of every mistake by field
 */
export function readCourse(
  typed: CourseTyped,
  known: { readonly exams: readonly string[]; readonly venues: readonly string[] },
  id: string,
  t: RecordTranslate,
): Result<CourseValues, Readonly<Record<string, string>>> {
  const errors: Record<string, string> = {};
  const raw = (name: string): string => typed[name] ?? '';
  readTexts(raw, errors, t);
  const numbers = readNumbers(raw, errors, t);
  const fee = fromDecimalText(foldDigits(raw('fee')).replace('٫', '.'));
  if (fee === undefined || fee > FEE_MOST) errors['fee'] = t('error.fee');
  const topic = TOPICS.find((one) => one === raw('topic'));
  const status = COURSE_STATUSES.find((one) => one === raw('status'));
  if (!topic) errors['topic'] = t('error.choice');
  if (!status) errors['status'] = t('error.choice');
  if (!known.venues.includes(raw('venueId'))) errors['venueId'] = t('error.choice');
  if (raw('examId') !== '' && !known.exams.includes(raw('examId'))) errors['examId'] = t('error.choice');
  if (Object.keys(errors).length > 0 || !topic || !status || fee === undefined) return err(errors);
  const { hours = 0, minSeats = 0, maxSeats = 0, minAge = 0 } = numbers;
  return ok({
    ...textColumns(raw),
    topic,
    status,
    feeFils: fee,
    hours,
    minSeats,
    maxSeats,
    minAge,
    maxAge: numbers['maxAge'] ?? null,
    examId: raw('examId') === '' ? null : (raw('examId') as ExamId),
    venueId: raw('venueId') as VenueId,
    searchText: searchTextOf(raw, id),
  });
}

const textColumns = (raw: (name: string) => string) => ({
  titleAr: raw('titleAr'),
  titleEn: raw('titleEn'),
  smsAr: raw('smsAr'),
  smsEn: raw('smsEn'),
  summaryAr: raw('summaryAr'),
  summaryEn: raw('summaryEn'),
  outcomesAr: raw('outcomesAr'),
  outcomesEn: raw('outcomesEn'),
  audienceAr: raw('audienceAr'),
  audienceEn: raw('audienceEn'),
  bringAr: raw('bringAr'),
  bringEn: raw('bringEn'),
  prerequisiteAr: raw('prerequisiteAr') || null,
  prerequisiteEn: raw('prerequisiteEn') || null,
});

/** What the search of the catalogue looks in. */
export const searchTextOf = (raw: (name: string) => string, id: string): string =>
  foldArabic([raw('titleAr'), raw('titleEn'), raw('summaryAr'), raw('summaryEn'), id].join(' '));

function readTexts(raw: (name: string) => string, errors: Record<string, string>, t: RecordTranslate): void {
  for (const { name, most, required } of COURSE_TEXTS) {
    for (const side of ['Ar', 'En'] as const) {
      const field = `${name}${side}`;
      const text = raw(field);
      const smsMost = SMS_MOST[side];
      if (required && text === '') errors[field] = t('error.required');
      else if (name === 'sms' && [...text].length > smsMost) errors[field] = t('error.smsLength', { most: smsMost });
      else if (text.length > most) errors[field] = t('error.tooLong');
      else if (field === 'smsEn' && !PLAIN_LATIN.test(text)) errors[field] = t('error.smsEnglish');
    }
  }
  if ((raw('prerequisiteAr') === '') !== (raw('prerequisiteEn') === '')) {
    errors[raw('prerequisiteAr') === '' ? 'prerequisiteAr' : 'prerequisiteEn'] = t('error.both');
  }
}

function readNumbers(raw: (name: string) => string, errors: Record<string, string>, t: RecordTranslate) {
  const numbers: Partial<Record<string, number>> = {};
  for (const { name, least, most, optional } of NUMBERS) {
    const text = foldDigits(raw(name));
    if (optional && text === '') continue;
    const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) numbers[name] = value;
    else errors[name] = t('error.number', { least, most });
  }
  const { minSeats, maxSeats, minAge, maxAge } = numbers;
  if (minSeats !== undefined && maxSeats !== undefined && maxSeats < minSeats) errors['maxSeats'] = t('error.seats');
  if (minAge !== undefined && maxAge !== undefined && maxAge < minAge) errors['maxAge'] = t('error.ages');
  return numbers;
}
