export { endAccess, grantAccess, personalAccess } from '../intake/index.ts';
export { isEvaluationOpen, statusView, type StatusView, type TimelineEntry } from './view.ts';
