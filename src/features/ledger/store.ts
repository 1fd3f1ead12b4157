import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { fils } from '#kernel/money.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import type { Movement, Standing } from '#procedure/payments/ledger.ts';
import { ledgerChecks, ledgerEntries, ledgerMovements } from './schema.ts';

type MovementRow = Omit<typeof ledgerMovements.$inferInsert, 'id' | 'kind'>;

/** Writes a movement with its entries. @returns its id */
export async function insertMovement(tx: Tx, movement: Movement, row: MovementRow): Promise<number> {
  const [made] = await tx
    .insert(ledgerMovements)
    .values({ ...row, kind: movement.kind })
    .returning({ id: ledgerMovements.id });
  if (!made) throw new Error('a movement was not kept');
  await tx.insert(ledgerEntries).values(
    movement.entries.map((e) => ({
      movementId: made.id,
      account: e.account,
      fils: e.fils,
      applicationId: e.application,
      billId: e.bill,
      caseId: e.financeCase,
    })),
  );
  return made.id;
}

/** Where the money of a finance case stands; `undefined` when none stands there any more. */
export async function findStanding(handle: Db | Tx, financeCase: string): Promise<Standing | undefined> {
  const { account, applicationId, billId, caseId } = ledgerEntries;
  const amount = sql<number>`sum(${ledgerEntries.fils})`.mapWith(Number);
  const rows = await handle
    .select({ account, applicationId, billId, amount })
    .from(ledgerEntries)
    .where(and(eq(caseId, financeCase), inArray(account, ['suspense', 'refund_due'])))
    .groupBy(account, applicationId, billId)
    .having(sql`sum(${ledgerEntries.fils}) <> 0`);
  const [row] = rows;
  if (!row) return undefined;
  if (rows.length > 1) throw new Error('the money of a case stands in two places');
  return {
    financeCase,
    account: row.account as Standing['account'],
    amount: fils(row.amount),
    application: row.applicationId,
    bill: row.billId,
  };
}

export type CheckRow = typeof ledgerChecks.$inferSelect;

export async function insertCheck(tx: Tx, row: typeof ledgerChecks.$inferInsert): Promise<void> {
  await tx.insert(ledgerChecks).values(row);
}

/** The last looks at the books, the newest first; of one actor where one is named. */
export async function lastChecks(handle: Db | Tx, most: number, actor?: string): Promise<CheckRow[]> {
  return handle
    .select()
    .from(ledgerChecks)
    .where(actor === undefined ? undefined : eq(ledgerChecks.actor, actor))
    .orderBy(desc(ledgerChecks.id))
    .limit(most);
}

/** Rows of a query of one column `what`. */
export async function tell(handle: Db | Tx, query: string): Promise<string[]> {
  const answer = (await handle.execute(sql.raw(query))) as unknown as { rows: { what: string }[] };
  return answer.rows.map((row) => row.what);
}
