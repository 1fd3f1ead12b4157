import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import { z } from 'zod';

const Texts = z.record(z.string(), z.object({ ar: z.string(), en: z.string() }));
const ARABIC_CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'];
const ENGLISH_CATEGORIES = ['one', 'other'];

type Found = { readonly names: Set<string>; readonly plurals: string[][] };

function look(elements: readonly MessageFormatElement[], found: Found = { names: new Set(), plurals: [] }): Found {
  for (const element of elements) {
    if (element.type !== TYPE.literal && element.type !== TYPE.pound && element.type !== TYPE.tag) {
      found.names.add(element.value);
    }
    if (element.type === TYPE.plural) found.plurals.push(Object.keys(element.options));
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) look(option.value, found);
    }
  }
  return found;
}

const files = globSync('src/{features,ui}/**/*messages.ts').sort();

/** All texts of the program, `file: key` first. */
async function allTexts(): Promise<[string, { ar: string; en: string }][]> {
  const texts: [string, { ar: string; en: string }][] = [];
  for (const file of files) {
    const module: Record<string, unknown> = await import(pathToFileURL(file).href);
    for (const value of Object.values(module)) {
      const table = Texts.safeParse(value);
      for (const [key, text] of Object.entries(table.data ?? {})) texts.push([`${file}: ${key}`, text]);
    }
  }
  return texts;
}

test('every text stands in both languages, with the same arguments and all plural forms', async () => {
  const texts = await allTexts();
  expect(texts.length).toBeGreaterThan(300);
  for (const [key, { ar, en }] of texts) {
    expect(ar.trim() && en.trim(), key).not.toBe('');
    const arabic = look(parse(ar, { ignoreTag: true }));
    const english = look(parse(en, { ignoreTag: true }));
    expect([...arabic.names].sort(), key).toEqual([...english.names].sort());
    for (const plural of arabic.plurals) expect(plural, key).toEqual(expect.arrayContaining(ARABIC_CATEGORIES));
    for (const plural of english.plurals) expect(plural, key).toEqual(expect.arrayContaining(ENGLISH_CATEGORIES));
  }
});
