export { closeExpiredAttempts, startAttempt, submitAttempt } from './commands.ts';
export { type Outcome, outcomeOf } from './outcome.ts';
export { placementRoutes } from './routes.tsx';
export { type AttemptRow, attemptOf, nextAttemptDeadline } from './store.ts';
