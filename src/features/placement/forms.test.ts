import { describe, expect, test } from 'vitest';
import type { ItemContent } from '#procedure/placement/items.ts';
import { buttonOf, fieldOf, flagField, numberField, partField, readExamForm, shownField } from './forms.ts';
import { fingerprint } from './paper.ts';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const both = (text: string) => ({ ar: text, en: text });
const labelled = (id: string) => ({ id, text: both(id) });
const option = (id: string, correct: boolean) => ({ id, text: both(id), correct });

const SINGLE: ItemContent = {
  type: 'single_choice',
  question: both('?'),
  options: [option('a', true), option('b', false)],
};
const SEVERAL: ItemContent = { ...SINGLE, type: 'multiple_response' };
const MATCHING: ItemContent = {
  type: 'matching',
  question: both('?'),
  pairs: [
    { left: labelled('l1'), right: labelled('r1') },
    { left: labelled('l2'), right: labelled('r2') },
  ],
  distractors: [labelled('r3')],
};
const ORDERING: ItemContent = { type: 'ordering', question: both('?'), steps: ['x', 'y', 'z'].map(labelled) };
const TEXT: ItemContent = { type: 'short_answer', question: both('?'), accepted: [{ text: 'عمان' }] };

const read = (content: ItemContent, fields: Record<string, unknown>) => readExamForm(fields, [{ id: ID, content }]);
const answerIn = (content: ItemContent, fields: Record<string, unknown>) => read(content, fields)?.[0]?.answer;

describe('each kind of item is read from its own fields', () => {
  test.each<[string, ItemContent, Record<string, string>, unknown]>([
    ['a radio button', SINGLE, { [fieldOf(ID)]: 'b' }, { type: 'single_choice', choice: 'b' }],
    [
      'boxes',
      SEVERAL,
      { [partField(ID, 'b')]: '1', [partField(ID, 'a')]: '1' },
      { type: 'multiple_response', choices: ['a', 'b'] },
    ],
    [
      'true',
      { type: 'true_false', question: both('?'), correct: false },
      { [fieldOf(ID)]: 'true' },
      { type: 'true_false', value: true },
    ],
    ['a text', TEXT, { [fieldOf(ID)]: '  عمّان ' }, { type: 'short_answer', text: 'عمّان' }],
    [
      'a number',
      { type: 'numeric', question: both('?'), accepted: [] },
      { [fieldOf(ID)]: '٣٫٥' },
      { type: 'numeric', text: '٣٫٥' },
    ],
    ['pairs', MATCHING, { [partField(ID, 'l2')]: 'r3' }, { type: 'matching', pairs: { l2: 'r3' } }],
    [
      'places',
      ORDERING,
      { [partField(ID, 'x')]: '3', [partField(ID, 'y')]: '1', [partField(ID, 'z')]: '2' },
      { type: 'ordering', order: ['y', 'z', 'x'] },
    ],
  ])('%s', (_what, content, fields, answer) => {
    expect(answerIn(content, fields)).toEqual(answer);
  });

  test('two steps in one place follow each other, and a step without a place takes one that is free', () => {
    const places = (x: string, y: string, z: string) =>
      answerIn(ORDERING, { [partField(ID, 'x')]: x, [partField(ID, 'y')]: y, [partField(ID, 'z')]: z });
    expect(places('1', '1', '2')).toEqual({ type: 'ordering', order: ['x', 'y', 'z'] });
    expect(places('', '3', '1')).toEqual({ type: 'ordering', order: ['z', 'x', 'y'] });
    expect(places('2', '2', '2')).toEqual({ type: 'ordering', order: ['x', 'y', 'z'] });
    expect(read(ORDERING, { [partField(ID, 'x')]: '' })).toEqual([]);
  });
});

describe('what a page did not change is not sent again', () => {
  const kept = { type: 'multiple_response', choices: ['b', 'a'] } as const;

  test('an answer that still equals its fingerprint is left out, whatever the order of its parts', () => {
    const fields = { [partField(ID, 'a')]: '1', [partField(ID, 'b')]: '1', [shownField(ID)]: fingerprint(kept, false) };
    expect(read(SEVERAL, fields)).toEqual([]);
    expect(read(SEVERAL, { ...fields, [flagField(ID)]: '1' })).toMatchObject([{ flagged: true }]);
  });

  test('boxes that were unticked and a text that was emptied are taken back', () => {
    expect(read(SEVERAL, { [shownField(ID)]: fingerprint(kept, false) })).toEqual([
      { itemId: ID, answer: null, flagged: false },
    ]);
    const typed = fingerprint({ type: 'short_answer', text: 'x' }, false);
    expect(read(TEXT, { [fieldOf(ID)]: ' ', [shownField(ID)]: typed })).toMatchObject([{ answer: null }]);
  });

  test('without a fingerprint, what is empty says nothing', () => {
    expect(read(SEVERAL, {})).toEqual([]);
    expect(read(SINGLE, { [fieldOf(ID)]: '' })).toEqual([]);
  });

  test('what a script has numbered is always taken, also when it takes an answer back', () => {
    expect(read(SEVERAL, { [numberField(ID)]: '7' })).toEqual([{ itemId: ID, answer: null, flagged: false, seq: 7 }]);
    for (const wrong of ['0', '-1', '1.5', 'x', '2147483648']) {
      expect(read(SEVERAL, { [numberField(ID)]: wrong })).toEqual([]);
    }
  });
});

test('a form with something that is no answer to this paper is refused as a whole', () => {
  const OTHER = ID.replace('0f', '1f');
  for (const fields of [
    { [fieldOf(ID)]: 'z' },
    { [fieldOf(OTHER)]: 'a' },
    { [partField(OTHER, 'a')]: '1' },
    { [numberField(OTHER)]: '1' },
    { [fieldOf(ID)]: 'a', [fieldOf(OTHER)]: 'a' },
  ]) {
    expect(read(SINGLE, fields)).toBeUndefined();
  }
  expect(read(MATCHING, { [partField(ID, 'l1')]: 'l2' })).toBeUndefined();
  expect(read(TEXT, { [fieldOf(ID)]: 'x'.repeat(501) })).toBeUndefined();
  expect(read({ type: 'true_false', question: both('?'), correct: true }, { [fieldOf(ID)]: 'maybe' })).toBeUndefined();
});

test('names that only look like questions, and files, are passed over', () => {
  const fields = {
    q_1: 'a',
    [`${fieldOf(ID)}x`]: 'a',
    [fieldOf(ID.toUpperCase())]: 'a',
    [fieldOf(ID)]: new File([], 'a'),
  };
  expect(read(SINGLE, fields)).toEqual([]);
});

test('the button that sent a form says where it leads', () => {
  expect(buttonOf({ finish: '1' }, null)).toEqual({ kind: 'finish' });
  expect(buttonOf({ finish: 'anyway' }, 3)).toEqual({ kind: 'finish_anyway' });
  expect(buttonOf({ save: '1' }, 3)).toEqual({ kind: 'save' });
  expect(buttonOf({}, null)).toEqual({ kind: 'save' });
  expect(buttonOf({ keep: '1' }, 3)).toEqual({ kind: 'stay' });
  expect(buttonOf({ to: '7' }, 3)).toEqual({ kind: 'go', to: 7 });
  for (const to of [undefined, '0', '-2', 'x']) expect(buttonOf({ to }, 3)).toEqual({ kind: 'go', to: 4 });
});
