import { type Context, Hono } from 'hono';
import { HOUR_MS } from '#kernel/time.ts';
import { translator } from '#platform/i18n/messages.ts';
import { grantAccess } from '../intake/index.ts';
import type { Web } from '../shell/index.ts';
import { findPersonalLink, isLocked, openByLastFour, TRIES_PER_HOUR, targetOf } from './link-commands.ts';
import { messages } from './messages.ts';
import { TypedCodePage } from './pages/TypedCodePage.tsx';

/** A code has ten letters and digits; what people put between them is passed over. */
const codeIn = (typed: string): string => typed.replace(/[\s\-–—./]/g, '').toUpperCase();

/** Where the code of a personal link is typed by hand: for who reads the message on another telephone. */
export function codeRoutes(web: Web) {
  const show = (c: Context, typed: string, error: boolean) => {
    const lang = web.lang(c);
    return web.page(
      c,
      {
        lang,
        title: translator(messages, lang)('typed.title'),
        current: 'my',
        status: error ? 422 : 200,
        hasErrors: error,
      },
      <TypedCodePage typed={typed} error={error} lang={lang} csrf={web.csrf(c)} />,
    );
  };

  return new Hono()
    .get('/c', (c) => show(c, '', false))
    .post('/c', async (c) => {
      if (!web.allow(c, `link:${web.address(c)}`, TRIES_PER_HOUR, HOUR_MS)) return web.errorPage(c, 429);
      const fields = await c.req.parseBody();
      const typed = typeof fields['code'] === 'string' ? fields['code'].slice(0, 40) : '';
      const last4 = typeof fields['last4'] === 'string' ? fields['last4'] : '';
      const opened = await findPersonalLink(web.app, codeIn(typed));
      if (!opened) return show(c, typed, true);
      // The page of the link itself says how it is unlocked.
      if (isLocked(opened)) return c.redirect(`/c/${codeIn(typed)}`, 303);
      const result = await openByLastFour(web.app, opened, last4);
      if (!result.ok)
        return result.error.code === 'locked' ? c.redirect(`/c/${codeIn(typed)}`, 303) : show(c, typed, true);
      grantAccess(web, c, [opened.record.row.id]);
      return c.redirect(targetOf(opened), 303);
    });
}
