export { nextDueAt, runDue } from './run.ts';
