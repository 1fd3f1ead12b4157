/** Says what time it is. Everything that depends on time is given one, or is given `now`. */
export interface Clock {
  now(): Date;
}

/** The wall clock of the machine: the only reader of it. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock that the demo can move ahead.
 *
 * It runs `offset` milliseconds ahead of its base. While it is frozen it stands at one instant, so
 * that everything done for an event carries the event's own due time; afterwards it goes on from
 * its offset.
 */
export class DemoClock implements Clock {
  readonly #base: Clock;
  #offsetMs = 0;
  #frozenAt: Date | undefined;

  constructor(base: Clock = systemClock) {
    this.#base = base;
  }

  now(): Date {
    return new Date(this.#frozenAt ?? this.#base.now().getTime() + this.#offsetMs);
  }

  /** Milliseconds this clock runs ahead of its base. */
  get offset(): number {
    return this.#offsetMs;
  }

  /**
   * @param offsetMs a whole number of milliseconds
   * @throws RangeError when it is not a safe whole number
   */
  setOffset(offsetMs: number): void {
    if (!Number.isSafeInteger(offsetMs)) throw new RangeError(`not a whole number of milliseconds: ${offsetMs}`);
    this.#offsetMs = offsetMs;
  }

  /** From now on `now()` answers exactly this instant, until `unfreeze()`. */
  freezeAt(instant: Date): void {
    this.#frozenAt = new Date(instant);
  }

  /** Goes on from the offset; the instant it was frozen at leaves no trace. */
  unfreeze(): void {
    this.#frozenAt = undefined;
  }
}
