import type { App } from '#platform/app.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { calendarDays } from '../../catalogue/index.ts';
import { DEMO_HOLIDAYS } from '../content/holidays.ts';
import type { TimeMachine } from '../time-machine.ts';
import { loadContent } from './content.ts';
import { demoDays } from './days.ts';
import { admitting, furtherAhead, oneBelowTheMinimum } from './future.ts';
import { cancelledAndTransferred, heldOrRunning, longHeld, postponed } from './past.ts';
import { addDemoStaff } from './staff.ts';
import { createStage } from './stage.ts';

const BEGINNING_DAYS = 230;

/**
 * Loads the demo data into an empty database: content, accounts, and 22 offerings in every state, each brought there
 * by the commands of the service with the clock set back. Dates count from today.
 */
export async function seedDemo(app: App, time: TimeMachine): Promise<void> {
  const now = systemClock.now();
  // The time machine delivers the messages itself as it passes, so no jobs are needed for them.
  const quiet: App = { ...app, jobs: { enqueue: async () => undefined } };
  time.clock.freezeAt(new Date(now.getTime() - BEGINNING_DAYS * 86_400_000));
  try {
    await loadContent(app);
    await addDemoStaff(app);
    const { holidays, ramadan } = await calendarDays(app.database.db);
    const fitr = DEMO_HOLIDAYS.filter((h) => h.name.en.includes('Fitr'));
    const days = demoDays(now, holidays, ramadan, fitr);
    const stage = createStage(quiet, time);
    const held = longHeld(stage, days);
    heldOrRunning(stage, days, now);
    postponed(stage, days);
    oneBelowTheMinimum(stage, days, now, held);
    admitting(stage, days, now, held);
    cancelledAndTransferred(stage, days, now);
    furtherAhead(stage, days, now);
    await stage.play(now);
    await time.deliver();
    await time.reset();
  } finally {
    time.clock.unfreeze();
  }
}
