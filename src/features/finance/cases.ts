import type { OfferingId } from '#kernel/ids.ts';
import { fils } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import { instantOf } from '#platform/i18n/civil.ts';
import { newId } from '#platform/vault/random.ts';
import {
  applyCase,
  type FinanceCaseRow,
  lockFinanceCase,
  refundCase,
  reopenCase,
  transferCase,
  writeDownCase,
} from '../applications/index.ts';
import { takePayment } from '../payments/index.ts';
import {
  changeDifference,
  type DifferenceRow,
  insertEvents,
  insertRefund,
  liveRefundOf,
  lockDifference,
  type RefundRow,
  updateRefund,
} from './store.ts';

/** Acts of finance on a case; each once, and each leaves a row of the case's history. */
type Details = Readonly<Record<string, string | number | null>>;

const actorOf = (work: Work): string => work.actorName ?? work.actor;

const note = (work: Work, subject: string, act: string, reason: string | null, details: Details | null = null) =>
  insertEvents(work.tx, [{ at: work.now, actor: actorOf(work), subject, act, reason, details }]);

type Held = { readonly row: FinanceCaseRow; readonly refund: RefundRow | undefined };

/** Holds an open case with the refund that is on its way, before anything else of it is looked at. */
async function hold(work: Work, id: string): Promise<Result<Held, { readonly code: 'not_found' | 'case_closed' }>> {
  const row = await lockFinanceCase(work.tx, id);
  if (!row) return err({ code: 'not_found' });
  if (row.state !== 'open') return err({ code: 'case_closed' });
  return ok({ row, refund: await liveRefundOf(work.tx, id) });
}

/** Runs an act that ends a case, unless its money is already on the way back to the payer. */
async function settle<T, E>(
  work: Work,
  id: string,
  run: () => Promise<Result<T, E>>,
): Promise<Result<T, E | { readonly code: 'not_found' | 'case_closed' | 'refund_running' }>> {
  const held = await hold(work, id);
  if (!held.ok) return held;
  return held.value.refund ? err({ code: 'refund_running' }) : run();
}

/** Ruling H: the money of a case pays the bill of a request; see `applyCase`. */
export const applyToRequest = (work: Work, id: string, reference: string, reason: string) =>
  settle(work, id, async () => {
    const applied = await applyCase(work, id, reference);
    if (applied.ok) {
      for (const one of applied.value.cases) await note(work, one, 'apply', reason, { reference });
    }
    return applied;
  });

/** Ruling I: the money of a case goes with its person to another offering. */
export const transferToOffering = (work: Work, id: string, offering: OfferingId, reason: string) =>
  settle(work, id, async () => {
    const moved = await transferCase(work, id, offering);
    if (moved.ok) await note(work, id, 'transfer', reason, { reference: moved.value.reference });
    return moved;
  });

/** Ruling H: money of nobody known stays unexplained. */
export const writeDown = (work: Work, id: string, reason: string) =>
  settle(work, id, async () => {
    const done = await writeDownCase(work, id, reason);
    if (done.ok) await note(work, id, 'write_down', reason);
    return done;
  });

/** A case that was written down is worked on again. */
export async function reopen(work: Work, id: string, reason: string) {
  const done = await reopenCase(work, id);
  if (done.ok) await note(work, id, 'reopen', reason);
  return done;
}

/** Asks that the money of a case goes back to its payer. Somebody else has to approve it. */
export const requestRefund = (work: Work, id: string, reason: string) =>
  settle(work, id, async (): Promise<Result<null, never>> => {
    await insertRefund(work.tx, {
      id: newId(),
      caseId: id,
      state: 'requested',
      reason,
      requestedBy: actorOf(work),
      requestedAt: work.now,
      ...{ judgedBy: null, judgedAt: null, judgement: null, doneBy: null, doneAt: null, transferReference: null },
    });
    await note(work, id, 'request_refund', reason);
    return ok(null);
  });

type RefundRefusal = { readonly code: 'not_found' | 'case_closed' | 'no_refund' | 'same_person' };

