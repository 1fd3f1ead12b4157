import type { ApplicationId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import { civilDay, instantOf } from '#platform/i18n/civil.ts';
import { newId } from '#platform/vault/random.ts';
import {
  COMMENT_MAX,
  decideEvaluate,
  type EvaluationRefusal,
  RATED,
  type Rated,
  type Rating,
} from '#procedure/evaluation/evaluation.ts';
import { holdBoth, updateApplication } from '../applications/index.ts';
import { insertEvaluation, noteAnswered } from './store.ts';

export type Evaluation = Readonly<Record<Rated, Rating>> & { readonly comment?: string | null };

export type EvaluateRefusal = EvaluationRefusal | { readonly code: 'not_found' };

/**
 * Clause 8: takes in what a person says of the course, once. That they answered is kept with their request; what they
 * said is kept apart, without the person and with no more of the time than its day.
 *
 * @throws RangeError when a rating is off the scale or the comment too long: forms refuse that before
 */
export async function evaluate(
  work: Work,
  id: ApplicationId,
  answer: Evaluation,
): Promise<Result<null, EvaluateRefusal>> {
  const comment = answer.comment?.trim() || null;
  const onScale = RATED.every((what) => [1, 2, 3, 4, 5].includes(answer[what]));
  if (!onScale || (comment?.length ?? 0) > COMMENT_MAX) throw new RangeError('not an answer to the questionnaire');
  const held = await holdBoth(work, id);
  if (!held) return err({ code: 'not_found' });
  const { row } = held.application;
  const { state, evaluationSentAt: sentAt, evaluatedAt: answeredAt } = row;
  const open = decideEvaluate({ state, sentAt, answeredAt }, work.app.settings.evaluationValidDays, work.now);
  if (!open.ok) return open;

  const { content, trainer, venue, organisation } = answer;
  const day = instantOf(civilDay(work.now), 0);
  await insertEvaluation(work.tx, {
    id: newId(),
    offeringId: row.offeringId,
    content,
    trainer,
    venue,
    organisation,
    comment,
    day,
  });
  await updateApplication(work.tx, id, { evaluatedAt: work.now });
  await noteAnswered(work.tx, {
    at: work.now,
    offeringId: row.offeringId,
    applicationId: id,
    actor: work.actorName ?? work.actor,
    dateVersion: held.record.facts.dateVersion,
  });
  return ok(null);
}
