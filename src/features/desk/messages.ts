import type { Messages } from '#platform/i18n/messages.ts';

/** Words that several pages of the desk share. */
export const messages = {
  'nav.today': { ar: 'لوحة اليوم', en: 'Today' },
  'nav.offerings': { ar: 'مواعيد الدورات', en: 'Offerings' },
  'nav.applications': { ar: 'الطلبات', en: 'Requests' },
  'nav.proofs': { ar: 'إثباتات المعرفة', en: 'Proofs' },
  'nav.finance': { ar: 'الحالات المالية', en: 'Finance cases' },
  'nav.courses': { ar: 'الدورات', en: 'Courses' },
  'nav.exams': { ar: 'امتحانات المستوى', en: 'Placement exams' },
  'nav.staff': { ar: 'الموظفون', en: 'Staff' },

  'common.filter': { ar: 'عرض', en: 'Show' },
  'common.state': { ar: 'الحالة', en: 'State' },
  'common.allStates': { ar: 'كل الحالات', en: 'All states' },
  'common.save': { ar: 'حفظ', en: 'Save' },
  'common.back': { ar: 'رجوع دون تغيير', en: 'Back without changing anything' },
  'common.reason': { ar: 'السبب', en: 'Reason' },
  'common.reference': { ar: 'رقم الطلب', en: 'Reference' },
  'common.name': { ar: 'الاسم', en: 'Name' },
  'common.course': { ar: 'الدورة', en: 'Course' },
  'common.since': { ar: 'منذ', en: 'Since' },
  'common.clause': { ar: 'البند', en: 'Clause' },
  'common.note': { ar: 'ملاحظة', en: 'Note' },
  'common.amount': { ar: 'المبلغ', en: 'Amount' },
  'common.none': { ar: 'لا يوجد', en: 'None' },
  'common.yes': { ar: 'نعم', en: 'Yes' },
  'common.no': { ar: 'لا', en: 'No' },
  'common.noDate': { ar: 'دون موعد', en: 'No date' },
  'common.results': {
    ar: '{count, plural, =0 {لا نتائج} zero {لا نتائج} one {نتيجة واحدة} two {نتيجتان} few {# نتائج} many {# نتيجة} other {# نتيجة}}',
    en: '{count, plural, =0 {No results} one {# result} other {# results}}',
  },
  'notFound.title': { ar: 'لا توجد صفحة بهذا العنوان', en: 'There is no such page' },
  'notFound.text': {
    ar: 'ربما كان الرابط ناقصا. ابدأ من القائمة.',
    en: 'The address may be incomplete. Start from the menu.',
  },

  'done.saved': { ar: 'تم الحفظ.', en: 'Saved.' },
  'done.created': { ar: 'تم الإنشاء.', en: 'Created.' },
  'done.published': { ar: 'فتح باب الطلبات لهذا الموعد.', en: 'The offering is open for requests.' },
  'done.new_date': { ar: 'حدد الموعد الجديد وأرسلت الرسائل.', en: 'The new date is set and the messages are sent.' },
  'done.planned_date': {
    ar: 'حفظ الموعد الجديد، وسيستعمل إن لم يكتمل العدد عند وقت القرار.',
    en: 'The new date is kept ready; it will be used if the minimum is missed at the decision time.',
  },
  'done.hold': { ar: 'ستعقد الدورة رغم عدم اكتمال العدد.', en: 'The course will be held below its minimum.' },
  'done.cancelled': { ar: 'ألغي الموعد وأبلغ أصحاب الطلبات.', en: 'The offering is cancelled and everybody is told.' },
  'done.venue': { ar: 'تغير المكان.', en: 'The venue is changed.' },
  'done.attendance': { ar: 'سجل الحضور.', en: 'Attendance is recorded.' },
  'done.accepted': { ar: 'قبل الإثبات.', en: 'The proof is accepted.' },
  'done.refused': { ar: 'رفض الإثبات.', en: 'The proof is refused.' },
  'done.withdrawn': { ar: 'سجل الانسحاب.', en: 'The withdrawal is recorded.' },
  'done.ended': { ar: 'أغلق الطلب وأبلغ صاحبه.', en: 'The request is closed and the person is told.' },
  'done.refunded': { ar: 'سجل رد المبلغ وأبلغ صاحبه.', en: 'The refund is recorded and the person is told.' },
  'done.transferred': { ar: 'نقل الطلب إلى الموعد الآخر.', en: 'The request is moved to the other offering.' },
  'done.pass_recorded': { ar: 'سجل النجاح السابق.', en: 'The earlier pass is recorded.' },
  'done.deactivated': { ar: 'أوقف الحساب وأنهيت جلساته.', en: 'The account is closed and its sessions ended.' },
  'done.reactivated': { ar: 'فتح الحساب من جديد.', en: 'The account is open again.' },

  'refused.title': { ar: 'لم يتغير شيء', en: 'Nothing was changed' },
  'refused.not_found': { ar: 'لم يعد هذا موجودا.', en: 'It is no longer there.' },
  'refused.not_allowed_in_state': {
    ar: 'لا يسمح بهذا في الحالة الحالية. ربما تغيرت أثناء ذلك.',
    en: 'This is not possible in the present state. It may have changed meanwhile.',
  },
  'refused.course_started': { ar: 'بدأت الدورة.', en: 'The course has begun.' },
  'refused.course_not_started': { ar: 'لم تبدأ الدورة بعد.', en: 'The course has not begun yet.' },
  'refused.date_not_later': {
    ar: 'الموعد الجديد يجب أن يكون بعد الموعد الحالي.',
    en: 'The new date has to be later than the present one.',
  },
  'refused.intake_would_be_closed': {
    ar: 'مهل الامتحان والدفع والقرار لا تترك وقتا لاستقبال الطلبات قبل هذا الموعد. اختر موعدا أبعد.',
    en: 'The times to sit the exam, to pay and to decide leave no time to take requests before this date. Choose a later one.',
  },
  'refused.intake_closed': { ar: 'أغلق استقبال الطلبات.', en: 'Intake is closed.' },
  'refused.full': { ar: 'لا مقعد شاغرا في هذا الموعد.', en: 'No seat is free in this offering.' },
  'refused.retake_wait': { ar: 'مهلة إعادة الامتحان لم تنته.', en: 'The wait before a retake is not over.' },
  'refused.already_applied': {
    ar: 'لصاحب الطلب طلب قائم لهذه الدورة.',
    en: 'The person already has a live request for this course.',
  },
  'refused.amount_differs': { ar: 'رسوم ذلك الموعد مختلفة.', en: 'The fee of that offering is different.' },
  'refused.offering_not_found': { ar: 'لا يوجد هذا الموعد.', en: 'There is no such offering.' },
  'refused.case_closed': { ar: 'أغلقت هذه الحالة من قبل.', en: 'This case was closed before.' },
  'refused.case_without_request': {
    ar: 'لا طلب لهذه الدفعة، فلا يمكن نقلها.',
    en: 'This payment belongs to no request and cannot be moved.',
  },
  'refused.own_account': { ar: 'لا يمكنك إيقاف حسابك.', en: 'You cannot close your own account.' },
  'refused.last_administrator': {
    ar: 'يجب أن يبقى مدير نظام واحد على الأقل.',
    en: 'One administrator has to stay.',
  },
} as const satisfies Messages;

/** The part of a key after its family, for example of `done.saved`. */
type Rest<F extends string> = keyof typeof messages extends infer K ? (K extends `${F}.${infer R}` ? R : never) : never;
export type DoneKey = Rest<'done'>;
export type RefusedKey = Exclude<Rest<'refused'>, 'title'>;

export const isDone = (key: string): key is DoneKey => `done.${key}` in messages;
export const isRefused = (key: string): key is RefusedKey => key !== 'title' && `refused.${key}` in messages;
