export { JOURNAL_COLUMNS, journalCsv, REPORT_AMOUNTS, reportWorkbook, totalOf } from './files.ts';
export {
  type ChannelMoney,
  casesIn,
  differencesAbout,
  findMoneyRequest,
  findPayment,
  GROUPS,
  type Group,
  journalLines,
  type MoneyRequest,
  type PaymentLine,
  type Period,
  type ReportLine,
  receivedByChannel,
  reportLines,
} from './queries.ts';
export { reportPdf } from './report-pdf.ts';
export { type Found, searchMoney } from './search.ts';
