import { Hono } from 'hono';
import { HOUR_MS } from '#kernel/time.ts';
import { translator } from '#platform/i18n/messages.ts';
import { PdfError } from '#platform/pdf/pdf.ts';
import type { Web } from '../shell/index.ts';
import { PayNow, PayPage } from './pages/PayPage.tsx';
import { payMessages } from './pay-messages.ts';
import { type PayView, payView, standOf } from './pay-view.ts';
import { slipPdf } from './slip.ts';
import { type Visit, visit } from './visit.ts';

/** Per address: a slip is printed anew each time, and mobile networks put many people behind one. */
const SLIPS_PER_HOUR = 120;

/** The payment page of a request, for a browser that has opened it. */
export const payRoutes = (web: Web): Hono =>
  new Hono()
    .get('/my/:reference/pay', (c) => visit(web, c, (v) => withBill(v, (view) => showPay(v, view))))
    // Asked again and again by the page: nothing to say costs nothing to send.
    .get('/my/:reference/pay/now', (c) =>
      visit(web, c, (v) =>
        withBill(v, (view) => {
          const stand = standOf(view);
          c.header('Cache-Control', 'private, no-store');
          if (c.req.query('stand') === stand) return c.body(null, 204);
          c.header('Dawra-Stand', stand);
          return c.html(<PayNow view={view} lang={v.lang} demo={web.app.settings.demo} />);
        }),
      ),
    )
    .get('/my/:reference/pay/slip.pdf', (c) => visit(web, c, (v) => withBill(v, (view) => sendSlip(v, view))));

async function withBill(
  { web, c, record }: Visit,
  answer: (view: PayView) => Response | Promise<Response>,
): Promise<Response> {
  const view = await payView(web.app, record);
  return view ? answer(view) : web.errorPage(c, 404);
}

function showPay({ web, c, lang }: Visit, view: PayView, status: 200 | 503 = 200): Response | Promise<Response> {
  const title = translator(payMessages, lang)('title');
  return web.page(
    c,
    { lang, title, current: 'my', status, scripts: ['pay'] },
    <PayPage view={view} lang={lang} stand={standOf(view)} isUnmade={status === 503} demo={web.app.settings.demo} />,
  );
}

/** Only while the number can be paid: who holds a slip will use it. */
async function sendSlip(v: Visit, view: PayView): Promise<Response> {
  const { web, c, lang } = v;
  if (view.status !== 'open') return c.redirect(`/my/${view.reference}/pay`, 303);
  if (!web.allow(c, `slip:${web.address(c)}`, SLIPS_PER_HOUR, HOUR_MS)) return web.errorPage(c, 429);
  try {
    const bytes = await slipPdf(view, lang, web.app.clock.now());
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="payment-${view.reference}.pdf"`,
      'Cache-Control': 'private, no-store',
    });
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    web.app.log.error({ err: error }, 'a payment slip could not be printed');
    return showPay(v, view, 503);
  }
}
