import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  matching,
  multipleResponse,
  numeric,
  ordering,
  shortAnswer,
  singleChoice,
  trueFalse,
} from '#test/procedure/items.ts';
import type { GivenAnswer, ItemContent } from './items.ts';
import { type PaperItem, percentOf, scoreItem, scorePaper } from './scoring.ts';

const choose = (choice: string): GivenAnswer => ({ type: 'single_choice', choice });
const tick = (...choices: string[]): GivenAnswer => ({ type: 'multiple_response', choices });
const write = (text: string): GivenAnswer => ({ type: 'short_answer', text });
const count = (text: string): GivenAnswer => ({ type: 'numeric', text });
const match = (pairs: Record<string, string>): GivenAnswer => ({ type: 'matching', pairs });
const order = (...steps: string[]): GivenAnswer => ({ type: 'ordering', order: steps });

describe('6.3.1, 6.3.2 all or nothing', () => {
  test('single choice', () => {
    const item = singleChoice(4, 'b');
    expect(scoreItem(item, choose('b'), 2)).toBe(200);
    expect(scoreItem(item, choose('a'), 2)).toBe(0);
    expect(scoreItem(item, null, 2)).toBe(0);
  });

  test('single choice with two right options: either counts in full', () => {
    expect(['a', 'b', 'c'].map((id) => scoreItem(singleChoice(3, 'a', 'b'), choose(id), 1))).toEqual([100, 100, 0]);
  });

  test('true or false', () => {
    expect(scoreItem(trueFalse(false), { type: 'true_false', value: false }, 1)).toBe(100);
    expect(scoreItem(trueFalse(false), { type: 'true_false', value: true }, 1)).toBe(0);
  });

  test('short answer: any accepted text, as people spell it', () => {
    const item = shortAnswer('أمانة عمّان الكبرى', 'GAM');
    expect(
      ['امانه عمان الكبري', ' gam ', 'أمانةَ  عمان الكبرى', 'بلدية عمان', ''].map((t) => scoreItem(item, write(t), 1)),
    ).toEqual([100, 100, 100, 0, 0]);
  });

  test('short answer: a text that is accepted in one language counts for who sits in it', () => {
    const item = shortAnswer({ text: 'table', lang: 'en' }, { text: 'طاولة', lang: 'ar' });
    expect(scoreItem(item, write('table'), 1, 'en')).toBe(100);
    expect(scoreItem(item, write('table'), 1, 'ar')).toBe(0);
    expect(scoreItem(item, write('طاوله'), 1, 'ar')).toBe(100);
    expect(scoreItem(item, write('طاوله'), 1)).toBe(100);
  });

  test('an accepted text of blanks accepts nothing', () => {
    expect(scoreItem(shortAnswer(' '), write(' '), 1)).toBe(0);
  });

  test('number: exact, with its tolerance, in digits of any script', () => {
    const item = numeric(['3.14', '0.005'], ['22', '0']);
    expect(
      ['3.14', '٣٫١٤٥', '3,135', '3.1451', '٢٢', '22.0', '22.01', 'abc'].map((t) => scoreItem(item, count(t), 1)),
    ).toEqual([100, 100, 100, 0, 100, 100, 0, 0]);
  });

  test('number: a key that is no number accepts nothing', () => {
    expect(scoreItem(numeric(['x', '0'], ['1', 'y']), count('1'), 1)).toBe(0);
  });
});

describe('6.3.1, 6.3.2 right in part', () => {
  test.each([
    [['a', 'b', 'c'], 300],
    [['a', 'b'], 200],
    [['a', 'b', 'd'], 100],
    [['a', 'd'], 0],
    [['d', 'e'], 0],
    [['a', 'b', 'c', 'd', 'e'], 100],
    [[], 0],
  ] as const)('multiple response, right are a b c: %s', (chosen, points) => {
    expect(scoreItem(multipleResponse(5, 'a', 'b', 'c'), tick(...chosen), 3)).toBe(points);
  });

  test('hundredths are rounded down, never up', () => {
    expect(scoreItem(multipleResponse(4, 'a', 'b', 'c'), tick('a', 'b'), 1)).toBe(66);
    expect(scoreItem(multipleResponse(4, 'a', 'b', 'c'), tick('a', 'b', 'c'), 1)).toBe(100);
    expect(scoreItem(matching(7), match({ l1: 'r1' }), 1)).toBe(14);
  });

  test('matching: the share of pairs, wrong ones deduct nothing', () => {
    const item = matching(4, 1);
    expect(scoreItem(item, match({ l1: 'r1', l2: 'r2', l3: 'r3', l4: 'r4' }), 1)).toBe(100);
    expect(scoreItem(item, match({ l1: 'r1', l2: 'r3', l3: 'r2', l4: 'x1' }), 1)).toBe(25);
    expect(scoreItem(item, match({ l1: 'r1', l2: 'r1', l3: 'r1', l4: 'r1' }), 1)).toBe(25);
    expect(scoreItem(item, match({}), 1)).toBe(0);
  });

  test('matching: two left sides may share one right side', () => {
    const item: ItemContent = {
      type: 'matching',
      question: { en: 'Which?' },
      pairs: ['l1', 'l2', 'l3'].map((id, i) => ({
        left: { id, text: { en: id } },
        right: { id: i < 2 ? 'r1' : 'r3', text: { en: i < 2 ? 'same' : 'other' } },
      })),
      distractors: [],
    };
    expect(scoreItem(item, match({ l1: 'r1', l2: 'r1', l3: 'r3' }), 3)).toBe(300);
  });

  test.each([
    [['s1', 's2', 's3', 's4', 's5'], 400],
    [['s2', 's3', 's4', 's5', 's1'], 300],
    [['s1', 's3', 's2', 's4', 's5'], 100],
    [['s5', 's4', 's3', 's2', 's1'], 0],
  ] as const)('ordering: neighbours that belong together, %s', (steps, points) => {
    expect(scoreItem(ordering(5), order(...steps), 4)).toBe(points);
  });
});

