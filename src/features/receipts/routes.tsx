import { type Context, Hono } from 'hono';
import { HOUR_MS } from '#kernel/time.ts';
import { translator } from '#platform/i18n/messages.ts';
import { PdfError } from '#platform/pdf/pdf.ts';
import type { Web } from '../shell/index.ts';
import { receiptByCode } from './commands.ts';
import { receiptPdf } from './document.ts';
import { verifyMessages } from './messages.ts';
import { receiptNumber } from './number.ts';
import { VerifiedPage, VerifyFormPage } from './pages/VerifyPages.tsx';
import type { ReceiptRecord } from './store.ts';
import { initialsOf, receiptView } from './view.ts';

/** Per address: enough for a counter that checks receipts, too few for guessing. */
const CHECKS_PER_HOUR = 300;

/** The public page on which anybody who holds a receipt sees whether it is genuine. */
export const receiptRoutes = (web: Web): Hono => {
  const check = async (c: Context, typed: string): Promise<Response> => {
    const lang = web.lang(c);
    const title = translator(verifyMessages, lang)('title');
    c.header('X-Robots-Tag', 'noindex');
    if (typed === '') return web.page(c, { lang, title }, <VerifyFormPage typed="" wrong={false} lang={lang} />);
    if (!web.allow(c, `receipt:${web.address(c)}`, CHECKS_PER_HOUR, HOUR_MS)) return web.errorPage(c, 429);
    const record = await receiptByCode(web.app, typed);
    if (!record) {
      return web.page(
        c,
        { lang, title, status: 404, hasErrors: true },
        <VerifyFormPage typed={typed} wrong lang={lang} />,
      );
    }
    const { number, issuedAt, amountFils, course, payer, void: voided } = receiptView(web.app, record);
    const receipt = { number, issuedAt, amountFils, course, void: voided, initials: initialsOf(payer) };
    return web.page(c, { lang, title }, <VerifiedPage receipt={receipt} lang={lang} />);
  };
  return new Hono()
    .get('/r', (c) => check(c, (c.req.query('code') ?? '').trim().slice(0, 40)))
    .get('/r/:code', (c) => check(c, c.req.param('code').slice(0, 40)));
};

/** Sends a receipt as PDF; `unmade` answers when it cannot be made just now. */
export async function sendReceipt(
  web: Web,
  c: Context,
  record: ReceiptRecord,
  unmade: () => Response | Promise<Response>,
): Promise<Response> {
  try {
    const bytes = await receiptPdf(web.app, record);
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="receipt-${receiptNumber(record.row)}.pdf"`,
      'Cache-Control': 'private, no-store',
    });
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    web.app.log.error({ err: error }, 'a receipt could not be printed');
    return unmade();
  }
}
