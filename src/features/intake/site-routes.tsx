import { Hono } from 'hono';
import { foldArabic } from '#platform/i18n/fold.ts';
import { translator } from '#platform/i18n/messages.ts';
import { countOpen, soonestOfferings } from '../catalogue/index.ts';
import type { Web } from '../shell/index.ts';
import { CONSENT_VERSION } from './consent.ts';
import { HomePage } from './pages/HomePage.tsx';
import { ServiceCardPage } from './pages/ServiceCardPage.tsx';
import { ServicesPage } from './pages/ServicesPage.tsx';
import { TextPage } from './pages/TextPage.tsx';
import { SERVICE_NAMES } from './service-card.ts';
import { siteMessages } from './site-messages.ts';
import { ACCESSIBILITY, HELP, PRIVACY } from './texts.ts';

const SOONEST = 3;
const MAX_QUERY = 80;

/** Everything the service is called by, folded for search. */
const SERVICE_WORDS = foldArabic(
  [SERVICE_NAMES.title, SERVICE_NAMES.alias, { ar: 'خدمة دورات تدريبية تدريب', en: 'service training courses' }]
    .flatMap(({ ar, en }) => [ar, en])
    .join(' '),
);

/** Whether all words of a search name the service. */
export function namesService(q: string): boolean {
  const words = foldArabic(q)
    .split(' ')
    .filter((word) => word !== '');
  return words.every((word) => SERVICE_WORDS.includes(word.replace(/^ال(?=..)/, '')));
}

/** Steps 1 to 3 of the card, and the texts about the site. */
export function siteRoutes(web: Web) {
  const { app } = web;
  return new Hono()
    .get('/', async (c) => {
      const lang = web.lang(c);
      const now = app.clock.now();
      const soonest = await soonestOfferings(app.database.db, now, SOONEST);
      const openCount = await countOpen(app.database.db, now);
      const title = translator(siteMessages, lang)('home.title');
      return web.page(
        c,
        { lang, title, current: 'home', wide: true },
        <HomePage soonest={soonest} openCount={openCount} lang={lang} now={now} />,
      );
    })
    .get('/services', async (c) => {
      const lang = web.lang(c);
      const q = (c.req.query('q') ?? '').trim().slice(0, MAX_QUERY);
      const openCount = await countOpen(app.database.db, app.clock.now());
      const title = translator(siteMessages, lang)('services.title');
      return web.page(
        c,
        { lang, title, current: 'home', wide: true },
        <ServicesPage q={q} found={namesService(q)} openCount={openCount} lang={lang} />,
      );
    })
    .get('/services/course-request', (c) => {
      const lang = web.lang(c);
      const title = translator(siteMessages, lang)('home.card');
      return web.page(c, { lang, title, current: 'service' }, <ServiceCardPage lang={lang} />);
    })
    .get('/help', (c) => {
      const lang = web.lang(c);
      const title = translator(siteMessages, lang)('help.title');
      return web.page(c, { lang, title, current: 'help' }, <TextPage title={title} sections={HELP} lang={lang} />);
    })
    .get('/privacy', (c) => {
      const lang = web.lang(c);
      const t = translator(siteMessages, lang);
      const title = t('privacy.title');
      const note = t('privacy.version', { version: CONSENT_VERSION });
      return web.page(c, { lang, title }, <TextPage title={title} note={note} sections={PRIVACY} lang={lang} />);
    })
    .get('/accessibility', (c) => {
      const lang = web.lang(c);
      const title = translator(siteMessages, lang)('accessibility.title');
      return web.page(c, { lang, title }, <TextPage title={title} sections={ACCESSIBILITY} lang={lang} />);
    });
}
