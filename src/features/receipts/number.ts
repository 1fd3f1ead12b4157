import { civilDay } from '#platform/i18n/civil.ts';

const DIGITS = 6;

/** `2026-000123`: the year, and the place in it. */
export const receiptNumber = ({ year, serial }: { readonly year: number; readonly serial: number }): string =>
  `${year}-${String(serial).padStart(DIGITS, '0')}`;

/** Reads `2026-000123`; also without the zeros. */
export function readReceiptNumber(text: string): { readonly year: number; readonly serial: number } | undefined {
  const match = /^(\d{4})-(\d{1,6})$/.exec(text.trim());
  return match ? { year: Number(match[1]), serial: Number(match[2]) } : undefined;
}

/** The year in Amman in which an instant falls. */
export const yearOf = (at: Date): number => Number(civilDay(at).slice(0, 4));

const CODE = /^[2-9A-HJ-NP-Z]{16}$/;
export const CODE_LENGTH = 16;

/** `ABCD-EFGH-JKMN-PQRS`, as it is printed. */
export const printedCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** A code as it was scanned or typed; `undefined` for what is none. */
export function readCode(text: string): string | undefined {
  const code = text.replaceAll(/[\s-]/g, '').toUpperCase();
  return CODE.test(code) ? code : undefined;
}
