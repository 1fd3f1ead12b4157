import type { Messages } from '#platform/i18n/messages.ts';
import type { ApplicationAction } from '#procedure/lifecycle/transitions.ts';

/** What happened to a request, in words; one text for each action of its history. */
export const timelineMessages = {
  submit: { ar: 'استلمنا الطلب.', en: 'The request was received.' },
  join_waiting_list: {
    ar: 'استلمنا الطلب، والمقاعد مكتملة، فوضع على قائمة الانتظار.',
    en: 'The request was received; the course is full, so it was put on the waiting list.',
  },
  transfer_in: {
    ar: 'نقل الطلب من موعد آخر بطلب منكم، وتأكد الحجز.',
    en: 'The request was transferred from another course date, and the booking is confirmed.',
  },
  promote: {
    ar: 'توفر مقعد، فانتقل الطلب من قائمة الانتظار.',
    en: 'A seat became free, and the request moved up from the waiting list.',
  },
  admit_confirm: {
    ar: 'اكتمل الحد الأدنى للمشاركين، فتمت الموافقة وتأكد الحجز.',
    en: 'The minimum number was reached: the request is approved and the booking confirmed.',
  },
  admit_bill: {
    ar: 'اكتمل الحد الأدنى للمشاركين، وأرسل رقم الدفع الإلكتروني.',
    en: 'The minimum number was reached, and the electronic payment number was sent.',
  },
  admit_exam: {
    ar: 'اكتمل الحد الأدنى للمشاركين، وأرسل رابط امتحان المستوى.',
    en: 'The minimum number was reached, and the link of the placement exam was sent.',
  },
  admit_refuse: {
    ar: 'أغلق الطلب: لم يتم اجتياز امتحان المستوى، وموعد إعادته بعد آخر موعد للامتحان.',
    en: 'The request was closed: the placement exam was not passed, and it can be retaken only after its deadline.',
  },
  renew_exam: {
    ar: 'أرسل رابط امتحان المستوى من جديد للموعد الجديد.',
    en: 'The link of the placement exam was sent again for the new date.',
  },
  pass_confirm: {
    ar: 'تم اجتياز امتحان المستوى، فتمت الموافقة وتأكد الحجز.',
    en: 'The placement exam was passed: the request is approved and the booking confirmed.',
  },
  pass_bill: {
    ar: 'تم اجتياز امتحان المستوى، وأرسل رقم الدفع الإلكتروني.',
    en: 'The placement exam was passed, and the electronic payment number was sent.',
  },
  pass_wait: {
    ar: 'لم يعد امتحان المستوى مطلوبا. ينتظر الطلب الموعد أو اكتمال الحد الأدنى.',
    en: 'The placement exam is no longer needed. The request waits for a date or for the minimum number.',
  },
  fail: {
    ar: 'لم يتم الحصول على علامة النجاح في امتحان المستوى، فأغلق الطلب.',
    en: 'The pass mark of the placement exam was not obtained, and the request was closed.',
  },
  prove_confirm: {
    ar: 'تحقق شرط المعرفة السابقة، فتمت الموافقة وتأكد الحجز.',
    en: 'The previous knowledge is established: the request is approved and the booking confirmed.',
  },
  prove_bill: {
    ar: 'تحقق شرط المعرفة السابقة، وأرسل رقم الدفع الإلكتروني.',
    en: 'The previous knowledge is established, and the electronic payment number was sent.',
  },
  hand_in_proof: {
    ar: 'وصل إثبات المعرفة، وسينظر فيه الموظف المختص.',
    en: 'The proof of knowledge arrived; staff will look at it.',
  },
  accept_proof: { ar: 'قبل إثبات المعرفة.', en: 'The proof of knowledge was accepted.' },
  refuse_proof: {
    ar: 'لم يقبل إثبات المعرفة، ويبقى امتحان المستوى مطلوبا.',
    en: 'The proof of knowledge was not accepted; the placement exam is still needed.',
  },
  ask_reduction: {
    ar: 'طلبتم تخفيض الرسوم، وسينظر فيه الموظفون.',
    en: 'You asked for a reduction of the fee; staff will decide on it.',
  },
  refuse_reduction: { ar: 'لم يقبل طلب تخفيض الرسوم.', en: 'The reduction of the fee was not granted.' },
  reduce_fee: { ar: 'خفضت الرسوم.', en: 'The fee was reduced.' },
  waive_confirm: {
    ar: 'أعفيتم من الرسوم كاملة، وتأكد الحجز.',
    en: 'The whole fee was waived, and the booking is confirmed.',
  },
  grant_extra_time: {
    ar: 'منحتم وقتا إضافيا لامتحان المستوى.',
    en: 'You were given extra time for the placement exam.',
  },
  correct_result: {
    ar: 'صحح امتحان المستوى بعد تقديمه، ونتيجتكم المحتسبة: ناجح.',
    en: 'The placement exam was corrected after it was taken; the result that counts is: passed.',
  },
  pay: { ar: 'وصل الدفع وتأكد الحجز.', en: 'The payment arrived and the booking is confirmed.' },
  reinstate: {
    ar: 'تبين أن الدفع تم قبل الموعد، فأعيد الطلب وتأكد الحجز.',
    en: 'The payment proved to be in time: the request was reinstated and the booking confirmed.',
  },
  lapse_payment: {
    ar: 'لم تدفع الرسوم قبل الموعد، فألغي الطلب.',
    en: 'The fee was not paid in time, and the request was cancelled.',
  },
  lapse_exam: {
    ar: 'لم يتم التقدم إلى امتحان المستوى قبل الموعد، فألغي الطلب.',
    en: 'The placement exam was not taken in time, and the request was cancelled.',
  },
  close_list: {
    ar: 'تأكد عقد الدورة ولم يتوفر مقعد، فأغلق الطلب.',
    en: 'The course will be held and no seat became free, so the request was closed.',
  },
  postpone: {
    ar: 'تأجل موعد الدورة لأن العدد لم يكتمل. الطلب محفوظ.',
    en: 'The course was postponed because the number was not complete. The request is kept.',
  },
  carry_over: {
    ar: 'حدد موعد جديد للدورة، وانتقل الطلب إليه.',
    en: 'A new date was set for the course, and the request moved with it.',
  },
  reopen_bill: {
    ar: 'فتح رقم الدفع من جديد حتى الموعد الجديد.',
    en: 'The payment number was opened again until the new deadline.',
  },
  change_venue: { ar: 'تغير مكان انعقاد الدورة.', en: 'The venue of the course was changed.' },
  withdraw: { ar: 'انسحبتم من الطلب.', en: 'The request was withdrawn.' },
  cancel_offering: { ar: 'ألغيت الدورة، فألغي الطلب.', en: 'The course was cancelled, and the request with it.' },
  cancel_by_staff: { ar: 'ألغى الموظف المختص الطلب.', en: 'Staff cancelled the request.' },
  reject_ineligible: {
    ar: 'تبين أن شروط الدورة غير متحققة، فلم يقبل الطلب.',
    en: 'The conditions of the course are not met, so the request was not accepted.',
  },
  attend: { ar: 'سجل حضوركم للدورة.', en: 'Your attendance was recorded.' },
  miss: { ar: 'سجل أنكم لم تحضروا الدورة.', en: 'It was recorded that you did not attend.' },
  mark_attendance: { ar: 'سجل الحضور.', en: 'Attendance was recorded.' },
  remind: { ar: 'أرسل تذكير.', en: 'A reminder was sent.' },
  note_payment: {
    ar: 'وصلت دفعة لم يمكن احتسابها، وهي عند الدائرة المالية.',
    en: 'A payment arrived that could not be applied; the finance department has it.',
  },
  note_refund: { ar: 'أعيد المبلغ المدفوع.', en: 'The money was paid back.' },
  invite_evaluation: { ar: 'أرسل رابط تقييم الدورة.', en: 'The link to evaluate the course was sent.' },
  evaluate: { ar: 'وصل تقييم الدورة.', en: 'The evaluation was received.' },
  send_link_again: {
    ar: 'أرسل رابط جديد لهذا الطلب، ولم يعد الرابط السابق صالحا.',
    en: 'A new link to this request was sent; the earlier one no longer works.',
  },
} as const satisfies Messages & Record<ApplicationAction, { ar: string; en: string }>;

export type TimelineAction = keyof typeof timelineMessages;

export const isTimelineAction = (action: string): action is TimelineAction => action in timelineMessages;
