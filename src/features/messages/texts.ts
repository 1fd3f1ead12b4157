import type { Bilingual } from '#kernel/lang.ts';
import type { TemplateKey } from '#procedure/messages/templates.ts';

/**
 * Every SMS text. `{name}` is a placeholder; `[1:…]` and `[2:…]` are optional parts: a text that is over its
 * limit loses part 1, then part 2. Arabic texts carry no prefix (the sender id names GAM), English ones begin «GAM:».
 * The link, where there is one, stands last.
 */
export const TEXTS: Record<TemplateKey, Bilingual> = {
  // Code
  otp: {
    ar: 'أمانة عمان: رمز التحقق {code} صالح لمدة {minutes}. لا تشاركوه مع أحد.',
    en: 'GAM: Your code is {code}, valid for {minutes}. Do not share it.',
  },

  // Request and waiting list
  received: {
    ar: 'تم استلام طلبكم {ref} لحضور دورة {course}. سنعلمكم عند اكتمال الحد الأدنى للمشاركين.[1: {url}]',
    en: 'GAM: Request {ref} to attend {course} received. We will text you when the minimum number is reached.[1: {url}]',
  },
  waitlisted: {
    ar: 'اكتملت مقاعد دورة {course}، وأدرج طلبكم {ref} على قائمة الانتظار. سنعلمكم عند توفر مقعد.[1: {url}]',
    en: 'GAM: {course} is full. Request {ref} is on the waiting list. We will text you if a seat becomes free.[1: {url}]',
  },
  waitlist_closed: {
    ar: 'نعتذر، لم يتوفر مقعد في دورة {course} المقررة في {date}، وأغلق طلبكم {ref}.[1: لاختيار دورة أخرى {url}]',
    en: 'GAM: No seat became free in {course} on {date}; request {ref} is closed.[1: To choose another course: {url}]',
  },

  // Postponement
  postponed: {
    ar: 'تم تأجيل موعد دورة {course} المقررة في {olddate} نظرا لعدم اكتمال العدد، وسيصلكم الموعد الجديد برسالة لاحقة.',
    en: 'GAM: {course}, planned for {olddate}, is postponed because the minimum number was not reached. The new date will follow by SMS.',
  },
  new_date: {
    ar: 'الموعد الجديد لدورة {course}: {day} {newdate} {time}، {venue}. للتفاصيل أو الانسحاب {url}',
    en: 'GAM: The new date for {course} is {day} {newdate} at {time}, {venue}. To view or withdraw: {url}',
  },
  postponed_new_date: {
    ar: 'نظرا لعدم اكتمال العدد تم تأجيل دورة {course} من {olddate} إلى {day} {newdate} {time}، {venue}. للتفاصيل أو الانسحاب {url}',
    en: 'GAM: As the minimum number was not reached, {course} moves from {olddate} to {day} {newdate} at {time}, {venue}. To view or withdraw: {url}',
  },

  // Free courses
  approved_free_full: {
    ar: 'تمت الموافقة على طلبكم {ref} وتأكيد حجز دورة {course}. البدء {day} {date}، {days} {time}-{end}، {hours}، {venue}. للاستفسار 117180. التفاصيل {url}',
    en: 'GAM: Request {ref} approved, seat confirmed: {course}. Starts {day} {date}, {days} {time}-{end}, {hours}. Venue: {venue}. Info 117180. {url}',
  },
  approved_free: {
    ar: 'تمت الموافقة على طلبكم {ref} وتأكيد حجز [2:دورة ]{course}، [1:{day} ]{date} {time}، {venue}. {url}',
    en: 'GAM: Request {ref} approved, seat confirmed: {course}, {day} {date} {time}, {venue}. {url}',
  },
  approved_free_prior_pass_full: {
    ar: 'لنجاحكم سابقا في الامتحان تمت الموافقة على طلبكم {ref} وتأكيد حجز دورة {course}. البدء {day} {date}، {days} {time}-{end}، {hours}، {venue}. للاستفسار 117180. التفاصيل {url}',
    en: 'GAM: Based on your earlier exam pass, request {ref} is approved and your seat confirmed: {course}. Starts {day} {date}, {days} {time}-{end}, {hours}. Venue: {venue}. Info 117180. {url}',
  },
  approved_free_prior_pass: {
    ar: 'لنجاحكم سابقا في الامتحان تمت الموافقة على طلبكم {ref} وتأكيد حجز {course}، [1:{day} ]{date} {time}، {venue}. {url}',
    en: 'GAM: Earlier exam pass accepted, request {ref} approved, seat confirmed: {course}, {day} {date} {time}, {venue}. {url}',
  },
  approved_free_proof_full: {
    ar: 'بعد قبول إثبات المتطلب السابق تمت الموافقة على طلبكم {ref} وتأكيد حجز دورة {course}. البدء {day} {date}، {days} {time}-{end}، {hours}، {venue}. للاستفسار 117180. التفاصيل {url}',
    en: 'GAM: Your proof of the prerequisite was accepted. Request {ref} approved, seat confirmed: {course}. Starts {day} {date}, {days} {time}-{end}, {hours}. Venue: {venue}. Info 117180. {url}',
  },
  approved_free_proof: {
    ar: 'بعد قبول إثبات المتطلب السابق تمت الموافقة على طلبكم {ref} وتأكيد حجز {course}، [1:{day} ]{date} {time}، {venue}. {url}',
    en: 'GAM: Your proof was accepted, request {ref} approved, seat confirmed: {course}, {day} {date} {time}, {venue}. {url}',
  },
  exam_pass_free_full: {
    ar: 'نجحتم في امتحان المستوى وتمت الموافقة على طلبكم {ref} لحضور دورة {course}. البدء {day} {date}، {days} {time}-{end}، {hours}، {venue}. للاستفسار 117180. التفاصيل {url}',
    en: 'GAM: You passed the placement exam. Request {ref} is approved: {course}. Starts {day} {date}, {days} {time}-{end}, {hours}. Venue: {venue}. Info 117180. {url}',
  },
  exam_pass_free: {
    ar: 'نجحتم في الامتحان وتمت الموافقة على طلبكم لحضور [2:دورة ]{course}، [1:{day} ]{date} {time}، {venue}. {url}',
    en: 'GAM: You passed the exam. Your request is approved: {course}, {day} {date} {time}, {venue}. {url}',
  },

  // Exam
  exam_link: {
    ar: 'اكتمل العدد لدورة {course}. يرجى تقديم امتحان المستوى لطلبكم {ref} قبل {deadline} عبر الرابط {url}',
    en: 'GAM: {course} has reached its minimum number. Request {ref}: please take the placement exam before {deadline}: {url}',
  },
  exam_link_from: {
    ar: 'اكتمل العدد لدورة {course}. يرجى تقديم امتحان المستوى لطلبكم {ref} بعد {opens} وقبل {deadline} عبر الرابط {url}',
    en: 'GAM: {course} has reached its minimum number. Request {ref}: please take the placement exam after {opens} and before {deadline}: {url}',
  },
  exam_fail: {
    ar: 'لا يمكنكم حضور دورة {course} لعدم الحصول على علامة النجاح في امتحان المستوى (عدم امتلاك المهارات أو المعرفة الأساسية).',
    en: 'GAM: You cannot attend {course}: the pass mark in the placement exam was not obtained (basic skills or knowledge required).',
  },
  exam_reminder: {
    ar: 'تذكير: يرجى تقديم امتحان المستوى لدورة {course} قبل {deadline} وإلا ألغي الطلب. {url}',
    en: 'GAM: Reminder: take the placement exam for {course} before {deadline} or the request is cancelled: {url}',
  },
  exam_expired: {
    ar: 'تم إلغاء طلبكم {ref} لحضور دورة {course} لعدم تقديم امتحان المستوى قبل {deadline}.[1: للاستفسار 117180]',
    en: 'GAM: Request {ref} to attend {course} is cancelled: the placement exam was not taken before {deadline}.[1: Info 117180]',
  },

  // Proof of the prerequisite
  proof_accepted: {
    ar: 'تم قبول إثبات المتطلب السابق لدورة {course}، ولا حاجة إلى امتحان المستوى.[1: {url}]',
    en: 'GAM: Your proof of the prerequisite for {course} was accepted. No placement exam is needed.[1: {url}]',
  },
  proof_rejected: {
    ar: 'تعذر قبول إثبات المتطلب السابق لدورة {course}. سيصلكم رابط امتحان المستوى عند اكتمال العدد.',
    en: 'GAM: Your proof of the prerequisite for {course} was not accepted. An exam link will follow when the minimum number is reached.',
  },
  proof_rejected_exam: {
    ar: 'تعذر قبول إثبات المتطلب السابق لدورة {course}. يرجى تقديم امتحان المستوى قبل {deadline} عبر الرابط {url}',
    en: 'GAM: Your proof of the prerequisite for {course} was not accepted. Please take the placement exam before {deadline}: {url}',
  },

  // Payment
  pay: {
    ar: 'اكتمل العدد لدورة {course}. يرجى دفع {amount} لطلبكم {ref} برقم الدفع الإلكتروني {payno} قبل {deadline}.[1: {url}]',
    en: 'GAM: {course} reached its minimum number. Request {ref}: pay {amount}, e-payment no. {payno}, before {deadline}.[1: {url}]',
  },
  pay_prior_pass: {
    ar: 'لنجاحكم سابقا في الامتحان يرجى دفع {amount} لطلبكم {ref} لحضور دورة {course} برقم الدفع الإلكتروني {payno} قبل {deadline}.[1: {url}]',
    en: 'GAM: Based on your earlier exam pass, request {ref} for {course}: pay {amount}, e-payment no. {payno}, before {deadline}.[1: {url}]',
  },
  pay_proof: {
    ar: 'تم قبول إثبات المتطلب السابق. يرجى دفع {amount} لطلبكم {ref} لحضور دورة {course} برقم الدفع الإلكتروني {payno} قبل {deadline}.[1: {url}]',
    en: 'GAM: Your proof was accepted. Request {ref} for {course}: pay {amount}, e-payment no. {payno}, before {deadline}.[1: {url}]',
  },
  pay_exam_pass: {
    ar: 'نجحتم في امتحان المستوى. يرجى دفع {amount} لطلبكم {ref} لحضور دورة {course} برقم الدفع الإلكتروني {payno} قبل {deadline}.[1: {url}]',
    en: 'GAM: You passed the exam. Request {ref} for {course}: pay {amount}, e-payment no. {payno}, before {deadline}.[1: {url}]',
  },
  pay_reduced: {
    ar: 'خفضت رسوم طلبكم {ref} لحضور دورة {course}. يرجى دفع {amount} برقم الدفع {payno} قبل {deadline}.[1: {url}]',
    en: 'GAM: The fee of request {ref}, {course}, was reduced. Please pay {amount} with number {payno} before {deadline}.[1: {url}]',
  },
  pay_reminder: {
    ar: 'تذكير: يرجى دفع {amount} لدورة {course} برقم الدفع الإلكتروني {payno} قبل {deadline}[1: وإلا ألغي الطلب].',
    en: 'GAM: Reminder: pay {amount} for {course}, e-payment no. {payno}, before {deadline}[1: or the request is cancelled].',
  },
  paid_confirmed_full: {
    ar: 'تم استلام {amount} وتأكيد حجزكم {ref} لدورة {course}. البدء {day} {date}، {days} {time}-{end}، {hours}، {venue}. للاستفسار 117180. الوصل والتفاصيل {url}',
    en: 'GAM: {amount} received, seat confirmed, request {ref}: {course}. Starts {day} {date}, {days} {time}-{end}, {hours}. Venue: {venue}. Info 117180. Receipt, details: {url}',
  },
  paid_confirmed: {
    ar: 'تم استلام {amount} وتأكيد حجز {course}، [1:{day} ]{date} {time}، {venue}. الوصل {url}',
    en: 'GAM: {amount} received, seat confirmed: {course}, {day} {date} {time}, {venue}. Receipt, details: {url}',
  },
  cancelled_unpaid: {
    ar: 'تم إلغاء طلبكم {ref} لحضور دورة {course} لعدم دفع الرسوم قبل {deadline}.[1: للاستفسار 117180]',
    en: 'GAM: Request {ref} to attend {course} is cancelled: the fee was not paid before {deadline}.[1: Info 117180]',
  },
  payment_amount_wrong: {
    ar: 'تم استلام {paid} لطلبكم {ref} لحضور دورة {course}، والمطلوب دفع {amount}، فلم تسدد الرسوم بعد. للاستفسار 117180[1: {url}]',
    en: 'GAM: We received {paid} for request {ref}, {course}, but the fee is {amount}, so it is not yet paid. Info 117180[1: {url}]',
  },
  payment_reinstated: {
    ar: 'تبين أن رسوم دورة {course} دفعت في موعدها، فأعيد تفعيل طلبكم {ref} وحجزكم مؤكد.[1: {url}]',
    en: 'GAM: Your fee for {course} was paid in time. Request {ref} is active again and your seat is confirmed.[1: {url}]',
  },
  payment_late: {
    ar: 'وصل إشعار دفع {amount} بعد إلغاء طلبكم {ref} لحضور دورة {course}. لاسترداد المبلغ أو النقل إلى دورة أخرى {url}',
    en: 'GAM: Notice of your payment of {amount} came after request {ref} for {course} was cancelled. For a refund or a transfer: {url}',
  },
  refund_done: {
    ar: 'تم رد {amount} إليكم عن طلبكم {ref} لحضور دورة {course}.[1: {url}]',
    en: 'GAM: {amount} was refunded to you for request {ref}, {course}.[1: {url}]',
  },
  transferred: {
    ar: 'تم نقل طلبكم {ref} إلى دورة {course}، [1:{day} ]{date} {time}، {venue}. {url}',
    en: 'GAM: Request {ref} was moved to {course}, {day} {date} {time}, {venue}. {url}',
  },

  // Changes and endings
  venue_change: {
    ar: 'تغير مكان دورة {course} إلى {venue}، والموعد كما هو: [1:{day} ]{date} {time}. {url}',
    en: 'GAM: The venue of {course} is now {venue}. The date is unchanged: {day} {date} {time}. {url}',
  },
  time_change: {
    ar: 'تغير موعد دورة {course} إلى {day} {date} {time}، {venue}. [1:للتفاصيل أو الانسحاب ]{url}',
    en: 'GAM: {course} now starts {day} {date} at {time}, {venue}. [1:To view or withdraw: ]{url}',
  },
  course_cancelled: {
    ar: 'نعتذر عن إلغاء دورة {course} المقررة في {date}.[1: يمكنكم اختيار دورة أخرى {url}]',
    en: 'GAM: We regret that {course} on {date} is cancelled.[1: You can choose another course: {url}]',
  },
  course_cancelled_paid: {
    ar: 'نعتذر عن إلغاء دورة {course} المقررة في {date}. لاسترداد {amount} أو النقل إلى دورة أخرى {url}',
    en: 'GAM: We regret that {course} on {date} is cancelled. For a refund of {amount} or a transfer: {url}',
  },
  withdrawn: {
    ar: 'تم إلغاء طلبكم {ref} لحضور دورة {course} بناء على رغبتكم.',
    en: 'GAM: Request {ref} to attend {course} was withdrawn as you asked.',
  },
  withdrawn_paid: {
    ar: 'تم إلغاء طلبكم {ref} لحضور دورة {course} بناء على رغبتكم، وأحيل طلب رد {amount} إلى المالية.[1: {url}]',
    en: 'GAM: Request {ref} to attend {course} was withdrawn as you asked. A refund of {amount} was passed to Finance.[1: {url}]',
  },
  cancelled_by_staff: {
    ar: 'نعتذر، ألغت الأمانة طلبكم {ref} لحضور دورة {course}.[1: للاستفسار 117180.] السبب والتفاصيل {url}',
    en: 'GAM: We regret that request {ref} to attend {course} was cancelled by GAM.[1: Info 117180.] Reason and details: {url}',
  },
  rejected_ineligible: {
    ar: 'نعتذر، تعذر قبول طلبكم {ref} لحضور دورة {course} لعدم استيفاء شروطها.[1: للاستفسار 117180.] التفاصيل {url}',
    en: 'GAM: Request {ref} to attend {course} could not be accepted: its conditions are not met.[1: Info 117180.] {url}',
  },
  link_again: {
    ar: 'رابطكم الشخصي الجديد لطلب حضور دورة {course}، ويلغي الرابط السابق: {url}',
    en: 'GAM: Your new personal link for {course}; it replaces the earlier one: {url}',
  },
  mobile_changed: {
    ar: 'تم تغيير رقم الهاتف الخلوي المسجل لطلبكم {ref}. إن لم تطلبوا ذلك فيرجى الاتصال فورا على 117180.',
    en: 'GAM: The mobile number of request {ref} was changed. If you did not ask for this, please call 117180 at once.',
  },

  // Course and evaluation
  day_before: {
    ar: 'تذكير: دورة {course} غدا {day} {date} {time}، {venue}.[1: {url}]',
    en: 'GAM: Reminder: {course} is tomorrow, {day} {date} at {time}, {venue}.[1: {url}]',
  },
  evaluation: {
    ar: 'شكرا لحضوركم دورة {course}. يرجى تقييم الدورة عبر الرابط {url}',
    en: 'GAM: Thank you for attending {course}. Please evaluate the course: {url}',
  },
  evaluation_reminder: {
    ar: 'تذكير: يرجى تقييم دورة {course} قبل {until} عبر الرابط {url}',
    en: 'GAM: Reminder: please evaluate {course} before {until}: {url}',
  },
};
