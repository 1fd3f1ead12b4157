import type { Db, Tx } from '#platform/db/db.ts';
import { type ExamRow, listExams } from './store.ts';
import { versionOf } from './versions.ts';

/** An exam that asks an item or may draw it; `published`: people sit it now, not only the next version. */
export type ItemUse = { readonly exam: ExamRow; readonly published: boolean };

/** The exams that an item is in: as they are published, or as they are set up. */
export async function usesOf(handle: Db | Tx, itemId: string): Promise<ItemUse[]> {
  const uses: ItemUse[] = [];
  for (const exam of await listExams(handle)) {
    const version =
      exam.publishedVersion === null ? undefined : await versionOf(handle, exam.id, exam.publishedVersion);
    const published = version?.sections.some((s) => s.items.some((ref) => ref.itemId === itemId)) ?? false;
    const named = exam.blueprint.some((part) => part.kind === 'fixed' && part.items.includes(itemId));
    if (published || named) uses.push({ exam, published });
  }
  return uses;
}
