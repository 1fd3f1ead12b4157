import { performance } from 'node:perf_hooks';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Exploration, explore } from './explore.ts';
import { MUTATIONS } from './mutations.ts';
import { coverageOf, explorationTable, foundText, NOT_EXPLORED } from './report.ts';
import { TRUE_RULES } from './rules.ts';
import { SMALL_WORLDS } from './setups.ts';

const clock = (): number => performance.now();

describe('every interleaving of every event in the small worlds', () => {
  let result: Exploration;

  beforeAll(() => {
    result = explore(SMALL_WORLDS, TRUE_RULES, clock);
    console.info(explorationTable(result));
  }, 180_000);

  test('breaks no clause and no ruling', () => {
    expect(result.found && foundText(result.found)).toBeNull();
  });

  test('covers all four kinds of course, with and without a waiting list', () => {
    const kinds = SMALL_WORLDS.map((s) => `${s.paid ? 'paid' : 'free'} ${s.exam ? 'exam' : 'none'} ${s.max}`);
    const all = ['free none', 'free exam', 'paid none', 'paid exam'].flatMap((k) => [`${k} 2`, `${k} 3`]);
    expect(all.filter((kind) => !kinds.includes(kind))).toEqual([]);
    expect(result.worlds.every((w) => w.states > 100)).toBe(true);
  });

  test('takes every arrow of both tables, but those that no rule decides', () => {
    expect(coverageOf(result).missing.toSorted()).toEqual(Object.keys(NOT_EXPLORED).toSorted());
  });
});

describe('a wrong rule is noticed', () => {
  test.each(MUTATIONS)('$breaks $name', ({ mutate }) => {
    const { found } = explore(SMALL_WORLDS, mutate(TRUE_RULES), clock);
    expect(found?.violation.message).toMatch(/^\S.*: ./);
  });

  test('the wrong rules have names of their own', () => {
    expect(new Set(MUTATIONS.map((m) => m.name)).size).toBe(MUTATIONS.length);
  });
});
