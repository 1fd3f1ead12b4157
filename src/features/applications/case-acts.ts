import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import { type Fils, fils } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import { seatsLeft } from '#procedure/catalogue/seats.ts';
import type { Step } from '#procedure/lifecycle/decision.ts';
import type { OfferingState } from '#procedure/lifecycle/states.ts';
import { type ApplyRefusal, decideApply } from '#procedure/payments/finance-case.ts';
import { lockOffering } from '../catalogue/index.ts';
import { postFromCase } from '../ledger/index.ts';
import { issueReceipt } from '../receipts/index.ts';
import { holdBoth } from './acts.ts';
import { carryOut } from './carry-out.ts';
import type { CarryOut } from './decision-act.ts';
import { admitThoseWaiting } from './money.ts';
import { newReference } from './reference.ts';
import {
  type ApplicationRecord,
  type FinanceCaseRow,
  findByReference,
  insertFinanceCase,
  liveApplicationOf,
  lockApplication,
  lockFinanceCase,
  openWrongAmounts,
  setFinanceCase,
  updateApplication,
} from './store.ts';

export type CaseRefusal = { readonly code: 'not_found' | 'case_closed' | 'case_without_request' };

/** An act on a case as it would be carried out: what a preview shows. */
export type PreparedCase = CarryOut & {
  readonly financeCase: FinanceCaseRow;
  /** What goes back to the payer afterwards, because it is more than the fee. */
  readonly rest: Fils;
};

/**
 * Holds an open case. Every act on a case takes it first, and the offering and the request after it: of two who act at
 * once the second finds it closed.
 */
async function holdCase(work: Work, id: string): Promise<Result<FinanceCaseRow, CaseRefusal>> {
  const row = await lockFinanceCase(work.tx, id);
  if (!row) return err({ code: 'not_found' });
  return row.state === 'open' ? ok(row) : err({ code: 'case_closed' });
}

/** The request of a case as the message about its money speaks of it. */
const withPaid = (application: ApplicationRecord, amount: number): ApplicationRecord => ({
  ...application,
  row: { ...application.row, paidFils: amount },
  facts: { ...application.facts, paid: fils(amount) },
});

/** Ruling I: what a refund would tell its payer; nobody is told where nobody is known. */
export async function prepareRefund(
  work: Work,
  caseId: string,
): Promise<Result<PreparedCase | { readonly financeCase: FinanceCaseRow; readonly nobody: true }, CaseRefusal>> {
  const financeCase = await holdCase(work, caseId);
  if (!financeCase.ok) return financeCase;
  const { applicationId, amountFils } = financeCase.value;
  const held = applicationId ? await holdBoth(work, applicationId) : undefined;
  if (!held) return ok({ financeCase: financeCase.value, nobody: true });
  const { record, application } = held;
  const { state } = application.row;
  const step: Step = {
    application: application.row.id,
    action: 'note_refund',
    from: state,
    to: state,
    clause: null,
    sms: [{ template: 'refund_done', clause: null }],
  };
  const applications = [withPaid(application, amountFils)];
  return ok({ record, decision: { steps: [step] }, applications, financeCase: financeCase.value, rest: fils(0) });
}

/** Finance has paid the money back: the case closes and the person is told (`refund_done`). */
export async function refundCase(work: Work, caseId: string, note: string | null): Promise<Result<null, CaseRefusal>> {
  const prepared = await prepareRefund(work, caseId);
  if (!prepared.ok) return prepared;
  const { financeCase } = prepared.value;
  await setFinanceCase(work.tx, caseId, 'refunded', note, work.now);
  const amount = fils(financeCase.amountFils);
  await postFromCase(work, { kind: 'refund', financeCase: caseId, amount }, { note: note ?? undefined });
  if ('nobody' in prepared.value) return ok(null);
  const before = await paidOf(work, financeCase);
  await carryOut(work, prepared.value);
  await setPaid(work, financeCase, before - (financeCase.kind === 'refund' ? financeCase.amountFils : 0));
  return ok(null);
}

async function paidOf(work: Work, { applicationId }: FinanceCaseRow): Promise<number> {
  const origin = applicationId && (await lockApplication(work.tx, applicationId, work.now));
  return origin ? origin.row.paidFils : 0;
}

