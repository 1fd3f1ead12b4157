import { LANGS, type Lang } from '#kernel/lang.ts';
import type { LocalText } from '#procedure/placement/items.ts';
import type { Found, Plain } from './flow.ts';
import { imgOf } from './html.ts';
import { READ_LIMITS, Unreadable } from './model.ts';
import { tidy } from './text.ts';

/** A text as it stood in a file: one for every language, or one for each that it was marked with. */
export type Written =
  | { readonly kind: 'shared'; readonly text: Plain }
  | {
      readonly kind: 'marked';
      readonly texts: { readonly [L in Lang]?: Plain };
      /** Languages that are not ours; their texts are left behind. */
      readonly foreign: readonly string[];
    };

const MARK = /\{\s*mlang(?:\s+([\w,\s-]{1,80}))?\s*\}|<span\b([^<>]*)>|<\/span\s*>/gi;

/** Pictures in the text itself. */
const EMBEDDED = /data:image\/[\w.+-]{1,40};base64,[\w+/=]*/g;

type Segment = { readonly langs: readonly string[] | null; readonly source: string };

/**
 * Takes apart a text in several languages, as Moodle's filters mark them: `{mlang ar}…{mlang}{mlang en}…{mlang}`, or
 * `<span lang="ar" class="multilang">…</span>`. What stands outside of the marks belongs to each language; `other`
 * stands for those that have no mark of their own.
 *
 * @param reduce makes plain text of the format that the source is written in
 * @throws Unreadable `question_too_long`
 */
export function readMarked(source: string, reduce: (source: string) => Plain): Written {
  if (source.length > READ_LIMITS.question && source.replace(EMBEDDED, '').length > READ_LIMITS.question) {
    throw new Unreadable('question_too_long');
  }
  const segments = segmentsOf(source);
  const named = new Set(segments.flatMap(({ langs }) => langs ?? []));
  if (named.size === 0) return { kind: 'shared', text: reduce(source) };
  const texts: { [L in Lang]?: Plain } = {};
  for (const lang of LANGS) {
    if (!named.has(lang) && !named.has('other')) continue;
    const mine = named.has(lang) ? lang : 'other';
    const text = reduce(
      segments
        .filter(({ langs }) => langs === null || langs.includes(mine))
        .map((segment) => segment.source)
        .join(''),
    );
    if (text.text !== '' || text.pictures.length > 0 || text.lost.length > 0) texts[lang] = text;
  }
  const foreign = [...named].filter((name) => name !== 'other' && !(LANGS as readonly string[]).includes(name));
  return { kind: 'marked', texts, foreign };
}

function segmentsOf(source: string): Segment[] {
  const segments: Segment[] = [];
  let open: { readonly langs: string[]; readonly by: 'mlang' | 'span' } | null = null;
  let spans = 0;
  let from = 0;
  const cut = (to: number, next: number): void => {
    if (to > from) segments.push({ langs: open?.langs ?? null, source: source.slice(from, to) });
    from = next;
  };
  for (const mark of source.matchAll(MARK)) {
    const [whole, names, attributes] = mark;
    const end = mark.index + whole.length;
    if (whole.startsWith('{')) {
      if (open?.by === 'span' || (names === undefined && !open)) continue;
      cut(mark.index, end);
      open = names === undefined ? null : { langs: codesOf(names), by: 'mlang' };
    } else if (attributes !== undefined) {
      const lang: string | undefined = open ? undefined : langOfSpan(attributes);
      if (lang !== undefined) {
        cut(mark.index, end);
        open = { langs: codesOf(lang), by: 'span' };
      } else if (open?.by === 'span') spans += 1;
    } else if (open?.by === 'span') {
      if (spans > 0) spans -= 1;
      else {
        cut(mark.index, end);
        open = null;
      }
    }
  }
  cut(source.length, source.length);
  return segments;
}

/** `ar_jo` and `en-GB` are Arabic and English. */
const codesOf = (names: string): string[] =>
  names
    .toLowerCase()
    .split(/[\s,]+/)
    .map((name) => (name === 'other' ? name : (name.split(/[-_]/)[0] ?? '')))
    .filter((name) => name !== '');

function langOfSpan(attributes: string): string | undefined {
  if (!/\bclass\s*=\s*["']?[^"'>]*\bmultilang\b/i.test(attributes)) return undefined;
  return /\blang\s*=\s*["']?([\w-]{1,20})/i.exec(attributes)?.[1];
}

/** Would `readMarked` take something in this plain text for a mark of language? */
export const looksMarked = (text: string): boolean => text.search(MARK) >= 0;

/** A text without marks and markup. */
export const sharedText = (text: string): Written => ({ kind: 'shared', text: plainText(text) });

/** A text as it stands, no markup in it. */
export const plainText = (text: string): Plain => ({ text: tidy(text), pictures: [], lost: [] });

/** A text that a file gives in each language by itself. */
export function textsByLang(texts: LocalText): Written {
  const plain: { [L in Lang]?: Plain } = {};
  for (const lang of LANGS) {
    const text = tidy(texts[lang] ?? '');
    if (text !== '') plain[lang] = plainText(text);
  }
  return { kind: 'marked', texts: plain, foreign: [] };
}

/** Texts in one language as they are, in several each in its mark of Moodle's `mlang` filter. */
export function writeMarked(
  texts: LocalText,
  marked: boolean,
  write: (text: string) => string,
  picture?: { readonly src: string; readonly alt: LocalText } | undefined,
): string {
  const langs = LANGS.filter((lang) => texts[lang] || picture?.alt[lang]);
  const one = (lang: Lang): string => {
    const text = write(texts[lang] ?? '');
    if (!picture) return text;
    const img = imgOf({ src: picture.src, alt: tidy(picture.alt[lang] ?? '') });
    return text === '' ? img : `${text} ${img}`;
  };
  if (picture && langs.length === 0) return imgOf({ src: picture.src, alt: '' });
  if (!marked) return langs.map(one).join('');
  return langs.map((lang) => `{mlang ${lang}}${one(lang)}{mlang}`).join('');
}

/** Pictures of a text with their words in each language; the same picture is told once. */
export function picturesOf(
  written: Written,
  langs: readonly Lang[],
): { readonly src: string; readonly alt: LocalText }[] {
  const found = new Map<string, { [L in Lang]?: string }>();
  const add = (lang: Lang, { src, alt }: Found): void => {
    const alts = found.get(src) ?? {};
    if (alt !== '') alts[lang] ??= alt;
    found.set(src, alts);
  };
  for (const lang of langs) {
    const plain = written.kind === 'shared' ? written.text : written.texts[lang];
    for (const picture of plain?.pictures ?? []) add(lang, picture);
  }
  return [...found].map(([src, alt]) => ({ src, alt }));
}

/** The texts in the languages of the item; a text without marks is meant in all of them. */
export function localText(written: Written, langs: readonly Lang[]): LocalText {
  const texts: { [L in Lang]?: string } = {};
  for (const lang of langs) {
    const text = written.kind === 'shared' ? written.text.text : written.texts[lang]?.text;
    if (text) texts[lang] = text;
  }
  return texts;
}
