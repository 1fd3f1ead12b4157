import type { Lang } from '#kernel/lang.ts';
import { type Messages, type Translate, translator } from '#platform/i18n/messages.ts';
import { applicationMessages } from './record-application-messages.ts';
import { courseMessages } from './record-course-messages.ts';
import { examMessages } from './record-exam-messages.ts';
import { proofMessages } from './record-proof-messages.ts';
import { staffAccountMessages } from './record-staff-messages.ts';

const common = {
  reference: { ar: 'رقم الطلب', en: 'Reference' },
  applicant: { ar: 'مقدم الطلب', en: 'Applicant' },
  course: { ar: 'الدورة', en: 'Course' },
  state: { ar: 'الحالة', en: 'State' },
  submitted: { ar: 'تاريخ التقديم', en: 'Submitted' },
  actions: { ar: 'إجراء', en: 'Action' },
  none: { ar: 'لا يوجد', en: 'None' },
  save: { ar: 'حفظ', en: 'Save' },
  'error.required': { ar: 'هذا الحقل مطلوب', en: 'This field is required' },
  'error.tooLong': { ar: 'النص أطول من اللازم', en: 'The text is too long' },
  'error.choice': { ar: 'اختر قيمة من القائمة', en: 'Choose one of the list' },
  'error.number': { ar: 'اكتب عددا صحيحا بين {least} و{most}', en: 'Enter a whole number from {least} to {most}' },
  'refused.not_found': { ar: 'السجل غير موجود', en: 'The record does not exist' },
  'refused.not_allowed_in_state': {
    ar: 'حالة الطلب الآن لا تسمح بهذا الإجراء',
    en: 'The state of the request does not allow this now',
  },
  'refused.course_started': {
    ar: 'بدأت الدورة، فلم يعد ذلك ممكنا',
    en: 'The course has begun; this is no longer possible',
  },
  'refused.other': { ar: 'لم ينفذ الإجراء', en: 'This could not be done' },
  'done.course': { ar: 'حفظت الدورة.', en: 'The course is saved.' },
  'done.pass': { ar: 'سجل النجاح السابق.', en: 'The earlier pass is recorded.' },
  'done.pass_settled': {
    ar: 'سجل النجاح السابق، وانتقل طلب كان ينتظر هذا الامتحان.',
    en: 'The earlier pass is recorded, and a request that awaited this exam has moved on.',
  },
  'done.ended': { ar: 'أنهي الطلب وأبلغ مقدمه.', en: 'The request is ended and the applicant is told.' },
  'done.staff_added': { ar: 'أضيف الحساب.', en: 'The account is added.' },
  'done.staff_closed': {
    ar: 'أوقف الحساب وأنهيت جلساته.',
    en: 'The account is deactivated and its sessions are ended.',
  },
  'done.staff_opened': { ar: 'فعل الحساب.', en: 'The account is active again.' },
} as const satisfies Messages;

/** Texts of the record pages of the desk. */
export const recordMessages = {
  ...common,
  ...courseMessages,
  ...examMessages,
  ...applicationMessages,
  ...staffAccountMessages,
  ...proofMessages,
} as const satisfies Messages;

export type RecordKey = keyof typeof recordMessages & string;
export type RecordTranslate = Translate<typeof recordMessages>;

export const recordTexts = (lang: Lang): RecordTranslate => translator(recordMessages, lang);

const isKey = (key: string): key is RecordKey => Object.hasOwn(recordMessages, key);

/** What was done, from `?done=`; `undefined` for anything this part never says. */
export function doneText(key: string | undefined, t: RecordTranslate): string | undefined {
  const full = `done.${key ?? ''}`;
  return isKey(full) ? t(full) : undefined;
}

/** Why an act was refused, in words. */
export function refusedText(code: string, t: RecordTranslate): string {
  const full = `refused.${code}`;
  return t(isKey(full) ? full : 'refused.other');
}
