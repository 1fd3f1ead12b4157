import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { multipleResponse, shortAnswer, singleChoice } from '#test/procedure/items.ts';
import { examFigures, reliabilityOf } from './analysis.ts';
import {
  askedByItem,
  counted,
  type ItemFigures,
  itemFigures,
  MIN_ASKED_FOR_FLAGS,
  type SatPaper,
} from './item-analysis.ts';
import type { GivenAnswer, ItemContent } from './items.ts';

/** Papers from rows of points; `max`: what each item is worth, 1 where it is right or wrong. */
const papersOf = (rows: readonly (readonly number[])[], max?: readonly number[]): SatPaper[] =>
  rows.map((row, i) => ({
    id: `paper ${String(i).padStart(5, '0')}`,
    passed: false,
    seconds: 60,
    items: row.map((points, j) => ({
      key: `item ${j + 1}`,
      points,
      max: max?.[j] ?? 1,
      answer: { type: 'single_choice', choice: points > 0 ? 'a' : 'b' } as const,
    })),
  }));
const contentsOf = (papers: readonly SatPaper[]): Map<string, ItemContent> =>
  new Map(papers[0]?.items.map((item) => [item.key, singleChoice(3, 'a')]));
const figuresOf = (papers: readonly SatPaper[]) => examFigures(papers, contentsOf(papers));
const rounded = (values: readonly (number | null)[], digits: number): (number | null)[] =>
  values.map((value) => (value === null ? null : Number(value.toFixed(digits))));

/** K. L. Wuensch, «The Kuder-Richardson 20» (East Carolina University, KR20.txt): ten students, ten items. */
const WUENSCH = [
  [1, 1, 1, 1, 1, 1, 0, 1, 1, 0],
  [1, 0, 1, 1, 0, 1, 1, 1, 0, 1],
  [1, 1, 1, 1, 0, 1, 1, 0, 0, 1],
  [0, 0, 1, 0, 0, 0, 1, 0, 0, 0],
  [0, 0, 0, 0, 0, 1, 0, 0, 1, 0],
  [1, 1, 1, 0, 1, 1, 1, 1, 1, 1],
  [1, 1, 0, 1, 1, 1, 0, 1, 1, 1],
  [1, 1, 1, 1, 1, 1, 1, 1, 0, 1],
  [0, 1, 0, 1, 1, 1, 1, 1, 0, 1],
  [1, 1, 0, 1, 1, 0, 1, 1, 1, 0],
];

/** Section 6 of the Law School Admission Test (R. D. Bock and M. Lieberman, 1970): how many of 1000 gave each pattern. */
const LSAT_PATTERNS = [
  3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298,
];
const LSAT = LSAT_PATTERNS.flatMap((people, pattern) =>
  Array.from({ length: people }, () => [4, 3, 2, 1, 0].map((bit) => (pattern >> bit) & 1)),
);

describe('6.3 the figures of an exam are those of published examples', () => {
  test('KR-20 and difficulty of the quiz of Wuensch: Σpq 2.18, variance 5.84', () => {
    const figures = figuresOf(papersOf(WUENSCH));
    expect(figures.reliability?.kind).toBe('kr20');
    expect(figures.reliability?.value).toBeCloseTo((10 / 9) * (1 - 2.18 / 5.84), 10);
    expect(
      rounded(
        figures.items.map((item) => item.difficulty),
        3,
      ),
    ).toEqual([0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6]);
  });

  test('discrimination of the same quiz, against the corrected correlations of NumPy 2.4 (corrcoef)', () => {
    const found = rounded(
      figuresOf(papersOf(WUENSCH)).items.map((item) => item.discrimination),
      6,
    );
    expect(found).toEqual([
      0.705889, 0.705889, 0, 0.473589, 0.583874, 0.286147, -0.027445, 0.705889, -0.123613, 0.475867,
    ]);
  });

  test('section 6 of the LSAT: alpha 0.295, and the point-biserials without the item, against NumPy 2.4', () => {
    const figures = figuresOf(papersOf(LSAT));
    expect(figures.sat).toBe(1000);
    expect(figures.reliability?.value).toBeCloseTo(0.294997, 6);
    expect(
      rounded(
        figures.items.map((item) => item.difficulty),
        3,
      ),
    ).toEqual([0.924, 0.709, 0.553, 0.763, 0.87]);
    expect(
      rounded(
        figures.items.map((item) => item.discrimination),
        4,
      ),
    ).toEqual([0.1128, 0.1532, 0.1728, 0.1444, 0.1216]);
  });

  test('items right in part and worth different points: alpha, against the variances of NumPy 2.4', () => {
    const rows = [
      [100, 150, 300],
      [100, 200, 100],
      [0, 50, 200],
      [50, 100, 0],
      [100, 200, 300],
      [0, 0, 100],
      [50, 150, 200],
      [100, 50, 0],
    ];
    const figures = figuresOf(papersOf(rows, [100, 200, 300]));
    expect(figures.reliability?.kind).toBe('alpha');
    expect(figures.reliability?.value).toBeCloseTo(0.6029411764705883, 12);
    expect(
      rounded(
        figures.items.map((item) => item.difficulty),
        4,
      ),
    ).toEqual([0.625, 0.5625, 0.5]);
    expect(
      rounded(
        figures.items.map((item) => item.discrimination),
        10,
      ),
    ).toEqual([0.4064938849, 0.6678874453, 0.3796283012]);
    expect(figures.meanPercent).toBeCloseTo(54.1666666667, 9);
    expect(figures.spread).toBeCloseTo(31.810450514, 9);
    expect(figures.error).toBeCloseTo(20.0445931434, 9);
  });
});