describe('6.3.1 an answer that does not belong to the item counts nothing and breaks nothing', () => {
  const ITEMS = [
    singleChoice(3, 'a'),
    multipleResponse(4, 'a', 'b'),
    trueFalse(true),
    shortAnswer('x'),
    numeric(['1', '0']),
    matching(3),
    ordering(3),
  ];

  test.each([
    ['another kind', singleChoice(3, 'a'), tick('a')],
    ['an option of another item', singleChoice(3, 'a'), choose('z')],
    ['one wrong id among right ones', multipleResponse(4, 'a', 'b'), tick('a', 'b', 'zz')],
    ['the same option twice', multipleResponse(4, 'a', 'b'), tick('a', 'a')],
    ['a left side of another item', matching(2), match({ l1: 'r1', l2: 'r2', l9: 'r1' })],
    ['steps left out', ordering(3), order('s1', 's2')],
    ['a step twice', ordering(3), order('s1', 's2', 's2')],
    ['a text beyond all measure', shortAnswer('x'), write(`x${' '.repeat(500)}`)],
  ])('%s', (_, item, answer) => {
    expect(scoreItem(item, answer, 5)).toBe(0);
  });

  test('whatever stands in the place of an answer', () => {
    const kinds = ITEMS.map((item) => item.type);
    const shaped = fc.record(
      {
        type: fc.constantFrom(...kinds, 'other'),
        choice: fc.anything(),
        choices: fc.oneof(fc.anything(), fc.array(fc.anything())),
        value: fc.anything(),
        text: fc.oneof(fc.anything(), fc.string()),
        pairs: fc.oneof(fc.anything(), fc.dictionary(fc.string(), fc.anything())),
        order: fc.oneof(fc.anything(), fc.array(fc.anything())),
      },
      { requiredKeys: ['type'] },
    );
    const breaks = fc.check(
      fc.property(fc.constantFrom(...ITEMS), fc.oneof(shaped, fc.anything()), (item, answer) => {
        const points = scoreItem(item, answer as GivenAnswer, 7);
        return Number.isInteger(points) && points >= 0 && points <= 700;
      }),
      { numRuns: 2_000 },
    );
    expect(breaks.counterexample).toBeNull();
  });
});

describe('6.3.1 what always holds of partial credit', () => {
  const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'];
  const subset = fc.subarray(LETTERS);
  const rights = fc.subarray(LETTERS, { minLength: 1 });
  const points = fc.integer({ min: 1, max: 100 });

  test('multiple response: one more right one earns at least as much, one more wrong one at most', () => {
    const fails = fc.check(
      fc.property(rights, subset, fc.constantFrom(...LETTERS), points, (right, chosen, more, worth) => {
        fc.pre(!chosen.includes(more));
        const item = multipleResponse(6, ...right);
        const before = scoreItem(item, tick(...chosen), worth);
        const after = scoreItem(item, tick(...chosen, more), worth);
        return right.includes(more) ? after >= before : after <= before;
      }),
    );
    expect(fails.counterexample).toBeNull();
  });

  test('multiple response: full points exactly for exactly the right ones', () => {
    const fails = fc.check(
      fc.property(rights, subset, points, (right, chosen, worth) => {
        const full = scoreItem(multipleResponse(6, ...right), tick(...chosen), worth) === worth * 100;
        return full === (right.length === chosen.length && right.every((id) => chosen.includes(id)));
      }),
    );
    expect(fails.counterexample).toBeNull();
  });

  test('matching: one more pair right earns at least as much', () => {
    const fails = fc.check(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.nat(8), points, (size, right, worth) => {
        const pairs = (n: number) =>
          match(Object.fromEntries(Array.from({ length: Math.min(n, size) }, (_, i) => [`l${i + 1}`, `r${i + 1}`])));
        return scoreItem(matching(size), pairs(right + 1), worth) >= scoreItem(matching(size), pairs(right), worth);
      }),
    );
    expect(fails.counterexample).toBeNull();
  });

  test('ordering: full points exactly for the right order', () => {
    const steps = ['s1', 's2', 's3', 's4', 's5'];
    const fails = fc.check(
      fc.property(fc.shuffledSubarray(steps, { minLength: 5 }), points, (given, worth) => {
        const full = scoreItem(ordering(5), order(...given), worth) === worth * 100;
        return full === (given.join() === steps.join());
      }),
    );
    expect(fails.counterexample).toBeNull();
  });
});

