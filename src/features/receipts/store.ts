import { and, asc, count, desc, eq, gte, ilike, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { ApplicationId } from '#kernel/ids.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { applications, bills, financeCases } from '../applications/schema.ts';
import { courses } from '../catalogue/schema.ts';
import { paymentNotices } from '../payments/schema.ts';
import { type DocumentKind, receiptDocuments, receipts, receiptVoids } from './schema.ts';

type ReceiptRow = typeof receipts.$inferSelect;
type VoidRow = typeof receiptVoids.$inferSelect;

/** A receipt, and how it was declared void if it was. */
export type ReceiptRecord = { readonly row: ReceiptRow; readonly void: VoidRow | null };

/** What a receipt is made of, as it stands now. */
export async function findWhatIsPaid(tx: Tx, id: ApplicationId, noticeId: string) {
  const [found] = await tx
    .select({
      application: applications,
      bill: bills,
      course: { ar: courses.titleAr, en: courses.titleEn },
      trx: paymentNotices.joebppsTrx,
    })
    .from(applications)
    .innerJoin(bills, eq(bills.applicationId, applications.id))
    .innerJoin(courses, eq(courses.id, applications.courseId))
    .leftJoin(paymentNotices, eq(paymentNotices.id, noticeId))
    .where(eq(applications.id, id));
  return found;
}

/** Its serial is taken when the transaction ends. */
export async function insertReceipt(tx: Tx, row: typeof receipts.$inferInsert): Promise<void> {
  await tx.insert(receipts).values(row);
}

export async function isReceipted(tx: Tx, noticeId: string): Promise<boolean> {
  const rows = await tx.select({ id: receipts.id }).from(receipts).where(eq(receipts.noticeId, noticeId));
  return rows.length > 0;
}

const records = (handle: Db | Tx) =>
  handle
    .select({ row: receipts, void: receiptVoids })
    .from(receipts)
    .leftJoin(receiptVoids, eq(receiptVoids.receiptId, receipts.id));

/** The receipts of a request, the first one first. */
export async function receiptsOf(handle: Db | Tx, id: ApplicationId): Promise<ReceiptRecord[]> {
  return records(handle).where(eq(receipts.applicationId, id)).orderBy(asc(receipts.year), asc(receipts.serial));
}

export async function findReceipt(
  handle: Db | Tx,
  { year, serial }: { readonly year: number; readonly serial: number },
): Promise<ReceiptRecord | undefined> {
  const [record] = await records(handle).where(and(eq(receipts.year, year), eq(receipts.serial, serial)));
  return record;
}

export async function findReceiptByHash(handle: Db | Tx, codeHash: string): Promise<ReceiptRecord | undefined> {
  const [record] = await records(handle).where(eq(receipts.codeHash, codeHash));
  return record;
}

/** Holds a receipt, so that it is declared void once. */
export async function lockReceipt(tx: Tx, id: string): Promise<ReceiptRecord | undefined> {
  const [locked] = await tx.select({ id: receipts.id }).from(receipts).where(eq(receipts.id, id)).for('update');
  if (!locked) return undefined;
  const [record] = await records(tx).where(eq(receipts.id, id));
  return record;
}

export async function insertVoid(tx: Tx, row: typeof receiptVoids.$inferInsert): Promise<void> {
  await tx.insert(receiptVoids).values(row);
}

/** The instant at which finance paid the fee of a request back; `null` when it did not. */
export async function refundedAt(handle: Db | Tx, id: ApplicationId): Promise<Date | null> {
  const [row] = await handle
    .select({ at: financeCases.closedAt })
    .from(financeCases)
    .where(and(eq(financeCases.applicationId, id), eq(financeCases.kind, 'refund'), eq(financeCases.state, 'refunded')))
    .orderBy(desc(financeCases.closedAt))
    .limit(1);
  return row?.at ?? null;
}

export async function findDocument(
  handle: Db | Tx,
  receiptId: string,
  kind: DocumentKind,
): Promise<Uint8Array | undefined> {
  const [row] = await handle
    .select({ bytes: receiptDocuments.bytes })
    .from(receiptDocuments)
    .where(and(eq(receiptDocuments.receiptId, receiptId), eq(receiptDocuments.kind, kind)));
  return row?.bytes;
}

/** Keeps a document unless there is one: who prints first decides. */
export async function keepDocument(tx: Tx, row: typeof receiptDocuments.$inferInsert): Promise<void> {
  await tx.insert(receiptDocuments).values(row).onConflictDoNothing();
}

export type ReceiptFilter = {
  /** A number of a receipt, payment or request, or a part of a name. */
  readonly text: string;
  readonly state: 'valid' | 'void' | undefined;
  readonly from: Date | null;
  readonly until: Date | null;
};

const contentText = (key: string) => sql<string>`${receipts.content} ->> ${key}`;
/** `%` and `_` mean themselves. */
const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

function whereOf({ text, state, from, until }: ReceiptFilter): SQL | undefined {
  const number = /^(\d{4})-(\d{1,6})$/.exec(text);
  const spoken =
    text === ''
      ? undefined
      : number
        ? and(eq(receipts.year, Number(number[1])), eq(receipts.serial, Number(number[2])))
        : or(
            eq(contentText('reference'), text.toUpperCase()),
            eq(contentText('billNumber'), text),
            eq(contentText('trx'), text),
            ilike(contentText('payer'), containing(text)),
            ilike(contentText('participant'), containing(text)),
          );
  return and(
    spoken,
    state === undefined
      ? undefined
      : state === 'valid'
        ? isNull(receiptVoids.receiptId)
        : sql`${receiptVoids.receiptId} is not null`,
    from ? gte(receipts.issuedAt, from) : undefined,
    until ? lt(receipts.issuedAt, until) : undefined,
  );
}

export type ReceiptPage = {
  readonly records: readonly ReceiptRecord[];
  readonly total: number;
  /** Of the valid ones among them. */
  readonly sumFils: number;
};

/** Receipts that fit, the latest first. @param page 1 = first */
export async function searchReceipts(db: Db, filter: ReceiptFilter, page: number, size: number): Promise<ReceiptPage> {
  const where = whereOf(filter);
  const [all] = await db
    .select({
      total: count(),
      sum: sql<string>`coalesce(sum(${receipts.amountFils}) filter (where ${receiptVoids.receiptId} is null), 0)`,
    })
    .from(receipts)
    .leftJoin(receiptVoids, eq(receiptVoids.receiptId, receipts.id))
    .where(where);
  const found = await records(db)
    .where(where)
    .orderBy(desc(receipts.year), desc(receipts.serial))
    .limit(size)
    .offset((page - 1) * size);
  return { records: found, total: all?.total ?? 0, sumFils: Number(all?.sum ?? 0) };
}
