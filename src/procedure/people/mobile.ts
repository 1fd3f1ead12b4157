import { foldDigits } from './digits.ts';

/** A Jordanian mobile in E.164, for example `+962791234567`. */
export type Mobile = string & { readonly kind: 'mobile' };

/**
 * Reads a Jordanian mobile as people write it: `0791234567`, `791234567`, `+962 79 123 4567`, `00962…`, blanks and
 * dashes, digits of any script. Networks are portable, so the prefix says nothing about the operator.
 *
 * @returns `undefined` for anything that is not 07[789] and seven digits more; foreign numbers are not taken
 */
export function parseMobile(text: string): Mobile | undefined {
  const digits = foldDigits(text).replace(/[\s\-().\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  const match = /^(?:\+962|00962|962)?0?(7[789]\d{7})$/.exec(digits);
  return match ? (`+962${match[1]}` as Mobile) : undefined;
}

/** `+962791234567` -> `079 123 4567`, as people in Jordan write it. */
export function displayMobile(mobile: Mobile | string): string {
  const national = mobile.replace(/^\+962/, '0');
  return `${national.slice(0, 3)} ${national.slice(3, 6)} ${national.slice(6)}`;
}

/** `+962791234567` -> `07• ••• 4567`: enough to recognise, not enough to call. */
export const maskMobile = (mobile: Mobile | string): string => `07• ••• ${mobile.slice(-4)}`;
