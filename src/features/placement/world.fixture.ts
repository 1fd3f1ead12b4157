import { asc, eq } from 'drizzle-orm';
import type { ApplicationId, CourseId, OfferingId } from '#kernel/ids.ts';
import { command } from '#platform/app.ts';
import type { TestApp } from '#test/support/app.ts';
import { addOffering, aRequest, EXAM, expectOk, submit } from '#test/support/world.ts';
import { findApplication, type NewOffering, type NewRequest } from '../applications/index.ts';
import { itemsOf } from '../exams/index.ts';
import { examResults } from '../exams/schema.ts';
import { startAttempt } from './commands.ts';
import { type Answer, type AttemptRow, attemptOf } from './store.ts';

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

/** An answer to each question of the exam; `a` is the right option, `b` the wrong one. */
export async function allAnswers(app: TestApp, optionId: 'a' | 'b'): Promise<Answer[]> {
  return (await itemsOf(app.database.db, EXAM)).map((item) => ({ itemId: item.id, optionId }));
}

export const start = async (app: TestApp, id: ApplicationId, now?: Date): Promise<AttemptRow> =>
  expectOk(await command(app, { actor: 'applicant' }, (work) => startAttempt(work, id), now));

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
