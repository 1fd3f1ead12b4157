export { codeOf, issueReceipt, voidReceipt } from './commands.ts';
export { receiptMessages, voidKindMessages } from './messages.ts';
export { readReceiptNumber, receiptNumber } from './number.ts';
export { ReceiptSheet } from './pages/ReceiptSheet.tsx';
export { receiptRoutes, sendReceipt } from './routes.tsx';
export { VOID_KINDS, type VoidKind } from './schema.ts';
export {
  findReceipt,
  type ReceiptFilter,
  type ReceiptPage,
  type ReceiptRecord,
  receiptsOf,
  refundedAt,
  searchReceipts,
} from './store.ts';
export { type ReceiptLine, type ReceiptView, receiptLine, receiptView } from './view.ts';
