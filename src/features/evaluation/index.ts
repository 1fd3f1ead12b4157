export { evaluate } from './commands.ts';
export { type EvaluationTotals, totalsOf } from './queries.ts';
export { evaluationRoutes } from './routes.tsx';
