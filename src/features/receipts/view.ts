import type { Bilingual } from '#kernel/lang.ts';
import type { App } from '#platform/app.ts';
import { codeOf, verifyUrl } from './commands.ts';
import { qrOf } from './document.ts';
import { printedCode, receiptNumber } from './number.ts';
import type { VoidKind } from './schema.ts';
import type { ReceiptRecord } from './store.ts';

/** A receipt as lists show it. */
export type ReceiptLine = {
  readonly number: string;
  readonly payer: string;
  readonly participant: string;
  readonly course: Bilingual;
  readonly reference: string;
  readonly billNumber: string;
  readonly trx: string | null;
  readonly amountFils: number;
  readonly paidAt: Date;
  readonly issuedAt: Date;
  readonly void: { readonly at: Date; readonly kind: VoidKind; readonly reason: string; readonly by: string } | null;
};

/** Reads a receipt for a list. */
export function receiptLine({ row, void: voided }: ReceiptRecord): ReceiptLine {
  return {
    ...row.content,
    number: receiptNumber(row),
    amountFils: row.amountFils,
    paidAt: row.paidAt,
    issuedAt: row.issuedAt,
    void: voided && { at: voided.voidedAt, kind: voided.kind, reason: voided.reason, by: voided.voidedBy },
  };
}

/** A receipt as its own page shows it. */
export type ReceiptView = ReceiptLine & {
  /** As it is printed. */
  readonly code: string;
  readonly verifyUrl: string;
  /** SVG of the square code. */
  readonly qr: string;
};

/** Reads a receipt for its page. */
export function receiptView(app: App, record: ReceiptRecord): ReceiptView {
  const url = verifyUrl(app, record);
  return { ...receiptLine(record), code: printedCode(codeOf(app, record)), verifyUrl: url, qr: qrOf(url) };
}

/** «س. خ.»: the first letters of the first and the last name. */
export function initialsOf(name: string): string {
  const names = name.trim().split(/\s+/);
  const ends = names.length > 1 ? [names[0], names.at(-1)] : names;
  return ends.map((one) => `${[...(one ?? '').replace(/^ال(?=..)/, '')][0] ?? ''}.`).join(' ');
}
