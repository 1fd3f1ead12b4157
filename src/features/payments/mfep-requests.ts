import { type Fils, fromDecimalText } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { readLocalTime, ZONE } from '#platform/i18n/civil.ts';
import type { NoticeFacts } from '#procedure/payments/notice.ts';
import type { Inquiry } from '#procedure/payments/presentation.ts';
import { type Group, groupIn, groupsIn, isList, textIn } from './wire/tree.ts';

/** A payment that the network says was made. Fees are not part of `paid`; numbers are empty when the message has none. */
export type PaymentNotice = NoticeFacts & {
  /** JOEBPPSTrx, the network's number of the payment: the same number is the same payment. */
  readonly trx: string;
  readonly guid: string | null;
  readonly bankTrxId: string | null;
  readonly statementDay: string | null;
  /** How the payer paid, as the network names it (`AccessChannel`). */
  readonly channel?: string | null;
};

/** What the answer gives back word for word. */
export type Echo = {
  readonly trx: string | undefined;
  readonly processDate: string | undefined;
  readonly statementDay: string | undefined;
};

/** Name of the element that is missing or cannot be read. */
export type Unreadable = { readonly element: string };

/** The network's final word on a payment; what it left out is `null`. */
export type Acknowledgement = {
  readonly trx: string;
  readonly guid: string | null;
  readonly status: string | null;
  readonly billingNumber: string | null;
  readonly paid: Fils | null;
  readonly processedAt: Date | null;
};

/** A bank asks whether money can be paid in for a number before it is billed. */
export type PrepaidRequest = {
  readonly inquiry: Inquiry;
  readonly validationCode: string | undefined;
  readonly prepaidCategory: string | undefined;
};

const TEXT_LENGTH = 50;
/** What a whole-number column holds: more than two million dinars. */
const MOST_FILS = 2_147_483_647;

/** The GUID of a header, if it is one that can be repeated safely. */
export function guidIn(header: Group): string | undefined {
  return safeGuid(textIn(header, 'GUID'));
}

/** @returns the text without space around it when it holds letters, digits, `_` and `-` only, 64 at most */
export function safeGuid(text: string | undefined): string | undefined {
  const guid = text?.trim();
  return guid !== undefined && /^[\w-]{1,64}$/.test(guid) ? guid : undefined;
}

export function readPull(body: Group | undefined): Result<Inquiry, Unreadable> {
  const { billingNumber, billNumber } = numbersIn(body);
  if (billingNumber === '') return err({ element: 'BillingNo' });
  return ok({ billingNumber, billNumber, serviceType: serviceTypeIn(body) });
}

export function readPrepaid(body: Group | undefined): Result<PrepaidRequest, Unreadable> {
  const info = groupsIn(body, 'BillingInfo')[0];
  const { billingNumber, billNumber } = numbersIn(info);
  if (billingNumber === '') return err({ element: 'BillingNo' });
  return ok({
    inquiry: { billingNumber, billNumber, serviceType: serviceTypeIn(info) },
    validationCode: words(textIn(info, 'ValidationCode')),
    prepaidCategory: words(textIn(info, 'ServiceTypeDetails', 'PrepaidCat')),
  });
}

const serviceTypeIn = (group: Group | undefined): string | undefined =>
  words(textIn(group, 'ServiceType')) ?? words(textIn(group, 'ServiceTypeDetails', 'ServiceType'));

/**
 * The payments of a notification or an acknowledgement: under `Transactions.TrxInf` or `BillingInfo`, one or several.
 * `listed` says that they came as a list, and are to be answered as one.
 */
export function readTransactions(body: Group | undefined): {
  readonly all: readonly Group[];
  readonly listed: boolean;
} {
  const transactions = groupIn(body, 'Transactions');
  const found = transactions?.['TrxInf'] ?? body?.['BillingInfo'];
  if (found === undefined || typeof found === 'string') return { all: [], listed: false };
  return isList(found) ? { all: found, listed: true } : { all: [found], listed: false };
}

