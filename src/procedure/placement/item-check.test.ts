import { describe, expect, test } from 'vitest';
import {
  both,
  matching,
  multipleResponse,
  numeric,
  options,
  ordering,
  shortAnswer,
  singleChoice,
  trueFalse,
} from '#test/procedure/items.ts';
import { ITEM_LIMITS, itemProblems, languagesOf } from './item-check.ts';
import type { Choice, ItemContent } from './items.ts';

/** In short: `code part place lang`, without what is null. */
const found = (content: ItemContent, ...languages: ('ar' | 'en')[]): string[] =>
  itemProblems(content, languages.length > 0 ? languages : ['ar', 'en']).map((p) =>
    [p.code, p.part, p.place, p.lang].filter((x) => x !== null).join(' '),
  );
type Body<T extends ItemContent['type']> = Extract<ItemContent, { type: T }>;
const choices = (list: readonly Choice[]): ItemContent => ({
  type: 'single_choice',
  question: both('Which?'),
  options: list,
});
const [A, B] = options(2, 'a') as [Choice, Choice];

test.each([
  ['single choice', singleChoice(4, 'a')],
  ['single choice with two right ones', singleChoice(4, 'a', 'b')],
  ['multiple response', multipleResponse(4, 'a', 'b')],
  ['multiple response in which all are right', multipleResponse(3, 'a', 'b', 'c')],
  ['true or false', trueFalse(true)],
  ['short answer', shortAnswer('x')],
  ['number', numeric(['-1,5', '٠٫١'])],
  ['matching', matching(2, 1)],
  ['ordering', ordering(3)],
])('6.3 %s: a whole item has no problem', (_, item) => {
  expect(found(item)).toEqual([]);
});

describe('6.3 the question and its picture', () => {
  test('no question at all, and a question in one language only', () => {
    expect(found({ ...trueFalse(true), question: { ar: ' ', en: '' } })).toEqual(['empty_question question']);
    expect(found({ ...trueFalse(true), question: { ar: 'أيّ؟' } })).toEqual(['missing_language question en']);
    expect(found({ ...trueFalse(true), question: { ar: 'أيّ؟' } }, 'ar')).toEqual([]);
  });

  test('a picture without words for who cannot see it', () => {
    expect(found({ ...trueFalse(true), picture: { file: 'p.png', alt: { ar: 'خريطة' } } })).toEqual([
      'missing_alt picture en',
    ]);
  });

  test('texts beyond measure', () => {
    const long = { ar: 'س'.repeat(ITEM_LIMITS.question + 1), en: 'x' };
    expect(found({ ...trueFalse(true), question: long, explanation: long })).toEqual([
      'too_long question',
      'too_long explanation',
    ]);
  });
});

test('6.3 an item is written in the languages of its question', () => {
  expect(languagesOf(trueFalse(true))).toEqual(['ar', 'en']);
  expect(languagesOf({ ...trueFalse(true), question: { en: 'Which?', ar: ' ' } })).toEqual(['en']);
});

describe('6.3 options', () => {
  test('too few, too many', () => {
    expect(found(singleChoice(1, 'a'))).toEqual(['too_few_options choice']);
    expect(found(singleChoice(27, 'a'))).toEqual(['too_many_options choice']);
  });

  test('none right, or nothing but right', () => {
    expect(found(singleChoice(3))).toEqual(['no_correct_answer choice']);
    expect(found(multipleResponse(3))).toEqual(['no_correct_answer choice']);
    expect(found(singleChoice(2, 'a', 'b'))).toEqual(['no_wrong_answer choice']);
  });

  test('an option that lacks a language', () => {
    expect(found(choices([A, { ...B, text: { ar: 'ب' } }]))).toEqual(['missing_language choice 2 en']);
  });

  test('a picture may stand for the text of an option, if it has words', () => {
    const picture = { file: 'p.png', alt: both('a map') };
    expect(found(choices([A, { ...B, text: {}, picture }]))).toEqual([]);
    expect(found(choices([A, { ...B, text: {}, picture: { ...picture, alt: {} } }]))).toEqual([
      'missing_alt choice 2 ar',
      'missing_alt choice 2 en',
    ]);
  });

  test('two that look alike, or bear one id', () => {
    expect(found(choices([A, { ...B, text: { ar: 'ب', en: `  ${A.text.en} ` } }]))).toEqual([
      'duplicate_option choice 2',
    ]);
    expect(found(choices([A, { ...B, id: A.id }]))).toEqual(['duplicate_option choice 2']);
    const alike = { ...B, text: A.text, picture: { file: 'p.png', alt: both('a map') } };
    expect(found(choices([A, alike]))).toEqual([]);
  });

  test('spelling is told apart: it may be what is asked', () => {
    const spelt = choices([
      { ...A, text: { ar: 'مدرسة', en: 'HTML' } },
      { ...B, text: { ar: 'مدرسه', en: 'html' } },
    ]);
    expect(found(spelt)).toEqual([]);
  });
});

