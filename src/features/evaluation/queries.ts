import { asc, eq } from 'drizzle-orm';
import type { OfferingId } from '#kernel/ids.ts';
import type { Db, Tx } from '#platform/db/db.ts';
import { LEAST_ANSWERS, RATED, type Rated, SCALE } from '#procedure/evaluation/evaluation.ts';
import { evaluations } from './schema.ts';

export type RatingTotals = {
  /** Mean of the answers, 1 to 5, as it falls: rounded where it is shown. */
  readonly average: number;
  /** How many gave each step of the scale, from 1 to 5. */
  readonly distribution: readonly number[];
};

export type EvaluationTotals = {
  readonly count: number;
  readonly ratings: Readonly<Record<Rated, RatingTotals>>;
  /** In an order that tells nothing of who wrote first. */
  readonly comments: readonly string[];
};

/** What people said of an offering, as totals only; null while fewer than five answered. */
export async function totalsOf(handle: Db | Tx, offering: OfferingId): Promise<EvaluationTotals | null> {
  const { content, trainer, venue, organisation, comment } = evaluations;
  const rows = await handle
    .select({ content, trainer, venue, organisation, comment })
    .from(evaluations)
    .where(eq(evaluations.offeringId, offering))
    .orderBy(asc(evaluations.id));
  if (rows.length < LEAST_ANSWERS) return null;
  const ratings = Object.fromEntries(RATED.map((what) => [what, totals(rows.map((row) => row[what]))]));
  return {
    count: rows.length,
    ratings: ratings as Record<Rated, RatingTotals>,
    comments: rows.flatMap((row) => (row.comment === null ? [] : [row.comment])),
  };
}

function totals(given: readonly number[]): RatingTotals {
  return {
    average: given.reduce((sum, n) => sum + n, 0) / given.length,
    distribution: SCALE.map((step) => given.filter((n) => n === step).length),
  };
}
