import type { Clause } from './clauses.ts';
import { APPLICATION_STATES, type ApplicationState, LIVE_STATES, type OfferingState } from './states.ts';

/** Who acts: the person, the training centre, the payment network, the clock, or the procedure in consequence of another act. */
export const ACTORS = ['applicant', 'staff', 'bank', 'clock', 'procedure'] as const;
export type Actor = (typeof ACTORS)[number];

type Row<S> = {
  readonly from: readonly (S | null)[];
  readonly action: string;
  readonly to: S | 'same';
  readonly by: readonly Actor[];
  /** Clause or ruling of the card that this arrow carries out. */
  readonly source: string;
  /** Clauses that a message of this arrow may carry. */
  readonly clauses: readonly Clause[];
};

const LIVE = LIVE_STATES;
const ANY = APPLICATION_STATES;

/**
 * The life of a request, as data. One row = one arrow of the diagram in docs/procedure.md.
 * `null` in `from` is the moment before the request exists; `same` leaves the state as it is.
 */
export const APPLICATION_TRANSITIONS = [
  { from: [null], action: 'submit', to: 'waiting_minimum', by: ['applicant', 'staff'], source: '4', clauses: [] },
  { from: [null], action: 'join_waiting_list', to: 'waitlisted', by: ['applicant', 'staff'], source: 'E', clauses: [] },
  { from: [null], action: 'transfer_in', to: 'confirmed', by: ['staff'], source: 'I', clauses: [] },
  { from: ['waitlisted'], action: 'promote', to: 'waiting_minimum', by: ['procedure'], source: 'E', clauses: [] },
  {
    from: ['waiting_minimum'],
    action: 'admit_confirm',
    to: 'confirmed',
    by: ['procedure'],
    source: '6',
    clauses: ['6.1', '6.2'],
  },
  {
    from: ['waiting_minimum'],
    action: 'admit_bill',
    to: 'awaiting_payment',
    by: ['procedure'],
    source: '7',
    clauses: ['7.1', '7.2'],
  },
  {
    from: ['waiting_minimum'],
    action: 'admit_exam',
    to: 'awaiting_exam',
    by: ['procedure'],
    source: '6.3/7.3',
    clauses: ['6.3', '7.3'],
  },
  {
    from: ['waiting_minimum'],
    action: 'admit_refuse',
    to: 'rejected',
    by: ['procedure'],
    source: '6.3.2/7.3.2',
    clauses: ['6.3.2', '7.3.2'],
  },
  {
    from: ['awaiting_exam'],
    action: 'renew_exam',
    to: 'awaiting_exam',
    by: ['procedure'],
    source: 'D',
    clauses: ['6.3', '7.3'],
  },
  {
    from: ['awaiting_exam'],
    action: 'pass_confirm',
    to: 'confirmed',
    by: ['applicant', 'clock'],
    source: '6.3.1',
    clauses: ['6.3.1'],
  },
  {
    from: ['awaiting_exam'],
    action: 'pass_bill',
    to: 'awaiting_payment',
    by: ['applicant', 'clock'],
    source: '7.3.1',
    clauses: ['7.3.1'],
  },
  {
    from: ['awaiting_exam'],
    action: 'pass_wait',
    to: 'waiting_minimum',
    by: ['applicant', 'clock', 'procedure', 'staff'],
    source: 'B5',
    clauses: [],
  },
  {
    from: ['awaiting_exam'],
    action: 'fail',
    to: 'rejected',
    by: ['applicant', 'clock'],
    source: '6.3.2/7.3.2',
    clauses: ['6.3.2', '7.3.2'],
  },
  {
    from: ['awaiting_exam'],
    action: 'prove_confirm',
    to: 'confirmed',
    by: ['staff', 'procedure'],
    source: '6.2',
    clauses: ['6.2'],
  },
  {
    from: ['awaiting_exam'],
    action: 'prove_bill',
    to: 'awaiting_payment',
    by: ['staff', 'procedure'],
    source: '7.2',
    clauses: ['7.2'],
  },
  { from: LIVE, action: 'hand_in_proof', to: 'same', by: ['applicant', 'staff'], source: 'H3', clauses: [] },
  { from: LIVE, action: 'accept_proof', to: 'same', by: ['staff'], source: 'H3', clauses: [] },
  { from: LIVE, action: 'refuse_proof', to: 'same', by: ['staff'], source: 'H3', clauses: ['6.3', '7.3'] },
  {
    from: ['waiting_minimum', 'waitlisted', 'awaiting_exam'],
    action: 'grant_extra_time',
    to: 'same',
    by: ['staff'],
    source: 'H3',
    clauses: [],
  },
  {
    from: ['waiting_minimum', 'waitlisted', 'awaiting_exam', 'awaiting_payment'],
    action: 'ask_reduction',
    to: 'same',
    by: ['applicant', 'staff'],
    source: 'H5',
    clauses: [],
  },
  {
    from: ['waiting_minimum', 'waitlisted', 'awaiting_exam', 'awaiting_payment'],
    action: 'refuse_reduction',
    to: 'same',
    by: ['staff'],
    source: 'H5',
    clauses: [],
  },
  {
    from: ['waiting_minimum', 'waitlisted', 'awaiting_exam', 'awaiting_payment'],
    action: 'reduce_fee',
    to: 'same',
    by: ['staff'],
    source: 'H5',
    clauses: [],
  },
  {
    from: ['awaiting_payment'],
    action: 'waive_confirm',
    to: 'confirmed',
    by: ['staff'],
    source: 'H5',
    clauses: ['6.1', '6.2'],
  },
  { from: ANY, action: 'correct_result', to: 'same', by: ['staff'], source: '6.3.2', clauses: [] },
  {
    from: ['awaiting_payment'],
    action: 'pay',
    to: 'confirmed',
    by: ['bank', 'staff'],
    source: '7.4',
    clauses: ['7.4'],
  },
  {
    from: ['cancelled'],
    action: 'reinstate',
    to: 'confirmed',
    by: ['bank', 'staff'],
    source: 'H',
    clauses: ['7.4', '5'],
  },
  {
    from: ['awaiting_payment'],
    action: 'lapse_payment',
    to: 'cancelled',
    by: ['clock'],
    source: 'N1',
    clauses: ['N1'],
  },
  {
    from: ['awaiting_exam', 'waiting_minimum'],
    action: 'lapse_exam',
    to: 'cancelled',
    by: ['clock'],
    source: 'B4',
    clauses: [],
  },
  {
    from: ['waitlisted', 'waiting_minimum'],
    action: 'close_list',
    to: 'cancelled',
    by: ['clock'],
    source: 'B4',
    clauses: [],
  },
  { from: LIVE, action: 'postpone', to: 'same', by: ['clock'], source: '5', clauses: ['5', '5+N2'] },
  { from: LIVE, action: 'carry_over', to: 'same', by: ['staff', 'clock'], source: 'N2', clauses: ['N2', '5+N2'] },
  {
    from: ['awaiting_payment'],
    action: 'reopen_bill',
    to: 'awaiting_payment',
    by: ['procedure'],
    source: 'D',
    clauses: ['7.1', '7.2', '7.3.1'],
  },
  { from: LIVE, action: 'change_venue', to: 'same', by: ['staff'], source: 'I', clauses: [] },
  { from: LIVE, action: 'withdraw', to: 'withdrawn', by: ['applicant', 'staff'], source: 'G', clauses: [] },
  { from: LIVE, action: 'cancel_offering', to: 'cancelled', by: ['staff'], source: 'I', clauses: [] },
  { from: LIVE, action: 'cancel_by_staff', to: 'cancelled', by: ['staff'], source: 'I', clauses: [] },
  { from: LIVE, action: 'reject_ineligible', to: 'rejected', by: ['staff'], source: 'I', clauses: [] },
  { from: ['confirmed', 'absent'], action: 'attend', to: 'attended', by: ['staff', 'clock'], source: '8', clauses: [] },
  { from: ['confirmed', 'attended'], action: 'miss', to: 'absent', by: ['staff', 'clock'], source: '8', clauses: [] },
  {
    from: ['confirmed', 'attended', 'absent'],
    action: 'mark_attendance',
    to: 'same',
    by: ['staff'],
    source: '8',
    clauses: [],
  },
  {
    from: ['awaiting_exam', 'awaiting_payment', 'confirmed', 'attended'],
    action: 'remind',
    to: 'same',
    by: ['clock'],
    source: 'M',
    clauses: [],
  },
  { from: ANY, action: 'note_payment', to: 'same', by: ['bank'], source: 'H', clauses: [] },
  { from: ANY, action: 'note_refund', to: 'same', by: ['staff'], source: 'I', clauses: [] },
  {
    from: ['attended'],
    action: 'invite_evaluation',
    to: 'attended',
    by: ['clock', 'staff'],
    source: '8',
    clauses: ['8'],
  },
  { from: ['attended'], action: 'evaluate', to: 'attended', by: ['applicant'], source: '8', clauses: [] },
] as const satisfies readonly Row<ApplicationState>[];

