import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { LANGS, type Lang } from '#kernel/lang.ts';
import { foldAnswer } from '#procedure/placement/answer-text.ts';
import type { AcceptedNumber, Choice, ItemContent, Labelled, LocalText, Picture } from '#procedure/placement/items.ts';
import type { ExchangeItem, ReadOptions } from './model.ts';
import { decimalText } from './numbers.ts';
import { tidy } from './text.ts';

const PIXELS = [
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
].map((base64) => new Uint8Array(Buffer.from(base64, 'base64')));

/** Two whole pictures, by their keys. */
export const PICTURES: ReadonlyMap<string, Uint8Array> = new Map(
  PIXELS.map((bytes) => [createHash('sha256').update(bytes).digest('hex'), bytes]),
);

export const OPTIONS: ReadOptions = { lang: 'ar', topic: 'عام', difficulty: 2, points: 1 };

/** What every format means something by, in one of them. */
const SIGNS = [
  ...'~=#{}:\\%[]<>&"\'*|$@;,-_/!',
  ...[
    '\n',
    '\n\n',
    '  ',
    ' ',
    '->',
    '####',
    '::',
    '//',
    '\\n',
    '\\*',
    '%50%',
    '%100%',
    '[html]',
    '[plain]',
    'T',
    'TRUE',
  ],
  ...['{mlang ar}', '{mlang}', '{mlang en}', '<span lang="ar" class="multilang">', '</span>', '<b>', '<br>', '<!--'],
  ...[
    '&amp;',
    '&nbsp;',
    '&#123;',
    '&lt',
    ']]>',
    '<![CDATA[',
    '<?xml',
    '$CATEGORY: x',
    'ANSWER: A',
    '@@PLUGINFILE@@/',
    '..',
  ],
  ...['_____', '**', '`', '•', '²', 'ﷺ', '\u200F', '\u200D', '👨‍👩‍👧', 'é', 'e\u0301'],
];
const WORDS = ['عمان', 'السَّيّارة', 'إشارة المرور', 'أولوية', 'ؤئءة', '٣٫١٤', '١٢', 'Amman', 'road', '42'];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) },
);

/** A text as the bank keeps it, made of words and of all that means something in a format. */
const text = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((parts) => tidy(parts.join('')))
  .filter((t) => t !== '');

const looks = (t: string): string => t.normalize('NFC').replace(/\s+/gu, ' ').trim();
const someLangs: fc.Arbitrary<readonly Lang[]> = fc.constantFrom<Lang[]>(['ar'], ['en'], ['ar', 'en'], ['ar', 'en']);

const localText = (langs: readonly Lang[]): fc.Arbitrary<LocalText> =>
  fc.record(Object.fromEntries(langs.map((lang) => [lang, text])) as Record<Lang, fc.Arbitrary<string>>);

/** Texts of which no two look alike in any language. */
const localTexts = (langs: readonly Lang[], minLength: number, maxLength: number): fc.Arbitrary<LocalText[]> =>
  fc.array(localText(langs), { minLength, maxLength }).filter((texts) =>
    LANGS.every((lang) => {
      const shown = texts.map((t) => looks(t[lang] ?? '')).filter((t) => t !== '');
      return new Set(shown).size === shown.length;
    }),
  );

const picture = (langs: readonly Lang[]): fc.Arbitrary<Picture> =>
  fc.record({ file: fc.constantFrom(...PICTURES.keys()), alt: localText(langs) });

const decimal = fc
  .record({ units: fc.bigInt(-(10n ** 12n), 10n ** 12n), scale: fc.nat(6) })
  .map((number) => decimalText(number));

const numbers: fc.Arbitrary<AcceptedNumber[]> = fc.uniqueArray(
  fc.record({ value: decimal, tolerance: decimal.map((t) => t.replace('-', '')) }),
  { minLength: 1, maxLength: 4, selector: ({ value, tolerance }) => `${value} ${tolerance}` },
);

const labelled = (texts: readonly LocalText[], from = 0): Labelled[] =>
  texts.map((t, i) => ({ id: `x${from + i}`, text: t }));

