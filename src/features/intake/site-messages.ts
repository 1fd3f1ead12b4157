import type { Messages } from '#platform/i18n/messages.ts';

export const siteMessages = {
  'home.title': { ar: 'الخدمات الإلكترونية', en: 'e-Services' },
  'home.lead': {
    ar: 'خدمات أمانة عمان الكبرى من أي مكان: اختاروا الخدمة، عبئوا البيانات، وتابعوا طلبكم برسائل نصية.',
    en: 'Services of Greater Amman Municipality from anywhere: choose a service, fill in the form, and follow your request by SMS.',
  },
  'home.searchLabel': { ar: 'ابحثوا عن خدمة أو دورة', en: 'Search for a service or a course' },
  'home.searchButton': { ar: 'بحث', en: 'Search' },
  'home.services': { ar: 'الخدمات', en: 'Services' },
  'home.alsoCalled': { ar: 'تعرف أيضا باسم «{alias}»', en: 'Also called “{alias}”' },
  'home.serviceText': {
    ar: 'اختاروا دورة تدريبية من دورات الأمانة وقدموا طلب حضورها.',
    en: 'Choose one of the municipality’s training courses and request to attend it.',
  },
  'home.openCount': {
    ar: '{count, plural, =0 {لا توجد دورات تستقبل الطلبات الآن} zero {لا توجد دورات تستقبل الطلبات الآن} one {دورة واحدة تستقبل الطلبات الآن} two {دورتان تستقبلان الطلبات الآن} few {# دورات تستقبل الطلبات الآن} many {# دورة تستقبل الطلبات الآن} other {# دورة تستقبل الطلبات الآن}}',
    en: '{count, plural, =0 {No course takes requests now} one {# course takes requests now} other {# courses take requests now}}',
  },
  'home.card': { ar: 'بطاقة الخدمة', en: 'About the service' },
  'home.start': { ar: 'ابدؤوا الطلب', en: 'Start a request' },
  'home.my': { ar: 'طلباتي', en: 'My requests' },
  'home.myText': {
    ar: 'أين وصل طلبكم، وماذا بقي. يكفي رقم هاتفكم إن ضاع الرابط.',
    en: 'Where your request stands and what is left to do. Your mobile number is enough if you lost the link.',
  },
  'home.help': { ar: 'المساعدة', en: 'Help' },
  'home.helpText': {
    ar: 'خطوات الخدمة وأسئلة شائعة، أو اتصلوا على 117180.',
    en: 'How the service works and common questions, or call 117180.',
  },
  'home.soonest': { ar: 'أقرب الدورات', en: 'Courses that begin soon' },
  'home.all': { ar: 'كل الدورات', en: 'All courses' },

  'services.title': { ar: 'الخدمات الإلكترونية', en: 'e-Services' },
  'services.results': {
    ar: '{count, plural, =0 {لا خدمة بهذا الاسم} zero {لا خدمة بهذا الاسم} one {خدمة واحدة} two {خدمتان} few {# خدمات} many {# خدمة} other {# خدمة}}',
    en: '{count, plural, =0 {No service of this name} one {# service} other {# services}}',
  },
  'services.searchCourses': { ar: 'ابحثوا عن «{q}» بين الدورات', en: 'Search the courses for “{q}”' },
  'services.all': { ar: 'كل الخدمات', en: 'All services' },

  courses: { ar: 'الدورات', en: 'Courses' },
  'fact.starts': { ar: 'تبدأ', en: 'Starts' },
  'fact.venue': { ar: 'المكان', en: 'Venue' },
  'fact.fee': { ar: 'الرسوم', en: 'Fee' },
  'fact.noDate': { ar: 'يحدد لاحقا', en: 'To be announced' },
  whatNext: { ar: 'ماذا يحدث بعد تقديم الطلب؟', en: 'What happens after the request?' },

  'card.title': { ar: 'طلب حضور دورة', en: 'Request to attend a course' },
  'card.published': {
    ar: 'البطاقة كما نشرتها أمانة عمان الكبرى.',
    en: 'The card as published by Greater Amman Municipality, in English translation. The Arabic text is the binding one.',
  },
  'card.go': { ar: 'الدورات التي تستقبل الطلبات', en: 'Courses that take requests' },
  'card.links': { ar: 'روابط الخدمة', en: 'Links of the service' },

  'help.title': { ar: 'المساعدة', en: 'Help' },
  'privacy.title': { ar: 'إشعار الخصوصية', en: 'Privacy notice' },
  'privacy.version': { ar: 'النسخة {version}', en: 'Version {version}' },
  'accessibility.title': { ar: 'إمكانية الوصول', en: 'Accessibility' },
} as const satisfies Messages;
