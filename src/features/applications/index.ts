export {
  type ActRefusal,
  endByStaff,
  type Held,
  holdBoth,
  holdForVerdict,
  holdSitting,
  judgeProof,
  noteCorrectedResult,
  noteProofPending,
  settleHeld,
  settleVerdict,
  withdraw,
} from './acts.ts';
export { carryOut } from './carry-out.ts';
export {
  applyCase,
  type PreparedCase,
  prepareApply,
  prepareRefund,
  prepareTransfer,
  refundCase,
  reopenCase,
  transferCase,
  writeDownCase,
} from './case-acts.ts';
export { endCourse, inviteToEvaluate, remind, startCourse, takeDecision } from './clock-acts.ts';
export { type CreateRefusal, createOffering, type NewOffering } from './create-offering.ts';
export { linkAgain } from './link-again.ts';
export { countTry, forgiveTries, type LinkRow } from './link-store.ts';
export { addressOf, linkByCode, linkUrl } from './links.ts';
export { applyPayment } from './money.ts';
export {
  cancelOffering,
  changeVenue,
  holdAnyway,
  meetingsFrom,
  type OfferingActed,
  type Prepared,
  prepareCancel,
  prepareHold,
  prepareNewDate,
  publishOffering,
  recordAttendance,
  setNewDate,
} from './offering-acts.ts';
export type { LinkPurpose } from './schema.ts';
export {
  type ApplicationRecord,
  type ApplicationRow,
  applicationsOf,
  type BillRow,
  billsOf,
  dueReminders,
  type FinanceCaseRow,
  findApplication,
  findBillByNumber,
  findByReference,
  type HistoryRow,
  historyOfApplication,
  historyOfOffering,
  insertFinanceCase,
  liveByMobile,
  lockFinanceCase,
  openRefundCases,
  othersWithExam,
  updateApplication,
} from './store.ts';
export {
  isDoubleSubmission,
  type NewRequest,
  type SubmitRefusal,
  submitRequest,
} from './submit.ts';
export { recogniseTogether, submitTogether } from './submit-together.ts';
export {
  askReduction,
  prepareWaiver,
  reduceFee,
  refuseReduction,
  type WaiverActRefusal,
} from './waiver-acts.ts';
