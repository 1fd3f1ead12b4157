import { assertNever } from '#kernel/result.ts';
import type { GivenAnswer, ItemContent } from './items.ts';

/** No typed answer is longer; a longer one is not taken. */
export const MAX_ANSWER_LENGTH = 500;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Different texts, all of them from `ids`. */
function areSomeOf(value: unknown, ids: readonly string[]): value is readonly string[] {
  return (
    Array.isArray(value) && new Set(value).size === value.length && value.every((id) => ids.includes(id as string))
  );
}

/**
 * Does this answer belong to this item: its kind, and only ids of it? Whatever came over the wire or out of the
 * database may be asked. An answer that is not finished belongs (a matching with pairs left open, a multiple response
 * with nothing ticked); an ordering is one only with every step, once. One right side may be given to several left
 * sides. Whether it is right is not asked.
 */
export function isAnswerOf(content: ItemContent, answer: unknown): answer is GivenAnswer {
  if (!isRecord(answer) || answer['type'] !== content.type) return false;
  switch (content.type) {
    case 'single_choice':
      return content.options.some((option) => option.id === answer['choice']);
    case 'multiple_response':
      return areSomeOf(
        answer['choices'],
        content.options.map((option) => option.id),
      );
    case 'true_false':
      return typeof answer['value'] === 'boolean';
    case 'short_answer':
    case 'numeric':
      return typeof answer['text'] === 'string' && answer['text'].length <= MAX_ANSWER_LENGTH;
    case 'matching': {
      const lefts = content.pairs.map((pair) => pair.left.id);
      const rights = [...content.pairs.map((pair) => pair.right), ...content.distractors].map((right) => right.id);
      const pairs = answer['pairs'];
      return (
        isRecord(pairs) &&
        Object.entries(pairs).every(([left, right]) => lefts.includes(left) && rights.includes(right as string))
      );
    }
    case 'ordering':
      return (
        areSomeOf(
          answer['order'],
          content.steps.map((step) => step.id),
        ) && answer['order'].length === content.steps.length
      );
    default:
      return assertNever(content);
  }
}
