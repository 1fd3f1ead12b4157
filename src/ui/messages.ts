import type { Lang } from '#kernel/lang.ts';
import { type Messages, type Translate, translator } from '#platform/i18n/messages.ts';

/** The texts of the frame around every page; what a page itself says stands in the feature that owns it. */
export const messages = {
  'shell.skip': { ar: 'انتقل إلى المحتوى', en: 'Skip to the content' },
  'shell.official': {
    ar: 'خدمة إلكترونية رسمية من أمانة عمان الكبرى',
    en: 'An official e-service of Greater Amman Municipality',
  },
  'shell.owner': { ar: 'أمانة عمان الكبرى', en: 'Greater Amman Municipality' },
  'shell.service': { ar: 'طلب حضور دورة', en: 'Request to attend a course' },
  'shell.desk': { ar: 'مكتب الدورات', en: 'Courses desk' },
  'shell.home': { ar: 'الصفحة الرئيسية', en: 'Home' },
  'shell.mainMenu': { ar: 'القائمة الرئيسية', en: 'Main menu' },
  'shell.menu': { ar: 'القائمة', en: 'Menu' },
  'shell.otherLanguage': { ar: 'English', en: 'العربية' },
  'shell.signedInAs': { ar: 'المستخدم الحالي', en: 'Signed in as' },
  'shell.errorTitle': { ar: 'خطأ: {title}', en: 'Error: {title}' },
  'demo.label': { ar: 'أدوات العرض التجريبي', en: 'Tools of the demonstration' },
  'demo.banner': {
    ar: 'عرض تجريبي: الأشخاص والرسائل والدفعات هنا غير حقيقية.',
    en: 'Demonstration: the people, messages and payments here are not real.',
  },
  'foot.contact': { ar: 'للاستفسار اتصل على', en: 'For help, call' },
  'foot.links': { ar: 'عن هذا الموقع', en: 'About this site' },
  'foot.privacy': { ar: 'الخصوصية', en: 'Privacy' },
  'foot.help': { ar: 'المساعدة', en: 'Help' },
  'foot.accessibility': { ar: 'إمكانية الوصول', en: 'Accessibility' },
  'crumbs.label': { ar: 'مسار التنقل', en: 'Breadcrumb' },
  'steps.label': { ar: 'خطوات الطلب', en: 'Steps of the request' },
  'steps.position': { ar: 'الخطوة {step} من {steps}', en: 'Step {step} of {steps}' },
  'pages.label': { ar: 'صفحات النتائج', en: 'Pages of results' },
  'pages.previous': { ar: 'السابق', en: 'Previous' },
  'pages.next': { ar: 'التالي', en: 'Next' },
  'pages.page': { ar: 'صفحة {page}', en: 'Page {page}' },
  'date.day': { ar: 'اليوم', en: 'Day' },
  'date.month': { ar: 'الشهر', en: 'Month' },
  'date.year': { ar: 'السنة', en: 'Year' },
  'errors.title': {
    ar: '{count, plural, =0 {لا أخطاء} zero {لا أخطاء} one {يوجد خطأ واحد، صححوه ثم تابعوا} two {يوجد خطآن، صححوهما ثم تابعوا} few {توجد # أخطاء، صححوها ثم تابعوا} many {يوجد # خطأ، صححوها ثم تابعوا} other {يوجد # خطأ، صححوها ثم تابعوا}}',
    en: '{count, plural, =0 {No problems} one {There is a problem: correct it and continue} other {There are # problems: correct them and continue}}',
  },
} as const satisfies Messages;

/** The texts of the frame in one language. */
export const shell = (lang: Lang): Translate<typeof messages> => translator(messages, lang);
