import { expect, test } from 'vitest';
import { ITEM_TYPES } from '#procedure/placement/items.ts';
import { OPTIONS } from './items.fixture.ts';
import { parseItems } from './parse.ts';
import { readItems } from './read.ts';
import { exampleCsv, exampleXlsx } from './sheet-example.ts';

test.each(['ar', 'en'] as const)(
  'H3 the example sheet with heads in %s is taken whole, as XLSX and as CSV',
  async (lang) => {
    for (const file of [await exampleXlsx(lang), exampleCsv(lang)]) {
      const read = await readItems(file, OPTIONS, parseItems);
      if (!read.ok) throw new Error(read.error.code);
      const { items, refusals } = read.value;
      expect(refusals).toEqual([]);
      expect(items.flatMap(({ notes }) => notes)).toEqual([]);
      expect(items.map(({ content }) => content.type)).toEqual([...ITEM_TYPES]);
      for (const { content } of items) expect(Object.keys(content.question)).toEqual(['ar', 'en']);
      expect(items[6]?.content).toMatchObject({
        steps: [{ text: { ar: 'ضبط المقعد', en: 'Adjust the seat' } }, {}, {}],
      });
      expect(items[4]).toMatchObject({ difficulty: 3, content: { accepted: [{ value: '3.14', tolerance: '0.005' }] } });
    }
  },
);
