export { closeExpiredAttempts, startAttempt, submitAttempt } from './commands.ts';

export { placementRoutes } from './routes.tsx';
export { nextAttemptDeadline } from './store.ts';