/** A second person approves a refund that was asked for, or turns it down; who asked cannot. */
export async function judgeRefund(
  work: Work,
  id: string,
  verdict: 'approved' | 'refused',
  judgement: string,
): Promise<Result<null, RefundRefusal>> {
  const held = await hold(work, id);
  if (!held.ok) return held;
  const { refund } = held.value;
  if (refund?.state !== 'requested') return err({ code: 'no_refund' });
  const judgedBy = actorOf(work);
  if (judgedBy === refund.requestedBy) return err({ code: 'same_person' });
  await updateRefund(work.tx, refund.id, { state: verdict, judgedBy, judgedAt: work.now, judgement });
  await note(work, id, verdict === 'approved' ? 'approve_refund' : 'refuse_refund', judgement);
  return ok(null);
}

/** The bank has transferred an approved refund: the case closes and its payer is told. */
export async function completeRefund(
  work: Work,
  id: string,
  transferReference: string,
): Promise<Result<null, RefundRefusal | { readonly code: 'case_without_request' }>> {
  const held = await hold(work, id);
  if (!held.ok) return held;
  const { refund } = held.value;
  if (refund?.state !== 'approved') return err({ code: 'no_refund' });
  const done = await refundCase(work, id, transferReference);
  if (!done.ok) return done;
  const doneBy = actorOf(work);
  await updateRefund(work.tx, refund.id, { state: 'done', doneBy, doneAt: work.now, transferReference });
  await note(work, id, 'refund', null, { transfer: transferReference });
  return ok(null);
}

type DifferenceRefusal = { readonly code: 'not_found' | 'case_closed' | 'number_missing' | 'not_taken_in' };

async function holdDifference(work: Work, id: string): Promise<Result<DifferenceRow, DifferenceRefusal>> {
  const row = await lockDifference(work.tx, id);
  if (!row) return err({ code: 'not_found' });
  return row.state === 'open' ? ok(row) : err({ code: 'case_closed' });
}

/**
 * A payment of the operator's file that we were never told of is taken in as if the network had told of it: clause 7.4
 * and ruling H decide what it does. A file knows the day only: the payment counts as made at its beginning, in favour of
 * the payer.
 *
 * @param typedNumber the payment number, where the file does not say it
 * @returns the outcome: `settled`, `reinstated`, or the kind of the finance case that it became
 */
export async function takeInDifference(
  work: Work,
  id: string,
  typedNumber: string,
  reason: string,
): Promise<Result<{ readonly outcome: string }, DifferenceRefusal>> {
  const held = await holdDifference(work, id);
  if (!held.ok) return held;
  const { kind, trx, toldFils, toldDay, toldNumber } = held.value;
  if (kind !== 'not_with_us' || toldFils === null || toldDay === null) return err({ code: 'not_taken_in' });
  const number = toldNumber ?? typedNumber;
  if (number === '') return err({ code: 'number_missing' });
  const { outcome } = await takePayment(work, {
    trx,
    guid: null,
    bankTrxId: null,
    billingNumber: number,
    billNumber: number,
    paid: fils(toldFils),
    currency: null,
    status: null,
    processedAt: instantOf(toldDay, 0),
    statementDay: toldDay,
  });
  await endDifference(work, id, 'taken_in', reason);
  await note(work, id, 'take_in', reason, { reference: number });
  return ok({ outcome });
}

/** A difference is closed with what is known of it, and nothing else is done. */
export async function writeDownDifference(
  work: Work,
  id: string,
  reason: string,
): Promise<Result<null, DifferenceRefusal>> {
  const held = await holdDifference(work, id);
  if (!held.ok) return held;
  await endDifference(work, id, 'written_down', reason);
  await note(work, id, 'write_down', reason);
  return ok(null);
}

const endDifference = (work: Work, id: string, state: 'taken_in' | 'written_down', reason: string) =>
  changeDifference(work.tx, id, { state, closedAt: work.now, closedBy: actorOf(work), reason });
