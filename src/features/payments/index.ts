export { type AccessModule, type Biller, type BillerSettings, makeBiller } from './biller.ts';
export { careForMessages } from './care.ts';
export { receiveNotice, takePayment } from './commands.ts';
export {
  acknowledgementsWithoutPayment,
  type Evidence,
  evidenceOf,
  type NoticeView,
  noticesOf,
  type OrphanAcknowledgement,
} from './queries.ts';
export { paymentRoutes } from './routes.ts';
