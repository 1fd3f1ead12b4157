import type { Messages } from '#platform/i18n/messages.ts';

/** Texts of the pages on proofs of knowledge (H3). */
export const proofMessages = {
  'proofs.title': { ar: 'إثباتات بانتظار النظر', en: 'Proofs waiting' },
  'proofs.lead': {
    ar: 'الأقدم أولا. الإثبات المقبول يغني عن امتحان المستوى؛ وإن رفض، أو لم ينظر فيه قبل اكتمال العدد، بقي الامتحان مطلوبا.',
    en: 'The oldest first. An accepted proof takes the place of the placement exam; refused, or not judged before the minimum is reached, the exam stays needed.',
  },
  'proofs.empty': { ar: 'لا توجد إثباتات تنتظر النظر.', en: 'No proofs are waiting.' },
  'proofs.since': { ar: 'وصلت في', en: 'Handed in' },
  'proofs.waited': { ar: 'مدة الانتظار', en: 'Waiting for' },
  'proofs.waited.days': {
    ar: '{days, plural, zero {# يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يوما} other {# يوم}}',
    en: '{days, plural, one {# day} other {# days}}',
  },
  'proofs.waited.hours': {
    ar: '{hours, plural, =0 {أقل من ساعة} zero {# ساعة} one {ساعة واحدة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}}',
    en: '{hours, plural, =0 {less than an hour} one {# hour} other {# hours}}',
  },
  'proofs.before': { ar: 'ينظر فيه قبل', en: 'Decide before' },
  'proofs.noDeadline': { ar: 'لا موعد بعد', en: 'No date yet' },
  'proofs.linkSent': { ar: 'أرسل رابط الامتحان', en: 'Exam link sent' },
  'proofs.documents': { ar: 'الوثائق', en: 'Documents' },
  'proofs.noFiles': { ar: 'لا وثائق محفوظة', en: 'No documents are kept' },
  'proofs.needs': { ar: 'المعرفة المطلوبة', en: 'Knowledge needed' },
  'proofs.retention': {
    ar: 'الوثائق المحفوظة الآن: {kept}. تمحى تلقائيا بعد انتهاء الطلب بـ {months, plural, zero {# شهر} one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرا} other {# شهر}}؛ ويمحى منها خلال 30 يوما: {soon}.',
    en: 'Documents kept now: {kept}. They are erased automatically {months, plural, one {# month} other {# months}} after their request is over; in the coming 30 days: {soon}.',
  },

  'proof.title': { ar: 'إثبات الطلب {reference}', en: 'Proof of request {reference}' },
  'proof.back': { ar: 'كل الإثباتات', en: 'All proofs' },
  'proof.person': { ar: 'مقدم الطلب', en: 'Applicant' },
  'proof.exam': { ar: 'امتحان المستوى', en: 'Placement exam' },
  'proof.open': { ar: 'فتح الصورة وحدها', en: 'Open the picture by itself' },
  'proof.open.label': { ar: 'فتح الصورة وحدها: {name}', en: 'Open the picture by itself: {name}' },
  'proof.picture': { ar: 'صورة الوثيقة {name}', en: 'Picture of the document {name}' },
  'proof.download': { ar: 'تنزيل ملف PDF', en: 'Download the PDF' },
  'proof.download.label': { ar: 'تنزيل ملف PDF: {name}', en: 'Download the PDF: {name}' },
  'proof.pdf.note': {
    ar: 'ملفات PDF محفوظة كما وصلت. افتحوها ببرنامج محدث.',
    en: 'PDF files are kept as they came. Open them with an up-to-date program.',
  },
  'proof.size': { ar: '{size} كيلوبايت، وصلت {when}', en: '{size} KB, handed in {when}' },
  'proof.earlier': { ar: 'قرارات سابقة', en: 'Earlier verdicts' },
  'proof.follows.waits': {
    ar: 'لم يكتمل العدد بعد: إن قبل الإثبات فلا امتحان على صاحبه عند اكتماله.',
    en: 'The minimum is not reached yet: with an accepted proof no exam will be asked when it is.',
  },
  'proof.follows.exam': {
    ar: 'أرسل رابط الامتحان: إن قبل الإثبات أغلق الامتحان وانتقل الطلب إلى خطوته التالية فورا.',
    en: 'The exam link went out: accepting closes the exam, and the request goes on at once.',
  },
  'proof.judged': {
    ar: 'لا قرار مطلوبا الآن. حالة الإثبات: {state}.',
    en: 'No verdict is asked for now. The proof: {state}.',
  },
  'proof.nothing': {
    ar: 'لا وثائق محفوظة لهذا الطلب، فلا يمكن قبول الإثبات.',
    en: 'No documents are kept for this request, so the proof cannot be accepted.',
  },
  'proof.accept': { ar: 'قبول الإثبات', en: 'Accept the proof' },
  'proof.accept.text': {
    ar: 'يغني عن امتحان المستوى في هذا الطلب، ويبلغ صاحبه برسالة.',
    en: 'No placement exam in this request; the applicant is told by SMS.',
  },
  'proof.validity': {
    ar: 'وفي طلبات الشخص الأخرى لدورات الامتحان نفسه',
    en: 'And in the person’s other requests with the same exam',
  },
  'proof.validity.unlimited': { ar: 'يبقى مقبولا دون حد', en: 'Stays accepted without a limit' },
  'proof.validity.until': { ar: 'يبقى مقبولا حتى تاريخ', en: 'Stays accepted until a date' },
  'proof.validity.until.hint': {
    ar: 'مع «حتى تاريخ» فقط، مثلا تاريخ انتهاء الشهادة',
    en: 'Only with “until a date”, for example the end of the certificate’s validity',
  },
  'proof.validity.request': { ar: 'لهذا الطلب فقط', en: 'Counts for this request only' },
  'proof.until': { ar: 'مقبول حتى نهاية يوم', en: 'Accepted until the end of' },
  'proof.note': { ar: 'ملاحظة (اختيارية)', en: 'Note (optional)' },
  'proof.note.hint': { ar: 'تظهر لمقدم الطلب', en: 'The applicant sees it' },
  'proof.refuse': { ar: 'رفض الإثبات', en: 'Refuse the proof' },
  'proof.refuse.text': {
    ar: 'يبقى امتحان المستوى مطلوبا. يرى مقدم الطلب السبب، ويمكنه إرفاق إثبات آخر.',
    en: 'The placement exam stays needed. The applicant sees the reason and can attach another proof.',
  },
  'proof.reason': { ar: 'السبب', en: 'Reason' },
  'proof.reason.note': { ar: 'ملاحظة', en: 'Note' },
  'proof.reason.note.hint': {
    ar: 'تظهر لمقدم الطلب؛ مطلوبة مع «سبب آخر»',
    en: 'The applicant sees it; needed with “another reason”',
  },
  'proof.valid.request': { ar: 'لهذا الطلب فقط', en: 'for this request only' },
  'proof.valid.unlimited': { ar: 'دون حد', en: 'without a limit' },
  'proof.valid.until': { ar: 'حتى {day}', en: 'until {day}' },
  'proof.valid.other': { ar: 'مع إثبات الطلب {reference}', en: 'with the proof of request {reference}' },
  'error.validity': { ar: 'اختر مدة القبول', en: 'Choose how far it reaches' },
  'error.validityPast': { ar: 'اكتب تاريخا لم يمض', en: 'Enter a date that has not passed' },
  'error.proofReason': { ar: 'اختر السبب، فمقدم الطلب يراه', en: 'Choose the reason; the applicant sees it' },
  'error.proofNote': { ar: 'اكتب السبب في الملاحظة', en: 'Give the reason in the note' },
  'refused.already_judged': {
    ar: 'نظر زميل في هذا الإثبات قبل قليل، فلم يتغير شيء',
    en: 'A colleague has judged this proof just now; nothing was changed',
  },
  'refused.no_documents': { ar: 'لا وثائق يمكن قبولها', en: 'There are no documents to accept' },
  'done.proof_accepted': {
    ar: 'قبل الإثبات وأبلغ مقدم الطلب.',
    en: 'The proof is accepted and the applicant is told.',
  },
  'done.proof_accepted_others': {
    ar: 'قبل الإثبات وأبلغ مقدم الطلب، وسرى القبول على طلباته الأخرى للامتحان نفسه.',
    en: 'The proof is accepted and the applicant is told; it counts in their other requests with the same exam too.',
  },
  'done.proof_refused': { ar: 'رفض الإثبات وأبلغ مقدم الطلب.', en: 'The proof is refused and the applicant is told.' },
} as const satisfies Messages;
