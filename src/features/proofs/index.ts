export { type CheckedFile, checkProofFiles, PROOF_ACCEPT, type ProofProblem, uploadedFiles } from './check.ts';
export { eraseExpiredProofs, type Retention, retentionOf, sweepFiles } from './erase.ts';
export { acceptProof, type JudgeRefusal, refuseProof } from './judge.ts';
export {
  handInProofs,
  MAX_PROOFS_OF_REQUEST,
  mayHandInProof,
  readProof,
  recordProofs,
  type StoredFile,
  withStoredFiles,
} from './keep.ts';
export { isProofProblem, proofProblemText, proofReasonText, proofRefusalText, tooLargeNote } from './messages.ts';
export { isShownInline, prepareProofs } from './prepare.ts';
export { proofLine, proofQueue, QUEUE_PAGE } from './queries.ts';
export { type ProofFileRow, proofsOf } from './store.ts';