async function setPaid(work: Work, { applicationId }: FinanceCaseRow, paid: number): Promise<void> {
  if (applicationId) await updateApplication(work.tx, applicationId, { paidFils: Math.max(0, paid) });
}

/** Offerings that have a date and are still to begin. */
const TAKES_TRANSFERS: readonly OfferingState[] = ['gathering', 'admitting', 'confirmed'];

export type TransferRefusal =
  | CaseRefusal
  | { readonly code: 'offering_not_found' | 'amount_differs' | 'full' | 'already_applied' | 'course_started' };

/** Ruling I: the new request that the money of a case would go to. */
export async function prepareTransfer(
  work: Work,
  caseId: string,
  target: OfferingId,
): Promise<Result<PreparedCase, TransferRefusal>> {
  const held = await holdCase(work, caseId);
  if (!held.ok) return held;
  const financeCase = held.value;
  if (!financeCase.applicationId) return err({ code: 'case_without_request' });
  const record = await lockOffering(work.tx, target);
  const origin = await lockApplication(work.tx, financeCase.applicationId, work.now);
  if (!record?.facts.schedule || !origin || !TAKES_TRANSFERS.includes(record.facts.state))
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
  const details = { from: origin.row.reference };
  const act = { record, decision: { steps: [step] }, applications: [fresh], fresh: row.id, details };
  return ok({ ...act, financeCase, rest: fils(0) });
}

/**
 * Ruling I: the money of a case moves with the person to another offering of the same fee, where a seat is free. The
 * new request is confirmed at once and never asked to pay again.
 */
export async function transferCase(
  work: Work,
  caseId: string,
  target: OfferingId,
): Promise<Result<{ readonly reference: string }, TransferRefusal>> {
  const prepared = await prepareTransfer(work, caseId, target);
  if (!prepared.ok) return prepared;
  const { financeCase, fresh, applications, details } = prepared.value;
  const reference = applications[0]?.row.reference ?? '';
  if (!fresh) throw new Error('a transfer makes a request');
  await setFinanceCase(work.tx, caseId, 'transferred', `${details?.['from']} -> ${reference}`, work.now);
  if (financeCase.kind === 'refund') {
    await setPaid(work, financeCase, (await paidOf(work, financeCase)) - financeCase.amountFils);
  }
  const after = await carryOut(work, prepared.value);
  const amount = fils(financeCase.amountFils);
  await postFromCase(work, { kind: 'transfer', financeCase: caseId, amount, to: fresh });
  if (after.facts.state === 'gathering' && after.facts.active >= after.facts.min) await admitThoseWaiting(work, after);
  return ok({ reference });
}

export type PreparedApply = PreparedCase & {
  /** The cases whose money is used, this one first. */
  readonly cases: readonly FinanceCaseRow[];
  readonly bill: { readonly id: string; readonly amount: Fils };
  readonly target: ApplicationRecord;
  readonly reachesMinimum: boolean;
};

/**
 * Ruling H: what applying the money of a case to the bill of a request would do. Where it is less than the fee, other
 * money that came for the same request in a wrong amount is taken too, the oldest first, until it is enough.
 */
export async function prepareApply(
  work: Work,
  caseId: string,
  reference: string,
): Promise<Result<PreparedApply, CaseRefusal | ApplyRefusal | { readonly code: 'request_not_found' }>> {
  const first = await holdCase(work, caseId);
  if (!first.ok) return first;
  const seen = await findByReference(work.tx, reference, work.now);
  if (!seen) return err({ code: 'request_not_found' });
  const others = (await openWrongAmounts(work.tx, seen.row.id)).filter(({ id }) => id !== caseId);
  const cases = [first.value];
  const fee = seen.bill?.amountFils ?? 0;
  for (const other of others) {
    if (totalOf(cases) >= fee) break;
    const held = await holdCase(work, other.id);
    if (held.ok) cases.push(held.value);
  }
  const held = await holdBoth(work, seen.row.id);
  if (!held) return err({ code: 'request_not_found' });
  const { record, application } = held;
  const decided = decideApply(record.facts, application.facts, totalOf(cases), work.now);
  if (!decided.ok) return decided;
  if (!application.bill) throw new Error('money is applied to a request that has a bill');
  const { decision, rest } = decided.value;
  return ok({
    record,
    decision: { steps: decision.steps },
    applications: [application],
    paidFromCases: true,
    financeCase: first.value,
    cases,
    rest,
    target: application,
    bill: { id: application.bill.id, amount: fils(application.bill.amountFils) },
    reachesMinimum: decision.reachesMinimum,
    details: { amountFils: application.bill.amountFils, case: caseId },
  });
}

