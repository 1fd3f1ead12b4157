import { type Context, Hono } from 'hono';
import { MINUTE_MS } from '#kernel/time.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { translator } from '#platform/i18n/messages.ts';
import type { Web } from '../shell/index.ts';
import { signIn, signOut } from './commands.ts';
import { SESSION_COOKIE } from './guard.ts';
import { messages } from './messages.ts';
import { SignInPage } from './pages/SignInPage.tsx';

const SESSION_SECONDS = 12 * 3600;
const TRIES = 5;
const WINDOW_MS = 15 * MINUTE_MS;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Only pages of the desk itself are gone back to. */
const backOf = (value: unknown): string => (/^\/desk(?:\/[\w/.-]*)?$/.test(textOf(value)) ? textOf(value) : '/desk');

/** Signing in to the desk, and out of it. */
export function staffRoutes(web: Web) {
  const routes = new Hono();

  const page = (c: Context, username: string, back: string, problem: 'wrong' | 'limited' | null) => {
    const lang = web.lang(c);
    const t = translator(messages, lang);
    const status = problem === 'limited' ? 429 : problem ? 422 : 200;
    const body = (
      <SignInPage
        username={username}
        back={back}
        problem={problem}
        demo={web.app.settings.demo}
        csrf={web.csrf(c)}
        lang={lang}
        t={t}
      />
    );
    return web.deskPage(c, { lang, title: t('signIn.title'), status, hasErrors: problem !== null }, body);
  };

  routes.get('/desk/sign-in', (c) => page(c, '', backOf(c.req.query('back')), null));

  routes.post('/desk/sign-in', async (c) => {
    const form = await c.req.parseBody();
    const [username, back] = [textOf(form['username']).trim().slice(0, 100), backOf(form['back'])];
    const allowed =
      web.allow(c, `sign-in:address:${web.address(c)}`, TRIES * 4, WINDOW_MS) &&
      web.allow(c, `sign-in:${web.address(c)}:${username.toLowerCase()}`, TRIES, WINDOW_MS);
    if (!allowed) return page(c, username, back, 'limited');
    const token = await signIn(web.app, username, textOf(form['password']), systemClock.now());
    if (token === undefined) return page(c, username, back, 'wrong');
    web.setSecretCookie(c, SESSION_COOKIE, token, { path: '/', maxAge: SESSION_SECONDS });
    return c.redirect(back, 303);
  });

  routes.post('/desk/sign-out', async (c) => {
    const token = web.secretCookie(c, SESSION_COOKIE);
    if (token !== undefined) await signOut(web.app, token);
    web.clearCookie(c, SESSION_COOKIE, '/');
    return c.redirect('/desk/sign-in', 303);
  });

  return routes;
}
