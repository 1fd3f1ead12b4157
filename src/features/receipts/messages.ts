import type { Messages } from '#platform/i18n/messages.ts';
import type { VoidKind } from './schema.ts';

export const voidKindMessages = {
  refunded: { ar: 'أعيد المبلغ', en: 'the money was refunded' },
  mistake: { ar: 'خطأ في الوصل', en: 'a mistake in the receipt' },
  other: { ar: 'سبب آخر', en: 'another reason' },
} as const satisfies Messages & Record<VoidKind, { ar: string; en: string }>;

/** What a receipt says around its content, on paper and on pages. */
export const receiptMessages = {
  gam: { ar: 'أمانة عمّان الكبرى', en: 'Greater Amman Municipality' },
  service: { ar: 'خدمة طلب حضور دورة', en: 'Request to attend a course' },
  title: { ar: 'وصل قبض', en: 'Receipt' },
  // A number with a hyphen is kept together from left to right, also where no element can isolate it.
  'title.number': { ar: 'وصل قبض \u2066{number}\u2069', en: 'Receipt {number}' },
  number: { ar: 'رقم الوصل', en: 'Receipt number' },
  issued: { ar: 'صدر في', en: 'Issued' },
  paid: { ar: 'دفع في', en: 'Paid' },
  payer: { ar: 'وصلنا من', en: 'Received from' },
  participant: { ar: 'عن المشارك', en: 'For the participant' },
  course: { ar: 'رسوم دورة', en: 'Fee of the course' },
  amount: { ar: 'المبلغ', en: 'Amount' },
  words: { ar: 'المبلغ كتابة', en: 'In words' },
  'words.only': { ar: 'فقط {words} لا غير', en: '{words} only' },
  bill: { ar: 'رقم الدفع الإلكتروني', en: 'Payment number' },
  trx: { ar: 'رقم الحركة', en: 'Transaction' },
  reference: { ar: 'رقم الطلب', en: 'Request' },
  code: { ar: 'رمز التحقق', en: 'Verification code' },
  verify: {
    ar: 'للتحقق من صحة هذا الوصل امسحوا الرمز أو زوروا {url}',
    en: 'To check that this receipt is genuine, scan the code or visit {url}',
  },
  'verify.alt': {
    ar: 'رمز مربع يفتح صفحة التحقق من الوصل',
    en: 'Square code that opens the page that checks the receipt',
  },
  electronic: {
    ar: 'وصل إلكتروني صدر آليا ولا يحتاج إلى توقيع أو ختم.',
    en: 'Issued electronically; valid without signature or stamp.',
  },
  void: { ar: 'ملغى', en: 'VOID' },
  'void.text': { ar: 'ألغي هذا الوصل في {date}: {kind}.', en: 'This receipt was declared void on {date}: {kind}.' },
  pdf: { ar: 'تنزيل الوصل (PDF)', en: 'Download the receipt (PDF)' },
  print: { ar: 'يمكنكم طباعة هذه الصفحة أيضا.', en: 'You can print this page too.' },
  busy: {
    ar: 'تعذر تجهيز ملف PDF الآن. أعيدوا المحاولة بعد دقيقة، أو اطبعوا هذه الصفحة.',
    en: 'The PDF could not be made just now. Try again in a minute, or print this page.',
  },
} as const satisfies Messages;

/** The public page that says whether a receipt is genuine. */
export const verifyMessages = {
  title: { ar: 'التحقق من وصل قبض', en: 'Check a receipt' },
  intro: {
    ar: 'أدخلوا رمز التحقق المطبوع أسفل الوصل، وهو 16 حرفا ورقما.',
    en: 'Enter the verification code at the bottom of the receipt: 16 letters and digits.',
  },
  check: { ar: 'تحقق', en: 'Check' },
  unknown: {
    ar: 'لا يوجد وصل بهذا الرمز. تأكدوا من الحروف والأرقام ثم أعيدوا المحاولة، أو اتصلوا على 117180.',
    en: 'There is no receipt with this code. Compare the letters and digits and try again, or call 117180.',
  },
  valid: { ar: 'الوصل صحيح', en: 'The receipt is valid' },
  'valid.text': {
    ar: 'صدر هذا الوصل عن أمانة عمّان الكبرى. قارنوا البيانات التالية بما هو مطبوع عليه.',
    en: 'Greater Amman Municipality issued this receipt. Compare what follows with what is printed on it.',
  },
  void: { ar: 'الوصل ملغى', en: 'The receipt is void' },
  'void.text': {
    ar: 'أصدرت الأمانة هذا الوصل ثم ألغته في {date}: {kind}. لا يعتد به.',
    en: 'The municipality issued this receipt and declared it void on {date}: {kind}. It no longer counts.',
  },
  initials: { ar: 'الحروف الأولى من الاسم', en: 'Initials of the payer' },
  privacy: {
    ar: 'لا تعرض هذه الصفحة بيانات شخصية: الحروف الأولى فقط.',
    en: 'This page shows no personal data: only initials.',
  },
  again: { ar: 'تحقق من وصل آخر', en: 'Check another receipt' },
} as const satisfies Messages;
