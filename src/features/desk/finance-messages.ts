import type { Lang } from '#kernel/lang.ts';
import { type Messages, type Translate, translator } from '#platform/i18n/messages.ts';
import { caseMessages } from './finance-case-messages.ts';
import { reportMessages } from './finance-report-messages.ts';
import { settlementMessages } from './finance-settlement-messages.ts';

const common = {
  'tab.label': { ar: 'صفحات المالية', en: 'Pages of finance' },
  'tab.today': { ar: 'اليوم', en: 'Today' },
  'tab.search': { ar: 'بحث', en: 'Search' },
  'tab.reports': { ar: 'التقارير', en: 'Reports' },
  'tab.cases': { ar: 'الحالات', en: 'Cases' },
  'tab.settlement': { ar: 'التسويات', en: 'Settlement' },
  amount: { ar: 'المبلغ', en: 'Amount' },
  trx: { ar: 'رقم الحركة', en: 'Transaction number' },
  number: { ar: 'رقم الدفع الإلكتروني', en: 'Electronic payment number' },
  state: { ar: 'الحالة', en: 'State' },
  unknown: { ar: 'غير معروف', en: 'Unknown' },
  none: { ar: 'لا يوجد', en: 'None' },
  history: { ar: 'السجل', en: 'History' },
  at: { ar: 'الوقت', en: 'Time' },
  who: { ar: 'بواسطة', en: 'By' },
  what: { ar: 'الإجراء', en: 'Act' },
  reason: { ar: 'السبب', en: 'Reason' },
  choose: { ar: 'اختر', en: 'Choose' },
  'error.choice': { ar: 'اختر قيمة من القائمة', en: 'Choose one of the list' },
  'error.required': { ar: 'هذا الحقل مطلوب', en: 'This field is required' },
  'error.tooLong': { ar: 'النص أطول من اللازم', en: 'The text is too long' },
  'error.day': { ar: 'اكتب يوما صحيحا مثل 2027-01-03', en: 'Enter a day such as 2027-01-03' },
} as const satisfies Messages;

/** Texts of the pages of finance. */
export const deskFinanceMessages = {
  ...common,
  ...caseMessages,
  ...settlementMessages,
  ...reportMessages,
} as const satisfies Messages;

export type FinanceKey = keyof typeof deskFinanceMessages & string;
export type FinanceTranslate = Translate<typeof deskFinanceMessages>;

export const financeTexts = (lang: Lang): FinanceTranslate => translator(deskFinanceMessages, lang);

export const isFinanceKey = (key: string): key is FinanceKey => Object.hasOwn(deskFinanceMessages, key);

/** Why an act was refused, in words. */
export function refusalOf(code: string, t: FinanceTranslate): string {
  const key = `refused.${code}`;
  return t(isFinanceKey(key) ? key : 'refused.other');
}
