import fc from 'fast-check';
import { expect, test } from 'vitest';
import { STATE_CHECKS } from './checks.ts';
import { anyChoices, anySetup, play } from './play.ts';
import { CHANGE_CHECKS } from './step-checks.ts';

const PROPERTIES: readonly { readonly title: string; readonly rulings: readonly string[] }[] = [
  {
    title: 'E never more active requests than seats, the counters equal a recount, the list in its order',
    rulings: ['E'],
  },
  { title: 'A an offering gathers only as long as its minimum is not reached', rulings: ['A'] },
  { title: '6/7 nobody waits for a minimum that is reached', rulings: ['6/7'] },
  { title: '7.3 no payment number and no booking before the pass or the proof', rulings: ['7.3', 'H3', '6.3.2'] },
  { title: '7.1, 7.4 a bill for everyone who is to pay, a booking for everyone who has', rulings: ['7.1', '7.4'] },
  { title: 'N1, B the decision leaves nothing unpaid and nobody waiting', rulings: ['N1', 'B', 'B4', 'B5'] },
  { title: '5, N2 a postponement and a new date reach every live request', rulings: ['5', 'N2'] },
  { title: 'C nobody confirmed is un-confirmed by a drop-out', rulings: ['C'] },
  { title: 'D after a new date nobody confirmed gets more than the date, nobody pays twice', rulings: ['D'] },
  { title: 'G, H money in = settled bills + finance cases, and who ends is refunded', rulings: ['G', 'H'] },
  { title: 'L, N whoever is let in has time to sit and to pay', rulings: ['L', 'N'] },
  { title: 'M never a message twice, never a clause twice for one date', rulings: ['M', 'J'] },
  { title: '8 the evaluation goes to those who came', rulings: ['8'] },
  { title: 'every live request has a next step or a true reason to wait', rulings: ['next step'] },
];

test.each(PROPERTIES)('$title', ({ rulings }) => {
  const played = fc.property(anySetup, anyChoices, (setup, choices) => {
    play(setup, choices, rulings);
  });
  expect(() => fc.assert(played, { numRuns: 600 })).not.toThrow();
});

test('every check belongs to a property', () => {
  const named = PROPERTIES.flatMap((p) => p.rulings);
  const checks = [...STATE_CHECKS, ...CHANGE_CHECKS].map((c) => c.ruling);
  expect(checks.filter((ruling) => !named.includes(ruling))).toEqual([]);
});

test('random worlds live long enough to be worth it: most are published, many reach a decision, some a new date', () => {
  const worlds = fc
    .sample(fc.tuple(anySetup, anyChoices), { numRuns: 400, seed: 7 })
    .map(([s, c]) => play(s, c, ['E']));
  const share = (claim: (state: (typeof worlds)[number]) => boolean): number =>
    worlds.filter(claim).length / worlds.length;
  expect(share((w) => w.requests.length >= 3)).toBeGreaterThan(0.5);
  expect(share((w) => ['confirmed', 'running', 'held', 'postponed'].includes(w.offering.state))).toBeGreaterThan(0.1);
  expect(share((w) => w.offering.dateVersion > 1)).toBeGreaterThan(0.1);
});
