import { and, asc, desc, eq, inArray, isNotNull, max, ne, or, sql } from 'drizzle-orm';
import type { ExamId, PersonId } from '#kernel/ids.ts';
import type { Bilingual } from '#kernel/lang.ts';
import { compiled } from '#platform/db/compiled.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { insertRows } from '#platform/db/recordset.ts';
import { attemptsUsed, passCounts, retakeFrom } from '#procedure/placement/need.ts';
import type { ItemRef } from '#procedure/placement/publish.ts';
import {
  bankItems,
  bankItemVersions,
  bankTopics,
  examResults,
  exams,
  examVersions,
  itemCorrections,
} from './schema.ts';

export type ExamRow = typeof exams.$inferSelect;
export type ItemRow = typeof bankItems.$inferSelect;
export type WordingRow = typeof bankItemVersions.$inferSelect;
export type ExamVersionRow = typeof examVersions.$inferSelect;
export type CorrectionRow = typeof itemCorrections.$inferSelect;

/** Rows of one insert: far below the limit of parameters in a statement. */
const CHUNK = 500;

export async function findExam(handle: Db | Tx, id: ExamId): Promise<ExamRow | undefined> {
  const [row] = await examById(handle, id);
  return row;
}

const examById = compiled<[ExamId], ExamRow[]>((handle, id) => handle.select().from(exams).where(eq(exams.id, id)));

/** Reads an exam and holds it, for what is published next. */
export async function lockExam(tx: Tx, id: ExamId): Promise<ExamRow | undefined> {
  const [row] = await tx.select().from(exams).where(eq(exams.id, id)).for('update');
  return row;
}

export async function listExams(handle: Db | Tx): Promise<ExamRow[]> {
  return handle.select().from(exams).orderBy(asc(exams.id));
}

/** Adds an exam; nobody can sit it before it is published. */
export async function addExam(tx: Tx, exam: typeof exams.$inferInsert): Promise<void> {
  await tx.insert(exams).values(exam);
}

/** What an author may change of an exam; attempts under way keep the version that they belong to. */
export type ExamSettings = Omit<ExamRow, 'id' | 'publishedVersion' | 'revision'>;

/**
 * Saves what the next version of an exam will be made of.
 * @param revision the one that the author saw; undefined = whatever is there
 * @returns false when there is no such exam, or somebody else has saved it meanwhile
 */
export async function saveExamSettings(
  tx: Tx,
  id: ExamId,
  values: Partial<ExamSettings>,
  revision?: number,
): Promise<boolean> {
  const where = revision === undefined ? eq(exams.id, id) : and(eq(exams.id, id), eq(exams.revision, revision));
  const rows = await tx
    .update(exams)
    .set({ ...values, revision: sql`${exams.revision} + 1` })
    .where(where)
    .returning({ id: exams.id });
  return rows.length === 1;
}

export type TopicRow = typeof bankTopics.$inferSelect;

/** Names topics in both languages; what was named before is named anew. */
export async function saveTopics(tx: Tx, topics: readonly TopicRow[]): Promise<void> {
  if (topics.length === 0) return;
  const set = { titleAr: sql`excluded.title_ar`, titleEn: sql`excluded.title_en` };
  await tx
    .insert(bankTopics)
    .values([...topics])
    .onConflictDoUpdate({ target: bankTopics.name, set });
}

/** Topics that nobody has named yet are read as they are written, in both languages. */
export async function ensureTopics(tx: Tx, names: ReadonlySet<string>): Promise<void> {
  if (names.size === 0) return;
  const rows = [...names].map((name) => ({ name, titleAr: name, titleEn: name }));
  await tx.insert(bankTopics).values(rows).onConflictDoNothing();
}

/** How topics are read, by their names, in the order of the Arabic titles. */
export async function topicTitles(handle: Db | Tx): Promise<ReadonlyMap<string, Bilingual>> {
  const rows = await allTopics(handle);
  return new Map(rows.map((row) => [row.name, { ar: row.titleAr, en: row.titleEn }]));
}

const allTopics = compiled<[], (typeof bankTopics.$inferSelect)[]>((handle) =>
  handle.select().from(bankTopics).orderBy(asc(bankTopics.titleAr)),
);

