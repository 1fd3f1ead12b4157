import { and, asc, eq, inArray, isNull, lte, ne, sql } from 'drizzle-orm';
import type { ApplicationId, CourseId, ExamId, OfferingId, PersonId } from '#kernel/ids.ts';
import { fils } from '#kernel/money.ts';
import { DAY_MS } from '#kernel/time.ts';
import { compiled } from '#platform/db/compiled.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { insertRows } from '#platform/db/recordset.ts';
import type { ApplicationFacts } from '#procedure/lifecycle/decision.ts';
import { type ApplicationState, LIVE_STATES } from '#procedure/lifecycle/states.ts';
import { attemptsUsed, passCounts } from '#procedure/placement/need.ts';
import { proofStands } from '#procedure/placement/proof.ts';
import { examResults, exams } from '../exams/schema.ts';
import { acceptedProofs } from '../proofs/schema.ts';
import { applications, bills, financeCases, history, links, reminders } from './schema.ts';

export type ApplicationRow = typeof applications.$inferSelect;
export type BillRow = typeof bills.$inferSelect;

/** A request with what the rules and the messages need of it. */
export type ApplicationRecord = {
  readonly row: ApplicationRow;
  readonly bill: BillRow | null;
  readonly facts: ApplicationFacts;
};

const live = [...LIVE_STATES];
const other = sql`exists (select 1 from ${applications} as o2 where o2.person_id = ${applications.personId}
  and o2.course_id = ${applications.courseId} and o2.id <> ${applications.id}
  and o2.state in ('waiting_minimum','awaiting_exam','awaiting_payment','confirmed','waitlisted'))`;

const selection = {
  row: applications,
  bill: bills,
  otherLive: sql<boolean>`${other}`,
  lastPass: sql<string | null>`(select max(r.sat_at) from ${examResults} as r
    where r.person_id = ${applications.personId} and r.exam_id = ${applications.examId} and r.passed)`,
  lastFail: sql<string | null>`(select max(r.sat_at) from ${examResults} as r
    where r.person_id = ${applications.personId} and r.exam_id = ${applications.examId} and not r.passed)`,
  validity: exams.validityMonths,
  wait: exams.retakeWaitDays,
  most: exams.maxAttempts,
  sat: sql<number>`case when ${exams.maxAttempts} is null then 0 else (select count(*)::int from ${examResults} as r
    where r.person_id = ${applications.personId} and r.exam_id = ${applications.examId} and r.source = 'attempt') end`,
};

const from = (handle: Db | Tx) =>
  handle
    .select(selection)
    .from(applications)
    .leftJoin(bills, eq(bills.applicationId, applications.id))
    .leftJoin(exams, eq(exams.id, applications.examId));

type Row = Awaited<ReturnType<typeof from>>[number];

function toRecord(r: Row, now: Date): ApplicationRecord {
  const { row, bill } = r;
  const pass = r.lastPass === null ? null : new Date(r.lastPass);
  const wait = r.lastFail === null ? null : new Date(new Date(r.lastFail).getTime() + (r.wait ?? 0) * DAY_MS);
  const facts: ApplicationFacts = {
    id: row.id,
    state: row.state,
    reason: row.reason,
    order: row.order,
    hasPass: pass !== null && passCounts(pass, r.validity, now),
    retakeFrom: wait && wait > now ? wait : null,
    attemptsUsed: attemptsUsed(r.most, r.sat),
    proof: row.proof,
    fee: fils(row.feeFils),
    waived: fils(row.waivedFils),
    examLinkVersion: row.examLinkVersion,
    bill: bill ? { state: bill.state, amount: fils(bill.amountFils), payBefore: bill.payBefore } : null,
    paid: fils(row.paidFils),
    otherLive: r.otherLive,
    attendance: row.attendance,
  };
  return { row, bill, facts };
}

/** The requests of an offering in these states, in order of submission. The offering must be held (`lockOffering`). */
export async function applicationsOf(
  handle: Db | Tx,
  offering: OfferingId,
  states: readonly ApplicationState[],
  now: Date,
  limit = 10_000,
): Promise<ApplicationRecord[]> {
  const rows = await from(handle)
    .where(and(eq(applications.offeringId, offering), inArray(applications.state, [...states])))
    .orderBy(asc(applications.order))
    .limit(limit);
  return rows.map((r) => toRecord(r, now));
}

/** Holds the request after its offering is held. */
export async function lockApplication(tx: Tx, id: ApplicationId, now: Date): Promise<ApplicationRecord | undefined> {
  const [row] = await heldApplication(tx, id);
  return row && toRecord(row, now);
}

const heldApplication = compiled<[ApplicationId], Row[]>((handle, id) =>
  from(handle).where(eq(applications.id, id)).for('update', { of: applications }),
);

export async function findApplication(
  handle: Db | Tx,
  id: ApplicationId,
  now: Date,
): Promise<ApplicationRecord | undefined> {
  const [row] = await applicationById(handle, id);
  return row && toRecord(row, now);
}

