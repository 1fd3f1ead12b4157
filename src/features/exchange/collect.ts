import { type Draft, itemOf } from './draft.ts';
import {
  type ImportedItem,
  type Place,
  READ_LIMITS,
  type ReadFormat,
  type ReadOptions,
  type ReadResult,
  type RefusedItem,
  Unreadable,
} from './model.ts';
import { excerptOf } from './text.ts';

/** Takes the questions of a file one by one; each ends among the items or among the refusals. */
export type Collector = {
  /**
   * @param excerpt beginning of the question, for the list of refusals
   * @param read makes the draft; an `Unreadable` that it throws refuses this question and no other
   */
  take(place: Place, excerpt: string, read: () => Draft): void;
  refuse(place: Place, excerpt: string, error: Unreadable): void;
  result(): ReadResult;
};

/** @throws Unreadable `too_many_questions` from `take` and `refuse`, when a file goes beyond what is read at most */
export function createCollector(format: ReadFormat, options: ReadOptions): Collector {
  const items: ImportedItem[] = [];
  const refusals: RefusedItem[] = [];
  const pictures = new Map<string, Uint8Array>();

  const refuse = (place: Place, excerpt: string, { reason }: Unreadable): void => {
    refusals.push({ place, reason, excerpt: excerptOf(excerpt) });
    count();
  };
  const count = (): void => {
    if (items.length + refusals.length > READ_LIMITS.questions) {
      throw new Unreadable('too_many_questions', { most: READ_LIMITS.questions });
    }
  };
  return {
    take(place, excerpt, read) {
      try {
        items.push(itemOf(read(), options, pictures));
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        refuse(place, excerpt, error);
      }
      count();
    },
    refuse,
    result: () => ({ format, items, refusals, pictures }),
  };
}
