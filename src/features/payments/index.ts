export { receiveNotice } from './commands.ts';

export { type NoticeView, noticesOf } from './queries.ts';
export { paymentRoutes } from './routes.ts';