const applicationById = compiled<[ApplicationId], Row[]>((handle, id) => from(handle).where(eq(applications.id, id)));

/** Where a request belongs: what must be held before it. */
export async function placeOf(
  handle: Db | Tx,
  id: ApplicationId,
): Promise<Pick<ApplicationRow, 'personId' | 'examId' | 'offeringId'> | undefined> {
  const [row] = await placeById(handle, id);
  return row;
}

type Place = Pick<ApplicationRow, 'personId' | 'examId' | 'offeringId'>;
const { personId, examId, offeringId } = applications;
const placeById = compiled<[ApplicationId], Place[]>((handle, id) =>
  handle.select({ personId, examId, offeringId }).from(applications).where(eq(applications.id, id)),
);

export async function findByReference(
  handle: Db | Tx,
  reference: string,
  now: Date,
): Promise<ApplicationRecord | undefined> {
  const [row] = await applicationByReference(handle, reference);
  return row && toRecord(row, now);
}

const applicationByReference = compiled<[string], Row[]>((handle, reference) =>
  from(handle).where(eq(applications.reference, reference)),
);

/** The live request of a person for a course, if there is one (ruling F). */
export async function liveApplicationOf(
  handle: Db | Tx,
  person: PersonId,
  course: CourseId,
): Promise<ApplicationId | undefined> {
  const [row] = await handle
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(eq(applications.personId, person), eq(applications.courseId, course), inArray(applications.state, live)),
    );
  return row?.id;
}

/** The person's other requests that need this exam, in these states. Ordered by offering, for locking. */
export async function othersWithExam(
  handle: Db | Tx,
  person: PersonId,
  exam: ExamId,
  except: ApplicationId,
  states: readonly ApplicationState[],
): Promise<{ id: ApplicationId; offeringId: OfferingId }[]> {
  return handle
    .select({ id: applications.id, offeringId: applications.offeringId })
    .from(applications)
    .where(
      and(
        eq(applications.personId, person),
        eq(applications.examId, exam),
        inArray(applications.state, [...states]),
        ne(applications.id, except),
      ),
    )
    .orderBy(asc(applications.offeringId));
}

/**
 * H3: a proof that staff accepted for more than its own request stands for this person and exam.
 * @param today `YYYY-MM-DD` in Amman
 */
export async function hasStandingProof(
  handle: Db | Tx,
  person: PersonId,
  exam: ExamId,
  today: string,
): Promise<boolean> {
  const rows = await handle
    .select({ validUntil: acceptedProofs.validUntil })
    .from(acceptedProofs)
    .where(and(eq(acceptedProofs.personId, person), eq(acceptedProofs.examId, exam)));
  return rows.some((row) => proofStands(row.validUntil, today));
}

/** Live requests verified under a mobile, newest first (a lost link). */
export async function liveByMobile(handle: Db | Tx, mobile: string): Promise<ApplicationRow[]> {
  return handle
    .select()
    .from(applications)
    .where(eq(applications.mobile, mobile))
    .orderBy(sql`${applications.order} desc`)
    .limit(50);
}

/** Statements of a decision; they are run together (`createBatch`). */
export const statements = {
  insertApplication: (tx: Tx, row: typeof applications.$inferInsert) =>
    tx.insert(applications).values(row).returning({ id: applications.id }),
  updateApplication: (tx: Tx, id: ApplicationId, values: Partial<typeof applications.$inferInsert>) =>
    tx.update(applications).set(values).where(eq(applications.id, id)).returning({ id: applications.id }),
  insertBill: (tx: Tx, row: typeof bills.$inferInsert) => tx.insert(bills).values(row).returning({ id: bills.id }),
  updateBill: (tx: Tx, application: ApplicationId, values: Partial<typeof bills.$inferInsert>) =>
    tx.update(bills).set(values).where(eq(bills.applicationId, application)).returning({ id: bills.id }),
  insertLink: (tx: Tx, row: typeof links.$inferInsert) =>
    tx.insert(links).values(row).returning({ id: links.codeHash }),
  insertHistory: (tx: Tx, rows: readonly (typeof history.$inferInsert)[]) =>
    tx
      .insert(history)
      .values([...rows])
      .returning({ id: history.id }),
};

/** Statements that take in several requests at once; their text does not depend on how many. Rows: at least one. */
export const togetherStatements = {
  applications: (rows: readonly (typeof applications.$inferInsert)[]) => insertRows(applications, rows, 'returning id'),
  bills: (rows: readonly (typeof bills.$inferInsert)[]) => insertRows(bills, rows, 'returning id'),
  links: (rows: readonly (typeof links.$inferInsert)[]) => insertRows(links, rows, 'returning code_hash'),
  reminders: (rows: readonly (typeof reminders.$inferInsert)[]) => insertRows(reminders, rows, 'returning id'),
  history: (rows: readonly (typeof history.$inferInsert)[]) => insertRows(history, rows, 'returning id'),
};