const totalOf = (cases: readonly FinanceCaseRow[]): Fils =>
  fils(cases.reduce((sum, { amountFils }) => sum + amountFils, 0));

/**
 * Ruling H, clause 7.4: the money of a case pays the bill of a request, which is confirmed. What is more than the fee
 * becomes a case of its own, owed back to the payer.
 */
export async function applyCase(
  work: Work,
  caseId: string,
  reference: string,
): Promise<
  Result<
    { readonly reference: string; readonly rest: Fils; readonly cases: readonly string[] },
    CaseRefusal | ApplyRefusal | { readonly code: 'request_not_found' }
  >
> {
  const prepared = await prepareApply(work, caseId, reference);
  if (!prepared.ok) return prepared;
  const { cases, rest, bill, target, reachesMinimum } = prepared.value;
  const after = await carryOut(work, prepared.value);
  if (rest > 0) await splitRest(work, prepared.value);
  for (const one of cases) {
    const amount = fils(one.amountFils - (one === cases.at(-1) ? rest : 0));
    await postFromCase(work, {
      kind: 'apply',
      financeCase: one.id,
      amount,
      application: target.row.id,
      bill: bill.id,
    });
    await setFinanceCase(work.tx, one.id, 'applied', target.row.reference, work.now);
    if (one.kind === 'refund') await setPaid(work, one, (await paidOf(work, one)) - one.amountFils);
  }
  if (reachesMinimum) await admitThoseWaiting(work, after);
  // Money of an ended request had its receipt when it was paid.
  const noticeId = cases.find((one) => one.noticeId !== null)?.noticeId;
  if (noticeId) {
    await issueReceipt(work, { applicationId: target.row.id, noticeId, amountFils: bill.amount, paidAt: work.now });
  }
  return ok({ reference: target.row.reference, rest, cases: cases.map(({ id }) => id) });
}

/** The rest lies in the last case: the ones before it were too little by themselves. */
async function splitRest(work: Work, { cases, rest, target }: PreparedApply): Promise<void> {
  const last = cases.at(-1);
  if (!last) throw new Error('money is applied out of a case');
  const id = newId();
  await insertFinanceCase(work.tx, {
    id,
    kind: 'overpaid',
    applicationId: last.applicationId ?? target.row.id,
    noticeId: null,
    amountFils: rest,
    state: 'open',
    openedAt: work.now,
    note: null,
  });
  await postFromCase(work, { kind: 'split', financeCase: last.id, amount: rest, into: { id, kind: 'overpaid' } });
}

/** Ruling H: money of nobody known is written down as unexplained. It stays where it is, and the case can be opened again. */
export async function writeDownCase(
  work: Work,
  caseId: string,
  reason: string,
): Promise<Result<null, CaseRefusal | { readonly code: 'kind_not_written_down' }>> {
  const held = await holdCase(work, caseId);
  if (!held.ok) return held;
  if (held.value.kind !== 'unknown_number') return err({ code: 'kind_not_written_down' });
  await setFinanceCase(work.tx, caseId, 'written_down', reason, work.now);
  return ok(null);
}

/** Money that was written down has found its payer after all. */
export async function reopenCase(
  work: Work,
  caseId: string,
): Promise<Result<null, { readonly code: 'not_found' | 'not_written_down' }>> {
  const row = await lockFinanceCase(work.tx, caseId);
  if (!row) return err({ code: 'not_found' });
  if (row.state !== 'written_down') return err({ code: 'not_written_down' });
  await setFinanceCase(work.tx, caseId, 'open', row.note, null);
  return ok(null);
}