/** Adds items with their first wording. */
export async function insertItems(
  tx: Tx,
  items: readonly (typeof bankItems.$inferInsert)[],
  wordings: readonly (typeof bankItemVersions.$inferInsert)[],
): Promise<void> {
  for (let i = 0; i < items.length; i += CHUNK) await tx.insert(bankItems).values(items.slice(i, i + CHUNK));
  for (let i = 0; i < wordings.length; i += CHUNK) {
    await tx.insert(bankItemVersions).values(wordings.slice(i, i + CHUNK));
  }
}

export async function lockItem(tx: Tx, id: string): Promise<ItemRow | undefined> {
  const [row] = await tx.select().from(bankItems).where(eq(bankItems.id, id)).for('update');
  return row;
}

export async function findWording(handle: Db | Tx, { itemId, version }: ItemRef): Promise<WordingRow | undefined> {
  const [row] = await handle
    .select()
    .from(bankItemVersions)
    .where(and(eq(bankItemVersions.itemId, itemId), eq(bankItemVersions.version, version)));
  return row;
}

/** All wordings of an item, the latest first. */
export async function wordingsOf(handle: Db | Tx, itemId: string): Promise<WordingRow[]> {
  return handle
    .select()
    .from(bankItemVersions)
    .where(eq(bankItemVersions.itemId, itemId))
    .orderBy(desc(bankItemVersions.version));
}

export async function insertWording(tx: Tx, row: typeof bankItemVersions.$inferInsert): Promise<void> {
  await tx.insert(bankItemVersions).values(row);
}

/** Changes a wording that nobody has approved yet; the database refuses it for every other. */
export async function updateWording(
  tx: Tx,
  { itemId, version }: ItemRef,
  values: Partial<typeof bankItemVersions.$inferInsert>,
): Promise<void> {
  const rows = await tx
    .update(bankItemVersions)
    .set(values)
    .where(and(eq(bankItemVersions.itemId, itemId), eq(bankItemVersions.version, version)))
    .returning({ id: bankItemVersions.itemId });
  if (rows.length !== 1) throw new Error(`item ${itemId} has no version ${version}`);
}

export async function updateItem(tx: Tx, id: string, values: Partial<typeof bankItems.$inferInsert>): Promise<void> {
  const rows = await tx
    .update(bankItems)
    .set({ ...values, revision: sql`${bankItems.revision} + 1` })
    .where(eq(bankItems.id, id))
    .returning({ id: bankItems.id });
  if (rows.length !== 1) throw new Error(`there is no item ${id}`);
}

/**
 * The items that a blueprint names or may draw, each in its latest approved wording, or in its latest one where none
 * is approved. Of items that are drawn only those that can be.
 */
export async function bankFor(handle: Db | Tx, itemIds: readonly string[], topics: readonly string[]) {
  return handle
    .select({ item: bankItems, wording: bankItemVersions })
    .from(bankItems)
    .innerJoin(
      bankItemVersions,
      and(
        eq(bankItemVersions.itemId, bankItems.id),
        eq(bankItemVersions.version, sql`coalesce(${bankItems.approvedVersion}, ${bankItems.latestVersion})`),
      ),
    )
    .where(
      or(
        inArray(bankItems.id, [...itemIds]),
        and(
          inArray(bankItemVersions.topic, [...topics]),
          isNotNull(bankItems.approvedVersion),
          ne(bankItems.state, 'retired'),
        ),
      ),
    )
    .orderBy(asc(bankItems.number));
}

export async function latestExamVersion(tx: Tx, id: ExamId): Promise<number> {
  const [row] = await tx
    .select({ version: max(examVersions.version) })
    .from(examVersions)
    .where(eq(examVersions.examId, id));
  return row?.version ?? 0;
}

/** Adds a version and lets new attempts have it. */
export async function insertExamVersion(tx: Tx, row: ExamVersionRow): Promise<void> {
  await tx.insert(examVersions).values(row);
  await tx
    .update(exams)
    .set({ publishedVersion: row.version, revision: sql`${exams.revision} + 1` })
    .where(eq(exams.id, row.examId));
}

export async function findExamVersion(
  handle: Db | Tx,
  examId: ExamId,
  version: number,
): Promise<ExamVersionRow | undefined> {
  const [row] = await handle
    .select()
    .from(examVersions)
    .where(and(eq(examVersions.examId, examId), eq(examVersions.version, version)));
  return row;
}

/** All versions of an exam, the latest first. */
export async function examVersionsOf(handle: Db | Tx, examId: ExamId): Promise<ExamVersionRow[]> {
  return handle.select().from(examVersions).where(eq(examVersions.examId, examId)).orderBy(desc(examVersions.version));
}

