/** Money is a whole number of fils (1 JOD = 1000 fils): never a float, never a text. */
export type Fils = number & { readonly unit: 'fils' };

/**
 * @param n a whole number >= 0
 * @throws RangeError when `n` is negative, fractional or beyond 2^53
 */
export function fils(n: number): Fils {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not an amount in fils: ${n}`);
  return n as Fils;
}

/** `15500` -> `"15.500"`: the form of receipts, tables and the payment network. */
export function toDecimalText(amount: Fils): string {
  return `${Math.floor(amount / 1000)}.${String(amount % 1000).padStart(3, '0')}`;
}

/**
 * Reads a decimal text of dinars with at most three decimals (`"15.5"`, `"15.500"`, `"20"`).
 * @returns `undefined` for anything else, also for negative amounts
 */
export function fromDecimalText(text: string): Fils | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,3})0*)?$/.exec(text.trim());
  if (!match) return undefined;
  return fils(Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0')));
}
