import type { TemplateKey } from '#procedure/messages/templates.ts';

/** Units, parts, optional parts left out. */
export type Length = readonly [units: number, parts: number, droppedParts: readonly number[]];

/** Arabic with 67 and with 62 units a part, English with 153. */
export type Lengths = { readonly ar67: Length; readonly ar62: Length; readonly en: Length };

/** How long every SMS comes out: the sample, and the worst case with every value at its cap. */
export const LENGTHS: Record<TemplateKey, { readonly sample: Lengths; readonly worst: Lengths }> = {
  otp: {
    sample: { ar67: [67, 1, []], ar62: [67, 1, []], en: [63, 1, []] },
    worst: { ar67: [68, 1, []], ar62: [68, 1, []], en: [64, 1, []] },
  },
  received: {
    sample: { ar67: [122, 2, []], ar62: [122, 2, []], en: [136, 1, []] },
    worst: { ar67: [123, 2, []], ar62: [123, 2, []], en: [149, 1, []] },
  },
  waitlisted: {
    sample: { ar67: [126, 2, []], ar62: [104, 2, [1]], en: [137, 1, []] },
    worst: { ar67: [127, 2, []], ar62: [105, 2, [1]], en: [150, 1, []] },
  },
  waitlist_closed: {
    sample: { ar67: [134, 2, []], ar62: [94, 2, [1]], en: [137, 1, []] },
    worst: { ar67: [96, 2, [1]], ar62: [96, 2, [1]], en: [151, 1, []] },
  },
  postponed: {
    sample: { ar67: [123, 2, []], ar62: [123, 2, []], en: [140, 1, []] },
    worst: { ar67: [125, 2, []], ar62: [125, 3, []], en: [154, 1, []] },
  },
  new_date: {
    sample: { ar67: [128, 2, []], ar62: [128, 3, []], en: [143, 1, []] },
    worst: { ar67: [136, 3, []], ar62: [136, 3, []], en: [158, 1, []] },
  },
  postponed_new_date: {
    sample: { ar67: [161, 3, []], ar62: [161, 3, []], en: [186, 2, []] },
    worst: { ar67: [170, 3, []], ar62: [170, 3, []], en: [202, 2, []] },
  },
  approved_free_full: {
    sample: { ar67: [198, 3, []], ar62: [198, 4, []], en: [196, 2, []] },
    worst: { ar67: [216, 4, []], ar62: [216, 4, []], en: [218, 2, []] },
  },
  approved_free: {
    sample: { ar67: [133, 2, []], ar62: [122, 2, [1, 2]], en: [141, 1, []] },
    worst: { ar67: [132, 2, [1]], ar62: [127, 3, [1, 2]], en: [156, 1, []] },
  },
  approved_free_prior_pass_full: {
    sample: { ar67: [222, 4, []], ar62: [222, 4, []], en: [240, 2, []] },
    worst: { ar67: [242, 4, []], ar62: [242, 4, []], en: [262, 2, []] },
  },
  approved_free_prior_pass: {
    sample: { ar67: [152, 3, []], ar62: [152, 3, []], en: [169, 2, []] },
    worst: { ar67: [162, 3, []], ar62: [162, 3, []], en: [184, 2, []] },
  },
  approved_free_proof_full: {
    sample: { ar67: [226, 4, []], ar62: [226, 4, []], en: [241, 2, []] },
    worst: { ar67: [246, 4, []], ar62: [246, 4, []], en: [263, 2, []] },
  },
  approved_free_proof: {
    sample: { ar67: [156, 3, []], ar62: [156, 3, []], en: [166, 2, []] },
    worst: { ar67: [166, 3, []], ar62: [166, 3, []], en: [181, 2, []] },
  },
  exam_pass_free_full: {
    sample: { ar67: [216, 4, []], ar62: [216, 4, []], en: [214, 2, []] },
    worst: { ar67: [236, 4, []], ar62: [236, 4, []], en: [236, 2, []] },
  },
  exam_pass_free: {
    sample: { ar67: [132, 2, [1]], ar62: [127, 3, [1, 2]], en: [147, 1, []] },
    worst: { ar67: [134, 2, [1, 2]], ar62: [134, 3, [1, 2]], en: [162, 2, []] },
  },
  exam_link: {
    sample: { ar67: [134, 2, []], ar62: [134, 3, []], en: [162, 2, []] },
    worst: { ar67: [138, 3, []], ar62: [138, 3, []], en: [168, 2, []] },
  },
  exam_link_from: {
    sample: { ar67: [154, 3, []], ar62: [154, 3, []], en: [189, 2, []] },
    worst: { ar67: [161, 3, []], ar62: [161, 3, []], en: [198, 2, []] },
  },
  exam_fail: {
    sample: { ar67: [133, 2, []], ar62: [133, 3, []], en: [146, 1, []] },
    worst: { ar67: [134, 2, []], ar62: [134, 3, []], en: [149, 1, []] },
  },
  exam_reminder: {
    sample: { ar67: [120, 2, []], ar62: [120, 2, []], en: [149, 1, []] },
    worst: { ar67: [124, 2, []], ar62: [124, 2, []], en: [155, 1, []] },
  },
  exam_expired: {
    sample: { ar67: [119, 2, []], ar62: [119, 2, []], en: [145, 1, []] },
    worst: { ar67: [123, 2, []], ar62: [123, 2, []], en: [151, 1, []] },
  },
  proof_accepted: {
    sample: { ar67: [110, 2, []], ar62: [110, 2, []], en: [136, 1, []] },
    worst: { ar67: [111, 2, []], ar62: [111, 2, []], en: [139, 1, []] },
  },
  proof_rejected: {
    sample: { ar67: [106, 2, []], ar62: [106, 2, []], en: [150, 1, []] },
    worst: { ar67: [107, 2, []], ar62: [107, 2, []], en: [153, 1, []] },
  },
  proof_rejected_exam: {
    sample: { ar67: [139, 3, []], ar62: [139, 3, []], en: [167, 2, []] },
    worst: { ar67: [143, 3, []], ar62: [143, 3, []], en: [173, 2, []] },
  },
  pay: {
    sample: { ar67: [148, 3, []], ar62: [148, 3, []], en: [162, 2, []] },
    worst: { ar67: [158, 3, []], ar62: [158, 3, []], en: [176, 2, []] },
  },
  pay_prior_pass: {
    sample: { ar67: [166, 3, []], ar62: [166, 3, []], en: [162, 2, []] },
    worst: { ar67: [176, 3, []], ar62: [176, 3, []], en: [185, 2, []] },
  },
  pay_proof: {
    sample: { ar67: [170, 3, []], ar62: [170, 3, []], en: [154, 1, []] },
    worst: { ar67: [180, 3, []], ar62: [180, 3, []], en: [177, 2, []] },
  },
  pay_exam_pass: {
    sample: { ar67: [165, 3, []], ar62: [165, 3, []], en: [150, 1, []] },
    worst: { ar67: [175, 3, []], ar62: [175, 3, []], en: [173, 2, []] },
  },
  pay_reduced: {
    sample: { ar67: [139, 3, []], ar62: [139, 3, []], en: [162, 2, []] },
    worst: { ar67: [149, 3, []], ar62: [149, 3, []], en: [176, 2, []] },
  },
  pay_reminder: {
    sample: { ar67: [122, 2, []], ar62: [122, 2, []], en: [129, 1, []] },
    worst: { ar67: [132, 2, []], ar62: [116, 2, [1]], en: [152, 1, []] },
  },
  paid_confirmed_full: {
    sample: { ar67: [201, 3, []], ar62: [201, 4, []], en: [221, 2, []] },
    worst: { ar67: [227, 4, []], ar62: [227, 4, []], en: [249, 2, []] },
  },
  paid_confirmed: {
    sample: { ar67: [120, 2, []], ar62: [120, 2, []], en: [150, 1, []] },
    worst: { ar67: [127, 2, [1]], ar62: [127, 3, [1]], en: [171, 2, []] },
  },
  cancelled_unpaid: {
    sample: { ar67: [104, 2, []], ar62: [104, 2, []], en: [126, 1, []] },
    worst: { ar67: [113, 2, []], ar62: [113, 2, []], en: [139, 1, []] },
  },
  payment_amount_wrong: {
    sample: { ar67: [151, 3, []], ar62: [151, 3, []], en: [144, 1, []] },
    worst: { ar67: [162, 3, []], ar62: [162, 3, []], en: [169, 2, []] },
  },
  payment_reinstated: {
    sample: { ar67: [112, 2, []], ar62: [112, 2, []], en: [141, 1, []] },
    worst: { ar67: [118, 2, []], ar62: [118, 2, []], en: [151, 1, []] },
  },
  payment_late: {
    sample: { ar67: [141, 3, []], ar62: [141, 3, []], en: [161, 2, []] },
    worst: { ar67: [148, 3, []], ar62: [148, 3, []], en: [172, 2, []] },
  },
  refund_done: {
    sample: { ar67: [93, 2, []], ar62: [93, 2, []], en: [103, 1, []] },
    worst: { ar67: [100, 2, []], ar62: [100, 2, []], en: [114, 1, []] },
  },
  transferred: {
    sample: { ar67: [115, 2, []], ar62: [115, 2, []], en: [121, 1, []] },
    worst: { ar67: [124, 2, []], ar62: [124, 2, []], en: [143, 1, []] },
  },
  venue_change: {
    sample: { ar67: [121, 2, []], ar62: [121, 2, []], en: [142, 1, []] },
    worst: { ar67: [129, 2, []], ar62: [120, 2, [1]], en: [157, 1, []] },
  },
  time_change: {
    sample: { ar67: [126, 2, []], ar62: [105, 2, [1]], en: [134, 1, []] },
    worst: { ar67: [134, 2, []], ar62: [113, 2, [1]], en: [149, 1, []] },
  },
  course_cancelled: {
    sample: { ar67: [111, 2, []], ar62: [111, 2, []], en: [121, 1, []] },
    worst: { ar67: [113, 2, []], ar62: [113, 2, []], en: [135, 1, []] },
  },
  course_cancelled_paid: {
    sample: { ar67: [127, 2, []], ar62: [127, 3, []], en: [126, 1, []] },
    worst: { ar67: [135, 3, []], ar62: [135, 3, []], en: [147, 1, []] },
  },
  withdrawn: {
    sample: { ar67: [73, 2, []], ar62: [73, 2, []], en: [79, 1, []] },
    worst: { ar67: [74, 2, []], ar62: [74, 2, []], en: [92, 1, []] },
  },
  withdrawn_paid: {
    sample: { ar67: [129, 2, []], ar62: [129, 3, []], en: [141, 1, []] },
    worst: { ar67: [136, 3, []], ar62: [136, 3, []], en: [161, 2, []] },
  },
  cancelled_by_staff: {
    sample: { ar67: [124, 2, []], ar62: [124, 2, []], en: [143, 1, []] },
    worst: { ar67: [125, 2, []], ar62: [107, 2, [1]], en: [156, 1, []] },
  },
  rejected_ineligible: {
    sample: { ar67: [134, 2, []], ar62: [116, 2, [1]], en: [137, 1, []] },
    worst: { ar67: [117, 2, [1]], ar62: [117, 2, [1]], en: [150, 1, []] },
  },
  link_again: {
    sample: { ar67: [103, 2, []], ar62: [103, 2, []], en: [105, 1, []] },
    worst: { ar67: [104, 2, []], ar62: [104, 2, []], en: [118, 1, []] },
  },
  mobile_changed: {
    sample: { ar67: [96, 2, []], ar62: [96, 2, []], en: [110, 1, []] },
    worst: { ar67: [96, 2, []], ar62: [96, 2, []], en: [110, 1, []] },
  },
  day_before: {
    sample: { ar67: [102, 2, []], ar62: [102, 2, []], en: [125, 1, []] },
    worst: { ar67: [110, 2, []], ar62: [110, 2, []], en: [140, 1, []] },
  },
  evaluation: {
    sample: { ar67: [93, 2, []], ar62: [93, 2, []], en: [101, 1, []] },
    worst: { ar67: [94, 2, []], ar62: [94, 2, []], en: [114, 1, []] },
  },
  evaluation_reminder: {
    sample: { ar67: [93, 2, []], ar62: [93, 2, []], en: [92, 1, []] },
    worst: { ar67: [95, 2, []], ar62: [95, 2, []], en: [106, 1, []] },
  },
};
