import type { OfferingFacts } from '../lifecycle/decision.ts';

/** Seats that no active request holds, never below 0 (ruling E). */
export const seatsLeft = (o: Pick<OfferingFacts, 'max' | 'active'>): number => Math.max(0, o.max - o.active);

/** Requests are taken in: the offering gathers or admits, and the intake has not closed (rulings B5, L, N). */
export function intakeOpen(o: Pick<OfferingFacts, 'state' | 'schedule'>, now: Date): boolean {
  return (o.state === 'gathering' || o.state === 'admitting') && o.schedule !== null && now < o.schedule.intakeClosesAt;
}

/** How many requests more are needed for the minimum; 0 when it is reached. */
export const neededForMinimum = (o: Pick<OfferingFacts, 'min' | 'active'>): number => Math.max(0, o.min - o.active);
