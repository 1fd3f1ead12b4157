import type { Bilingual } from '#kernel/lang.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import { DIFFICULTIES, ITEM_TYPES, type ItemContent } from '#procedure/placement/items.ts';
import { Crumbs } from '#ui/Crumbs.tsx';
import { Form, SelectField, SubmitButton, TextField } from '#ui/Form.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { ItemTyped } from '../../bank-form.ts';
import { Mistakes, PageHead } from '../RecordWords.tsx';
import { type BankProps, ItemPreview, ProblemList } from './BankWords.tsx';
import { PictureFields, TwoTexts } from './ItemFields.tsx';
import { ItemParts } from './ItemParts.tsx';

/** Why what was typed is not saved: somebody else was first. */
export type Conflict =
  | { readonly kind: 'changed'; readonly by: string; readonly at: Date; readonly now: ItemContent }
  | { readonly kind: 'retired' };

export type ItemFormView = {
  /** Null for a new item. */
  readonly number: number | null;
  readonly revision: number;
  readonly typed: ItemTyped;
  readonly content: ItemContent;
  readonly topics: ReadonlyMap<string, Bilingual>;
  readonly errors: Readonly<Record<string, string>>;
  /** What is missing before it can be approved, in words. */
  readonly problems: readonly string[];
  /** The latest wording is approved: saving makes another version. */
  readonly approved: boolean;
  readonly conflict: Conflict | null;
};

type Props = BankProps & { readonly view: ItemFormView; readonly csrf: string };

/** The form of an item with its preview. Every button sends the whole form, so that it works without a script. */
export function ItemFormPage({ view, csrf, lang, t }: Props) {
  const { number, typed, errors } = view;
  const title =
    number === null ? t('edit.new', { type: t(`type.${typed.type}`) }) : t('edit.title', { number: String(number) });
  const address = number === null ? '/desk/bank/new' : `/desk/bank/${number}/edit`;
  return (
    <>
      <Crumbs
        lang={lang}
        items={[
          { href: '/desk/bank', label: t('bank.title') },
          ...(number === null
            ? []
            : [{ href: `/desk/bank/${number}`, label: t('item.title', { number: String(number) }) }]),
        ]}
        current={title}
      />
      <PageHead title={title} />
      <Mistakes errors={errors} lang={lang} />
      <ConflictNotice view={view} lang={lang} t={t} />
      {view.approved && <Notice tone="info">{t('edit.newVersion')}</Notice>}
      <div class="desk-cols edit-cols">
        <Form action={address} csrf={csrf} multipart data={{ 'data-preview': 'item-preview' }}>
          {/* What Enter in a text field presses: the first button of the form. */}
          <button type="submit" name="do" value="preview" hidden />
          <input type="hidden" name="type" value={typed.type} />
          <input type="hidden" name="revision" value={view.revision} />
          <TwoTexts
            name={(l) => `question-${l}`}
            what={t('edit.question')}
            value={typed.question}
            rows={4}
            errors={errors}
            t={t}
          />
          <PictureOfQuestion view={view} lang={lang} t={t} />
          <ItemParts typed={typed} errors={errors} t={t} />
          <About view={view} lang={lang} t={t} />
          <TwoTexts
            name={(l) => `explanation-${l}`}
            what={t('edit.explanation')}
            hint={t('edit.explanation.hint')}
            value={typed.explanation}
            rows={3}
            errors={errors}
            t={t}
          />
          <div class="row">
            <SubmitButton name="do" value="save">
              {t('edit.save')}
            </SubmitButton>
            <button type="submit" name="do" value="preview" formaction="#item-preview" class="btn btn-quiet">
              {t('edit.preview')}
            </button>
          </div>
        </Form>
        <aside id="item-preview" class="panel" aria-labelledby="preview-title">
          <h2 id="preview-title">{t('edit.preview.title')}</h2>
          <p class="muted">{t('edit.preview.text')}</p>
          <ProblemList title={t('edit.stillMissing')} problems={view.problems} />
          <ItemPreview content={view.content} t={t} />
        </aside>
      </div>
    </>
  );
}

function ConflictNotice({ view, lang, t }: BankProps & { view: ItemFormView }) {
  const { conflict } = view;
  if (!conflict) return null;
  if (conflict.kind === 'retired') {
    return (
      <Notice tone="danger" role="alert">
        <p>{t('edit.conflict.retired')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="danger" role="alert" title={t('edit.conflict.title')}>
      <p>{t('edit.conflict.text', { by: conflict.by, at: formatDateTime(conflict.at, lang) })}</p>
      <details class="details">
        <summary>{t('edit.conflict.now')}</summary>
        <div class="stack">
          <ItemPreview content={conflict.now} t={t} suffix="now" />
        </div>
      </details>
    </Notice>
  );
}

function PictureOfQuestion({ view, t }: BankProps & { view: ItemFormView }) {
  const { typed, errors } = view;
  return (
    <details
      id="picture-of-question"
      class="details"
      open={typed.picture.file !== '' || errors['picture-file'] !== undefined}
    >
      <summary>{t('edit.picture')}</summary>
      <div class="stack">
        <PictureFields
          name="picture"
          picture={typed.picture}
          drop="drop-picture"
          anchor="picture-of-question"
          errors={errors}
          t={t}
        />
      </div>
    </details>
  );
}

function About({ view, lang, t }: BankProps & { view: ItemFormView }) {
  const { typed, errors, topics } = view;
  return (
    <section class="stack" aria-labelledby="about-title">
      <h2 id="about-title" class="h3">
        {t('edit.about')}
      </h2>
      <SelectField
        name="topic"
        label={t('edit.topic')}
        error={errors['topic']}
        value={typed.topic}
        empty={t('edit.topic.choose')}
        options={[...topics].map(([value, words]) => ({ value, label: words[lang] }))}
      />
      <TwoTexts name={(l) => `newTopic-${l}`} what={t('edit.newTopic')} value={typed.newTopic} errors={errors} t={t} />
      <div class="two-langs">
        <SelectField
          name="difficulty"
          label={t('bank.difficulty')}
          error={errors['difficulty']}
          value={typed.difficulty}
          options={DIFFICULTIES.map((value) => ({ value: String(value), label: t(`difficulty.${value}`) }))}
        />
        <TextField
          name="points"
          label={t('edit.points')}
          error={errors['points']}
          value={typed.points}
          inputMode="numeric"
          dir="ltr"
          width="short"
        />
      </div>
    </section>
  );
}

/** Which kind of item a new one is. */
export function ItemTypePage({ lang, t }: BankProps) {
  return (
    <>
      <Crumbs lang={lang} items={[{ href: '/desk/bank', label: t('bank.title') }]} current={t('bank.new')} />
      <PageHead title={t('bank.new.choose')} />
      <ul class="tiles">
        {ITEM_TYPES.map((type) => (
          <li>
            <a class="card tile" href={`/desk/bank/new?type=${type}`}>
              {t(`type.${type}`)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
