import { type Context, Hono } from 'hono';
import type { Lang } from '#kernel/lang.ts';
import { HOUR_MS } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { translator } from '#platform/i18n/messages.ts';
import { maskMobile } from '#procedure/people/mobile.ts';
import { checkAndSpendCode, grantAccess, otpText, sendCode } from '../intake/index.ts';
import type { Web } from '../shell/index.ts';
import {
  findPersonalLink,
  isLocked,
  type OpenedLink,
  openByLastFour,
  TRIES_PER_HOUR,
  targetOf,
  unlock,
} from './link-commands.ts';
import { messages } from './messages.ts';
import { CodeEntryPage, type CodeEntryProps, GonePage, LastFourPage, LockedPage } from './pages/AccessPages.tsx';

/** Per address: mobile networks put many people behind one. */
const CODES_PER_HOUR = 60;

type Visit = {
  readonly web: Web;
  readonly c: Context;
  readonly lang: Lang;
  readonly code: string;
  readonly opened: OpenedLink;
};

/** Personal links from messages: the last four digits of the mobile open them, after five wrong tries a code by SMS. */
export function linkRoutes(web: Web) {
  return new Hono()
    .get('/c/:code', (c) => visit(web, c, (v) => (isLocked(v.opened) ? showLocked(v) : showForm(v))))
    .post('/c/:code', (c) =>
      visit(web, c, async (v) => {
        if (!web.allow(c, `link:${web.address(c)}`, TRIES_PER_HOUR, HOUR_MS)) return web.errorPage(c, 429);
        const opened = await openByLastFour(web.app, v.opened, await fieldOf(c, 'last4'));
        if (opened.ok) return enter(v);
        if (opened.error.code === 'locked') return showLocked(v);
        const { triesLeft } = opened.error;
        return showForm(v, translator(messages, v.lang)('link.wrong', { left: triesLeft }));
      }),
    )
    .post('/c/:code/send', (c) =>
      visit(web, c, async (v) => {
        if (!web.allow(c, `otp:${web.address(c)}`, CODES_PER_HOUR, HOUR_MS)) return web.errorPage(c, 429);
        const sent = await command(web.app, { actor: 'applicant' }, (work) =>
          sendCode(work, v.opened.mobile, v.opened.record.row.language, 'unlock'),
        );
        return showCodeEntry(v, sent.ok ? {} : { warning: otpText(sent.error, v.lang) });
      }),
    )
    .post('/c/:code/unlock', (c) =>
      visit(web, c, async (v) => {
        const checked = await checkAndSpendCode(web.app, v.opened.mobile, await fieldOf(c, 'otp'), 'unlock');
        if (!checked.ok) return showCodeEntry(v, { error: otpText(checked.error, v.lang) });
        await unlock(web.app, v.opened);
        return enter(v);
      }),
    );
}

async function fieldOf(c: Context, name: string): Promise<string> {
  const value = (await c.req.parseBody())[name];
  return typeof value === 'string' ? value : '';
}

async function visit(web: Web, c: Context, show: (visit: Visit) => Response | Promise<Response>): Promise<Response> {
  const code = c.req.param('code') ?? '';
  const opened = await findPersonalLink(web.app, code);
  if (opened) return show({ web, c, lang: web.lang(c, opened.record.row.language), code, opened });
  const lang = web.lang(c);
  const title = translator(messages, lang)('link.gone.title');
  return web.page(c, { lang, title, current: 'my', status: 404 }, <GonePage lang={lang} />);
}

function enter({ web, c, opened }: Visit): Response {
  grantAccess(web, c, [opened.record.row.id]);
  return c.redirect(targetOf(opened), 303);
}

function showForm({ web, c, lang, code }: Visit, error?: string): Response | Promise<Response> {
  const title = translator(messages, lang)('link.title');
  return web.page(
    c,
    { lang, title, current: 'my', status: error ? 422 : 200, hasErrors: error !== undefined },
    <LastFourPage code={code} lang={lang} csrf={web.csrf(c)} error={error} />,
  );
}

function showLocked({ web, c, lang, code }: Visit): Response | Promise<Response> {
  const title = translator(messages, lang)('link.locked.title');
  return web.page(
    c,
    { lang, title, current: 'my', status: 423 },
    <LockedPage code={code} lang={lang} csrf={web.csrf(c)} />,
  );
}

function showCodeEntry(
  { web, c, lang, code, opened }: Visit,
  { error, warning }: Pick<CodeEntryProps, 'error' | 'warning'>,
): Response | Promise<Response> {
  const title = translator(messages, lang)('code.title');
  return web.page(
    c,
    { lang, title, current: 'my', status: error ? 422 : 200, hasErrors: error !== undefined },
    <CodeEntryPage
      lang={lang}
      csrf={web.csrf(c)}
      error={error}
      warning={warning}
      action={`/c/${code}/unlock`}
      resend={`/c/${code}/send`}
      shownMobile={maskMobile(opened.mobile)}
      demo={web.app.settings.demo}
    />,
  );
}