describe('6.3 answers that are typed', () => {
  test('somebody in each language must be able to be right', () => {
    expect(found(shortAnswer())).toEqual(['no_correct_answer accepted ar', 'no_correct_answer accepted en']);
    expect(found(shortAnswer(' '), 'ar')).toEqual(['no_correct_answer accepted ar']);
    expect(found(shortAnswer({ text: 'table', lang: 'en' }))).toEqual(['no_correct_answer accepted ar']);
    expect(found(shortAnswer({ text: 'table', lang: 'en' }), 'en')).toEqual([]);
    expect(found(numeric())).toEqual(['no_correct_answer accepted']);
  });

  test('numbers are numbers, tolerances are not below zero', () => {
    expect(found(numeric(['x', '0'], ['1', ''], ['1', '-1'], ['1', '0']))).toEqual([
      'bad_number accepted 1',
      'bad_number accepted 2',
      'bad_number accepted 3',
    ]);
  });

  test('too many, too long', () => {
    expect(found(shortAnswer(...Array<string>(51).fill('x')))).toEqual(['too_many_options accepted']);
    expect(found(shortAnswer('x'.repeat(501)))).toEqual(['too_long accepted 1']);
  });
});

describe('6.3 matching and ordering', () => {
  const whole = matching(3) as Body<'matching'>;

  test('too few', () => {
    expect(found(matching(1, 1))).toEqual(['too_few_options left']);
    expect(found(ordering(2))).toEqual(['too_few_options step']);
  });

  test('a side or a step that lacks a language', () => {
    const pairs = whole.pairs.map((pair, i) => (i === 1 ? { ...pair, right: { id: 'r2', text: { ar: 'ب' } } } : pair));
    expect(found({ ...whole, pairs })).toEqual(['missing_language right 2 en']);
    const steps = (ordering(3) as Body<'ordering'>).steps.map((step, i) => (i === 2 ? { ...step, text: {} } : step));
    expect(found({ ...(ordering(3) as Body<'ordering'>), steps })).toEqual([
      'missing_language step 3 ar',
      'missing_language step 3 en',
    ]);
  });

  test('left sides, right sides and steps can be told apart', () => {
    const twin = (i: number, side: 'left' | 'right') =>
      whole.pairs.map((pair, at) =>
        at === i ? { ...pair, [side]: { ...pair[side], text: whole.pairs[0]?.[side].text ?? {} } } : pair,
      );
    expect(found({ ...whole, pairs: twin(1, 'left') })).toEqual(['duplicate_option left 2']);
    expect(found({ ...whole, pairs: twin(2, 'right') })).toEqual(['duplicate_option right 3']);
    const steps = (ordering(3) as Body<'ordering'>).steps.map((step) => ({ ...step, text: both('same') }));
    expect(found({ ...(ordering(3) as Body<'ordering'>), steps })).toEqual([
      'duplicate_option step 2',
      'duplicate_option step 3',
    ]);
  });

  test('one right side may belong to several left sides, but not to all', () => {
    const right = { id: 'r', text: both('same') };
    const shared = (to: number) => whole.pairs.map((pair, i) => (i < to ? { ...pair, right } : pair));
    expect(found({ ...whole, pairs: shared(2) })).toEqual([]);
    expect(found({ ...whole, pairs: shared(3) })).toEqual(['too_few_options right']);
  });
});
