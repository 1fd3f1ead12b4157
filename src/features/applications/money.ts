import type { ApplicationId } from '#kernel/ids.ts';
import type { Work } from '#platform/app.ts';
import { decideMinimumReached } from '#procedure/lifecycle/admission.ts';
import { decidePayment, type Payment, type PaymentDecision } from '#procedure/payments/payment.ts';
import type { OfferingRecord } from '../catalogue/index.ts';
import { issueReceipt } from '../receipts/index.ts';
import { holdBoth } from './acts.ts';
import { carryOut } from './carry-out.ts';
import { takeDecision } from './clock-acts.ts';
import { type ApplicationRecord, applicationsOf } from './store.ts';
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
export async function admitThoseWaiting(work: Work, record: OfferingRecord): Promise<void> {
  const waiting = await applicationsOf(work.tx, record.facts.id, ['waiting_minimum', 'awaiting_exam'], work.now);
  const waitlist = await applicationsOf(work.tx, record.facts.id, ['waitlisted'], work.now, WAITLIST_HEAD);
  const facts = (all: readonly ApplicationRecord[]) => all.map((a) => a.facts);
  const decision = decideMinimumReached(record.facts, facts(waiting), facts(waitlist), work.now);
  await carryOut(work, { record, decision, applications: [...waiting, ...waitlist] });
}
