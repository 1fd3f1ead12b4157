import type { Bilingual, Lang } from '#kernel/lang.ts';
import type { ItemContent, LocalText, Picture } from '#procedure/placement/items.ts';
import type { WordingRow } from '../exams/index.ts';
import type { BankTranslate } from './bank-messages.ts';
import { keyWords, topicTitle } from './bank-words.ts';

/** Something that differs between two wordings of an item. */
export type Difference = { readonly where: string; readonly before: string; readonly after: string };

type Lines = Map<string, string>;

/** Everything of a wording that can be read, by what it is. */
function linesOf(row: WordingRow, topics: ReadonlyMap<string, Bilingual>, lang: Lang, t: BankTranslate): Lines {
  const lines: Lines = new Map([
    [t('bank.topic'), topicTitle(topics, row.topic, lang)],
    [t('bank.difficulty'), t(`difficulty.${row.difficulty}`)],
    [t('bank.points'), String(row.points)],
  ]);
  const text = (what: string, words: LocalText | undefined): void => {
    lines.set(t('edit.inAr', { what }), words?.ar ?? '');
    lines.set(t('edit.inEn', { what }), words?.en ?? '');
  };
  const picture = (what: string, shown: Picture | undefined): void => {
    lines.set(what, shown?.file.slice(0, 12) ?? '');
    text(`${what}: ${t('edit.picture.alt')}`, shown?.alt);
  };
  text(t('edit.question'), row.content.question);
  picture(t('edit.picture'), row.content.picture);
  addParts(row.content, t, text, picture);
  text(t('edit.explanation'), row.content.explanation);
  lines.set(t('item.key'), keyWords(row.content, lang, t).join('\n'));
  return lines;
}

function addParts(
  content: ItemContent,
  t: BankTranslate,
  text: (what: string, words: LocalText | undefined) => void,
  picture: (what: string, shown: Picture | undefined) => void,
): void {
  const nth = (i: number) => ({ number: i + 1 });
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response':
      for (const [i, option] of content.options.entries()) {
        text(t('edit.option', nth(i)), option.text);
        picture(`${t('edit.option', nth(i))}: ${t('edit.picture')}`, option.picture);
      }
      return;
    case 'matching':
      for (const [i, { left, right }] of content.pairs.entries()) {
        text(`${t('edit.pair', nth(i))}: ${t('edit.pair.left')}`, left.text);
        text(`${t('edit.pair', nth(i))}: ${t('edit.pair.right')}`, right.text);
      }
      for (const [i, extra] of content.distractors.entries()) text(t('edit.distractor', nth(i)), extra.text);
      return;
    case 'ordering':
      for (const [i, step] of content.steps.entries()) text(t('edit.step', nth(i)), step.text);
      return;
    // The key says it all.
    case 'true_false':
    case 'short_answer':
    case 'numeric':
  }
}

/** What differs between two wordings, in the order of the item. */
export function differences(
  before: WordingRow,
  after: WordingRow,
  topics: ReadonlyMap<string, Bilingual>,
  lang: Lang,
  t: BankTranslate,
): Difference[] {
  const [old, now] = [before, after].map((row) => linesOf(row, topics, lang, t)) as [Lines, Lines];
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((where) => ({ where, before: old.get(where) ?? '', after: now.get(where) ?? '' }))
    .filter((line) => line.before !== line.after);
}
