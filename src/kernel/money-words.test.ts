import { expect, test } from 'vitest';
import { fils } from './money.ts';
import { amountInWords } from './money-words.ts';

const ar = (amount: number) => amountInWords(fils(amount), 'ar');
const en = (amount: number) => amountInWords(fils(amount), 'en');
const dinars = (n: number) => ar(n * 1000);

test.each([
  [0, 'صفر دينار'],
  [1, 'دينار واحد'],
  [2, 'ديناران'],
  [3, 'ثلاثة دنانير'],
  [8, 'ثمانية دنانير'],
  [10, 'عشرة دنانير'],
  [11, 'أحد عشر دينارا'],
  [12, 'اثنا عشر دينارا'],
  [15, 'خمسة عشر دينارا'],
  [18, 'ثمانية عشر دينارا'],
  [20, 'عشرون دينارا'],
  [21, 'واحد وعشرون دينارا'],
  [22, 'اثنان وعشرون دينارا'],
  [99, 'تسعة وتسعون دينارا'],
  [100, 'مئة دينار'],
  [101, 'مئة دينار ودينار واحد'],
  [102, 'مئة دينار وديناران'],
  [103, 'مئة وثلاثة دنانير'],
  [111, 'مئة وأحد عشر دينارا'],
  [200, 'مئتا دينار'],
  [250, 'مئتان وخمسون دينارا'],
  [305, 'ثلاثمئة وخمسة دنانير'],
  [1000, 'ألف دينار'],
  [1001, 'ألف دينار ودينار واحد'],
  [1100, 'ألف ومئة دينار'],
  [1200, 'ألف ومئتا دينار'],
  [1234, 'ألف ومئتان وأربعة وثلاثون دينارا'],
  [2000, 'ألفا دينار'],
  [2002, 'ألفا دينار وديناران'],
  [2500, 'ألفان وخمسمئة دينار'],
  [3000, 'ثلاثة آلاف دينار'],
  [3007, 'ثلاثة آلاف وسبعة دنانير'],
  [10_000, 'عشرة آلاف دينار'],
  [11_000, 'أحد عشر ألف دينار'],
  [11_500, 'أحد عشر ألفا وخمسمئة دينار'],
  [100_000, 'مئة ألف دينار'],
  [101_000, 'مئة ألف وألف دينار'],
  [102_000, 'مئة ألف وألفا دينار'],
  [200_000, 'مئتا ألف دينار'],
  [200_005, 'مئتا ألف وخمسة دنانير'],
  [1_000_000, 'مليون دينار'],
  [2_000_000, 'مليونا دينار'],
  [2_147_483, 'مليونان ومئة وسبعة وأربعون ألفا وأربعمئة وثلاثة وثمانون دينارا'],
])('%i dinars in Arabic: %s', (n, words) => {
  expect(dinars(n)).toBe(words);
});

test.each([
  [15_500, 'خمسة عشر دينارا وخمسمئة فلس', 'fifteen dinars and five hundred fils'],
  [1_001, 'دينار واحد وفلس واحد', 'one dinar and one fils'],
  [500, 'خمسمئة فلس', 'five hundred fils'],
  [2, 'فلسان', 'two fils'],
  [5, 'خمسة فلوس', 'five fils'],
  [50_050, 'خمسون دينارا وخمسون فلسا', 'fifty dinars and fifty fils'],
  [20_202, 'عشرون دينارا ومئتا فلس وفلسان', 'twenty dinars and two hundred and two fils'],
  [0, 'صفر دينار', 'zero dinars'],
  [
    342_999,
    'ثلاثمئة واثنان وأربعون دينارا وتسعمئة وتسعة وتسعون فلسا',
    'three hundred and forty-two dinars and nine hundred and ninety-nine fils',
  ],
  [1_005_000, 'ألف وخمسة دنانير', 'one thousand and five dinars'],
  [
    2_147_483_000,
    'مليونان ومئة وسبعة وأربعون ألفا وأربعمئة وثلاثة وثمانون دينارا',
    'two million one hundred and forty-seven thousand four hundred and eighty-three dinars',
  ],
])('%i fils in both languages', (amount, arabic, english) => {
  expect([ar(amount), en(amount)]).toEqual([arabic, english]);
});

/** Reads the English words back. */
function readBack(words: string): number {
  const small = new Map(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
      .split(' ')
      .map((word, n) => [word, n]),
  );
  const tens = new Map(
    'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((w, n) => [w, (n + 2) * 10]),
  );
  let [amount, whole, part] = [0, 0, 0];
  for (const word of words.replaceAll('-', ' ').split(' ')) {
    if (word === 'hundred') part *= 100;
    else if (word === 'thousand' || word === 'million') {
      whole += part * (word === 'million' ? 1e6 : 1000);
      part = 0;
    } else if (word.startsWith('dinar') || word === 'fils') {
      amount += (whole + part) * (word === 'fils' ? 1 : 1000);
      [whole, part] = [0, 0];
    } else part += small.get(word) ?? tens.get(word) ?? 0;
  }
  return amount;
}

test('the English words say the amount, whatever it is, and no two amounts have the same Arabic words', () => {
  const amounts = [...Array(3000).keys(), ...Array.from({ length: 3000 }, (_, n) => (n * 715_817) % 2_147_483_647)];
  for (const amount of amounts) expect(readBack(en(amount)), en(amount)).toBe(amount);
  expect(new Set(amounts.map(ar)).size).toBe(new Set(amounts).size);
  for (const amount of amounts) expect(ar(amount)).not.toMatch(/undefined| {2}|^ | $/);
});

test('more than can be said is refused', () => {
  expect(() => ar(1e12)).toThrow(RangeError);
});
