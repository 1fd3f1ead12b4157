/** A message that is to go out, and when, in milliseconds from the start. */
export type Planned<T> = { readonly afterMs: number; readonly message: T };

export type Disorder = {
  /** How often each message goes out, from the least to the most. */
  readonly copies: readonly [least: number, most: number];
  /** How late each copy goes out, in milliseconds. */
  readonly delayMs: readonly [least: number, most: number];
  /** Whether later messages may overtake earlier ones; else each waits for the one before it. */
  readonly shuffle: boolean;
  /** The same number plans the same traffic. */
  readonly seed: number;
};

/** When each copy of each message goes out, in that order: repeats, delays and overtaking as on a bad day. */
export function planTraffic<T>(messages: readonly T[], { copies, delayMs, shuffle, seed }: Disorder): Planned<T>[] {
  const chance = dice(seed);
  let last = 0;
  const planned = messages.flatMap((message) => {
    const times = between(copies, chance);
    return Array.from({ length: times }, () => {
      const delay = between(delayMs, chance);
      last = shuffle ? delay : last + delay;
      return { afterMs: last, message, order: chance() };
    });
  });
  const sorted = shuffle ? planned.sort((a, b) => a.afterMs - b.afterMs || a.order - b.order) : planned;
  return sorted.map(({ afterMs, message }) => ({ afterMs, message }));
}

const between = ([least, most]: readonly [number, number], chance: () => number): number =>
  least + Math.floor(chance() * (most - least + 1));

/** Mulberry32: small, and the same everywhere. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
