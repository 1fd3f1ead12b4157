import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readGift } from './gift-read.ts';
import { writeGift } from './gift-write.ts';
import { anItem, OPTIONS, PICTURES, withoutIds } from './items.fixture.ts';
import type { ExchangeItem, ReadResult } from './model.ts';
import { readMoodleXml } from './moodle-read.ts';
import { writeMoodleXml } from './moodle-write.ts';
import { readQtiPackage } from './qti-read.ts';
import { writeQtiPackage } from './qti-write.ts';
import { unzip } from './zip.ts';

type Trip = {
  readonly write: (items: readonly ExchangeItem[]) => ReturnType<typeof writeGift>;
  readonly read: (text: string, options: typeof OPTIONS) => ReadResult;
};

/** What comes back, in the language that a file of one language is in, and what did not go out. */
function trip({ write, read }: Trip, items: readonly ExchangeItem[]) {
  const { text, losses } = write(items);
  const langs = new Set(items.flatMap(({ content }) => Object.keys(content.question)));
  const [lang] = langs.size === 1 && langs.has('en') ? (['en'] as const) : (['ar'] as const);
  const result = read(text, { ...OPTIONS, lang });
  const out = new Set(losses.filter((loss) => loss.left === 'out').map((loss) => loss.number));
  return { result, losses, sent: items.filter((_, i) => !out.has(i + 1)) };
}

const moodle: Trip = { write: (items) => writeMoodleXml(items, PICTURES), read: readMoodleXml };

describe('what is written comes back exactly as it was', () => {
  test('GIFT: every kind but ordering, in one language and in both, without pictures', () => {
    fc.assert(
      fc.property(fc.array(anItem({ pictures: false }), { minLength: 1, maxLength: 4 }), (items) => {
        const { result, losses, sent } = trip({ write: writeGift, read: readGift }, items);
        expect(result.refusals).toEqual([]);
        expect(result.items.map(withoutIds)).toEqual(sent.map(withoutIds));
        const orderings = items.filter(({ content }) => content.type === 'ordering').length;
        expect(losses.filter(({ reason }) => reason.code === 'no_ordering')).toHaveLength(orderings);
      }),
      { numRuns: 150 },
    );
  });

  test('Moodle XML: every kind, with pictures and their words', () => {
    fc.assert(
      fc.property(fc.array(anItem({ pictures: true }), { minLength: 1, maxLength: 4 }), (items) => {
        const { result, sent } = trip(moodle, items);
        expect(result.refusals).toEqual([]);
        expect(result.items.map(withoutIds)).toEqual(sent.map(withoutIds));
        for (const [key, bytes] of result.pictures) expect(PICTURES.get(key)).toEqual(bytes);
      }),
      { numRuns: 150 },
    );
  });

  test('QTI 3: every kind, as a package with pictures', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anItem({ pictures: true }), { minLength: 1, maxLength: 4 }), async (items) => {
        const { bytes, losses } = writeQtiPackage(items, PICTURES);
        const result = readQtiPackage(await unzip(bytes, () => true), OPTIONS);
        expect(losses).toEqual([]);
        expect(result.refusals).toEqual([]);
        expect(result.items.map(withoutIds)).toEqual(items.map(withoutIds));
        for (const [key, picture] of result.pictures) expect(PICTURES.get(key)).toEqual(picture);
      }),
      { numRuns: 150 },
    );
  });
});
