import { scheduleOf } from '#procedure/catalogue/deadlines.ts';
import { decideMinimumReached, decideStaffEntry, decideSubmission } from '#procedure/lifecycle/admission.ts';
import { decideAttendance, decideEnd, decideEvaluation } from '#procedure/lifecycle/course-days.ts';
import { decideDecisionTime } from '#procedure/lifecycle/decision-time.ts';
import {
  decideCancelOffering,
  decideHold,
  decideNewDate,
  decidePublish,
  decideStart,
  decideVenueChange,
} from '#procedure/lifecycle/offering-acts.ts';
import { decideStaffEnding, decideWithdrawal } from '#procedure/lifecycle/withdrawal.ts';
import { decidePayment } from '#procedure/payments/payment.ts';
import { decideProofVerdict } from '#procedure/placement/proof.ts';
import { decideExamResult, decidePassElsewhere } from '#procedure/placement/result.ts';

/** The rules as the procedure has them. Worlds take them as a value, so that a test can put a wrong rule in their place. */
export const TRUE_RULES = {
  scheduleOf,
  decidePublish,
  decideSubmission,
  decideStaffEntry,
  decideMinimumReached,
  decideExamResult,
  decidePassElsewhere,
  decideProofVerdict,
  decidePayment,
  decideWithdrawal,
  decideStaffEnding,
  decideDecisionTime,
  decideNewDate,
  decideHold,
  decideCancelOffering,
  decideVenueChange,
  decideStart,
  decideAttendance,
  decideEnd,
  decideEvaluation,
};

export type Rules = typeof TRUE_RULES;
