import { isAnswerOf } from '#procedure/placement/answers.ts';
import type { GivenAnswer, ItemContent } from '#procedure/placement/items.ts';
import type { VersionItem } from '../exams/index.ts';
import { fingerprint } from './paper.ts';
import type { Given } from './store.ts';

/** The field of an item that is answered as a whole: radio buttons, a text. */
export const fieldOf = (itemId: string): string => `q_${itemId}`;
/** The field of one part of an item: a box to tick, a pair, a step. */
export const partField = (itemId: string, partId: string): string => `q_${itemId}.${partId}`;
/** Marks a question to come back to. */
export const flagField = (itemId: string): string => `f_${itemId}`;
/** Carries the fingerprint of what the page showed. */
export const shownField = (itemId: string): string => `s_${itemId}`;
/** Carries the number that a script gave an answer. */
export const numberField = (itemId: string): string => `n_${itemId}`;

const FIELD = /^([qnsf])_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.|$)/;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The answers in a form of the exam: those that it changes.
 *
 * Each question travels with a fingerprint of the answer that its page showed. What still equals it was not touched
 * and is left out, so that a page that lay open for long does not bring back old answers, and so that boxes which are
 * not ticked can be told from questions that were not on the page. Without a fingerprint, what is empty is left out.
 *
 * @returns undefined when something is no answer to an item of this paper: nothing of such a form is kept
 */
export function readExamForm(
  fields: Fields,
  paper: readonly Pick<VersionItem, 'id' | 'content'>[],
): Given[] | undefined {
  const named = new Set(Object.keys(fields).flatMap((name) => FIELD.exec(name)?.[2] ?? []));
  const asked = paper.filter((item) => named.has(item.id));
  if (asked.length < named.size) return undefined;

  const given: Given[] = [];
  for (const { id, content } of asked) {
    const answer = readAnswer(fields, id, content);
    if (answer === 'wrong') return undefined;
    const flagged = textOf(fields[flagField(id)]) !== '';
    const seq = Number(textOf(fields[numberField(id)]));
    const numbered = Number.isSafeInteger(seq) && seq > 0 && seq < 2 ** 31;
    const shown = textOf(fields[shownField(id)]);
    const untouched = shown === '' ? answer === null && !flagged : shown === fingerprint(answer, flagged);
    if (numbered) given.push({ itemId: id, answer, flagged, seq });
    else if (!untouched) given.push({ itemId: id, answer, flagged });
  }
  return given;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a form says to one item; null = nothing. */
function readAnswer(fields: Fields, id: string, content: ItemContent): GivenAnswer | null | 'wrong' {
  const read = draftOf(fields, id, content);
  return read === null || isAnswerOf(content, read) ? read : 'wrong';
}

function draftOf(fields: Fields, id: string, content: ItemContent): GivenAnswer | null {
  const whole = textOf(fields[fieldOf(id)]);
  const part = (partId: string): string => textOf(fields[partField(id, partId)]);
  switch (content.type) {
    case 'single_choice':
      return whole === '' ? null : { type: 'single_choice', choice: whole };
    case 'true_false':
      if (whole === '') return null;
      return { type: 'true_false', value: (whole === 'true' ? true : whole === 'false' ? false : null) as boolean };
    case 'short_answer':
    case 'numeric': {
      const text = whole.trim();
      return text === '' ? null : { type: content.type, text };
    }
    case 'multiple_response': {
      const choices = content.options.map((option) => option.id).filter((option) => part(option) !== '');
      return choices.length === 0 ? null : { type: 'multiple_response', choices };
    }
    case 'matching': {
      const lefts = content.pairs.map((pair) => pair.left.id).filter((left) => part(left) !== '');
      return lefts.length === 0
        ? null
        : { type: 'matching', pairs: Object.fromEntries(lefts.map((left) => [left, part(left)])) };
    }
    case 'ordering': {
      const steps = content.steps.map((step) => step.id).sort();
      const order = inPlaces(steps, (step) => Number(part(step)) || null);
      return order && { type: 'ordering', order };
    }
  }
}

/**
 * Steps by the places that were chosen for them. Two in one place stand in it one after the other; steps without a
 * place fill those that are left.
 * @returns null when no place was chosen
 */
function inPlaces(steps: readonly string[], placeOf: (step: string) => number | null): string[] | null {
  const placed = steps.filter((step) => placeOf(step) !== null);
  if (placed.length === 0) return null;
  const rest = steps.filter((step) => placeOf(step) === null);
  const taken = new Set(placed.map(placeOf));
  const free = steps.map((_, i) => i + 1).filter((place) => !taken.has(place));
  const places = new Map([
    ...placed.map((step) => [step, placeOf(step) ?? 0] as const),
    ...rest.map((step, i) => [step, free[i] ?? steps.length] as const),
  ]);
  return [...steps].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

/** Which button of the exam sent a form, and where it leads. */
export type ExamButton =
  | { readonly kind: 'stay' | 'save' | 'finish' | 'finish_anyway' }
  /** Number of a question, from 1. */
  | { readonly kind: 'go'; readonly to: number };

/**
 * @param here the number of the question that the page showed, where questions are asked one by one; null = all at once
 */
export function buttonOf(fields: Fields, here: number | null): ExamButton {
  const { finish, to, save, keep } = fields;
  if (finish !== undefined) return { kind: finish === 'anyway' ? 'finish_anyway' : 'finish' };
  if (keep !== undefined) return { kind: 'stay' };
  if (save !== undefined || here === null) return { kind: 'save' };
  const wanted = Number(textOf(to));
  return { kind: 'go', to: Number.isInteger(wanted) && wanted > 0 ? wanted : here + 1 };
}
