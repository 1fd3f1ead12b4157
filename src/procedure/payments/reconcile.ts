import { type Fils, fils } from '#kernel/money.ts';
import { isReceived } from './notice.ts';
import type { SettledLine } from './settlement-line.ts';

/** A payment that the network told us of. */
export type OwnPayment = {
  readonly id: string;
  readonly trx: string;
  readonly amount: Fils;
  /** Its settlement day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly billingNumber: string;
  readonly status: string | null;
};

export const DIFFERENCE_KINDS = ['not_with_us', 'not_in_file', 'amount_differs', 'day_differs', 'twice'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** A line as it is held against our payments: where the file names no day, the day is that of the file. */
export type DatedLine = SettledLine & { readonly day: string };

export type LineResult = { readonly line: DatedLine; readonly result: 'matched' | DifferenceKind };

/** What the operator and we do not agree on; each side is `null` where it knows nothing. */
export type Difference = {
  readonly kind: DifferenceKind;
  readonly trx: string;
  readonly told: DatedLine | null;
  readonly own: OwnPayment | null;
};

export type Reconciliation = {
  readonly lines: readonly LineResult[];
  /** At most one of a kind for each payment. */
  readonly differences: readonly Difference[];
  readonly matched: { readonly count: number; readonly amount: Fils };
  readonly told: { readonly count: number; readonly amount: Fils };
};

/**
 * Holds the operator's file of a day against our payments: by JOEBPPSTrx, amount and day, exactly. A payment agrees
 * when all three are the same; otherwise the first of these is its difference: it stands there twice, we do not know
 * it, the amount is another, the day is another. A payment of the day that the file leaves out is a difference, too.
 *
 * @param day the day of the file
 * @param own every payment of ours that the file names or that is of this day
 * @param settledBefore what files of other days settled already
 */
export function reconcile(
  day: string,
  lines: readonly SettledLine[],
  own: readonly OwnPayment[],
  settledBefore: ReadonlySet<string>,
): Reconciliation {
  const byTrx = new Map(own.map((payment) => [payment.trx, payment]));
  const seen = new Set<string>();
  const results: LineResult[] = [];
  const differences = new Map<string, Difference>();
  for (const one of lines) {
    const line: DatedLine = { ...one, day: one.day ?? day };
    const payment = byTrx.get(line.trx);
    const result = seen.has(line.trx) || settledBefore.has(line.trx) ? 'twice' : compare(line, payment);
    seen.add(line.trx);
    results.push({ line, result });
    const key = `${result} ${line.trx}`;
    if (result !== 'matched' && !differences.has(key)) {
      differences.set(key, { kind: result, trx: line.trx, told: line, own: payment ?? null });
    }
  }
  const left = own.filter((payment) => payment.day === day && !seen.has(payment.trx) && isReceived(payment.status));
  const missing = left
    .filter(({ trx }) => !settledBefore.has(trx))
    .map((payment): Difference => ({ kind: 'not_in_file', trx: payment.trx, told: null, own: payment }));
  return {
    lines: results,
    differences: [...differences.values(), ...missing],
    matched: sumOf(results.filter(({ result }) => result === 'matched')),
    told: sumOf(results),
  };
}

function compare(line: DatedLine, payment: OwnPayment | undefined): LineResult['result'] {
  if (!payment) return 'not_with_us';
  if (payment.amount !== line.amount) return 'amount_differs';
  return payment.day === line.day ? 'matched' : 'day_differs';
}

const sumOf = (lines: readonly LineResult[]) => ({
  count: lines.length,
  amount: fils(lines.reduce((sum, { line }) => sum + line.amount, 0)),
});
