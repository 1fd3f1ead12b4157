import { describe, expect, test } from 'vitest';
import type { ItemContent } from '#procedure/placement/items.ts';
import {
  matching,
  multipleResponse,
  numeric,
  ordering,
  shortAnswer,
  singleChoice,
  trueFalse,
} from '#test/procedure/items.ts';
import { type CorrectionFields, fieldsOf, keyFields, readCorrection } from './correction-form.ts';
import { correctionTexts } from './correction-messages.ts';

const t = correctionTexts('en');
const read = (content: ItemContent, over: Readonly<Record<string, string | string[]>>, base = keyFields(content)) =>
  readCorrection(content, new Map([...base, ...fieldsOf({ act: 'key', reason: 'wrong key', ...over })]), t);
const bodyOf = (...args: Parameters<typeof read>) => {
  const typed = read(...args);
  if (!typed.ok) throw new Error(Object.values(typed.error).join());
  return typed.value.body;
};
const errorsOf = (...args: Parameters<typeof read>) => {
  const typed = read(...args);
  return typed.ok ? {} : typed.error;
};

test.each([
  ['single choice', singleChoice(3, 'a')],
  ['multiple response', multipleResponse(4, 'a', 'c')],
  ['true or false', trueFalse(false)],
  ['short answer', shortAnswer('x', 'y', { text: 'طاولة', lang: 'ar' }, { text: 'table', lang: 'en' })],
  ['number', numeric(['3.5', '0.1'], ['-2', '0'])],
  ['matching', matching(3)],
  ['ordering', ordering(4)],
])('6.3 %s: a form that is sent as it was opened says the key that counts', (_, content) => {
  expect(bodyOf(content, {})).toEqual(content);
});

describe('6.3 another key is read by kind', () => {
  test('choices: those that are ticked', () => {
    expect(bodyOf(multipleResponse(4, 'a'), { correct: ['b', 'd'] })).toEqual(multipleResponse(4, 'b', 'd'));
    expect(bodyOf(trueFalse(true), { value: 'false' })).toEqual(trueFalse(false));
  });

  test('typed answers: one on each line, by language', () => {
    const body = bodyOf(shortAnswer('x'), { accepted: ' عمان \r\n\r\nAmman', accepted_ar: 'العاصمة', accepted_en: '' });
    expect(body).toEqual(shortAnswer('عمان', 'Amman', { text: 'العاصمة', lang: 'ar' }));
  });

  test('numbers: with their tolerance', () => {
    expect(bodyOf(numeric(['1', '0']), { accepted: '12.5 ± 0.1\n٣٫٥\n7 +/- 1' })).toEqual(
      numeric(['12.5', '0.1'], ['٣٫٥', '0'], ['7', '1']),
    );
    expect(errorsOf(numeric(['1', '0']), { accepted: '12\ntwelve' })).toEqual({
      accepted: 'This line is no number: twelve',
    });
  });

  test('matching and ordering: every part, once', () => {
    const pairs = bodyOf(matching(2), { 'pair-l1': 'r2', 'pair-l2': 'r1' });
    expect(pairs?.type === 'matching' && pairs.pairs.map((p) => p.right.id)).toEqual(['r2', 'r1']);
    expect(errorsOf(matching(2), { 'pair-l1': 'zz' })).toHaveProperty('pair-l1');
    const steps = bodyOf(ordering(3), { 'place-s1': '3', 'place-s2': '1', 'place-s3': '2' });
    expect(steps?.type === 'ordering' && steps.steps.map((s) => s.id)).toEqual(['s2', 's3', 's1']);
    expect(errorsOf(ordering(3), { 'place-s1': '2' })).toHaveProperty('place-s1');
  });
});

describe('6.3 what a correction needs', () => {
  test('a reason, and whether it is the key or the item', () => {
    const nothing: CorrectionFields = new Map();
    expect(errorsOf(trueFalse(true), { act: '', reason: ' ' }, nothing)).toEqual({
      act: 'Choose what is corrected',
      reason: 'Enter the reason',
    });
    expect(errorsOf(trueFalse(true), { reason: 'x'.repeat(501) })).toHaveProperty('reason');
  });

  test('an item is annulled whatever stands in the fields of its key', () => {
    expect(bodyOf(trueFalse(true), { act: 'annul', value: 'nonsense' })).toBeNull();
  });
});
