import { z } from 'zod';
import type { Vault } from '#platform/vault/vault.ts';

/** Names of the fields of the request form, besides the three boxes of the birth date. */
export const FORM_FIELDS = [
  'identity.kind',
  'identity.nationalNumber',
  'identity.personalNumber',
  'identity.passportNumber',
  'identity.nationality',
  'name.first',
  'name.father',
  'name.grandfather',
  'name.family',
  'name.latin',
  'birthDate-day',
  'birthDate-month',
  'birthDate-year',
  'mobile',
  'guardian.name',
  'guardian.nationalNumber',
  'guardian.mobile',
  'guardian.consent',
  'district',
  'email',
  'language',
  'feeReduction',
  'consent',
] as const;
export type FormField = (typeof FORM_FIELDS)[number];

/** What was typed, untouched: a form that comes back shows exactly this. */
export type FormValues = Readonly<Record<FormField, string>>;

const MAX_TYPED = 300;

/** Takes the known fields out of a form; files and unknown names are left out. */
export function formValuesOf(body: Readonly<Record<string, unknown>>): FormValues {
  const entries = FORM_FIELDS.map((field) => {
    const value = body[field];
    return [field, typeof value === 'string' ? value.slice(0, MAX_TYPED) : ''];
  });
  return Object.fromEntries(entries) as FormValues;
}

/** The form as the body of a request, ready for `parseRequest`. */
export function requestBodyOf(values: FormValues, offeringId: string): unknown {
  const given = (...fields: readonly FormField[]) => fields.some((field) => values[field].trim() !== '');
  return {
    offeringId,
    identity: {
      kind: values['identity.kind'],
      nationalNumber: values['identity.nationalNumber'],
      personalNumber: values['identity.personalNumber'],
      passportNumber: values['identity.passportNumber'],
      nationality: values['identity.nationality'],
    },
    name: {
      first: values['name.first'],
      father: values['name.father'],
      grandfather: values['name.grandfather'],
      family: values['name.family'],
      latin: values['name.latin'],
    },
    birthDate: birthDateOf(values),
    mobile: values.mobile,
    district: values.district,
    language: values.language,
    email: values.email,
    feeReduction: values.feeReduction,
    consent: values.consent === '1',
    guardian: given('guardian.name', 'guardian.nationalNumber', 'guardian.mobile', 'guardian.consent')
      ? {
          name: values['guardian.name'],
          nationalNumber: values['guardian.nationalNumber'],
          mobile: values['guardian.mobile'],
          consent: values['guardian.consent'] === '1',
        }
      : null,
  };
}

/** `YYYY-MM-DD` of the three boxes; what cannot be a date stays as typed, and nothing typed is empty. */
function birthDateOf(values: FormValues): string {
  const [day, month, year] = [values['birthDate-day'], values['birthDate-month'], values['birthDate-year']].map(
    (part) => part.trim(),
  );
  return day || month || year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : '';
}

const Draft = z.object({
  purpose: z.literal('request draft'),
  offeringId: z.string(),
  key: z.string(),
  values: z.record(z.string(), z.string()),
});

/** A checked form on its way through the page that asks for the code; it travels in that page, encrypted. */
export type RequestDraft = { readonly offeringId: string; readonly key: string; readonly values: FormValues };

export const sealDraft = (vault: Pick<Vault, 'encrypt'>, draft: RequestDraft): string =>
  vault.encrypt(JSON.stringify({ purpose: 'request draft', ...draft }));

/** @returns `undefined` for anything that `sealDraft` did not make */
export function openDraft(vault: Pick<Vault, 'decrypt'>, box: unknown): RequestDraft | undefined {
  if (typeof box !== 'string' || box === '') return undefined;
  try {
    const { offeringId, key, values } = Draft.parse(JSON.parse(vault.decrypt(box)));
    return { offeringId, key, values: formValuesOf(values) };
  } catch {
    return undefined;
  }
}
