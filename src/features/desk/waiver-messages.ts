import type { Lang } from '#kernel/lang.ts';
import { type Messages, type Translate, translator } from '#platform/i18n/messages.ts';

export const waiverMessages = {
  title: { ar: 'تخفيض الرسوم', en: 'Fee reductions' },
  lead: {
    ar: 'طلبات التخفيض التي لم يقرر فيها بعد، الأقدم أولا. كل قرار له سبب وإثبات ويبقى في سجل الطلب.',
    en: 'Reductions that were asked for and not decided yet, the oldest first. Each decision has a reason and evidence and stays in the history of the request.',
  },
  empty: { ar: 'لا طلبات تخفيض تنتظر.', en: 'No reduction waits for a decision.' },
  'find.label': { ar: 'رقم الطلب', en: 'Reference of the request' },
  'find.hint': {
    ar: 'لتخفيض رسوم طلب لم يطلب صاحبه ذلك على الموقع، كمن أبرز إثباته عند الشباك.',
    en: 'To reduce the fee of a request whose person did not ask on the site, for example who showed evidence at the counter.',
  },
  'find.button': { ar: 'فتح', en: 'Open' },
  'find.unknown': { ar: 'لا طلب بهذا الرقم.', en: 'There is no request with this reference.' },
  reference: { ar: 'رقم الطلب', en: 'Reference' },
  applicant: { ar: 'مقدم الطلب', en: 'Applicant' },
  course: { ar: 'الدورة', en: 'Course' },
  state: { ar: 'الحالة', en: 'State' },
  reason: { ar: 'السبب', en: 'Reason' },
  documents: { ar: 'الوثائق', en: 'Documents' },
  'documents.none': { ar: 'لا وثائق مرفقة.', en: 'No documents are attached.' },
  fee: { ar: 'الرسوم', en: 'Fee' },
  waived: { ar: 'المعفى منه', en: 'Waived' },
  due: { ar: 'المطلوب', en: 'To be paid' },
  before: { ar: 'آخر موعد للدفع', en: 'Pay before' },
  'before.none': { ar: 'لم يعط رقم دفع بعد', en: 'No payment number yet' },
  number: { ar: 'رقم الدفع الإلكتروني', en: 'Electronic payment number' },
  submitted: { ar: 'تاريخ التقديم', en: 'Submitted' },
  one: { ar: 'تخفيض رسوم الطلب {reference}', en: 'Reduce the fee of request {reference}' },
  back: { ar: 'إلى طلبات التخفيض', en: 'To the fee reductions' },
  'state.none': { ar: 'لم يطلب تخفيضا', en: 'No reduction was asked for' },
  'state.asked': { ar: 'ينتظر القرار', en: 'Waits for a decision' },
  'state.granted': { ar: 'خفضت الرسوم', en: 'Reduced' },
  'state.refused': { ar: 'لم يقبل', en: 'Not granted' },
  closed: {
    ar: 'لم يعد تخفيض الرسوم ممكنا: دفعت، أو انتهى الطلب، أو الدورة مجانية.',
    en: 'The fee can no longer be reduced: it is paid, the request has ended, or the course is free.',
  },
  'grant.title': { ar: 'تخفيض الرسوم', en: 'Reduce the fee' },
  'grant.how': { ar: 'المقدار', en: 'How much' },
  'grant.all': { ar: 'إعفاء من الرسوم كاملة', en: 'Waive the whole fee' },
  'grant.half': { ar: 'نصف الرسوم', en: 'Half of the fee' },
  'grant.amount': { ar: 'مبلغ آخر', en: 'Another amount' },
  'grant.dinars': { ar: 'المبلغ المعفى منه بالدينار', en: 'Amount waived, in dinars' },
  'grant.dinars.hint': { ar: 'مثل 7.750، للمقدار «مبلغ آخر» فقط', en: 'Such as 7.750; only for another amount' },
  'grant.evidence': { ar: 'الإثبات', en: 'Evidence' },
  'grant.evidence.hint': {
    ar: 'ما اطلعتم عليه: نوع الوثيقة ورقمها وتاريخها. يحفظ في سجل الطلب.',
    en: 'What you have seen: kind, number and date of the document. It is kept in the history.',
  },
  'grant.preview': { ar: 'معاينة', en: 'Preview' },
  'grant.button': { ar: 'تأكيد التخفيض', en: 'Reduce the fee' },
  'grant.change': { ar: 'تعديل', en: 'Change' },
  'preview.title': { ar: 'ما الذي سيحدث', en: 'What will happen' },
  'preview.waits': {
    ar: 'لم يعط رقم دفع بعد. سيطلب الرقم {due}، ولا ترسل رسالة الآن.',
    en: 'No payment number was given yet. It will ask for {due}; no message is sent now.',
  },
  'preview.waits.free': {
    ar: 'لم يعط رقم دفع بعد. لن يطلب من مقدم الطلب شيء، ويعامل كما في الدورة المجانية (البند 6)، ولا ترسل رسالة الآن.',
    en: 'No payment number was given yet. Nothing will be asked for: the request goes the way of a free course (clause 6). No message is sent now.',
  },
  'preview.reprice': {
    ar: 'يطلب رقم الدفع {number} من الآن {due}، وترسل رسالة بالمبلغ الجديد. ومن استعلم قبل ذلك ودفع {before} تفتح لدفعته حالة مالية.',
    en: 'From now on payment number {number} asks for {due}, and a message tells the new amount. A payment of {before} by someone who inquired earlier becomes a finance case.',
  },
  'preview.suspended': {
    ar: 'الدورة مؤجلة. يطلب رقم الدفع {due} حين يفتح من جديد، ولا ترسل رسالة الآن.',
    en: 'The course is postponed. The payment number asks for {due} when it opens again; no message is sent now.',
  },
  'preview.confirm': {
    ar: 'يغلق رقم الدفع {number}، ويتأكد الحجز الآن، وترسل رسالة تأكيد بكافة المعلومات.',
    en: 'Payment number {number} closes, the booking is confirmed now, and a confirmation with all course information is sent.',
  },
  'preview.final': {
    ar: 'لا يلغى التخفيض بعد تأكيده.',
    en: 'A reduction cannot be taken back.',
  },
  'refuse.title': { ar: 'عدم قبول التخفيض', en: 'Do not reduce the fee' },
  'refuse.text': {
    ar: 'تبقى الرسوم كما هي. يقرأ مقدم الطلب السبب في صفحة طلبه، ويمكنه أن يطلب مرة أخرى.',
    en: 'The fee stays. The applicant reads the reason on the page of the request, and can ask again.',
  },
  'refuse.note': { ar: 'السبب كما سيقرؤه مقدم الطلب', en: 'The reason, as the applicant will read it' },
  'refuse.button': { ar: 'عدم القبول', en: 'Do not reduce' },
  choose: { ar: 'اختر', en: 'Choose' },
  'error.share': { ar: 'اختر المقدار.', en: 'Choose how much.' },
  'error.reason': { ar: 'اختر السبب من القائمة.', en: 'Choose the reason from the list.' },
  'error.amount': {
    ar: 'اكتب مبلغا بالدينار، بثلاث منازل على الأكثر.',
    en: 'Enter an amount in dinars with at most three decimals.',
  },
  'error.evidence': {
    ar: 'اكتب ما يثبت السبب، من 5 أحرف إلى 500.',
    en: 'Say what proves the reason, in 5 to 500 characters.',
  },
  'error.note': { ar: 'اكتب السبب، من 5 أحرف إلى 500.', en: 'Give the reason, in 5 to 500 characters.' },
  'done.granted': { ar: 'خفضت الرسوم.', en: 'The fee is reduced.' },
  'done.refused': { ar: 'سجل عدم قبول التخفيض.', en: 'It is recorded that the fee is not reduced.' },
} as const satisfies Messages;

export type WaiverTranslate = Translate<typeof waiverMessages>;
export const waiverTexts = (lang: Lang): WaiverTranslate => translator(waiverMessages, lang);