describe('6.3 papers that were drawn', () => {
  test('each person got four of the five items: the pairs in common tell nearly the same reliability', () => {
    const drawn = papersOf(LSAT).map((paper, i) => ({ ...paper, items: paper.items.filter((_, j) => j !== i % 5) }));
    const found = reliabilityOf(drawn);
    expect(found?.kind).toBe('alpha_pairs');
    // Four items of the mean variance and covariance of all five: 4·c̄ / (v̄ + 3·c̄) with NumPy's covariance matrix.
    expect(found?.value).toBeCloseTo(0.2508, 1);
    expect(figuresOf(papersOf(LSAT)).items[0]?.asked).toBe(1000);
    expect(examFigures(drawn, contentsOf(papersOf(LSAT))).items[0]?.asked).toBe(800);
  });

  test('with all pairs in common both ways to calculate agree', () => {
    const rows = fc.array(fc.array(fc.constantFrom(0, 1), { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 30,
    });
    const differs = fc.check(
      fc.property(rows, (list) => {
        const found = reliabilityOf(papersOf(list));
        const variance = (values: readonly number[]): number => {
          const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
          return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
        };
        const total = variance(list.map((row) => row.reduce<number>((sum, x) => sum + x, 0)));
        const own = [0, 1, 2, 3].reduce((sum, j) => sum + variance(list.map((row) => row[j] ?? 0)), 0);
        if (found === null) return total < 1e-9;
        return Math.abs(found.value - (4 / 3) * (1 - own / total)) < 1e-9;
      }),
    );
    expect(differs.counterexample).toBeNull();
  });
});

describe('6.3 few people, or no difference between them', () => {
  test('nobody sat', () => {
    expect(examFigures([], new Map([['item 1', singleChoice(3, 'a')]]))).toMatchObject({
      sat: 0,
      passPercent: null,
      meanPercent: null,
      spread: null,
      reliability: null,
      error: null,
      histogram: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      seconds: null,
      items: [{ asked: 0, difficulty: null, discrimination: null, flags: [] }],
    });
  });

  test('one person, one item, and people who do not differ', () => {
    expect(figuresOf(papersOf([[1, 0]]))).toMatchObject({ sat: 1, spread: null, reliability: null, error: null });
    expect(reliabilityOf(papersOf([[1], [0], [1]]))).toBeNull();
    const alike = figuresOf(
      papersOf([
        [1, 0],
        [1, 0],
        [1, 0],
      ]),
    );
    expect(alike).toMatchObject({ reliability: null, spread: 0, error: null });
    expect(alike.items.map((item) => item.discrimination)).toEqual([null, null]);
  });

  test('no figure is ever something else than a number or nothing', () => {
    const rows = fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), { maxLength: 12 });
    const breaks = fc.check(
      fc.property(rows, (list) => {
        const papers = papersOf(list, [3, 3, 3]);
        const { items, reliability, ...rest } = examFigures(
          papers,
          new Map([1, 2, 3].map((i) => [`item ${i}`, singleChoice(3, 'a')])),
        );
        const numbers = [
          reliability?.value,
          rest.meanPercent,
          rest.spread,
          rest.error,
          ...items.flatMap((i) => [i.difficulty, i.discrimination]),
        ];
        return (
          numbers.every((n) => n === null || n === undefined || Number.isFinite(n)) &&
          items.every((i) => i.discrimination === null || Math.abs(i.discrimination) <= 1)
        );
      }),
    );
    expect(breaks.counterexample).toBeNull();
  });
});

test('6.3 the histogram, the pass rate and the time', () => {
  const marks = [0, 9, 10, 55, 59, 99, 100];
  const papers = papersOf(
    marks.map((mark) => [mark]),
    [100],
  ).map((paper, i) => ({
    ...paper,
    passed: i > 3,
    seconds: [600, 60, 120, 180, 240, 300, 360][i] ?? 0,
  }));
  const figures = figuresOf(papers);
  expect(figures.histogram).toEqual([2, 1, 0, 0, 0, 2, 0, 0, 0, 2]);
  expect(figures.passPercent).toBeCloseTo(300 / 7, 9);
  expect(figures.seconds).toEqual({ quarter: 150, median: 240, threeQuarters: 330 });
});

