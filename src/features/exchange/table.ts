import { err, ok, type Result } from '#kernel/result.ts';
import { csvTable } from './csv-read.ts';
import { decodeText } from './decode.ts';
import { READ_LIMITS, type Reason, Unreadable } from './model.ts';
import { WORKBOOK, xlsxTable } from './xlsx-read.ts';
import { unzip } from './zip.ts';

const MOST_ROWS = 10_000;
const MOST_CELL = 500;
const MEGABYTE = 1024 * 1024;

/**
 * The cells of a sheet, XLSX or CSV, as texts; a day of a workbook reads `YYYY-MM-DD`. What kind of file it is is found
 * in its content; names and endings count for nothing.
 *
 * @returns at most 10 000 rows, or why the file is not read
 */
export async function readTable(bytes: Uint8Array): Promise<Result<readonly (readonly string[])[], Reason>> {
  try {
    const rows = await tableIn(bytes);
    if (rows.length > MOST_ROWS) throw new Unreadable('sheet_too_big');
    return ok(rows.map((cells) => cells.map((cell) => cell.slice(0, MOST_CELL))));
  } catch (error) {
    if (error instanceof Unreadable) return err(error.reason);
    throw error;
  }
}

async function tableIn(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  if (bytes.length === 0) throw new Unreadable('empty_file');
  if (bytes.length > READ_LIMITS.file) throw new Unreadable('file_too_large', { most: READ_LIMITS.file / MEGABYTE });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const files = await unzip(bytes, (name) => /\.(xml|rels)$/i.test(name));
    if (!files.has(WORKBOOK)) throw new Unreadable('no_table');
    return (await xlsxTable(files)).map((cells) => cells.map(textOf));
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Unreadable('old_excel');
  if (bytes.length > READ_LIMITS.text) throw new Unreadable('text_too_large', { most: READ_LIMITS.text / MEGABYTE });
  const { rows } = csvTable(decodeText(bytes));
  if (!rows.some((cells) => cells.length > 1)) throw new Unreadable('no_table');
  return rows;
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}
