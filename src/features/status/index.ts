export { endAccess, grantAccess, personalAccess } from '../intake/index.ts';
export { statusRoutes } from './routes.ts';
export { isEvaluationOpen, type StatusView, statusView, type TimelineEntry } from './view.ts';
