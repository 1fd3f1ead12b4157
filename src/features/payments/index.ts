export { type Pulled, pullBill, type Received, receiveNotice } from './commands.ts';
export type { PaymentNotice, PullRequest } from './mfep-requests.ts';
export { type NoticeView, noticesOf } from './queries.ts';
export { type BillerConfig, paymentRoutes } from './routes.ts';
