import { and, asc, count, desc, eq, gt, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '#platform/db/db.ts';
import { foldArabic, foldDigits } from '#platform/i18n/fold.ts';
import type { Difficulty, ItemType } from '#procedure/placement/items.ts';
import { bankItems, bankItemVersions } from './schema.ts';
import type { ItemRow, WordingRow } from './store.ts';

export type ItemState = ItemRow['state'];

/** What the list of the bank is narrowed to; what is left out narrows nothing. */
export type BankFilter = {
  readonly query?: string | undefined;
  readonly topic?: string | undefined;
  readonly type?: ItemType | undefined;
  readonly difficulty?: Difficulty | undefined;
  readonly state?: ItemState | undefined;
  readonly author?: string | undefined;
};

/** A place in the list, which is ordered by the last change. */
export type BankPlace = { readonly changedAt: Date; readonly number: number };

/** An item with its latest wording. */
export type BankItem = { readonly item: ItemRow; readonly wording: WordingRow };

export type BankPage = {
  readonly items: readonly BankItem[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
};

/** Items on one page of the list. */
export const BANK_PAGE = 25;

const latest = and(eq(bankItemVersions.itemId, bankItems.id), eq(bankItemVersions.version, bankItems.latestVersion));

const contains = (word: string): SQL =>
  sql`${bankItemVersions.searchText} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`;

/** The latest number that a database column can hold: a longer one names no item. */
const MOST = 2 ** 31 - 1;

function where(filter: BankFilter): SQL | undefined {
  const words = foldArabic(filter.query ?? '')
    .split(' ')
    .filter(Boolean);
  const number = Number(foldDigits(filter.query ?? '').trim() || Number.NaN);
  const isNumber = Number.isInteger(number) && number > 0 && number <= MOST;
  return and(
    isNumber ? eq(bankItems.number, number) : and(...words.map(contains)),
    filter.topic === undefined ? undefined : eq(bankItemVersions.topic, filter.topic),
    filter.type === undefined ? undefined : eq(bankItemVersions.type, filter.type),
    filter.difficulty === undefined ? undefined : eq(bankItemVersions.difficulty, filter.difficulty),
    filter.state === undefined ? undefined : eq(bankItems.state, filter.state),
    filter.author === undefined ? undefined : eq(bankItemVersions.author, filter.author),
  );
}

/**
 * One page of the bank, what was changed last first: by words in any text of an item (spelling folded), or by its
 * number where nothing but a number is asked for, and by what else it is narrowed to.
 *
 * @param from the place after which, or before which, the page stands; undefined = the beginning
 */
export async function searchBank(
  handle: Db | Tx,
  filter: BankFilter,
  from?: { readonly side: 'after' | 'before'; readonly place: BankPlace },
): Promise<BankPage> {
  const back = from?.side === 'before';
  const beyond = from && pastPlace(from.place, back);
  const order = back
    ? [asc(bankItems.changedAt), asc(bankItems.number)]
    : [desc(bankItems.changedAt), desc(bankItems.number)];
  const rows = await handle
    .select({ item: bankItems, wording: bankItemVersions })
    .from(bankItems)
    .innerJoin(bankItemVersions, latest)
    .where(and(where(filter), beyond))
    .orderBy(...order)
    .limit(BANK_PAGE + 1);
  const more = rows.length > BANK_PAGE;
  const items = rows.slice(0, BANK_PAGE);
  if (back) return { items: items.reverse(), hasBefore: more, hasAfter: true };
  return { items, hasBefore: from !== undefined, hasAfter: more };
}

function pastPlace({ changedAt, number }: BankPlace, back: boolean): SQL | undefined {
  const past = back ? gt : lt;
  return or(
    past(bankItems.changedAt, changedAt),
    and(eq(bankItems.changedAt, changedAt), past(bankItems.number, number)),
  );
}

/** How many items there are in each state. */
export async function countByState(handle: Db | Tx): Promise<ReadonlyMap<ItemState, number>> {
  const rows = await handle.select({ state: bankItems.state, n: count() }).from(bankItems).groupBy(bankItems.state);
  return new Map(rows.map((row) => [row.state, row.n]));
}

/** Whoever wrote the latest wording of an item. */
export async function bankAuthors(handle: Db | Tx): Promise<string[]> {
  const rows = await handle
    .selectDistinct({ author: bankItemVersions.author })
    .from(bankItems)
    .innerJoin(bankItemVersions, latest)
    .orderBy(asc(bankItemVersions.author));
  return rows.map((row) => row.author);
}

/** An item by the number that people call it by, with its latest wording. */
export async function findByNumber(handle: Db | Tx, number: number): Promise<BankItem | undefined> {
  if (!Number.isInteger(number) || number < 1 || number > MOST) return undefined;
  const [row] = await handle
    .select({ item: bankItems, wording: bankItemVersions })
    .from(bankItems)
    .innerJoin(bankItemVersions, latest)
    .where(eq(bankItems.number, number));
  return row;
}

/** Items by their numbers, each with its latest wording, in the order of the numbers. */
export async function findByNumbers(handle: Db | Tx, numbers: readonly number[]): Promise<BankItem[]> {
  return handle
    .select({ item: bankItems, wording: bankItemVersions })
    .from(bankItems)
    .innerJoin(bankItemVersions, latest)
    .where(inArray(bankItems.number, [...numbers]))
    .orderBy(asc(bankItems.number));
}

/** Items by their ids, each with its latest wording, in no order. */
export async function findByIds(handle: Db | Tx, ids: readonly string[]): Promise<BankItem[]> {
  if (ids.length === 0) return [];
  return handle
    .select({ item: bankItems, wording: bankItemVersions })
    .from(bankItems)
    .innerJoin(bankItemVersions, latest)
    .where(inArray(bankItems.id, [...ids]));
}

/** How many approved items a topic has at each difficulty: what parts of an exam can draw from. */
export type Stock = { readonly topic: string; readonly difficulty: Difficulty; readonly items: number };

export async function approvedStock(handle: Db | Tx): Promise<Stock[]> {
  return handle
    .select({ topic: bankItemVersions.topic, difficulty: bankItemVersions.difficulty, items: count() })
    .from(bankItems)
    .innerJoin(
      bankItemVersions,
      and(eq(bankItemVersions.itemId, bankItems.id), eq(bankItemVersions.version, bankItems.approvedVersion)),
    )
    .where(sql`${bankItems.state} <> 'retired'`)
    .groupBy(bankItemVersions.topic, bankItemVersions.difficulty)
    .orderBy(asc(bankItemVersions.topic), asc(bankItemVersions.difficulty));
}

/** The names of all pictures in any wording of an item, or in a correction of one. */
export async function picturesInUse(handle: Db | Tx): Promise<ReadonlySet<string>> {
  const answer = await handle.execute(sql`
    select distinct file #>> '{}' as file
    from (select content as body from bank_item_version union all select body from item_correction) as texts,
      jsonb_path_query(texts.body, '$.**.file') as file`);
  return new Set((answer as unknown as { rows: { file: string }[] }).rows.map((row) => row.file));
}
