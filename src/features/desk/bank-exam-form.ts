import { LANGS } from '#kernel/lang.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { foldDigits } from '#platform/i18n/fold.ts';
import type { ExamRow, ExamSettings } from '../exams/index.ts';
import type { BankTranslate } from './bank-messages.ts';

type Errors = Readonly<Record<string, string>>;
type Raw = (name: string) => string;

/** `empty`: left out, there is no limit. */
const NUMBERS = [
  { name: 'passMarkPercent', least: 1, most: 100, empty: false },
  { name: 'minutes', least: 1, most: 600, empty: false },
  { name: 'retakeWaitDays', least: 0, most: 3650, empty: false },
  { name: 'validityMonths', least: 1, most: 600, empty: true },
  { name: 'maxAttempts', least: 1, most: 100, empty: true },
] as const;
const TITLE_MOST = 100;

const FIELDS = [
  ...NUMBERS.map(({ name }) => name),
  'titleAr',
  'titleEn',
  'layout',
  'lang-ar',
  'lang-en',
  'shuffleItems',
  'shuffleOptions',
] as const;

/** The form of an exam's settings, as it was typed; boxes are `1` or empty. */
export type ExamTyped = Readonly<Record<(typeof FIELDS)[number], string>>;

/** Settings without the blueprint, which has a form of its own. */
export type ExamTerms = Omit<ExamSettings, 'blueprint'>;

const box = (ticked: boolean): string => (ticked ? '1' : '');

/** The form of an exam as it is set up. */
export const typedExam = (exam: ExamRow): ExamTyped => ({
  titleAr: exam.titleAr,
  titleEn: exam.titleEn,
  passMarkPercent: String(exam.passMarkPercent),
  minutes: String(exam.minutes),
  retakeWaitDays: String(exam.retakeWaitDays),
  validityMonths: String(exam.validityMonths ?? ''),
  maxAttempts: String(exam.maxAttempts ?? ''),
  layout: exam.layout,
  'lang-ar': box(exam.languages.includes('ar')),
  'lang-en': box(exam.languages.includes('en')),
  shuffleItems: box(exam.shuffleItems),
  shuffleOptions: box(exam.shuffleOptions),
});

export const NEW_EXAM: ExamTyped = {
  titleAr: '',
  titleEn: '',
  passMarkPercent: '60',
  minutes: '30',
  retakeWaitDays: '14',
  validityMonths: '',
  maxAttempts: '',
  layout: 'all',
  'lang-ar': '1',
  'lang-en': '1',
  shuffleItems: '1',
  shuffleOptions: '1',
};

export const readExamTyped = (raw: Raw): ExamTyped =>
  Object.fromEntries(FIELDS.map((name) => [name, raw(name)])) as ExamTyped;

/** The settings of a form; an empty validity means that a pass never ends, empty attempts that there is no limit. */
export function readExamSettings(typed: ExamTyped, t: BankTranslate): Result<ExamTerms, Errors> {
  const errors: Record<string, string> = {};
  const numbers: Partial<Record<(typeof NUMBERS)[number]['name'], number>> = {};
  for (const { name, least, most, empty } of NUMBERS) {
    const text = foldDigits(typed[name]);
    if (empty && text === '') continue;
    const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) numbers[name] = value;
    else errors[name] = t('error.examNumber', { least, most });
  }
  for (const name of ['titleAr', 'titleEn'] as const) {
    if (typed[name] === '' || typed[name].length > TITLE_MOST) errors[name] = t('error.examTitle');
  }
  const languages = LANGS.filter((lang) => typed[`lang-${lang}`] !== '');
  if (languages.length === 0) errors['lang-ar'] = t('error.languages');
  const layout = (['all', 'one'] as const).find((one) => one === typed.layout);
  if (!layout) errors['layout'] = t('error.layout');
  if (!layout || Object.keys(errors).length > 0) return err(errors);
  const { passMarkPercent = 0, minutes = 0, retakeWaitDays = 0, validityMonths = null, maxAttempts = null } = numbers;
  return ok({
    titleAr: typed.titleAr,
    titleEn: typed.titleEn,
    passMarkPercent,
    minutes,
    retakeWaitDays,
    validityMonths,
    maxAttempts,
    languages,
    layout,
    shuffleItems: typed.shuffleItems !== '',
    shuffleOptions: typed.shuffleOptions !== '',
  });
}
