import { assertNever } from '#kernel/result.ts';
import type { ApplicationState, OfferingState } from './states.ts';

/** What happens next, or what a live request waits for: a person always sees where they stand and why. */
export const NEXT_STEPS = [
  'wait_minimum',
  'wait_new_date',
  'wait_seat',
  'sit_exam',
  'pay',
  'attend',
  'evaluate',
  'none',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/**
 * @param evaluationOpen the evaluation link was sent, is not older than its validity, and was not answered
 */
export function nextStepOf(state: ApplicationState, offering: OfferingState, evaluationOpen: boolean): NextStep {
  switch (state) {
    case 'waiting_minimum':
      return offering === 'postponed' ? 'wait_new_date' : 'wait_minimum';
    case 'waitlisted':
      return offering === 'postponed' ? 'wait_new_date' : 'wait_seat';
    case 'awaiting_exam':
      return 'sit_exam';
    case 'awaiting_payment':
      return offering === 'postponed' ? 'wait_new_date' : 'pay';
    case 'confirmed':
      return offering === 'postponed' ? 'wait_new_date' : 'attend';
    case 'attended':
      return evaluationOpen ? 'evaluate' : 'none';
    case 'absent':
    case 'rejected':
    case 'cancelled':
    case 'withdrawn':
      return 'none';
    default:
      return assertNever(state);
  }
}
