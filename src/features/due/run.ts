import type { OfferingId } from '#kernel/ids.ts';
import { type App, command, type Work } from '#platform/app.ts';
import { dueReminders, endCourse, inviteToEvaluate, remind, startCourse, takeDecision } from '../applications/index.ts';
import { closeExpiredAttempts, nextAttemptDeadline } from '../placement/index.ts';
import { dueOfferings, earliest, nextOfferingOrReminder, OFFERING_EVENTS, type OfferingEvent } from './queries.ts';

const BATCH = 200;

const ACTS: Readonly<Record<OfferingEvent, (work: Work, id: OfferingId) => Promise<boolean>>> = {
  decision: takeDecision,
  start: startCourse,
  end: endCourse,
  evaluation: inviteToEvaluate,
};

/**
 * Does everything that is due at `now`: exams whose time is over first (ruling B, step 1), then decisions, course days,
 * evaluations, reminders. Found from the data, so a worker that stood still catches up; each act locks, checks again
 * and may run twice or in several processes without a second effect.
 *
 * One that fails is logged and does not hold up the others; it stays due.
 *
 * @param batch most offerings of each event, and most reminders, that are done in one run
 * @returns how many things were done
 */
export async function runDue(app: App, now: Date, batch = BATCH): Promise<number> {
  let done = 0;
  const attempt = async (what: string, act: () => Promise<boolean | number>): Promise<void> => {
    try {
      done += Number(await act());
    } catch (error) {
      app.log.error({ err: error, what }, 'something due could not be done');
    }
  };
  await attempt('attempts', () => closeExpiredAttempts(app, now));
  for (const event of OFFERING_EVENTS) {
    for (const id of await dueOfferings(app.database.db, event, now, batch)) {
      await attempt(`${event} ${id}`, () => command(app, { actor: 'clock' }, (work) => ACTS[event](work, id), now));
    }
  }
  for (const reminder of await dueReminders(app.database.db, now, batch)) {
    await attempt(`reminder ${reminder.id}`, () =>
      command(app, { actor: 'clock' }, (work) => remind(work, reminder), now),
    );
  }
  return done;
}

/** The next instant after `after` at which something becomes due, or null when nothing waits for its time. */
export async function nextDueAt(app: App, after: Date): Promise<Date | null> {
  const attempt = await nextAttemptDeadline(app.database.db);
  const other = await nextOfferingOrReminder(app.database.db, after);
  return earliest([attempt && attempt > after ? attempt : null, other]);
}
