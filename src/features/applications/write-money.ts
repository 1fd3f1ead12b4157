import type { ApplicationId } from '#kernel/ids.ts';
import { fils } from '#kernel/money.ts';
import type { Work } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import type { Step } from '#procedure/lifecycle/decision.ts';
import { type ApplicationState, isLive } from '#procedure/lifecycle/states.ts';
import { postMovement } from '../ledger/index.ts';
import type { CarryOut } from './decision-act.ts';
import { type Running, runningOf } from './running.ts';
import { insertFinanceCase } from './store.ts';

/**
 * The money of a decision: a bill that is settled, a finance case that opens, and for each of them the movement of the
 * ledger. Requests and bills must be saved before.
 */
export async function writeMoney(
  work: Work,
  { decision, noticeId, paidFromCases }: CarryOut,
  running: ReadonlyMap<ApplicationId, Running>,
): Promise<void> {
  for (const step of decision.steps) {
    await postWaiver(work, runningOf(running, step), step);
    if (step.bill?.kind === 'settle' && !paidFromCases) await postSettled(work, runningOf(running, step), noticeId);
    if (step.financeCase) await openCase(work, runningOf(running, step), step, noticeId);
  }
}

/** H5: what is waived stands for the request from the grant to its end, and again when it is reinstated. */
async function postWaiver(work: Work, { row }: Running, { waiver, action, from, to }: Step): Promise<void> {
  const post = (kind: 'waive' | 'unwaive', amount: number) =>
    postMovement(work, { kind, amount: fils(amount), application: row.id });
  if (waiver) await post('waive', waiver.after - waiver.before);
  else if (row.waivedFils === 0) return;
  else if (action === 'reinstate') await post('waive', row.waivedFils);
  else if (isLive(from) && ENDED.includes(to)) await post('unwaive', row.waivedFils);
}

const ENDED: readonly ApplicationState[] = ['withdrawn', 'cancelled', 'rejected'];

async function postSettled(work: Work, { row, bill }: Running, noticeId: string | undefined): Promise<void> {
  if (!bill) throw new Error('a bill that is settled does not exist');
  const amount = fils(bill.amountFils);
  const event = { kind: 'receive', amount, application: row.id, bill: bill.id, financeCase: null } as const;
  await postMovement(work, event, { noticeId });
}

async function openCase(work: Work, { row, bill }: Running, step: Step, noticeId: string | undefined): Promise<void> {
  if (!step.financeCase) return;
  const { kind, amount } = step.financeCase;
  const id = newId();
  const noticed = kind === 'refund' ? undefined : noticeId;
  await insertFinanceCase(work.tx, {
    id,
    kind,
    applicationId: row.id,
    noticeId: noticed ?? null,
    amountFils: amount,
    state: 'open',
    openedAt: work.now,
  });
  if (kind === 'refund') {
    // Money that came with a transfer stands for the request, and for no bill of it.
    const paidBill = bill?.state === 'paid' ? bill.id : null;
    await postMovement(work, { kind: 'end', amount, application: row.id, bill: paidBill, financeCase: id });
    return;
  }
  const financeCase = { id, kind };
  const event = { kind: 'receive', amount, application: row.id, bill: bill?.id ?? null, financeCase } as const;
  await postMovement(work, event, { noticeId });
}
