import { type Fils, fromDecimalText } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { readLocalTime } from '#platform/i18n/civil.ts';
import { readTree, type Tree } from './json-text.ts';

/** A message of the network, before its body is looked at. */
export type Envelope = {
  readonly guid: string | undefined;
  /** `ReqTyp` in upper case. */
  readonly type: string | undefined;
  readonly body: Tree | undefined;
};

export type PullRequest = {
  readonly billingNumber: string;
  /** As given; the same as `billingNumber` where only one of the two came. */
  readonly billNumber: string;
  readonly serviceType: string | undefined;
};

/** A payment that the network says was made. Fees are not part of `paid`. */
export type PaymentNotice = {
  /** JOEBPPSTrx, the network's number of the payment: the same number is the same payment. */
  readonly trx: string;
  readonly guid: string | null;
  readonly bankTrxId: string | null;
  /** Empty when the message has none. */
  readonly billingNumber: string;
  readonly billNumber: string;
  readonly paid: Fils;
  readonly currency: string | null;
  readonly status: string | null;
  readonly processedAt: Date;
  readonly statementDay: string | null;
};

/** What the answer gives back word for word. */
export type Echo = {
  readonly trx: string | undefined;
  readonly processDate: string | undefined;
  readonly statementDay: string | undefined;
};

/** Name of the element that is missing or cannot be read. */
export type Unreadable = { readonly element: string };

export type Acknowledgement = { readonly trx: string; readonly status: string | null };

const NUMBER_LENGTH = 50;
const TEXT_LENGTH = 50;
/** What a whole-number column holds: more than two million dinars. */
const MOST_FILS = 2_147_483_647;

/** @returns `undefined` when the text is no message of this family at all */
export function readEnvelope(text: string): Envelope | undefined {
  const message = at(readTree(text), 'mfep');
  if (!(message instanceof Map)) return undefined;
  const header = at(message, 'msgheader');
  const kind = at(header, 'trsinf');
  const guid = words(at(header, 'guid'));
  return {
    guid: guid !== undefined && /^[\w-]{1,64}$/.test(guid) ? guid : undefined,
    // A simulator in use puts the type of an acknowledgement under ResTyp.
    type: (words(at(kind, 'reqtyp')) ?? words(at(kind, 'restyp')))?.toUpperCase(),
    body: at(message, 'msgbody'),
  };
}

export function readPull(body: Tree | undefined): Result<PullRequest, Unreadable> {
  const { billingNumber, billNumber } = numbersIn(body);
  if (billingNumber === '') return err({ element: 'BillingNo' });
  const serviceType = words(at(body, 'servicetype')) ?? words(at(body, 'servicetypedetails', 'servicetype'));
  return ok({ billingNumber, billNumber, serviceType });
}

/**
 * The payments of a notification or an acknowledgement: under `Transactions.TrxInf` or `BillingInfo`, one or several.
 * `listed` says that they came as an array, and are to be answered as one.
 */
export function readTransactions(body: Tree | undefined): { readonly all: readonly Tree[]; readonly listed: boolean } {
  const found = at(body, 'transactions', 'trxinf') ?? at(body, 'billinginfo');
  if (Array.isArray(found)) return { all: found, listed: true };
  return { all: found instanceof Map ? [found] : [], listed: false };
}

export const readEcho = (trx: Tree): Echo => ({
  trx: words(at(trx, 'joebppstrx')),
  processDate: words(at(trx, 'processdate')),
  statementDay: words(at(trx, 'stmtdate')),
});

export function readNotice(trx: Tree, guid: string | undefined): Result<PaymentNotice, Unreadable> {
  const id = exactTrx(trx);
  if (id === undefined) return err({ element: 'JOEBPPSTrx' });
  const paid = amount(at(trx, 'paidamt'));
  if (paid === undefined) return err({ element: 'PaidAmt' });
  const processedAt = instant(at(trx, 'processdate'));
  if (processedAt === undefined) return err({ element: 'ProcessDate' });
  return ok({
    trx: id,
    guid: guid ?? null,
    bankTrxId: words(at(trx, 'banktrxid')) ?? null,
    ...numbersIn(trx),
    paid,
    currency: words(at(trx, 'currency')) ?? null,
    status: words(at(trx, 'pmtstatus')) ?? null,
    processedAt,
    statementDay: words(at(trx, 'stmtdate')) ?? null,
  });
}

export function readAcknowledgement(trx: Tree): Result<Acknowledgement, Unreadable> {
  const id = exactTrx(trx);
  if (id === undefined) return err({ element: 'JOEBPPSTrx' });
  return ok({ trx: id, status: words(at(trx, 'pmtstatus')) ?? null });
}

function at(node: Tree | undefined, ...path: readonly string[]): Tree | undefined {
  let found = node;
  for (const name of path) found = found instanceof Map ? found.get(name) : undefined;
  return found;
}

/** A scalar as one line of at most 50 characters; `undefined` when there is none. Control characters become spaces. */
function words(node: Tree | undefined): string | undefined {
  if (typeof node !== 'string') return undefined;
  const line = node.replaceAll(/\p{Cc}/gu, ' ').trim();
  return line === '' ? undefined : line.slice(0, TEXT_LENGTH);
}

/** The key of a payment is taken as it is or not at all: two numbers must never become one. */
function exactTrx(trx: Tree): string | undefined {
  const node = at(trx, 'joebppstrx');
  const text = words(node);
  return typeof node === 'string' && text === node.trim() && text !== '' ? text : undefined;
}

function numbersIn(node: Tree | undefined): { billingNumber: string; billNumber: string } {
  const account = at(node, 'acctinfo');
  const [billing, bill] = [words(at(account, 'billingno')), words(at(account, 'billno'))];
  return {
    billingNumber: (billing ?? bill ?? '').slice(0, NUMBER_LENGTH),
    billNumber: (bill ?? billing ?? '').slice(0, NUMBER_LENGTH),
  };
}

/** Exactly, from the digits as they were sent; at most three decimals and more than nothing. */
function amount(node: Tree | undefined): Fils | undefined {
  const paid = typeof node === 'string' ? fromDecimalText(node) : undefined;
  return paid !== undefined && paid > 0 && paid <= MOST_FILS ? paid : undefined;
}

/** Amman's wall time unless the text names a zone; of this century or the next. */
function instant(node: Tree | undefined): Date | undefined {
  const read = typeof node === 'string' && /^2[01]\d\d-/.test(node) ? readLocalTime(node) : undefined;
  return read && Number.isNaN(read.getTime()) ? undefined : read;
}
