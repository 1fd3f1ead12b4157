import type { Messages } from '#platform/i18n/messages.ts';
import type { Role } from '../staff/index.ts';

export const frameMessages = {
  'nav.today': { ar: 'لوحة اليوم', en: 'Today' },
  'nav.offerings': { ar: 'المواعيد', en: 'Course dates' },
  'nav.applications': { ar: 'الطلبات', en: 'Requests' },
  'nav.courses': { ar: 'الدورات', en: 'Courses' },
  'nav.exams': { ar: 'الامتحانات', en: 'Exams' },
  'nav.bank': { ar: 'بنك الأسئلة', en: 'Question bank' },
  'nav.proofs': { ar: 'الإثباتات', en: 'Proofs' },
  'nav.finance': { ar: 'المالية', en: 'Finance' },
  'nav.receipts': { ar: 'الوصول', en: 'Receipts' },
  'nav.ledger': { ar: 'الدفاتر', en: 'Books' },
  'nav.staff': { ar: 'الموظفون', en: 'Staff' },
  'role.administrator': { ar: 'مدير النظام', en: 'Administrator' },
  'role.training_officer': { ar: 'ضابط تدريب', en: 'Training officer' },
  'role.exam_author': { ar: 'معد امتحانات', en: 'Exam author' },
  'role.trainer': { ar: 'مدرب', en: 'Trainer' },
  'role.finance': { ar: 'المالية', en: 'Finance' },
  'role.auditor': { ar: 'مدقق', en: 'Auditor' },
  signOut: { ar: 'خروج', en: 'Sign out' },
} as const satisfies Messages & Record<`role.${Role}`, { ar: string; en: string }>;
