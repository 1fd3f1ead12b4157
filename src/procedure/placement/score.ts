/** A question as it is marked: `right` holds the ids of the options that count (one in a single-choice question). */
export type MarkedQuestion = { readonly id: string; readonly right: ReadonlySet<string> };

export type Score = {
  readonly right: number;
  readonly total: number;
  /** Right answers in a hundred, rounded down: 59.9 is shown as 59, never as a mark that was not reached. */
  readonly percent: number;
  readonly passed: boolean;
};

/**
 * Clauses 6.3.1 and 6.3.2: marks an exam. It is passed when right answers × 100 >= pass mark × questions, in whole
 * numbers, so that no rounding decides. A question without an answer is not right; an answer to something that is not
 * in the exam counts for nothing.
 *
 * @param questions       the whole exam
 * @param answers         question id to the id of the chosen option
 * @param passMarkPercent 1 to 100
 * @throws RangeError when the exam has no question: everybody would pass it
 */
export function scoreExam(
  questions: readonly MarkedQuestion[],
  answers: ReadonlyMap<string, string>,
  passMarkPercent: number,
): Score {
  const total = questions.length;
  if (total === 0) throw new RangeError('an exam without questions cannot be marked');
  const right = questions.filter((q) => q.right.has(answers.get(q.id) ?? '')).length;
  return { right, total, percent: percentOf(right, total), passed: right * 100 >= passMarkPercent * total };
}

/** Right answers in a hundred, rounded down. `total` > 0. */
export const percentOf = (right: number, total: number): number => Math.floor((right * 100) / total);
