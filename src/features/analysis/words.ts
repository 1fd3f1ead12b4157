import type { Lang } from '#kernel/lang.ts';
import type { AnswerFigures, ItemFlag } from '#procedure/placement/item-analysis.ts';
import type { ItemContent, LocalText } from '#procedure/placement/items.ts';
import type { AnalysisTranslate } from './messages.ts';

/** A text in the reader's language, or else in the one that it is written in. */
export const readable = (text: LocalText | undefined, lang: Lang): string =>
  text?.[lang] ?? text?.[lang === 'ar' ? 'en' : 'ar'] ?? '';

/** How an answer is read: what stands beside its figures. */
export function answerText(
  content: ItemContent,
  { id, kind }: Pick<AnswerFigures, 'id' | 'kind'>,
  lang: Lang,
  t: AnalysisTranslate,
): string {
  if (kind === 'typed') return id;
  if (content.type === 'true_false') return t(id === 'true' ? 'answers.true' : 'answers.false');
  if ('options' in content) {
    const option = content.options.find((o) => o.id === id);
    return readable(option?.text, lang) || readable(option?.picture?.alt, lang) || id;
  }
  if (content.type === 'matching') {
    const pair = content.pairs.find(({ left }) => left.id === id);
    return t('answers.pair', { left: readable(pair?.left.text, lang), right: readable(pair?.right.text, lang) });
  }
  if (content.type === 'ordering') {
    const place = content.steps.findIndex((step) => step.id === id);
    const [left, right] = [content.steps[place], content.steps[place + 1]];
    return t('answers.neighbour', { left: readable(left?.text, lang), right: readable(right?.text, lang) });
  }
  return id;
}

/** Why an item should be looked at, in words. */
export function flagText(flag: ItemFlag, content: ItemContent, lang: Lang, t: AnalysisTranslate): string {
  if (!('answer' in flag)) return t(`flag.${flag.code}`);
  return t(`flag.${flag.code}`, { answer: answerText(content, { id: flag.answer, kind: 'option' }, lang, t) });
}

/** Ten percent of a histogram: `0–9` … `90–100`. */
export const rangeText = (bin: number): string => `${bin * 10}–${bin === 9 ? 100 : bin * 10 + 9}`;

/** 0.123 -> `0.12`; null -> null. */
export const twoPlaces = (value: number | null): string | null =>
  value === null ? null : (Math.round(value * 100) / 100 + 0).toFixed(2);

/** Seconds as whole minutes and tenths: 90 -> `1.5`. */
export const inMinutes = (seconds: number): string => String(Math.round(seconds / 6) / 10);
