import type { Lang } from '#kernel/lang.ts';
import { translator } from '#platform/i18n/messages.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Crumbs } from '#ui/Crumbs.tsx';
import { ButtonLink } from '#ui/Form.tsx';
import { CARD, type CardField, type CardItem, SERVICE_NAMES } from '../service-card.ts';
import { siteMessages } from '../site-messages.ts';

/** Steps 2 and 3 of the card: the published card of the service, its seven fields in their order. */
export function ServiceCardPage({ lang }: { lang: Lang }) {
  const t = translator(siteMessages, lang);
  return (
    <>
      <Crumbs lang={lang} items={[{ href: '/services', label: t('services.title') }]} current={t('card.title')} />
      <div class="with-aside">
        <div class="flow measure">
          <h1 class="h1">{SERVICE_NAMES.full[lang]}</h1>
          <p class="muted">{t('card.published')}</p>
          {CARD.map((field) => (
            <section class="flow">
              <h2 class="h2">{field.heading[lang]}</h2>
              <Field field={field} lang={lang} />
            </section>
          ))}
        </div>
        <aside class="card summary" aria-label={t('card.links')}>
          <p>{t('home.alsoCalled', { alias: SERVICE_NAMES.alias[lang] })}</p>
          <ButtonLink href="/courses">{t('card.go')}</ButtonLink>
          <p>
            <a href="/my">{t('home.my')}</a>
          </p>
          <p>
            <a href="/help">{t('home.help')}</a>
          </p>
        </aside>
      </div>
    </>
  );
}

function Field({ field, lang }: { field: CardField; lang: Lang }) {
  if (field.look === 'steps') return <Steps items={field.items} lang={lang} />;
  if (field.look === 'text') return field.items.map((item) => <p>{item[lang]}</p>);
  return (
    <ol class="flow">
      {field.items.map((item, index) => (
        <li>
          <b>
            <Ltr>{index + 1}</Ltr>
          </b>{' '}
          {item[lang]}
        </li>
      ))}
    </ol>
  );
}

/** Steps carry the municipality's own numbers; a browser's would not know 6.3.1. */
function Steps({ items, lang }: { items: readonly CardItem[]; lang: Lang }) {
  return (
    <ul class="flow">
      {items.map((item) => (
        <li class="flow">
          <p>
            <b>
              <Ltr>{item.clause}</Ltr>
            </b>{' '}
            {item[lang]}
          </p>
          {item.items && (
            <div class="card">
              <Steps items={item.items} lang={lang} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
