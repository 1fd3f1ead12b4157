import type { Messages } from '#platform/i18n/messages.ts';

export const messages = {
  'signIn.title': { ar: 'الدخول إلى المكتب', en: 'Sign in to the desk' },
  'signIn.lead': {
    ar: 'لموظفي مركز التدريب والمالية والمدربين.',
    en: 'For the training centre, finance and trainers.',
  },
  'signIn.username': { ar: 'اسم المستخدم', en: 'Username' },
  'signIn.password': { ar: 'كلمة المرور', en: 'Password' },
  'signIn.button': { ar: 'دخول', en: 'Sign in' },
  'signIn.wrong': { ar: 'اسم المستخدم أو كلمة المرور غير صحيحة.', en: 'The username or the password is wrong.' },
  'signIn.limited': {
    ar: 'محاولات كثيرة. أعيدوا المحاولة بعد 15 دقيقة.',
    en: 'Too many tries. Try again in 15 minutes.',
  },
  'signIn.demo': {
    ar: 'في العرض: الحساب admin وكلمة المرور dawra-demo-2026. بقية الحسابات في صفحة العرض.',
    en: 'In the demo: account admin, password dawra-demo-2026. The other accounts are on the demo page.',
  },
} as const satisfies Messages;
