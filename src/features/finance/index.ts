export { type DayLine, findDayLine, listDays, type PaymentBeside, paymentsBesideDay } from './queries.ts';
export type { DifferenceState } from './schema.ts';
export {
  closeDay,
  compareFile,
  keepSettlementFile,
  type OpenUpload,
  openUpload,
  type Settled,
  takeInFile,
} from './settlement.ts';
export {
  chooseColumns,
  type DayRow,
  type DifferenceRow,
  daysOf,
  differencesOf,
  type EventRow,
  eventsOf,
  findDay,
  findOperator,
  type LineRow,
  linesOf,
  listOperators,
  takeSettlementUpload,
} from './store.ts';