const paper = (...worth: readonly number[]): PaperItem[] =>
  worth.map((points, i) => ({ id: `q${i}`, content: singleChoice(4, 'a'), points }));
const right = (...ids: readonly string[]): Map<string, GivenAnswer> => new Map(ids.map((id) => [id, choose('a')]));

describe('6.3.1, 6.3.2 marking a paper', () => {
  test('12 points of 20 reach a pass mark of 60, 11 do not', () => {
    const items = paper(...Array<number>(20).fill(1));
    const ids = items.map((item) => item.id);
    expect(scorePaper(items, right(...ids.slice(0, 12)), 60)).toMatchObject({
      score: 1200,
      max: 2000,
      percent: 60,
      passed: true,
    });
    expect(scorePaper(items, right(...ids.slice(0, 11)), 60)).toMatchObject({
      score: 1100,
      percent: 55,
      passed: false,
    });
  });

  test('items weigh by their points', () => {
    expect(scorePaper(paper(1, 3), right('q1'), 75)).toMatchObject({ score: 300, max: 400, percent: 75, passed: true });
  });

  test('a mark between two answers is not rounded in anybody’s favour or disfavour', () => {
    expect(scorePaper(paper(1, 1, 1), right('q0', 'q1'), 66)).toMatchObject({ percent: 66, passed: true });
    expect(scorePaper(paper(1, 1, 1), right('q0', 'q1'), 67)).toMatchObject({ percent: 66, passed: false });
  });

  test('no answer is not right, and an answer to something else counts for nothing', () => {
    const answers = new Map<string, GivenAnswer | null>([
      ['q0', null],
      ['other', choose('a')],
    ]);
    expect(scorePaper(paper(1, 1), answers, 1)).toMatchObject({ score: 0, max: 200, passed: false });
  });

  test('every item tells what it came to', () => {
    expect(scorePaper(paper(1, 2), right('q1'), 50).perItem).toEqual([
      { id: 'q0', points: 0, max: 100, annulled: false },
      { id: 'q1', points: 200, max: 200, annulled: false },
    ]);
  });

  test('an annulled item counts for nobody, neither reached nor reachable', () => {
    const items = paper(1, 1, 2);
    const corrections = new Map([['q2', null]]);
    expect(scorePaper(items, right('q0'), 50, { corrections })).toMatchObject({ score: 100, max: 200, passed: true });
    expect(scorePaper(items, right('q2'), 50, { corrections })).toMatchObject({ score: 0, max: 200, passed: false });
    expect(scorePaper(items, right('q2'), 50, { corrections }).perItem[2]).toEqual({
      id: 'q2',
      points: 0,
      max: 0,
      annulled: true,
    });
  });

  test('a corrected key takes the place of the one it was sat with', () => {
    const corrections = new Map([['q0', singleChoice(4, 'b')]]);
    const answers = new Map([['q0', choose('b')]]);
    expect(scorePaper(paper(1), answers, 60).passed).toBe(false);
    expect(scorePaper(paper(1), answers, 60, { corrections }).passed).toBe(true);
  });

  test('a paper without points, or with every item annulled, is a fault and not a pass', () => {
    expect(() => scorePaper([], new Map(), 60)).toThrow(RangeError);
    expect(() => scorePaper(paper(1), right('q0'), 60, { corrections: new Map([['q0', null]]) })).toThrow(RangeError);
  });

  test('the score lies between nothing and all, and what is shown never contradicts the verdict', () => {
    const worth = fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.boolean()), { minLength: 1, maxLength: 60 });
    const contradicts = fc.check(
      fc.property(worth, fc.integer({ min: 1, max: 100 }), (items, passMark) => {
        const answers = right(...items.flatMap(([, isRight], i) => (isRight ? [`q${i}`] : [])));
        const marked = scorePaper(paper(...items.map(([points]) => points)), answers, passMark);
        return (
          marked.score >= 0 &&
          marked.score <= marked.max &&
          marked.passed === marked.percent >= passMark &&
          marked.passed === BigInt(marked.score) * 100n >= BigInt(passMark) * BigInt(marked.max)
        );
      }),
    );
    expect(contradicts.counterexample).toBeNull();
  });

  test('the percent is exact and rounded down', () => {
    const fails = fc.check(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 10_000_000 }), (part, whole) => {
        return BigInt(percentOf(part, whole)) === (BigInt(part) * 100n) / BigInt(whole);
      }),
    );
    expect(fails.counterexample).toBeNull();
  });
});
