import { type Context, Hono } from 'hono';
import { instantOf, readLocalTime } from '#platform/i18n/civil.ts';
import { translator } from '#platform/i18n/messages.ts';
import {
  findReceipt,
  type ReceiptRecord,
  readReceiptNumber,
  receiptLine,
  receiptMessages,
  receiptView,
  refundedAt,
  searchReceipts,
  sendReceipt,
  VOID_KINDS,
  voidReceipt,
} from '../receipts/index.ts';
import type { Web } from '../shell/index.ts';
import { type DeskAction, may, memberOf, requires } from '../staff/index.ts';
import { deskFrame } from './frame.tsx';
import { ReceiptDeskPage, ReceiptListPage, type VoidForm, VoidPage } from './pages/ReceiptPages.tsx';
import { receiptDeskMessages } from './receipt-messages.ts';
import { act, type FieldErrors, sentFields } from './record-page.tsx';

/** Receipts, with what the visitor must be allowed to do. */
export const RECEIPT_ROUTES = [
  { method: 'GET', path: '/desk/receipts', action: 'see_finance' },
  { method: 'GET', path: '/desk/receipts/:number', action: 'see_finance' },
  { method: 'GET', path: '/desk/receipts/:number/receipt.pdf', action: 'see_finance' },
  { method: 'GET', path: '/desk/receipts/:number/void', action: 'settle_finance' },
  { method: 'POST', path: '/desk/receipts/:number/void', action: 'settle_finance' },
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

const PAGE_SIZE = 50;
const MOST_PAGES = 100_000;
const MOST_QUERY = 80;
const MOST_REASON = 500;
const DAY_SECONDS = 24 * 60 * 60;
const EMPTY: VoidForm = { kind: '', reason: '', confirmed: false };

/** Midnight of a day in Amman, `days` later; `undefined` for what is no day of the calendar. */
function midnight(day: string, days = 0): Date | null | undefined {
  if (day === '') return null;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && readLocalTime(`${day}T00:00`) !== undefined;
  return isDay ? instantOf(day, days * DAY_SECONDS) : undefined;
}

/** Receipts: finding them, printing the same document again, declaring them void. */
export function receiptDeskRoutes(web: Web) {
  const { app } = web;
  const { db } = app.database;
  const routes = new Hono();
  for (const { method, path, action } of RECEIPT_ROUTES) routes.on(method, path, requires(web, action));

  const withReceipt = async (
    c: Context,
    answer: (record: ReceiptRecord) => Response | Promise<Response>,
  ): Promise<Response> => {
    const asked = readReceiptNumber(c.req.param('number') ?? '');
    const record = asked && (await findReceipt(db, asked));
    return record ? answer(record) : web.errorPage(c, 404);
  };

  const show = async (c: Context, record: ReceiptRecord, status: 200 | 503 = 200): Promise<Response> => {
    const lang = web.lang(c);
    const receipt = receiptView(app, record);
    const { role } = memberOf(c);
    const view = {
      receipt,
      seesRequests: may(role, 'see_applications'),
      mayVoid: may(role, 'settle_finance'),
      refundedAt: await refundedAt(db, record.row.applicationId),
      isDone: c.req.query('done') === 'void',
      isUnmade: status === 503,
    };
    const title = translator(receiptMessages, lang)('title.number', { number: receipt.number });
    const t = translator(receiptDeskMessages, lang);
    return deskFrame(
      web,
      c,
      { lang, title, current: 'receipts', status },
      <div class="stack">
        <ReceiptDeskPage view={view} lang={lang} t={t} />
      </div>,
    );
  };

  const showVoid = (c: Context, record: ReceiptRecord, form: VoidForm, errors: FieldErrors) => {
    const lang = web.lang(c);
    const t = translator(receiptDeskMessages, lang);
    const receipt = receiptView(app, record);
    const title = t('void.title', { number: receipt.number });
    const hasErrors = Object.keys(errors).length > 0;
    return deskFrame(
      web,
      c,
      { lang, title, current: 'receipts', status: hasErrors ? 422 : 200, hasErrors },
      <div class="stack measure">
        <VoidPage receipt={receipt} form={form} errors={errors} csrf={web.csrf(c)} lang={lang} t={t} />
      </div>,
    );
  };

  return routes
    .get('/desk/receipts', async (c) => {
      const lang = web.lang(c);
      const t = translator(receiptDeskMessages, lang);
      const asked = (name: string): string => (c.req.query(name) ?? '').trim().slice(0, MOST_QUERY);
      const shown = { q: asked('q'), state: asked('state'), from: asked('from'), until: asked('until') };
      const [from, until] = [midnight(shown.from), midnight(shown.until, 1)];
      const errors: FieldErrors = {
        ...(from === undefined && { from: t('error.day') }),
        ...(until === undefined && { until: t('error.day') }),
      };
      const state = (['valid', 'void'] as const).find((one) => one === shown.state);
      const page = Math.min(MOST_PAGES, Math.max(1, Number.parseInt(asked('page'), 10) || 1));
      const filter = { text: shown.q, state, from: from ?? null, until: until ?? null };
      const found = await searchReceipts(db, filter, page, PAGE_SIZE);
      const view = {
        asked: shown,
        errors,
        receipts: found.records.map(receiptLine),
        total: found.total,
        sumFils: found.sumFils,
        page,
        pages: Math.ceil(found.total / PAGE_SIZE),
      };
      const hasErrors = Object.keys(errors).length > 0;
      return deskFrame(
        web,
        c,
        { lang, title: t('title'), current: 'receipts', status: hasErrors ? 422 : 200, hasErrors },
        <div class="stack">
          <ReceiptListPage view={view} lang={lang} t={t} />
        </div>,
      );
    })
    .get('/desk/receipts/:number', (c) => withReceipt(c, (record) => show(c, record)))
    .get('/desk/receipts/:number/receipt.pdf', (c) =>
      withReceipt(c, (record) => sendReceipt(web, c, record, () => show(c, record, 503))),
    )
    .get('/desk/receipts/:number/void', (c) =>
      withReceipt(c, (record) =>
        record.void ? c.redirect(`/desk/receipts/${c.req.param('number')}`, 303) : showVoid(c, record, EMPTY, {}),
      ),
    )
    .post('/desk/receipts/:number/void', (c) =>
      withReceipt(c, async (record) => {
        const t = translator(receiptDeskMessages, web.lang(c));
        const field = await sentFields(c);
        const form = { kind: field('kind'), reason: field('reason'), confirmed: field('confirm') !== '' };
        const kind = VOID_KINDS.find((one) => one === form.kind);
        const errors: FieldErrors = {
          ...(!kind && { kind: t('error.kind') }),
          ...((form.reason === '' || form.reason.length > MOST_REASON) && { reason: t('error.reason') }),
          ...(!form.confirmed && { confirm: t('error.confirm') }),
        };
        if (!kind || Object.keys(errors).length > 0) return showVoid(c, record, form, errors);
        const done = await act(web, c, (work) => voidReceipt(work, record.row.id, { kind, reason: form.reason }));
        if (!done.ok) return showVoid(c, record, form, { form: t('error.already_void') });
        return c.redirect(`/desk/receipts/${c.req.param('number')}?done=void`, 303);
      }),
    );
}
