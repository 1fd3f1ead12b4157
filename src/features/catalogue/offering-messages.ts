import type { Messages } from '#platform/i18n/messages.ts';

export const offeringMessages = {
  about: { ar: 'عن الدورة', en: 'About the course' },
  outcomes: { ar: 'ما ستتعلمونه', en: 'What you will learn' },
  audience: { ar: 'لمن هذه الدورة', en: 'Who it is for' },
  prerequisite: { ar: 'المعرفة المطلوبة', en: 'Knowledge needed' },
  'prerequisite.text': {
    ar: 'يلزم إثبات هذه المعرفة بوثيقة ترفقونها مع الطلب وتقبلها الأمانة، أو اجتياز امتحان المستوى «{exam}» عبر الإنترنت: {minutes, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}، وعلامة النجاح {mark}%. من اجتازه من قبل لا يعيده.',
    en: 'Show it by a document that you attach to the request and GAM accepts, or pass the placement exam “{exam}” online: {minutes, plural, one {# minute} other {# minutes}}, pass mark {mark}%. Who passed it before does not sit it again.',
  },
  bring: { ar: 'ما تحضرونه معكم', en: 'What to bring' },
  ages: { ar: 'العمر', en: 'Age' },
  'ages.from': { ar: 'من {min} سنة', en: 'From {min} years' },
  'ages.range': { ar: 'من {min} إلى {max} سنة', en: '{min} to {max} years' },
  'ages.guardian': {
    ar: 'من هم دون 18 سنة يتقدمون مع ولي أمرهم.',
    en: 'People below 18 apply with their guardian.',
  },
  meetings: { ar: 'مواعيد اللقاءات', en: 'Meetings' },
  'meetings.count': {
    ar: '{count, plural, zero {لا لقاءات} one {لقاء واحد} two {لقاءان} few {# لقاءات} many {# لقاء} other {# لقاء}}',
    en: '{count, plural, =0 {No meetings} one {# meeting} other {# meetings}}',
  },
  'meetings.none': {
    ar: 'لم يحدد موعد جديد بعد. كل من له طلب قائم يصله الموعد برسالة نصية.',
    en: 'No new date has been set yet. Everybody with a live request gets it by SMS.',
  },
  where: { ar: 'المكان', en: 'Where' },
  'where.district': { ar: 'منطقة {district}', en: 'District: {district}' },
  'where.accessible': {
    ar: 'المكان مهيأ لذوي الإعاقة الحركية.',
    en: 'The venue is accessible for people with reduced mobility.',
  },
  dates: { ar: 'المواعيد والمقاعد', en: 'Dates and seats' },
  intakeCloses: { ar: 'آخر موعد لتقديم الطلب', en: 'Requests until' },
  examDeadline: { ar: 'آخر موعد لامتحان المستوى', en: 'Exam until' },
  decision: { ar: 'القرار، وآخر موعد للدفع', en: 'Decision, and payment until' },
  'decision.free': { ar: 'القرار بعقد الدورة أو تأجيلها', en: 'Decision to hold or postpone' },
  lastStart: { ar: 'الموعد السابق', en: 'Earlier date' },

  next: { ar: 'ماذا يحدث بعد تقديم الطلب', en: 'What happens after your request' },
  'next.request': {
    ar: 'تعبئون البيانات، ونرسل رمزا إلى هاتفكم للتحقق منه، ثم يظهر رقم الطلب على الشاشة.',
    en: 'You fill in the form, we text a code to verify your mobile, and the reference appears on the screen.',
  },
  'next.minimum': {
    ar: 'عند وصول الطلبات إلى {min} تعالج جميعها فورا. وإن لم يكتمل العدد حتى {decision} تؤجل الدورة، ويبقى طلبكم محفوظا ويصلكم الموعد الجديد.',
    en: 'When {min} people have asked, all requests are processed at once. If the number is not complete by {decision}, the course is postponed; your request is kept and you receive the new date.',
  },
  'next.minimumReached': {
    ar: 'اكتمل الحد الأدنى للمشاركين، فيعالج طلبكم فور تقديمه.',
    en: 'The minimum number is reached, so your request is processed as soon as you make it.',
  },
  'next.exam': {
    ar: 'إن لم تكونوا قد اجتزتم امتحان المستوى من قبل ولم يقبل إثباتكم، يصلكم رابط الامتحان برسالة نصية. آخر موعد له {deadline}، وهي محاولة واحدة. من لا ينجح لا يمكنه حضور الدورة.',
    en: 'Unless you passed the placement exam before or your proof is accepted, you are sent its link by SMS. Sit it by {deadline}; there is one attempt. Who does not pass cannot attend.',
  },
  'next.pay': {
    ar: 'يصلكم رقم دفع إلكتروني عبر إي فواتيركم بقيمة {fee}. إن لم يدفع قبل {deadline} يلغى الطلب.',
    en: 'You are sent an electronic payment number for eFAWATEERcom, {fee}. If it is not paid before {deadline}, the request is cancelled.',
  },
  'next.confirmFree': {
    ar: 'تصلكم رسالة نصية بالموافقة وتأكيد الحجز وكل معلومات الدورة. لا رسوم عليها.',
    en: 'You are sent the approval, the booking confirmation and all course information by SMS. There is nothing to pay.',
  },
  'next.confirmPaid': {
    ar: 'بعد الدفع تصلكم رسالة نصية بتأكيد الحجز وكل معلومات الدورة.',
    en: 'After the payment you are sent the booking confirmation and all course information by SMS.',
  },
  'next.after': {
    ar: 'بعد انعقاد الدورة يصلكم رابط لتقييمها.',
    en: 'After the course you are sent a link to evaluate it.',
  },
  'next.waitlist': {
    ar: 'المقاعد مكتملة الآن: يوضع طلبكم على قائمة الانتظار بترتيب التقديم، وينتقل وحده إذا توفر مقعد.',
    en: 'All seats are taken now: your request goes on the waiting list in order of submission and moves up by itself when a seat becomes free.',
  },

  'why.full': {
    ar: 'اكتملت مقاعد هذا الموعد وليس له قائمة انتظار.',
    en: 'This course date is full and has no waiting list.',
  },
  'why.intake_closed': {
    ar: 'انتهى استقبال الطلبات لهذا الموعد في {time}.',
    en: 'Requests for this course date closed on {time}.',
  },
  'why.confirmed': {
    ar: 'تأكد عقد هذا الموعد وانتهى استقبال الطلبات له.',
    en: 'This course date will be held, and requests are closed.',
  },
  'why.running': { ar: 'بدأت هذه الدورة.', en: 'This course has begun.' },
  'why.postponed': {
    ar: 'تأجل هذا الموعد لأن العدد لم يكتمل. يفتح باب الطلبات من جديد عند تحديد الموعد.',
    en: 'This course date was postponed because the number was not complete. Requests open again when a date is set.',
  },
  'why.held': { ar: 'انعقدت هذه الدورة.', en: 'This course was held.' },
  'why.cancelled': { ar: 'ألغي هذا الموعد.', en: 'This course date was cancelled.' },
  'why.others': { ar: 'دورات أخرى تستقبل الطلبات', en: 'Other courses that take requests' },
  'why.title': { ar: 'لا يمكن تقديم طلب الآن', en: 'A request cannot be made now' },
} as const satisfies Messages;
