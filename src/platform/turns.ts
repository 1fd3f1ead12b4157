import { setImmediate } from 'node:timers/promises';

/** How long one piece of work may go on before others have their turn, in milliseconds. */
const TURN_MS = 10;

/** To be awaited now and then in long work: lets requests that came meanwhile be answered, when it is time. */
export function createTurns(): () => Promise<void> {
  let begin = performance.now();
  return async () => {
    if (performance.now() - begin < TURN_MS) return;
    await setImmediate();
    begin = performance.now();
  };
}

/** Does work that is given in steps; requests that come meanwhile are answered between them. */
export async function inTurns<T>(steps: Generator<undefined, T>): Promise<T> {
  const turn = createTurns();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await turn();
  }
}