/** `people` papers: the item under test answered by `choose`, and nine others of which person i has i in `people` right. */
function ranked(
  people: number,
  content: ItemContent,
  choose: (rank: number) => GivenAnswer | null,
  right: (rank: number) => boolean,
): ItemFigures {
  const papers = Array.from(
    { length: people },
    (_, i): SatPaper => ({
      id: String(i).padStart(4, '0'),
      passed: false,
      seconds: 60,
      items: [
        { key: 'it', points: right(i) ? 1 : 0, max: 1, answer: choose(i) },
        ...Array.from({ length: people }, (__, j) => ({
          key: `other ${j}`,
          points: j < i ? 1 : 0,
          max: 1,
          answer: null,
        })),
      ],
    }),
  );
  return itemFigures('it', content, askedByItem(papers.map(counted)).get('it') ?? []);
}
const chose = (choice: string): GivenAnswer => ({ type: 'single_choice', choice });
const codes = (figures: ItemFigures): string[] =>
  figures.flags.map((flag) => ('answer' in flag ? `${flag.code} ${flag.answer}` : flag.code));

describe('6.3 items that should be looked at', () => {
  const N = 40;
  const item = singleChoice(3, 'a');

  test('a good item raises nothing, and its table counts the strong and the weak', () => {
    const good = ranked(
      N,
      item,
      (i) => chose(i >= 20 ? 'a' : i % 2 ? 'b' : 'c'),
      (i) => i >= 20,
    );
    expect(codes(good)).toEqual([]);
    expect(good.groupSize).toBe(11);
    expect(good.answers).toEqual([
      { id: 'a', kind: 'option', correct: true, chosen: 20, upper: 11, lower: 0 },
      { id: 'b', kind: 'option', correct: false, chosen: 10, upper: 0, lower: 5 },
      { id: 'c', kind: 'option', correct: false, chosen: 10, upper: 0, lower: 6 },
    ]);
  });

  test('too easy, and what nobody chooses', () => {
    expect(
      codes(
        ranked(
          N,
          item,
          (i) => chose(i > 2 ? 'a' : 'b'),
          (i) => i > 2,
        ),
      ),
    ).toEqual(['too_easy', 'nobody_chooses_it c']);
  });

  test('too hard: below a fifth, or below what guessing gives', () => {
    const tenRight = ranked(
      N,
      item,
      (i) => chose(i >= 30 ? 'a' : i % 2 ? 'b' : 'c'),
      (i) => i >= 30,
    );
    expect(tenRight.difficulty).toBe(0.25);
    expect(codes(tenRight)).toEqual(['too_hard']);
    expect(
      codes(
        ranked(
          N,
          multipleResponse(4, 'a'),
          () => null,
          (i) => i >= 30,
        ),
      ).includes('too_hard'),
    ).toBe(false);
    expect(
      codes(
        ranked(
          N,
          multipleResponse(4, 'a'),
          () => null,
          (i) => i >= 33,
        ),
      ).includes('too_hard'),
    ).toBe(true);
  });

  test('a wrong key shows: the strong have it wrong, and choose one wrong answer', () => {
    const wrongKey = ranked(
      N,
      item,
      (i) => chose(i >= 20 ? 'b' : i % 2 ? 'a' : 'c'),
      (i) => i < 20 && i % 2 === 1,
    );
    expect(codes(wrongKey)).toEqual(['too_hard', 'negative', 'strong_choose_it b']);
  });

  test('one that hardly tells strong from weak', () => {
    expect(
      codes(
        ranked(
          N,
          item,
          (i) => chose(i % 2 ? 'a' : i % 4 ? 'b' : 'c'),
          (i) => i % 2 === 1,
        ),
      ),
    ).toEqual(['weak']);
  });

  test('few people raise no flag', () => {
    const few = MIN_ASKED_FOR_FLAGS - 1;
    expect(
      ranked(
        few,
        item,
        () => chose('b'),
        () => false,
      ).flags,
    ).toEqual([]);
    expect(
      ranked(
        few + 1,
        item,
        () => chose('b'),
        () => false,
      ).flags.length,
    ).toBeGreaterThan(0);
    expect(
      ranked(
        3,
        item,
        () => chose('b'),
        () => false,
      ),
    ).toMatchObject({ groupSize: 0, answers: [{ upper: null }, {}, {}] });
  });

  test('typed answers are counted by how they are compared, the most frequent first', () => {
    const typed = ['عمّان', 'عمان', 'عمان ', 'إربد', 'اربد', '', 'الزرقاء'];
    const figures = ranked(
      7,
      shortAnswer('عمان'),
      (i) => ({ type: 'short_answer', text: typed[i] ?? '' }),
      (i) => i < 3,
    );
    expect(figures.answers.map(({ id, correct, chosen }) => [id, correct, chosen])).toEqual([
      ['عمان', true, 3],
      ['اربد', false, 2],
      ['الزرقا', false, 1],
    ]);
  });
});
