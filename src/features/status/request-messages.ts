import type { Messages } from '#platform/i18n/messages.ts';

export const requestMessages = {
  title: { ar: 'الطلب {reference}', en: 'Request {reference}' },
  reference: { ar: 'رقم الطلب', en: 'Reference' },
  'new.title': { ar: 'استلمنا طلبكم', en: 'We have your request' },
  'new.text': {
    ar: 'احفظوا رقم الطلب. نخبركم برسالة نصية بكل خطوة، وتجدون الطلب في أي وقت في «طلباتي».',
    en: 'Keep the reference. We text you at every step, and you find the request at any time under “My requests”.',
  },
  'done.withdrawn': { ar: 'تم الانسحاب من الطلب.', en: 'The request is withdrawn.' },
  'done.proof': {
    ar: 'استلمنا الإثبات. ينظر فيه الموظف ونخبركم برسالة نصية.',
    en: 'We have your proof. Staff will look at it and we text you the result.',
  },
  name: { ar: 'مقدم الطلب', en: 'Applicant' },
  submitted: { ar: 'قدم في', en: 'Submitted' },
  course: { ar: 'الدورة', en: 'Course' },
  starts: { ar: 'تبدأ', en: 'Starts' },
  noDate: { ar: 'يحدد لاحقا', en: 'To be announced' },
  fee: { ar: 'الرسوم', en: 'Fee' },
  mobile: { ar: 'الرسائل إلى', en: 'Messages to' },

  // Seven steps stand side by side on a phone: the English words may break at a soft hyphen.
  'step.request': { ar: 'الطلب', en: 'Re\u00adquest' },
  'step.minimum': { ar: 'اكتمال العدد', en: 'Mini\u00admum' },
  'step.exam': { ar: 'الامتحان', en: 'Exam' },
  'step.payment': { ar: 'الدفع', en: 'Pay\u00adment' },
  'step.confirmed': { ar: 'التأكيد', en: 'Con\u00adfirmed' },
  'step.course': { ar: 'الدورة', en: 'Course' },
  'step.evaluation': { ar: 'التقييم', en: 'Evalu\u00adation' },

  now: { ar: 'أين وصل الطلب', en: 'Where it stands' },
  'now.wait_minimum': {
    ar: 'ينتظر الطلب اكتمال الحد الأدنى للمشاركين: تقدم {active} من {min}، {needed, plural, zero {واكتمل العدد} one {وبقي واحد} two {وبقي اثنان} few {وبقي #} many {وبقي #} other {وبقي #}}. القرار في {decision}.',
    en: 'The request waits for the minimum number of participants: {active} of {min}, {needed, plural, =0 {complete} one {# more needed} other {# more needed}}. Decision on {decision}.',
  },
  'now.wait_minimum.more': {
    ar: 'إذا اكتمل العدد قبل ذلك نعالج طلبكم فورا. وإن لم يكتمل تؤجل الدورة ويبقى طلبكم محفوظا. ليس عليكم عمل شيء الآن.',
    en: 'If the number is complete before that, your request is processed at once. If not, the course is postponed and your request is kept. There is nothing for you to do now.',
  },
  'now.wait_seat': {
    ar: 'مقاعد الدورة مكتملة. ترتيبكم على قائمة الانتظار: {position}. إذا توفر مقعد انتقل طلبكم وحده ووصلتكم رسالة. ليس عليكم عمل شيء الآن.',
    en: 'The course is full. Your place on the waiting list: {position}. When a seat becomes free your request moves up by itself and you get a message. There is nothing for you to do now.',
  },
  'now.wait_new_date': {
    ar: 'تأجلت الدورة لأن العدد لم يكتمل. كان موعدها {date}. طلبكم محفوظ، ونرسل الموعد الجديد برسالة نصية عند تحديده.',
    en: 'The course was postponed because the number was not complete. It was to begin on {date}. Your request is kept, and we text you the new date when it is set.',
  },
  'now.wait_new_date.confirmed': {
    ar: 'حجزكم باق كما هو، وما دفعتموه أو اجتزتموه محسوب ولا يطلب مرة أخرى.',
    en: 'Your booking stands, and what you have paid or passed counts and is not asked for again.',
  },
  'now.sit_exam': {
    ar: 'بقي أن تجتازوا امتحان المستوى حتى {deadline}. محاولة واحدة، ثم تعرفون النتيجة فورا.',
    en: 'It is left to pass the placement exam by {deadline}. There is one attempt, and you know the result at once.',
  },
  'now.sit_exam.noDeadline': {
    ar: 'بقي أن تجتازوا امتحان المستوى. الدورة مؤجلة الآن، فلا موعد أخيرا له حتى يحدد الموعد الجديد.',
    en: 'It is left to pass the placement exam. The course is postponed, so there is no deadline until a new date is set.',
  },
  'now.sit_exam.opens': { ar: 'يفتح الامتحان لكم في {time}.', en: 'The exam opens for you on {time}.' },
  'now.sit_exam.go': { ar: 'إلى امتحان المستوى', en: 'To the placement exam' },
  'now.pay': {
    ar: 'بقي دفع الرسوم قبل {deadline}. إن لم تدفع قبل هذا الموعد يلغى الطلب.',
    en: 'It is left to pay the fee before {deadline}. If it is not paid by then, the request is cancelled.',
  },
  'now.attend': {
    ar: 'تمت الموافقة على طلبكم وحجزكم مؤكد. تبدأ الدورة {start}.',
    en: 'Your request is approved and your booking confirmed. The course begins on {start}.',
  },
  'now.attend.open': {
    ar: 'يتقرر عقد الدورة نهائيا في {decision}: إن قل عدد المؤكدين عن {min} تؤجل، ويبقى حجزكم.',
    en: 'Whether it is held is decided on {decision}: with fewer than {min} confirmed it is postponed, and your booking stands.',
  },
  'now.attend.running': {
    ar: 'الدورة منعقدة الآن. نتمنى لكم الفائدة.',
    en: 'The course is under way. We wish you a good time.',
  },
  'now.evaluate': {
    ar: 'انتهت الدورة. رأيكم يهمنا: التقييم بلا اسم ويستغرق دقيقة، وهو متاح حتى {until}.',
    en: 'The course is over. Your opinion matters: the evaluation shows no name, takes a minute, and is open until {until}.',
  },
  'now.evaluate.go': { ar: 'تقييم الدورة', en: 'Evaluate the course' },
  'now.attended': { ar: 'انتهت الدورة. شكرا لحضوركم.', en: 'The course is over. Thank you for attending.' },
  'now.attended.evaluated': { ar: 'وصل تقييمكم، شكرا لكم.', en: 'Your evaluation was received, thank you.' },
  'now.absent': {
    ar: 'انتهت الدورة وسجل أنكم لم تحضروها.',
    en: 'The course is over, and it was recorded that you did not attend.',
  },
  'now.withdrawn': { ar: 'انسحبتم من هذا الطلب.', en: 'You withdrew this request.' },
  'now.rejected.exam_failed': {
    ar: 'لا يمكن حضور الدورة لأن علامة النجاح في امتحان المستوى لم تتحقق.',
    en: 'The course cannot be attended because the pass mark of the placement exam was not obtained.',
  },
  'now.rejected.passed_since': {
    ar: 'أغلق هذا الطلب بسبب نتيجة سابقة لامتحان المستوى. لديكم الآن نجاح فيه، ويمكنكم تقديم طلب جديد دون امتحان.',
    en: 'This request was closed because of an earlier result of the placement exam. You hold a pass of it now, and can make a new request, without the exam.',
  },
  'now.rejected.retake': {
    ar: 'يمكنكم التقدم بطلب جديد لدورة تحتاج إلى هذا الامتحان ابتداء من {date}.',
    en: 'You can make a new request for a course that needs this exam from {date}.',
  },
  'now.rejected.ineligible': { ar: 'شروط الدورة غير متحققة.', en: 'The conditions of the course are not met.' },
  'now.cancelled.unpaid': {
    ar: 'ألغي الطلب لأن الرسوم لم تدفع قبل الموعد. إن كنتم قد دفعتم فاتصلوا على 117180.',
    en: 'The request was cancelled because the fee was not paid in time. If you did pay, call 117180.',
  },
  'now.cancelled.exam_not_taken': {
    ar: 'ألغي الطلب لأن امتحان المستوى لم يقدم قبل الموعد.',
    en: 'The request was cancelled because the placement exam was not taken in time.',
  },
  'now.cancelled.no_seat': {
    ar: 'تأكد عقد الدورة ولم يتوفر مقعد لكم.',
    en: 'The course will be held, and no seat became free for you.',
  },
  'now.cancelled.offering_cancelled': { ar: 'ألغت الأمانة هذه الدورة.', en: 'GAM cancelled this course.' },
  'now.cancelled.by_staff': {
    ar: 'ألغى الموظف المختص الطلب. للاستفسار اتصلوا على 117180.',
    en: 'Staff cancelled the request. For questions call 117180.',
  },
  'now.cancelled.transferred': {
    ar: 'نقل الطلب إلى موعد آخر.',
    en: 'The request was transferred to another course date.',
  },
  'now.refund': {
    ar: 'المبلغ المدفوع محال إلى الدائرة المالية لإعادته.',
    en: 'The money you paid is with the finance department, to be refunded.',
  },
  'now.newRequest': { ar: 'دورات أخرى تستقبل الطلبات', en: 'Other courses that take requests' },

  'pay.title': { ar: 'الدفع', en: 'Payment' },
  'pay.number': { ar: 'رقم الدفع الإلكتروني', en: 'Electronic payment number' },
  'pay.amount': { ar: 'المبلغ', en: 'Amount' },
  'pay.before': { ar: 'آخر موعد', en: 'Pay before' },
  'pay.receipt': { ar: 'الإيصال', en: 'Receipt' },
  'pay.paidAt': { ar: 'دفع في', en: 'Paid on' },
  'pay.suspended': {
    ar: 'رقم الدفع موقوف حتى يحدد الموعد الجديد، ثم يفتح بالمبلغ نفسه.',
    en: 'The payment number is suspended until a new date is set; it then opens again with the same amount.',
  },
  'demo.bank': { ar: 'ادفعوا من بنك العرض', en: 'Pay at the demo bank' },

  'info.title': { ar: 'معلومات الدورة', en: 'All about the course' },
  'info.hours': { ar: 'عدد الساعات', en: 'Training hours' },
  'info.meetings': { ar: 'اللقاءات', en: 'Meetings' },
  'info.venue': { ar: 'المكان', en: 'Venue' },
  'info.directions': { ar: 'الوصول', en: 'How to get there' },
  'info.bring': { ar: 'ما تحضرونه معكم', en: 'What to bring' },
  'info.contact': { ar: 'للاستفسار', en: 'Contact' },
  'info.calendar': { ar: 'إضافة المواعيد إلى التقويم', en: 'Add the meetings to your calendar' },
  'info.page': { ar: 'صفحة الدورة', en: 'Course page' },
  'info.print': { ar: 'يمكنكم طباعة هذه الصفحة.', en: 'You can print this page.' },

  'proof.title': { ar: 'إثبات المعرفة السابقة', en: 'Proof of previous knowledge' },
  'proof.text': {
    ar: 'إن كانت لديكم شهادة بالمعرفة المطلوبة فأرفقوها: إذا قبلت لا يلزمكم امتحان المستوى.',
    en: 'If you hold a certificate of the knowledge needed, attach it: if it is accepted you do not need the placement exam.',
  },
  'proof.text.exam': {
    ar: 'لا يؤجل إرفاق الإثبات موعد الامتحان: إن لم يصلكم قبوله فقدموا الامتحان قبل موعده.',
    en: 'Attaching a proof does not move the exam’s deadline: unless you hear that it is accepted, take the exam in time.',
  },
  'proof.state.none': {
    ar: 'لم ترفقوا إثباتا بعد، وهو اختياري.',
    en: 'You have attached no proof yet; it is optional.',
  },
  'proof.state.pending': {
    ar: 'استلمنا إثباتكم وينظر فيه الموظف المختص. نخبركم بالنتيجة برسالة نصية.',
    en: 'We have your proof and staff are looking at it. We text you the result.',
  },
  'proof.pending.waits': {
    ar: 'إن اكتمل العدد قبل النظر فيه أرسلنا إليكم رابط الامتحان حتى لا يفوتكم المقعد، ويبقى الإثبات قيد النظر.',
    en: 'Should the minimum be reached first, we send you the exam link so that you do not lose your seat; the proof is still looked at.',
  },
  'proof.pending.exam': {
    ar: 'لا تنتظروا النتيجة: قدموا الامتحان قبل موعده. وإن قبل الإثبات قبل ذلك أغلق الامتحان وانتقل طلبكم إلى خطوته التالية.',
    en: 'Do not wait for it: take the exam in time. If the proof is accepted before, the exam is closed and your request goes on.',
  },
  'proof.pending.over': {
    ar: 'لم يعد النظر في إثباتكم يغير شيئا في هذا الطلب.',
    en: 'A verdict on your proof would change nothing in this request any more.',
  },
  'proof.state.accepted': {
    ar: 'قبل إثباتكم: لا يلزمكم امتحان المستوى في هذا الطلب.',
    en: 'Your proof was accepted: this request needs no placement exam.',
  },
  'proof.state.refused': { ar: 'لم يقبل إثباتكم.', en: 'Your proof was not accepted.' },
  'proof.refused.exam': {
    ar: 'يبقى امتحان المستوى مطلوبا، ويمكنكم إرفاق إثبات آخر.',
    en: 'The placement exam is still needed; you can also attach another proof.',
  },
  'proof.reason': { ar: 'السبب: {reason}', en: 'Why: {reason}' },
  'proof.more': { ar: 'يمكنكم إضافة ملفات أخرى إليه.', en: 'You can add more files to it.' },
  'proof.files': { ar: 'الملفات التي وصلت', en: 'Files received' },
  'proof.label': { ar: 'الملفات', en: 'Files' },
  'proof.hint': {
    ar: 'حتى 3 ملفات، كل منها 5 ميغابايت على الأكثر: PDF أو صورة واضحة (JPEG أو PNG أو HEIC) يظهر فيها الاسم والجهة والتاريخ.',
    en: 'Up to 3 files of at most 5 MB each: PDF, or a clear picture (JPEG, PNG or HEIC) that shows the name, the issuer and the date.',
  },
  'proof.kept': {
    ar: 'يطلع على الملفات الموظفون المختصون فقط، ونحذف من الصور ما تخفيه من بيانات المكان والوقت، وتمحى كلها بعد انتهاء الطلب بـ {months, plural, zero {# شهر} one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرا} other {# شهر}}.',
    en: 'Only the staff in charge see the files. Hidden data such as place and time are removed from pictures, and all is erased {months, plural, one {# month} other {# months}} after the request is over.',
  },
  'proof.send': { ar: 'إرسال الإثبات', en: 'Send the proof' },

  'withdraw.link': { ar: 'الانسحاب من الطلب', en: 'Withdraw the request' },
  'withdraw.title': { ar: 'الانسحاب من الطلب', en: 'Withdraw the request' },
  'withdraw.ask': {
    ar: 'هل تريدون الانسحاب من طلب حضور دورة «{course}»؟ يعطى مقعدكم لغيركم ولا يمكن التراجع، ولكن يمكنكم تقديم طلب جديد ما دام الباب مفتوحا.',
    en: 'Do you want to withdraw your request for “{course}”? Your seat goes to somebody else and this cannot be undone, but you can make a new request as long as requests are taken.',
  },
  'withdraw.refund': {
    ar: 'يحال المبلغ المدفوع إلى الدائرة المالية لإعادته.',
    en: 'The money you paid is referred to the finance department for a refund.',
  },
  'withdraw.yes': { ar: 'نعم، أنسحب', en: 'Yes, withdraw' },
  'withdraw.no': { ar: 'لا، أبقي الطلب', en: 'No, keep the request' },
  'withdraw.refused': {
    ar: 'لا يمكن الانسحاب من هذا الطلب الآن: بدأت الدورة أو انتهى الطلب.',
    en: 'This request cannot be withdrawn now: the course has begun, or the request has ended.',
  },

  timeline: { ar: 'ما جرى حتى الآن', en: 'What happened so far' },
  'timeline.clause': { ar: 'البند {clause}', en: 'Clause {clause}' },
  'timeline.note': { ar: 'ملاحظة الموظف: {note}', en: 'Note of staff: {note}' },
  messages: { ar: 'الرسائل التي أرسلت', en: 'Messages sent' },
  'messages.hidden': {
    ar: 'حذفت الروابط الشخصية من النصوص هنا.',
    en: 'Personal links are left out of the texts here.',
  },
  back: { ar: 'كل طلباتي', en: 'All my requests' },
} as const satisfies Messages;
