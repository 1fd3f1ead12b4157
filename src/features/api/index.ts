export { refuse, refuseBody } from './problems.ts';
export { apiRoutes } from './routes.ts';
