export {
  type ActRefusal,
  type Acted,
  endByStaff,
  holdBoth,
  holdForVerdict,
  judgeProof,
  noteProofPending,
  settleVerdict,
  withdraw,
} from './acts.ts';
export { carryOut } from './carry-out.ts';
export { createOffering, type CreateRefusal, type NewOffering } from './create-offering.ts';
export { endCourse, inviteToEvaluate, remind, startCourse, takeDecision } from './clock-acts.ts';
export { linkByCode, linkUrl, replaceLink } from './links.ts';
export { linkAgain } from './link-again.ts';
export { applyPayment, type CaseRefusal, refundCase, transferCase, type TransferRefusal } from './money.ts';
export {
  cancelOffering,
  changeVenue,
  holdAnyway,
  meetingsFrom,
  type OfferingActed,
  prepareCancel,
  prepareHold,
  type Prepared,
  prepareNewDate,
  publishOffering,
  recordAttendance,
  setNewDate,
} from './offering-acts.ts';
export type { Guardian, LinkPurpose } from './schema.ts';
export {
  type ApplicationRecord,
  type ApplicationRow,
  applicationsOf,
  type BillRow,
  billsOf,
  countWrongTry,
  dueReminders,
  findApplication,
  findBillByNumber,
  findByReference,
  historyOfApplication,
  historyOfOffering,
  type HistoryRow,
  insertFinanceCase,
  liveByMobile,
  openRefundCases,
  type LinkRow,
  updateApplication,
} from './store.ts';
export { isDoubleSubmission, type NewRequest, submitRequest, type SubmitRefusal, type Submitted } from './submit.ts';
