import { neededForMinimum, seatsLeft } from '#procedure/catalogue/seats.ts';
import type { OfferingCard } from './queries.ts';

/** How an offering stands for somebody who would like to attend. */
export type Standing =
  | 'needs_people'
  | 'open'
  | 'last_seats'
  | 'waiting_list'
  | 'full'
  | 'intake_closed'
  | 'confirmed'
  | 'running'
  | 'postponed'
  | 'held'
  | 'cancelled';

const FEW_SEATS = 2;

type Known = Pick<OfferingCard, 'state' | 'min' | 'max' | 'active' | 'waitingListOpen' | 'intakeClosesAt'>;

/** Rulings B5, E, L and N, as the public sees them. */
export function standingOf(o: Known, now: Date): Standing {
  if (o.state === 'draft') return 'intake_closed';
  if (o.state !== 'gathering' && o.state !== 'admitting') return o.state;
  if (!o.intakeClosesAt || now >= o.intakeClosesAt) return 'intake_closed';
  const left = seatsLeft(o);
  if (left === 0) return o.waitingListOpen ? 'waiting_list' : 'full';
  if (neededForMinimum(o) > 0) return 'needs_people';
  return left <= FEW_SEATS ? 'last_seats' : 'open';
}

/** Whether a request can be made now. */
export const takesRequests = (standing: Standing): boolean =>
  standing === 'needs_people' || standing === 'open' || standing === 'last_seats' || standing === 'waiting_list';
