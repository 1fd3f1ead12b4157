import type { Bilingual, Lang } from '#kernel/lang.ts';
import { DIFFICULTIES } from '#procedure/placement/items.ts';
import { Crumbs } from '#ui/Crumbs.tsx';
import { FileField, Form, SelectField, SubmitButton, TextField } from '#ui/Form.tsx';
import type { BankTranslate } from '../../bank-messages.ts';
import type { ExchangeTranslate } from '../../exchange-messages.ts';
import { Mistakes, PageHead } from '../RecordWords.tsx';

/** Fields of the form that come back as they were typed; a file has to be chosen again. */
export const IMPORT_FIELDS = ['lang', 'topic', 'newTopic', 'difficulty', 'points'] as const;
export type ImportTyped = Readonly<Record<(typeof IMPORT_FIELDS)[number], string>>;

/** Example sheets, by the last part of their addresses. */
export const EXAMPLES = ['xlsx-ar', 'csv-ar', 'xlsx-en', 'csv-en'] as const;

export type ImportView = {
  readonly typed: ImportTyped;
  readonly topics: ReadonlyMap<string, Bilingual>;
  readonly errors: Readonly<Record<string, string>>;
  /** The largest file, in megabytes. */
  readonly most: number;
};

/** What the pages of import and export are given besides their views. */
export type ExchangeProps = {
  readonly lang: Lang;
  readonly t: ExchangeTranslate;
  readonly bank: BankTranslate;
  readonly csrf: string;
};

const LANGS = ['ar', 'en'] as const;
const ACCEPT = '.txt,.gift,.xml,.zip,.xlsx,.csv';

/** The form that a file of questions is sent with. */
export function ImportPage({ view, lang, t, bank, csrf }: ExchangeProps & { readonly view: ImportView }) {
  const { typed, errors, most } = view;
  return (
    <>
      <Crumbs lang={lang} items={[{ href: '/desk/bank', label: bank('bank.title') }]} current={t('import.title')} />
      <PageHead title={t('import.title')} />
      <Mistakes errors={errors} lang={lang} />
      <p>{t('import.lead')}</p>
      <div class="desk-cols">
        <Form action="/desk/bank/import" csrf={csrf} multipart>
          <FileField
            name="file"
            label={t('import.file')}
            hint={`${t('import.formats')} ${t('import.file.hint', { most })}.`}
            error={errors['file']}
            accept={ACCEPT}
            required
            tooLarge={{ bytes: most * 1024 * 1024, text: t('import.file.tooLarge', { most }) }}
          />
          <SelectField
            name="lang"
            label={t('import.lang')}
            hint={t('import.lang.hint')}
            error={errors['lang']}
            value={typed.lang}
            options={LANGS.map((value) => ({ value, label: t(`import.lang.${value}`) }))}
          />
          <SelectField
            name="topic"
            label={t('import.topic')}
            hint={t('import.topic.hint')}
            error={errors['topic']}
            value={typed.topic}
            empty="–"
            options={[...view.topics].map(([value, title]) => ({ value, label: title[lang] }))}
          />
          <TextField
            name="newTopic"
            label={t('import.topic.new')}
            hint={t('import.topic.newHint')}
            error={errors['newTopic']}
            value={typed.newTopic}
            maxLength={100}
            dir="auto"
          />
          <SelectField
            name="difficulty"
            label={t('import.difficulty')}
            error={errors['difficulty']}
            value={typed.difficulty}
            width="medium"
            options={DIFFICULTIES.map((d) => ({ value: String(d), label: bank(`difficulty.${d}`) }))}
          />
          <TextField
            name="points"
            label={t('import.points')}
            error={errors['points']}
            value={typed.points}
            inputMode="numeric"
            width="short"
            dir="ltr"
          />
          <div>
            <SubmitButton>{t('import.read')}</SubmitButton>
          </div>
        </Form>
        <section class="panel stack" aria-labelledby="import-example">
          <h2 id="import-example" class="h3">
            {t('import.example.title')}
          </h2>
          <p>{t('import.example.text')}</p>
          <ul>
            {EXAMPLES.map((one) => (
              <li>
                <a href={`/desk/bank/import/examples/${one}`}>{t(`import.example.${one}`)}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
