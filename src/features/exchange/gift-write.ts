import type { LocalText } from '#procedure/placement/items.ts';
import { withoutWildcards } from './accepted.ts';
import { encodeGift } from './gift-blocks.ts';
import { htmlOfText } from './html.ts';
import { changed, needsMarks } from './languages.ts';
import { looksMarked, writeMarked } from './marked.ts';
import type { ExchangeItem, Loss, Reason } from './model.ts';
import { pathOfTopic, tagsOf } from './tags.ts';
import { tidy } from './text.ts';

export type Text = { readonly text: string; readonly losses: readonly Loss[] };

/**
 * Writes GIFT that Moodle and `readGift` read. Texts are HTML, so that both languages can stand in the marks of
 * Moodle's `mlang` filter when the items are in more than one language; points and difficulty travel as tags, the
 * topic as category. GIFT holds neither pictures nor ordering: such items are left out and reported.
 */
export function writeGift(items: readonly ExchangeItem[]): Text {
  const marked = needsMarks(items);
  const losses: Loss[] = [];
  const blocks: string[] = [];
  let topic = '';
  for (const [i, item] of items.entries()) {
    const out = leftOut(item);
    if (out) {
      losses.push({ number: i + 1, left: 'out', reason: out });
      continue;
    }
    losses.push(...changed(item.content, i + 1));
    if (item.topic !== topic) blocks.push(`$CATEGORY: ${pathOfTopic(item.topic)}`);
    topic = item.topic;
    blocks.push(blockOf(item, i + 1, marked));
  }
  return { text: `${blocks.join('\n\n')}\n`, losses };
}

function leftOut({ content }: ExchangeItem): Reason | undefined {
  if (content.type === 'ordering') return { code: 'no_ordering' };
  if (content.picture || ('options' in content && content.options.some((o) => o.picture))) {
    return { code: 'no_pictures' };
  }
  if (content.type === 'short_answer' && content.accepted.some((a) => a.text.includes('->'))) {
    return { code: 'arrow_in_answer' };
  }
  if (content.type === 'matching') {
    const rights = [...content.pairs.map((p) => p.right), ...content.distractors];
    if (rights.some(({ text }) => Object.values(text).some(looksMarked))) return { code: 'text_like_mark' };
  }
  return undefined;
}

function blockOf(item: ExchangeItem, number: number, marked: boolean): string {
  const { content } = item;
  const html = (text: LocalText): string => {
    const source = writeMarked(text, marked, htmlOfText);
    return encodeGift(source.replace(/^%/, '&#37;').replace(/^\[/, '&#91;'));
  };
  const tags = tagsOf(item)
    .map((tag) => `[tag:${tag}]`)
    .join(' ');
  const explanation = content.explanation ? `\t####${html(content.explanation)}\n` : '';
  const lines = answersOf(item, html, marked).map((line) => `\t${line}\n`);
  const kind = content.type === 'numeric' ? '#' : '';
  return `// ${tags}\n::${number}::[html]${html(content.question)}{${kind}\n${lines.join('')}${explanation}}`;
}

function answersOf({ content }: ExchangeItem, html: (text: LocalText) => string, marked: boolean): string[] {
  const plain = (text: LocalText): string => encodeGift(writeMarked(text, marked, tidy));
  switch (content.type) {
    case 'single_choice':
      return content.options.map((option) => `${option.correct ? '=' : '~'}${html(option.text)}`);
    case 'multiple_response': {
      const share = shareOf(content.options.filter((option) => option.correct).length);
      return content.options.map((option) => `~%${option.correct ? '' : '-'}${share}%${html(option.text)}`);
    }
    case 'true_false':
      return [content.correct ? 'TRUE' : 'FALSE'];
    case 'short_answer':
      return content.accepted.map(({ text }) => `=%100%${encodeGift(withoutWildcards(tidy(text)))}`);
    case 'numeric':
      return content.accepted.map(({ value, tolerance }) => `=%100%${value}:${tolerance}`);
    case 'matching':
      return [
        ...content.pairs.map(({ left, right }) => `=${html(left.text)} -> ${plain(right.text)}`),
        ...content.distractors.map(({ text }) => `= -> ${plain(text)}`),
      ];
    case 'ordering':
      return [];
  }
}

/** What each of so many right options brings, in percent, as Moodle writes it: 100, 50, 33.33333. */
export const shareOf = (count: number): string => String(Number((100 / Math.max(1, count)).toFixed(5)));
