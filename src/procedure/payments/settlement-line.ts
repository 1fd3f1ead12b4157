import { type Fils, fils } from '#kernel/money.ts';
import { foldDigits } from '../people/digits.ts';

/** How a day with slashes is meant; a year of four digits in front is always year, month, day. */
export const DATE_ORDERS = ['dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Where a file of the operator says what, by the number of its column from 0; `null` = it does not say. */
export type ColumnMapping = {
  /** Rows before the first payment. */
  readonly headRows: number;
  readonly trx: number;
  readonly amount: number;
  /** Without it every line is of the day of the file. */
  readonly day: number | null;
  readonly billingNumber: number | null;
  readonly dateOrder: DateOrder;
};

/** One payment as the operator's file tells of it. */
export type SettledLine = {
  /** Its row in the file, from 1. */
  readonly row: number;
  /** JOEBPPSTrx. */
  readonly trx: string;
  readonly amount: Fils;
  /** `YYYY-MM-DD`; `null` where the file has no column for it. */
  readonly day: string | null;
  readonly billingNumber: string | null;
};

export const ROW_PROBLEMS = ['no_trx', 'bad_trx', 'bad_amount', 'bad_day'] as const;
export type UnreadRow = {
  readonly row: number;
  readonly problem: (typeof ROW_PROBLEMS)[number];
  readonly text: string;
};

export type ReadLines = { readonly lines: readonly SettledLine[]; readonly unread: readonly UnreadRow[] };

const LONGEST = 50;
/** What a cell of the database holds; more than two million dinars is no payment of a fee. */
const MOST_FILS = 2_000_000_000;
/** Signs of direction that Arabic spreadsheets put into cells. */
const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;

const plain = (text: string): string => foldDigits(text.replace(MARKS, '').replaceAll('\u00a0', ' ')).trim();

/**
 * An amount in dinars as files write it, exactly: at most three decimals that count, with a point or the Arabic
 * decimal sign, groups of three digits, the name of the currency before or after.
 *
 * @returns `undefined` for anything else: a lone comma could mean thousands or decimals and is not guessed at
 */
export function readSettledAmount(text: string): Fils | undefined {
  const bare = plain(text)
    .replace(/^(?:JOD|JD|د\.?\s?أ\.?|دينار)\s*|\s*(?:JOD|JD|د\.?\s?أ\.?|دينار)$/gi, '')
    .replaceAll('٫', '.')
    .replaceAll('٬', ',');
  const grouped = /^\d{1,3}(?:,\d{3})+\.\d+$/.test(bare) ? bare.replaceAll(',', '') : bare;
  const match = /^(\d{1,9})(?:\.(\d{1,3})0*)?$/.exec(grouped);
  if (!match) return undefined;
  const amount = Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'));
  return amount > 0 && amount <= MOST_FILS ? fils(amount) : undefined;
}

/**
 * A day as files write it: `2027-01-03`, `3/1/2027`, `03.01.27`, `20270103`, each with or without a time after it.
 *
 * @returns `YYYY-MM-DD`, or `undefined` when it is no day of the calendar
 */
export function readSettledDay(text: string, order: DateOrder): string | undefined {
  const [day = ''] = plain(text).split(/[T\s,،]+/);
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(day);
  if (parts) return calendarDay(parts[1], parts[2], parts[3]);
  const turned = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(day);
  if (!turned) return undefined;
  const [, a, b, y = ''] = turned;
  const year = y.length === 2 ? `20${y}` : y;
  return order === 'dmy' ? calendarDay(year, b, a) : calendarDay(year, a, b);
}

function calendarDay(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
  return isDay && /^2[01]/.test(year) ? text : undefined;
}

/** The payments of a file; rows that cannot be read are told, and empty ones skipped. */
export function readLines(rows: readonly (readonly string[])[], mapping: ColumnMapping): ReadLines {
  const lines: SettledLine[] = [];
  const unread: UnreadRow[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index < mapping.headRows || cells.every((cell) => cell.trim() === '')) continue;
    const row = index + 1;
    const read = readLine(cells, row, mapping);
    if (typeof read === 'string') unread.push({ row, problem: read, text: cells.join(' | ').slice(0, 120) });
    else lines.push(read);
  }
  return { lines, unread };
}

function readLine(cells: readonly string[], row: number, mapping: ColumnMapping): SettledLine | UnreadRow['problem'] {
  const cell = (column: number | null): string => plain((column === null ? undefined : cells[column]) ?? '');
  const trx = cell(mapping.trx);
  if (trx === '') return 'no_trx';
  if (trx.length > LONGEST || /[\s\p{Cc}]/u.test(trx)) return 'bad_trx';
  const amount = readSettledAmount(cell(mapping.amount));
  if (amount === undefined) return 'bad_amount';
  const day = mapping.day === null ? null : readSettledDay(cell(mapping.day), mapping.dateOrder);
  if (day === undefined) return 'bad_day';
  return { row, trx, amount, day, billingNumber: cell(mapping.billingNumber).slice(0, LONGEST) || null };
}

/** The heads by which a column is known, without blanks and signs, in small letters. */
const HEADS: Readonly<Record<'trx' | 'amount' | 'day' | 'billingNumber', readonly string[]>> = {
  trx: ['joebppstrx', 'joebppstrxid', 'transactionnumber', 'transactionid', 'trxid', 'trx', 'رقمالحركة', 'رقمالعملية'],
  amount: ['paidamt', 'paidamount', 'amount', 'amountjod', 'المبلغالمدفوع', 'المبلغ', 'القيمة'],
  day: ['stmtdate', 'statementdate', 'settlementdate', 'processdate', 'date', 'تاريخالتسوية', 'تاريخالحركة', 'التاريخ'],
  billingNumber: [
    'billingno',
    'billingnumber',
    'billno',
    'paymentnumber',
    'رقمالدفعالإلكتروني',
    'رقمالدفع',
    'رقمالفاتورة',
  ],
};

const bareHead = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Which columns the heads of a file seem to name; a person looks at it before anything is read by it. */
export function guessMapping(rows: readonly (readonly string[])[]): ColumnMapping {
  const columnIn = (row: readonly string[], field: keyof typeof HEADS): number | null => {
    const bare = row.map(bareHead);
    for (const head of HEADS[field]) {
      const at = bare.indexOf(head);
      if (at >= 0) return at;
    }
    return null;
  };
  const headRow = rows.slice(0, 10).findIndex((row) => columnIn(row, 'trx') !== null);
  const heads = rows[headRow] ?? [];
  return {
    headRows: headRow + 1,
    trx: columnIn(heads, 'trx') ?? 0,
    amount: columnIn(heads, 'amount') ?? 1,
    day: columnIn(heads, 'day'),
    billingNumber: columnIn(heads, 'billingNumber'),
    dateOrder: 'dmy',
  };
}

/** The day of most lines: the day that the file is probably of; `undefined` when no line tells one. */
export function usualDay(lines: readonly SettledLine[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { day } of lines) if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}
