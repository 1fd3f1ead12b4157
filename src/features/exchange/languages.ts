import { LANGS, type Lang } from '#kernel/lang.ts';
import type { ItemContent, LocalText } from '#procedure/placement/items.ts';
import type { ExchangeItem, Loss } from './model.ts';

/** Every text of an item that has languages. */
function textsOf(content: ItemContent): LocalText[] {
  const whole = [content.question, content.picture?.alt ?? {}, content.explanation ?? {}];
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response':
      return [...whole, ...content.options.flatMap((o) => [o.text, o.picture?.alt ?? {}])];
    case 'matching':
      return [
        ...whole,
        ...content.pairs.flatMap((p) => [p.left.text, p.right.text]),
        ...content.distractors.map((d) => d.text),
      ];
    case 'ordering':
      return [...whole, ...content.steps.map((s) => s.text)];
    default:
      return whole;
  }
}

/** Languages that anything of an item is written in, Arabic first. */
export function languagesIn(content: ItemContent): Lang[] {
  const texts = textsOf(content);
  return LANGS.filter((lang) => texts.some((text) => text[lang]));
}

/** Whether a file of these items must say which language each text is in: they are not all in one. */
export const needsMarks = (items: readonly ExchangeItem[]): boolean =>
  new Set(items.flatMap(({ content }) => languagesIn(content))).size > 1;

/** What no format holds of an item that it holds otherwise: answers that are accepted in one language only. */
export const changed = (content: ItemContent, number: number): Loss[] =>
  content.type === 'short_answer' && content.accepted.some((accepted) => accepted.lang)
    ? [{ number, left: 'changed', reason: { code: 'accepted_in_one_language' } }]
    : [];
