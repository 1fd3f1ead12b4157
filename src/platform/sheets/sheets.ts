import Papa from 'papaparse';
import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node';

export type CellValue = string | number | null;

export type SheetContent = {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
};

/** No cell of Excel holds more. */
const MOST_LETTERS = 32_000;
/** Letters that XML 1.0 does not know; blanks of a line are kept. */
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu;
/** What spreadsheets read as the beginning of a formula, once a table is saved as text and opened again. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text as a text: whatever it begins with, no program calculates it. */
const textCell = (text: string) => {
  const plain = text.toWellFormed().replace(NOT_IN_XML, '').slice(0, MOST_LETTERS);
  return { type: String, value: FORMULA.test(plain) ? `'${plain}` : plain };
};

const cell = (value: CellValue): Row[number] => {
  if (value === null) return null;
  return typeof value === 'number' ? { type: Number, value } : textCell(value);
};

const heading = (text: string): Row[number] => ({ ...textCell(text), fontWeight: 'bold' as const });

/**
 * Sheets as an Excel file. Numbers are numbers; every text is a text, also one that looks like a formula.
 * @param rightToLeft whether its first column stands at the right
 */
export async function workbook(
  sheets: readonly SheetContent[],
  rightToLeft: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await writeXlsxFile(
    sheets.map(
      ({ name, heads, rows }): Sheet<never> => ({
        sheet: name,
        rightToLeft,
        stickyRowsCount: 1,
        columns: heads.map((_, i) => ({ width: i === 0 ? 36 : 18 })),
        data: [heads.map(heading), ...rows.map((row) => row.map(cell))],
      }),
    ),
  ).toBuffer();
  return new Uint8Array(file);
}

/** Rows as CSV in UTF-8 with its mark, lines ended as in RFC 4180; no text becomes a formula. */
export function csv(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const data = rows.map((row) => [...row]);
  return `\uFEFF${Papa.unparse({ fields: [...heads], data }, { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
