import type { Bilingual, Lang } from '#kernel/lang.ts';
import { type Messages, translator } from '#platform/i18n/messages.ts';
import type { WaiverReason } from '#procedure/payments/waiver.ts';

const reasonMessages = {
  disability: { ar: 'شخص ذو إعاقة', en: 'Person with a disability' },
  social_aid: { ar: 'أسرة منتفعة من المعونة الوطنية', en: 'Household that receives National Aid' },
  orphan: { ar: 'يتيم أو مقيم في دار رعاية', en: 'Orphan, or resident of a care home' },
  municipality_staff: { ar: 'موظف في الأمانة أو من أسرته', en: 'Staff of the municipality, or their family' },
  other: { ar: 'سبب آخر', en: 'Another reason' },
} as const satisfies Messages & Record<WaiverReason, Bilingual>;

/** Why a fee is reduced, in words. */
export const waiverReasonText = (reason: WaiverReason, lang: Lang): string => translator(reasonMessages, lang)(reason);

const refusalMessages = {
  not_allowed_in_state: {
    ar: 'لم يعد تخفيض الرسوم ممكنا في هذا الطلب: دفعت رسومه أو انتهى.',
    en: 'The fee of this request can no longer be reduced: it is paid, or the request has ended.',
  },
  no_fee: { ar: 'هذه الدورة مجانية.', en: 'This course is free.' },
  waiver_not_more: {
    ar: 'الإعفاء لا ينقص: اكتبوا مبلغا أكبر من المعفى منه الآن.',
    en: 'A reduction never becomes less: enter more than is waived now.',
  },
  waiver_beyond_fee: { ar: 'المبلغ أكبر من الرسوم.', en: 'The amount is more than the fee.' },
  deadline_past: {
    ar: 'مضى آخر موعد للدفع، ولم يعد رقم الدفع صالحا.',
    en: 'The payment deadline has passed, and the payment number no longer works.',
  },
  not_found: { ar: 'الطلب غير موجود.', en: 'The request does not exist.' },
  other: { ar: 'لم ينفذ الإجراء.', en: 'This could not be done.' },
} as const satisfies Messages;

/** Why an act on a reduction was refused, in words. */
export function waiverRefusalText(code: string, lang: Lang): string {
  const isKnown = (key: string): key is keyof typeof refusalMessages => Object.hasOwn(refusalMessages, key);
  return translator(refusalMessages, lang)(isKnown(code) ? code : 'other');
}
