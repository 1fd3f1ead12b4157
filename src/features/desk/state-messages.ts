import type { Bilingual } from '#kernel/lang.ts';
import type { Messages } from '#platform/i18n/messages.ts';
import type { BillState, FinanceCaseKind, ProofState } from '#procedure/lifecycle/decision.ts';
import type { ApplicationState, Reason } from '#procedure/lifecycle/states.ts';
import type { ApplicationAction, OfferingAction } from '#procedure/lifecycle/transitions.ts';

type Words<K extends string> = Messages & Record<K, Bilingual>;

export const applicationStateMessages = {
  waiting_minimum: { ar: 'بانتظار اكتمال العدد', en: 'Waiting for the minimum' },
  waitlisted: { ar: 'قائمة الانتظار', en: 'Waiting list' },
  awaiting_exam: { ar: 'بانتظار الامتحان', en: 'Awaiting the exam' },
  awaiting_payment: { ar: 'بانتظار الدفع', en: 'Awaiting payment' },
  confirmed: { ar: 'حجز مؤكد', en: 'Confirmed' },
  rejected: { ar: 'لم يقبل', en: 'Not accepted' },
  cancelled: { ar: 'ملغى', en: 'Cancelled' },
  withdrawn: { ar: 'انسحب', en: 'Withdrawn' },
  attended: { ar: 'حضر', en: 'Attended' },
  absent: { ar: 'لم يحضر', en: 'Absent' },
} as const satisfies Words<ApplicationState>;

export const reasonMessages = {
  unpaid: { ar: 'لم تدفع الرسوم', en: 'Fee not paid' },
  exam_not_taken: { ar: 'لم يقدم الامتحان', en: 'Exam not taken' },
  no_seat: { ar: 'لم يتوفر مقعد', en: 'No seat' },
  offering_cancelled: { ar: 'ألغي الموعد', en: 'Offering cancelled' },
  by_staff: { ar: 'من المكتب', en: 'By staff' },
  transferred: { ar: 'نقل إلى موعد آخر', en: 'Moved to another offering' },
  exam_failed: { ar: 'راسب في الامتحان', en: 'Exam failed' },
  ineligible: { ar: 'لا تتحقق الشروط', en: 'Conditions not met' },
} as const satisfies Words<Reason>;

export const proofStateMessages = {
  none: { ar: 'دون إثبات', en: 'No proof' },
  pending: { ar: 'إثبات ينتظر', en: 'Proof waits' },
  accepted: { ar: 'إثبات مقبول', en: 'Proof accepted' },
  refused: { ar: 'إثبات مرفوض', en: 'Proof refused' },
} as const satisfies Words<ProofState>;

export const billStateMessages = {
  open: { ar: 'مفتوحة', en: 'Open' },
  paid: { ar: 'مدفوعة', en: 'Paid' },
  closed: { ar: 'مغلقة', en: 'Closed' },
  suspended: { ar: 'موقوفة', en: 'Suspended' },
} as const satisfies Words<BillState>;

export const smsStateMessages = {
  queued: { ar: 'تنتظر الإرسال', en: 'Queued' },
  sending: { ar: 'قيد الإرسال', en: 'Sending' },
  sent: { ar: 'أرسلت', en: 'Sent' },
  failed: { ar: 'رفضت', en: 'Refused' },
  unknown: { ar: 'غير معروفة', en: 'Unknown' },
  cancelled: { ar: 'ألغيت', en: 'Cancelled' },
} as const satisfies Messages;

export const caseKindMessages = {
  refund: { ar: 'رد رسوم', en: 'Refund of a fee' },
  late_payment: { ar: 'دفعة بعد الموعد', en: 'Late payment' },
  wrong_amount: { ar: 'مبلغ غير مطابق', en: 'Wrong amount' },
  second_payment: { ar: 'دفعة ثانية', en: 'Second payment' },
  overpaid: { ar: 'زيادة على الرسوم', en: 'Paid too much' },
  unknown_number: { ar: 'رقم دفع غير معروف', en: 'Unknown payment number' },
} as const satisfies Words<FinanceCaseKind>;

export const caseStateMessages = {
  open: { ar: 'مفتوحة', en: 'Open' },
  refunded: { ar: 'رد المبلغ', en: 'Refunded' },
  transferred: { ar: 'نقلت', en: 'Transferred' },
  applied: { ar: 'احتسبت لطلب', en: 'Applied to a request' },
  written_down: { ar: 'قيدت غير مفسرة', en: 'Written down as unexplained' },
} as const satisfies Messages;

