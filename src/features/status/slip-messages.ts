import type { Messages } from '#platform/i18n/messages.ts';

export const slipMessages = {
  title: { ar: 'قسيمة دفع رسوم دورة', en: 'Payment slip for a course fee' },
  gam: { ar: 'أمانة عمّان الكبرى', en: 'Greater Amman Municipality' },
  service: { ar: 'خدمة طلب حضور دورة', en: 'Request to attend a course' },
  course: { ar: 'الدورة', en: 'Course' },
  reference: { ar: 'رقم الطلب', en: 'Request' },
  qr: { ar: 'رقم الدفع كرمز مربع', en: 'The payment number as a square code' },
  note: {
    ar: 'ليست هذه القسيمة وصلا بالدفع. طبعت في {time}. للاستفسار 117180.',
    en: 'This slip is no receipt. Printed on {time}. Questions: 117180.',
  },
} as const satisfies Messages;
