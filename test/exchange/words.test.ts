import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reasonText } from '#features/desk/exchange-words.ts';
import { readItems } from '#features/exchange/index.ts';
import { parseItems } from '#features/exchange/parse.ts';
import { bytesOf, FILE_OPTIONS } from './outcome.ts';

const root = join(import.meta.dirname, 'files');

test('H3 every reason that the files bring about is told in both languages, with its facts', async () => {
  const told = new Map<string, readonly string[]>();
  for (const folder of readdirSync(root)) {
    for (const name of readdirSync(join(root, folder))) {
      const read = await readItems(bytesOf(join(root, folder, name)), FILE_OPTIONS, parseItems);
      const reasons = read.ok
        ? [...read.value.refusals.map(({ reason }) => reason), ...read.value.items.flatMap(({ notes }) => notes)]
        : [read.error];
      for (const reason of reasons) told.set(reason.code, [reasonText(reason, 'ar'), reasonText(reason, 'en')]);
    }
  }
  expect(told.size).toBeGreaterThan(60);
  for (const [code, [ar = '', en = '']] of told) {
    expect(ar, code).toMatch(/\p{Script=Arabic}/u);
    expect(en, code).toMatch(/\p{Script=Latin}{2}.*[\p{Script=Latin}.:]/u);
    expect(`${ar} ${en}`, code).not.toMatch(/undefined|\{|\}/);
  }
});