export type ApplicationAction = (typeof APPLICATION_TRANSITIONS)[number]['action'];

/** The life of an offering, as data. */
export const OFFERING_TRANSITIONS = [
  { from: [null], action: 'prepare', to: 'draft', by: ['staff'], source: 'N', clauses: [] },
  { from: ['draft'], action: 'publish', to: 'gathering', by: ['staff'], source: 'N', clauses: [] },
  {
    from: ['gathering'],
    action: 'reach_minimum',
    to: 'admitting',
    by: ['procedure', 'staff'],
    source: '6/7',
    clauses: [],
  },
  {
    from: ['gathering', 'admitting'],
    action: 'confirm_held',
    to: 'confirmed',
    by: ['clock'],
    source: 'B4',
    clauses: [],
  },
  {
    from: ['gathering', 'admitting'],
    action: 'postpone',
    to: 'postponed',
    by: ['clock'],
    source: '5',
    clauses: ['5', '5+N2'],
  },
  {
    from: ['postponed'],
    action: 'set_new_date',
    to: 'gathering',
    by: ['staff', 'clock'],
    source: 'N2',
    clauses: ['N2', '5+N2'],
  },
  { from: ['confirmed'], action: 'start', to: 'running', by: ['clock'], source: '8', clauses: [] },
  { from: ['running'], action: 'end', to: 'held', by: ['clock'], source: '8', clauses: [] },
  {
    from: ['draft', 'gathering', 'admitting', 'confirmed', 'running', 'postponed'],
    action: 'cancel',
    to: 'cancelled',
    by: ['staff'],
    source: 'I',
    clauses: [],
  },
] as const satisfies readonly Row<OfferingState>[];

