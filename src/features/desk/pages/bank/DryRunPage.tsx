import { Ltr } from '#ui/Bdi.tsx';
import { Crumbs } from '#ui/Crumbs.tsx';
import { Facts } from '#ui/Facts.tsx';
import { Form, SubmitButton } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { Table } from '#ui/Table.tsx';
import type { ImportedItem, ReadFormat, RefusedItem } from '../../../exchange/index.ts';
import { topicTitle } from '../../bank-words.ts';
import { placeText, reasonText } from '../../exchange-words.ts';
import { PageHead } from '../RecordWords.tsx';
import { ItemPreview, OwnText } from './BankWords.tsx';
import type { ExchangeProps, ImportView } from './ImportPage.tsx';

export type DryRunView = {
  readonly id: string;
  readonly fileName: string;
  readonly format: ReadFormat;
  readonly taken: number;
  /** How many of them the bank has already. */
  readonly known: number;
  /** The questions of this page, and which page it is, from 1; `known`: the number of the same one in the bank. */
  readonly items: readonly (ImportedItem & { readonly known: number | undefined })[];
  readonly page: number;
  readonly pages: number;
  readonly refusals: readonly RefusedItem[];
  readonly topics: ImportView['topics'];
  /** Why the import was not carried out, in words. */
  readonly refused: string | null;
};

type Props = ExchangeProps & { readonly view: DryRunView };

/** What a file holds, before anything of it is kept: every question, taken or refused. */
export function DryRunPage({ view, lang, t, bank, csrf }: Props) {
  const address = `/desk/bank/import/${view.id}`;
  return (
    <>
      <Crumbs
        lang={lang}
        items={[
          { href: '/desk/bank', label: bank('bank.title') },
          { href: '/desk/bank/import', label: t('import.title') },
        ]}
        current={t('dry.title')}
      />
      <PageHead title={t('dry.title')} />
      {view.refused && (
        <Notice tone="danger" role="alert">
          <p>{view.refused}</p>
        </Notice>
      )}
      <Facts
        items={[
          { term: t('dry.file'), value: <OwnText>{view.fileName}</OwnText> },
          { term: t('dry.format'), value: t(`dry.format.${view.format}`) },
        ]}
      />
      <Notice tone={view.refusals.length > 0 ? 'warn' : 'info'}>
        <p>
          <b>{t('dry.counts', { taken: view.taken, refused: view.refusals.length })}</b>
        </p>
        {view.known > 0 && <p>{t('dry.known', { count: view.known })}</p>}
        <p>{t('dry.nothing')}</p>
      </Notice>
      <div class="row">
        {view.taken > 0 && <Confirm view={view} address={address} t={t} csrf={csrf} />}
        <Form action={`${address}/drop`} csrf={csrf} look="inline">
          <SubmitButton tone="quiet">{t('dry.drop')}</SubmitButton>
        </Form>
      </div>
      <Refused view={view} lang={lang} t={t} />
      <Taken view={view} lang={lang} t={t} bank={bank} address={address} />
    </>
  );
}

type ConfirmProps = Pick<Props, 'view' | 't' | 'csrf'> & { readonly address: string };

/** Where the bank has some of them already, the new ones alone are offered first. */
function Confirm({ view, address, t, csrf }: ConfirmProps) {
  const fresh = view.taken - view.known;
  return (
    <Form action={`${address}/confirm`} csrf={csrf} look="inline">
      {view.known === 0 && <SubmitButton>{t('dry.confirm', { count: view.taken })}</SubmitButton>}
      {view.known > 0 && fresh > 0 && (
        <SubmitButton name="only" value="new">
          {t('dry.confirmNew', { count: fresh })}
        </SubmitButton>
      )}
      {view.known > 0 && (
        <SubmitButton name="only" value="all" tone="quiet">
          {t('dry.confirmAll', { count: view.taken })}
        </SubmitButton>
      )}
    </Form>
  );
}

function Refused({ view, lang, t }: Pick<Props, 'view' | 'lang' | 't'>) {
  if (view.refusals.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="refused">
      <h2 id="refused">{t('dry.refused')}</h2>
      <Table
        id="refused-list"
        caption={t('dry.refused')}
        hideCaption
        columns={[{ label: t('dry.where') }, { label: t('dry.question') }, { label: t('dry.reason') }]}
        rows={view.refusals.map(({ place, excerpt, reason }) => [
          <OwnText>{placeText(place, t)}</OwnText>,
          <OwnText>{excerpt || t('dry.noExcerpt')}</OwnText>,
          reasonText(reason, lang),
        ])}
      />
    </section>
  );
}

function Taken({ view, lang, t, bank, address }: Omit<Props, 'csrf'> & { readonly address: string }) {
  if (view.taken === 0) return null;
  return (
    <section class="stack" aria-labelledby="taken">
      <h2 id="taken">{t('dry.taken')}</h2>
      {view.items.map((item, i) => (
        <article class="panel stack" aria-labelledby={`taken-${i}`}>
          <h3 id={`taken-${i}`} class="h4">
            <OwnText>{placeText(item.place, t)}</OwnText>
          </h3>
          <p class="muted">
            {bank(`type.${item.content.type}`)} · {topicTitle(view.topics, item.topic, lang)} ·{' '}
            {bank(`difficulty.${item.difficulty}`)} · {bank('bank.points')}: <Ltr>{item.points}</Ltr>
          </p>
          {item.known !== undefined && (
            <Notice tone="warn">
              <p>
                <a href={`/desk/bank/${item.known}`}>{t('dry.knownAs', { number: item.known })}</a>
              </p>
            </Notice>
          )}
          {item.notes.length > 0 && (
            <Notice tone="warn" title={t('dry.notes')}>
              <ul>
                {item.notes.map((note) => (
                  <li>{reasonText(note, lang)}</li>
                ))}
              </ul>
            </Notice>
          )}
          <ItemPreview
            content={item.content}
            t={bank}
            suffix={`${i}`}
            picture={(file) => `${address}/pictures/${file}`}
          />
          <Explanation item={item} bank={bank} />
        </article>
      ))}
      <Pagination lang={lang} page={view.page} pages={view.pages} href={(page) => `${address}?page=${page}#taken`} />
    </section>
  );
}

function Explanation({ item, bank }: { readonly item: ImportedItem; readonly bank: Props['bank'] }) {
  const texts = Object.values(item.content.explanation ?? {}).filter(Boolean);
  if (texts.length === 0) return null;
  return (
    <div>
      <b>{bank('item.explanation')}:</b>
      {texts.map((text) => (
        <p>
          <OwnText>{text}</OwnText>
        </p>
      ))}
    </div>
  );
}
