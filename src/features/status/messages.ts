import type { Messages } from '#platform/i18n/messages.ts';

export const messages = {
  'my.title': { ar: 'طلباتي', en: 'My requests' },
  'my.intro': {
    ar: 'أدخلوا رقم الهاتف الذي قدمتم به الطلب. نرسل إليه رمزا، ثم تظهر كل الطلبات المسجلة به.',
    en: 'Enter the mobile number of your request. We text a code to it, and then all requests under that number appear.',
  },
  'my.guardian': {
    ar: 'من له ولي أمر في الطلب يدخل هاتف ولي الأمر.',
    en: 'Where the request has a guardian, enter the guardian’s number.',
  },
  'my.mobile': { ar: 'رقم الهاتف المحمول', en: 'Mobile number' },
  'my.mobile.hint': { ar: 'مثل 0791234567', en: 'For example 0791234567' },
  'my.mobile.error': {
    ar: 'أدخلوا رقما أردنيا من عشرة أرقام يبدأ بـ 077 أو 078 أو 079.',
    en: 'Enter a Jordanian number of ten digits that starts with 077, 078 or 079.',
  },
  'my.send': { ar: 'إرسال الرمز', en: 'Send the code' },
  'my.other': { ar: 'طلبات بهاتف آخر', en: 'Requests under another mobile' },
  'my.open': { ar: 'الطلبات المفتوحة في هذا المتصفح', en: 'Requests open in this browser' },
  'my.none': {
    ar: 'لا توجد طلبات بهذا الهاتف. تأكدوا من الرقم، أو اتصلوا على 117180.',
    en: 'There are no requests under this mobile. Check the number, or call 117180.',
  },
  'my.end': { ar: 'إغلاق الطلبات في هذا المتصفح', en: 'Close the requests in this browser' },
  'my.ended': { ar: 'أغلقت الطلبات في هذا المتصفح.', en: 'The requests are closed in this browser.' },
  'my.column.reference': { ar: 'رقم الطلب', en: 'Reference' },
  'my.column.course': { ar: 'الدورة', en: 'Course' },
  'my.column.starts': { ar: 'تبدأ', en: 'Starts' },
  'my.column.state': { ar: 'الحالة', en: 'State' },

  'code.title': { ar: 'رمز التحقق', en: 'Verification code' },
  'code.sent': {
    ar: 'أرسلنا رمزا من ستة أرقام إلى الهاتف {mobile}. الرمز صالح لمدة 5 دقائق.',
    en: 'We sent a code of six digits to {mobile}. It is valid for 5 minutes.',
  },
  'code.label': { ar: 'رمز التحقق', en: 'Code' },
  'code.hint': { ar: 'ستة أرقام', en: 'Six digits' },
  'code.submit': { ar: 'متابعة', en: 'Continue' },
  'code.resend': { ar: 'إرسال رمز جديد', en: 'Send a new code' },
  'code.phone': { ar: 'افتحوا هاتف العرض لقراءة الرمز', en: 'Open the demo phone to read the code' },

  'link.title': { ar: 'فتح الطلب', en: 'Open the request' },
  'link.intro': {
    ar: 'لحماية بياناتكم أدخلوا آخر أربعة أرقام من الهاتف الذي وصلت إليه الرسالة.',
    en: 'To protect your data, enter the last four digits of the mobile that received the message.',
  },
  'link.last4': { ar: 'آخر أربعة أرقام من الهاتف', en: 'Last four digits of the mobile' },
  'link.open': { ar: 'فتح', en: 'Open' },
  'link.wrong': {
    ar: 'الأرقام غير صحيحة. {left, plural, zero {لم تبق محاولات} one {بقيت محاولة واحدة} two {بقيت محاولتان} few {بقيت # محاولات} many {بقيت # محاولة} other {بقيت # محاولة}}.',
    en: 'These digits are not right. {left, plural, =0 {No tries are left} one {# try is left} other {# tries are left}}.',
  },
  'typed.title': { ar: 'فتح رابط بكتابة رمزه', en: 'Open a link by typing its code' },
  'typed.code': { ar: 'رمز الرابط', en: 'Code of the link' },
  'typed.hint': {
    ar: 'عشرة أحرف وأرقام بعد ‎/c/‎ في الرابط الذي وصلكم برسالة نصية.',
    en: 'Ten letters and digits after /c/ in the link of your text message.',
  },
  'typed.wrong': {
    ar: 'الرمز أو الأرقام الأربعة غير صحيحة. قد يكون رابط أحدث قد حل محله.',
    en: 'The code or the four digits are not right. A newer link may have taken its place.',
  },
  'typed.link': { ar: 'لديكم رمز في رسالة؟ اكتبوه هنا', en: 'You have a code in a message? Type it here' },
  'link.locked.title': { ar: 'قفل الرابط', en: 'The link is locked' },
  'link.locked.text': {
    ar: 'أدخلت أرقام غير صحيحة خمس مرات. لفتح الطلب نرسل رمزا إلى الهاتف المسجل فيه.',
    en: 'Wrong digits were entered five times. To open the request we send a code to the mobile on file.',
  },
  'link.locked.send': { ar: 'إرسال الرمز', en: 'Send the code' },
  'link.gone.title': { ar: 'هذا الرابط لم يعد صالحا', en: 'This link no longer works' },
  'link.gone.text': {
    ar: 'ربما أرسل رابط أحدث بعده. استعملوا آخر رسالة وصلتكم، أو اطلبوا رمزا من «طلباتي».',
    en: 'A newer link may have been sent after it. Use the last message you received, or ask for a code under “My requests”.',
  },
  'link.gone.go': { ar: 'إلى طلباتي', en: 'To my requests' },

  'state.waiting_minimum': { ar: 'ينتظر اكتمال العدد', en: 'Waiting for the minimum' },
  'state.waitlisted': { ar: 'على قائمة الانتظار', en: 'On the waiting list' },
  'state.awaiting_exam': { ar: 'ينتظر امتحان المستوى', en: 'Placement exam due' },
  'state.awaiting_payment': { ar: 'ينتظر الدفع', en: 'Payment due' },
  'state.confirmed': { ar: 'الحجز مؤكد', en: 'Booking confirmed' },
  'state.rejected': { ar: 'لم يقبل', en: 'Not accepted' },
  'state.cancelled': { ar: 'ملغى', en: 'Cancelled' },
  'state.withdrawn': { ar: 'تم الانسحاب', en: 'Withdrawn' },
  'state.attended': { ar: 'تم الحضور', en: 'Attended' },
  'state.absent': { ar: 'لم يتم الحضور', en: 'Did not attend' },
} as const satisfies Messages;
