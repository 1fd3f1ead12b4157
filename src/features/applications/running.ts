import type { ApplicationId } from '#kernel/ids.ts';
import type { Work } from '#platform/app.ts';
import type { Batch } from '#platform/db/batch.ts';
import { newId, randomDigits } from '#platform/vault/random.ts';
import type { Step } from '#procedure/lifecycle/decision.ts';
import { isLive } from '#procedure/lifecycle/states.ts';
import { targetOf } from '#procedure/lifecycle/transitions.ts';
import { makeNumber } from '#procedure/payments/number.ts';
import type { OfferingRecord } from '../catalogue/index.ts';
import { type ApplicationRecord, type ApplicationRow, type BillRow, statements } from './store.ts';

/** A request as it changes while the steps of one decision are carried out. */
export type Running = {
  readonly row: ApplicationRow;
  bill: BillRow | null;
  readonly isNew: boolean;
  dirty: boolean;
  billChange: 'none' | 'insert' | 'update';
};

/** The requests of a decision before its first step. */
export function beginRunning(
  applications: readonly ApplicationRecord[],
  fresh: ApplicationId | undefined,
): ReadonlyMap<ApplicationId, Running> {
  const entries = applications.map((a): [ApplicationId, Running] => [
    a.row.id,
    { row: { ...a.row }, bill: a.bill && { ...a.bill }, isNew: fresh === a.row.id, dirty: false, billChange: 'none' },
  ]);
  return new Map(entries);
}

/** @throws Error when the step names a request that was not loaded */
export function runningOf(running: ReadonlyMap<ApplicationId, Running>, step: Step): Running {
  const one = running.get(step.application);
  if (!one) throw new Error('a step names a request that was not loaded');
  return one;
}

/** Takes one step in memory. @throws Error when the table has no such arrow from where the request stands */
export function applyStep(work: Work, one: Running, step: Step, after: OfferingRecord): void {
  const from = step.from === null ? null : one.row.state;
  if (from !== step.from || targetOf(step.from, step.action) !== step.to) {
    throw new Error(`step ${step.action} from ${step.from} to ${step.to} is not in the table (state ${one.row.state})`);
  }
  const { row } = one;
  row.state = step.to;
  row.reason = step.reason ?? (isLive(step.to) ? null : row.reason);
  row.clause = step.clause ?? row.clause;
  row.proof = step.proof ?? row.proof;
  row.attendance = step.attendance ?? row.attendance;
  row.waivedFils = step.waiver?.after ?? row.waivedFils;
  row.reduction = step.reduction ?? row.reduction;
  if (step.exam) {
    row.examLinkVersion = after.facts.dateVersion;
    row.examOpensAt = step.exam.opensAt;
  }
  if (step.action === 'invite_evaluation') row.evaluationSentAt = work.now;
  if (step.bill) changeBill(work, one, step.bill);
  one.dirty = true;
}

function changeBill(work: Work, one: Running, change: NonNullable<Step['bill']>): void {
  if (change.kind === 'open') {
    one.bill = newBill(work, one.row, change.payBefore);
    one.billChange = 'insert';
    return;
  }
  if (!one.bill) throw new Error('a bill that changes does not exist');
  if (change.kind === 'reopen') Object.assign(one.bill, { state: 'open', payBefore: change.payBefore });
  if (change.kind === 'reprice') one.bill.amountFils = change.amount;
  if (change.kind === 'close') one.bill.state = 'closed';
  if (change.kind === 'suspend') one.bill.state = 'suspended';
  if (change.kind === 'settle') {
    Object.assign(one.bill, { state: 'paid', paidAt: work.now });
    one.row.paidFils += one.bill.amountFils;
  }
  if (one.billChange === 'none') one.billChange = 'update';
}

const newBill = (work: Work, row: ApplicationRow, payBefore: Date): BillRow => ({
  id: newId(),
  applicationId: row.id,
  number: makeNumber(randomDigits(work.app.settings.billNumberLength - 1)),
  amountFils: row.feeFils - row.waivedFils,
  state: 'open',
  openedAt: work.now,
  payBefore,
  paidAt: null,
});

/** A request and its bill as the steps left them. A new one takes the order that the database gives it. */
export function addRequest(work: Work, batch: Batch, { row, bill, isNew, dirty, billChange }: Running): void {
  const { tx } = work;
  if (isNew) {
    const { order: _given, ...values } = row;
    batch.add(statements.insertApplication(tx, values));
  } else if (dirty) batch.add(statements.updateApplication(tx, row.id, changeOf(row, work.now)));
  if (!bill || billChange === 'none') return;
  const { state, amountFils, payBefore, paidAt } = bill;
  batch.add(
    billChange === 'insert'
      ? statements.insertBill(tx, bill)
      : statements.updateBill(tx, row.id, { state, amountFils, payBefore, paidAt }),
  );
}

const changeOf = (row: ApplicationRow, now: Date) => ({
  state: row.state,
  reason: row.reason,
  clause: row.clause,
  proof: row.proof,
  attendance: row.attendance,
  examLinkVersion: row.examLinkVersion,
  examOpensAt: row.examOpensAt,
  evaluationSentAt: row.evaluationSentAt,
  paidFils: row.paidFils,
  waivedFils: row.waivedFils,
  reduction: row.reduction,
  reductionReason: row.reductionReason,
  changedAt: now,
});
