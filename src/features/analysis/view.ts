import type { Bilingual } from '#kernel/lang.ts';
import type { Db } from '#platform/db/db.ts';
import { inTurns } from '#platform/turns.ts';
import { type ExamFigures, figuresInSteps } from '#procedure/placement/analysis.ts';
import { isAnswerOf } from '#procedure/placement/answers.ts';
import type { ItemFigures, SatPaper } from '#procedure/placement/item-analysis.ts';
import type { GivenAnswer, ItemContent } from '#procedure/placement/items.ts';
import { scorePaper } from '#procedure/placement/scoring.ts';
import {
  correctionsOf,
  type ExamRow,
  type ExamVersionRow,
  itemsOfVersion,
  type VersionItem,
  versionOf,
} from '../exams/index.ts';
import { correctionsOn } from '../placement/index.ts';
import {
  answersIn,
  itemNumbers,
  type MarkedSitting,
  markedSittings,
  type Sittings,
  type VersionSat,
  versionsSat,
} from './queries.ts';

/** More sittings are not read at once; a period or a version then narrows them down. */
export const MOST_SITTINGS = 5_000;

/** An item of the analysis, with its key as it counts now. */
export type AnalysedItem = {
  readonly itemId: string;
  readonly version: number;
  /** What people call it by. */
  readonly number: number;
  readonly content: ItemContent;
  /** Its key was corrected after it was sat. */
  readonly corrected: boolean;
  readonly figures: ItemFigures;
};

export type AnalysisView = {
  readonly exam: { readonly id: string; readonly title: Bilingual };
  readonly sittings: Sittings;
  readonly versions: readonly VersionSat[];
  /** Of the version looked at; null where several are. */
  readonly passMarkPercent: number | null;
  readonly figures: ExamFigures;
  /** The items that were asked, in the order of the exam. */
  readonly items: readonly AnalysedItem[];
  /** Asked, and counted for nobody. */
  readonly annulled: readonly Pick<AnalysedItem, 'itemId' | 'version' | 'number' | 'content'>[];
  /** There are more sittings than were read; these are the latest. */
  readonly limited: boolean;
};

const keyOf = (itemId: string, version: number): string => `${itemId} ${version}`;

/** The figures of an exam over the sittings that were asked for, marked by the keys as they count now. */
export async function analysisOf(db: Db, exam: ExamRow, sittings: Sittings): Promise<AnalysisView> {
  const versions = await versionsSat(db, exam.id);
  const rows = await markedSittings(db, sittings, MOST_SITTINGS + 1);
  const read = rows.slice(0, MOST_SITTINGS);
  const answers = await answersIn(
    db,
    read.map((row) => row.id),
  );
  const corrections = await correctionsOf(db, exam.id);
  const published = await publishedOf(db, exam, [...new Set(read.map((row) => row.version))]);
  const papers = await inTurns(
    papersOf(read, (row) => paperOf(row, published, answers.get(row.id) ?? new Map(), corrections)),
  );

  const asked = new Set(read.flatMap((row) => row.paper.map((ref) => keyOf(ref.itemId, ref.version))));
  const items = new Map<string, VersionItem>();
  for (const { items: all } of published.values()) {
    for (const item of all.values())
      if (asked.has(keyOf(item.id, item.version))) items.set(keyOf(item.id, item.version), item);
  }
  const numbers = await itemNumbers(
    db,
    [...items.values()].map((item) => item.id),
  );
  const now = new Map(
    [...items].map(([key, item]) => {
      const corrected = correctionsOn([{ itemId: item.id, version: item.version }], corrections).get(item.id);
      return [key, { item, corrected, content: corrected ?? item.content }] as const;
    }),
  );
  const counting = [...now].filter(([, { corrected }]) => corrected !== null);
  const figures = await inTurns(figuresInSteps(papers, new Map(counting.map(([key, { content }]) => [key, content]))));
  const byKey = new Map(figures.items.map((item) => [item.key, item]));
  const named = ({ item, content }: { item: VersionItem; content: ItemContent }) => ({
    itemId: item.id,
    version: item.version,
    number: numbers.get(item.id) ?? 0,
    content,
  });
  return {
    exam: { id: exam.id, title: { ar: exam.titleAr, en: exam.titleEn } },
    sittings,
    versions,
    passMarkPercent: published.size === 1 ? ([...published.values()][0]?.version.passMarkPercent ?? null) : null,
    figures,
    items: counting.flatMap(([key, one]) => {
      const own = byKey.get(key);
      return own ? [{ ...named(one), corrected: one.corrected !== undefined, figures: own }] : [];
    }),
    annulled: [...now.values()].filter(({ corrected }) => corrected === null).map(named),
    limited: rows.length > MOST_SITTINGS,
  };
}

type Published = ReadonlyMap<
  number,
  { readonly version: ExamVersionRow; readonly items: ReadonlyMap<string, VersionItem> }
>;

async function publishedOf(db: Db, exam: ExamRow, numbers: readonly number[]): Promise<Published> {
  const published = new Map<number, { version: ExamVersionRow; items: ReadonlyMap<string, VersionItem> }>();
  for (const number of [...numbers].sort((a, b) => b - a)) {
    const version = await versionOf(db, exam.id, number);
    if (!version) throw new Error(`exam ${exam.id} has lost its version ${number}`);
    const items = await itemsOfVersion(db, version);
    published.set(number, { version, items: new Map(items.map((item) => [item.id, item])) });
  }
  return published;
}

function* papersOf(
  rows: readonly MarkedSitting[],
  paper: (row: MarkedSitting) => SatPaper,
): Generator<undefined, SatPaper[]> {
  const papers: SatPaper[] = [];
  for (const row of rows) {
    papers.push(paper(row));
    yield;
  }
  return papers;
}

/** One sitting as the statistics read it; annulled items, and answers that do not belong to their item, are left out. */
function paperOf(
  row: MarkedSitting,
  published: Published,
  given: ReadonlyMap<string, GivenAnswer | null>,
  corrections: Parameters<typeof correctionsOn>[1],
): SatPaper {
  const { version, items } = published.get(row.version) ?? {};
  const paper = row.paper.flatMap((ref) => items?.get(ref.itemId) ?? []);
  const marked = scorePaper(paper, given, version?.passMarkPercent ?? 100, {
    corrections: correctionsOn(row.paper, corrections),
    lang: row.language,
  });
  const end = row.closedAt && row.closedAt < row.deadlineAt ? row.closedAt : row.deadlineAt;
  return {
    id: row.id,
    passed: row.passed === true,
    seconds: Math.max(0, end.getTime() - row.startedAt.getTime()) / 1_000,
    items: marked.perItem.flatMap(({ id, points, max, annulled }) => {
      const item = items?.get(id);
      if (annulled || !item) return [];
      const answer = given.get(id) ?? null;
      const own = isAnswerOf(item.content, answer) ? answer : null;
      return [{ key: keyOf(id, item.version), points, max, answer: own }];
    }),
  };
}
