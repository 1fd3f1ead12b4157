export { codeOf, issueReceipt, voidReceipt } from './commands.ts';
export { receiptMessages, voidKindMessages } from './messages.ts';
export { readReceiptNumber, receiptNumber } from './number.ts';
export { ReceiptSheet } from './pages/ReceiptSheet.tsx';
export { receiptRoutes, sendReceipt } from './routes.tsx';
export { VOID_KINDS } from './schema.ts';
export {
  findReceipt,
  type ReceiptRecord,
  receiptsOf,
  refundedAt,
  searchReceipts,
} from './store.ts';
export { type ReceiptLine, type ReceiptView, receiptLine, receiptView } from './view.ts';
