import type { Bilingual } from '#kernel/lang.ts';
import { Crumbs } from '#ui/Crumbs.tsx';
import { CheckGroup, Form, RadioGroup, SelectField, SubmitButton } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Table } from '#ui/Table.tsx';
import { type ExchangeItem, type Loss, WRITE_FORMATS, type WriteFormat } from '../../../exchange/index.ts';
import { readable } from '../../bank-words.ts';
import { reasonText } from '../../exchange-words.ts';
import { Mistakes, PageHead } from '../RecordWords.tsx';
import { OwnText } from './BankWords.tsx';
import type { ExchangeProps } from './ImportPage.tsx';

export const EXPORT_FILTERS = ['exam', 'topic', 'state'] as const;
export type ExportAsked = Readonly<Record<(typeof EXPORT_FILTERS)[number], string>>;

/** An item that can be chosen, by the number that people call it by. */
export type Choosable = Pick<ExchangeItem, 'content'> & { readonly number: number };

export type ExportView = {
  readonly asked: ExportAsked;
  readonly exams: readonly { readonly id: string; readonly title: Bilingual }[];
  readonly topics: ReadonlyMap<string, Bilingual>;
  readonly items: readonly Choosable[];
  /** There are more than are shown. */
  readonly more: boolean;
  readonly most: number;
  readonly chosen: readonly string[];
  readonly format: string;
  readonly errors: Readonly<Record<string, string>>;
};

const STATES = ['draft', 'approved', 'retired'] as const;
const EXCERPT = 100;

/** Chooses items of the bank and the format that they go out in. */
export function ExportPage({ view, lang, t, bank, csrf }: ExchangeProps & { readonly view: ExportView }) {
  const { asked, items, errors } = view;
  return (
    <>
      <Crumbs lang={lang} items={[{ href: '/desk/bank', label: bank('bank.title') }]} current={t('export.title')} />
      <PageHead title={t('export.title')} />
      <Mistakes errors={errors} lang={lang} />
      <p>{t('export.lead')}</p>
      <Form method="get" action="/desk/bank/export">
        <SelectField
          name="exam"
          label={t('export.exam')}
          value={asked.exam}
          empty={t('export.any')}
          options={view.exams.map(({ id, title }) => ({ value: id, label: title[lang] }))}
        />
        <SelectField
          name="topic"
          label={t('export.topic')}
          value={asked.topic}
          empty={t('export.any')}
          options={[...view.topics].map(([value, title]) => ({ value, label: title[lang] }))}
        />
        <SelectField
          name="state"
          label={t('export.state')}
          value={asked.state}
          empty={t('export.any')}
          options={STATES.map((value) => ({ value, label: bank(`state.${value}`) }))}
        />
        <div>
          <SubmitButton tone="quiet">{t('export.show')}</SubmitButton>
        </div>
      </Form>
      {items.length === 0 && <p class="muted">{t('export.nothing')}</p>}
      {items.length > 0 && (
        <Form action="/desk/bank/export" csrf={csrf}>
          <Asked asked={asked} />
          <RadioGroup
            name="format"
            label={t('export.format')}
            value={view.format}
            error={errors['format']}
            options={WRITE_FORMATS.map((value) => ({ value, label: t(`export.format.${value}`) }))}
            plain
          />
          <CheckGroup
            name="item"
            label={t('export.choose')}
            hint={view.more ? t('export.most', { most: view.most }) : t('export.choose.hint', { count: items.length })}
            error={errors['item']}
            values={view.chosen}
            options={items.map(({ number, content }) => ({
              value: String(number),
              label: <OwnText>{`${number}. ${readable(content.question, lang).slice(0, EXCERPT)}`}</OwnText>,
            }))}
          />
          <div>
            <SubmitButton>{t('export.button')}</SubmitButton>
          </div>
        </Form>
      )}
    </>
  );
}

/** What the list was narrowed to, so that it is the same when the page comes back. */
function Asked({ asked }: { readonly asked: ExportAsked }) {
  return (
    <>
      {EXPORT_FILTERS.map((name) => (
        <input type="hidden" name={name} value={asked[name]} />
      ))}
    </>
  );
}

export type LossesView = {
  readonly asked: ExportAsked;
  readonly format: WriteFormat;
  readonly chosen: readonly Choosable[];
  /** By the place among the chosen items, from 1. */
  readonly losses: readonly Loss[];
};

/** What the chosen format does not hold, before the file is made without it. */
export function LossesPage({ view, lang, t, bank, csrf }: ExchangeProps & { readonly view: LossesView }) {
  const out = new Set(view.losses.filter(({ left }) => left === 'out').map(({ number }) => number));
  const isEmpty = out.size === view.chosen.length;
  return (
    <>
      <Crumbs
        lang={lang}
        items={[
          { href: '/desk/bank', label: bank('bank.title') },
          { href: '/desk/bank/export', label: t('export.title') },
        ]}
        current={t('export.losses.title')}
      />
      <PageHead title={t('export.losses.title')} />
      <Table
        id="losses"
        caption={t('export.losses.title')}
        hideCaption
        columns={[
          { label: bank('bank.number') },
          { label: bank('bank.question') },
          { label: t('export.losses.what') },
          { label: t('dry.reason') },
        ]}
        rows={view.losses.map(({ number, left, reason }) => {
          const item = view.chosen[number - 1];
          return [
            String(item?.number ?? ''),
            <OwnText>{readable(item?.content.question, lang).slice(0, EXCERPT)}</OwnText>,
            t(`export.losses.${left}`),
            reasonText(reason, lang),
          ];
        })}
      />
      {isEmpty ? (
        <Notice tone="warn">
          <p>{t('export.empty')}</p>
        </Notice>
      ) : (
        <Form action="/desk/bank/export" csrf={csrf}>
          <Asked asked={view.asked} />
          <input type="hidden" name="format" value={view.format} />
          {view.chosen.map(({ number }) => (
            <input type="hidden" name="item" value={String(number)} />
          ))}
          <input type="hidden" name="anyway" value="yes" />
          <div>
            <SubmitButton>{t('export.anyway')}</SubmitButton>
          </div>
        </Form>
      )}
    </>
  );
}
