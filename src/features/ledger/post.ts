import type { Fils } from '#kernel/money.ts';
import type { Work } from '#platform/app.ts';
import type { FinanceCaseKind } from '#procedure/lifecycle/decision.ts';
import { type MoneyEvent, movementOf } from '#procedure/payments/ledger.ts';
import { findStanding, insertMovement } from './store.ts';

/** An event in which the money of a finance case leaves it: named by the case alone. */
export type CaseEvent =
  | { readonly kind: 'refund'; readonly financeCase: string; readonly amount: Fils }
  | (Omit<Extract<MoneyEvent, { kind: 'transfer' }>, 'from'> & { readonly financeCase: string })
  | (Omit<Extract<MoneyEvent, { kind: 'apply' }>, 'from'> & { readonly financeCase: string })
  | {
      readonly kind: 'split';
      readonly financeCase: string;
      readonly amount: Fils;
      readonly into: { readonly id: string; readonly kind: FinanceCaseKind };
    };

/** What the movement was caused by, beside who acts. */
export type Because = { readonly noticeId?: string | undefined; readonly note?: string | undefined };

/**
 * Posts a movement in the transaction of what causes it: the payment, the case, the waiver. Requests, bills and cases
 * that it names must be saved before.
 *
 * @param because `noticeId` is required of `receive`: a payment brings its money in once, the database sees to it
 * @returns the id of the movement
 * @throws Error when nothing moves
 */
export const postMovement = (work: Work, event: MoneyEvent, because: Because = {}): Promise<number> =>
  insertMovement(work.tx, movementOf(event), {
    at: work.now,
    actor: work.actorName ?? work.actor,
    noticeId: because.noticeId ?? null,
    note: because.note ?? null,
  });

/**
 * Posts a movement out of a finance case: `refund`, `transfer`, `apply`, or `split` into another case. The case must be
 * held (`lockFinanceCase`), so that its money cannot leave twice. Where the money stands is read from the ledger.
 *
 * @returns the id of the movement
 * @throws Error when the case holds less than `amount`
 */
export async function postFromCase(work: Work, event: CaseEvent, because: Because = {}): Promise<number> {
  const from = await findStanding(work.tx, event.financeCase);
  if (!from) throw new Error('the case holds no money');
  return postMovement(work, eventFrom(event, from), because);
}

function eventFrom(event: CaseEvent, from: NonNullable<Awaited<ReturnType<typeof findStanding>>>): MoneyEvent {
  const { financeCase: _case, ...rest } = event;
  return { ...rest, from };
}
