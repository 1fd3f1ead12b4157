import { fils } from '#kernel/money.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import {
  agrees,
  type Doubt,
  doubtAbout,
  type IntakeRefusal,
  isReceived,
  isSamePayment,
  LENIENT,
  refuseIntake,
  type Strictness,
} from '#procedure/payments/notice.ts';
import { numbersOneSlipAway } from '#procedure/payments/number.ts';
import {
  checkInquiry,
  decidePresentation,
  type Expected,
  type Inquiry,
  type Presentation,
} from '#procedure/payments/presentation.ts';
import { applyPayment, type BillRow, findBillByNumber, insertFinanceCase } from '../applications/index.ts';
import { postMovement } from '../ledger/index.ts';
import { oneLine, type PresentedBill } from './mfep-answers.ts';
import type { Acknowledgement, PaymentNotice } from './mfep-requests.ts';
import { type BillToPresent, findBillToPresent } from './queries.ts';
import {
  findNotice,
  insertNotice,
  isGuidUsed,
  type NoticeRow,
  numbersOfBills,
  saveAcknowledgement,
  saveOutcome,
} from './store.ts';

export type Pulled = { readonly presentation: Presentation; readonly bill: PresentedBill | undefined };

/** Presentations in which the payer may see whose bill it is. */
const SHOWN: readonly Presentation[] = ['payable', 'paid', 'nothing_due', 'not_open'];
const TEXT_LENGTH = 100;

/** Clauses 7.1 to 7.3.1 and N1: what a bank shows to who enters a payment number. Reads only. */
export async function pullBill(app: App, asked: Inquiry, expected: Expected): Promise<Pulled> {
  const wrong = checkInquiry(asked, expected);
  if (wrong !== null) return { presentation: wrong, bill: undefined };
  const row = await findBillToPresent(app.database.db, asked.billingNumber);
  const presentation = decidePresentation(row && { ...row, due: fils(row.amountFils) }, app.clock.now());
  return { presentation, bill: row && SHOWN.includes(presentation) ? presented(row) : undefined };
}

/** First and family name, and the course with the reference: enough to see that it is the right bill. */
function presented(row: BillToPresent): PresentedBill {
  const end = ` - ${row.reference}`;
  return {
    due: fils(row.amountFils),
    issuedAt: row.openedAt,
    payBefore: row.payBefore,
    firstName: row.firstName,
    familyName: row.familyName,
    text: oneLine(row.courseTitle, TEXT_LENGTH - end.length) + end,
    phone: row.mobile,
    email: row.email,
  };
}

export type Received = {
  /** `settled`, `reinstated` or the kind of the finance case; of a refused payment, why it was refused. */
  readonly outcome: string;
  readonly repeated: boolean;
  readonly refused: IntakeRefusal | null;
};

/**
 * Clause 7.4 and ruling H: takes a payment in, once for its JOEBPPSTrx, whatever it says and however often it comes.
 * What cannot be applied waits for finance.
 *
 * @param strict what is refused instead; nothing unless told
 * @param toldAt the time stamp of the message; now unless told
 */
export async function receiveNotice(
  app: App,
  notice: PaymentNotice,
  strict: Strictness = LENIENT,
  toldAt: Date = app.clock.now(),
): Promise<Received> {
  const { received, earlier } = await command(app, { actor: 'bank' }, (work) => takeIn(work, notice, strict, toldAt));
  if (earlier && !isSamePayment({ ...earlier, paid: fils(earlier.paidFils) }, notice)) {
    app.log.error(
      { noticeId: earlier.id, firstFils: earlier.paidFils, nowFils: notice.paid },
      'a payment notice came again and says something else: the first one counts',
    );
  }
  if (received.refused !== null) {
    app.log.error({ refused: received.refused, nowFils: notice.paid }, 'a payment was refused by a strict setting');
  }
  return received;
}

/**
 * Takes a payment in inside the transaction of another act: one that the network did not tell of itself.
 * A payment that is known already has no second effect.
 */
export async function takePayment(work: Work, notice: PaymentNotice): Promise<Received> {
  return (await takeIn(work, notice, LENIENT, work.now)).received;
}

