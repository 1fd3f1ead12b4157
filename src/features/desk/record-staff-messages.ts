import type { Messages } from '#platform/i18n/messages.ts';

export const staffAccountMessages = {
  'finance.amount': { ar: 'المبلغ', en: 'Amount' },
  'staff.title': { ar: 'حسابات الموظفين', en: 'Staff accounts' },
  'staff.caption': { ar: 'كل الحسابات', en: 'All accounts' },
  'staff.username': { ar: 'اسم المستخدم', en: 'Username' },
  'staff.username.hint': {
    ar: 'من 3 إلى 32: حروف لاتينية صغيرة وأرقام ونقطة وشرطة',
    en: '3 to 32: small Latin letters, digits, dot, dash, underscore',
  },
  'staff.displayName': { ar: 'الاسم', en: 'Name' },
  'staff.role': { ar: 'الدور', en: 'Role' },
  'staff.password': { ar: 'كلمة المرور الأولى', en: 'First password' },
  'staff.password.hint': {
    ar: '{least} حرفا على الأقل. أي حروف ومسافات تصلح.',
    en: 'At least {least} characters. Any characters and blanks will do.',
  },
  'staff.add': { ar: 'حساب جديد', en: 'New account' },
  'staff.add.button': { ar: 'إضافة الحساب', en: 'Add the account' },
  'staff.active': { ar: 'فعال', en: 'Active' },
  'staff.inactive': { ar: 'موقوف', en: 'Deactivated' },
  'staff.self': { ar: 'حسابك', en: 'Your account' },
  'staff.deactivate': { ar: 'إيقاف', en: 'Deactivate' },
  'staff.deactivate.label': { ar: 'إيقاف حساب {username}', en: 'Deactivate {username}' },
  'staff.activate': { ar: 'تفعيل', en: 'Activate' },
  'staff.activate.label': { ar: 'تفعيل حساب {username}', en: 'Activate {username}' },
  'refused.bad_username': { ar: 'اسم المستخدم غير صالح', en: 'The username is not valid' },
  'refused.bad_display_name': { ar: 'اكتب الاسم، 80 حرفا على الأكثر', en: 'Enter the name, at most 80 characters' },
  'refused.bad_role': { ar: 'اختر الدور', en: 'Choose the role' },
  'refused.short_password': {
    ar: 'كلمة المرور من 12 إلى 200 حرف',
    en: 'The password has 12 to 200 characters',
  },
  'refused.username_taken': { ar: 'اسم المستخدم مستعمل', en: 'The username is taken' },
  'refused.own_account': { ar: 'لا يوقف أحد حسابه بنفسه', en: 'Nobody deactivates their own account' },
} as const satisfies Messages;
