import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';
import type { ImportedItem, ReadOptions, Reason } from '#features/exchange/model.ts';
import { parseItems } from '#features/exchange/parse.ts';
import { readItems } from '#features/exchange/read.ts';
import type { ItemContent, LocalText } from '#procedure/placement/items.ts';

/** What files do not say themselves, in the tests. */
export const FILE_OPTIONS: ReadOptions = { lang: 'en', topic: 'general', difficulty: 2, points: 1 };

/** The bytes of a file, or of a folder as the archive that it stands for. */
export function bytesOf(path: string): Uint8Array {
  if (!statSync(path).isDirectory()) return new Uint8Array(readFileSync(path));
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files[relative(path, file)] = new Uint8Array(readFileSync(file));
  }
  return zipSync(files, { level: 6 });
}

/** What came of a file: one line for each question, in words that a reader can check against the file. */
export async function outcomeOf(bytes: Uint8Array, options = FILE_OPTIONS): Promise<string[]> {
  const read = await readItems(bytes, options, parseItems);
  if (!read.ok) return [`refused: ${reasonWords(read.error)}`];
  const { items, refusals } = read.value;
  const lines = [
    ...items.map((item) => ({ place: item.place, words: itemWords(item) })),
    ...refusals.map(({ place, reason }) => ({ place, words: `refused: ${reasonWords(reason)}` })),
  ];
  return lines.map(({ place, words }) => `${place.file ? `${place.file}:` : ''}${place.number} ${words}`);
}

const reasonWords = ({ code, params }: Reason): string =>
  params ? `${code} ${JSON.stringify(Object.values(params)).slice(1, -1)}` : code;

const both = (text: LocalText | undefined): string =>
  [text?.ar, text?.en]
    .filter((t) => t !== undefined)
    .join(' ⁄ ')
    .replaceAll('\n', '⏎');

function itemWords(item: ImportedItem): string {
  const { content, topic, difficulty, points, notes } = item;
  const facts = [
    ...(topic === FILE_OPTIONS.topic ? [] : [topic]),
    ...(difficulty === FILE_OPTIONS.difficulty ? [] : [`difficulty ${difficulty}`]),
    ...(points === FILE_OPTIONS.points ? [] : [`${points} points`]),
  ];
  return [
    `${content.type}: ${both(content.question)}`,
    ...(content.picture ? [`[${both(content.picture.alt) || 'no words'}]`] : []),
    keyWords(content),
    ...(content.explanation ? [`// ${both(content.explanation)}`] : []),
    ...(facts.length > 0 ? [`(${facts.join('; ')})`] : []),
    ...notes.map((note) => `! ${reasonWords(note)}`),
  ].join(' ');
}

function keyWords(content: ItemContent): string {
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response':
      return content.options
        .map(({ correct, text, picture }) => {
          const shown = picture ? `[${both(picture.alt) || 'no words'}]` : '';
          return `${correct ? '+' : '-'}${both(text)}${shown}`;
        })
        .join(' ');
    case 'true_false':
      return content.correct ? '= true' : '= false';
    case 'short_answer':
      return `= ${content.accepted.map(({ text, lang }) => (lang ? `${text} (${lang})` : text)).join(' or ')}`;
    case 'numeric':
      return `= ${content.accepted.map(({ value, tolerance }) => `${value}±${tolerance}`).join(' or ')}`;
    case 'matching':
      return [
        ...content.pairs.map(({ left, right }) => `${both(left.text)} → ${both(right.text)}`),
        ...content.distractors.map(({ text }) => `· ${both(text)}`),
      ].join(', ');
    case 'ordering':
      return content.steps.map(({ text }) => both(text)).join(' < ');
  }
}
