export { startAttempt, submitAttempt } from './commands.ts';
export { correctionsOn } from './corrections.ts';
export { grantExtraTime } from './extra-time.ts';
export { readExamForm } from './forms.ts';
export { closeExpiredAttempts, dropAttempt } from './mark.ts';
export { PaperQuestion } from './pages/PaperQuestion.tsx';
export { asAsked, type Question } from './paper.ts';
export { paperOf } from './queries.ts';
export {
  applyCorrection,
  type Correction,
  type CorrectionPlan,
  type CorrectionRefusal,
  planCorrection,
  type ResultChange,
} from './rescore.ts';
export { placementRoutes } from './routes.tsx';
export {
  type AttemptEventRow,
  type AttemptRow,
  attemptOf,
  attemptsAt,
  type ExtraTimeRow,
  eventsOf,
  extraTimeOf,
  findAttempt,
  givenOf,
  nextAttemptDeadline,
} from './store.ts';
