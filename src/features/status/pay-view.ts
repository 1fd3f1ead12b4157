import type { Bilingual } from '#kernel/lang.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/time.ts';
import type { App } from '#platform/app.ts';
import type { BillState } from '#procedure/lifecycle/decision.ts';
import type { ApplicationRecord } from '../applications/index.ts';
import { viewOffering } from '../catalogue/index.ts';
import { receiptNumber, receiptsOf } from '../receipts/index.ts';
import { type MoneyLine, moneyOf } from './queries.ts';

/** How long is left, in the largest unit that is not zero. */
export type TimeLeft = { readonly unit: 'days' | 'hours' | 'minutes'; readonly n: number } | null;

export type PayView = {
  readonly reference: string;
  readonly course: Bilingual;
  readonly number: string;
  readonly amountFils: number;
  readonly payBefore: Date;
  readonly left: TimeLeft;
  readonly status: BillState;
  /** The seat is held: paid, and nothing has ended the request since. */
  readonly isConfirmed: boolean;
  readonly receipts: readonly { readonly number: string; readonly isVoid: boolean }[];
  /** Money of this request that is or was with finance. */
  readonly money: readonly MoneyLine[];
};

/** `null` when there is none left. Days are whole days. */
export function timeLeft(until: Date, now: Date): TimeLeft {
  const ms = until.getTime() - now.getTime();
  if (ms <= 0) return null;
  if (ms >= DAY_MS) return { unit: 'days', n: Math.floor(ms / DAY_MS) };
  if (ms >= HOUR_MS) return { unit: 'hours', n: Math.floor(ms / HOUR_MS) };
  return { unit: 'minutes', n: Math.max(1, Math.floor(ms / MINUTE_MS)) };
}

/** What the payment page shows; `undefined` for a request that has no payment number. */
export async function payView(app: App, { row, bill }: ApplicationRecord): Promise<PayView | undefined> {
  if (!bill) return undefined;
  const { db } = app.database;
  const offering = await viewOffering(db, row.offeringId);
  if (!offering) throw new Error('a request with a bill belongs to an offering that is no draft');
  return {
    reference: row.reference,
    course: offering.title,
    number: bill.number,
    amountFils: bill.amountFils,
    payBefore: bill.payBefore,
    left: timeLeft(bill.payBefore, app.clock.now()),
    status: bill.state,
    isConfirmed: row.state === 'confirmed',
    receipts: (await receiptsOf(db, row.id)).map((r) => ({ number: receiptNumber(r.row), isVoid: r.void !== null })),
    money: await moneyOf(db, row.id),
  };
}

/** What the page depends on, in a word: it is fetched again when this has changed. */
export const standOf = ({ status, isConfirmed, money, receipts }: PayView): string =>
  [
    status,
    isConfirmed ? 'in' : 'out',
    ...money.map((line) => line.state),
    ...receipts.map((r) => (r.isVoid ? 'void' : 'valid')),
  ].join('.');
