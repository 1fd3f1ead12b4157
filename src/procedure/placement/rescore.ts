import type { ApplicationState } from '../lifecycle/states.ts';
import type { ItemContent } from './items.ts';
import type { ExamSection } from './publish.ts';

/** What a paper came to: points in hundredths, and whether that reaches the pass mark. */
export type Marked = { readonly score: number; readonly max: number; readonly passed: boolean };

/**
 * What a correction does to the result of one sitting.
 *
 * - `none`: nothing;
 * - `score`: other points, the same verdict;
 * - `now_passes`: the fail becomes a pass of the day on which it was sat;
 * - `pass_kept`: by the corrected key it would be a fail; the pass stands.
 */
export type RescoreEffect = 'none' | 'score' | 'now_passes' | 'pass_kept';

/**
 * 6.3.1, 6.3.2: what follows for one result when the key of an item is corrected, or the item annulled.
 *
 * The error was the office's, so it never costs a person anything: a pass is not taken away, whether or not a seat
 * was confirmed by it. It is marked, and keeps the score that the person was told. A fail that becomes a pass takes
 * the place of the fail: it counts from the day on which it was sat (6.2), and the retake wait of the fail is gone.
 *
 * @param stands what counts now; true also for a pass that was kept by an earlier correction
 * @param before marked with the key that counted until now
 * @param after  marked with the corrected one
 */
export function rescoreEffect(stands: boolean, before: Marked, after: Marked): RescoreEffect {
  if (after.passed && !stands) return 'now_passes';
  if (!after.passed && stands) return before.passed ? 'pass_kept' : 'none';
  return after.score !== before.score || after.max !== before.max ? 'score' : 'none';
}

/** Has a pass brought the person further: a payment number, a seat, a course? For the words of the preview. */
export const passWasUsed = (states: readonly ApplicationState[]): boolean =>
  states.some((state) => USED.includes(state));
const USED: readonly ApplicationState[] = ['awaiting_payment', 'confirmed', 'attended', 'absent'];

/**
 * What becomes of a request whose fail becomes a pass (6.3.2).
 *
 * - `settled`: it awaits this exam in another offering, and goes on as with an earlier pass (6.2/7.2, by
 *   `decidePassElsewhere`), with the message of that step;
 * - `counts`: it waits for its turn; the pass counts then;
 * - `closed`: it was closed because of the fail. It stays closed: its seat was given on, and nobody is put into a
 *   course without asking. The person may ask again, or staff enter a request for them, and the pass counts as an
 *   earlier one (6.2/7.2). No message of the procedure says this; staff call.
 */
export type PassFollows = 'settled' | 'counts' | 'closed' | 'nothing';

export function followsFromPass(state: ApplicationState, reason: string | null): PassFollows {
  if (state === 'awaiting_exam') return 'settled';
  if (state === 'waiting_minimum' || state === 'waitlisted') return 'counts';
  return state === 'rejected' && reason === 'exam_failed' ? 'closed' : 'nothing';
}

/**
 * Can every paper of a version still be marked when these items are annulled? A draw may give a person as many of the
 * annulled items as its section holds; at least one other must be left.
 */
export function leavesPoints(sections: readonly ExamSection[], annulled: ReadonlySet<string>): boolean {
  const asked = sections.reduce((sum, section) => sum + section.draw, 0);
  const lost = sections.reduce((sum, section) => {
    const held = section.items.filter((item) => annulled.has(item.itemId)).length;
    return sum + Math.min(section.draw, held);
  }, 0);
  return asked > lost;
}

/** What of an item is its key; everything else stays as it was sat. */
export type ItemKey =
  | { readonly type: 'single_choice' | 'multiple_response'; readonly correct: readonly string[] }
  | { readonly type: 'true_false'; readonly correct: boolean }
  | Pick<Extract<ItemContent, { type: 'short_answer' }>, 'type' | 'accepted'>
  | Pick<Extract<ItemContent, { type: 'numeric' }>, 'type' | 'accepted'>
  /** Id of the left side to id of the right side that belongs to it. */
  | { readonly type: 'matching'; readonly pairs: ReadonlyMap<string, string> }
  | { readonly type: 'ordering'; readonly order: readonly string[] };

/**
 * The same item with another key. Ids of the key that the item does not have are left out; a left side without a right
 * one, or an order that lacks a step, gives null.
 */
export function withKey(content: ItemContent, key: ItemKey): ItemContent | null {
  if (content.type !== key.type) return null;
  if ((content.type === 'single_choice' || content.type === 'multiple_response') && 'correct' in key) {
    const correct = Array.isArray(key.correct) ? key.correct : [];
    return { ...content, options: content.options.map((o) => ({ ...o, correct: correct.includes(o.id) })) };
  }
  if (content.type === 'true_false' && key.type === 'true_false') return { ...content, correct: key.correct };
  if (content.type === 'short_answer' && key.type === 'short_answer') return { ...content, accepted: key.accepted };
  if (content.type === 'numeric' && key.type === 'numeric') return { ...content, accepted: key.accepted };
  if (content.type === 'matching' && key.type === 'matching') return rematched(content, key.pairs);
  if (content.type === 'ordering' && key.type === 'ordering') return reordered(content, key.order);
  return null;
}

function rematched(
  content: Extract<ItemContent, { type: 'matching' }>,
  chosen: ReadonlyMap<string, string>,
): ItemContent | null {
  const rights = [...content.pairs.map((pair) => pair.right), ...content.distractors];
  const each = rights.filter((right, i) => rights.findIndex((other) => other.id === right.id) === i);
  const pairs = content.pairs.flatMap(({ left }) => {
    const right = each.find(({ id }) => id === chosen.get(left.id));
    return right ? [{ left, right }] : [];
  });
  if (pairs.length !== content.pairs.length) return null;
  const taken = new Set(pairs.map((pair) => pair.right.id));
  return { ...content, pairs, distractors: each.filter(({ id }) => !taken.has(id)) };
}

function reordered(content: Extract<ItemContent, { type: 'ordering' }>, order: readonly string[]): ItemContent | null {
  const steps = [...new Set(order)].flatMap((id) => content.steps.find((step) => step.id === id) ?? []);
  return steps.length === content.steps.length ? { ...content, steps } : null;
}
