import type { Messages } from '#platform/i18n/messages.ts';

export const formMessages = {
  title: { ar: 'طلب حضور دورة', en: 'Request to attend a course' },
  'step.data': { ar: 'البيانات', en: 'Your details' },
  'step.code': { ar: 'التحقق من الهاتف', en: 'Verify the mobile' },
  'step.done': { ar: 'رقم الطلب', en: 'Reference' },
  summary: { ar: 'الدورة المطلوبة', en: 'The course' },
  intro: {
    ar: 'كل الحقول مطلوبة إلا ما كتب بجانبه «اختياري». تقبل الأرقام العربية والإنجليزية.',
    en: 'All fields are needed unless marked “optional”. Digits of any script are accepted.',
  },
  waitlistNote: {
    ar: 'المقاعد مكتملة الآن: يوضع الطلب على قائمة الانتظار بترتيب التقديم.',
    en: 'All seats are taken now: the request goes on the waiting list, in order of submission.',
  },
  proofLater: {
    ar: 'تحتاج هذه الدورة إلى معرفة سابقة. إن كان لديكم إثبات لها ترفقونه في الخطوة التالية، وإلا يصلكم رابط امتحان المستوى.',
    en: 'This course needs previous knowledge. If you have proof of it you attach it in the next step; otherwise you are sent the link of the placement exam.',
  },

  identity: { ar: 'الهوية', en: 'Identity' },
  'identity.kind': { ar: 'مقدم الطلب', en: 'The applicant is' },
  'identity.citizen': { ar: 'مواطن', en: 'A citizen' },
  'identity.citizen.hint': { ar: 'يحمل رقما وطنيا أردنيا', en: 'With a Jordanian national number' },
  'identity.resident': { ar: 'مقيم', en: 'A resident' },
  'identity.resident.hint': { ar: 'غير أردني مقيم في المملكة', en: 'Not Jordanian, living in Jordan' },
  'identity.nationalNumber': { ar: 'الرقم الوطني', en: 'National number' },
  'identity.nationalNumber.hint': {
    ar: 'للمواطنين: عشرة أرقام، كما على بطاقة الأحوال المدنية',
    en: 'For citizens: ten digits, as on the identity card',
  },
  'identity.forResidents': { ar: 'للمقيمين غير الأردنيين', en: 'For residents who are not Jordanian' },
  'identity.forResidents.hint': {
    ar: 'أدخلوا الرقم الشخصي من بطاقة الإقامة. ومن ليس له رقم شخصي يدخل رقم جواز السفر والجنسية.',
    en: 'Enter the personal number of the residence card. Who has none enters passport number and nationality.',
  },
  'identity.personalNumber': { ar: 'الرقم الشخصي', en: 'Personal number' },
  'identity.personalNumber.hint': { ar: 'من 5 إلى 20 رقما', en: '5 to 20 digits' },
  'identity.passportNumber': { ar: 'رقم جواز السفر', en: 'Passport number' },
  'identity.passportNumber.hint': { ar: 'إن لم يكن هناك رقم شخصي', en: 'If there is no personal number' },
  'identity.nationality': { ar: 'الجنسية', en: 'Nationality' },
  choose: { ar: 'اختاروا', en: 'Choose' },

  name: { ar: 'الاسم من أربعة مقاطع', en: 'Name in four parts' },
  'name.first': { ar: 'الاسم الأول', en: 'First name' },
  'name.father': { ar: 'اسم الأب', en: 'Father’s name' },
  'name.grandfather': { ar: 'اسم الجد', en: 'Grandfather’s name' },
  'name.family': { ar: 'اسم العائلة', en: 'Family name' },
  'name.optionalForResidents': { ar: 'اختياري للمقيمين', en: 'Optional for residents' },
  'name.latin': { ar: 'الاسم الكامل كما في جواز السفر (اختياري)', en: 'Full name as in the passport (optional)' },
  'name.latin.hint': { ar: 'بالحروف اللاتينية', en: 'In Latin letters' },

  birthDate: { ar: 'تاريخ الميلاد', en: 'Date of birth' },
  'birthDate.hint': { ar: 'مثال: 27 3 1994', en: 'For example: 27 3 1994' },
  contact: { ar: 'التواصل', en: 'Contact' },
  mobile: { ar: 'رقم الهاتف المحمول', en: 'Mobile number' },
  'mobile.hint': {
    ar: 'رقم أردني، مثل 0791234567. نرسل إليه رمزا الآن، ثم رسائل الطلب.',
    en: 'A Jordanian number, for example 0791234567. We text a code to it now, and the messages about the request later.',
  },
  guardian: { ar: 'ولي الأمر، لمن هم دون 18 سنة', en: 'Guardian, for applicants below 18' },
  'guardian.hint': {
    ar: 'من هم دون 18 سنة يتقدمون مع ولي أمرهم، وتصل رسائل الطلب إلى هاتفه.',
    en: 'People below 18 apply with their guardian, who receives the messages about the request.',
  },
  'guardian.name': { ar: 'اسم ولي الأمر', en: 'Guardian’s name' },
  'guardian.nationalNumber': { ar: 'الرقم الوطني لولي الأمر', en: 'Guardian’s national number' },
  'guardian.mobile': { ar: 'هاتف ولي الأمر', en: 'Guardian’s mobile' },
  'guardian.consent': {
    ar: 'أنا ولي الأمر، وأوافق على هذا الطلب وعلى معالجة هذه البيانات',
    en: 'I am the guardian, and I agree to this request and to the use of these data',
  },
  district: { ar: 'منطقة السكن', en: 'District of residence' },
  'district.hint': { ar: 'للإحصاء فقط، وليست شرطا', en: 'For statistics only, not a condition' },
  email: { ar: 'البريد الإلكتروني (اختياري)', en: 'E-mail (optional)' },
  language: { ar: 'لغة الرسائل', en: 'Language of the messages' },
  consent: {
    ar: 'أوافق على أن تستعمل أمانة عمان الكبرى هذه البيانات لمعالجة هذا الطلب والتواصل معي بشأنه',
    en: 'I agree that Greater Amman Municipality uses these data to process this request and to contact me about it',
  },
  'consent.notice': { ar: 'إشعار الخصوصية', en: 'Privacy notice' },
  feeReduction: { ar: 'طلب تخفيض الرسوم أو الإعفاء منها (اختياري)', en: 'Ask for a lower fee or none (optional)' },
  'feeReduction.hint': {
    ar: 'اختاروا السبب، ثم أرفقوا ما يثبته في صفحة طلبكم. إلى أن يقرر الموظفون تبقى الرسوم كاملة ويبقى آخر موعد للدفع كما هو.',
    en: 'Choose the reason, then attach what proves it on the page of your request. Until staff decide, the whole fee and its deadline stand.',
  },
  'feeReduction.reason': { ar: 'سبب التخفيض', en: 'Reason' },
  'feeReduction.none': { ar: 'لا أطلب تخفيضا', en: 'I do not ask for a reduction' },

  continue: { ar: 'متابعة', en: 'Continue' },

  'code.title': { ar: 'التحقق من رقم الهاتف', en: 'Verify the mobile number' },
  'code.sent': {
    ar: 'أرسلنا رمزا من ستة أرقام إلى الهاتف {mobile}. الرمز صالح لمدة 5 دقائق.',
    en: 'We sent a code of six digits to {mobile}. It is valid for 5 minutes.',
  },
  'code.resent': {
    ar: 'أرسلنا رمزا جديدا. الرموز السابقة لم تعد صالحة.',
    en: 'A new code was sent. Earlier ones no longer work.',
  },
  'code.useLast': {
    ar: 'إن وصلكم رمز قبل ذلك ولم تمض 5 دقائق فأدخلوه.',
    en: 'If a code reached you in the last 5 minutes, enter that one.',
  },
  'code.label': { ar: 'رمز التحقق', en: 'Code' },
  'code.hint': { ar: 'ستة أرقام', en: 'Six digits' },
  'code.doubts': { ar: 'تأكدوا قبل الإرسال', en: 'Please check before you send' },
  'code.doubtsNote': {
    ar: 'إن كانت البيانات صحيحة فتابعوا؛ هذا تنبيه ولا يمنع الطلب.',
    en: 'If the details are right, go on: this is only a hint.',
  },
  'code.submit': { ar: 'تقديم الطلب', en: 'Send the request' },
  'code.resend': { ar: 'إرسال رمز جديد', en: 'Send a new code' },
  'code.edit': { ar: 'تعديل البيانات', en: 'Change the details' },
  'code.phone': { ar: 'افتحوا هاتف العرض لقراءة الرمز', en: 'Open the demo phone to read the code' },
  'code.proof': { ar: 'إثبات المعرفة السابقة (اختياري)', en: 'Proof of previous knowledge (optional)' },
  'code.proof.hint': {
    ar: 'شهادة أو كشف علامات: حتى 3 ملفات، كل منها 5 ميغابايت على الأكثر، PDF أو صورة واضحة (JPEG أو PNG أو HEIC). يمكنكم إرفاقها لاحقا من صفحة الطلب. بدون إثبات مقبول يصلكم رابط امتحان المستوى.',
    en: 'A certificate or transcript: up to 3 files of at most 5 MB each, PDF or a clear picture (JPEG, PNG or HEIC). You can also attach it later on the page of your request. Without an accepted proof you are sent the link of the placement exam.',
  },
  'code.proofAgain': {
    ar: 'إن كنتم قد اخترتم ملفات فاختاروها مرة أخرى: لا يستطيع المتصفح حفظها. أو أرسلوا الطلب الآن دونها وأرفقوها لاحقا.',
    en: 'If you had chosen files, choose them again: the browser cannot keep them. Or send the request without them now and attach them later.',
  },

  'refused.title': { ar: 'لم يقدم الطلب', en: 'The request was not made' },
  'refused.courses': { ar: 'دورات أخرى تستقبل الطلبات', en: 'Other courses that take requests' },
  'refused.my': { ar: 'طلباتي', en: 'My requests' },
} as const satisfies Messages;
