import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { ApplicationId } from '#kernel/ids.ts';
import { statement } from '#platform/db/compiled.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { insertRows } from '#platform/db/recordset.ts';
import { accessTokens, otpCodes, submissionKeys } from './schema.ts';

export type OtpRow = typeof otpCodes.$inferSelect;

/** Makes other transactions about the same mobile wait until this one ends. */
export async function holdMobile(tx: Tx, mobileHash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${mobileHash}, 0))`);
}

/** When codes went to a mobile after `since`, the latest first. */
export async function sendingsSince(tx: Tx, mobileHash: string, since: Date): Promise<Date[]> {
  const rows = await tx
    .select({ sentAt: otpCodes.sentAt })
    .from(otpCodes)
    .where(and(eq(otpCodes.mobileHash, mobileHash), gt(otpCodes.sentAt, since)))
    .orderBy(desc(otpCodes.sentAt));
  return rows.map((r) => r.sentAt);
}

export async function insertOtp(tx: Tx, row: typeof otpCodes.$inferInsert): Promise<void> {
  await tx.insert(otpCodes).values(row);
}

/** The code sent last to a mobile; earlier ones no longer count. */
export async function newestOtp(tx: Tx, mobileHash: string): Promise<OtpRow | undefined> {
  const [row] = await tx
    .select()
    .from(otpCodes)
    .where(eq(otpCodes.mobileHash, mobileHash))
    .orderBy(desc(otpCodes.sentAt))
    .limit(1)
    .for('update');
  return row;
}

/** What judges a code that was typed. */
export type OtpFacts = Pick<OtpRow, 'id' | 'mobileHash' | 'codeHash' | 'expiresAt' | 'wrongTries' | 'spentAt'>;

/** The read of the codes sent to several mobiles after `since`, held until the transaction ends. */
export const heldOtps = (mobileHashes: readonly string[], since: Date) =>
  holdOtps(mobileHashes.join(','), since.toISOString());

const holdOtps = statement<[string, string]>(
  (hashes, since) => sql`select id, mobile_hash as "mobileHash", code_hash as "codeHash", expires_at as "expiresAt",
      wrong_tries as "wrongTries", spent_at as "spentAt" from ${otpCodes}
    where mobile_hash = any(string_to_array(${hashes}, ',')) and sent_at > ${since}::timestamptz
    order by mobile_hash, sent_at for update`,
);

/** Of what `heldOtps` answered with, the code sent last to each mobile. */
export const newestOtps = (found: readonly unknown[]): ReadonlyMap<string, OtpFacts> =>
  new Map(
    (found as (OtpFacts & { expiresAt: string; spentAt: string | null })[]).map((row) => [
      row.mobileHash,
      { ...row, expiresAt: new Date(row.expiresAt), spentAt: row.spentAt === null ? null : new Date(row.spentAt) },
    ]),
  );

const spendCodes = statement<[string, string]>(
  (now, ids) => sql`update ${otpCodes} set spent_at = ${now}::timestamptz
    where id = any(string_to_array(${ids}, ',')::uuid[]) and spent_at is null returning id`,
);

/** Statements that go along with requests that are taken in together. Rows: at least one. */
export const togetherStatements = {
  spend: (ids: readonly string[], now: Date) => spendCodes(now.toISOString(), ids.join(',')),
  tokens: (rows: readonly (typeof accessTokens.$inferInsert)[]) => insertRows(accessTokens, rows, 'returning 1'),
  keys: (rows: readonly (typeof submissionKeys.$inferInsert)[]) => insertRows(submissionKeys, rows, 'returning 1'),
};

export async function countWrongCode(tx: Tx, id: string): Promise<void> {
  await tx
    .update(otpCodes)
    .set({ wrongTries: sql`${otpCodes.wrongTries} + 1` })
    .where(eq(otpCodes.id, id));
}

/** @throws Error when the code is spent already */
export async function markSpent(tx: Tx, id: string, now: Date): Promise<void> {
  const rows = await tx
    .update(otpCodes)
    .set({ spentAt: now })
    .where(and(eq(otpCodes.id, id), isNull(otpCodes.spentAt)))
    .returning({ id: otpCodes.id });
  if (rows.length !== 1) throw new Error('a code is spent once');
}

export async function insertAccessToken(tx: Tx, row: typeof accessTokens.$inferInsert): Promise<void> {
  await tx.insert(accessTokens).values(row);
}

/** The request that a token opens. */
export async function applicationOfToken(handle: Db | Tx, tokenHash: string): Promise<ApplicationId | undefined> {
  const [row] = await handle
    .select({ applicationId: accessTokens.applicationId })
    .from(accessTokens)
    .where(eq(accessTokens.tokenHash, tokenHash));
  return row?.applicationId;
}

export type SubmissionKeyRow = typeof submissionKeys.$inferSelect;

export async function findSubmissionKey(handle: Db | Tx, keyHash: string): Promise<SubmissionKeyRow | undefined> {
  const [row] = await handle.select().from(submissionKeys).where(eq(submissionKeys.keyHash, keyHash));
  return row;
}

export async function insertSubmissionKey(tx: Tx, row: typeof submissionKeys.$inferInsert): Promise<void> {
  await tx.insert(submissionKeys).values(row);
}
