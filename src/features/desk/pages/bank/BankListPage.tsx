import type { Bilingual } from '#kernel/lang.ts';
import { formatDay } from '#platform/i18n/format.ts';
import { DIFFICULTIES, ITEM_TYPES } from '#procedure/placement/items.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { ButtonLink, Form, SelectField, SubmitButton, TextField } from '#ui/Form.tsx';
import { Table } from '#ui/Table.tsx';
import type { BankItem, BankPage, ItemState } from '../../../exams/index.ts';
import { readable, topicTitle } from '../../bank-words.ts';
import { PageHead } from '../RecordWords.tsx';
import { type BankProps, ItemStateTag, OwnText } from './BankWords.tsx';

export const BANK_FILTERS = ['q', 'topic', 'type', 'difficulty', 'state', 'author'] as const;
export type BankAsked = Readonly<Record<(typeof BANK_FILTERS)[number], string>>;

export type BankListView = {
  readonly asked: BankAsked;
  readonly page: BankPage;
  readonly topics: ReadonlyMap<string, Bilingual>;
  readonly authors: readonly string[];
  readonly counts: ReadonlyMap<ItemState, number>;
  readonly mayEdit: boolean;
};

const EXCERPT = 140;
const excerpt = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text);
const STATES = ['draft', 'approved', 'retired'] as const;

export function BankListPage({ view, lang, t }: BankProps & { readonly view: BankListView }) {
  const { page, topics, counts } = view;
  const narrowed = BANK_FILTERS.some((name) => view.asked[name] !== '');
  return (
    <>
      <PageHead title={t('bank.title')}>
        {view.mayEdit && <ButtonLink href="/desk/bank/new">{t('bank.new')}</ButtonLink>}
        {view.mayEdit && (
          <ButtonLink href="/desk/bank/import" tone="quiet">
            {t('bank.import')}
          </ButtonLink>
        )}
        {view.mayEdit && (
          <ButtonLink href="/desk/bank/export" tone="quiet">
            {t('bank.export')}
          </ButtonLink>
        )}
      </PageHead>
      <p class="muted">
        {t('bank.counts', { draft: counts.get('draft') ?? 0, approved: counts.get('approved') ?? 0 })}
      </p>
      <Filters view={view} narrowed={narrowed} lang={lang} t={t} />
      <Table
        id="bank"
        caption={t('bank.caption')}
        hideCaption
        columns={[
          { label: t('bank.number') },
          { label: t('bank.question') },
          { label: t('bank.state') },
          { label: t('bank.type') },
          { label: t('bank.topic') },
          { label: t('bank.difficulty') },
          { label: t('bank.points'), number: true },
          { label: t('bank.author') },
          { label: t('bank.changed') },
        ]}
        rows={page.items.map(({ item, wording }) => [
          <a href={`/desk/bank/${item.number}`}>
            <Ltr>{item.number}</Ltr>
          </a>,
          <div class="item-excerpt">
            <OwnText>{excerpt(readable(wording.content.question, lang))}</OwnText>
          </div>,
          <ItemStateTag state={item.state} t={t} />,
          t(`type.${wording.type}`),
          <OwnText>{topicTitle(topics, wording.topic, lang)}</OwnText>,
          t(`difficulty.${wording.difficulty}`),
          <Ltr>{wording.points}</Ltr>,
          <bdi>{wording.author}</bdi>,
          <time datetime={item.changedAt.toISOString()}>
            <Ltr>{formatDay(item.changedAt)}</Ltr>
          </time>,
        ])}
        empty={t(narrowed ? 'bank.nothing' : 'bank.empty')}
      />
      <Pages view={view} lang={lang} t={t} />
    </>
  );
}

function Filters({ view, narrowed, lang, t }: BankProps & { view: BankListView; narrowed: boolean }) {
  const { asked, topics, authors } = view;
  const any = t('bank.any');
  return (
    <Form method="get" action="/desk/bank" look="plain">
      <div class="filter-row">
        <TextField name="q" label={t('bank.search')} type="search" value={asked.q} dir="auto" maxLength={200} />
        <SelectField
          name="topic"
          label={t('bank.topic')}
          value={asked.topic}
          empty={any}
          options={[...topics].map(([value, title]) => ({ value, label: title[lang] }))}
        />
        <SelectField
          name="type"
          label={t('bank.type')}
          value={asked.type}
          empty={any}
          options={ITEM_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
        />
        <SelectField
          name="difficulty"
          label={t('bank.difficulty')}
          value={asked.difficulty}
          empty={any}
          options={DIFFICULTIES.map((value) => ({ value: String(value), label: t(`difficulty.${value}`) }))}
        />
        <SelectField
          name="state"
          label={t('bank.state')}
          value={asked.state}
          empty={any}
          options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
        <SelectField
          name="author"
          label={t('bank.author')}
          value={asked.author}
          empty={any}
          options={authors.map((value) => ({ value, label: value }))}
        />
        <div class="row">
          <SubmitButton>{t('bank.filter')}</SubmitButton>
          {narrowed && <a href="/desk/bank">{t('bank.clear')}</a>}
        </div>
      </div>
    </Form>
  );
}

/** Where the list goes on: after the last item of this page, or before its first. */
function Pages({ view, t }: BankProps & { view: BankListView }) {
  const { page, asked } = view;
  const [first, last] = [page.items[0], page.items.at(-1)];
  if (!first || !last || (!page.hasBefore && !page.hasAfter)) return null;
  const href = (side: 'before' | 'after', { item }: BankItem): string => {
    const params = new URLSearchParams();
    for (const name of BANK_FILTERS) if (asked[name] !== '') params.set(name, asked[name]);
    params.set(side, `${item.changedAt.getTime()}.${item.number}`);
    return `/desk/bank?${params}`;
  };
  return (
    <nav class="pages" aria-label={t('bank.pages')}>
      <ul>
        {page.hasBefore && (
          <li>
            <a href={href('before', first)} rel="prev">
              {t('bank.before')}
            </a>
          </li>
        )}
        {page.hasAfter && (
          <li>
            <a href={href('after', last)} rel="next">
              {t('bank.after')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
