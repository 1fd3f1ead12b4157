import { expect, test } from 'vitest';
import { fieldOf, readExamForm } from './forms.ts';

const ITEM = '0f8fad5b-d9cb-469f-a165-70867728950e';

test('a form of the exam gives its answers and the button that sent it', () => {
  const fields = { _csrf: 'x', [fieldOf(ITEM)]: 'b', finish: '1' };
  expect(readExamForm(fields)).toEqual({ answers: [{ itemId: ITEM, optionId: 'b' }], button: 'finish' });
  expect(readExamForm({ finish: 'anyway' }).button).toBe('finish_anyway');
  expect(readExamForm({ save: '1' }).button).toBe('save');
});

test('what is not a well-formed answer is left out', () => {
  const fields = { q_1: 'a', [fieldOf(ITEM)]: '', [`${fieldOf(ITEM)}x`]: 'a', [fieldOf(ITEM.toUpperCase())]: 'a' };
  expect(readExamForm(fields).answers).toEqual([]);
  expect(readExamForm({ [fieldOf(ITEM)]: new File([], 'a') }).answers).toEqual([]);
  expect(readExamForm({ [fieldOf(ITEM)]: 'x'.repeat(101) }).answers).toEqual([]);
});
