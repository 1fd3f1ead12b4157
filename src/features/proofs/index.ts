export {
  type CheckedFile,
  checkProofFiles,
  MAX_PROOF_FILES,
  PROOF_ACCEPT,
  type ProofProblem,
  type UploadedFile,
  uploadedFiles,
} from './check.ts';
export {
  handInProofs,
  mayHandInProof,
  type ProofRefusal,
  readProof,
  recordProofs,
  type StoredFile,
  withStoredFiles,
} from './keep.ts';
export { proofProblemText, proofRefusalText } from './messages.ts';
export { type ProofFileRow, proofsOf } from './store.ts';
