import { DISTRICTS } from '#kernel/districts.ts';
import type { Lang } from '#kernel/lang.ts';
import { type Translate, translator } from '#platform/i18n/messages.ts';
import { ButtonLink, CheckGroup, RadioGroup, SelectField, SubmitButton, TextField } from '#ui/Form.tsx';
import { Hero } from '#ui/Hero.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type CatalogueFilter, EXAM_CHOICES, filterHref, isNarrowed, PRICES, readFilter, SORTS } from '../filter.ts';
import { messages } from '../messages.ts';
import type { CataloguePage as View } from '../queries.ts';
import { TOPICS } from '../schema.ts';
import { CourseCard } from './CourseCard.tsx';

export type CataloguePageProps = {
  readonly view: View;
  readonly filter: CatalogueFilter;
  readonly lang: Lang;
  readonly now: Date;
};

type T = Translate<typeof messages>;

/** The catalogue: search, filters, cards. */
export function CataloguePage({ view, filter, lang, now }: CataloguePageProps) {
  const t = translator(messages, lang);
  return (
    <>
      <Hero title={t('list.hero')} lead={t('list.lead')}>
        <SearchForm filter={filter} t={t} />
      </Hero>
      <div class="wrap results-grid">
        <details class="filters">
          <summary>{t('list.filters')}</summary>
          <FilterForm filter={filter} lang={lang} t={t} />
        </details>
        <section id="results" aria-labelledby="results-title">
          <div class="results-head">
            <h2 id="results-title" class="h2">
              {t('list.count', { count: view.total })}
            </h2>
          </div>
          {view.total === 0 ? (
            <Empty filter={filter} t={t} />
          ) : (
            <ul class="cards" aria-label={t('list.cards')}>
              {view.cards.map((offering) => (
                <li>
                  <CourseCard offering={offering} lang={lang} now={now} />
                </li>
              ))}
            </ul>
          )}
          <Pagination lang={lang} page={view.page} pages={view.pages} href={(page) => filterHref(filter, { page })} />
        </section>
      </div>
    </>
  );
}

/** Search keeps the filters, and starts at the first page. */
function SearchForm({ filter, t }: { filter: CatalogueFilter; t: T }) {
  const kept = new URLSearchParams(filterHref(filter, { q: '', page: 1 }).split('?')[1] ?? '');
  return (
    <search class="search">
      <form action="/courses" method="get">
        {[...kept].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <label class="label" for="q">
          {t('list.search')}
        </label>
        <div class="search-row">
          <input class="input" id="q" name="q" type="search" value={filter.q} maxlength={80} autocomplete="off" />
          <button type="submit" class="btn btn-primary">
            {t('list.searchButton')}
          </button>
        </div>
      </form>
    </search>
  );
}

function FilterForm({ filter, lang, t }: { filter: CatalogueFilter; lang: Lang; t: T }) {
  const districts = DISTRICTS.filter((d) => d.number > 0);
  return (
    <form action="/courses" method="get" class="filter-form" data-filter="results">
      <input type="hidden" name="q" value={filter.q} />
      <SelectField
        name="sort"
        label={t('list.sort')}
        value={filter.sort}
        options={SORTS.map((value) => ({ value, label: t(`list.sort.${value}`) }))}
      />
      <CheckGroup
        name="topic"
        label={t('list.topic')}
        values={filter.topics}
        options={TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
      />
      <RadioGroup
        plain
        name="price"
        label={t('list.price')}
        value={filter.price}
        options={PRICES.map((value) => ({ value, label: t(`list.price.${value}`) }))}
      />
      <RadioGroup
        plain
        name="exam"
        label={t('list.exam')}
        value={filter.exam}
        options={EXAM_CHOICES.map((value) => ({ value, label: t(`list.exam.${value}`) }))}
      />
      <SelectField
        name="district"
        label={t('list.district')}
        empty={t('list.district.any')}
        value={filter.district === null ? '' : String(filter.district)}
        options={districts.map((d) => ({ value: String(d.number), label: d.name[lang] }))}
      />
      <TextField name="from" type="date" label={t('list.from')} value={filter.from?.day} dir="ltr" />
      <RadioGroup
        plain
        name="show"
        label={t('list.show')}
        value={filter.show}
        options={(['open', 'all'] as const).map((value) => ({ value, label: t(`list.show.${value}`) }))}
      />
      <div class="row">
        <SubmitButton>{t('list.apply')}</SubmitButton>
        <a href="/courses">{t('list.clear')}</a>
      </div>
    </form>
  );
}

function Empty({ filter, t }: { filter: CatalogueFilter; t: T }) {
  const everything = readFilter(new URLSearchParams({ show: 'all' }));
  return (
    <div class="empty stack">
      <h3 class="h3">{t('list.empty.title')}</h3>
      <p>{t(isNarrowed(filter) ? 'list.empty.narrowed' : 'list.empty.none')}</p>
      <p>
        {isNarrowed(filter) ? (
          <ButtonLink href="/courses" tone="quiet">
            {t('list.clear')}
          </ButtonLink>
        ) : (
          <ButtonLink href={filterHref(everything)} tone="quiet">
            {t('list.empty.showAll')}
          </ButtonLink>
        )}
      </p>
    </div>
  );
}
