import type { Lang } from '#kernel/lang.ts';
import { isAnswerOf } from '#procedure/placement/answers.ts';
import type { GivenAnswer, ItemContent } from '#procedure/placement/items.ts';
import type { BankTranslate } from './bank-messages.ts';
import { readable } from './bank-words.ts';

/** What a person answered to an item, in words, one line for each part; none when there is no answer to it. */
export function givenWords(content: ItemContent, answer: GivenAnswer | null, lang: Lang, t: BankTranslate): string[] {
  if (!isAnswerOf(content, answer)) return [];
  switch (answer.type) {
    case 'single_choice':
      return optionWords(content, [answer.choice], lang);
    case 'multiple_response':
      return optionWords(content, answer.choices, lang);
    case 'true_false':
      return [t(answer.value ? 'item.key.true' : 'item.key.false')];
    case 'short_answer':
    case 'numeric':
      return [answer.text];
    case 'matching': {
      if (content.type !== 'matching') return [];
      const rights = [...content.pairs.map((pair) => pair.right), ...content.distractors];
      return content.pairs.flatMap(({ left }) => {
        const right = rights.find((one) => one.id === answer.pairs[left.id]);
        return right
          ? [t('item.key.pair', { left: readable(left.text, lang), right: readable(right.text, lang) })]
          : [];
      });
    }
    case 'ordering': {
      const steps = content.type === 'ordering' ? content.steps : [];
      return answer.order.map((id, i) => `${i + 1}. ${readable(steps.find((step) => step.id === id)?.text, lang)}`);
    }
  }
}

const optionWords = (content: ItemContent, ids: readonly string[], lang: Lang): string[] =>
  'options' in content
    ? content.options
        .filter((option) => ids.includes(option.id))
        .map((option) => readable(option.text, lang) || readable(option.picture?.alt, lang))
    : [];
