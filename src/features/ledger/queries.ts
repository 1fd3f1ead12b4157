import { asc, eq, type SQL, sql } from 'drizzle-orm';
import type { ApplicationId } from '#kernel/ids.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { ACCOUNTS, type Account, type Balance, type Entry, type MovementKind } from '#procedure/payments/ledger.ts';
import { ledgerEntries, ledgerMovements } from './schema.ts';

/** An entry with the movement that it belongs to. */
export type EntryView = Entry & {
  readonly movement: number;
  readonly at: Date;
  readonly kind: MovementKind;
  readonly actor: string;
  readonly noticeId: string | null;
  readonly note: string | null;
};

async function entriesWhere(handle: Db | Tx, where: SQL): Promise<EntryView[]> {
  return handle
    .select({
      movement: ledgerMovements.id,
      at: ledgerMovements.at,
      kind: ledgerMovements.kind,
      actor: ledgerMovements.actor,
      noticeId: ledgerMovements.noticeId,
      note: ledgerMovements.note,
      account: ledgerEntries.account,
      fils: ledgerEntries.fils,
      application: ledgerEntries.applicationId,
      bill: ledgerEntries.billId,
      financeCase: ledgerEntries.caseId,
    })
    .from(ledgerEntries)
    .innerJoin(ledgerMovements, eq(ledgerMovements.id, ledgerEntries.movementId))
    .where(where)
    .orderBy(asc(ledgerEntries.id));
}

/** The entries of a bill in their order; their sum says how it stands (`billStanding`). */
export const entriesOfBill = (handle: Db | Tx, bill: string): Promise<EntryView[]> =>
  entriesWhere(handle, eq(ledgerEntries.billId, bill));

/** The entries of a finance case in their order. */
export const entriesOfCase = (handle: Db | Tx, financeCase: string): Promise<EntryView[]> =>
  entriesWhere(handle, eq(ledgerEntries.caseId, financeCase));

/** The entries of a request in their order: its bill, its cases, what was waived and handed on. */
export const entriesOfApplication = (handle: Db | Tx, application: ApplicationId): Promise<EntryView[]> =>
  entriesWhere(handle, eq(ledgerEntries.applicationId, application));

/** What stands in each account now. */
export async function totalBalance(handle: Db | Tx): Promise<Balance> {
  const rows = await handle
    .select({ account: ledgerEntries.account, fils: sql<number>`sum(${ledgerEntries.fils})`.mapWith(Number) })
    .from(ledgerEntries)
    .groupBy(ledgerEntries.account);
  const found = new Map<Account, number>(rows.map((row) => [row.account, row.fils]));
  return Object.fromEntries(ACCOUNTS.map((account) => [account, found.get(account) ?? 0])) as Balance;
}
