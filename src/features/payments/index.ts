export { type AccessModule, type Biller, type BillerSettings, makeBiller } from './biller.ts';
export { careForMessages } from './care.ts';
export { receiveNotice, takePayment } from './commands.ts';
export { type NoticeView, noticesOf } from './queries.ts';
export { paymentRoutes } from './routes.ts';
