import { setImmediate } from 'node:timers/promises';

/** How long one piece of work may go on before others have their turn, in milliseconds. */
const TURN_MS = 10;

/** Does work that is given in steps; requests that come meanwhile are answered between them. */
export async function inTurns<T>(steps: Generator<undefined, T>): Promise<T> {
  let begin = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begin < TURN_MS) continue;
    await setImmediate();
    begin = performance.now();
  }
}