/** What happened to an offering or a request, for whoever works on it. */
export const actionMessages = {
  prepare: { ar: 'إعداد مسودة', en: 'Draft prepared' },
  publish: { ar: 'فتح باب الطلبات', en: 'Opened for requests' },
  reach_minimum: { ar: 'اكتمال الحد الأدنى', en: 'Minimum reached' },
  confirm_held: { ar: 'تقرر عقد الدورة', en: 'Decided: will be held' },
  postpone: { ar: 'تأجيل لعدم اكتمال العدد', en: 'Postponed: minimum missed' },
  set_new_date: { ar: 'تحديد موعد جديد', en: 'New date set' },
  start: { ar: 'بداية الدورة', en: 'Course began' },
  end: { ar: 'نهاية آخر جلسة', en: 'Last session over' },
  cancel: { ar: 'إلغاء الموعد', en: 'Offering cancelled' },
  submit: { ar: 'تقديم الطلب', en: 'Request submitted' },
  join_waiting_list: { ar: 'دخول قائمة الانتظار', en: 'Put on the waiting list' },
  transfer_in: { ar: 'نقل من موعد آخر', en: 'Moved from another offering' },
  promote: { ar: 'مقعد من قائمة الانتظار', en: 'Promoted from the waiting list' },
  admit_confirm: { ar: 'موافقة وتأكيد الحجز', en: 'Approved and confirmed' },
  admit_bill: { ar: 'إرسال رقم الدفع', en: 'Payment number sent' },
  admit_exam: { ar: 'إرسال رابط الامتحان', en: 'Exam link sent' },
  admit_refuse: { ar: 'عدم قبول: مهلة الإعادة بعد موعد الامتحان', en: 'Not accepted: retake wait beyond the deadline' },
  renew_exam: { ar: 'رابط الامتحان للموعد الجديد', en: 'Exam link for the new date' },
  pass_confirm: { ar: 'نجاح في الامتحان وتأكيد الحجز', en: 'Exam passed, confirmed' },
  pass_bill: { ar: 'نجاح في الامتحان ورقم الدفع', en: 'Exam passed, payment number sent' },
  pass_wait: { ar: 'لا حاجة إلى الامتحان', en: 'Exam no longer needed' },
  fail: { ar: 'رسوب في الامتحان', en: 'Exam failed' },
  prove_confirm: { ar: 'ثبوت المعرفة وتأكيد الحجز', en: 'Knowledge established, confirmed' },
  prove_bill: { ar: 'ثبوت المعرفة ورقم الدفع', en: 'Knowledge established, payment number sent' },
  hand_in_proof: { ar: 'وصول إثبات', en: 'Proof handed in' },
  accept_proof: { ar: 'قبول الإثبات', en: 'Proof accepted' },
  refuse_proof: { ar: 'رفض الإثبات', en: 'Proof refused' },
  ask_reduction: { ar: 'طلب تخفيض الرسوم', en: 'Reduction of the fee asked for' },
  refuse_reduction: { ar: 'رفض تخفيض الرسوم', en: 'Reduction of the fee refused' },
  reduce_fee: { ar: 'تخفيض الرسوم', en: 'Fee reduced' },
  waive_confirm: { ar: 'إعفاء من الرسوم وتأكيد الحجز', en: 'Fee waived, booking confirmed' },
  grant_extra_time: { ar: 'وقت إضافي للامتحان', en: 'Extra time for the exam' },
  correct_result: { ar: 'تصحيح نتيجة الامتحان: ناجح', en: 'Exam result corrected: passed' },
  pay: { ar: 'استلام الرسوم', en: 'Fee received' },
  reinstate: { ar: 'إعادة تفعيل: دفع في الموعد', en: 'Reinstated: paid in time' },
  lapse_payment: { ar: 'إلغاء لعدم الدفع', en: 'Cancelled: unpaid' },
  lapse_exam: { ar: 'إلغاء لعدم تقديم الامتحان', en: 'Cancelled: exam not taken' },
  close_list: { ar: 'إغلاق: لم يتوفر مقعد', en: 'Closed: no seat' },
  carry_over: { ar: 'انتقال إلى الموعد الجديد', en: 'Carried over to the new date' },
  reopen_bill: { ar: 'فتح رقم الدفع من جديد', en: 'Payment number opened again' },
  change_venue: { ar: 'تغيير المكان', en: 'Venue changed' },
  withdraw: { ar: 'انسحاب', en: 'Withdrawn' },
  cancel_offering: { ar: 'إلغاء مع الموعد', en: 'Cancelled with the offering' },
  cancel_by_staff: { ar: 'إلغاء من المكتب', en: 'Cancelled by staff' },
  reject_ineligible: { ar: 'عدم قبول: الشروط', en: 'Not accepted: conditions not met' },
  attend: { ar: 'حضر', en: 'Attended' },
  miss: { ar: 'لم يحضر', en: 'Absent' },
  mark_attendance: { ar: 'تسجيل الحضور', en: 'Attendance noted' },
  remind: { ar: 'تذكير', en: 'Reminder' },
  note_payment: { ar: 'دفعة أحيلت إلى المالية', en: 'Payment passed to finance' },
  note_refund: { ar: 'رد المبلغ', en: 'Money paid back' },
  invite_evaluation: { ar: 'إرسال رابط التقييم', en: 'Evaluation link sent' },
  evaluate: { ar: 'وصول التقييم', en: 'Evaluation given' },
  send_link_again: { ar: 'إرسال رابط جديد', en: 'New link sent' },
} as const satisfies Words<ApplicationAction | OfferingAction>;

export const isAction = (action: string): action is keyof typeof actionMessages => action in actionMessages;
