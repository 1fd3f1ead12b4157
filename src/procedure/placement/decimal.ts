import { foldAnyDigits } from './answer-text.ts';

/** A decimal number exactly: `units` / 10^`scale`; `scale` >= 0. */
export type Decimal = { readonly units: bigint; readonly scale: number };

/** No number of an exam is longer; a longer text is not read at all. */
export const MAX_NUMBER_LENGTH = 60;

/** Digits in one go, or in groups of three with one and the same separator between them. */
const WHOLE = /^(?:\d+|[1-9]\d{0,2}(?:([,'’ ])\d{3})(?:\1\d{3})*)?$/u;

/**
 * Reads a decimal number as people type it: digits of any script; a sign before the number (`+`, `-`, `−`); the
 * decimal point as `.`, as the Arabic `٫`, or as a comma (`,` and `،`); groups of three apart by `٬`, `,`, `'` or a
 * blank. A comma that stands as between thousands (`1,500`) is one; else, once, it is a decimal point (`3,14`,
 * `0,125`). Blanks around and marks of direction are nothing. No exponents, fractions or units.
 *
 * @returns null when it is not a number, or longer than `MAX_NUMBER_LENGTH`
 */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > MAX_NUMBER_LENGTH) return null;
  const plain = plainOf(text).replace(/[٬،]/gu, ',');
  const [, sign, body = ''] = /^([+-]?) ?(.*)$/u.exec(plain) ?? [];
  const [head = '', fraction, ...more] = pointed(body).split('.');
  if (more.length > 0 || !WHOLE.test(head) || !/^\d*$/u.test(fraction ?? '')) return null;
  const digits = head.replace(/\D/gu, '') + (fraction ?? '');
  if (digits === '') return null;
  const units = BigInt(digits);
  return { units: sign === '-' ? -units : units, scale: fraction?.length ?? 0 };
}

/**
 * The numbers that a text can mean. One with a comma that may stand between thousands as well as before a fraction
 * (`3,135`) can mean both; the Arabic separators leave no doubt.
 *
 * @returns none, one, or two numbers
 */
export function readDecimals(text: string): Decimal[] {
  const doubtful = /^[+-]? ?[1-9]\d{0,2}[,،]\d{3}$/u.test(plainOf(text));
  const readings = doubtful ? [text, text.replace(/[,،]/u, '.')] : [text];
  return readings.flatMap((reading) => parseDecimal(reading) ?? []);
}

const plainOf = (text: string): string =>
  foldAnyDigits(text.slice(0, MAX_NUMBER_LENGTH).replace(/\p{Cf}/gu, ''))
    .replace(/[−–﹣－]/gu, '-')
    .replace(/٫/gu, '.')
    .replace(/\s+/gu, ' ')
    .trim();

/** Makes a point of the one comma that cannot stand between thousands. */
function pointed(body: string): string {
  if (body.includes('.') || WHOLE.test(body) || body.split(',').length !== 2) return body;
  return body.replace(',', '.');
}

/**
 * Does `answer` lie no further than `tolerance` from `value`? Compared in whole numbers: nothing is rounded, and the
 * edge itself counts. A tolerance below zero takes nothing.
 */
export function isWithin(answer: Decimal, value: Decimal, tolerance: Decimal): boolean {
  const scale = Math.max(answer.scale, value.scale, tolerance.scale);
  const at = (d: Decimal): bigint => d.units * 10n ** BigInt(scale - d.scale);
  const distance = at(answer) - at(value);
  return (distance < 0n ? -distance : distance) <= at(tolerance);
}
