import { type Context, Hono } from 'hono';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { civilDay, instantOf, readLocalTime } from '#platform/i18n/civil.ts';
import { formatDay } from '#platform/i18n/format.ts';
import { findByReference, historyOfApplication } from '../applications/index.ts';
import { casesOf, countOpenCases, listQueue, queueLineOf } from '../finance/index.ts';
import { entriesOfApplication } from '../ledger/index.ts';
import { acknowledgementsWithoutPayment, evidenceOf, noticesOf } from '../payments/index.ts';
import {
  casesIn,
  differencesAbout,
  findMoneyRequest,
  findPayment,
  GROUPS,
  type Group,
  journalCsv,
  journalLines,
  type Period,
  REPORT_AMOUNTS,
  receivedByChannel,
  reportLines,
  reportPdf,
  reportWorkbook,
  searchMoney,
  totalOf,
} from '../reports/index.ts';
import type { Web } from '../shell/index.ts';
import { type DeskAction, may, memberOf } from '../staff/index.ts';
import type { FinanceTranslate } from './finance-messages.ts';
import { financePage, financeSetting } from './finance-page.tsx';
import { MoneyPage, PaymentPage } from './pages/finance/MoneyPages.tsx';
import { lineName, ReportPage } from './pages/finance/ReportPage.tsx';
import { FinanceTodayPage, SearchPage } from './pages/finance/TodayPage.tsx';
import { isUuid, sentFields } from './record-page.tsx';

const BASE = '/desk/finance';

