import { Hono } from 'hono';
import type { OfferingId } from '#kernel/ids.ts';
import { translator } from '#platform/i18n/messages.ts';
import type { Web } from '../shell/index.ts';
import { readFilter } from './filter.ts';
import { messages } from './messages.ts';
import { CataloguePage } from './pages/CataloguePage.tsx';
import { OfferingPage } from './pages/OfferingPage.tsx';
import { listOfferings, viewOffering } from './queries.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The offering that an address names; `undefined` when it names none that the public may see. */
export async function offeringOfAddress(web: Web, id: string) {
  return UUID.test(id) ? viewOffering(web.app.database.db, id as OfferingId) : undefined;
}

/** The catalogue and the page of each offering. */
export function catalogueRoutes(web: Web) {
  return new Hono()
    .get('/courses', async (c) => {
      const lang = web.lang(c);
      const now = web.app.clock.now();
      const filter = readFilter(new URL(c.req.url).searchParams);
      const view = await listOfferings(web.app.database.db, filter, now);
      const title = translator(messages, lang)('list.title');
      return web.page(
        c,
        { lang, title, current: 'courses', wide: true, scripts: ['filter'] },
        <CataloguePage view={view} filter={filter} lang={lang} now={now} />,
      );
    })
    .get('/courses/:id', async (c) => {
      const lang = web.lang(c);
      const offering = await offeringOfAddress(web, c.req.param('id'));
      if (!offering) return web.errorPage(c, 404);
      return web.page(
        c,
        { lang, title: offering.title[lang], current: 'courses' },
        <OfferingPage offering={offering} lang={lang} now={web.app.clock.now()} />,
      );
    });
}
