import type { Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import { ButtonLink } from '#ui/Form.tsx';
import { Hero } from '#ui/Hero.tsx';
import { siteMessages } from '../site-messages.ts';
import { ServiceSearch, ServiceTile } from './HomePage.tsx';

export type ServicesPageProps = {
  readonly q: string;
  /** Whether what was asked for names this service. */
  readonly found: boolean;
  readonly openCount: number;
  readonly lang: Lang;
};

/** Step 2 of the card: the list of e-services, and the search in it. */
export function ServicesPage({ q, found, openCount, lang }: ServicesPageProps) {
  const t = translator(siteMessages, lang);
  return (
    <>
      <Hero title={t('services.title')}>
        <ServiceSearch q={q} t={t} />
      </Hero>
      <div class="wrap page stack">
        <h2 class="h2">{q ? t('services.results', { count: found ? 1 : 0 }) : t('services.all')}</h2>
        {found && (
          <div class="tiles">
            <ServiceTile openCount={openCount} lang={lang} t={t} />
          </div>
        )}
        {q !== '' && (
          <div class="row">
            <ButtonLink href={`/courses?${new URLSearchParams({ q })}`} tone="quiet">
              {t('services.searchCourses', { q })}
            </ButtonLink>
            <a href="/services">{t('services.all')}</a>
          </div>
        )}
      </div>
    </>
  );
}
