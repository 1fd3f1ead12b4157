export { refuse, refuseBody, type Spoken } from './problems.ts';
export { apiRoutes } from './routes.ts';
