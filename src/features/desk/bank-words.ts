import type { Bilingual, Lang } from '#kernel/lang.ts';
import type { ItemProblem } from '#procedure/placement/item-check.ts';
import type { ItemContent, LocalText } from '#procedure/placement/items.ts';
import type { PublishProblem } from '#procedure/placement/publish.ts';
import type { BankTranslate } from './bank-messages.ts';

/** A text in the reader's language, or else in the one that it is written in. */
export const readable = (text: LocalText | undefined, lang: Lang): string =>
  text?.[lang] ?? text?.[lang === 'ar' ? 'en' : 'ar'] ?? '';

/** How a topic is read; one that nobody has named reads as it is written. */
export const topicTitle = (topics: ReadonlyMap<string, Bilingual>, name: string, lang: Lang): string =>
  topics.get(name)?.[lang] ?? name;

/** What is wrong with an item, in words. */
export function problemText({ code, part, place, lang }: ItemProblem, t: BankTranslate): string {
  const where = t(`part.${part}`, { place: String(place ?? 0) });
  return t(`problem.${code}`, { where, lang: lang ?? 'none' }).trim();
}

/**
 * What keeps an exam from being published, in words.
 * @param numberOf the number that people call an item by
 */
export function publishText(
  problem: PublishProblem,
  numberOf: (itemId: string) => number | undefined,
  topics: ReadonlyMap<string, Bilingual>,
  lang: Lang,
  t: BankTranslate,
): string {
  const number = 'itemId' in problem ? String(numberOf(problem.itemId) ?? '?') : '';
  switch (problem.code) {
    case 'too_few_items': {
      const { part, needed, available } = problem;
      const topic = topicTitle(topics, problem.topic, lang);
      const words = problem.difficulty === null ? [topic] : [topic, t(`difficulty.${problem.difficulty}`)];
      return t('publish.too_few_items', { part, needed, available, topic: words.join(lang === 'ar' ? '، ' : ', ') });
    }
    case 'item':
      return t('publish.item', { number, problem: problemText(problem.problem, t) });
    case 'empty_part':
    case 'unknown_item':
      return t(`publish.${problem.code}`, { part: problem.part });
    default:
      return t(`publish.${problem.code}`, { number });
  }
}

/** The key of an item in words, one line for each thing that is right. */
export function keyWords(content: ItemContent, lang: Lang, t: BankTranslate): string[] {
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response':
      return content.options
        .filter((o) => o.correct)
        .map((o) => readable(o.text, lang) || readable(o.picture?.alt, lang));
    case 'true_false':
      return [t(content.correct ? 'item.key.true' : 'item.key.false')];
    case 'short_answer':
      return content.accepted.filter((a) => !a.lang || a.lang === lang).map((a) => a.text);
    case 'numeric':
      return content.accepted.map((a) => t('item.key.number', a));
    case 'matching':
      return content.pairs.map((p) =>
        t('item.key.pair', { left: readable(p.left.text, lang), right: readable(p.right.text, lang) }),
      );
    case 'ordering':
      return content.steps.map((step, i) => `${i + 1}. ${readable(step.text, lang)}`);
  }
}
