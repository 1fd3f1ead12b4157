import type { Clause } from '#procedure/lifecycle/clauses.ts';

export type MessageClass = 'essential' | 'reminder' | 'code';

export type Template = {
  /** The clause the message carries; two where the fee of the request decides; `null` for what the card does not name. */
  readonly clause: Clause | { readonly free: Clause; readonly paid: Clause } | null;
  /** Only a `reminder` can be opted out of. */
  readonly class: MessageClass;
  /** Whether quiet hours may hold it back; all else goes at once. */
  readonly mayHold: boolean;
  /** Most parts of the Arabic text before optional parts are dropped (a default: the office may set another). */
  readonly limitParts: number;
};

const TABLE = {
  // Code
  otp: { clause: null, class: 'code', mayHold: false, limitParts: 1 },

  // Request and waiting list
  received: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },
  waitlisted: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },
  waitlist_closed: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },

  // Postponement
  postponed: { clause: '5', class: 'essential', mayHold: false, limitParts: 2 },
  new_date: { clause: 'N2', class: 'essential', mayHold: false, limitParts: 3 },
  postponed_new_date: { clause: '5+N2', class: 'essential', mayHold: false, limitParts: 3 },

  // Free courses
  approved_free_full: { clause: '6.1', class: 'essential', mayHold: false, limitParts: 4 },
  approved_free: { clause: '6.1', class: 'essential', mayHold: false, limitParts: 2 },
  approved_free_prior_pass_full: { clause: '6.2', class: 'essential', mayHold: false, limitParts: 4 },
  approved_free_prior_pass: { clause: '6.2', class: 'essential', mayHold: false, limitParts: 3 },
  approved_free_proof_full: { clause: '6.2', class: 'essential', mayHold: false, limitParts: 4 },
  approved_free_proof: { clause: '6.2', class: 'essential', mayHold: false, limitParts: 3 },
  exam_pass_free_full: { clause: '6.3.1', class: 'essential', mayHold: false, limitParts: 4 },
  exam_pass_free: { clause: '6.3.1', class: 'essential', mayHold: false, limitParts: 2 },

  // Exam
  exam_link: { clause: { free: '6.3', paid: '7.3' }, class: 'essential', mayHold: false, limitParts: 3 },
  exam_link_from: { clause: { free: '6.3', paid: '7.3' }, class: 'essential', mayHold: false, limitParts: 3 },
  exam_fail: { clause: { free: '6.3.2', paid: '7.3.2' }, class: 'essential', mayHold: false, limitParts: 2 },
  exam_reminder: { clause: null, class: 'reminder', mayHold: true, limitParts: 3 },
  exam_expired: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },

  // Proof of the prerequisite
  proof_accepted: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },
  proof_rejected: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },
  proof_rejected_exam: { clause: { free: '6.3', paid: '7.3' }, class: 'essential', mayHold: false, limitParts: 3 },

  // Payment
  pay: { clause: '7.1', class: 'essential', mayHold: false, limitParts: 3 },
  pay_prior_pass: { clause: '7.2', class: 'essential', mayHold: false, limitParts: 3 },
  pay_proof: { clause: '7.2', class: 'essential', mayHold: false, limitParts: 3 },
  pay_exam_pass: { clause: '7.3.1', class: 'essential', mayHold: false, limitParts: 3 },
  pay_reduced: { clause: null, class: 'essential', mayHold: false, limitParts: 3 },
  pay_reminder: { clause: null, class: 'reminder', mayHold: true, limitParts: 2 },
  paid_confirmed_full: { clause: '7.4', class: 'essential', mayHold: false, limitParts: 4 },
  paid_confirmed: { clause: '7.4', class: 'essential', mayHold: false, limitParts: 2 },
  cancelled_unpaid: { clause: 'N1', class: 'essential', mayHold: false, limitParts: 2 },
  payment_amount_wrong: { clause: null, class: 'essential', mayHold: false, limitParts: 3 },
  payment_reinstated: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },
  payment_late: { clause: null, class: 'essential', mayHold: false, limitParts: 3 },
  refund_done: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },
  transferred: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },

  // Changes and endings
  venue_change: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },
  time_change: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },
  course_cancelled: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },
  course_cancelled_paid: { clause: null, class: 'essential', mayHold: false, limitParts: 3 },
  withdrawn: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },
  withdrawn_paid: { clause: null, class: 'essential', mayHold: false, limitParts: 3 },
  cancelled_by_staff: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },
  rejected_ineligible: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },
  link_again: { clause: null, class: 'essential', mayHold: false, limitParts: 3 },
  mobile_changed: { clause: null, class: 'essential', mayHold: false, limitParts: 2 },

  // Course and evaluation
  day_before: { clause: null, class: 'reminder', mayHold: true, limitParts: 2 },
  evaluation: { clause: '8', class: 'essential', mayHold: true, limitParts: 3 },
  evaluation_reminder: { clause: null, class: 'reminder', mayHold: true, limitParts: 3 },
} as const satisfies Record<string, Template>;

export type TemplateKey = keyof typeof TABLE;

/** Every SMS that the service can send, by key. */
export const TEMPLATES: Record<TemplateKey, Template> = TABLE;

export const TEMPLATE_KEYS = Object.keys(TABLE) as [TemplateKey, ...TemplateKey[]];

/** The full form of a booking confirmation and its compact twin, which `sms_course_info = compact` sends instead. */
export const COMPACT_TWIN = {
  approved_free_full: 'approved_free',
  approved_free_prior_pass_full: 'approved_free_prior_pass',
  approved_free_proof_full: 'approved_free_proof',
  exam_pass_free_full: 'exam_pass_free',
  paid_confirmed_full: 'paid_confirmed',
} as const satisfies Partial<Record<TemplateKey, TemplateKey>>;

/**
 * The one clause that a sent message carries.
 *
 * @param free whether the request owes no fee: where a template has two clauses, 6.x if free, 7.x if not
 * @returns `null` where the card names no such message (codes, reminders, waiting list …)
 */
export function clauseLabel(key: TemplateKey, free: boolean): Clause | null {
  const { clause } = TEMPLATES[key];
  if (clause === null || typeof clause === 'string') return clause;
  return free ? clause.free : clause.paid;
}
