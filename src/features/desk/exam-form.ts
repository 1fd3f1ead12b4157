import { err, ok, type Result } from '#kernel/result.ts';
import { foldDigits } from '#platform/i18n/fold.ts';
import { type Identity, parseIdentity } from '#procedure/people/identity.ts';
import type { RecordTranslate } from './record-messages.ts';

type Errors = Readonly<Record<string, string>>;
type Raw = (name: string) => string;

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
  const day = readDay(raw, 'date');
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

/** The day of the calendar (`YYYY-MM-DD`, from 1990 on) that the three boxes of a field give; `undefined` for none. */
export function readDay(raw: Raw, field: string): string | undefined {
  const part = (name: string) => foldDigits(raw(`${field}-${name}`));
  const day = `${part('year')}-${part('month').padStart(2, '0')}-${part('day').padStart(2, '0')}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  const real = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
  return real && day >= '1990-01-01' ? day : undefined;
}
