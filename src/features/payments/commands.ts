import { isLuhn } from '#kernel/luhn.ts';
import { fils } from '#kernel/money.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import {
  applyPayment,
  type BillRow,
  findApplication,
  findBillByNumber,
  insertFinanceCase,
} from '../applications/index.ts';
import { findOffering } from '../catalogue/index.ts';
import type { PresentedBill } from './mfep-answers.ts';
import type { Acknowledgement, PaymentNotice, PullRequest } from './mfep-requests.ts';
import { findNotice, insertNotice, type NoticeRow, saveAcknowledgement, saveOutcome } from './store.ts';

export type Pulled =
  | { readonly kind: 'payable' | 'paid'; readonly bill: PresentedBill }
  | { readonly kind: 'unknown' | 'closed' | 'wrong_service' | 'numbers_differ' };

const BILL_NUMBER = /^[0-9]{10}$/;
const CUSTOMER_LENGTH = 150;
const TEXT_LENGTH = 100;

/**
 * Clauses 7.1 to 7.3.1 and N1: what a bank shows to who enters a payment number. Reads only.
 *
 * @param serviceType the service under which the network knows us; a request without one is taken as ours
 */
export async function pullBill(app: App, asked: PullRequest, serviceType: string): Promise<Pulled> {
  if (asked.serviceType !== undefined && !sameText(asked.serviceType, serviceType)) return { kind: 'wrong_service' };
  if (asked.billNumber !== asked.billingNumber) return { kind: 'numbers_differ' };
  if (!BILL_NUMBER.test(asked.billingNumber) || !isLuhn(asked.billingNumber)) return { kind: 'unknown' };
  const row = await findBillByNumber(app.database.db, asked.billingNumber);
  if (!row) return { kind: 'unknown' };
  if (row.state === 'paid') return { kind: 'paid', bill: await presented(app, row) };
  const isOpen = row.state === 'open' && app.clock.now() < row.payBefore;
  return isOpen ? { kind: 'payable', bill: await presented(app, row) } : { kind: 'closed' };
}

/** First and family name, and the course with the reference: enough to see that it is the right bill. */
async function presented(app: App, row: BillRow): Promise<PresentedBill> {
  const application = await findApplication(app.database.db, row.applicationId, app.clock.now());
  const offering = application && (await findOffering(app.database.db, application.row.offeringId));
  if (!application || !offering) throw new Error('a bill belongs to a request in an offering');
  const { firstName, familyName, reference } = application.row;
  const end = ` - ${reference}`;
  return {
    amount: fils(row.amountFils),
    issuedAt: row.openedAt,
    payBefore: row.payBefore,
    customer: oneLine(`${firstName} ${familyName}`, CUSTOMER_LENGTH),
    text: oneLine(offering.courseTitle.ar, TEXT_LENGTH - end.length) + end,
  };
}

/** Never empty: banks refuse a bill without these. */
function oneLine(text: string, most: number): string {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return [...line].slice(0, most).join('') || '-';
}

export type Received = { readonly outcome: string; readonly repeated: boolean };

/**
 * Clause 7.4 and ruling H: takes a payment in, once for its JOEBPPSTrx, whatever it says and however often it comes.
 * What cannot be applied waits for finance.
 */
export async function receiveNotice(app: App, notice: PaymentNotice): Promise<Received> {
  const { received, earlier } = await command(app, { actor: 'bank' }, (work) => takeIn(work, notice));
  if (earlier && !isSamePayment(earlier, notice)) {
    app.log.error(
      { noticeId: earlier.id, firstFils: earlier.paidFils, nowFils: notice.paid },
      'a payment notice came again and says something else: the first one counts',
    );
  }
  return received;
}

type TakenIn = { readonly received: Received; readonly earlier?: NoticeRow };

async function takeIn(work: Work, notice: PaymentNotice): Promise<TakenIn> {
  const bill = await findBillByNumber(work.tx, notice.billingNumber);
  const id = newId();
  // The row is kept before anything is held, so that repeats queue up here; `outcome` is filled in below.
  const isNew = await insertNotice(work.tx, {
    id,
    joebppsTrx: notice.trx,
    guid: notice.guid,
    bankTrxId: notice.bankTrxId,
    billingNumber: notice.billingNumber,
    billId: bill?.id ?? null,
    paidFils: notice.paid,
    status: notice.status,
    processedAt: notice.processedAt,
    statementDay: notice.statementDay,
    receivedAt: work.now,
    outcome: 'received',
  });
  if (!isNew) {
    const earlier = await findNotice(work.tx, notice.trx);
    if (!earlier) throw new Error('a payment that is known cannot be found');
    return { received: { outcome: earlier.outcome, repeated: true }, earlier };
  }
  const doubt = doubtAbout(notice);
  const outcome =
    bill && doubt === null
      ? await applyPayment(work, bill.applicationId, { amount: notice.paid, processedAt: notice.processedAt }, id)
      : await leaveToFinance(work, notice, id, doubt);
  await saveOutcome(work.tx, id, outcome);
  return { received: { outcome, repeated: false } };
}

const RECEIVED_STATUSES: readonly string[] = ['pmtnew', 'pmtsent', 'pmtcomplt'];

/** Why money must not be applied although the number is known, in the network's own words; `null` when nothing speaks against it. */
function doubtAbout(notice: PaymentNotice): string | null {
  if (notice.billNumber !== notice.billingNumber) return `BillNo ${notice.billNumber}`;
  if (!isReceived(notice.status)) return `PmtStatus ${notice.status}`;
  if (notice.currency !== null && !sameText(notice.currency, 'JOD')) return `Currency ${notice.currency}`;
  return null;
}

async function leaveToFinance(
  work: Work,
  notice: PaymentNotice,
  id: string,
  note: string | null,
): Promise<'unknown_number'> {
  await insertFinanceCase(work.tx, {
    id: newId(),
    kind: 'unknown_number',
    applicationId: null,
    noticeId: id,
    amountFils: notice.paid,
    state: 'open',
    openedAt: work.now,
    note,
  });
  return 'unknown_number';
}

/** A payment without a status counts as received, too. */
const isReceived = (status: string | null): boolean =>
  status === null || RECEIVED_STATUSES.includes(status.toLowerCase());

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const isSamePayment = (earlier: NoticeRow, notice: PaymentNotice): boolean =>
  earlier.paidFils === notice.paid &&
  earlier.billingNumber === notice.billingNumber &&
  isReceived(earlier.status) === isReceived(notice.status);

/** The network's final word on a payment is kept; it moves no money. One for a payment that never came is only logged. */
export async function noteAcknowledgement(app: App, { trx, status }: Acknowledgement): Promise<void> {
  const row = await command(app, { actor: 'bank' }, (work) => saveAcknowledgement(work.tx, trx, status, work.now));
  if (!row) app.log.warn({ status }, 'the network acknowledged a payment that it never told us of');
  else if (!isReceived(status)) {
    app.log.error(
      { noticeId: row.id, status },
      'the network acknowledged a payment with a status that is none of a received one',
    );
  }
}
