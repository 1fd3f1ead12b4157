import { LANGS, type Lang } from '#kernel/lang.ts';
import type { Db } from '#platform/db/db.ts';
import type { ItemContent, LocalText } from '#procedure/placement/items.ts';
import type { ExchangeItem } from './model.ts';
import { wordingsAsking } from './store.ts';

/** What can be chosen, matched, ordered or is accepted. */
function partsOf(content: ItemContent): readonly (LocalText | string)[] {
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response':
      return content.options.map((option) => option.text);
    case 'true_false':
      return [];
    case 'short_answer':
      return content.accepted.map((accepted) => accepted.text);
    case 'numeric':
      return content.accepted.map(({ value, tolerance }) => `${value} ${tolerance}`);
    case 'matching':
      return [
        ...content.pairs.flatMap(({ left, right }) => [left.text, right.text]),
        ...content.distractors.map((distractor) => distractor.text),
      ];
    case 'ordering':
      return content.steps.map((step) => step.text);
  }
}

/** What a question reads like in each of its languages, whatever its key and the order of its parts. */
function readings(content: ItemContent): string[] {
  const inLang = (text: LocalText | string, lang: Lang): string =>
    typeof text === 'string' ? text : (text[lang] ?? '');
  return LANGS.filter((lang) => content.question[lang]).map((lang) => {
    const parts = partsOf(content).map((part) => inLang(part, lang));
    return JSON.stringify([content.type, lang, content.question[lang], parts.sort()]);
  });
}

/**
 * Which of these questions the bank has already: they read the same, in one of their languages, as one that is not
 * retired.
 *
 * @returns by the place among `items`, from 0: the number of the question in the bank
 */
export async function knownQuestions(
  db: Db,
  items: readonly Pick<ExchangeItem, 'content'>[],
): Promise<ReadonlyMap<number, number>> {
  const texts = new Set(items.flatMap(({ content }) => Object.values(content.question)));
  const numbers = new Map<string, number>();
  for (const { number, content } of await wordingsAsking(db, [...texts])) {
    for (const reading of readings(content)) if (!numbers.has(reading)) numbers.set(reading, number);
  }
  const known = new Map<number, number>();
  for (const [i, { content }] of items.entries()) {
    const number = readings(content)
      .map((reading) => numbers.get(reading))
      .find((one) => one !== undefined);
    if (number !== undefined) known.set(i, number);
  }
  return known;
}
