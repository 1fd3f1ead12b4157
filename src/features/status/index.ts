export { grantAccess, personalAccess } from '../intake/index.ts';
export { statusRoutes } from './routes.ts';
export { statusView } from './view.ts';
