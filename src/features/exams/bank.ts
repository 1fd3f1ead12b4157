import { err, ok, type Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/db.ts';
import { foldArabic } from '#platform/i18n/fold.ts';
import { newId } from '#platform/vault/random.ts';
import { type ItemProblem, itemProblems, languagesOf } from '#procedure/placement/item-check.ts';
import type { Difficulty, ItemContent, LocalText } from '#procedure/placement/items.ts';
import {
  ensureTopics,
  findWording,
  type ItemRow,
  insertItems,
  insertWording,
  lockItem,
  updateItem,
  updateWording,
  type WordingRow,
} from './store.ts';

/** An item as an author hands it in. */
export type ItemValues = {
  readonly content: ItemContent;
  readonly topic: string;
  readonly difficulty: Difficulty;
  /** Whole points, 1 to 100. */
  readonly points: number;
};

/** Who writes, and when. */
type Authorship = { readonly author: string; readonly now: Date };

/** Everything of an item that the search of the bank looks in, folded. */
export function searchTextOf({ content, topic }: Pick<ItemValues, 'content' | 'topic'>): string {
  const texts: (LocalText | undefined)[] = [content.question, content.picture?.alt, content.explanation];
  const words: string[] = [topic];
  switch (content.type) {
    case 'single_choice':
    case 'multiple_response':
      texts.push(...content.options.flatMap((o) => [o.text, o.picture?.alt]));
      break;
    case 'short_answer':
      words.push(...content.accepted.map((a) => a.text));
      break;
    case 'numeric':
      words.push(...content.accepted.map((a) => a.value));
      break;
    case 'matching':
      texts.push(
        ...content.pairs.flatMap((p) => [p.left.text, p.right.text]),
        ...content.distractors.map((d) => d.text),
      );
      break;
    case 'ordering':
      texts.push(...content.steps.map((s) => s.text));
      break;
    case 'true_false':
  }
  return foldArabic([...words, ...texts.flatMap((text) => [text?.ar ?? '', text?.en ?? ''])].join(' '));
}

const wordingOf = (values: ItemValues, { author, now }: Authorship) => ({
  type: values.content.type,
  topic: values.topic,
  difficulty: values.difficulty,
  points: values.points,
  content: values.content,
  searchText: searchTextOf(values),
  author,
  createdAt: now,
});

/**
 * Adds items to the bank, in this order.
 *
 * @param state `approved` for items that were reviewed elsewhere, by `reviewer`
 * @returns their ids, in the same order
 */
export async function addItems(
  tx: Tx,
  items: readonly ItemValues[],
  options: Authorship & { readonly state: 'draft' | 'approved'; readonly reviewer?: string },
): Promise<string[]> {
  const { author, now, state, reviewer = author } = options;
  const approved = state === 'approved';
  const ids = items.map(() => newId());
  await ensureTopics(tx, new Set(items.map((item) => item.topic)));
  await insertItems(
    tx,
    ids.map((id) => ({
      id,
      state,
      latestVersion: 1,
      approvedVersion: approved ? 1 : null,
      createdAt: now,
      changedAt: now,
    })),
    items.map((values, i) => ({
      ...wordingOf(values, options),
      itemId: ids[i] ?? '',
      version: 1,
      reviewer: approved ? reviewer : null,
      reviewedAt: approved ? now : null,
    })),
  );
  return ids;
}

export type BankRefusal =
  | { readonly code: 'not_found' | 'retired' | 'nothing_to_approve' | 'own_work' | 'not_retired' }
  /** Somebody else has changed the item since it was read. */
  | { readonly code: 'changed_meanwhile'; readonly by: string; readonly at: Date }
  | { readonly code: 'incomplete'; readonly problems: readonly ItemProblem[] };

/** An item and its latest wording, held; refused when it has changed since the author read it. */
async function hold(
  tx: Tx,
  id: string,
  revision: number | undefined,
): Promise<Result<{ readonly item: ItemRow; readonly latest: WordingRow }, BankRefusal>> {
  const item = await lockItem(tx, id);
  const latest = item && (await findWording(tx, { itemId: id, version: item.latestVersion }));
  if (!item || !latest) return err({ code: 'not_found' });
  if (revision !== undefined && revision !== item.revision) {
    return err({ code: 'changed_meanwhile', by: latest.reviewer ?? latest.author, at: item.changedAt });
  }
  return ok({ item, latest });
}

/**
 * Saves another wording of an item. A draft is replaced; a wording that was approved stays for ever, so that exams
 * made of it read as they were sat: the change makes the next version, a draft that is to be approved again.
 *
 * @param revision the one that the author saw; undefined = whatever is there
 * @returns the number of the version that now holds it
 */
export async function saveWording(
  tx: Tx,
  id: string,
  values: ItemValues,
  options: Authorship & { readonly revision?: number | undefined },
): Promise<Result<number, BankRefusal>> {
  const held = await hold(tx, id, options.revision);
  if (!held.ok) return held;
  const { item, latest } = held.value;
  if (item.state === 'retired') return err({ code: 'retired' });
  const wording = wordingOf(values, options);
  const isDraft = latest.reviewedAt === null;
  await ensureTopics(tx, new Set([values.topic]));
  const version = isDraft ? latest.version : latest.version + 1;
  if (isDraft) await updateWording(tx, latest, wording);
  else await insertWording(tx, { ...wording, itemId: id, version });
  await updateItem(tx, id, { state: 'draft', latestVersion: version, changedAt: options.now });
  return ok(version);
}

/**
 * Approves the draft of an item, so that exams can be published with it.
 *
 * @param fourEyes whether it takes somebody else than who wrote the draft
 */
export async function approveItem(
  tx: Tx,
  id: string,
  options: {
    readonly reviewer: string;
    readonly now: Date;
    readonly fourEyes: boolean;
    readonly revision?: number | undefined;
  },
): Promise<Result<number, BankRefusal>> {
  const { reviewer, now, fourEyes } = options;
  const held = await hold(tx, id, options.revision);
  if (!held.ok) return held;
  const { item, latest } = held.value;
  if (item.state === 'retired') return err({ code: 'retired' });
  if (latest.reviewedAt !== null) return err({ code: 'nothing_to_approve' });
  if (fourEyes && latest.author === reviewer) return err({ code: 'own_work' });
  const problems = itemProblems(latest.content, languagesOf(latest.content));
  if (problems.length > 0) return err({ code: 'incomplete', problems });
  await updateWording(tx, latest, { reviewer, reviewedAt: now });
  await updateItem(tx, id, { state: 'approved', approvedVersion: latest.version, changedAt: now });
  return ok(latest.version);
}

/** Takes an item out of use: no exam is published with it any more. Exams that were keep it. */
export async function retireItem(tx: Tx, id: string, now: Date): Promise<Result<null, BankRefusal>> {
  const held = await hold(tx, id, undefined);
  if (!held.ok) return held;
  if (held.value.item.state === 'retired') return err({ code: 'retired' });
  await updateItem(tx, id, { state: 'retired', changedAt: now });
  return ok(null);
}

/** Brings a retired item back, as it was: approved, or a draft. */
export async function bringBackItem(tx: Tx, id: string, now: Date): Promise<Result<null, BankRefusal>> {
  const held = await hold(tx, id, undefined);
  if (!held.ok) return held;
  const { item, latest } = held.value;
  if (item.state !== 'retired') return err({ code: 'not_retired' });
  await updateItem(tx, id, { state: latest.reviewedAt === null ? 'draft' : 'approved', changedAt: now });
  return ok(null);
}

/** A draft with the latest wording of an item. @returns its id */
export async function duplicateItem(
  tx: Tx,
  id: string,
  { author, now }: Authorship,
): Promise<Result<string, BankRefusal>> {
  const held = await hold(tx, id, undefined);
  if (!held.ok) return held;
  const [copy] = await addItems(tx, [held.value.latest], { author, now, state: 'draft' });
  return copy === undefined ? err({ code: 'not_found' }) : ok(copy);
}
