import { and, asc, eq, getTableColumns, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '#platform/db/db.ts';
import { bankItems, bankItemVersions } from '../exams/schema.ts';
import { itemUploads } from './schema.ts';

export type UploadRow = typeof itemUploads.$inferSelect;

/** Keeps an upload; those of the same author from before, and all from before `oldest`, are removed. */
export async function replaceUpload(tx: Tx, row: UploadRow, oldest: Date): Promise<void> {
  await tx.delete(itemUploads).where(or(eq(itemUploads.author, row.author), lt(itemUploads.uploadedAt, oldest)));
  // As bytes, the embedded database takes seconds for a file of some megabytes; as text, it does not.
  const content = Buffer.from(row.content).toString('base64');
  await tx.insert(itemUploads).values({ ...row, content: sql`decode(${content}, 'base64')` });
}

/** An upload of this author; `undefined` for one of somebody else, or one that is gone. */
export async function findUpload(handle: Db | Tx, id: string, author: string): Promise<UploadRow | undefined> {
  const [row] = await handle
    .select({ ...getTableColumns(itemUploads), content: sql<string>`encode(${itemUploads.content}, 'base64')` })
    .from(itemUploads)
    .where(and(eq(itemUploads.id, id), eq(itemUploads.author, author)));
  return row && { ...row, content: new Uint8Array(Buffer.from(row.content, 'base64')) };
}

/** Takes an upload away. @returns whether it was still there: of two who take it at once, one hears `false` */
export async function takeUpload(tx: Tx, id: string, author: string): Promise<boolean> {
  const rows = await tx
    .delete(itemUploads)
    .where(and(eq(itemUploads.id, id), eq(itemUploads.author, author)))
    .returning({ id: itemUploads.id });
  return rows.length === 1;
}

/** An item of the bank as it goes out: its number, its state, and its latest wording. */
export type BankWording = Pick<typeof bankItems.$inferSelect, 'id' | 'number' | 'state'> &
  Pick<typeof bankItemVersions.$inferSelect, 'type' | 'topic' | 'difficulty' | 'points' | 'content'>;

export type OutFilter = {
  readonly topic?: string | undefined;
  /** Retired items are only named by their own state. */
  readonly state?: 'draft' | 'approved' | 'retired' | undefined;
};

/** Items in their latest wording, in the order of their numbers. @param most so many at most */
export async function wordingsFor(handle: Db | Tx, filter: OutFilter, most: number): Promise<BankWording[]> {
  const conditions: (SQL | undefined)[] = [
    filter.topic === undefined ? undefined : eq(bankItemVersions.topic, filter.topic),
    filter.state === undefined ? ne(bankItems.state, 'retired') : eq(bankItems.state, filter.state),
  ];
  return handle
    .select({
      id: bankItems.id,
      number: bankItems.number,
      state: bankItems.state,
      type: bankItemVersions.type,
      topic: bankItemVersions.topic,
      difficulty: bankItemVersions.difficulty,
      points: bankItemVersions.points,
      content: bankItemVersions.content,
    })
    .from(bankItems)
    .innerJoin(
      bankItemVersions,
      and(eq(bankItemVersions.itemId, bankItems.id), eq(bankItemVersions.version, bankItems.latestVersion)),
    )
    .where(and(...conditions))
    .orderBy(asc(bankItems.number))
    .limit(most);
}

/** Wordings of items that are not retired and ask one of these, word for word; by number. */
export async function wordingsAsking(
  db: Db,
  texts: readonly string[],
): Promise<readonly Pick<BankWording, 'number' | 'content'>[]> {
  const list = sql`(select value from jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`;
  const question = sql`${bankItemVersions.content} -> 'question'`;
  return db
    .select({ number: bankItems.number, content: bankItemVersions.content })
    .from(bankItems)
    .innerJoin(
      bankItemVersions,
      and(eq(bankItemVersions.itemId, bankItems.id), eq(bankItemVersions.version, bankItems.latestVersion)),
    )
    .where(
      and(ne(bankItems.state, 'retired'), sql`(${question} ->> 'ar' in ${list} or ${question} ->> 'en' in ${list})`),
    )
    .orderBy(asc(bankItems.number));
}
