import { Hono } from 'hono';
import { DAY_MS, HOUR_MS } from '#kernel/time.ts';
import { checkBooks, recentChecks, totalBalance } from '../ledger/index.ts';
import type { Web } from '../shell/index.ts';
import { type DeskAction, may, memberOf, requires } from '../staff/index.ts';
import { deskFrame } from './frame.tsx';
import { ledgerTexts } from './ledger-messages.ts';
import { LedgerPage } from './pages/LedgerPage.tsx';

/** The books: whoever may see money may have them looked through; it changes none of them. */
export const LEDGER_ROUTES = [
  { method: 'GET', path: '/desk/ledger', action: 'see_finance' },
  { method: 'POST', path: '/desk/ledger/check', action: 'see_finance' },
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

const LOOKS = 10;
/** A night's look may come an hour late. */
const FRESH_MS = DAY_MS + 2 * HOUR_MS;

/** What stands in each account, and whether the books are right. */
export const ledgerDeskRoutes = (web: Web) => {
  const { app } = web;
  const routes = new Hono();
  for (const { method, path, action } of LEDGER_ROUTES) routes.on(method, path, requires(web, action));
  return routes
    .get('/desk/ledger', async (c) => {
      const lang = web.lang(c);
      const t = ledgerTexts(lang);
      const looks = await recentChecks(app, LOOKS);
      const [last] = looks;
      const { role } = memberOf(c);
      const view = {
        looks,
        balance: await totalBalance(app.database.db),
        isStale: last !== undefined && app.clock.now().getTime() - last.at.getTime() > FRESH_MS,
        seesRequests: may(role, 'see_applications'),
      };
      const body = <LedgerPage view={view} csrf={web.csrf(c)} lang={lang} t={t} />;
      return deskFrame(web, c, { lang, title: t('title'), current: 'ledger' }, body);
    })
    .post('/desk/ledger/check', async (c) => {
      await checkBooks(app, memberOf(c).username, app.clock.now());
      return c.redirect('/desk/ledger', 303);
    });
};
