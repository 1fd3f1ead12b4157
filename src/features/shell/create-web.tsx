import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Lang } from '#kernel/lang.ts';
import type { App } from '#platform/app.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { type SignedCookie, signedCookie } from '#platform/http/cookies.ts';
import { pageLanguage } from '#platform/http/language.ts';
import { createRateLimiter } from '#platform/http/rate-limit.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import { type Translate, translator } from '#platform/i18n/messages.ts';
import { DeskLayout } from '#ui/DeskLayout.tsx';
import { type DemoBar, Layout, type NavItem, type PageAssets } from '#ui/Layout.tsx';
import { ErrorPage, errorKey } from './ErrorPage.tsx';
import { messages } from './messages.ts';
import type { NavKey, Web } from './web.ts';

const NAV: readonly { readonly key: NavKey; readonly href: string }[] = [
  { key: 'home', href: '/' },
  { key: 'service', href: '/services/course-request' },
  { key: 'courses', href: '/courses' },
  { key: 'my', href: '/my' },
  { key: 'help', href: '/help' },
];

/** Set by the middleware of every page. */
const contextText = (c: Context, key: 'requestId' | 'clientAddress'): string => String(c.get(key) ?? 'unknown');

function demoBar(app: App, t: Translate<typeof messages>, lang: Lang, path: string): DemoBar | undefined {
  if (!app.settings.demo) return undefined;
  const link = (href: string, label: string) => ({ href, label, current: path === href });
  return {
    now: t('demo.now', { time: formatDateTime(app.clock.now(), lang) }),
    links: [
      link('/demo', t('demo.start')),
      link('/demo/phone', t('demo.phone')),
      link('/demo/bank', t('demo.bank')),
      link('/demo/clock', t('demo.clock')),
      link('/desk', t('demo.desk')),
    ],
  };
}

/** This page in the other language, its other parameters kept. */
function otherLanguageHref(c: Context, lang: Lang): string {
  const url = new URL(c.req.url);
  url.searchParams.set('lang', lang === 'ar' ? 'en' : 'ar');
  return `${url.pathname}${url.search}`;
}

/**
 * How pages are made: language, frame, menu, cookies, limits.
 * @param publicIsHttps cookies are then kept to https
 */
export function createWeb(app: App, assets: PageAssets, publicIsHttps: boolean): Web {
  const limiter = createRateLimiter();
  const cookies = new Map<string, SignedCookie>();
  const cookieOf = (name: string, path: string): SignedCookie => {
    const known = cookies.get(`${name} ${path}`);
    const cookie = known ?? signedCookie({ name, path, vault: app.vault, https: publicIsHttps });
    cookies.set(`${name} ${path}`, cookie);
    return cookie;
  };
  const frame = (c: Context, lang: Lang) => {
    const t = translator(messages, lang);
    return { t, lang, assets, langHref: otherLanguageHref(c, lang), demo: demoBar(app, t, lang, c.req.path) };
  };
  const menu = (t: Translate<typeof messages>, current: NavKey | null | undefined): NavItem[] =>
    NAV.map(({ key, href }) => ({ href, label: t(`nav.${key}`), current: key === current }));

  const web: Web = {
    app,
    lang: (c, preferred) => pageLanguage(c, preferred),
    csrf: (c) => {
      const give: unknown = c.get('csrfToken');
      if (typeof give !== 'function') throw new Error('a form stands on a page without the csrf middleware');
      return String(give());
    },
    page: (c, { lang, title, current, status = 200, scripts = [], wide, hasErrors }, body) => {
      const { t, ...props } = frame(c, lang);
      const nav = menu(t, current);
      const extra = scripts.filter((s) => s !== 'form');
      return send(
        c,
        <Layout {...props} title={title} nav={nav} scripts={extra} wide={wide} hasErrors={hasErrors}>
          {body}
        </Layout>,
        status,
      );
    },
    deskPage: (c, { lang, title, status = 200, scripts = [], hasErrors, nav = [], user, signOut }, body) => {
      const { t: _t, ...props } = frame(c, lang);
      const extra = scripts.filter((s) => s !== 'form');
      return send(
        c,
        <DeskLayout
          {...props}
          title={title}
          nav={nav}
          scripts={extra}
          hasErrors={hasErrors}
          user={user}
          signOut={signOut}
        >
          {body}
        </DeskLayout>,
        status,
      );
    },
    errorPage: (c, status, code) => {
      const lang = pageLanguage(c);
      const t = translator(messages, lang);
      const worded = errorKey(status, code);
      return web.page(
        c,
        { lang, title: t(`error.${worded}.title`), status },
        <ErrorPage worded={worded} requestId={contextText(c, 'requestId')} t={t} />,
      );
    },
    address: (c) => contextText(c, 'clientAddress'),
    allow: (_c, key, limit, windowMs) =>
      app.settings.demo || limiter.allow(key, { limit, windowMs, now: systemClock.now() }),
    setSecretCookie: (c, name, value, { path, maxAge }) => cookieOf(name, path).set(c, value, maxAge),
    secretCookie: (c, name) => cookieOf(name, '/').get(c),
    clearCookie: (c, name, path) => cookieOf(name, path).clear(c),
  };
  return web;
}

type Drawn = { toString(): string | Promise<string> };

/** Answers with a page, and leaves its text to those who finish it. */
async function send(c: Context, page: Drawn | Promise<Drawn>, status: ContentfulStatusCode): Promise<Response> {
  const text = String(await (await page).toString());
  c.set('pageText', text);
  return c.html(text, status);
}
