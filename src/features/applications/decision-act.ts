import type { ApplicationId } from '#kernel/ids.ts';
import type { Meeting } from '#procedure/catalogue/calendar.ts';
import type { Decision } from '#procedure/lifecycle/decision.ts';
import type { OfferingRecord } from '../catalogue/index.ts';
import type { ApplicationRecord } from './store.ts';

/** A decision of the procedure with everything that carrying it out needs. */
export type CarryOut = {
  readonly record: OfferingRecord;
  readonly decision: Decision;
  /** Every request that a step names. */
  readonly applications: readonly ApplicationRecord[];
  /** The request among them that does not exist yet: it is inserted as the steps leave it. */
  readonly fresh?: ApplicationId;
  /** Meetings of the new date, where the decision sets one. */
  readonly newMeetings?: readonly Meeting[];
  readonly noticeId?: string;
  /** The money of a bill that is settled comes out of finance cases: whoever carries this out posts it. */
  readonly paidFromCases?: boolean;
  /** An act of staff on the offering itself, noted in its history with the details whatever else it changes. */
  readonly offeringAct?: 'hold_anyway' | 'plan_new_date' | 'change_venue' | 'record_attendance';
  /** Words for the history: a reason of staff, a venue. */
  readonly details?: Readonly<Record<string, string | number | null>>;
};
