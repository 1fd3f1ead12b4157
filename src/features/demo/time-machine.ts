import type { App } from '#platform/app.ts';
import type { DemoClock } from '#platform/clock/clock.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { nextDueAt, runDue } from '../due/index.ts';
import { type SmsGateway, sendLeftBehind } from '../messages/index.ts';
import { saveOffset } from './store.ts';

/** Moves the demo through time. One move at a time. */
export type TimeMachine = {
  readonly clock: DemoClock;
  /** Goes to `target`, doing everything that becomes due on the way, each with the clock at its own due time. */
  readonly goTo: (target: Date) => Promise<Date>;
  /** The same for the past of the demo data: the clock stays at `target` and its offset is not kept. */
  readonly replayTo: (target: Date, between?: () => Promise<void>) => Promise<void>;
  /** Back to the wall clock. */
  readonly reset: () => Promise<void>;
  /** Runs something while no other move is under way. */
  readonly alone: <T>(run: () => Promise<T>) => Promise<T>;
};

export function createTimeMachine(app: App, clock: DemoClock, gateway: SmsGateway): TimeMachine {
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(run: () => Promise<T>): Promise<T> => {
    const turn = last.then(run, run);
    last = turn.catch(() => undefined);
    return turn;
  };

  const standAt = async (at: Date): Promise<void> => {
    clock.freezeAt(at);
    await runDue(app, at);
    await sendLeftBehind(app, gateway, 0);
  };

  const replayTo = async (target: Date, between: () => Promise<void> = async () => undefined): Promise<void> => {
    for (
      let next = await nextDueAt(app, clock.now());
      next && next <= target;
      next = await nextDueAt(app, clock.now())
    ) {
      await standAt(next);
      await between();
    }
    clock.freezeAt(target);
  };

  const setOffset = async (offsetMs: number): Promise<void> => {
    await app.database.inTransaction((tx) => saveOffset(tx, offsetMs));
    clock.setOffset(offsetMs);
    clock.unfreeze();
  };

  return {
    clock,
    alone,
    replayTo,
    goTo: (target) =>
      alone(async () => {
        try {
          await standAt(clock.now());
          await replayTo(target);
          await sendLeftBehind(app, gateway, 0);
        } finally {
          await setOffset(clock.now().getTime() - systemClock.now().getTime());
        }
        return clock.now();
      }),
    reset: () => setOffset(0),
  };
}
