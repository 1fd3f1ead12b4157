import fc from 'fast-check';
import { CARD_POLICY } from '#procedure/lifecycle/decision-time.ts';
import { checkState, STATE_CHECKS } from './checks.ts';
import { offeredEvents, perform } from './events.ts';
import { TRUE_RULES } from './rules.ts';
import { CHANGE_CHECKS, checkChange } from './step-checks.ts';
import { openWorld, type Setup, type World } from './world.ts';

/** Any offering of up to eight people, with everything that can happen. */
export const anySetup: fc.Arbitrary<Setup> = fc
  .record({
    min: fc.integer({ min: 1, max: 4 }),
    spare: fc.integer({ min: 0, max: 3 }),
    paid: fc.boolean(),
    exam: fc.boolean(),
    waitingListOpen: fc.boolean(),
    keep: fc.boolean(),
  })
  .map(({ min, spare, paid, exam, waitingListOpen, keep }) => ({
    name: 'any',
    min,
    max: min + spare,
    paid,
    exam,
    people: 8,
    kinds: ['plain', 'plain', 'proof', 'pass'],
    dates: 3,
    policy: keep ? { unpaidOnPostponement: 'keep' } : CARD_POLICY,
    waitingListOpen,
    extras: new Set(['odd_payment', 'elsewhere', 'later_proof', 'staff_entry', 'staff_ending', 'hold', 'planned']),
  }));

/** A sequence of choices: each picks one of the events that the world offers at that moment. */
export const anyChoices = fc.array(fc.nat({ max: 9_999 }), { minLength: 20, maxLength: 90, size: 'max' });

/** Seldom chosen, so that most worlds live long. */
const ENDS = new Set(['cancel', 'end', 'venue']);

/**
 * Plays a world and checks what these rulings say, in every state and at every event.
 * @param rulings those of the checks that are wanted
 * @throws Violation
 */
export function play(setup: Setup, choices: readonly number[], rulings: readonly string[]): World {
  const states = STATE_CHECKS.filter((c) => rulings.includes(c.ruling));
  const changes = CHANGE_CHECKS.filter((c) => rulings.includes(c.ruling));
  if (states.length + changes.length === 0) throw new Error(`no check of ${rulings.join(', ')}`);
  let world = openWorld(setup, TRUE_RULES);
  for (const choice of choices) {
    const offered = offeredEvents(world);
    const usual = offered.filter((e) => !ENDS.has(e.kind));
    const from = choice % 25 === 0 || usual.length === 0 ? offered : usual;
    const event = from[Math.floor(choice / 25) % from.length];
    if (!event) return world;
    const outcome = perform(world, event, TRUE_RULES);
    checkChange({ before: world, event, outcome }, changes);
    checkState(outcome.world, states);
    world = outcome.world;
  }
  return world;
}
