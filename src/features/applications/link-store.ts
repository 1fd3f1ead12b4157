import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ApplicationId } from '#kernel/ids.ts';
import { compiled } from '#platform/db/compiled.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { links } from './schema.ts';

export type LinkRow = typeof links.$inferSelect;

export async function linksInForce(handle: Db | Tx, ids: readonly ApplicationId[]): Promise<LinkRow[]> {
  if (ids.length === 0) return [];
  return linksOf(handle, ids.join(','));
}

const linksOf = compiled<[string], LinkRow[]>((handle, ids) =>
  handle
    .select()
    .from(links)
    .where(and(sql`${links.applicationId} = any(string_to_array(${ids}, ',')::uuid[])`, isNull(links.revokedAt))),
);

export async function insertLink(tx: Tx, row: typeof links.$inferInsert): Promise<void> {
  await tx.insert(links).values(row);
}

export async function findLink(handle: Db | Tx, codeHash: string): Promise<LinkRow | undefined> {
  const [row] = await linkByCode(handle, codeHash);
  return row;
}

const linkByCode = compiled<[string], LinkRow[]>((handle, codeHash) =>
  handle
    .select()
    .from(links)
    .where(and(eq(links.codeHash, codeHash), isNull(links.revokedAt))),
);

export async function revokeLinks(tx: Tx, id: ApplicationId, purpose: LinkRow['purpose'], now: Date): Promise<void> {
  await tx
    .update(links)
    .set({ revokedAt: now })
    .where(and(eq(links.applicationId, id), eq(links.purpose, purpose), isNull(links.revokedAt)));
}

/**
 * Counts a try to open a link: a right one forgives the wrong ones before it, unless there were `most` of them already.
 * In one statement, so that tries at the same instant are all counted.
 *
 * @returns how many wrong ones there are now; 0 = it was right, and in time
 */
export async function countTry(
  tx: Tx,
  codeHash: string,
  { right, most }: { readonly right: boolean; readonly most: number },
): Promise<number> {
  const forgives = sql`${right}::boolean and ${links.wrongTries} < ${most}::integer`;
  const [row] = await tx
    .update(links)
    .set({ wrongTries: sql`case when ${forgives} then 0 else ${links.wrongTries} + 1 end` })
    .where(eq(links.codeHash, codeHash))
    .returning({ wrongTries: links.wrongTries });
  return row?.wrongTries ?? most + 1;
}

/** Forgives the wrong tries at a link. */
export async function forgiveTries(tx: Tx, codeHash: string): Promise<void> {
  await tx.update(links).set({ wrongTries: 0 }).where(eq(links.codeHash, codeHash));
}
