import type { Fils } from '#kernel/money.ts';
import type { BillState } from '../lifecycle/decision.ts';
import { canBeNumber } from './number.ts';

/** A bill as it is asked for by a bank. */
export type BillFacts = {
  readonly state: BillState;
  /** What is still to be paid; 0 when all of it was waived. */
  readonly due: Fils;
  readonly openedAt: Date;
  readonly payBefore: Date;
};

/** What a bank is told of a number. */
export type Presentation =
  | 'payable'
  | 'paid'
  | 'nothing_due'
  | 'closed'
  | 'suspended'
  | 'not_open'
  | 'unknown'
  | 'wrong_service'
  | 'numbers_differ';

export type Inquiry = {
  readonly billingNumber: string;
  /** The same as `billingNumber` where only one of the two came. */
  readonly billNumber: string;
  readonly serviceType: string | undefined;
};

/** What we expect of an inquiry. */
export type Expected = {
  /** The name of our service with the network. */
  readonly serviceType: string;
  /** One bill for each number: both numbers must be the same. */
  readonly numbersMustMatch: boolean;
};

/**
 * Clause 7.1: what is wrong with an inquiry before any bill is looked for; `null` when nothing is. A wrong check digit
 * is told without a look at the bills, so that a slip never hits another person's bill.
 */
export function checkInquiry(
  asked: Inquiry,
  expected: Expected,
): 'wrong_service' | 'numbers_differ' | 'unknown' | null {
  if (asked.serviceType !== undefined && !sameWord(asked.serviceType, expected.serviceType)) return 'wrong_service';
  if (expected.numbersMustMatch && asked.billNumber !== asked.billingNumber) return 'numbers_differ';
  return canBeNumber(asked.billingNumber) ? null : 'unknown';
}

/**
 * Clauses 7.1 to 7.3.1 and N1: how a bill is presented. It can be paid from the instant it was opened until its
 * deadline, the deadline itself not included.
 *
 * @param bill `undefined` when no bill has the number
 */
export function decidePresentation(bill: BillFacts | undefined, now: Date): Presentation {
  if (!bill) return 'unknown';
  if (bill.state === 'paid') return 'paid';
  if (bill.state === 'suspended') return 'suspended';
  if (bill.state === 'closed' || now >= bill.payBefore) return 'closed';
  if (now < bill.openedAt) return 'not_open';
  return bill.due === 0 ? 'nothing_due' : 'payable';
}

/** Names of the network are compared without their case. */
export const sameWord = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
