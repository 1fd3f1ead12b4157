/** Work that arrives one by one and is done together. */
export type Group<I, O> = {
  /** @throws what the run throws: for everyone of its group */
  readonly join: (input: I) => Promise<O>;
};

type Waiting<I, O> = {
  readonly input: I;
  readonly resolve: (output: O) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Gathers what arrives while earlier work is still going on, and does it together: under load one run serves many,
 * without load nobody waits for company.
 *
 * @param options.size       how many inputs a run takes at most
 * @param options.lanes      how many runs may go on side by side
 * @param options.crowd      how many inputs must wait before one more lane is opened at once: while one run waits for the
 *   database, the processor is free for another, but many small runs cost more than few big ones; `size` unless told
 * @param options.patienceMs how long an input waits for the runs before it, until one more lane is opened
 * @param options.run        gives one output for each input, in their order
 */
export function createGroup<I, O>(options: {
  readonly size: number;
  readonly lanes: number;
  readonly crowd?: number;
  readonly patienceMs: number;
  readonly run: (inputs: readonly I[]) => Promise<readonly O[]>;
}): Group<I, O> {
  const queue: Waiting<I, O>[] = [];
  const { crowd = options.size } = options;
  let running = 0;
  let called = false;
  let isTimerSet = false;

  const runOne = async (): Promise<void> => {
    const taken = queue.splice(0, options.size);
    running += 1;
    try {
      const outputs = await options.run(taken.map((t) => t.input));
      if (outputs.length !== taken.length) throw new Error('a run gives one output for each input');
      for (const [i, t] of taken.entries()) t.resolve(outputs[i] as O);
    } catch (error) {
      for (const t of taken) t.reject(error);
    } finally {
      running -= 1;
      if (queue.length > 0) call();
    }
  };

  const call = (): void => {
    if (called) return;
    called = true;
    // What else the network brought in the same turn of the event loop comes along.
    setImmediate(() => {
      called = false;
      const isFree = running === 0 || (running < options.lanes && queue.length >= crowd);
      if (isFree && queue.length > 0) void runOne();
      if (queue.length > 0) losePatience();
    });
  };

  const losePatience = (): void => {
    if (isTimerSet) return;
    isTimerSet = true;
    setTimeout(() => {
      isTimerSet = false;
      if (queue.length > 0 && running < options.lanes) void runOne();
      if (queue.length > 0) losePatience();
    }, options.patienceMs);
  };

  return {
    join: (input) =>
      new Promise<O>((resolve, reject) => {
        queue.push({ input, resolve, reject });
        call();
      }),
  };
}
