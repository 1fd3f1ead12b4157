import { fils, toDecimalText } from '#kernel/money.ts';
import { civilTime } from '#platform/i18n/civil.ts';
import { csv, type SheetContent, workbook } from '#platform/sheets/sheets.ts';
import type { JournalLine, ReportLine } from './queries.ts';

/** The columns of the journal, in their order: part of the agreement with the accounting system, never changed. */
export const JOURNAL_COLUMNS = [
  'entry',
  'movement',
  'date',
  'time',
  'kind',
  'account',
  'debit_jod',
  'credit_jod',
  'reference',
  'payment_number',
  'joebpps_trx',
  'bank_trx_id',
  'case_id',
  'course_id',
  'venue_id',
  'channel',
  'actor',
  'note',
] as const;

/** The journal as CSV: a line for each entry; debits and credits of a movement are equal. */
export function journalCsv(lines: readonly JournalLine[]): string {
  return csv(
    JOURNAL_COLUMNS,
    lines.map((line) => {
      const [date = '', time = ''] = civilTime(line.at).split('T');
      const amount = toDecimalText(fils(Math.abs(line.fils)));
      return [
        line.entry,
        line.movement,
        date,
        time,
        line.kind,
        line.account,
        line.fils > 0 ? amount : '',
        line.fils < 0 ? amount : '',
        line.reference ?? '',
        line.number ?? '',
        line.trx ?? '',
        line.bankTrxId ?? '',
        line.caseId ?? '',
        line.course ?? '',
        line.venue ?? '',
        line.channel ?? '',
        line.actor,
        line.note ?? '',
      ];
    }),
  );
}

/** A report as it is shown, in the order of its columns; amounts in fils. */
export const REPORT_AMOUNTS = ['received', 'applied', 'waived', 'suspense', 'refundDue', 'refunded'] as const;
export type ReportAmount = (typeof REPORT_AMOUNTS)[number];

/** The sum of all lines. */
export function totalOf(lines: readonly ReportLine[]): Pick<ReportLine, ReportAmount | 'payments'> {
  const sum = (name: ReportAmount | 'payments') => lines.reduce((total, line) => total + line[name], 0);
  return {
    payments: sum('payments'),
    received: sum('received'),
    applied: sum('applied'),
    waived: sum('waived'),
    suspense: sum('suspense'),
    refundDue: sum('refundDue'),
    refunded: sum('refunded'),
  };
}

/** A report as an Excel file; amounts in dinars as numbers of three decimals. */
export function reportWorkbook(sheet: Omit<SheetContent, 'rows'>, rows: SheetContent['rows'], rightToLeft: boolean) {
  return workbook([{ ...sheet, rows }], rightToLeft);
}
