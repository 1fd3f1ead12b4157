import type { ApplicationId } from '#kernel/ids.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import { decideExtraTime, type ExtraTimeRefusal } from '#procedure/placement/sitting.ts';
import { carryOut, holdBoth } from '../applications/index.ts';
import { addEvent, addExtraTime, extraMinutesOf, lockAttemptOf, prolongAttempt } from './store.ts';

/**
 * WCAG 2.2.1: staff give a person more time for the exam of a request, beforehand or while it is being sat. An attempt
 * under way ends later at once; its page shows it with the next answer.
 *
 * @param minutes whole minutes on top of the time limit and of what was granted before
 * @returns the new end of the attempt under way, else null
 */
export async function grantExtraTime(
  work: Work,
  id: ApplicationId,
  { minutes, reason }: { readonly minutes: number; readonly reason: string },
): Promise<Result<{ readonly endsAt: Date | null }, ExtraTimeRefusal | { readonly code: 'not_found' }>> {
  const held = await holdBoth(work, id);
  if (!held) return err({ code: 'not_found' });
  const { record, application } = held;
  const { row } = application;
  const attempt = await lockAttemptOf(work.tx, id);
  const granted = await extraMinutesOf(work.tx, id);
  const decided = decideExtraTime(
    {
      state: row.state,
      examNeeded: row.examId !== null && !application.facts.hasPass && row.proof !== 'accepted',
      schedule: record.facts.schedule,
      granted,
      attempt: attempt ? { deadlineAt: attempt.deadlineAt, closed: attempt.closedAt !== null } : null,
    },
    minutes,
    work.now,
  );
  if (!decided.ok) return decided;
  const { endsAt } = decided.value;
  const grantedBy = work.actorName ?? work.actor;
  await addExtraTime(work.tx, { applicationId: id, minutes, reason, grantedBy, grantedAt: work.now });
  if (attempt && endsAt) {
    await prolongAttempt(work.tx, attempt.id, endsAt, granted + minutes);
    await addEvent(work.tx, attempt.id, 'extra_time', work.now, { minutes, by: grantedBy });
  }
  const step = {
    application: id,
    action: 'grant_extra_time',
    from: row.state,
    to: row.state,
    clause: null,
    sms: [],
  } as const;
  const details = { minutes: String(minutes), note: reason };
  await carryOut(work, { record, decision: { steps: [step] }, applications: [application], details });
  return ok({ endsAt });
}
