import type { Messages } from '#platform/i18n/messages.ts';

/** The ways of paying, the commonest first. */
export const PAY_WAYS = ['bank', 'sanad', 'kiosk', 'branch'] as const;

export const payMessages = {
  title: { ar: 'دفع رسوم الدورة', en: 'Pay the course fee' },
  go: { ar: 'كيف تدفعون، وقسيمة للطباعة', en: 'How to pay, and a slip to print' },
  intro: {
    ar: 'يدفع بهذا الرقم عبر «إي فواتيركم» من أي بنك أو محفظة.',
    en: 'It is paid with this number through eFAWATEERcom, from any bank or wallet.',
  },
  number: { ar: 'رقم الدفع الإلكتروني', en: 'Electronic payment number' },
  copy: { ar: 'نسخ الرقم', en: 'Copy the number' },
  copied: { ar: 'نسخ الرقم.', en: 'The number is copied.' },
  amount: { ar: 'المبلغ', en: 'Amount' },
  words: { ar: 'كتابة', en: 'In words' },
  before: { ar: 'آخر موعد للدفع', en: 'Pay before' },
  left: { ar: 'الوقت الباقي', en: 'Time left' },
  'left.days': {
    ar: '{n, plural, zero {# يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يوما} other {# يوم}}',
    en: '{n, plural, one {# day} other {# days}}',
  },
  'left.hours': {
    ar: 'أقل من يوم: {n, plural, zero {# ساعة} one {ساعة واحدة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}}',
    en: 'less than a day: {n, plural, one {# hour} other {# hours}}',
  },
  'left.minutes': {
    ar: 'أقل من ساعة: {n, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
    en: 'less than an hour: {n, plural, one {# minute} other {# minutes}}',
  },
  'left.none': { ar: 'انتهى الموعد', en: 'the time is over' },
  unpaid: {
    ar: 'إن لم تدفع الرسوم كاملة قبل هذا الموعد يلغى الطلب. نذكركم برسالة نصية قبله.',
    en: 'If the whole fee is not paid by then, the request is cancelled. We remind you by text message before.',
  },
  slip: { ar: 'قسيمة الدفع (PDF)', en: 'Payment slip (PDF)' },
  'slip.busy': {
    ar: 'تعذر تجهيز القسيمة الآن. أعيدوا المحاولة بعد دقيقة، أو اطبعوا هذه الصفحة.',
    en: 'The slip could not be made just now. Try again in a minute, or print this page.',
  },
  refresh: { ar: 'دفعتم؟ حدثوا هذه الصفحة', en: 'Paid? Refresh this page' },
  waits: {
    ar: 'تتغير هذه الصفحة وحدها حين يصلنا إشعار الدفع، وتصلكم رسالة نصية بتأكيد الحجز.',
    en: 'This page changes by itself when we are told of the payment, and you get a text message that confirms the booking.',
  },

  how: { ar: 'كيف تدفعون', en: 'How to pay' },
  'bank.title': { ar: 'من تطبيق البنك أو المحفظة', en: 'In the app of your bank or wallet' },
  'bank.1': {
    ar: 'افتحوا التطبيق واختاروا «إي فواتيركم» أو «دفع الفواتير».',
    en: 'Open the app and choose eFAWATEERcom, or “bill payment”.',
  },
  'bank.2': {
    ar: 'اختاروا أمانة عمان الكبرى، ثم رسوم الدورات.',
    en: 'Choose Greater Amman Municipality, then course fees.',
  },
  'bank.3': {
    ar: 'أدخلوا رقم الدفع. يظهر لكم الاسم والدورة والمبلغ: تأكدوا منها.',
    en: 'Enter the payment number. The name, the course and the amount appear: check them.',
  },
  'bank.4': {
    ar: 'ادفعوا المبلغ كاملا. لا يقبل الدفع الجزئي.',
    en: 'Pay the whole amount. Part payments are not taken.',
  },
  'sanad.title': { ar: 'من تطبيق سند', en: 'In the Sanad app' },
  'sanad.1': {
    ar: 'افتحوا تطبيق سند واختاروا الدفع عبر «إي فواتيركم».',
    en: 'Open Sanad and choose to pay through eFAWATEERcom.',
  },
  'sanad.2': {
    ar: 'اختاروا أمانة عمان الكبرى، ثم رسوم الدورات.',
    en: 'Choose Greater Amman Municipality, then course fees.',
  },
  'sanad.3': {
    ar: 'أدخلوا رقم الدفع وتأكدوا من المبلغ ثم ادفعوا.',
    en: 'Enter the payment number, check the amount and pay.',
  },
  'kiosk.title': { ar: 'من صراف آلي أو جهاز خدمة ذاتية', en: 'At a cash machine or a self-service kiosk' },
  'kiosk.1': { ar: 'اختاروا «إي فواتيركم» من الشاشة.', en: 'Choose eFAWATEERcom on the screen.' },
  'kiosk.2': {
    ar: 'اختاروا أمانة عمان الكبرى، ثم رسوم الدورات.',
    en: 'Choose Greater Amman Municipality, then course fees.',
  },
  'kiosk.3': {
    ar: 'أدخلوا رقم الدفع وادفعوا واحتفظوا بالإيصال.',
    en: 'Enter the payment number, pay, and keep the slip that comes out.',
  },
  'branch.title': { ar: 'في فرع بنك أو عند وكيل دفع', en: 'At a branch of a bank or a payment agent' },
  'branch.1': {
    ar: 'اطبعوا قسيمة الدفع أو اعرضوها من الهاتف.',
    en: 'Print the payment slip or show it on your phone.',
  },
  'branch.2': {
    ar: 'قولوا إنكم تدفعون فاتورة أمانة عمان الكبرى عبر «إي فواتيركم» بهذا الرقم.',
    en: 'Say that you pay a bill of Greater Amman Municipality through eFAWATEERcom, with this number.',
  },
  'branch.3': {
    ar: 'ادفعوا قبل الموعد واحتفظوا بالإيصال.',
    en: 'Pay before the deadline, and keep the slip you are given.',
  },
  fees: {
    ar: 'قد تأخذ بعض القنوات عمولة فوق المبلغ، وهي لها لا للأمانة.',
    en: 'Some channels charge a commission on top of the amount; it is theirs, not the municipality’s.',
  },

  'after.title': { ar: 'وإن ألغي الطلب بعد الدفع؟', en: 'What if the request is cancelled after I paid?' },
  'after.1': {
    ar: 'لا يضيع ما دفع: كل مبلغ يصلنا مسجل باسم طلبكم.',
    en: 'No money is lost: whatever reaches us is recorded under your request.',
  },
  'after.2': {
    ar: 'إن انسحبتم قبل بدء الدورة، أو ألغت الأمانة الدورة، أحيل المبلغ إلى الدائرة المالية لرده أو نقله إلى دورة أخرى بالرسوم نفسها.',
    en: 'If you withdraw before the course begins, or the municipality cancels it, the money goes to the finance department: it is refunded, or moved to another course of the same fee.',
  },
  'after.3': {
    ar: 'إن دفعتم قبل الموعد ووصل الإشعار متأخرا أعيد طلبكم إن بقي مقعد، وإلا أحيل المبلغ إلى المالية.',
    en: 'If you paid in time and we were told late, your request is active again if a seat is free; otherwise the money goes to finance.',
  },
  'after.4': {
    ar: 'تصلكم رسالة نصية بكل خطوة. وللاستفسار 117180.',
    en: 'You get a text message at every step. For questions call 117180.',
  },

  'paid.title': { ar: 'وصل المبلغ', en: 'The payment was received' },
  'paid.text': { ar: 'استلمنا {amount} وحجزكم مؤكد.', en: 'We received {amount}, and your booking is confirmed.' },
  'paid.over': { ar: 'استلمنا {amount} لهذا الطلب.', en: 'We received {amount} for this request.' },
  // As in titles of receipts, the number is isolated in the text itself.
  receipt: { ar: 'وصل القبض \u2066{number}\u2069', en: 'Receipt {number}' },
  'receipt.void': { ar: 'وصل القبض \u2066{number}\u2069 (ملغى)', en: 'Receipt {number} (void)' },
  'suspended.title': { ar: 'رقم الدفع موقوف', en: 'The payment number is suspended' },
  'closed.title': { ar: 'أغلق رقم الدفع', en: 'The payment number is closed' },
  'closed.text': {
    ar: 'لم يعد يدفع بهذا الرقم شيء، فلا تدفعوا به.',
    en: 'Nothing is to be paid with this number any more: please do not pay.',
  },
  'closed.nothing': {
    ar: 'لم يصلنا مبلغ لهذا الطلب. إن كنتم قد دفعتم فاحتفظوا بإيصال البنك: يصل الإشعار عادة خلال دقائق، ويظهر هنا. وإن لم يظهر فاتصلوا على 117180.',
    en: 'No money has reached us for this request. If you did pay, keep the bank’s slip: we are usually told within minutes, and it appears here. If it does not, call 117180.',
  },
  'closed.link': { ar: 'دفعتم؟ أين المبلغ', en: 'Did you pay? Where the money is' },
  'money.title': { ar: 'أين المبلغ', en: 'Where the money is' },
  'money.late_payment': {
    ar: 'وصل {amount} في {date} بعد إغلاق رقم الدفع. المبلغ محفوظ لدى الدائرة المالية: اتصلوا على 117180 لاسترداده أو نقله إلى دورة أخرى بالرسوم نفسها.',
    en: '{amount} arrived on {date}, after the payment number was closed. It is safe with the finance department: call 117180 to have it refunded, or moved to another course of the same fee.',
  },
  'money.wrong_amount': {
    ar: 'وصل {amount} في {date}، وهو غير المبلغ المطلوب، فلم تسدد به الرسوم. المبلغ محفوظ لدى الدائرة المالية. للاستفسار 117180.',
    en: '{amount} arrived on {date}. It is not the amount due, so the fee is not paid by it. It is safe with the finance department; call 117180.',
  },
  'money.second_payment': {
    ar: 'وصل {amount} في {date} زيادة على رسوم مدفوعة. تعيده إليكم الدائرة المالية.',
    en: '{amount} arrived on {date}, though the fee was already paid. The finance department gives it back.',
  },
  'money.refund': {
    ar: 'أحيل {amount} إلى الدائرة المالية في {date} لرده إليكم. نخبركم برسالة نصية حين يرد.',
    en: '{amount} was passed to the finance department on {date}, to be refunded. We text you when it is done.',
  },
  'money.open': {
    ar: '{amount} محفوظ لدى الدائرة المالية منذ {date}. للاستفسار 117180.',
    en: '{amount} has been with the finance department since {date}. For questions call 117180.',
  },
  'money.refunded': { ar: 'رد إليكم {amount} في {date}.', en: '{amount} was refunded to you on {date}.' },
  'money.transferred': {
    ar: 'نقل {amount} إلى دورة أخرى في {date}.',
    en: '{amount} was moved to another course on {date}.',
  },
  'money.closed': {
    ar: 'انتهت المالية من {amount} في {date}. للاستفسار 117180.',
    en: 'Finance settled {amount} on {date}. For questions call 117180.',
  },
  back: { ar: 'إلى صفحة الطلب', en: 'To the page of the request' },
} as const satisfies Messages;
