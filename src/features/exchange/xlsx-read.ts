import { zipSync } from 'fflate';
import { readSheet as readExcelSheet } from 'read-excel-file/node';
import { decodeText } from './decode.ts';
import { type ReadOptions, type ReadResult, Unreadable } from './model.ts';
import { readSheet, type SheetRow } from './sheet-read.ts';
import { scanXml } from './xml.ts';
import type { ZipFiles } from './zip.ts';

export const WORKBOOK = 'xl/workbook.xml';

/** A sheet of questions is no larger; a cell far outside would only make the reader build an empty table. */
const MOST_ROWS = 10_000;
const MOST_COLUMNS = 200;

/** Reads the first sheet of an XLSX workbook as questions. */
export async function readXlsx(files: ZipFiles, options: ReadOptions): Promise<ReadResult> {
  const table = await xlsxTable(files);
  const rows = table.map((cells, i): SheetRow => ({ number: i + 1, cells: cells.map(cellOf) }));
  return readSheet('xlsx', rows, options);
}

/**
 * The cells of the first sheet of an XLSX workbook: texts, also of numbers, and days. Of a formula its last value
 * counts; nothing is calculated.
 *
 * The archive is unpacked within our own limits, every part is checked as XML, and only then given to the library.
 *
 * @throws Unreadable `xlsx_broken`, `sheet_too_big`, or what is wrong with the XML
 */
export async function xlsxTable(files: ZipFiles): Promise<readonly (readonly unknown[])[]> {
  for (const [name, content] of files) if (/\.(xml|rels)$/i.test(name)) checkPart(decodeText(content));
  const clean = zipSync(Object.fromEntries(files), { level: 0 });
  try {
    return await readExcelSheet(Buffer.from(clean), { parseNumber: (text) => text });
  } catch {
    throw new Unreadable('xlsx_broken');
  }
}

/** Any part may be a sheet: the workbook says where they lie. */
function checkPart(text: string): void {
  scanXml(text.replace(/^\uFEFF/, ''), {
    open: (node) => {
      if (node.name !== 'c' && node.name !== 'row') return;
      const { column, row } = addressOf(node.attributes['r'] ?? '');
      if (row > MOST_ROWS || column > MOST_COLUMNS) throw new Unreadable('sheet_too_big');
    },
  });
}

function addressOf(address: string): { readonly column: number; readonly row: number } {
  const [, letters = '', digits = '0'] = /^([A-Z]*)(\d*)$/.exec(address) ?? ['', 'ZZZZ', '0'];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(digits) };
}

function cellOf(value: unknown): string | Unreadable {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return new Unreadable('sheet_date');
  return typeof value === 'boolean' ? (value ? 'true' : 'false') : String(value);
}
