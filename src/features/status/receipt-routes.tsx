import { Hono } from 'hono';
import { translator } from '#platform/i18n/messages.ts';
import {
  type ReceiptRecord,
  readReceiptNumber,
  receiptMessages,
  receiptNumber,
  receiptsOf,
  receiptView,
  sendReceipt,
} from '../receipts/index.ts';
import type { Web } from '../shell/index.ts';
import { ReceiptPage } from './pages/ReceiptPage.tsx';
import { type Visit, visit } from './visit.ts';

/** The receipts of a request, for a browser that has opened it: a page to print, and the document. */
export const receiptPageRoutes = (web: Web): Hono =>
  new Hono()
    .get('/my/:reference/receipts/:number', (c) => visit(web, c, (v) => withReceipt(v, (r) => showReceipt(v, r))))
    .get('/my/:reference/receipts/:number/receipt.pdf', (c) =>
      visit(web, c, (v) => withReceipt(v, (r) => sendReceipt(web, c, r, () => showReceipt(v, r, 503)))),
    );

/** Only receipts of the request that was opened. */
async function withReceipt(
  { web, c, record }: Visit,
  answer: (receipt: ReceiptRecord) => Response | Promise<Response>,
): Promise<Response> {
  const asked = readReceiptNumber(c.req.param('number') ?? '');
  const found =
    asked &&
    (await receiptsOf(web.app.database.db, record.row.id)).find(
      ({ row }) => row.year === asked.year && row.serial === asked.serial,
    );
  return found ? answer(found) : web.errorPage(c, 404);
}

function showReceipt(
  { web, c, lang, record }: Visit,
  receipt: ReceiptRecord,
  status: 200 | 503 = 200,
): Response | Promise<Response> {
  const number = receiptNumber(receipt.row);
  const title = translator(receiptMessages, lang)('title.number', { number });
  return web.page(
    c,
    { lang, title, current: 'my', status },
    <ReceiptPage
      view={receiptView(web.app, receipt)}
      reference={record.row.reference}
      isUnmade={status === 503}
      lang={lang}
    />,
  );
}
