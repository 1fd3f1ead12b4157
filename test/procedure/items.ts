import type { Choice, ItemContent, LocalText } from '#procedure/placement/items.ts';

/** A text in both languages that differ. */
export const both = (text: string): LocalText => ({ ar: `${text} بالعربية`, en: text });

const QUESTION = { question: both('Which?') };

/** Options named a, b, c …; those in `right` are right. */
export const options = (count: number, ...right: readonly string[]): Choice[] =>
  Array.from({ length: count }, (_, i) => {
    const id = String.fromCharCode(97 + i);
    return { id, text: both(`option ${id}`), correct: right.includes(id) };
  });

export const singleChoice = (count: number, ...right: readonly string[]): ItemContent => ({
  ...QUESTION,
  type: 'single_choice',
  options: options(count, ...right),
});

export const multipleResponse = (count: number, ...right: readonly string[]): ItemContent => ({
  ...QUESTION,
  type: 'multiple_response',
  options: options(count, ...right),
});

export const trueFalse = (correct: boolean): ItemContent => ({ ...QUESTION, type: 'true_false', correct });

export const shortAnswer = (...accepted: readonly (string | { text: string; lang: 'ar' | 'en' })[]): ItemContent => ({
  ...QUESTION,
  type: 'short_answer',
  accepted: accepted.map((text) => (typeof text === 'string' ? { text } : text)),
});

/** Each: value and tolerance. */
export const numeric = (...accepted: readonly (readonly [string, string])[]): ItemContent => ({
  ...QUESTION,
  type: 'numeric',
  accepted: accepted.map(([value, tolerance]) => ({ value, tolerance })),
});

/** Left sides l1, l2 …, right sides r1, r2 …, and right sides x1, x2 … that belong to nothing. */
export const matching = (pairs: number, distractors = 0): ItemContent => ({
  ...QUESTION,
  type: 'matching',
  pairs: Array.from({ length: pairs }, (_, i) => ({
    left: { id: `l${i + 1}`, text: both(`left ${i + 1}`) },
    right: { id: `r${i + 1}`, text: both(`right ${i + 1}`) },
  })),
  distractors: Array.from({ length: distractors }, (_, i) => ({ id: `x${i + 1}`, text: both(`neither ${i + 1}`) })),
});

/** Steps s1, s2 … in the right order. */
export const ordering = (steps: number): ItemContent => ({
  ...QUESTION,
  type: 'ordering',
  steps: Array.from({ length: steps }, (_, i) => ({ id: `s${i + 1}`, text: both(`step ${i + 1}`) })),
});
