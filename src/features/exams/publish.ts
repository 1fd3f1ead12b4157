import { isDeepStrictEqual } from 'node:util';
import type { ExamId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import {
  type BankEntry,
  type ExamPlan,
  type PublishProblem,
  publishCheck,
  sectionsOf,
} from '#procedure/placement/publish.ts';
import { bankFor, type ExamRow, findExamVersion, insertExamVersion, latestExamVersion, lockExam } from './store.ts';
import { rememberNothing } from './versions.ts';

type PublishRefusal =
  | { readonly code: 'not_found' | 'nothing_changed' }
  /** Somebody else has changed the exam since it was read. */
  | { readonly code: 'changed_meanwhile' }
  | { readonly code: 'problems'; readonly problems: readonly PublishProblem[] };

/** The items that a plan names or may draw, as the publish check and the draw take them. */
export async function bankOf(handle: Db | Tx, { blueprint }: Pick<ExamPlan, 'blueprint'>): Promise<BankEntry[]> {
  const items = blueprint.flatMap((part) => (part.kind === 'fixed' ? part.items : []));
  const topics = blueprint.flatMap((part) => (part.kind === 'draw' ? [part.topic] : []));
  const rows = await bankFor(handle, items, topics);
  return rows.map(({ item, wording }) => ({
    itemId: item.id,
    version: wording.version,
    standing: item.state === 'retired' ? 'retired' : item.approvedVersion === null ? 'not_approved' : 'approved',
    topic: wording.topic,
    difficulty: wording.difficulty,
    points: wording.points,
    content: wording.content,
  }));
}

/** What a version made now would hold. */
const madeFrom = (exam: ExamRow, bank: readonly BankEntry[]) => ({
  passMarkPercent: exam.passMarkPercent,
  minutes: exam.minutes,
  languages: exam.languages,
  layout: exam.layout,
  shuffleItems: exam.shuffleItems,
  shuffleOptions: exam.shuffleOptions,
  sections: sectionsOf(exam, bank),
});

async function isPublished(handle: Db | Tx, exam: ExamRow, made: ReturnType<typeof madeFrom>): Promise<boolean> {
  if (exam.publishedVersion === null) return false;
  const before = await findExamVersion(handle, exam.id, exam.publishedVersion);
  return before !== undefined && isDeepStrictEqual({ ...before, ...made }, before);
}

/** How an exam stands: what keeps it from being published, and whether publishing it would change anything. */
export async function publishState(handle: Db | Tx, exam: ExamRow) {
  const bank = await bankOf(handle, exam);
  const problems = publishCheck(exam, bank);
  return { problems, upToDate: problems.length === 0 && (await isPublished(handle, exam, madeFrom(exam, bank))) };
}

/**
 * Makes the next version of an exam from its settings and the approved wordings of its items. New attempts get it;
 * attempts under way, and all that were closed, keep theirs.
 *
 * @param revision the one that the author saw; undefined = whatever is there
 * @returns the number of the version
 */
export async function publishExam(
  tx: Tx,
  id: ExamId,
  { by, now, revision }: { readonly by: string; readonly now: Date; readonly revision?: number | undefined },
): Promise<Result<number, PublishRefusal>> {
  const exam = await lockExam(tx, id);
  if (!exam) return err({ code: 'not_found' });
  if (revision !== undefined && revision !== exam.revision) return err({ code: 'changed_meanwhile' });
  const bank = await bankOf(tx, exam);
  const problems = publishCheck(exam, bank);
  if (problems.length > 0) return err({ code: 'problems', problems });

  const made = madeFrom(exam, bank);
  if (await isPublished(tx, exam, made)) return err({ code: 'nothing_changed' });
  const version = (await latestExamVersion(tx, id)) + 1;
  rememberNothing(tx);
  await insertExamVersion(tx, { ...made, examId: id, version, publishedBy: by, publishedAt: now });
  return ok(version);
}
