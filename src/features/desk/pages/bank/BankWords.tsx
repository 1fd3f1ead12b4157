import type { Lang } from '#kernel/lang.ts';
import type { ItemContent } from '#procedure/placement/items.ts';
import { Notice } from '#ui/Notice.tsx';
import { Tag, type TagTone } from '#ui/Tag.tsx';
import type { ItemState } from '../../../exams/index.ts';
import { asAsked, PaperQuestion } from '../../../placement/index.ts';
import type { BankTranslate } from '../../bank-messages.ts';
import { keyWords } from '../../bank-words.ts';

/** What every page for authors is given besides its view. */
export type BankProps = { readonly lang: Lang; readonly t: BankTranslate };

const TONES: Readonly<Record<ItemState, TagTone>> = { draft: 'warn', approved: 'ok', retired: 'quiet' };

export function ItemStateTag({ state, t }: { state: ItemState; t: BankTranslate }) {
  return <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>;
}

/** A text whose direction is that of its own letters. */
export function OwnText({ children }: { children?: string | undefined }) {
  return <bdi class="item-text">{children}</bdi>;
}

export const pictureAddress = (file: string): string => `/desk/bank/pictures/${file}`;

const LANGS = ['ar', 'en'] as const;

type PreviewProps = {
  readonly content: ItemContent;
  readonly t: BankTranslate;
  /** Keeps the ids of a second preview on a page apart. */
  readonly suffix?: string | undefined;
  /** Where its pictures lie; in the bank unless told. */
  readonly picture?: ((file: string) => string) | undefined;
};

/** An item as the exam shows it, in each language in its own direction, with its key underneath. */
export function ItemPreview({ content, t, suffix = 'here', picture = pictureAddress }: PreviewProps) {
  return (
    <>
      {LANGS.map((lang) => (
        <section aria-label={t(`item.lang.${lang}`)}>
          <h3>{t(`item.lang.${lang}`)}</h3>
          {(content.question[lang] ?? '') === '' ? (
            <p class="muted">{t('item.notWritten')}</p>
          ) : (
            <InOneLanguage content={content} suffix={suffix} picture={picture} lang={lang} t={t} />
          )}
        </section>
      ))}
    </>
  );
}

type InLanguage = BankProps & {
  readonly content: ItemContent;
  readonly suffix: string;
  readonly picture: (file: string) => string;
};

function InOneLanguage({ content, suffix, picture, lang, t }: InLanguage) {
  const id = `preview-${suffix}-${lang}`;
  const item = { id, version: 0, type: content.type, topic: '', difficulty: 1, points: 1, content } as const;
  const [question] = asAsked([item], [], { seed: 'preview', lang, version: { shuffleOptions: false } });
  const key = keyWords(content, lang, t);
  return (
    <>
      {question && <PaperQuestion question={question} lang={lang} picture={picture} />}
      <p class="mt-2">
        <b>{t('item.key')}: </b>
        {key.length === 0 && <span class="muted">{t('item.key.none')}</span>}
      </p>
      {key.length > 0 && (
        <ul>
          {key.map((words) => (
            <li>
              <OwnText>{words}</OwnText>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What an item still lacks. */
export function ProblemList({ title, problems }: { title: string; problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="warn" title={title}>
      <ul>
        {problems.map((words) => (
          <li>{words}</li>
        ))}
      </ul>
    </Notice>
  );
}
