export { askForReduction } from './ask.ts';
export { waiverReasonText, waiverRefusalText } from './messages.ts';
export { type ReductionLine, reductionQueue } from './queries.ts';
