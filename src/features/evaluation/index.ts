export { type EvaluateRefusal, type Evaluation, evaluate } from './commands.ts';
export { type EvaluationTotals, type RatingTotals, totalsOf } from './queries.ts';
export { evaluationRoutes } from './routes.tsx';
