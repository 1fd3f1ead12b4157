export { orderSms, sendLeftBehind, sendSms } from './delivery.ts';
export { demoGateway, logGateway, type SmsGateway } from './gateway.ts';
export type { PlaceholderValues } from './placeholders.ts';
export { renderSms } from './render.ts';
export { checkShortHost } from './short-host.ts';
export { listSms, mobilesWithSms, type SmsDraft, type SmsView, smsInsert, smsOfApplication } from './store.ts';