export const readEcho = (trx: Group): Echo => ({
  trx: words(textIn(trx, 'JOEBPPSTrx')),
  processDate: words(textIn(trx, 'ProcessDate')),
  statementDay: words(textIn(trx, 'STMTDate')),
});

/** @param zone of the times in the message */
export function readNotice(
  trx: Group,
  guid: string | undefined,
  zone: string = ZONE,
): Result<PaymentNotice, Unreadable> {
  const id = exactTrx(trx);
  if (id === undefined) return err({ element: 'JOEBPPSTrx' });
  const paid = amount(textIn(trx, 'PaidAmt'));
  if (paid === undefined) return err({ element: 'PaidAmt' });
  const processedAt = instant(textIn(trx, 'ProcessDate'), zone);
  if (processedAt === undefined) return err({ element: 'ProcessDate' });
  return ok({
    trx: id,
    guid: guid ?? null,
    bankTrxId: words(textIn(trx, 'BankTrxID')) ?? null,
    ...numbersIn(trx),
    paid,
    currency: words(textIn(trx, 'Currency')) ?? null,
    status: words(textIn(trx, 'PmtStatus')) ?? null,
    processedAt,
    statementDay: words(textIn(trx, 'STMTDate')) ?? null,
    channel: words(textIn(trx, 'AccessChannel'))?.toUpperCase() ?? null,
  });
}

/** What an acknowledgement cannot say readably it does not say; only its key must be there. */
export function readAcknowledgement(
  trx: Group,
  guid: string | undefined,
  zone: string = ZONE,
): Result<Acknowledgement, Unreadable> {
  const id = exactTrx(trx);
  if (id === undefined) return err({ element: 'JOEBPPSTrx' });
  return ok({
    trx: id,
    guid: guid ?? null,
    status: words(textIn(trx, 'PmtStatus')) ?? null,
    billingNumber: numbersIn(trx).billingNumber || null,
    paid: amount(textIn(trx, 'PaidAmt')) ?? null,
    processedAt: instant(textIn(trx, 'ProcessDate'), zone) ?? null,
  });
}

/** The instant of a header's time stamp; `undefined` when there is none or it cannot be read. */
export const timeStampIn = (header: Group, zone: string): Date | undefined => instant(textIn(header, 'TmStp'), zone);

/** A text as one line of at most 50 characters; `undefined` when there is none. Control characters become spaces. */
function words(text: string | undefined): string | undefined {
  const line = text?.replaceAll(/\p{Cc}/gu, ' ').trim();
  return line === undefined || line === '' ? undefined : line.slice(0, TEXT_LENGTH);
}

/** The key of a payment is taken as it is or not at all: two numbers must never become one. */
function exactTrx(trx: Group): string | undefined {
  const given = textIn(trx, 'JOEBPPSTrx');
  const text = words(given);
  return text !== undefined && text === given?.trim() ? text : undefined;
}

function numbersIn(group: Group | undefined): { billingNumber: string; billNumber: string } {
  const [billing, bill] = [words(textIn(group, 'AcctInfo', 'BillingNo')), words(textIn(group, 'AcctInfo', 'BillNo'))];
  return { billingNumber: billing ?? bill ?? '', billNumber: bill ?? billing ?? '' };
}

/** Exactly, from the digits as they were sent; at most three decimals and more than nothing. */
function amount(text: string | undefined): Fils | undefined {
  const paid = text === undefined ? undefined : fromDecimalText(text);
  return paid !== undefined && paid > 0 && paid <= MOST_FILS ? paid : undefined;
}

/** Wall time unless the text names a zone; of this century or the next. */
function instant(text: string | undefined, zone: string): Date | undefined {
  const read = text !== undefined && /^\s*2[01]\d\d-/.test(text) ? readLocalTime(text, zone) : undefined;
  return read && Number.isNaN(read.getTime()) ? undefined : read;
}