export type OfferingAction = (typeof OFFERING_TRANSITIONS)[number]['action'];

/**
 * The state that `action` leads to, or `undefined` when the table has no such arrow.
 * Commands refuse by it, pages choose their buttons by it, the store checks every saved step against it.
 */
export function targetOf(from: ApplicationState | null, action: ApplicationAction): ApplicationState | undefined {
  const row = APPLICATION_TRANSITIONS.find(
    (t) => t.action === action && (t.from as readonly (ApplicationState | null)[]).includes(from),
  );
  if (!row) return undefined;
  return row.to === 'same' ? (from ?? undefined) : row.to;
}

/** What this actor may do with a request in this state, in the order of the table. */
export function availableActions(state: ApplicationState, actor: Actor): ApplicationAction[] {
  return APPLICATION_TRANSITIONS.filter(
    (t) =>
      (t.from as readonly (ApplicationState | null)[]).includes(state) && (t.by as readonly Actor[]).includes(actor),
  ).map((t) => t.action);
}

/** The state of an offering after `action`, or `undefined` when the table has no such arrow. */
export function offeringTargetOf(from: OfferingState | null, action: OfferingAction): OfferingState | undefined {
  return OFFERING_TRANSITIONS.find(
    (t) => t.action === action && (t.from as readonly (OfferingState | null)[]).includes(from),
  )?.to;
}
