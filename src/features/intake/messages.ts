import type { Lang } from '#kernel/lang.ts';
import { formatDate, formatDateTime } from '#platform/i18n/format.ts';
import { type Messages, translator } from '#platform/i18n/messages.ts';
import type { FieldCode, FieldProblem } from './forms.ts';
import type { OtpRefusal, SendRefusal } from './otp.ts';
import type { TakeRefusal } from './requests.ts';

/** What is wrong, in words: the same on pages and in the public interface. */
export const messages = {
  'field.required': { ar: 'هذا الحقل مطلوب.', en: 'This is needed.' },
  'field.required.identity.kind': { ar: 'اختاروا: مواطن أم مقيم.', en: 'Choose: citizen or resident.' },
  'field.required.name.first': { ar: 'أدخلوا الاسم الأول.', en: 'Enter the first name.' },
  'field.required.name.father': { ar: 'أدخلوا اسم الأب.', en: 'Enter the father’s name.' },
  'field.required.name.grandfather': { ar: 'أدخلوا اسم الجد.', en: 'Enter the grandfather’s name.' },
  'field.required.name.family': { ar: 'أدخلوا اسم العائلة.', en: 'Enter the family name.' },
  'field.required.birthDate': { ar: 'أدخلوا تاريخ الميلاد.', en: 'Enter the date of birth.' },
  'field.required.mobile': { ar: 'أدخلوا رقم الهاتف المحمول.', en: 'Enter the mobile number.' },
  'field.required.guardian.mobile': {
    ar: 'أدخلوا رقم الهاتف المحمول لولي الأمر.',
    en: 'Enter the guardian’s mobile number.',
  },
  'field.required.language': { ar: 'اختاروا لغة الرسائل.', en: 'Choose the language of the messages.' },
  'field.invalid': { ar: 'القيمة غير صحيحة.', en: 'This value is not right.' },
  'field.too_long': { ar: 'النص أطول من المسموح.', en: 'This text is too long.' },
  'field.name_characters': {
    ar: 'الاسم يقبل الحروف والفراغ والشرطة والفاصلة العليا فقط.',
    en: 'A name takes letters, blanks, hyphens and apostrophes only.',
  },
  'field.latin_characters': {
    ar: 'اكتبوا الاسم بالحروف اللاتينية كما في جواز السفر.',
    en: 'Write the name in Latin letters, as in the passport.',
  },
  'field.birth_date': {
    ar: 'أدخلوا تاريخ ميلاد صحيحا: يوم ثم شهر ثم سنة، مثل 27 3 1994.',
    en: 'Enter a real date of birth: day, month, year, for example 27 3 1994.',
  },
  'field.mobile': {
    ar: 'أدخلوا رقما أردنيا من عشرة أرقام يبدأ بـ 077 أو 078 أو 079.',
    en: 'Enter a Jordanian number of ten digits that starts with 077, 078 or 079.',
  },
  'field.national_number': {
    ar: 'الرقم الوطني عشرة أرقام، كما على بطاقة الأحوال المدنية.',
    en: 'The national number has ten digits, as on the identity card.',
  },
  'field.personal_number': {
    ar: 'أدخلوا الرقم الشخصي من بطاقة الإقامة (من 5 إلى 20 رقما)، أو رقم جواز السفر والجنسية.',
    en: 'Enter the personal number of the residence card (5 to 20 digits), or the passport number and nationality.',
  },
  'field.passport_number': {
    ar: 'رقم جواز السفر من 5 إلى 20 حرفا لاتينيا ورقما.',
    en: 'A passport number has 5 to 20 Latin letters and digits.',
  },
  'field.nationality': {
    ar: 'اختاروا الجنسية التي على جواز السفر؛ الأردنيون يختارون «مواطن».',
    en: 'Choose the nationality of the passport; Jordanians choose “citizen”.',
  },
  'field.district': { ar: 'اختاروا المنطقة من القائمة.', en: 'Choose the district from the list.' },
  'field.email': {
    ar: 'البريد الإلكتروني غير صحيح؛ صححوه أو اتركوا الحقل فارغا.',
    en: 'The e-mail address is not right; correct it or leave it empty.',
  },
  'field.consent': {
    ar: 'لا يمكن تقديم الطلب دون الموافقة على معالجة البيانات.',
    en: 'The request cannot be made without consent to the use of the data.',
  },
  'field.guardian_needed': {
    ar: 'مقدم الطلب دون 18 سنة: أدخلوا اسم ولي الأمر.',
    en: 'The applicant is below 18: enter the guardian’s name.',
  },
  'field.guardian_consent': { ar: 'يلزم أن يوافق ولي الأمر.', en: 'The guardian has to agree.' },
  'field.doubt_first_digit': {
    ar: 'الأرقام الوطنية تبدأ عادة بـ 9 أو 2. تأكدوا من الرقم.',
    en: 'National numbers usually start with 9 or 2. Please check yours.',
  },
  'field.doubt_birth_year': {
    ar: 'الرقم الوطني لا يوافق سنة الميلاد المدخلة. تأكدوا من الاثنين.',
    en: 'The national number does not fit the year of birth. Please check both.',
  },
  'otp.otp_invalid': {
    ar: 'الرمز غير صحيح. أدخلوا الأرقام الستة من آخر رسالة وصلتكم.',
    en: 'The code is not right. Enter the six digits of the last message you received.',
  },
  'otp.otp_expired': {
    ar: 'لم يعد هذا الرمز صالحا. اطلبوا رمزا جديدا.',
    en: 'This code is no longer valid. Ask for a new one.',
  },
  'otp.rate_limited': {
    ar: 'أرسلنا رموزا كثيرة إلى هذا الرقم. يمكنكم طلب رمز جديد بعد {time}.',
    en: 'Many codes were sent to this number. You can ask for a new one after {time}.',
  },
  'refusal.already_applied': {
    ar: 'يوجد طلب قائم لهذه الدورة بهذه الهوية. أرسلنا رابطه إلى الهاتف المسجل فيه.',
    en: 'There is already a request for this course with this identity. Its link was sent to the mobile on file.',
  },
  'refusal.offering_not_found': { ar: 'هذه الدورة غير معروضة.', en: 'This course is not on offer.' },
  'refusal.intake_closed': {
    ar: 'انتهى استقبال الطلبات لهذه الدورة.',
    en: 'Requests for this course are no longer taken.',
  },
  'refusal.full': {
    ar: 'اكتملت مقاعد الدورة، وليس لها قائمة انتظار.',
    en: 'The course is full and has no waiting list.',
  },
  'refusal.retake_wait': {
    ar: 'لم يتم اجتياز امتحان المستوى لهذه الدورة من قبل. يمكنكم التقدم بطلب جديد ابتداء من {date}.',
    en: 'The placement exam of this course was not passed. You can make a new request from {date}.',
  },
  'refusal.attempts_used': {
    ar: 'استنفدتم محاولات امتحان المستوى لهذه الدورة دون الحصول على علامة النجاح. للاستفسار اتصلوا على 117180.',
    en: 'You have used all attempts at the placement exam of this course without reaching the pass mark. For questions call 117180.',
  },
  'refusal.too_young': {
    ar: 'هذه الدورة لمن أتم {minAge} سنة عند بدايتها.',
    en: 'This course is for people of {minAge} years or older when it begins.',
  },
  'refusal.too_old': {
    ar: 'هذه الدورة لمن لا يزيد عمره على {maxAge} سنة عند بدايتها.',
    en: 'This course is for people of {maxAge} years or younger when it begins.',
  },
  'refusal.guardian_needed': {
    ar: 'مقدم الطلب دون 18 سنة: أدخلوا بيانات ولي الأمر.',
    en: 'The applicant is below 18: enter the guardian’s details.',
  },
  'refusal.idempotency_conflict': {
    ar: 'أرسل هذا النموذج من قبل. تجدون الطلب في «طلباتي»، ولطلب جديد ابدؤوا من صفحة الدورة.',
    en: 'This form was sent before. You find the request under “My requests”; for a new one start from the course page.',
  },
  'refusal.other': {
    ar: 'لا يمكن تقديم الطلب الآن. أعيدوا المحاولة أو اتصلوا على 117180.',
    en: 'The request cannot be made now. Try again or call 117180.',
  },
} as const satisfies Messages;

