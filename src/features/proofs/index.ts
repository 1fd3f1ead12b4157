export { type CheckedFile, checkProofFiles, PROOF_ACCEPT, uploadedFiles } from './check.ts';
export {
  handInProofs,
  mayHandInProof,
  readProof,
  recordProofs,
  type StoredFile,
  withStoredFiles,
} from './keep.ts';
export { proofProblemText, proofRefusalText } from './messages.ts';
export { type ProofFileRow, proofsOf } from './store.ts';
