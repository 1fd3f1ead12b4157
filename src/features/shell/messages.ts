import type { Messages } from '#platform/i18n/messages.ts';

export const messages = {
  'nav.home': { ar: 'الخدمات الإلكترونية', en: 'e-Services' },
  'nav.service': { ar: 'بطاقة الخدمة', en: 'About the service' },
  'nav.courses': { ar: 'الدورات', en: 'Courses' },
  'nav.my': { ar: 'طلباتي', en: 'My requests' },
  'nav.help': { ar: 'المساعدة', en: 'Help' },
  'demo.start': { ar: 'عن العرض', en: 'About the demo' },
  'demo.phone': { ar: 'الهاتف', en: 'Phone' },
  'demo.bank': { ar: 'البنك', en: 'Bank' },
  'demo.clock': { ar: 'الساعة', en: 'Clock' },
  'demo.desk': { ar: 'المكتب', en: 'Desk' },
  'demo.now': { ar: 'الوقت في العرض: {time}', en: 'Time in the demo: {time}' },
  'error.400.title': { ar: 'تعذرت قراءة ما أرسل', en: 'What was sent could not be read' },
  'error.400.text': {
    ar: 'عودوا إلى الصفحة السابقة وأعيدوا المحاولة.',
    en: 'Go back to the page before and try again.',
  },
  'error.401.title': { ar: 'يلزم تأكيد هويتكم', en: 'Please confirm who you are' },
  'error.401.text': {
    ar: 'افتحوا الرابط الذي وصلكم برسالة نصية، أو اطلبوا رابطا جديدا من «طلباتي».',
    en: 'Open the link from your text message, or ask for a new one under “My requests”.',
  },
  'error.403.title': { ar: 'لا تملكون صلاحية هذه الصفحة', en: 'You may not open this page' },
  'error.403.text': {
    ar: 'إن كنتم ترون أن هذا خطأ فاتصلوا على 117180.',
    en: 'If you think that this is a mistake, call 117180.',
  },
  'error.csrf.title': { ar: 'انتهت صلاحية هذه الصفحة', en: 'This page has expired' },
  'error.csrf.text': {
    ar: 'لم يحفظ شيء. حدثوا الصفحة وأعيدوا الإرسال؛ ويجب أن يقبل المتصفح ملفات تعريف الارتباط.',
    en: 'Nothing was saved. Load the page again and send once more; the browser has to accept cookies.',
  },
  'error.404.title': { ar: 'الصفحة غير موجودة', en: 'There is no such page' },
  'error.404.text': {
    ar: 'قد يكون الرابط قديما أو ناقصا. يمكنكم البدء من الدورات أو من «طلباتي».',
    en: 'The link may be old or incomplete. You can start from the courses or from “My requests”.',
  },
  'error.409.title': { ar: 'تغير الوضع أثناء ذلك', en: 'Things have changed meanwhile' },
  'error.409.text': { ar: 'حدثوا الصفحة لتروا الوضع الحالي.', en: 'Load the page again to see how it stands now.' },
  'error.413.title': { ar: 'الملف أو النموذج كبير جدا', en: 'The file or form is too large' },
  'error.413.text': {
    ar: 'الحد الأعلى 5 ميغابايت للملف الواحد، وثلاثة ملفات في المرة. لم يحفظ شيء: ارجعوا إلى الصفحة السابقة، فما كتبتموه ما زال فيها، واختاروا ملفات أصغر.',
    en: 'At most 5 MB a file, and three files at a time. Nothing was kept: go back to the page before, where what you typed still is, and choose smaller files.',
  },
  'error.415.title': { ar: 'نوع المحتوى غير مقبول', en: 'This kind of content is not accepted' },
  'error.415.text': { ar: 'أعيدوا الإرسال من النموذج نفسه.', en: 'Send it again from the form itself.' },
  'error.429.title': { ar: 'محاولات كثيرة', en: 'Too many tries' },
  'error.429.text': {
    ar: 'انتظروا قليلا ثم أعيدوا المحاولة. لم يضع شيء مما كتبتم على الخادم.',
    en: 'Wait a little and try again. Nothing on our side was lost.',
  },
  'error.500.title': { ar: 'حدث خطأ عندنا', en: 'Something went wrong on our side' },
  'error.500.text': {
    ar: 'سجلنا الخطأ. أعيدوا المحاولة، وإن تكرر فاتصلوا على 117180 واذكروا الرقم أدناه.',
    en: 'We have recorded it. Try again; if it happens again, call 117180 and give the number below.',
  },
  'error.503.title': { ar: 'الخدمة متوقفة قليلا', en: 'The service is taking a short break' },
  'error.503.text': {
    ar: 'نعمل على إعادتها. لم يضع أي طلب أو دفعة. أعيدوا المحاولة بعد دقيقة.',
    en: 'We are bringing it back. No request and no payment is lost. Try again in a minute.',
  },
  'error.number': { ar: 'رقم الحادثة', en: 'Incident number' },
  'error.toCourses': { ar: 'إلى الدورات', en: 'To the courses' },
  'error.toMy': { ar: 'إلى طلباتي', en: 'To my requests' },
} as const satisfies Messages;
