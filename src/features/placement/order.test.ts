import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderFor } from './order.ts';

const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 20 }).map((list) => list.map((id) => ({ id })));

test('every page load of an attempt shows the same order, whatever order the questions were read in', () => {
  const differs = fc.check(
    fc.property(ids, fc.uuid(), (things, seed) => {
      const shown = orderFor(things, seed);
      expect(orderFor([...things].reverse(), seed)).toEqual(shown);
      expect([...shown].sort()).toHaveLength(things.length);
      expect(new Set(shown)).toEqual(new Set(things));
    }),
  );
  expect(differs.failed).toBe(false);
});

test('each place is taken by each question about equally often', () => {
  const things = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const first = Array.from({ length: 4000 }, (_, i) => orderFor(things, `attempt ${i}`)[0]?.id);
  for (const { id } of things) expect(first.filter((f) => f === id).length).toBeGreaterThan(850);
});
