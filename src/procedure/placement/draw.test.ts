import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matching, ordering, shortAnswer, singleChoice } from '#test/procedure/items.ts';
import { drawPaper, shownOrder, shuffled } from './draw.ts';
import type { ExamSection } from './publish.ts';

const section = (draw: number, ...ids: readonly string[]): ExamSection => ({
  items: ids.map((itemId) => ({ itemId, version: 1 })),
  draw,
});
const asked = (sections: readonly ExamSection[], seed: string, shuffleItems = false): string[] =>
  drawPaper(sections, seed, { shuffleItems }).map((item) => item.itemId);
const SEEDS = Array.from({ length: 6_000 }, (_, i) => `attempt ${i}`);

/** How far counts lie from being equal: Pearson's chi-square. */
const chiSquare = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
};
const tally = (things: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
};

describe('6.3, 7.3 an order that looks like chance', () => {
  const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 20 });

  test('keeps everything, once, and does not depend on the order in which it was read', () => {
    const differs = fc.check(
      fc.property(ids, fc.string(), (list, seed) => {
        const order = shuffled(list, seed);
        return (
          shuffled([...list].reverse(), seed).join() === order.join() &&
          [...order].sort().join() === [...list].sort().join()
        );
      }),
    );
    expect(differs.counterexample).toBeNull();
  });

  test('each of the 24 orders of four comes about equally often', () => {
    const counts = tally(SEEDS.map((seed) => shuffled(['a', 'b', 'c', 'd'], seed).join('')));
    expect(counts.size).toBe(24);
    // 23 degrees of freedom: 49.73 is passed once in a thousand.
    expect(chiSquare([...counts.values()])).toBeLessThan(49.73);
  });
});

describe('6.3, 7.3 the paper of an attempt', () => {
  const exam = [section(2, 'f1', 'f2'), section(2, 'a1', 'a2', 'a3', 'a4'), section(1, 'b1', 'b2', 'b3')];

  test('is the same for the same seed, and for a review of it later', () => {
    expect(asked(exam, 'x', true)).toEqual(asked(exam, 'x', true));
    expect(new Set(SEEDS.map((seed) => asked(exam, seed, true).join())).size).toBeGreaterThan(100);
  });

  test('has what the sections ask for, in their order unless it is shuffled', () => {
    expect(asked(exam, 'x').map((id) => id[0])).toEqual(['f', 'f', 'a', 'a', 'b']);
    expect(asked(exam, 'x').slice(0, 2)).toEqual(['f1', 'f2']);
    expect([...asked(exam, 'x', true)].sort()).toEqual([...asked(exam, 'x')].sort());
  });

  test('every item of a section is drawn about equally often', () => {
    const drawn = tally(SEEDS.flatMap((seed) => asked([section(2, 'a', 'b', 'c', 'd', 'e')], seed)));
    // 4 degrees of freedom; drawing two at once only makes the counts more alike.
    expect(chiSquare([...drawn.values()])).toBeLessThan(18.47);
  });

  test('every item takes every place of a shuffled paper about equally often', () => {
    const first = tally(SEEDS.map((seed) => asked([section(4, 'a', 'b', 'c', 'd')], seed, true)[0] ?? ''));
    expect(chiSquare([...first.values()])).toBeLessThan(16.27);
  });

  test('asks an item once, though it stands in two sections: the narrower one draws first', () => {
    const overlapping = [section(2, 'a', 'b', 'c'), section(1, 'a', 'b')];
    const repeats = SEEDS.slice(0, 500).filter((seed) => new Set(asked(overlapping, seed)).size !== 3);
    expect(repeats).toEqual([]);
    expect(asked([section(1, 'a', 'b'), section(1, 'a')], 'x')).toEqual(['b', 'a']);
  });

  test('too few items to draw from is a fault', () => {
    expect(() => asked([section(3, 'a', 'b')], 'x')).toThrow(RangeError);
    expect(() => asked([section(1, 'a'), section(1, 'a')], 'x')).toThrow(RangeError);
  });
});

describe('6.3, 7.3 the order in which the parts of an item are shown tells nothing of the key', () => {
  const always = { shuffleOptions: false };

  test('options stand as written unless the exam shuffles them', () => {
    expect(shownOrder(singleChoice(4, 'a'), 'x', always)).toEqual(['a', 'b', 'c', 'd']);
    const first = tally(SEEDS.map((seed) => shownOrder(singleChoice(4, 'a'), seed, { shuffleOptions: true })[0] ?? ''));
    expect(chiSquare([...first.values()])).toBeLessThan(16.27);
  });

  test('right sides are always shuffled, with those that belong to nothing', () => {
    const orders = SEEDS.map((seed) => shownOrder(matching(2, 1), seed, always).join());
    expect(new Set(orders).size).toBe(6);
    expect(chiSquare([...tally(orders).values()])).toBeLessThan(20.52);
  });

  test('a right side that belongs to two left sides is shown once', () => {
    const item = matching(2);
    if (item.type !== 'matching') throw new Error('a matching is one');
    const shared = { ...item, pairs: item.pairs.map((pair) => ({ ...pair, right: { id: 'r', text: {} } })) };
    expect(shownOrder(shared, 'x', always)).toEqual(['r']);
  });

  test('steps are never shown in the right order; every other order comes about equally often', () => {
    const orders = tally(SEEDS.map((seed) => shownOrder(ordering(3), seed, always).join()));
    expect(orders.has('s1,s2,s3')).toBe(false);
    expect(orders.size).toBe(5);
    expect(chiSquare([...orders.values()])).toBeLessThan(18.47);
  });

  test('two steps, one step, and an item without parts', () => {
    expect(shownOrder(ordering(2), 'x', always)).toEqual(['s2', 's1']);
    expect(shownOrder(ordering(1), 'x', always)).toEqual(['s1']);
    expect(shownOrder(shortAnswer('x'), 'x', always)).toEqual([]);
  });
});
