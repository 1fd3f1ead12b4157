import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import { fils } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import { seatsLeft } from '#procedure/catalogue/seats.ts';
import { decideMinimumReached } from '#procedure/lifecycle/admission.ts';
import type { Step } from '#procedure/lifecycle/decision.ts';
import type { OfferingState } from '#procedure/lifecycle/states.ts';
import { decidePayment, type Payment, type PaymentDecision } from '#procedure/payments/payment.ts';
import { lockOffering, type OfferingRecord } from '../catalogue/index.ts';
import { postFromCase } from '../ledger/index.ts';
import { issueReceipt } from '../receipts/index.ts';
import { holdBoth } from './acts.ts';
import { carryOut } from './carry-out.ts';
import { takeDecision } from './clock-acts.ts';
import { newReference } from './reference.ts';
import {
  type ApplicationRecord,
  applicationsOf,
  closeFinanceCase,
  findFinanceCase,
  liveApplicationOf,
  lockApplication,
  lockFinanceCase,
  updateApplication,
} from './store.ts';
import { WAITLIST_HEAD } from './submit.ts';

/**
 * Clause 7.4 and ruling H for the bill of this request. If the decision is due and the payment is not on time, the
 * decision is taken first, so that money is judged against what is true.
 */
export async function applyPayment(
  work: Work,
  id: ApplicationId,
  payment: Payment,
  noticeId: string,
): Promise<PaymentDecision['outcome']> {
  const first = await holdBoth(work, id);
  if (!first?.application.bill) throw new Error('a payment is applied to a request that has a bill');
  if (payment.processedAt >= first.application.bill.payBefore) await takeDecision(work, first.record.facts.id);
  const held = (await holdBoth(work, id)) ?? first;
  const { record, application } = held;
  const decided = decidePayment(record.facts, application.facts, payment, work.now);
  const after = await carryOut(work, {
    record,
    decision: { steps: decided.steps },
    applications: [application],
    noticeId,
    details: { amountFils: payment.amount },
  });
  if (decided.reachesMinimum) await admitThoseWaiting(work, after);
  const { amount: amountFils, processedAt: paidAt } = payment;
  if (decided.outcome === 'settled' || decided.outcome === 'reinstated')
    await issueReceipt(work, { applicationId: id, noticeId, amountFils, paidAt });
  return decided.outcome;
}

/** Clauses 6 and 7 fire because somebody came in confirmed and completed the minimum. */
async function admitThoseWaiting(work: Work, record: OfferingRecord): Promise<void> {
  const waiting = await applicationsOf(work.tx, record.facts.id, ['waiting_minimum', 'awaiting_exam'], work.now);
  const waitlist = await applicationsOf(work.tx, record.facts.id, ['waitlisted'], work.now, WAITLIST_HEAD);
  const facts = (all: readonly ApplicationRecord[]) => all.map((a) => a.facts);
  const decision = decideMinimumReached(record.facts, facts(waiting), facts(waitlist), work.now);
  await carryOut(work, { record, decision, applications: [...waiting, ...waitlist] });
}

export type CaseRefusal = { readonly code: 'not_found' | 'case_closed' | 'case_without_request' };

/** Finance has paid the money back: the case closes and the person is told (`refund_done`). */
export async function refundCase(work: Work, caseId: string, note: string | null): Promise<Result<null, CaseRefusal>> {
  const seen = await findFinanceCase(work.tx, caseId);
  if (!seen) return err({ code: 'not_found' });
  const held = seen.applicationId ? await holdBoth(work, seen.applicationId) : undefined;
  const financeCase = await lockFinanceCase(work.tx, caseId);
  if (financeCase?.state !== 'open') return err({ code: 'case_closed' });
  await closeFinanceCase(work.tx, caseId, 'refunded', note, work.now);
  const amount = fils(financeCase.amountFils);
  await postFromCase(work, { kind: 'refund', financeCase: caseId, amount }, { note: note ?? undefined });
  if (!held) return ok(null);
  const { record, application } = held;
  const step: Step = {
    application: application.row.id,
    action: 'note_refund',
    from: application.row.state,
    to: application.row.state,
    clause: null,
    sms: [{ template: 'refund_done', clause: null }],
  };
  const isFee = financeCase.kind === 'refund';
  const refunded = { ...application, row: { ...application.row, paidFils: financeCase.amountFils } };
  await carryOut(work, { record, decision: { steps: [step] }, applications: [refunded] });
  const left = application.row.paidFils - (isFee ? financeCase.amountFils : 0);
  await updateApplication(work.tx, application.row.id, { paidFils: Math.max(0, left) });
  return ok(null);
}