export async function updateApplication(
  tx: Tx,
  id: ApplicationId,
  values: Partial<typeof applications.$inferInsert>,
): Promise<void> {
  const rows = await tx
    .update(applications)
    .set(values)
    .where(eq(applications.id, id))
    .returning({ id: applications.id });
  if (rows.length !== 1) throw new Error('the request that changes does not exist');
}

export async function findBillByNumber(handle: Db | Tx, number: string): Promise<BillRow | undefined> {
  const [row] = await handle.select().from(bills).where(eq(bills.number, number));
  return row;
}

export async function billsOf(handle: Db | Tx, ids: readonly ApplicationId[]): Promise<BillRow[]> {
  return ids.length === 0
    ? []
    : handle
        .select()
        .from(bills)
        .where(inArray(bills.applicationId, [...ids]));
}

export type HistoryRow = typeof history.$inferSelect;

/** @returns ids in the order of the rows */
export async function insertHistory(tx: Tx, rows: readonly (typeof history.$inferInsert)[]): Promise<number[]> {
  if (rows.length === 0) return [];
  const ids = await tx
    .insert(history)
    .values([...rows])
    .returning({ id: history.id });
  return ids.map((r) => r.id);
}

export async function historyOfApplication(handle: Db | Tx, id: ApplicationId): Promise<HistoryRow[]> {
  return handle.select().from(history).where(eq(history.applicationId, id)).orderBy(asc(history.id));
}

export async function historyOfOffering(handle: Db | Tx, id: OfferingId): Promise<HistoryRow[]> {
  return handle
    .select()
    .from(history)
    .where(and(eq(history.offeringId, id), isNull(history.applicationId)))
    .orderBy(asc(history.id));
}

export type FinanceCaseRow = typeof financeCases.$inferSelect;

export async function insertFinanceCase(tx: Tx, row: typeof financeCases.$inferInsert): Promise<void> {
  await tx.insert(financeCases).values(row);
}

export async function lockFinanceCase(tx: Tx, id: string): Promise<FinanceCaseRow | undefined> {
  const [row] = await tx.select().from(financeCases).where(eq(financeCases.id, id)).for('update');
  return row;
}

/** Sets how a case stands. @param now when it was closed; `null` where it is open again */
export async function setFinanceCase(
  tx: Tx,
  id: string,
  state: FinanceCaseRow['state'],
  note: string | null,
  now: Date | null,
): Promise<void> {
  await tx.update(financeCases).set({ state, note, closedAt: now }).where(eq(financeCases.id, id));
}

export async function insertReminders(tx: Tx, rows: readonly (typeof reminders.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(reminders)
    .values([...rows])
    .onConflictDoUpdate({
      target: [reminders.applicationId, reminders.kind, reminders.dateVersion],
      set: { dueAt: sql`excluded.due_at` },
      setWhere: isNull(reminders.doneAt),
    });
}

export async function dueReminders(handle: Db | Tx, now: Date, limit: number) {
  return handle
    .select({
      id: reminders.id,
      kind: reminders.kind,
      dateVersion: reminders.dateVersion,
      applicationId: reminders.applicationId,
      offeringId: applications.offeringId,
    })
    .from(reminders)
    .innerJoin(applications, eq(applications.id, reminders.applicationId))
    .where(and(isNull(reminders.doneAt), lte(reminders.dueAt, now)))
    .orderBy(asc(reminders.dueAt))
    .limit(limit);
}

/** @returns false when another worker did it before */
export async function finishReminder(tx: Tx, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(reminders)
    .set({ doneAt: now })
    .where(and(eq(reminders.id, id), isNull(reminders.doneAt)))
    .returning({ id: reminders.id });
  return rows.length === 1;
}

/** Open cases of too little money for a request, the oldest first. */
export async function openWrongAmounts(handle: Db | Tx, id: ApplicationId): Promise<FinanceCaseRow[]> {
  return handle
    .select()
    .from(financeCases)
    .where(
      and(eq(financeCases.applicationId, id), eq(financeCases.kind, 'wrong_amount'), eq(financeCases.state, 'open')),
    )
    .orderBy(asc(financeCases.openedAt), asc(financeCases.id));
}

/** Open refund cases of an offering, the oldest first. */
export async function openRefundCases(handle: Db | Tx, offering: OfferingId): Promise<FinanceCaseRow[]> {
  const rows = await handle
    .select({ row: financeCases })
    .from(financeCases)
    .innerJoin(applications, eq(applications.id, financeCases.applicationId))
    .where(and(eq(applications.offeringId, offering), eq(financeCases.kind, 'refund'), eq(financeCases.state, 'open')))
    .orderBy(asc(financeCases.openedAt), asc(applications.order));
  return rows.map((r) => r.row);
}
