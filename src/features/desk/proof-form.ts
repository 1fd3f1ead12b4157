import { err, ok, type Result } from '#kernel/result.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import { PROOF_REFUSALS, type ProofRefusal, type ProofValidity, proofStands } from '#procedure/placement/proof.ts';
import { readDay } from './exam-form.ts';
import type { RecordTranslate } from './record-messages.ts';

type Errors = Readonly<Record<string, string>>;
type Raw = (name: string) => string;

export const VALIDITIES = ['unlimited', 'until', 'request'] as const satisfies readonly ProofValidity['kind'][];
export const ACCEPTANCE_FIELDS = ['verdict', 'validity', 'until-day', 'until-month', 'until-year', 'note'] as const;
export const REFUSAL_FIELDS = ['verdict', 'reason', 'note'] as const;
/** What was typed into the form of a verdict, by field. */
export type ProofTyped = Readonly<
  Partial<Record<(typeof ACCEPTANCE_FIELDS)[number] | (typeof REFUSAL_FIELDS)[number], string>>
>;

export type Verdict =
  | { readonly verdict: 'accept'; readonly validity: ProofValidity; readonly note: string | null }
  | { readonly verdict: 'refuse'; readonly reason: ProofRefusal; readonly note: string | null };

const NOTE_MOST = 500;
/** Nobody means a day that far ahead. */
const LAST_DAY = '2100-01-01';

/** Reads the verdict on a proof; errors by the id of their field. */
export function readVerdict(raw: Raw, t: RecordTranslate, now: Date): Result<Verdict, Errors> {
  const note = raw('note');
  const verdict = raw('verdict');
  if (verdict !== 'accept' && verdict !== 'refuse') return err({ form: t('refused.other') });
  const errors: Record<string, string> = {};
  const noteField = `${verdict}-note`;
  if (note.length > NOTE_MOST) errors[noteField] = t('error.tooLong');
  if (verdict === 'accept') {
    const validity = readValidity(raw, t, now, errors);
    return validity && Object.keys(errors).length === 0 ? ok({ verdict, validity, note: note || null }) : err(errors);
  }
  const reason = PROOF_REFUSALS.find((one) => one === raw('reason'));
  if (!reason) errors['reason'] = t('error.proofReason');
  else if (reason === 'other' && note === '') errors[noteField] = t('error.proofNote');
  return reason && Object.keys(errors).length === 0 ? ok({ verdict, reason, note: note || null }) : err(errors);
}

function readValidity(
  raw: Raw,
  t: RecordTranslate,
  now: Date,
  errors: Record<string, string>,
): ProofValidity | undefined {
  const kind = VALIDITIES.find((one) => one === raw('validity'));
  if (!kind) errors['validity'] = t('error.validity');
  if (kind !== 'until') return kind && { kind };
  const day = readDay(raw, 'until');
  if (!day) errors['until'] = t('error.date');
  else if (!proofStands(day, civilDay(now)) || day > LAST_DAY) errors['until'] = t('error.validityPast');
  return day ? { kind, day } : undefined;
}

/**
 * How far an accepted proof reaches unless staff choose otherwise: as far as a pass of the exam sat today (6.2).
 * @param validityMonths of a pass of this exam; null = for ever
 */
export function usualValidity(validityMonths: number | null, now: Date): ProofTyped {
  if (validityMonths === null) return { validity: 'unlimited' };
  const until = new Date(now);
  until.setUTCMonth(until.getUTCMonth() + validityMonths);
  const [year = '', month = '', day = ''] = civilDay(until).split('-');
  return { validity: 'until', 'until-day': day, 'until-month': month, 'until-year': year };
}
