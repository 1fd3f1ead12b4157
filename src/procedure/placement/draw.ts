import { type Chance, chanceOf } from './chance.ts';
import type { ItemContent } from './items.ts';
import type { ExamSection, ItemRef } from './publish.ts';

/** Every order as likely as the other: Fisher and Yates, in the form of Durstenfeld (1964). */
function mixed<T>(things: readonly T[], chance: Chance): T[] {
  const list = [...things];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = chance.below(last + 1);
    [list[last], list[other]] = [list[other] as T, list[last] as T];
  }
  return list;
}

/**
 * The ids in an order that looks like chance: the same for the same ids and seed, in whatever order they were read,
 * and every order as likely as the other over the seeds.
 */
export const shuffled = (ids: readonly string[], seed: string): string[] => mixed([...ids].sort(), chanceOf(seed));

/**
 * Clauses 6.3 and 7.3: the paper of one attempt, the same for the same seed. Each section gives as many of its items
 * as it draws, each as likely as the other; an item that stands in several sections is asked once. Sections that ask
 * all their items choose first, then the narrower before the wider ones. What is drawn stands in the order of the
 * sections, or is shuffled as a whole.
 *
 * @param seed of the attempt; it never leaves the server
 * @throws RangeError when a section has too few items left; an exam that passed the publish check never does
 */
export function drawPaper(
  sections: readonly ExamSection[],
  seed: string,
  options: { readonly shuffleItems: boolean },
): ItemRef[] {
  const chance = chanceOf(`draw ${seed}`);
  const taken = new Set<string>();
  const drawn = new Map<ExamSection, ItemRef[]>();
  for (const section of inTurn(sections)) {
    const free = section.items.filter((item) => !taken.has(item.itemId));
    if (free.length < section.draw) throw new RangeError('a section of the exam has too few items to draw from');
    const chosen = new Set(mixed(free, chance).slice(0, section.draw));
    for (const item of chosen) taken.add(item.itemId);
    drawn.set(
      section,
      free.filter((item) => chosen.has(item)),
    );
  }
  const paper = sections.flatMap((section) => drawn.get(section) ?? []);
  return options.shuffleItems ? mixed(paper, chance) : paper;
}

/** A wider section can do without what a narrower one took; the other way round it could run out. */
function inTurn(sections: readonly ExamSection[]): ExamSection[] {
  const width = (section: ExamSection): number => (section.draw >= section.items.length ? 0 : section.items.length);
  return [...sections].sort((a, b) => width(a) - width(b));
}

/**
 * The order in which the parts of an item are shown: the options of a choice, the right sides of a matching (each
 * once, with those that belong to nothing), the steps of an ordering; nothing for other kinds.
 *
 * Right sides and steps are always shuffled, for in their own order they are the key; steps never come out in the
 * right order. Options stand as written where the exam does not shuffle them.
 *
 * @param seed of the attempt and the item, such as `${attempt seed} ${item id}`
 */
export function shownOrder(
  content: ItemContent,
  seed: string,
  options: { readonly shuffleOptions: boolean },
): string[] {
  if (content.type === 'matching') {
    const rights = [...content.pairs.map((pair) => pair.right), ...content.distractors].map((right) => right.id);
    return shuffled([...new Set(rights)], seed);
  }
  if (content.type === 'ordering') {
    return outOfOrder(
      content.steps.map((step) => step.id),
      seed,
    );
  }
  if (!('options' in content)) return [];
  const ids = content.options.map((option) => option.id);
  return options.shuffleOptions ? shuffled(ids, seed) : ids;
}

/** Every order but the right one, each as likely as the other. Fewer than two steps have only one order. */
function outOfOrder(steps: readonly string[], seed: string): string[] {
  const sorted = [...steps].sort();
  if (new Set(sorted).size < 2) return sorted;
  const chance = chanceOf(seed);
  for (;;) {
    const order = mixed(sorted, chance);
    if (order.some((id, place) => id !== steps[place])) return order;
  }
}
