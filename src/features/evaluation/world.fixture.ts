import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addOffering, aRequest, COURSE, submit } from '#test/support/world.ts';
import {
  endCourse,
  findApplication,
  inviteToEvaluate,
  type NewRequest,
  startCourse,
  takeDecision,
} from '../applications/index.ts';

/** When the link goes out: two hours after the one session of two hours. */
export const INVITED_AT = plusMs(TEST_NOW, 10 * DAY_MS + 4 * HOUR_MS);

export type Held = {
  readonly offering: OfferingId;
  readonly people: readonly { readonly id: ApplicationId; readonly reference: string }[];
};

/** A free course that was held with so many people; they are invited unless told. The clock stands where it ended. */
export async function addHeld(
  app: TestApp,
  count: number,
  over: Partial<NewRequest> & { invite?: boolean } = {},
): Promise<Held> {
  const { invite = true, ...request } = over;
  app.clock.freezeAt(TEST_NOW);
  const offering = await addOffering(app, COURSE.free, { min: 2, max: 10 });
  const people = [];
  for (let i = 0; i < count; i += 1) people.push(await submit(app, aRequest(offering, request)));
  const at = (ms: number) => plusMs(TEST_NOW, 10 * DAY_MS + ms);
  await command(app, { actor: 'clock' }, (work) => takeDecision(work, offering), at(-DAY_MS));
  await command(app, { actor: 'clock' }, (work) => startCourse(work, offering), at(0));
  await command(app, { actor: 'clock' }, (work) => endCourse(work, offering), at(2 * HOUR_MS));
  if (invite) await command(app, { actor: 'clock' }, (work) => inviteToEvaluate(work, offering), INVITED_AT);
  app.clock.freezeAt(INVITED_AT);
  return { offering, people };
}

export async function rowOf(app: TestApp, id: ApplicationId) {
  const found = await findApplication(app.database.db, id, app.clock.now());
  if (!found) throw new Error('no such request');
  return found.row;
}
