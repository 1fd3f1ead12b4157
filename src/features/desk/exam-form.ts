import { err, ok, type Result } from '#kernel/result.ts';
import { foldDigits } from '#platform/i18n/fold.ts';
import { type Identity, parseIdentity } from '#procedure/people/identity.ts';
import type { ExamRow } from '../exams/index.ts';
import type { RecordTranslate } from './record-messages.ts';

type Errors = Readonly<Record<string, string>>;
type Raw = (name: string) => string;

const TERMS = [
  { name: 'passMarkPercent', least: 1, most: 100 },
  { name: 'minutes', least: 1, most: 600 },
  { name: 'retakeWaitDays', least: 0, most: 3650 },
  { name: 'validityMonths', least: 1, most: 600 },
] as const;

export type ExamTerms = Pick<ExamRow, (typeof TERMS)[number]['name']>;
export const EXAM_TERM_FIELDS = TERMS.map(({ name }) => name);

/** Reads the terms of an exam; an empty validity means that a pass never ends. */
export function readExamTerms(raw: Raw, t: RecordTranslate): Result<ExamTerms, Errors> {
  const errors: Record<string, string> = {};
  const numbers: Partial<Record<keyof ExamTerms, number>> = {};
  for (const { name, least, most } of TERMS) {
    const text = foldDigits(raw(name));
    if (name === 'validityMonths' && text === '') continue;
    const value = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) numbers[name] = value;
    else errors[name] = t('error.number', { least, most });
  }
  if (Object.keys(errors).length > 0) return err(errors);
  const { passMarkPercent = 0, minutes = 0, retakeWaitDays = 0, validityMonths = null } = numbers;
  return ok({ passMarkPercent, minutes, retakeWaitDays, validityMonths });
}

export const IDENTITY_KINDS = ['citizen', 'resident', 'passport'] as const;
export const PASS_FIELDS = ['kind', 'number', 'nationality', 'date-day', 'date-month', 'date-year', 'note'] as const;
const NOTE_MOST = 500;

export type PassForm = { readonly identity: Identity; readonly day: string; readonly note: string | null };

/** Reads the form of an earlier pass: whose, when (as `YYYY-MM-DD`), and a note. */
export function readPass(raw: Raw, t: RecordTranslate): Result<PassForm, Errors> {
  const errors: Record<string, string> = {};
  const kind = IDENTITY_KINDS.find((one) => one === raw('kind'));
  if (!kind) errors['kind'] = t('error.choice');
  const identity = kind && identityFrom(kind, raw);
  if (identity && !identity.ok) {
    const field = identity.error === 'nationality' ? 'nationality' : 'number';
    errors[field] = t(`error.${kind === 'passport' && field === 'number' ? 'passport_number' : identity.error}`);
  }
  const day = dayFrom(raw);
  if (!day) errors['date'] = t('error.date');
  if (raw('note').length > NOTE_MOST) errors['note'] = t('error.tooLong');
  if (Object.keys(errors).length > 0 || !identity?.ok || !day) return err(errors);
  return ok({ identity: identity.value, day, note: raw('note') || null });
}

function identityFrom(kind: (typeof IDENTITY_KINDS)[number], raw: Raw) {
  const number = raw('number');
  if (kind === 'citizen') return parseIdentity({ kind, nationalNumber: number });
  if (kind === 'resident') return parseIdentity({ kind, personalNumber: number });
  return parseIdentity({ kind: 'resident', passportNumber: number, nationality: raw('nationality') });
}

/** The day of the calendar that the three boxes give, `undefined` when they give none. */
function dayFrom(raw: Raw): string | undefined {
  const part = (name: string) => foldDigits(raw(`date-${name}`));
  const day = `${part('year')}-${part('month').padStart(2, '0')}-${part('day').padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
  return real && day >= '1990-01-01' ? day : undefined;
}
