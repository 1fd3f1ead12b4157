import type { Lang } from '#kernel/lang.ts';
import { OFFERING_STATES } from '#procedure/lifecycle/states.ts';
import { ButtonLink, Form, SelectField, SubmitButton, TextField } from '#ui/Form.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { Table } from '#ui/Table.tsx';
import type { OfferingFilter, OfferingLine, Paged } from '../queries.ts';
import { OfferingTag, type T, When } from './OfferingWords.tsx';

export type OfferingsView = {
  readonly filter: OfferingFilter;
  readonly list: Paged<OfferingLine>;
  readonly mayAdd: boolean;
};

/** All offerings, filtered by the address. */
export function OfferingsPage({ view, lang, t }: { readonly view: OfferingsView; readonly lang: Lang; readonly t: T }) {
  const { filter, list, mayAdd } = view;
  return (
    <>
      <div class="desk-head">
        <h1>{t('list.title')}</h1>
        {mayAdd && <ButtonLink href="/desk/offerings/new">{t('list.new')}</ButtonLink>}
      </div>
      <Form method="get" action="/desk/offerings" look="plain">
        <div class="filter-row">
          <TextField name="q" type="search" label={t('list.search')} value={filter.q} />
          <SelectField
            name="state"
            label={t('list.state')}
            empty={t('list.all')}
            value={filter.state ?? ''}
            options={OFFERING_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
          <div class="row">
            <SubmitButton>{t('list.filter')}</SubmitButton>
          </div>
        </div>
      </Form>
      <section class="desk-section">
        <Table
          id="offerings"
          caption={t('list.title')}
          hideCaption
          empty={t('list.empty')}
          columns={[
            { label: t('col.course') },
            { label: t('col.state') },
            { label: t('col.start') },
            { label: t('col.decision') },
            { label: t('col.min'), number: true },
            { label: t('col.active'), number: true },
            { label: t('col.confirmed'), number: true },
            { label: t('col.max'), number: true },
            { label: t('col.waitlisted'), number: true },
          ]}
          rows={list.rows.map((o) => [
            <a href={`/desk/offerings/${o.id}`}>
              <bdi>{o.title[lang]}</bdi>
            </a>,
            <OfferingTag state={o.state} t={t} />,
            <When at={o.startsAt} lang={lang} t={t} />,
            <When at={o.decisionAt} lang={lang} t={t} />,
            o.min,
            o.active,
            o.confirmed,
            o.max,
            o.waitlisted,
          ])}
        />
        <Pagination lang={lang} page={list.page} pages={list.pages} href={(page) => pageHref(filter, page)} />
      </section>
    </>
  );
}

function pageHref({ q, state }: OfferingFilter, page: number): string {
  const query = new URLSearchParams({ ...(q && { q }), ...(state && { state }), page: String(page) });
  return `/desk/offerings?${query}`;
}