type Key = keyof typeof messages;
const isKey = (key: string): key is Key => key in messages;

/** What is wrong with a field, or doubtful in it. */
export function fieldText({ field, code }: FieldProblem, lang: Lang): string {
  const t = translator(messages, lang);
  const own = `field.${code}.${field}`;
  const general: `field.${FieldCode}` = `field.${code}`;
  return t(isKey(own) ? own : general);
}

/** Why a code was not accepted, or not sent. */
export function otpText(refusal: OtpRefusal | SendRefusal, lang: Lang): string {
  const t = translator(messages, lang);
  return refusal.code === 'rate_limited'
    ? t('otp.rate_limited', { time: formatDateTime(refusal.retryAt, lang) })
    : t(`otp.${refusal.code}`);
}

/** Why a request was not taken. */
export function takeRefusalText(refusal: TakeRefusal, lang: Lang): string {
  const t = translator(messages, lang);
  switch (refusal.code) {
    case 'otp_invalid':
    case 'otp_expired':
      return otpText(refusal, lang);
    case 'retake_wait':
      return t('refusal.retake_wait', { date: formatDate(refusal.until, lang) });
    case 'age':
      return t(`refusal.${refusal.problem}`, { minAge: refusal.minAge, maxAge: refusal.maxAge ?? '' });
    case 'already_applied':
    case 'offering_not_found':
    case 'intake_closed':
    case 'full':
    case 'attempts_used':
    case 'idempotency_conflict':
      return t(`refusal.${refusal.code}`);
    default:
      return t('refusal.other');
  }
}
