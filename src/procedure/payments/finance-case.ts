import { type Fils, fils } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { DAY_MS } from '#kernel/time.ts';
import { seatsLeft } from '../catalogue/seats.ts';
import type { ApplicationFacts, BillState, FinanceCaseKind, OfferingFacts } from '../lifecycle/decision.ts';
import type { ApplicationState, Reason } from '../lifecycle/states.ts';
import { type PaymentDecision, reinstated, settled } from './payment.ts';
import type { DifferenceKind } from './reconcile.ts';

/** How a finance case stands: open, or what became of its money. */
export const CASE_STATES = ['open', 'refunded', 'transferred', 'applied', 'written_down'] as const;
export type CaseState = (typeof CASE_STATES)[number];

export const CASE_ACTS = ['apply', 'transfer', 'refund', 'write_down'] as const;
export type CaseAct = (typeof CASE_ACTS)[number];

/**
 * Ruling H: which acts a case of this kind can have. Only money of nobody known is written down as unexplained: what
 * belongs to a known person goes to them or for them.
 *
 * @param known whether it is known which request the money came for
 */
export function actsOn(kind: FinanceCaseKind, known: boolean): readonly CaseAct[] {
  if (!known) return kind === 'unknown_number' ? ['apply', 'refund', 'write_down'] : ['apply', 'refund'];
  return kind === 'wrong_amount' ? ['apply', 'refund'] : ['apply', 'transfer', 'refund'];
}

export type ApplyRefusal =
  | { readonly code: 'no_bill' | 'bill_paid' | 'full' | 'course_started' | 'already_applied' }
  | { readonly code: 'amount_short'; readonly missing: Fils }
  | { readonly code: 'not_allowed_in_state'; readonly state: ApplicationState };

export type Applied = {
  readonly decision: Pick<PaymentDecision, 'steps' | 'reachesMinimum'>;
  /** What the fee does not need: it is owed back to the payer. */
  readonly rest: Fils;
};

/**
 * Ruling H: finance applies money to the bill of a request, whenever it was paid. The whole fee must be there. A request
 * that was cancelled because it was unpaid comes back where a seat is free and the course has not begun.
 */
export function decideApply(
  o: OfferingFacts,
  a: ApplicationFacts,
  money: Fils,
  now: Date,
): Result<Applied, ApplyRefusal> {
  if (!a.bill || a.state === null) return err({ code: 'no_bill' });
  if (a.bill.state === 'paid') return err({ code: 'bill_paid' });
  if (money < a.bill.amount) return err({ code: 'amount_short', missing: fils(a.bill.amount - money) });
  const rest = fils(money - a.bill.amount);
  if (a.state === 'awaiting_payment') return ok({ decision: settled(o, a), rest });
  const { state } = a;
  if (state !== 'cancelled' || a.reason !== 'unpaid') return err({ code: 'not_allowed_in_state', state });
  if (a.otherLive) return err({ code: 'already_applied' });
  if (o.schedule !== null && now >= o.schedule.startsAt) return err({ code: 'course_started' });
  if (!['gathering', 'admitting', 'confirmed', 'postponed'].includes(o.state)) {
    return err({ code: 'not_allowed_in_state', state });
  }
  if (seatsLeft(o) === 0) return err({ code: 'full' });
  return ok({ decision: reinstated(o, a), rest });
}

/** What the queue knows of a case when it proposes an act. */
export type CaseOutlook = {
  readonly kind: FinanceCaseKind | DifferenceKind;
  readonly amount: Fils | null;
  readonly openedAt: Date;
  /** The request that the money came for. */
  readonly request: {
    readonly state: ApplicationState;
    readonly reason: Reason | null;
    readonly bill: { readonly state: BillState; readonly amount: Fils; readonly payBefore: Date } | null;
    /** All money of the kind `wrong_amount` that waits for this request, this case included. */
    readonly waiting: Fils;
    readonly seatFree: boolean;
    readonly begun: boolean;
  } | null;
  /** How many bills a typing slip may have meant. */
  readonly candidates: number;
};

/** What finance would do next. `wait`: the payer may still make it good; `ask`: the operator knows more. */
export const SUGGESTIONS = ['apply', 'refund', 'write_down', 'take_in', 'wait', 'ask'] as const;
export type Suggestion = (typeof SUGGESTIONS)[number];

/** After so long nobody is expected to ask for unexplained money any more. */
export const WRITE_DOWN_DAYS = 90;

/** Ruling H: the act that a case of the queue calls for. Only a proposal: people decide. */
export function suggestAct(one: CaseOutlook, now: Date): Suggestion {
  switch (one.kind) {
    case 'refund':
    case 'second_payment':
    case 'overpaid':
      return 'refund';
    case 'late_payment':
      return mayComeBack(one) ? 'apply' : 'refund';
    case 'wrong_amount':
      return suggestForAmount(one, now);
    case 'unknown_number':
      if (one.candidates === 1) return 'apply';
      return now.getTime() - one.openedAt.getTime() > WRITE_DOWN_DAYS * DAY_MS ? 'write_down' : 'ask';
    case 'not_with_us':
      return 'take_in';
    case 'not_in_file':
    case 'amount_differs':
    case 'day_differs':
    case 'twice':
      return 'ask';
  }
}

function mayComeBack({ request, amount }: CaseOutlook): boolean {
  const bill = request?.bill;
  if (!request || !bill || bill.state === 'paid' || amount === null || amount < bill.amount) return false;
  if (request.state === 'awaiting_payment') return true;
  return request.state === 'cancelled' && request.reason === 'unpaid' && request.seatFree && !request.begun;
}

function suggestForAmount({ request }: CaseOutlook, now: Date): Suggestion {
  const bill = request?.bill;
  if (!request || !bill || request.state !== 'awaiting_payment') return 'refund';
  if (request.waiting >= bill.amount) return 'apply';
  return now < bill.payBefore ? 'wait' : 'refund';
}
