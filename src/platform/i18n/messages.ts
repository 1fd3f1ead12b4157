import { IntlMessageFormat } from 'intl-messageformat';
import type { Bilingual, Lang } from '#kernel/lang.ts';

/** The texts of one place: key to both languages, each an ICU message. */
export type Messages = Readonly<Record<string, Bilingual>>;

/** Values for the placeholders of a message. Dates and money are formatted before, by `format.ts`. */
export type MessageArgs = Readonly<Record<string, string | number>>;

/** Words a key of `M` in one language; an unknown key does not compile. */
export type Translate<M extends Messages> = (key: keyof M & string, args?: MessageArgs) => string;

/** Locales with European digits and the month names used in Jordan; plain `ar` and `en-JO` have neither. */
export const LOCALES = { ar: 'ar-JO-u-nu-latn', en: 'en-GB' } as const satisfies Record<Lang, string>;

type TranslateAny = (key: string, args?: MessageArgs) => string;

const translators = new WeakMap<Messages, Map<Lang, TranslateAny>>();

/**
 * The texts of `messages` in one language. Each message is parsed once, at its first use, and kept as long as the
 * `messages` object lives: define that object in a module, not in a request.
 *
 * @returns a function that throws on an unknown key and on a missing argument
 */
export function translator<M extends Messages>(messages: M, lang: Lang): Translate<M> {
  const perLang = translators.get(messages) ?? new Map<Lang, TranslateAny>();
  translators.set(messages, perLang);
  const known = perLang.get(lang);
  if (known) return known;
  const made = makeTranslator(messages, lang);
  perLang.set(lang, made);
  return made;
}

function makeTranslator(messages: Messages, lang: Lang): TranslateAny {
  const parsed = new Map<string, IntlMessageFormat>();
  return (key, args) => {
    let message = parsed.get(key);
    if (!message) {
      const entry = messages[key];
      if (!entry) throw new Error(`unknown message: ${key}`);
      message = new IntlMessageFormat(entry[lang], LOCALES[lang], undefined, { ignoreTag: true });
      parsed.set(key, message);
    }
    return String(message.format(args));
  };
}
