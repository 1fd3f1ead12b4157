import type { Lang } from '#kernel/lang.ts';
import { fils, toDecimalText } from '#kernel/money.ts';
import { printPdf } from '#platform/pdf/pdf.ts';

/** A report as a document. */
export type ReportDocument = {
  readonly lang: Lang;
  readonly title: string;
  /** Whose report it is, and what stands at the foot of each page: the municipality, the unit of the amounts. */
  readonly office: string;
  readonly note: string;
  /** From which day to which, as it is read. */
  readonly period: string;
  readonly heads: readonly string[];
  /** What each line is about, how many payments, and its amounts in fils in the order of the heads. */
  readonly lines: readonly { readonly name: string; readonly payments: number; readonly amounts: readonly number[] }[];
  readonly total: { readonly name: string; readonly payments: number; readonly amounts: readonly number[] };
  /** What stands in place of the lines when there are none. */
  readonly empty: string;
  readonly at: Date;
};

/** The table in Typst; its head is repeated on each page. */
const TEMPLATE = `
#let cedar = rgb("#0f4c3a")
#let rule = rgb("#e2d6c4")
#let side = if data.lang == "ar" { right } else { left }
#let figure-cell(body) = text(dir: ltr, body)
#set document(title: data.title + " · " + data.period, author: data.office)
#set page(
  paper: "a4", flipped: true, margin: (x: 14mm, y: 14mm),
  footer: context [#set text(size: 8pt); #data.note #h(1fr) #text(dir: ltr)[#counter(page).display() / #counter(page).final().first()]],
)
#set text(size: 9.5pt, fill: rgb("#231d16"), dir: if data.lang == "ar" { rtl } else { ltr })
#text(size: 9pt, data.office)
#heading(level: 1, text(fill: cedar, data.title))
#data.period
#v(4pt)
#table(
  columns: (1fr,) + (auto,) * (data.heads.len() - 1),
  inset: (x: 5pt, y: 5pt),
  align: (x, _) => if x == 0 { side } else { right },
  stroke: (_, y) => (bottom: .5pt + rule),
  table.header(..data.heads.map(h => text(weight: 600, fill: cedar, h))),
  ..data.lines.map(l => (l.name, ..l.figures.map(figure-cell))).flatten(),
  ..if data.lines.len() == 0 { (table.cell(colspan: data.heads.len(), data.empty),) },
  table.footer(repeat: false, text(weight: 600, data.total.name), ..data.total.figures.map(f => text(weight: 600, figure-cell(f)))),
)
`;

const signed = (n: number): string => `${n < 0 ? '−' : ''}${toDecimalText(fils(Math.abs(n)))}`;

/**
 * The report as PDF, in one language; amounts in dinars with three decimals.
 * @throws PdfError
 */
export function reportPdf({ lines, total, at, ...document }: ReportDocument): Promise<Uint8Array> {
  const row = ({ name, payments, amounts }: ReportDocument['total']) => ({
    name,
    figures: [String(payments), ...amounts.map(signed)],
  });
  const data = { ...document, lines: lines.map(row), total: row(total) };
  return printPdf({ template: TEMPLATE, data, lang: document.lang, at });
}
