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
import { APPLICATION_STATES } from '../lifecycle/states.ts';
import type { ItemContent } from './items.ts';
import type { ExamSection } from './publish.ts';
import { followsFromPass, leavesPoints, type Marked, passWasUsed, rescoreEffect, withKey } from './rescore.ts';

const FAIL: Marked = { score: 500, max: 1000, passed: false };
const PASS: Marked = { score: 700, max: 1000, passed: true };

describe('6.3.1, 6.3.2 what a corrected key does to a result', () => {
  test('a fail that becomes a pass is one', () => {
    expect(rescoreEffect(false, FAIL, PASS)).toBe('now_passes');
  });

  test('a pass that would be a fail is kept and marked, once', () => {
    expect(rescoreEffect(true, PASS, FAIL)).toBe('pass_kept');
    expect(rescoreEffect(true, FAIL, FAIL)).toBe('none');
    expect(rescoreEffect(true, FAIL, { ...FAIL, score: 400 })).toBe('none');
  });

  test('a pass that was kept, and by a later correction is one again, gets its score', () => {
    expect(rescoreEffect(true, FAIL, PASS)).toBe('score');
  });

  test('other points without another verdict, or none', () => {
    expect(rescoreEffect(true, PASS, { ...PASS, score: 800 })).toBe('score');
    expect(rescoreEffect(false, FAIL, { score: 500, max: 900, passed: false })).toBe('score');
    expect(rescoreEffect(true, PASS, PASS)).toBe('none');
    expect(rescoreEffect(false, FAIL, FAIL)).toBe('none');
  });

  test('a pass is never taken away, and its score is changed only to one that is a pass', () => {
    const marked = fc.record({ score: fc.nat(1000), max: fc.constant(1000), passed: fc.boolean() });
    const taken = fc.check(
      fc.property(marked, marked, (before, after) => {
        const effect = rescoreEffect(true, before, after);
        return effect !== 'now_passes' && (effect !== 'score' || after.passed);
      }),
    );
    expect(taken.counterexample).toBeNull();
  });
});

describe('6.3.2 what becomes of a request whose fail becomes a pass', () => {
  test('one that awaits the exam elsewhere is settled; one that waits keeps waiting; a closed one stays closed', () => {
    expect(followsFromPass('awaiting_exam', null)).toBe('settled');
    expect(followsFromPass('waiting_minimum', null)).toBe('counts');
    expect(followsFromPass('waitlisted', null)).toBe('counts');
    expect(followsFromPass('rejected', 'exam_failed')).toBe('closed');
    expect(followsFromPass('rejected', 'ineligible')).toBe('nothing');
    expect(followsFromPass('withdrawn', null)).toBe('nothing');
  });

  test('a pass was used once it led to a payment number or a seat', () => {
    expect(APPLICATION_STATES.filter((state) => passWasUsed([state])).sort()).toEqual([
      'absent',
      'attended',
      'awaiting_payment',
      'confirmed',
    ]);
    expect(passWasUsed([])).toBe(false);
  });
});

describe('6.3 an item is annulled only if every paper keeps something to mark', () => {
  const section = (draw: number, ...ids: readonly string[]): ExamSection => ({
    items: ids.map((itemId) => ({ itemId, version: 1 })),
    draw,
  });

  test.each([
    [[section(2, 'a', 'b')], ['a'], true],
    [[section(2, 'a', 'b')], ['a', 'b'], false],
    [[section(1, 'a', 'b', 'c')], ['a'], false],
    [[section(1, 'a', 'b', 'c'), section(1, 'd')], ['a', 'b'], true],
    [[section(1, 'a', 'b', 'c'), section(1, 'd')], ['a', 'd'], false],
  ] as const)('%j without %j: %s', (sections, annulled, leaves) => {
    expect(leavesPoints(sections, new Set(annulled))).toBe(leaves);
  });
});

describe('6.3 the same item with another key', () => {
  type Of<T extends ItemContent['type']> = Extract<ItemContent, { type: T }>;

  test('choices', () => {
    expect(withKey(singleChoice(3, 'a'), { type: 'single_choice', correct: ['b'] })).toEqual(singleChoice(3, 'b'));
    expect(withKey(multipleResponse(3, 'a'), { type: 'multiple_response', correct: ['b', 'c', 'zz'] })).toEqual(
      multipleResponse(3, 'b', 'c'),
    );
    expect(withKey(trueFalse(true), { type: 'true_false', correct: false })).toEqual(trueFalse(false));
  });

  test('typed answers', () => {
    expect(withKey(shortAnswer('x'), { type: 'short_answer', accepted: [{ text: 'x' }, { text: 'y' }] })).toEqual(
      shortAnswer('x', 'y'),
    );
    expect(withKey(numeric(['1', '0']), { type: 'numeric', accepted: [{ value: '2', tolerance: '0.5' }] })).toEqual(
      numeric(['2', '0.5']),
    );
  });

  test('matching: right sides change places, also with those that belonged to nothing', () => {
    const item = matching(2, 1) as Of<'matching'>;
    const key = {
      type: 'matching',
      pairs: new Map([
        ['l1', 'r2'],
        ['l2', 'x1'],
      ]),
    } as const;
    const corrected = withKey(item, key) as Of<'matching'>;
    expect(corrected.pairs.map((pair) => [pair.left.id, pair.right.id])).toEqual([
      ['l1', 'r2'],
      ['l2', 'x1'],
    ]);
    expect(corrected.distractors.map((right) => right.id)).toEqual(['r1']);
    expect(withKey(item, { type: 'matching', pairs: new Map([['l1', 'r2']]) })).toBeNull();
  });

  test('ordering: every step, once', () => {
    const item = ordering(3) as Of<'ordering'>;
    const corrected = withKey(item, { type: 'ordering', order: ['s2', 's3', 's1'] }) as Of<'ordering'>;
    expect(corrected.steps.map((step) => step.id)).toEqual(['s2', 's3', 's1']);
    expect(withKey(item, { type: 'ordering', order: ['s2', 's3', 's3'] })).toBeNull();
    expect(withKey(item, { type: 'ordering', order: ['s2', 's3'] })).toBeNull();
  });

  test('a key of another kind is none', () => {
    expect(withKey(trueFalse(true), { type: 'single_choice', correct: ['a'] })).toBeNull();
  });
});