/** The wordings of these items in these versions, in no order. */
export async function wordingsAt(handle: Db | Tx, refs: readonly ItemRef[]): Promise<WordingRow[]> {
  if (refs.length === 0) return [];
  const wanted = new Set(refs.map((ref) => `${ref.itemId} ${ref.version}`));
  const rows = await handle
    .select()
    .from(bankItemVersions)
    .where(inArray(bankItemVersions.itemId, [...new Set(refs.map((ref) => ref.itemId))]));
  return rows.filter((row) => wanted.has(`${row.itemId} ${row.version}`));
}

/** Corrections of items of an exam after it was sat, in the order in which they were made. */
export async function correctionsOf(handle: Db | Tx, examId: ExamId): Promise<CorrectionRow[]> {
  return correctionsOfExam(handle, examId);
}

const correctionsOfExam = compiled<[ExamId], CorrectionRow[]>((handle, examId) =>
  handle
    .select()
    .from(itemCorrections)
    .where(eq(itemCorrections.examId, examId))
    .orderBy(asc(itemCorrections.madeAt), asc(itemCorrections.id)),
);

export async function insertCorrection(tx: Tx, row: typeof itemCorrections.$inferInsert): Promise<void> {
  await tx.insert(itemCorrections).values(row);
}

/**
 * Waits for corrections of this exam that are being applied, so that what is read afterwards has them. Others may do
 * the same at the same time.
 */
export async function awaitCorrections(tx: Tx, id: ExamId): Promise<void> {
  await sharedExam(tx, id);
}

const sharedExam = compiled<[ExamId], { id: ExamId }[]>((handle, id) =>
  handle.select({ id: exams.id }).from(exams).where(eq(exams.id, id)).for('key share'),
);

/** The result of a sitting as it counts after a correction; a sitting is known by its person and instant. */
export type AmendedResult = {
  readonly personId: PersonId;
  readonly satAt: Date;
  readonly passed: boolean;
  readonly scorePercent: number;
};

/** @throws Error when a sitting has not exactly one result */
export async function amendResults(tx: Tx, examId: ExamId, results: readonly AmendedResult[]): Promise<void> {
  for (let i = 0; i < results.length; i += CHUNK) {
    const part = results.slice(i, i + CHUNK);
    const list = JSON.stringify(part.map((r) => ({ p: r.personId, t: r.satAt, r: r.passed, s: r.scorePercent })));
    const rows = await tx
      .update(examResults)
      .set({ passed: sql`x.r`, scorePercent: sql`x.s` })
      .from(sql`jsonb_to_recordset(${list}::jsonb) as x(p uuid, t timestamptz, r boolean, s integer)`)
      .where(
        and(
          eq(examResults.examId, examId),
          eq(examResults.source, 'attempt'),
          sql`${examResults.personId} = x.p and ${examResults.satAt} = x.t`,
        ),
      )
      .returning({ id: examResults.id });
    if (rows.length !== part.length) throw new Error('a sitting has not exactly one result');
  }
}

export async function addResult(tx: Tx, row: typeof examResults.$inferInsert): Promise<void> {
  await tx.execute(insertRows(examResults, [row]));
}

/** What a person's earlier results mean for an exam now: a pass that counts, the end of a retake wait, no attempt left. */
export type Standing = {
  readonly hasPass: boolean;
  readonly retakeFrom: Date | null;
  readonly attemptsUsed: boolean;
};

/** Clause 6.2 and the ruling on 6.3.2, for one person and one exam at `now`. */
export async function standingOf(handle: Db | Tx, person: PersonId, exam: ExamId, now: Date): Promise<Standing> {
  const rows = await handle
    .select({
      passed: examResults.passed,
      satAt: examResults.satAt,
      validity: exams.validityMonths,
      wait: exams.retakeWaitDays,
      most: exams.maxAttempts,
      source: examResults.source,
    })
    .from(examResults)
    .innerJoin(exams, eq(exams.id, examResults.examId))
    .where(and(eq(examResults.personId, person), eq(examResults.examId, exam)))
    .orderBy(desc(examResults.satAt));
  const lastFail = rows.find((r) => !r.passed);
  return {
    hasPass: rows.some((r) => r.passed && passCounts(r.satAt, r.validity, now)),
    retakeFrom: lastFail ? retakeFrom(lastFail.satAt, lastFail.wait, now) : null,
    attemptsUsed: attemptsUsed(rows[0]?.most ?? null, rows.filter((r) => r.source === 'attempt').length),
  };
}
