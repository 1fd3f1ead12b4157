import { asc, eq } from 'drizzle-orm';
import type { ApplicationId, CourseId, OfferingId } from '#kernel/ids.ts';
import { command } from '#platform/app.ts';
import type { TestApp } from '#test/support/app.ts';
import { addOffering, aRequest, expectOk, submit } from '#test/support/world.ts';
import { findApplication, type NewOffering, type NewRequest } from '../applications/index.ts';
import { examResults } from '../exams/schema.ts';
import { type Starter, startAttempt } from './commands.ts';
import { type AttemptRow, attemptOf, type Given } from './store.ts';

export type Sitter = {
  readonly id: ApplicationId;
  readonly reference: string;
  readonly mobile: string;
  readonly offering: OfferingId;
};

/** Somebody who awaits the exam of a new offering whose minimum is reached. */
export async function addSitter(
  app: TestApp,
  course: CourseId,
  over: { offering?: Partial<NewOffering>; request?: Partial<NewRequest> } = {},
): Promise<Sitter> {
  const offering = await addOffering(app, course, over.offering);
  const request = aRequest(offering, over.request);
  const made = await submit(app, request);
  await submit(app, aRequest(offering));
  return { id: made.id, reference: made.reference, mobile: request.mobile, offering };
}

/** An answer to each question of a paper of the exam; `a` is the right option, `b` the wrong one. */
export const allAnswers = ({ paper }: Pick<AttemptRow, 'paper'>, choice: 'a' | 'b'): Given[] =>
  paper.map(({ itemId }) => ({ itemId, answer: { type: 'single_choice', choice } }));

export const start = async (app: TestApp, id: ApplicationId, now?: Date, by?: Starter): Promise<AttemptRow> =>
  expectOk(await command(app, { actor: 'applicant' }, (work) => startAttempt(work, id, by), now));

export async function rowOf(app: TestApp, id: ApplicationId) {
  const found = await findApplication(app.database.db, id, app.clock.now());
  if (!found) throw new Error('no such request');
  return found.row;
}

export async function attemptRow(app: TestApp, id: ApplicationId): Promise<AttemptRow> {
  const row = await attemptOf(app.database.db, id);
  if (!row) throw new Error('no attempt');
  return row;
}

/** What is kept among the person's results, the oldest first. */
export async function resultsOf(app: TestApp, id: ApplicationId) {
  const { personId } = await rowOf(app, id);
  return app.database.db
    .select()
    .from(examResults)
    .where(eq(examResults.personId, personId))
    .orderBy(asc(examResults.satAt));
}
