import { createHash } from 'node:crypto';
import { renderSVG } from 'uqr';
import { LANGS, type Lang } from '#kernel/lang.ts';
import { fils, toDecimalText } from '#kernel/money.ts';
import { type App, command } from '#platform/app.ts';
import { civilTime } from '#platform/i18n/civil.ts';
import { formatDay } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { printPdf } from '#platform/pdf/pdf.ts';
import { codeOf, verifyUrl } from './commands.ts';
import { receiptMessages, voidKindMessages } from './messages.ts';
import { printedCode, receiptNumber } from './number.ts';
import { findDocument, keepDocument, type ReceiptRecord } from './store.ts';
import { TEMPLATE, TEMPLATE_VERSION } from './template.ts';
import { wordsOf } from './words.ts';

/** `3/1/2027 12:05`: the same in both languages. */
const dayAndTime = (at: Date): string => `${formatDay(at)} ${civilTime(at).slice(11, 16)}`;

/** Square code of an address, as SVG. */
export const qrOf = (text: string): string => renderSVG(text, { border: 0 });

const both = <T>(of: (lang: Lang) => T) => Object.fromEntries(LANGS.map((lang) => [lang, of(lang)]));
type Key = keyof typeof receiptMessages;
const label = (key: Key) => both((lang) => translator(receiptMessages, lang)(key));

/** What the document shows, in both languages side by side. Depends on nothing but the receipt. */
export function documentData(app: App, record: ReceiptRecord) {
  const { row } = record;
  const { payer, participant, course, reference, billNumber, trx } = row.content;
  const amount = toDecimalText(fils(row.amountFils));
  const figures = { ar: `${amount} دينار أردني`, en: `JOD ${amount}` };
  const rows = [
    { label: label('payer'), value: payer },
    ...(participant === payer ? [] : [{ label: label('participant'), value: participant }]),
    { label: label('course'), value: course.ar, second: course.en },
    { label: label('reference'), value: reference, ltr: true },
    { label: label('paid'), value: dayAndTime(row.paidAt), ltr: true },
    { label: label('bill'), value: billNumber, ltr: true },
    ...(trx === null ? [] : [{ label: label('trx'), value: trx, ltr: true }]),
  ];
  const voided = record.void;
  const url = verifyUrl(app, record);
  return {
    title: both((lang) => translator(receiptMessages, lang)('title.number', { number: receiptNumber(row) })),
    gam: label('gam'),
    service: label('service'),
    heading: label('title'),
    number: { label: label('number'), value: receiptNumber(row) },
    issued: { label: label('issued'), value: dayAndTime(row.issuedAt) },
    amount: { label: label('amount'), value: figures },
    words: both((lang) => wordsOf(row.amountFils, lang)),
    rows,
    qr: { svg: qrOf(url), alt: translator(receiptMessages, 'ar')('verify.alt') },
    code: { label: label('code'), value: printedCode(codeOf(app, record)) },
    url: url.replace(/^https?:\/\//, '').replace(/\/[^/]+$/, ''),
    verify: both((lang) => translator(receiptMessages, lang)('verify', { url: '' }).trim()),
    electronic: label('electronic'),
    void: voided && {
      stamp: label('void'),
      text: both((lang) =>
        translator(receiptMessages, lang)('void.text', {
          date: formatDay(voided.voidedAt),
          kind: translator(voidKindMessages, lang)(voided.kind),
        }),
      ),
    },
  };
}

/**
 * The receipt as PDF. It is printed once and kept; whoever asks later gets the same bytes, also when the program has
 * changed meanwhile. A void receipt is another document, kept in the same way.
 *
 * @throws PdfError
 */
export async function receiptPdf(app: App, record: ReceiptRecord): Promise<Uint8Array> {
  const { row } = record;
  const kind = record.void ? 'void' : 'valid';
  const known = await findDocument(app.database.db, row.id, kind);
  if (known) return known;
  const at = record.void?.voidedAt ?? row.issuedAt;
  const bytes = await printPdf({ template: TEMPLATE, data: documentData(app, record), lang: 'ar', at });
  return command(app, { actor: 'procedure' }, async ({ tx, now }) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await keepDocument(tx, { receiptId: row.id, kind, template: TEMPLATE_VERSION, sha256, bytes, printedAt: now });
    // Another process may have been quicker: its document is the one.
    return (await findDocument(tx, row.id, kind)) ?? bytes;
  });
}
