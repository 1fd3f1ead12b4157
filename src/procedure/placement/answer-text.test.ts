import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldAnswer, foldAnyDigits } from './answer-text.ts';

describe('6.3.1 a short answer is compared without what is not to be told apart', () => {
  test.each([
    ['hamza on, under and without the alef', 'أحمد إبراهيم آدم ٱسم', 'احمد ابراهيم ادم اسم'],
    ['hamza on waw and ya', 'مؤتمر بئر', 'موتمر بير'],
    ['hamza on the line or none', 'سماء', 'سما'],
    ['ta marbuta and ha', 'مدرسة', 'مدرسه'],
    ['alef maqsura and ya', 'مستشفى', 'مستشفي'],
    ['Persian ya and kaf', 'کریم', 'كريم'],
    ['vowel signs, shadda and dagger alef', 'مُحَمَّدٌ هٰذا', 'محمد هذا'],
    ['tatweel', 'عمّـــان', 'عمان'],
    ['ligatures and presentation forms', 'ﻻ ﺳﻼم', 'لا سلام'],
    ['Arabic and Persian digits', '٢٠٢٧ ۲۰۲۷', '2027 2027'],
    ['digits of other scripts, and wide ones', '१२३ １２３', '123 123'],
    ['case and accents', 'CAFÉ Café', 'cafe cafe'],
    ['blanks of all kinds', '  عمان\u00a0\t القديمة\n', 'عمان القديمه'],
    ['marks of direction and joiners', '\u200fعمان\u2069 \u202aHTML\u202c\u200d', 'عمان html'],
  ])('%s', (_, typed, same) => {
    expect(foldAnswer(typed)).toBe(foldAnswer(same));
  });

  test.each([
    ['عمان', 'عمار'],
    ['2027', '2028'],
    ['a b', 'ab'],
    ['3.5', '35'],
    ['-5', '5'],
  ])('%s and %s stay apart', (one, other) => {
    expect(foldAnswer(one)).not.toBe(foldAnswer(other));
  });

  test('a text of which nothing would be left is compared as it is, and blanks are nothing', () => {
    expect(foldAnswer('ء')).toBe('ء');
    expect(foldAnswer('ء')).not.toBe(foldAnswer('ـ'));
    expect(foldAnswer(' \u200f\u00a0 ')).toBe('');
  });

  test('folding twice is folding once', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'أإآٱاىيةهءئؤكکﻻ٣۳3aÉ \u0651\u200f\u0640Ⅳ½') });
    const differs = fc.check(
      fc.property(fc.oneof(letters, fc.string({ unit: 'grapheme' })), (text) => {
        return foldAnswer(foldAnswer(text)) === foldAnswer(text);
      }),
    );
    expect(differs.counterexample).toBeNull();
  });
});

test('6.3.1 every decimal digit that Unicode knows has its value', () => {
  const wrong: string[] = [];
  let digits = 0;
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const char = code >= 0xd800 && code <= 0xdfff ? '' : String.fromCodePoint(code);
    if (!/\p{Nd}/u.test(char)) continue;
    // Scripts list their digits from zero to nine, so the value counts up with the code.
    if (foldAnyDigits(char) !== String(digits % 10)) wrong.push(char);
    digits += 1;
  }
  expect(wrong).toEqual([]);
  expect(digits).toBeGreaterThan(600);
});
