import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import type { Fils } from '#kernel/money.ts';
import type { Result } from '#kernel/result.ts';
import type { Schedule } from '../catalogue/deadlines.ts';
import type { TemplateKey } from '../messages/templates.ts';
import type { Clause } from './clauses.ts';
import { type ApplicationState, isActive, type OfferingState, type Reason } from './states.ts';
import type { ApplicationAction, OfferingAction } from './transitions.ts';

export type ProofState = 'none' | 'pending' | 'accepted' | 'refused';
/** H5: whether a reduction of the fee was asked for, and what became of it. */
export const REDUCTION_STATES = ['none', 'asked', 'granted', 'refused'] as const;
export type ReductionState = (typeof REDUCTION_STATES)[number];
export type BillState = 'open' | 'paid' | 'closed' | 'suspended';

/** What the rules know of an offering. `schedule` is null while it is postponed without a date. */
export type OfferingFacts = {
  readonly id: OfferingId;
  readonly state: OfferingState;
  readonly schedule: Schedule | null;
  /** A new date that staff fixed beforehand, used if the minimum is missed (clause 5 + N2). */
  readonly plannedSchedule: Schedule | null;
  readonly min: number;
  readonly max: number;
  readonly fee: Fils;
  readonly examNeeded: boolean;
  readonly waitingListOpen: boolean;
  readonly heldAnyway: boolean;
  /** Counts up with every postponement; one clause reaches one person once per date-version (ruling M). */
  readonly dateVersion: number;
  /** Active requests now: held seats. */
  readonly active: number;
  readonly confirmed: number;
};

/** What the rules know of one request. */
export type ApplicationFacts = {
  readonly id: ApplicationId;
  /** `null` before it exists. */
  readonly state: ApplicationState | null;
  readonly reason: Reason | null;
  /** Order of submission, the order of the waiting list. */
  readonly order: number;
  /** The person holds a valid pass of the exam of this course. */
  readonly hasPass: boolean;
  /** End of the retake wait after a failed exam, if it lies ahead. */
  readonly retakeFrom: Date | null;
  /** The person has used every attempt that the exam gives: never true where the exam sets no number. */
  readonly attemptsUsed: boolean;
  readonly proof: ProofState;
  /** The fee, frozen when the request was made. */
  readonly fee: Fils;
  /** How much of the fee is waived (H5). */
  readonly waived: Fils;
  /** Date-version in which the exam link was last sent. */
  readonly examLinkVersion: number | null;
  readonly bill: { readonly state: BillState; readonly amount: Fils; readonly payBefore: Date } | null;
  /** Money received for this request and not given back. */
  readonly paid: Fils;
  /** The person has another live request for the same course. */
  readonly otherLive: boolean;
  readonly attendance: 'present' | 'absent' | null;
};

export type SmsOrder = { readonly template: TemplateKey; readonly clause: Clause | null };

export type BillChange =
  | { readonly kind: 'open' | 'reopen'; readonly payBefore: Date }
  | { readonly kind: 'settle' | 'close' | 'suspend' }
  /** Closes and opens again in the same instant for what is left of the fee. */
  | { readonly kind: 'reprice'; readonly amount: Fils };

export const FINANCE_CASE_KINDS = [
  'refund',
  'late_payment',
  'wrong_amount',
  'second_payment',
  'overpaid',
  'unknown_number',
] as const;
export type FinanceCaseKind = (typeof FINANCE_CASE_KINDS)[number];

/** One arrow of the table, taken by one request. One step = one history row = the cause of its messages. */
export type Step = {
  readonly application: ApplicationId;
  readonly action: ApplicationAction;
  readonly from: ApplicationState | null;
  readonly to: ApplicationState;
  readonly clause: Clause | null;
  readonly reason?: Reason;
  readonly sms: readonly SmsOrder[];
  readonly bill?: BillChange;
  /** The exam opens for this request; `opensAt` null = at once, `deadline` null = none (postponed). */
  readonly exam?: { readonly opensAt: Date | null; readonly deadline: Date | null };
  readonly proof?: ProofState;
  readonly attendance?: 'present' | 'absent';
  /** How much of the fee was waived before this, and is after it. */
  readonly waiver?: { readonly before: Fils; readonly after: Fils };
  readonly reduction?: ReductionState;
  readonly financeCase?: { readonly kind: FinanceCaseKind; readonly amount: Fils };
};

export type OfferingChange = {
  readonly actions: readonly OfferingAction[];
  readonly state: OfferingState;
  readonly schedule?: Schedule | null;
  readonly plannedSchedule?: Schedule | null;
  readonly dateVersion?: number;
  readonly heldAnyway?: boolean;
};

/** What the procedure decides: saved as a whole in one transaction, or not at all. */
export type Decision = { readonly offering?: OfferingChange; readonly steps: readonly Step[] };

export type Refusal =
  | { readonly code: 'intake_closed' }
  | { readonly code: 'full' }
  | { readonly code: 'retake_wait'; readonly until: Date }
  | { readonly code: 'attempts_used' }
  | { readonly code: 'not_allowed_in_state'; readonly state: ApplicationState | OfferingState }
  | { readonly code: 'course_started' }
  | { readonly code: 'course_not_started' }
  | { readonly code: 'date_not_later' }
  | { readonly code: 'intake_would_be_closed'; readonly intakeClosesAt: Date };

export type Decided = Result<Decision, Refusal>;

/** How many active requests more (or, negative, fewer) there are after these steps. */
export function activeDelta(steps: readonly Step[]): number {
  return steps.reduce((sum, s) => sum + Number(isActive(s.to)) - Number(isActive(s.from)), 0);
}

/** The request as it is after the steps that concern it. */
export function afterSteps(a: ApplicationFacts, steps: readonly Step[]): ApplicationFacts {
  const last = steps.filter((s) => s.application === a.id).at(-1);
  return last ? { ...a, state: last.to } : a;
}
