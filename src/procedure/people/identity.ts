import { err, ok, type Result } from '#kernel/result.ts';
import { foldDigits } from './digits.ts';

/** H2: citizens by national number, residents by the personal number of their card or by passport and nationality. */
export type Identity =
  | { readonly kind: 'citizen'; readonly nationalNumber: string }
  | { readonly kind: 'resident'; readonly personalNumber: string }
  | { readonly kind: 'resident'; readonly passportNumber: string; readonly nationality: string };

export type IdentityProblem = 'national_number' | 'personal_number' | 'passport_number' | 'nationality';

const compact = (text: string): string => foldDigits(text).replace(/[\s\-\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

/** Ten digits. No public source gives a check digit, so there is no such rule. */
export function parseNationalNumber(text: string): string | undefined {
  const digits = compact(text);
  return /^\d{10}$/.test(digits) ? digits : undefined;
}

/** Checks and normalises an identity as typed; hard rules only. */
export function parseIdentity(raw: {
  readonly kind: 'citizen' | 'resident';
  readonly nationalNumber?: string | undefined;
  readonly personalNumber?: string | undefined;
  readonly passportNumber?: string | undefined;
  readonly nationality?: string | undefined;
}): Result<Identity, IdentityProblem> {
  if (raw.kind === 'citizen') {
    const nationalNumber = parseNationalNumber(raw.nationalNumber ?? '');
    return nationalNumber ? ok({ kind: 'citizen', nationalNumber }) : err('national_number');
  }
  const personal = compact(raw.personalNumber ?? '');
  if (personal !== '') {
    return /^\d{5,20}$/.test(personal) ? ok({ kind: 'resident', personalNumber: personal }) : err('personal_number');
  }
  const passportNumber = compact(raw.passportNumber ?? '').toUpperCase();
  if (passportNumber === '') return err('personal_number');
  if (!/^[A-Z0-9]{5,20}$/.test(passportNumber)) return err('passport_number');
  const nationality = (raw.nationality ?? '').trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(nationality) || nationality === 'JO') return err('nationality');
  return ok({ kind: 'resident', passportNumber, nationality });
}

/** The text whose keyed hash tells one person from another. */
export function identityKey(identity: Identity): string {
  if (identity.kind === 'citizen') return `citizen:${identity.nationalNumber}`;
  return 'personalNumber' in identity
    ? `resident:${identity.personalNumber}`
    : `passport:${identity.nationality}:${identity.passportNumber}`;
}

/** The number as printed on the document. */
export function identityNumber(identity: Identity): string {
  if (identity.kind === 'citizen') return identity.nationalNumber;
  return 'personalNumber' in identity ? identity.personalNumber : identity.passportNumber;
}

/** `9981234142` -> `998****142`, the form of lists. */
export const maskNumber = (number: string): string => `${number.slice(0, 3)}****${number.slice(-3)}`;

export type NationalNumberDoubt = 'first_digit' | 'birth_year';

/**
 * Soft signs that a national number was mistyped: it begins with 9 (born before 2000) or 2 (from 2000), then two
 * digits of the birth year. A doubt is shown and never refused.
 */
export function doubtsAboutNationalNumber(nationalNumber: string, birthDate: string): NationalNumberDoubt[] {
  const year = birthDate.slice(0, 4);
  const first = nationalNumber[0];
  if (first !== '9' && first !== '2') return ['first_digit'];
  const century = first === '9' ? year < '2000' : year >= '2000';
  return century && nationalNumber.slice(1, 3) === year.slice(2) ? [] : ['birth_year'];
}
