import type { ExamId } from '#kernel/ids.ts';
import type { Tx } from '#platform/db/db.ts';
import type { ItemContent } from '#procedure/placement/items.ts';
import type { Corrections } from '#procedure/placement/scoring.ts';
import { awaitCorrections, type CorrectionRow, correctionsOf } from '../exams/index.ts';
import type { AttemptRow } from './store.ts';

/** What staff corrected in the wordings of a paper: of each the latest correction, null = the item is annulled. */
export function correctionsOn(
  paper: AttemptRow['paper'],
  rows: readonly Pick<CorrectionRow, 'itemId' | 'itemVersion' | 'body'>[],
): Corrections {
  const versions = new Map(paper.map((ref) => [ref.itemId, ref.version]));
  return new Map(
    rows
      .filter((row) => versions.get(row.itemId) === row.itemVersion)
      .map((row): [string, ItemContent | null] => [row.itemId, row.body]),
  );
}

/**
 * The corrections that count for a paper that is being marked. One that is being applied meanwhile is waited for: the
 * paper is marked by it, for it does not find the paper among those that were marked before.
 */
export async function correctionsForMarking(tx: Tx, exam: ExamId, paper: AttemptRow['paper']): Promise<Corrections> {
  await awaitCorrections(tx, exam);
  return correctionsOn(paper, await correctionsOf(tx, exam));
}
