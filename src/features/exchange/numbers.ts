import { type Decimal, parseDecimal } from '#procedure/placement/decimal.ts';
import { Unreadable } from './model.ts';

/** The decimal text of a number, as the bank keeps it. `scale` digits stay behind the point: 12.50 stays 12.50. */
export function decimalText({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const text = scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}

const SCIENTIFIC = /^([+-]?(?:\d+\.?\d*|\.\d+))[eE]([+-]?\d{1,3})$/;
const MOST_ZEROS = 30;

/**
 * Reads a number of a file: as people type it, or with an exponent, as programs write it (`1.0E-5`).
 *
 * @returns null when it is neither
 */
export function readNumber(text: string): Decimal | null {
  const plain = text.trim();
  const scientific = SCIENTIFIC.exec(plain);
  if (!scientific) return parseDecimal(plain.startsWith('.') ? `0${plain}` : plain);
  const base = parseDecimal(scientific[1]?.replace(/^([+-]?)\./, '$10.') ?? '');
  const exponent = Number(scientific[2]);
  if (!base || Math.abs(exponent) > MOST_ZEROS) return null;
  const scale = base.scale - exponent;
  return scale >= 0 ? { units: base.units, scale } : { units: base.units * 10n ** BigInt(-scale), scale: 0 };
}

/** A number and how far from it counts. @throws Unreadable `not_a_number` */
export function numberWithin(value: string, tolerance: string): { value: string; tolerance: string } {
  return { value: decimalText(numberOf(value)), tolerance: decimalText(numberOf(tolerance)) };
}

/** All numbers from `low` to `high`: their middle, and half of their distance, exactly. @throws Unreadable */
export function numberBetween(low: string, high: string): { value: string; tolerance: string } {
  const [a, b] = [numberOf(low), numberOf(high)];
  const scale = Math.max(a.scale, b.scale);
  const at = (d: Decimal): bigint => d.units * 10n ** BigInt(scale - d.scale);
  if (at(a) > at(b)) throw new Unreadable('range_upside_down', { low, high });
  return { value: half(at(a) + at(b), scale), tolerance: half(at(b) - at(a), scale) };
}

/** Half of a number, without zeros that the halving or the scale of the other number brought. */
const half = (units: bigint, scale: number): string =>
  decimalText({ units: units * 5n, scale: scale + 1 })
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

function numberOf(text: string): Decimal {
  const number = readNumber(text);
  if (!number) throw new Unreadable('not_a_number', { text: text.trim().slice(0, 40) });
  return number;
}
