import type { Bilingual } from '#kernel/lang.ts';
import { Ltr } from '#ui/Bdi.tsx';
import { Facts } from '#ui/Facts.tsx';
import { ButtonLink, Form, SubmitButton } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Table } from '#ui/Table.tsx';
import type { BankItem, ItemUse, WordingRow } from '../../../exams/index.ts';
import { readable, topicTitle } from '../../bank-words.ts';
import { At, PageHead, Part } from '../RecordWords.tsx';
import { type BankProps, ItemPreview, ItemStateTag, OwnText, ProblemList } from './BankWords.tsx';

export type ItemView = BankItem & {
  readonly versions: readonly WordingRow[];
  readonly uses: readonly ItemUse[];
  readonly topics: ReadonlyMap<string, Bilingual>;
  /** What it lacks before it can be approved, in words. */
  readonly problems: readonly string[];
  /** Who reads the page wrote the draft, and somebody else must approve it. */
  readonly isOwn: boolean;
  readonly mayEdit: boolean;
  /** An act that was refused, in words. */
  readonly refused: string | null;
};

type Props = BankProps & { readonly view: ItemView; readonly csrf: string };

export function ItemPage({ view, csrf, lang, t }: Props) {
  const { item, wording, mayEdit } = view;
  const address = `/desk/bank/${item.number}`;
  return (
    <>
      <PageHead title={t('item.title', { number: String(item.number) })}>
        {mayEdit && item.state !== 'retired' && <ButtonLink href={`${address}/edit`}>{t('item.edit')}</ButtonLink>}
        {mayEdit && (
          <Form action={`${address}/duplicate`} csrf={csrf} look="inline">
            <SubmitButton tone="quiet">{t('item.duplicate')}</SubmitButton>
          </Form>
        )}
      </PageHead>
      {view.refused && (
        <Notice tone="danger" role="alert">
          <p>{view.refused}</p>
        </Notice>
      )}
      <div class="desk-cols">
        <div class="stack">
          <section class="panel" aria-labelledby="item-preview">
            <h2 id="item-preview" class="h3">
              {t('edit.preview.title')}
            </h2>
            <ItemPreview content={wording.content} t={t} />
          </section>
          <Explanation wording={wording} lang={lang} t={t} />
        </div>
        <div class="stack">
          <ItemFacts view={view} lang={lang} t={t} />
          {mayEdit && <Review view={view} csrf={csrf} lang={lang} t={t} />}
          {mayEdit && <Retirement view={view} csrf={csrf} lang={lang} t={t} />}
        </div>
      </div>
      <Versions view={view} lang={lang} t={t} />
    </>
  );
}

function Explanation({ wording, lang, t }: BankProps & { wording: WordingRow }) {
  const text = readable(wording.content.explanation, lang);
  if (text === '') return null;
  return (
    <section class="panel" aria-labelledby="item-explanation">
      <h2 id="item-explanation" class="h3">
        {t('item.explanation')}
      </h2>
      <p>
        <OwnText>{text}</OwnText>
      </p>
    </section>
  );
}

function ItemFacts({ view, lang, t }: BankProps & { view: ItemView }) {
  const { item, wording, topics, uses } = view;
  return (
    <div class="card">
      <Facts
        items={[
          { term: t('bank.state'), value: <ItemStateTag state={item.state} t={t} /> },
          { term: t('bank.version'), value: <Ltr>{wording.version}</Ltr> },
          { term: t('bank.type'), value: t(`type.${wording.type}`) },
          { term: t('bank.topic'), value: <OwnText>{topicTitle(topics, wording.topic, lang)}</OwnText> },
          { term: t('bank.difficulty'), value: t(`difficulty.${wording.difficulty}`) },
          { term: t('bank.points'), value: <Ltr>{wording.points}</Ltr> },
          { term: t('bank.author'), value: <bdi>{wording.author}</bdi> },
          { term: t('bank.reviewer'), value: wording.reviewer ? <bdi>{wording.reviewer}</bdi> : '–' },
          { term: t('bank.changed'), value: <At at={item.changedAt} lang={lang} /> },
          { term: t('item.uses'), value: <Uses uses={uses} lang={lang} t={t} /> },
        ]}
      />
    </div>
  );
}

function Uses({ uses, lang, t }: BankProps & { uses: readonly ItemUse[] }) {
  if (uses.length === 0) return <>{t('item.uses.none')}</>;
  return (
    <ul>
      {uses.map(({ exam, published }) => {
        const title = lang === 'ar' ? exam.titleAr : exam.titleEn;
        return (
          <li>
            <a href={`/desk/exams/${exam.id}`}>{published ? title : t('item.uses.next', { exam: title })}</a>
          </li>
        );
      })}
    </ul>
  );
}

function Review({ view, csrf, t }: Props) {
  const { item, wording, problems, isOwn } = view;
  if (item.state !== 'draft' || wording.reviewedAt !== null) return null;
  return (
    <section class="panel" aria-labelledby="item-review">
      <h2 id="item-review" class="h3">
        {t('item.approve.title')}
      </h2>
      <ProblemList title={t('item.approve.problems')} problems={problems} />
      {isOwn && <p>{t('item.approve.own')}</p>}
      {!isOwn && problems.length === 0 && (
        <>
          <p>{t('item.approve.text')}</p>
          <Form action={`/desk/bank/${item.number}/approve`} csrf={csrf}>
            <input type="hidden" name="revision" value={item.revision} />
            <div>
              <SubmitButton>{t('item.approve')}</SubmitButton>
            </div>
          </Form>
        </>
      )}
    </section>
  );
}

function Retirement({ view, csrf, t }: Props) {
  const { item } = view;
  if (item.state === 'retired') {
    return (
      <Form action={`/desk/bank/${item.number}/bring-back`} csrf={csrf}>
        <div>
          <SubmitButton>{t('item.bringBack')}</SubmitButton>
        </div>
      </Form>
    );
  }
  return (
    <details class="details">
      <summary>{t('item.retire.title')}</summary>
      <div>
        <p>{t('item.retire.text')}</p>
        <Form action={`/desk/bank/${item.number}/retire`} csrf={csrf}>
          <div>
            <SubmitButton tone="danger">{t('item.retire')}</SubmitButton>
          </div>
        </Form>
      </div>
    </details>
  );
}

function Versions({ view, lang, t }: BankProps & { view: ItemView }) {
  const { item, versions } = view;
  return (
    <Part title={t('item.versions')}>
      <Table
        id="versions"
        caption={t('item.versions')}
        hideCaption
        columns={[
          { label: t('bank.version') },
          { label: t('bank.author') },
          { label: t('item.versions.at') },
          { label: t('bank.reviewer') },
          { label: t('item.versions.reviewedAt') },
          { label: t('item.compare') },
        ]}
        rows={versions.map((row) => [
          t('bank.versionNumber', { version: String(row.version) }),
          <bdi>{row.author}</bdi>,
          <At at={row.createdAt} lang={lang} />,
          row.reviewer ? <bdi>{row.reviewer}</bdi> : '–',
          <At at={row.reviewedAt} lang={lang} />,
          row.version > 1 ? (
            <a href={`/desk/bank/${item.number}/compare?from=${row.version - 1}&to=${row.version}`}>
              {t('item.compare.link', { before: String(row.version - 1) })}
            </a>
          ) : (
            '–'
          ),
        ])}
      />
    </Part>
  );
}
