import { Hono } from 'hono';
import type { Web } from '../shell/index.ts';
import { answerRoutes } from './answer-routes.ts';
import { questionRoutes } from './question-routes.tsx';
import { startRoutes } from './start-routes.tsx';

/** The pages of the placement exam, behind the personal link (clauses 6.3 and 7.3), and what their script sends. */
export const placementRoutes = (web: Web) =>
  new Hono().route('/', startRoutes(web)).route('/', questionRoutes(web)).route('/', answerRoutes(web));
