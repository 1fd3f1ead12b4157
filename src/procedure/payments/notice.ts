import type { Fils } from '#kernel/money.ts';
import { sameWord } from './presentation.ts';

/** What a payment notice says, as far as it decides what is done with the money. */
export type NoticeFacts = {
  readonly billingNumber: string;
  readonly billNumber: string;
  readonly paid: Fils;
  readonly currency: string | null;
  readonly status: string | null;
  readonly processedAt: Date;
};

/** Why money must not be applied although it came, and the word that it came with. */
export type Doubt = { readonly about: 'BillNo' | 'PmtStatus' | 'Currency'; readonly said: string };

const RECEIVED: readonly string[] = ['pmtnew', 'pmtsent', 'pmtcomplt'];
const CURRENCY = 'JOD';

/** Whether a status says that the payer's money is taken. A payment without a status counts as received, too. */
export const isReceived = (status: string | null): boolean =>
  status === null || RECEIVED.includes(status.toLowerCase());

/** Ruling H: why the money of a notice goes to finance although its number is known; `null` when nothing speaks against it. */
export function doubtAbout(notice: NoticeFacts): Doubt | null {
  if (notice.billNumber !== notice.billingNumber) return { about: 'BillNo', said: notice.billNumber };
  if (!isReceived(notice.status)) return { about: 'PmtStatus', said: notice.status ?? '' };
  if (notice.currency !== null && !sameWord(notice.currency, CURRENCY)) {
    return { about: 'Currency', said: notice.currency };
  }
  return null;
}

type Told = Pick<NoticeFacts, 'paid' | 'billingNumber' | 'status'>;

/**
 * Ruling H: whether a notice with a known JOEBPPSTrx tells the same as the first one did. It has no second effect either
 * way; one that tells something else is an alarm.
 */
export const isSamePayment = (first: Told, again: Told): boolean =>
  first.paid === again.paid &&
  first.billingNumber === again.billingNumber &&
  isReceived(first.status) === isReceived(again.status);

/**
 * How strict we are with money that was already taken. All `false` (the default, and the meaning of ruling H) takes
 * everything in: a refusal only brings repeats, not the money back to the payer.
 */
export type Strictness = {
  readonly refusesUnmatched: boolean;
  readonly refusesWrongAmount: boolean;
  readonly refusesFuture: boolean;
  readonly refusesReplayedGuid: boolean;
};
export const LENIENT: Strictness = {
  refusesUnmatched: false,
  refusesWrongAmount: false,
  refusesFuture: false,
  refusesReplayedGuid: false,
};

export type IntakeRefusal = 'unmatched' | 'wrong_amount' | 'future' | 'replayed_guid';

/** What is known when a notice that is not a repeat comes in. */
export type IntakeFacts = {
  /** Amount of the bill with the number; `undefined` when there is none. */
  readonly billAmount: Fils | undefined;
  /** Another payment came under the same GUID. */
  readonly guidIsUsed: boolean;
  /** The time stamp of the message, or now. */
  readonly toldAt: Date;
};

/**
 * Whether a strict setting refuses a payment; `null` takes it in. Refused money is not kept as a payment: the network
 * is to take it up with us.
 */
export function refuseIntake(notice: NoticeFacts, facts: IntakeFacts, strict: Strictness): IntakeRefusal | null {
  if (strict.refusesReplayedGuid && facts.guidIsUsed) return 'replayed_guid';
  if (strict.refusesFuture && notice.processedAt > facts.toldAt) return 'future';
  if (facts.billAmount === undefined) return strict.refusesUnmatched ? 'unmatched' : null;
  return strict.refusesWrongAmount && notice.paid !== facts.billAmount ? 'wrong_amount' : null;
}

/** A payment as the network's final word tells it; what it left out is `null`. */
export type FinalWord = {
  readonly paid: Fils | null;
  readonly billingNumber: string | null;
  readonly status: string | null;
};

/**
 * Whether the final word on a payment agrees with what was told of it before. It moves no money; one that does not
 * agree is an alarm.
 */
export const agrees = (notice: Pick<NoticeFacts, 'paid' | 'billingNumber'>, word: FinalWord): boolean =>
  isReceived(word.status) &&
  (word.paid === null || word.paid === notice.paid) &&
  (word.billingNumber === null || word.billingNumber === notice.billingNumber);
