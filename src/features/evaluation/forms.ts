import { COMMENT_MAX, RATED, type Rated, type Rating, SCALE } from '#procedure/evaluation/evaluation.ts';
import type { Evaluation } from './commands.ts';

/** What was sent, to show it again; ratings that are not on the scale are left out. */
export type EvaluationForm = Readonly<Partial<Record<Rated, Rating>>> & { readonly comment: string };

export type EvaluationProblem = { readonly field: Rated | 'comment'; readonly code: 'missing' | 'too_long' };

type Read = {
  readonly form: EvaluationForm;
  readonly problems: readonly EvaluationProblem[];
  readonly answer?: Evaluation;
};

/** Reads the questionnaire. `answer` is there when nothing is wrong. Line breaks count as one character. */
export function readEvaluation(fields: Readonly<Record<string, unknown>>): Read {
  const ratings: Partial<Record<Rated, Rating>> = {};
  for (const what of RATED) {
    const rating = SCALE.find((step) => String(step) === fields[what]);
    if (rating !== undefined) ratings[what] = rating;
  }
  const raw = fields['comment'];
  const comment = typeof raw === 'string' ? raw.replaceAll('\r\n', '\n').trim() : '';
  const form = { ...ratings, comment };
  const { content, trainer, venue, organisation } = ratings;
  const problems: EvaluationProblem[] = RATED.filter((what) => ratings[what] === undefined).map((field) => ({
    field,
    code: 'missing',
  }));
  if (comment.length > COMMENT_MAX) problems.push({ field: 'comment', code: 'too_long' });
  if (!content || !trainer || !venue || !organisation || problems.length > 0) return { form, problems };
  return { form, problems, answer: { content, trainer, venue, organisation, comment: comment || null } };
}
