import Papa from 'papaparse';
import { type ReadOptions, type ReadResult, Unreadable } from './model.ts';
import { readSheet } from './sheet-read.ts';

/** Reads a sheet as CSV. */
export function readCsv(source: string, options: ReadOptions): ReadResult {
  const { first, rows } = csvTable(source);
  return readSheet(
    'csv',
    rows.map((cells, i) => ({ number: i + first, cells: [...cells] })),
    options,
  );
}

/** `first`: the line of the file in which the first row stands. */
type CsvTable = { readonly first: number; readonly rows: readonly (readonly string[])[] };

/**
 * The cells of a CSV text: comma, semicolon or tab between cells, which is found out, or told by Excel's `sep=;`; cells in
 * double quotes.
 *
 * @throws Unreadable `csv_quotes`
 */
export function csvTable(source: string): CsvTable {
  const told = /^\uFEFF?sep=([,;\t])\r?\n/i.exec(source);
  const { data, errors } = Papa.parse<string[]>(told ? source.slice(told[0].length) : source, {
    delimiter: told?.[1] ?? '',
    delimitersToGuess: [',', ';', '\t'],
  });
  const before = told ? 2 : 1;
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken) throw new Unreadable('csv_quotes', { row: (broken.row ?? 0) + before });
  return { first: before, rows: data.map((cells) => cells.map((cell) => cell.trim())) };
}