/** Offerings that have a date and are still to begin. */
const TAKES_TRANSFERS: readonly OfferingState[] = ['gathering', 'admitting', 'confirmed'];

export type TransferRefusal =
  | CaseRefusal
  | { readonly code: 'offering_not_found' | 'amount_differs' | 'full' | 'already_applied' | 'course_started' };

/**
 * Ruling I: the money of a refund case moves with the person to another offering of the same fee, where a seat is
 * free. The new request is confirmed at once and never asked to pay again.
 */
export async function transferCase(
  work: Work,
  caseId: string,
  target: OfferingId,
): Promise<Result<{ readonly reference: string }, TransferRefusal>> {
  const seen = await findFinanceCase(work.tx, caseId);
  if (!seen) return err({ code: 'not_found' });
  if (!seen.applicationId) return err({ code: 'case_without_request' });
  const record = await lockOffering(work.tx, target);
  const origin = await lockApplication(work.tx, seen.applicationId, work.now);
  const financeCase = await lockFinanceCase(work.tx, caseId);
  if (financeCase?.state !== 'open' || !origin) return err({ code: 'case_closed' });
  if (!record?.facts.schedule || !TAKES_TRANSFERS.includes(record.facts.state))
    return err({ code: 'offering_not_found' });
  if (work.now >= record.facts.schedule.startsAt) return err({ code: 'course_started' });
  if (record.fee !== financeCase.amountFils) return err({ code: 'amount_differs' });
  if (seatsLeft(record.facts) === 0) return err({ code: 'full' });
  if (await liveApplicationOf(work.tx, origin.row.personId, record.courseId)) return err({ code: 'already_applied' });

  const row = {
    ...origin.row,
    id: newId() as ApplicationId,
    reference: newReference(),
    courseId: record.courseId,
    offeringId: record.facts.id,
    state: 'confirmed' as const,
    reason: null,
    clause: null,
    feeFils: record.fee,
    waivedFils: 0,
    reduction: 'none' as const,
    reductionReason: null,
    examId: record.examId,
    examLinkVersion: null,
    examOpensAt: null,
    paidFils: financeCase.amountFils,
    attendance: null,
    evaluationSentAt: null,
    evaluatedAt: null,
    submittedAt: work.now,
    enteredBy: work.actorName ?? null,
  };
  const step: Step = {
    application: row.id,
    action: 'transfer_in',
    from: null,
    to: 'confirmed',
    clause: null,
    sms: [{ template: 'transferred', clause: null }],
  };
  const fresh = {
    row,
    bill: null,
    facts: {
      ...origin.facts,
      id: row.id,
      state: null,
      bill: null,
      paid: fils(row.paidFils),
      fee: record.fee,
      waived: fils(0),
    },
  };
  await closeFinanceCase(work.tx, caseId, 'transferred', `${origin.row.reference} -> ${row.reference}`, work.now);
  if (financeCase.kind === 'refund') {
    const left = Math.max(0, origin.row.paidFils - financeCase.amountFils);
    await updateApplication(work.tx, origin.row.id, { paidFils: left });
  }
  const after = await carryOut(work, {
    record,
    decision: { steps: [step] },
    applications: [fresh],
    fresh: row.id,
    details: { from: origin.row.reference },
  });
  const amount = fils(financeCase.amountFils);
  await postFromCase(work, { kind: 'transfer', financeCase: caseId, amount, to: row.id });
  if (after.facts.state === 'gathering' && after.facts.active >= after.facts.min) await admitThoseWaiting(work, after);
  return ok({ reference: row.reference });
}