/** What finance reads, with what its visitors must be allowed to do. Nothing here changes anything. */
export const REPORT_ROUTES = [
  { method: 'GET', path: BASE, action: 'see_finance' },
  { method: 'GET', path: `${BASE}/search`, action: 'see_finance' },
  { method: 'POST', path: `${BASE}/search`, action: 'see_finance' },
  { method: 'GET', path: `${BASE}/money/:reference`, action: 'see_finance' },
  { method: 'GET', path: `${BASE}/payments/:id`, action: 'see_finance' },
  { method: 'GET', path: `${BASE}/reports`, action: 'see_finance' },
  { method: 'GET', path: `${BASE}/reports.xlsx`, action: 'see_finance' },
  { method: 'GET', path: `${BASE}/reports.pdf`, action: 'see_finance' },
  { method: 'GET', path: `${BASE}/journal.csv`, action: 'see_finance' },
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OLDEST = 10;
const SEARCH_MOST = 60;
/** The network tells of a payment before its final word, or a little after. */
const PATIENCE_MS = 6 * HOUR_MS;
const LONGEST_DAYS = 731;
const MOST_LINES = 200_000;
const DAY_SECONDS = 24 * 60 * 60;

const headsOf = (group: Group, t: FinanceTranslate): string[] => [
  t(`reports.group.${group}`),
  t('today.payments'),
  ...REPORT_AMOUNTS.map((name) => t(`reports.${name}`)),
];

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && readLocalTime(`${text}T00:00`) !== undefined;

/** Today's money, search, the money of one request or payment, reports. */
export const reportDeskRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;

  /** Reads the choice of a report; this month unless told. */
  const chosen = (c: Context) => {
    const { t } = financeSetting(web, c);
    const now = app.clock.now();
    const today = civilDay(now);
    const typed = {
      by: c.req.query('by') ?? 'day',
      from: (c.req.query('from') ?? `${today.slice(0, 8)}01`).trim(),
      to: (c.req.query('to') ?? today).trim(),
    };
    const errors: Record<string, string> = {};
    for (const name of ['from', 'to'] as const) if (!isDay(typed[name])) errors[name] = t('error.day');
    const days = (Date.parse(typed.to) - Date.parse(typed.from)) / DAY_MS;
    if (Object.keys(errors).length === 0 && (days < 0 || days > LONGEST_DAYS)) errors['to'] = t('reports.order');
    const isRight = Object.keys(errors).length === 0;
    const period: Period | undefined = isRight
      ? { from: instantOf(typed.from, 0), until: instantOf(typed.to, DAY_SECONDS) }
      : undefined;
    return { typed, errors, period, group: GROUPS.find((one) => one === typed.by) ?? ('day' as const) };
  };

  return new Hono()
    .get(BASE, async (c) => {
      const { maySettle: _, ...props } = financeSetting(web, c);
      const now = app.clock.now();
      const today = civilDay(now);
      const period = { from: instantOf(today, 0), until: instantOf(today, DAY_SECONDS) };
      const view = {
        channels: await receivedByChannel(db, period),
        cases: { ...(await casesIn(db, period)), open: await countOpenCases(db) },
        oldest: (await listQueue(db, { ended: false }, now)).slice(0, OLDEST),
        orphans: (await acknowledgementsWithoutPayment(db, plusMs(now, -PATIENCE_MS))).slice(0, OLDEST),
        now,
      };
      const body = <FinanceTodayPage view={view} {...props} />;
      return financePage(web, c, { title: props.t('today.title'), tab: 'today' }, body);
    })
    .get(`${BASE}/search`, (c) => {
      const { maySettle: _, ...props } = financeSetting(web, c);
      const body = <SearchPage typed="" found={null} {...props} />;
      return financePage(web, c, { title: props.t('search.title'), tab: 'search' }, body);
    })
    .post(`${BASE}/search`, async (c) => {
      const { maySettle: _, ...props } = financeSetting(web, c);
      const typed = (await sentFields(c))('q').slice(0, SEARCH_MOST);
      const found = typed === '' ? null : await searchMoney(app, typed);
      const body = <SearchPage typed={typed} found={found} {...props} />;
      return financePage(web, c, { title: props.t('search.title'), tab: 'search' }, body);
    })
    .get(`${BASE}/money/:reference`, async (c) => {
      const { lang, t } = financeSetting(web, c);
      const request = await findMoneyRequest(db, c.req.param('reference'));
      const now = app.clock.now();
      const application = request && (await findByReference(db, request.reference, now));
      if (!request || !application) return web.errorPage(c, 404);
      const { id } = application.row;
      const notices = request.bill ? await noticesOf(db, request.bill.id) : [];
      const view = {
        request,
        notices,
        cases: (await casesOf(db, { application: id })).map((one) => queueLineOf(one, now)),
        entries: await entriesOfApplication(db, id),
        evidence: request.bill ? await evidenceOf(db, app.vault, request.bill.number) : [],
        history: await historyOfApplication(db, id),
        seesRequests: may(memberOf(c).role, 'see_applications'),
        now,
      };
      const title = t('money.title', { reference: request.reference });
      return financePage(web, c, { title, tab: 'search' }, <MoneyPage view={view} lang={lang} t={t} />);
    })
    .get(`${BASE}/payments/:id`, async (c) => {
      const { lang, t } = financeSetting(web, c);
      const id = c.req.param('id');
      const payment = isUuid(id) ? await findPayment(db, id) : undefined;
      if (!payment) return web.errorPage(c, 404);
      const now = app.clock.now();
      const { joebppsTrx } = payment.notice;
      const view = {
        payment,
        cases: (await casesOf(db, { notice: id })).map((one) => queueLineOf(one, now)),
        differences: await differencesAbout(db, joebppsTrx),
        evidence: await evidenceOf(db, app.vault, joebppsTrx),
        now,
      };
      const title = t('payment.title', { trx: joebppsTrx });
      return financePage(web, c, { title, tab: 'search' }, <PaymentPage view={view} lang={lang} t={t} />);
    })
    .get(`${BASE}/reports`, async (c) => {
      const { lang, t } = financeSetting(web, c);
      const { typed, errors, period, group } = chosen(c);
      const lines = period ? await reportLines(db, group, period) : [];
      const view = { group, lines, typed: { ...typed, by: group }, errors };
      const body = <ReportPage view={view} lang={lang} t={t} />;
      return financePage(web, c, { title: t('reports.title'), tab: 'reports', status: period ? 200 : 422 }, body);
    })
    .get(`${BASE}/reports.xlsx`, async (c) => {
      const { lang, t } = financeSetting(web, c);
      const { typed, period, group } = chosen(c);
      if (!period) return web.errorPage(c, 400);
      const lines = await reportLines(db, group, period);
      const total = totalOf(lines);
      const amounts = (line: typeof total) => [line.payments, ...REPORT_AMOUNTS.map((name) => line[name] / 1000)];
      const rows = [
        ...lines.map((line) => [lineName(line, group, lang, t), ...amounts(line)]),
        [t('reports.total'), ...amounts(total)],
      ];
      const file = await reportWorkbook({ name: t('reports.title'), heads: headsOf(group, t) }, rows, lang === 'ar');
      return c.body(file, 200, {
        'Content-Type': XLSX,
        'Content-Disposition': `attachment; filename="money-${group}-${typed.from}-${typed.to}.xlsx"`,
      });
    })
    .get(`${BASE}/reports.pdf`, async (c) => {
      const { lang, t } = financeSetting(web, c);
      const { typed, period, group } = chosen(c);
      if (!period) return web.errorPage(c, 400);
      const lines = await reportLines(db, group, period);
      const row = (name: string, line: ReturnType<typeof totalOf>) => ({
        name,
        payments: line.payments,
        amounts: REPORT_AMOUNTS.map((amount) => line[amount]),
      });
      const file = await reportPdf({
        lang,
        title: `${t('reports.title')} · ${t('reports.by')} ${t(`reports.group.${group}`)}`,
        office: t('reports.office'),
        note: t('reports.unit'),
        period: t('reports.period', { from: formatDay(period.from), to: formatDay(plusMs(period.until, -1)) }),
        heads: headsOf(group, t),
        lines: lines.map((line) => row(lineName(line, group, lang, t), line)),
        total: row(t('reports.total'), totalOf(lines)),
        empty: t('reports.empty'),
        at: app.clock.now(),
      });
      return c.body(new Uint8Array(file), 200, {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `attachment; filename="money-${group}-${typed.from}-${typed.to}.pdf"`,
      });
    })
    .get(`${BASE}/journal.csv`, async (c) => {
      const { typed, period } = chosen(c);
      if (!period) return web.errorPage(c, 400);
      const lines = await journalLines(db, period, MOST_LINES + 1);
      if (lines.length > MOST_LINES) return web.errorPage(c, 413);
      return c.body(journalCsv(lines), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="journal-${typed.from}-${typed.to}.csv"`,
      });
    });
};
