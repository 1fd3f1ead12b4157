import type { LocalText, Picture } from '#procedure/placement/items.ts';
import { withoutWildcards } from './accepted.ts';
import { shareOf, type Text } from './gift-write.ts';
import { escapeMarkup, htmlOfText } from './html.ts';
import { changed, needsMarks } from './languages.ts';
import { looksMarked, writeMarked } from './marked.ts';
import type { ExchangeItem, Loss, Pictures, ReasonCode } from './model.ts';
import { pathOfTopic, tagsOf } from './tags.ts';
import { tidy } from './text.ts';

type More = { readonly picture?: Picture | undefined; readonly fraction?: string; readonly inner?: string };
type Write = {
  /** An element with a text of HTML, and the file of its picture beside it. */
  readonly html: (name: string, text: LocalText, more?: More) => string;
  /** A text without markup, which can be in both languages all the same. */
  readonly plain: (text: LocalText) => string;
};

/**
 * Writes Moodle XML that Moodle and `readMoodleXml` read: all seven kinds, pictures with the words for who cannot see
 * them, both languages in the marks of Moodle's `mlang` filter, topics as categories, difficulty as a tag.
 *
 * @param pictures the pictures that the items name; one that is missing leaves its item out, reported
 */
export function writeMoodleXml(items: readonly ExchangeItem[], pictures: Pictures): Text {
  const marked = needsMarks(items);
  const losses: Loss[] = [];
  const parts: string[] = [];
  let topic = '';
  for (const [i, item] of items.entries()) {
    const number = i + 1;
    const out = leftOut(item, pictures);
    if (out) {
      losses.push({ number, left: 'out', reason: { code: out } });
      continue;
    }
    losses.push(...changed(item.content, number));
    if (item.topic !== topic) {
      const path = escapeMarkup(pathOfTopic(item.topic));
      parts.push(`  <question type="category">\n    <category><text>${path}</text></category>\n  </question>`);
    }
    topic = item.topic;
    parts.push(questionOf(item, number, writer(marked, pictures)));
  }
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('\n')}\n</quiz>\n`, losses };
}

function leftOut({ content }: ExchangeItem, pictures: Pictures): ReasonCode | undefined {
  const options = 'options' in content ? content.options : [];
  const named = [content.picture, ...options.map((option) => option.picture)];
  if (named.some((picture) => picture && !pictures.has(picture.file))) return 'picture_missing_here';
  if (content.type === 'matching') {
    const rights = [...content.pairs.map((p) => p.right), ...content.distractors];
    if (rights.some(({ text }) => Object.values(text).some(looksMarked))) return 'text_like_mark';
  }
  return undefined;
}

const writer = (marked: boolean, pictures: Pictures): Write => ({
  html(name, text, { picture, fraction, inner = '' } = {}) {
    const src = picture && { src: `@@PLUGINFILE@@/${picture.file}`, alt: picture.alt };
    const html = escapeMarkup(writeMarked(text, marked, htmlOfText, src));
    const bytes = picture && pictures.get(picture.file);
    const file = picture && bytes ? fileOf(picture.file, bytes) : '';
    const weight = fraction === undefined ? '' : ` fraction="${fraction}"`;
    return `<${name}${weight} format="html"><text>${html}</text>${file}${inner}</${name}>`;
  },
  plain: (text) => `<text>${escapeMarkup(writeMarked(text, marked, tidy))}</text>`,
});

const fileOf = (name: string, bytes: Uint8Array): string =>
  `<file name="${escapeMarkup(name)}" path="/" encoding="base64">${Buffer.from(bytes).toString('base64')}</file>`;

const TYPES = {
  single_choice: 'multichoice',
  multiple_response: 'multichoice',
  true_false: 'truefalse',
  short_answer: 'shortanswer',
  numeric: 'numerical',
  matching: 'matching',
  ordering: 'ordering',
} as const;

function questionOf(item: ExchangeItem, number: number, write: Write): string {
  const { content } = item;
  const tags = tagsOf(item).map((tag) => `<tag><text>${tag}</text></tag>`);
  const lines = [
    `<name><text>${number}</text></name>`,
    write.html('questiontext', content.question, { picture: content.picture }),
    write.html('generalfeedback', content.explanation ?? {}),
    `<defaultgrade>${item.points}</defaultgrade>`,
    ...answersOf(item, write),
    `<tags>${tags.join('')}</tags>`,
  ];
  return `  <question type="${TYPES[content.type]}">\n${lines.map((line) => `    ${line}\n`).join('')}  </question>`;
}

const plain = (text: string): string => `<text>${escapeMarkup(tidy(text))}</text>`;

function answersOf({ content }: ExchangeItem, write: Write): string[] {
  const pairOf = (left: LocalText, right: LocalText): string =>
    write.html('subquestion', left, { inner: `<answer>${write.plain(right)}</answer>` });
  switch (content.type) {
    case 'single_choice':
      return [
        '<single>true</single>',
        ...content.options.map((o) =>
          write.html('answer', o.text, { picture: o.picture, fraction: o.correct ? '100' : '0' }),
        ),
      ];
    case 'multiple_response': {
      const share = shareOf(content.options.filter((o) => o.correct).length);
      const fraction = (correct: boolean): string => (correct ? share : `-${share}`);
      return [
        '<single>false</single>',
        ...content.options.map((o) =>
          write.html('answer', o.text, { picture: o.picture, fraction: fraction(o.correct) }),
        ),
      ];
    }
    case 'true_false':
      return [true, false].map(
        (says) =>
          `<answer fraction="${says === content.correct ? 100 : 0}" format="moodle_auto_format">${plain(String(says))}</answer>`,
      );
    case 'short_answer':
      return [
        '<usecase>0</usecase>',
        ...content.accepted.map(({ text }) => `<answer fraction="100">${plain(withoutWildcards(text))}</answer>`),
      ];
    case 'numeric':
      return content.accepted.map(
        ({ value, tolerance }) =>
          `<answer fraction="100">${plain(value)}<tolerance>${escapeMarkup(tolerance)}</tolerance></answer>`,
      );
    case 'matching':
      return [
        ...content.pairs.map(({ left, right }) => pairOf(left.text, right.text)),
        ...content.distractors.map(({ text }) => pairOf({}, text)),
      ];
    case 'ordering':
      return content.steps.map((step, i) => write.html('answer', step.text, { fraction: `${i + 1}` }));
  }
}
