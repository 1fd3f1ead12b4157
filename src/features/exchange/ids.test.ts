import { describe, expect, test } from 'vitest';
import type { ItemContent, Labelled } from '#procedure/placement/items.ts';
import { OPTIONS } from './items.fixture.ts';
import { parseItems } from './parse.ts';
import { writeItems } from './write.ts';

const labelled = (text: string): Labelled => ({ id: `right-${text}`, text: { en: text } });
const choice = (type: 'single_choice' | 'multiple_response', right: string): ItemContent => ({
  type,
  question: { en: 'Which?' },
  options: [...'abcdef'].map((text) => ({ ...labelled(`${text}?`), correct: right.includes(text) })),
});
const matching = (rights: string): ItemContent => ({
  type: 'matching',
  question: { en: 'What belongs together?' },
  pairs: ['one', 'two', 'three'].map((left, i) => ({ left: labelled(left), right: labelled(`${rights[i]}!`) })),
  distractors: [labelled('none')],
});
const ordering = (steps: string): ItemContent => ({
  type: 'ordering',
  question: { en: 'In which order?' },
  steps: [...steps].map((step) => labelled(`step ${step}`)),
});
const EXCEL = 'Type,Question,Option 1,Option 2,Option 3,Correct\n';

/** Every part that a browser is shown, by its text, with the id that it is shown under. */
function idsIn(content: ItemContent): Record<string, string> {
  const parts: readonly Labelled[] =
    'options' in content
      ? content.options
      : content.type === 'matching'
        ? [...content.pairs.flatMap(({ left, right }) => [left, right]), ...content.distractors]
        : content.type === 'ordering'
          ? content.steps
          : [];
  return Object.fromEntries(parts.map(({ id, text }) => [text.en ?? '', id]));
}

async function imported(file: string | Uint8Array): Promise<Record<string, string>> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const read = await parseItems(bytes, { ...OPTIONS, lang: 'en' });
  const [item] = read.ok ? read.value.items : [];
  if (!item) throw new Error(`no question was taken: ${JSON.stringify(read)}`);
  return idsIn(item.content);
}

const written = (format: 'gift' | 'moodle_xml' | 'qti') => (content: ItemContent) =>
  writeItems(format, [{ content, topic: 't', difficulty: 1, points: 1 }], new Map(), 'x').bytes;

type Case = readonly [string, string | Uint8Array, string | Uint8Array];
const CASES: readonly Case[] = (['gift', 'moodle_xml', 'qti'] as const).flatMap((format): Case[] => {
  const as = written(format);
  return [
    [`one choice in ${format}`, as(choice('single_choice', 'a')), as(choice('single_choice', 'f'))],
    [`several choices in ${format}`, as(choice('multiple_response', 'ab')), as(choice('multiple_response', 'def'))],
    [`pairs in ${format}`, as(matching('xyz')), as(matching('zyx'))],
    ...(format === 'gift' ? [] : [[`steps in ${format}`, as(ordering('12345')), as(ordering('54321'))] as const]),
  ];
});

describe('6.3 the ids of what was imported do not tell the key: with another key they are the same', () => {
  test.each<Case>([
    ...CASES,
    ['Aiken', 'Which?\nA. a\nB. b\nC. c\nANSWER: A\n', 'Which?\nA. a\nB. b\nC. c\nANSWER: C\n'],
    ['Aiken, in another order', 'Which?\nA. a\nB. b\nANSWER: A\n', 'Which?\nA. b\nB. a\nANSWER: B\n'],
    ['a sheet', `${EXCEL}single choice,Which?,a,b,c,1\n`, `${EXCEL}single choice,Which?,c,b,a,1\n`],
  ])('%s', async (_, one, other) => {
    const ids = await imported(one);
    expect(await imported(other)).toEqual(ids);
    expect(Object.keys(ids).length).toBeGreaterThan(1);
    // Nor do names of a file come through, and no two parts share an id.
    expect(Object.values(ids).every((id) => /^[0-9a-f]{12}$/.test(id))).toBe(true);
    expect(new Set(Object.values(ids)).size).toBe(Object.keys(ids).length);
  });
});
