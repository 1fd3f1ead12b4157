import type { Lang } from '#kernel/lang.ts';
import { type Translate, translator } from '#platform/i18n/messages.ts';
import { ButtonLink } from '#ui/Form.tsx';
import { Hero } from '#ui/Hero.tsx';
import { CourseCard, type OfferingCard } from '../../catalogue/index.ts';
import { MISSION, SERVICE_NAMES, VISION } from '../service-card.ts';
import { siteMessages } from '../site-messages.ts';

type T = Translate<typeof siteMessages>;

export type HomePageProps = {
  readonly soonest: readonly OfferingCard[];
  readonly openCount: number;
  readonly lang: Lang;
  readonly now: Date;
};

/** Steps 1 to 3 of the card: the home of the e-services, with this service on it. */
export function HomePage({ soonest, openCount, lang, now }: HomePageProps) {
  const t = translator(siteMessages, lang);
  return (
    <>
      <Hero title={t('home.title')} lead={t('home.lead')}>
        <ServiceSearch q="" t={t} />
      </Hero>
      <div class="wrap page stack">
        <section aria-labelledby="services-title" class="stack">
          <h2 id="services-title" class="h2">
            {t('home.services')}
          </h2>
          <div class="tiles">
            <ServiceTile openCount={openCount} lang={lang} t={t} />
            <Tile href="/my" title={t('home.my')} text={t('home.myText')} />
            <Tile href="/help" title={t('home.help')} text={t('home.helpText')} />
          </div>
        </section>
        {soonest.length > 0 && (
          <section aria-labelledby="soonest-title" class="stack">
            <h2 id="soonest-title" class="h2">
              {t('home.soonest')}
            </h2>
            <ul class="cards">
              {soonest.map((offering) => (
                <li>
                  <CourseCard offering={offering} lang={lang} now={now} />
                </li>
              ))}
            </ul>
            <p>
              <ButtonLink href="/courses" tone="quiet">
                {t('home.all')}
              </ButtonLink>
            </p>
          </section>
        )}
        <section class="tiles tiles-share">
          {[VISION, MISSION].map(({ heading, text }) => (
            <div class="card tile">
              <h2 class="h3">{heading[lang]}</h2>
              <p>{text[lang]}</p>
            </div>
          ))}
        </section>
      </div>
    </>
  );
}

function Tile({ href, title, text }: { href: string; title: string; text: string }) {
  return (
    <div class="card tile">
      <h3 class="h3">
        <a href={href}>{title}</a>
      </h3>
      <p>{text}</p>
    </div>
  );
}

/** The service under both of its names. */
export function ServiceTile({ openCount, lang, t }: { openCount: number; lang: Lang; t: T }) {
  return (
    <div class="card tile">
      <h3 class="h3">
        <a href="/services/course-request">{SERVICE_NAMES.title[lang]}</a>
      </h3>
      <p>{t('home.alsoCalled', { alias: SERVICE_NAMES.alias[lang] })}</p>
      <p>{t('home.serviceText')}</p>
      <p>
        <b>{t('home.openCount', { count: openCount })}</b>
      </p>
      <div class="row">
        <ButtonLink href="/courses">{t('home.start')}</ButtonLink>
        <a href="/services/course-request">{t('home.card')}</a>
      </div>
    </div>
  );
}

/** Finds services by their names; courses are one step further. */
export function ServiceSearch({ q, t }: { q: string; t: T }) {
  return (
    <search class="search">
      <form action="/services" method="get">
        <label class="label" for="q">
          {t('home.searchLabel')}
        </label>
        <div class="search-row">
          <input class="input" id="q" name="q" type="search" value={q} maxlength={80} autocomplete="off" />
          <button type="submit" class="btn btn-primary">
            {t('home.searchButton')}
          </button>
        </div>
      </form>
    </search>
  );
}
