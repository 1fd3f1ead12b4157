import type { ApplicationId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { App, Work } from '#platform/app.ts';
import { ACCESS_ALPHABET, newId, randomCode } from '#platform/vault/random.ts';
import { CODE_LENGTH, readCode, yearOf } from './number.ts';
import type { VoidKind } from './schema.ts';
import {
  findReceiptByHash,
  findWhatIsPaid,
  insertReceipt,
  insertVoid,
  isReceipted,
  lockReceipt,
  type ReceiptRecord,
} from './store.ts';

/** A payment that settled a bill. */
export type SettledPayment = {
  readonly applicationId: ApplicationId;
  readonly noticeId: string;
  readonly amountFils: number;
  /** When the payer paid. */
  readonly paidAt: Date;
};

/**
 * Issues the receipt of a payment that settled a bill, in the transaction that settles it: a payment and its receipt
 * are both there or both not. The database gives it its serial when that transaction ends, so serials have no gap
 * and nobody waits for another's payment. A payment that has a receipt gets no second one.
 */
export async function issueReceipt(work: Work, payment: SettledPayment): Promise<void> {
  const { app, tx, now } = work;
  const { applicationId, noticeId, amountFils, paidAt } = payment;
  if (await isReceipted(tx, noticeId)) return;
  const paid = await findWhatIsPaid(tx, applicationId, noticeId);
  if (!paid) throw new Error('a receipt is issued for a request that has a bill');
  const { application, bill, course, trx } = paid;
  const { firstName, fatherName, grandfatherName, familyName, guardian, reference } = application;
  const participant = [firstName, fatherName, grandfatherName, familyName].filter(Boolean).join(' ');
  const code = randomCode(ACCESS_ALPHABET, CODE_LENGTH);
  await insertReceipt(tx, {
    id: newId(),
    year: yearOf(now),
    applicationId,
    billId: bill.id,
    noticeId,
    amountFils,
    content: { payer: guardian?.name ?? participant, participant, course, reference, billNumber: bill.number, trx },
    paidAt,
    issuedAt: now,
    codeHash: hashOf(app, code),
    codeBox: app.vault.encrypt(code),
  });
}

const hashOf = (app: App, code: string): string => app.vault.lookupHash('receipt', code);

/** The receipt that a printed code stands for. */
export async function receiptByCode(app: App, text: string): Promise<ReceiptRecord | undefined> {
  const code = readCode(text);
  return code === undefined ? undefined : findReceiptByHash(app.database.db, hashOf(app, code));
}

/** The code that is printed on a receipt. */
export const codeOf = (app: App, { row }: ReceiptRecord): string => app.vault.decrypt(row.codeBox);

/** The address of the public page that says whether a receipt is valid. */
export const verifyUrl = (app: App, record: ReceiptRecord): string =>
  `${app.settings.shortUrl}/r/${codeOf(app, record)}`;

/** Declares a receipt void, for ever and once. It moves no money. */
export async function voidReceipt(
  work: Work,
  id: string,
  { kind, reason }: { readonly kind: VoidKind; readonly reason: string },
): Promise<Result<null, { readonly code: 'not_found' | 'already_void' }>> {
  const record = await lockReceipt(work.tx, id);
  if (!record) return err({ code: 'not_found' });
  if (record.void) return err({ code: 'already_void' });
  await insertVoid(work.tx, {
    receiptId: id,
    kind,
    reason,
    voidedAt: work.now,
    voidedBy: work.actorName ?? work.actor,
  });
  return ok(null);
}
