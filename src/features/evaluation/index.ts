export { evaluate, type EvaluateRefusal, type Evaluation } from './commands.ts';
export { type EvaluationTotals, type RatingTotals, totalsOf } from './queries.ts';
export { evaluationRoutes } from './routes.tsx';
