import { type Context, Hono } from 'hono';
import { HOUR_MS } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { translator } from '#platform/i18n/messages.ts';
import { displayMobile, type Mobile, parseMobile } from '#procedure/people/mobile.ts';
import { checkAndSpendCode, endAccess, grantAccess, otpText, personalAccess, sendCode } from '../intake/index.ts';
import type { Web } from '../shell/index.ts';
import { messages } from './messages.ts';
import { CodeEntryPage, type CodeEntryProps, MyPage, type MyPageProps } from './pages/AccessPages.tsx';
import { requestsById, requestsOfMobile } from './queries.ts';

/** Per address: mobile networks put many people behind one. */
const CODES_PER_HOUR = 60;
const TRIES_PER_HOUR = 240;

/** «My requests»: for who lost a link, by mobile and code. */
export function myRoutes(web: Web) {
  return new Hono()
    .get('/my', (c) => {
      const note = c.req.query('none') ? 'none' : c.req.query('ended') ? 'ended' : undefined;
      return showMy(web, c, { note });
    })
    .post('/my', async (c) => {
      const typed = await fieldOf(c, 'mobile');
      const mobile = parseMobile(typed);
      const t = translator(messages, web.lang(c));
      if (!mobile) return showMy(web, c, { typed, error: t('my.mobile.error') });
      if (!web.allow(c, `otp:${web.address(c)}`, CODES_PER_HOUR, HOUR_MS)) return web.errorPage(c, 429);
      const lang = web.lang(c);
      const sent = await command(web.app, { actor: 'applicant' }, (work) =>
        sendCode(work, mobile, lang, 'my_requests'),
      );
      return showCode(web, c, mobile, sent.ok ? {} : { warning: otpText(sent.error, lang) });
    })
    .post('/my/code', async (c) => {
      const mobile = parseMobile(await fieldOf(c, 'mobile'));
      if (!mobile) return c.redirect('/my', 303);
      if (!web.allow(c, `my:${web.address(c)}`, TRIES_PER_HOUR, HOUR_MS)) return web.errorPage(c, 429);
      const checked = await checkAndSpendCode(web.app, mobile, await fieldOf(c, 'otp'), 'my_requests');
      if (!checked.ok) return showCode(web, c, mobile, { error: otpText(checked.error, web.lang(c)) });
      const found = await requestsOfMobile(web.app.database.db, mobile);
      grantAccess(
        web,
        c,
        found.map((request) => request.id),
      );
      return c.redirect(found.length > 0 ? '/my' : '/my?none=1', 303);
    })
    .post('/my/sign-out', (c) => {
      endAccess(web, c);
      return c.redirect('/my?ended=1', 303);
    });
}

async function fieldOf(c: Context, name: string): Promise<string> {
  const value = (await c.req.parseBody())[name];
  return typeof value === 'string' ? value : '';
}

async function showMy(
  web: Web,
  c: Context,
  { note, error, typed = '' }: Partial<Pick<MyPageProps, 'note' | 'error' | 'typed'>>,
): Promise<Response> {
  const lang = web.lang(c);
  const requests = await requestsById(web.app.database.db, personalAccess(web, c));
  return web.page(
    c,
    {
      lang,
      title: translator(messages, lang)('my.title'),
      current: 'my',
      status: error ? 422 : 200,
      hasErrors: error !== undefined,
    },
    <MyPage requests={requests} note={note} error={error} typed={typed} lang={lang} csrf={web.csrf(c)} />,
  );
}

function showCode(
  web: Web,
  c: Context,
  mobile: Mobile,
  { error, warning }: Pick<CodeEntryProps, 'error' | 'warning'>,
): Response | Promise<Response> {
  const lang = web.lang(c);
  return web.page(
    c,
    {
      lang,
      title: translator(messages, lang)('code.title'),
      current: 'my',
      status: error ? 422 : 200,
      hasErrors: error !== undefined,
    },
    <CodeEntryPage
      lang={lang}
      csrf={web.csrf(c)}
      error={error}
      warning={warning}
      action="/my/code"
      resend="/my"
      shownMobile={displayMobile(mobile)}
      mobile={mobile}
      demo={web.app.settings.demo}
    />,
  );
}
