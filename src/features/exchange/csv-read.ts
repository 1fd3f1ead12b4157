import Papa from 'papaparse';
import { type ReadOptions, type ReadResult, Unreadable } from './model.ts';
import { readSheet } from './sheet-read.ts';

/**
 * Reads a sheet as CSV: comma, semicolon or tab between cells, which is found out, or told by Excel's `sep=;`; cells in
 * double quotes.
 */
export function readCsv(source: string, options: ReadOptions): ReadResult {
  const told = /^\uFEFF?sep=([,;\t])\r?\n/i.exec(source);
  const { data, errors } = Papa.parse<string[]>(told ? source.slice(told[0].length) : source, {
    delimiter: told?.[1] ?? '',
    delimitersToGuess: [',', ';', '\t'],
  });
  const before = told ? 2 : 1;
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken) throw new Unreadable('csv_quotes', { row: (broken.row ?? 0) + before });
  const rows = data.map((cells, i) => ({ number: i + before, cells: cells.map((cell) => cell.trim()) }));
  return readSheet('csv', rows, options);
}
