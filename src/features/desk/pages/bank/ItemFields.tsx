import type { Child } from 'hono/jsx';
import type { Bilingual, Lang } from '#kernel/lang.ts';
import type { PictureTyped } from '../../bank-form.ts';
import type { BankTranslate } from '../../bank-messages.ts';
import { pictureAddress } from './BankWords.tsx';

/** What the parts of the form share. */
export type FieldsProps = { readonly errors: Readonly<Record<string, string>>; readonly t: BankTranslate };

type LangTextProps = FieldsProps & {
  readonly name: string;
  readonly lang: Lang;
  readonly label: Child;
  readonly value: string;
  readonly hint?: Child;
  /** Lines; one makes a single line. */
  readonly rows: number;
};

/** A text in one language, written in the direction of that language. */
function LangText({ name, lang, label, value, hint, rows, errors }: LangTextProps) {
  const error = errors[name];
  const own = {
    id: name,
    name,
    lang,
    dir: lang === 'ar' ? 'rtl' : 'ltr',
    class: 'input',
    'aria-describedby': [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  } as const;
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <label class="label" for={name}>
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${name}-error`} class="field-error">
          {error}
        </p>
      )}
      {rows === 1 ? (
        <input type="text" value={value} autocomplete="off" {...own} />
      ) : (
        <textarea rows={rows} {...own}>
          {value}
        </textarea>
      )}
    </div>
  );
}

type TwoTextsProps = FieldsProps & {
  /** Put before the language: `question` makes `question-ar` and `question-en`. */
  readonly name: (lang: Lang) => string;
  readonly what: string;
  readonly value: Bilingual;
  readonly hint?: Child;
  readonly rows?: number | undefined;
};

/** One text in both languages, side by side where there is room. */
export function TwoTexts({ name, what, value, hint, rows = 1, errors, t }: TwoTextsProps) {
  return (
    <div class="two-langs">
      {(['ar', 'en'] as const).map((lang) => (
        <LangText
          name={name(lang)}
          lang={lang}
          label={t(lang === 'ar' ? 'edit.inAr' : 'edit.inEn', { what })}
          value={value[lang]}
          hint={hint}
          rows={rows}
          errors={errors}
          t={t}
        />
      ))}
    </div>
  );
}

type FormButtonProps = {
  /** What the button does besides sending the form; see `changed`. */
  readonly act: string;
  /** Where on the page to go on. */
  readonly anchor: string;
  readonly label?: string | undefined;
  readonly tone?: 'quiet' | 'danger' | undefined;
  readonly children?: Child;
};

/** A button that sends the whole form and brings it back changed: nothing typed is lost, no script is needed. */
export function FormButton({ act, anchor, label, tone = 'quiet', children }: FormButtonProps) {
  return (
    <button
      type="submit"
      name="do"
      value={act}
      formaction={`#${anchor}`}
      aria-label={label}
      class={`btn btn-small btn-${tone}`}
    >
      {children}
    </button>
  );
}

type PictureFieldsProps = FieldsProps & {
  readonly name: string;
  readonly picture: PictureTyped;
  /** The button that takes the picture away. */
  readonly drop: string;
  readonly anchor: string;
};

/** A picture: the one that is kept, or a file to choose, and what it shows in both languages. */
export function PictureFields({ name, picture, drop, anchor, errors, t }: PictureFieldsProps) {
  const fileName = `${name}-file`;
  const error = errors[fileName];
  return (
    <>
      {picture.file !== '' && (
        <div>
          <img class="item-picture" src={pictureAddress(picture.file)} alt={picture.ar || picture.en} />
          <input type="hidden" name={name} value={picture.file} />
          <p class="mt-2">
            <FormButton act={drop} anchor={anchor}>
              {t('edit.picture.drop')}
            </FormButton>
          </p>
        </div>
      )}
      <div class={error ? 'field has-error' : 'field'}>
        <label class="label" for={fileName}>
          {t('edit.picture.file')}
        </label>
        <p class="hint" id={`${fileName}-hint`}>
          {t('edit.picture.hint')}
        </p>
        {error && (
          <p id={`${fileName}-error`} class="field-error">
            {error}
          </p>
        )}
        <input
          class="input"
          type="file"
          id={fileName}
          name={fileName}
          accept=".jpg,.jpeg,.png,.gif,.webp"
          aria-describedby={error ? `${fileName}-hint ${fileName}-error` : `${fileName}-hint`}
          aria-invalid={error ? 'true' : undefined}
        />
      </div>
      <TwoTexts
        name={(lang) => `${name}-${lang}`}
        what={t('edit.picture.alt')}
        value={picture}
        hint={t('edit.picture.alt.hint')}
        errors={errors}
        t={t}
      />
    </>
  );
}
