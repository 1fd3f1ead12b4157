import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { instantOf } from '#platform/i18n/civil.ts';
import { translator } from '#platform/i18n/messages.ts';
import { foldDigits } from '#procedure/people/digits.ts';
import { displayMobile, type Mobile, parseMobile } from '#procedure/people/mobile.ts';
import { nextDueAt } from '../due/index.ts';
import { listSms, mobilesWithSms, type SmsView } from '../messages/index.ts';
import type { Web } from '../shell/index.ts';
import { createBank, type PaymentOrder } from './bank/client.ts';
import type { DemoBankAccount } from './bank-account.ts';
import { readDuration } from './forms.ts';
import type { DemoTools } from './json-routes.ts';
import { messages } from './messages.ts';
import { BANK_WAYS, BankPage, type BankView, type BankWay } from './pages/BankPage.tsx';
import { ClockPage } from './pages/ClockPage.tsx';
import { DemoPage } from './pages/DemoPage.tsx';
import { PhoneBubbles, type PhoneMessage, PhonePage } from './pages/PhonePage.tsx';
import { DEMO_STAFF } from './seed/staff.ts';
import { settlementFile } from './settlement-file.ts';

const LATEST = 20;
/** What can be a payment number, whatever length the service gives them now. */
const NUMBER = /^\d{8,14}$/;
const LIVE_POLL_MS = 1000;
const LIVE_ROUNDS = 600;
const HEARTBEAT_ROUNDS = 15;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The pages of the demo: what it is, phone, bank, clock. */
export function demoPageRoutes(web: Web, { app, time, reset }: DemoTools, account: DemoBankAccount) {
  const routes = new Hono();
  const { db } = app.database;

  routes.get('/demo', (c) => {
    const lang = web.lang(c);
    const t = translator(messages, lang);
    const accounts = DEMO_STAFF;
    return web.page(c, { lang, title: t('demo.title') }, <DemoPage accounts={accounts} t={t} />);
  });

  const phoneMessages = async (mobile: Mobile): Promise<PhoneMessage[]> =>
    (await listSms(db, app.vault, { mobile })).map((m) => asPhoneMessage(m, app.settings.shortUrl));

  routes.get('/demo/phone', async (c) => {
    const lang = web.lang(c);
    const t = translator(messages, lang);
    const typed = c.req.query('to') ?? '';
    const mobile = parseMobile(typed);
    const latest = (await mobilesWithSms(db, LATEST)).map((m) => ({
      mobile: displayMobile(m.mobile),
      href: `/demo/phone?to=${localOf(m.mobile)}`,
      count: m.count,
    }));
    const view = {
      typed,
      wrong: typed !== '' && !mobile,
      mobile: mobile ? displayMobile(mobile) : null,
      messages: mobile ? await phoneMessages(mobile) : [],
      latest,
      events: mobile ? `/demo/phone/events?to=${localOf(mobile)}&lang=${lang}` : '',
    };
    return web.page(
      c,
      { lang, title: t('phone.title'), scripts: ['live'] },
      <PhonePage view={view} lang={lang} t={t} />,
    );
  });

  routes.get('/demo/phone/events', (c) => {
    const mobile = parseMobile(c.req.query('to') ?? '');
    const lang: Lang = c.req.query('lang') === 'en' ? 'en' : 'ar';
    if (!mobile) return web.errorPage(c, 404);
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      let shown = -1;
      for (let round = 0; round < LIVE_ROUNDS && !stream.aborted; round += 1) {
        const list = await phoneMessages(mobile);
        if (list.length !== shown) {
          shown = list.length;
          const html = String(<PhoneBubbles messages={list} lang={lang} t={translator(messages, lang)} />);
          await stream.writeSSE({ data: html });
        } else if (round % HEARTBEAT_ROUNDS === 0) await stream.write(': still here\n\n');
        await stream.sleep(LIVE_POLL_MS);
      }
    });
  });

  const asked = (over: Partial<BankView>): BankView => ({
    number: '',
    how: 'exact',
    codec: account.codecs[0],
    codecs: account.codecs,
    problem: null,
    result: null,
    ...over,
  });

  const bankPage = (c: Context, view: BankView, status: 200 | 422 | 503 = 200) => {
    const lang = web.lang(c);
    const t = translator(messages, lang);
    const body = <BankPage view={view} csrf={web.csrf(c)} lang={lang} t={t} />;
    return web.page(c, { lang, title: t('bank.title'), status, hasErrors: status !== 200 }, body);
  };

  routes.get('/demo/bank', (c) => bankPage(c, asked({ number: foldDigits(c.req.query('number') ?? '') })));

  routes.get('/demo/bank/settlement.csv', async (c) => {
    const file = await settlementFile(db);
    if (!file) return web.errorPage(c, 404);
    return c.body(file.text, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="settlement-${file.day}.csv"`,
    });
  });

  routes.post('/demo/bank', async (c) => {
    const form = await c.req.parseBody();
    const number = foldDigits(textOf(form['number'])).replace(/\D/g, '');
    const codec = account.codecs.find((one) => one === form['codec']) ?? account.codecs[0];
    const how: BankWay = BANK_WAYS.find((way) => way === form['how']) ?? 'exact';
    if (!NUMBER.test(number)) return bankPage(c, asked({ number, how, codec, problem: 'wrong' }), 422);
    try {
      const bank = createBank(account, { now: () => app.clock.now(), codec });
      const inquiry = await bank.inquire(number);
      const report =
        form['act'] === 'ask' ? undefined : await bank.pay(orderFor(how, number, inquiry, app.clock.now()));
      const exchanges = report?.exchanges ?? [inquiry.exchange];
      const result = {
        due: inquiry.due === null ? null : fils(inquiry.due),
        customer: inquiry.customer,
        text: inquiry.text,
        before: inquiry.payBefore,
        code: inquiry.code,
        paid: report?.payment ? { ...report.payment, amount: fils(report.payment.amount) } : null,
        wire: exchanges.map((e) => ({
          title: `${e.message} · HTTP ${e.status}`,
          request: e.request,
          response: e.response,
        })),
      };
      return bankPage(c, asked({ number, how, codec, result }));
    } catch (error) {
      app.log.warn({ err: error }, 'the demo bank could not reach the payment interface');
      return bankPage(c, asked({ number, how, codec, problem: 'down' }), 503);
    }
  });

  routes.get('/demo/clock', async (c) => {
    const lang = web.lang(c);
    const t = translator(messages, lang);
    const now = app.clock.now();
    const body = <ClockPage now={now} next={await nextDueAt(app, now)} csrf={web.csrf(c)} lang={lang} t={t} />;
    return web.page(c, { lang, title: t('clock.title') }, body);
  });

  routes.post('/demo/clock/advance', async (c) => {
    const form = await c.req.parseBody();
    const by = readDuration(textOf(form['advance']));
    const to = new Date(textOf(form['to']));
    if (by !== undefined) await time.advance(by);
    else if (!Number.isNaN(to.getTime())) await time.goTo(to);
    return c.redirect('/demo/clock', 303);
  });

  routes.post('/demo/clock/reset', async (c) => {
    await reset();
    return c.redirect('/demo', 303);
  });

  return routes;
}

const localOf = (mobile: string): string => mobile.replace('+962', '0');

function asPhoneMessage(m: SmsView, shortUrl: string): PhoneMessage {
  const host = shortUrl.replace(/^https?:\/\//, '');
  const scheme = shortUrl.startsWith('https') ? 'https' : 'http';
  const links = m.text.split(/\s+/).filter((word) => word.startsWith(`${host}/`));
  return {
    text: m.text,
    language: m.language,
    clause: m.clause,
    parts: m.parts,
    at: m.queuedAt,
    links: links.map((link) => `${scheme}://${link}`),
  };
}

/** What the bank is told to do: rightly, twice, late, notified late, or a dinar too little. */
function orderFor(
  how: BankWay,
  number: string,
  inquiry: { readonly due: number | null; readonly payBefore: string | null },
  now: Date,
): PaymentOrder {
  const [day, clock] = (inquiry.payBefore ?? '').split('T');
  const deadline = day && clock ? instantOf(day, secondsOf(clock)) : now;
  switch (how) {
    case 'twice':
      return { number, repeat: 1 };
    case 'late':
      return { number, processedAt: plusMs(deadline, DAY_MS) };
    case 'before':
      return { number, processedAt: plusMs(now, -3 * DAY_MS) };
    case 'wrong':
      return { number, amountFils: fils(Math.max(1, (inquiry.due ?? 0) - 1000)) };
    default:
      return { number };
  }
}

const secondsOf = (clock: string): number => {
  const [h = 0, m = 0, s = 0] = clock.split(':').map(Number);
  return h * 3600 + m * 60 + s;
};