type TakenIn = { readonly received: Received; readonly earlier?: NoticeRow };

async function takeIn(work: Work, notice: PaymentNotice, strict: Strictness, toldAt: Date): Promise<TakenIn> {
  const bill = await findBillByNumber(work.tx, notice.billingNumber);
  const refused = await refusedBy(work, notice, bill, strict, toldAt);
  if (refused !== null) return { received: { outcome: refused, repeated: false, refused } };
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
    channel: notice.channel ?? null,
    receivedAt: work.now,
    outcome: 'received',
  });
  if (!isNew) {
    const earlier = await findNotice(work.tx, notice.trx);
    if (!earlier) throw new Error('a payment that is known cannot be found');
    return { received: { outcome: earlier.outcome, repeated: true, refused: null }, earlier };
  }
  const doubt = doubtAbout(notice);
  const outcome =
    bill && doubt === null
      ? await applyPayment(work, bill.applicationId, { amount: notice.paid, processedAt: notice.processedAt }, id)
      : await leaveToFinance(work, notice, id, doubt);
  await saveOutcome(work.tx, id, outcome);
  return { received: { outcome, repeated: false, refused: null } };
}

/** A payment that is known is a repeat and never refused. */
async function refusedBy(
  work: Work,
  notice: PaymentNotice,
  bill: BillRow | undefined,
  strict: Strictness,
  toldAt: Date,
): Promise<IntakeRefusal | null> {
  if (strict === LENIENT || (await findNotice(work.tx, notice.trx))) return null;
  const guidIsUsed =
    strict.refusesReplayedGuid && notice.guid !== null && (await isGuidUsed(work.tx, notice.guid, notice.trx));
  return refuseIntake(notice, { billAmount: bill && fils(bill.amountFils), guidIsUsed, toldAt }, strict);
}

async function leaveToFinance(
  work: Work,
  notice: PaymentNotice,
  id: string,
  doubt: Doubt | null,
): Promise<'unknown_number'> {
  const financeCase = { id: newId(), kind: 'unknown_number' } as const;
  await insertFinanceCase(work.tx, {
    ...financeCase,
    applicationId: null,
    noticeId: id,
    amountFils: notice.paid,
    state: 'open',
    openedAt: work.now,
    note: doubt ? `${doubt.about} ${doubt.said}` : await suspectedSlip(work, notice.billingNumber),
  });
  const event = { kind: 'receive', amount: notice.paid, application: null, bill: null, financeCase } as const;
  await postMovement(work, event, { noticeId: id });
  return 'unknown_number';
}

/** Ruling H: which bills a mistyped number may have meant; `null` when none is one slip away. Finance decides. */
async function suspectedSlip(work: Work, typed: string): Promise<string | null> {
  const meant = await numbersOfBills(work.tx, numbersOneSlipAway(typed));
  return meant.length === 0 ? null : `BillingNo ${typed}; one slip away from ${meant.sort().join(', ')}`;
}

/**
 * The network's final word on a payment is kept, also when it comes before the payment; it moves no money.
 * @returns whether the payment is known
 */
export async function noteAcknowledgement(app: App, word: Acknowledgement): Promise<boolean> {
  const notice = await command(app, { actor: 'bank' }, async (work) => {
    const { trx, paid, ...rest } = word;
    await saveAcknowledgement(work.tx, { joebppsTrx: trx, paidFils: paid, ...rest }, work.now);
    return findNotice(work.tx, trx);
  });
  const { status } = word;
  if (!notice) {
    app.log.warn({ status }, 'the network acknowledged a payment that it has not told us of');
  } else if (!isReceived(status)) {
    app.log.error(
      { noticeId: notice.id, status },
      'the network acknowledged a payment with a status that is none of a received one',
    );
  } else if (!agrees({ paid: fils(notice.paidFils), billingNumber: notice.billingNumber }, word)) {
    app.log.error({ noticeId: notice.id, status }, 'the network acknowledged a payment and says something else of it');
  }
  return notice !== undefined;
}
