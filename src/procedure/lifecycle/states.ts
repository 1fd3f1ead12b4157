/** Every state of a request (طلب), in the order of the procedure. */
export const APPLICATION_STATES = [
  'waiting_minimum',
  'waitlisted',
  'awaiting_exam',
  'awaiting_payment',
  'confirmed',
  'rejected',
  'cancelled',
  'withdrawn',
  'attended',
  'absent',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** Every state of an offering (a dated run of a course), in the order of its life. */
export const OFFERING_STATES = [
  'draft',
  'gathering',
  'admitting',
  'confirmed',
  'running',
  'held',
  'postponed',
  'cancelled',
] as const;
export type OfferingState = (typeof OFFERING_STATES)[number];

/** Active requests hold a seat and count toward the minimum (rulings A, E). */
export const ACTIVE_STATES = ['waiting_minimum', 'awaiting_exam', 'awaiting_payment', 'confirmed'] as const;

/** Live requests: active ones and the waiting list; one of these per person and course (ruling F). */
export const LIVE_STATES = [...ACTIVE_STATES, 'waitlisted'] as const;

export const isActive = (state: ApplicationState | null): boolean =>
  state !== null && (ACTIVE_STATES as readonly ApplicationState[]).includes(state);

export const isLive = (state: ApplicationState | null): boolean =>
  state !== null && (LIVE_STATES as readonly ApplicationState[]).includes(state);

/** Why a request ended, or `null` while it has not. */
export const REASONS = [
  'unpaid',
  'exam_not_taken',
  'no_seat',
  'offering_cancelled',
  'by_staff',
  'transferred',
  'exam_failed',
  'ineligible',
] as const;
export type Reason = (typeof REASONS)[number];