/** Marks one option, or any number of them, as right. */
const choices = (langs: readonly Lang[], single: boolean, pictures: boolean): fc.Arbitrary<Choice[]> =>
  localTexts(langs, 2, 6).chain((texts) =>
    fc
      .tuple(
        fc.nat(texts.length - 1),
        fc.array(fc.boolean(), { minLength: texts.length, maxLength: texts.length }),
        fc.array(pictures ? fc.option(picture(langs), { nil: undefined, freq: 2 }) : fc.constant(undefined), {
          minLength: texts.length,
          maxLength: texts.length,
        }),
      )
      .map(([right, others, shown]) =>
        texts.map((t, i) => ({
          id: `x${i}`,
          text: t,
          ...(shown[i] ? { picture: shown[i] } : {}),
          correct: i === right || (!single && others[i] === true),
        })),
      ),
  );

function bodies(langs: readonly Lang[], pictures: boolean) {
  return {
    single_choice: choices(langs, true, pictures).map((options) => ({ type: 'single_choice' as const, options })),
    multiple_response: choices(langs, false, pictures).map((options) => ({
      type: 'multiple_response' as const,
      options,
    })),
    true_false: fc.boolean().map((correct) => ({ type: 'true_false' as const, correct })),
    short_answer: fc
      .uniqueArray(
        text.filter((t) => foldAnswer(t) !== '' && t.length <= 100),
        { minLength: 1, maxLength: 4 },
      )
      .map((texts) => ({ type: 'short_answer' as const, accepted: texts.map((t) => ({ text: t })) })),
    numeric: numbers.map((accepted) => ({ type: 'numeric' as const, accepted })),
    matching: fc.tuple(fc.integer({ min: 2, max: 5 }), fc.nat(2)).chain(([pairs, more]) =>
      fc.tuple(localTexts(langs, pairs, pairs), localTexts(langs, pairs + more, pairs + more)).map(([left, right]) => {
        const [lefts, rights] = [labelled(left), labelled(right, 50)];
        return {
          type: 'matching' as const,
          pairs: lefts.map((one, i) => ({ left: one, right: rights[i] ?? one })),
          distractors: rights.slice(pairs),
        };
      }),
    ),
    ordering: localTexts(langs, 3, 6).map((steps) => ({ type: 'ordering' as const, steps: labelled(steps) })),
  };
}

/** Items of every kind, in one language or in both, with texts full of signs. */
export const anItem = ({ pictures }: { readonly pictures: boolean }): fc.Arbitrary<ExchangeItem> =>
  someLangs.chain((langs) => {
    const content = fc
      .tuple(
        fc.oneof(...(Object.values(bodies(langs, pictures)) as fc.Arbitrary<ItemContent>[])),
        localText(langs),
        fc.option(localText(langs), { nil: undefined }),
        pictures ? fc.option(picture(langs), { nil: undefined }) : fc.constant(undefined),
      )
      .map(
        ([body, question, explanation, shown]): ItemContent => ({
          ...body,
          question,
          ...(explanation ? { explanation } : {}),
          ...(shown ? { picture: shown } : {}),
        }),
      );
    return fc.record({
      content,
      topic: fc.constantFrom('عام', 'إشارات / أولويات', 'Road safety', 'a/b // c', 'top', 'x & <y>'),
      difficulty: fc.constantFrom(1 as const, 2 as const, 3 as const),
      points: fc.integer({ min: 1, max: 100 }),
    });
  });

/** The item with its ids told by their order only, for readers draw ids of their own; distractors have no order. */
export function withoutIds(item: ExchangeItem): Pick<ExchangeItem, 'content' | 'topic' | 'difficulty' | 'points'> {
  const ids = new Map<string, string>();
  const content: ItemContent = JSON.parse(
    JSON.stringify(item.content, (key, value) => {
      if (key === 'distractors') return [...value].sort((a, b) => (textKey(a) < textKey(b) ? -1 : 1));
      if (key !== 'id') return value;
      if (!ids.has(value)) ids.set(value, `#${ids.size}`);
      return ids.get(value);
    }),
  );
  return { content, topic: item.topic, difficulty: item.difficulty, points: item.points };
}

const textKey = ({ text }: Labelled): string => JSON.stringify([text.ar, text.en]);
