import { plusMs } from '#kernel/time.ts';
import type { App } from '#platform/app.ts';
import type { DemoClock } from '#platform/clock/clock.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { nextDueAt, runDue } from '../due/index.ts';
import { type SmsGateway, sendLeftBehind } from '../messages/index.ts';
import { saveOffset } from './store.ts';

/** At one instant everything is done that is due then, however much it is. */
const EVERYTHING = 100_000;

/** Moves the demo through time. One move at a time. */
export type TimeMachine = {
  readonly clock: DemoClock;
  /**
   * Goes to `target`, doing everything that becomes due on the way, each with the clock at its own due time.
   * @returns the time then; undefined when `target` is past, and nothing was done
   */
  readonly goTo: (target: Date) => Promise<Date | undefined>;
  /** As `goTo`, by so many milliseconds (0 or more) from when its turn comes: steps asked for at once add up. */
  readonly advance: (byMs: number) => Promise<Date>;
  /** The same for the past of the demo data: the clock stays at `target` and its offset is not kept. */
  readonly replayTo: (target: Date, between?: () => Promise<void>) => Promise<void>;
  /** Sends every message that waits. */
  readonly deliver: () => Promise<void>;
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

  const standAt = async (at: Date, between: () => Promise<void>): Promise<void> => {
    clock.freezeAt(at);
    await runDue(app, at, EVERYTHING);
    await between();
    await sendEverything();
  };

  const sendEverything = async (): Promise<void> => {
    while ((await sendLeftBehind(app, gateway, 0)) > 0);
  };

  const nothing = async (): Promise<void> => undefined;

  const replayTo = async (target: Date, between: () => Promise<void> = nothing): Promise<void> => {
    await sendEverything();
    for (
      let next = await nextDueAt(app, clock.now());
      next && next <= target;
      next = await nextDueAt(app, clock.now())
    ) {
      await standAt(next, between);
    }
    clock.freezeAt(target);
  };

  const keepOffset = (offsetMs: number): Promise<void> => app.database.inTransaction((tx) => saveOffset(tx, offsetMs));

  const setOffset = async (offsetMs: number): Promise<void> => {
    clock.setOffset(offsetMs);
    clock.unfreeze();
    await keepOffset(offsetMs);
  };

  const move = async (target: Date): Promise<Date> => {
    // Kept first: a program that is cut off on the way must not go on in a time before what it has done.
    await keepOffset(target.getTime() - systemClock.now().getTime());
    try {
      await standAt(clock.now(), nothing);
      await replayTo(target);
      await sendEverything();
    } finally {
      await setOffset(clock.now().getTime() - systemClock.now().getTime());
    }
    return clock.now();
  };

  const deliver = async (): Promise<void> => {
    while ((await sendLeftBehind(app, gateway, 0)) > 0);
  };

  return {
    clock,
    alone,
    deliver,
    replayTo,
    goTo: (target) => alone(async () => (target < clock.now() ? undefined : move(target))),
    advance: (byMs) => alone(() => move(plusMs(clock.now(), byMs))),
    reset: () => setOffset(0),
  };
}
