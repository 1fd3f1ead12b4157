import type { Messages } from '#platform/i18n/messages.ts';

/** Words of the problems of the interface, by their stable code. */
export const messages = {
  validation_failed: { ar: 'بعض البيانات ناقصة أو غير صحيحة.', en: 'Some fields are missing or wrong.' },
  malformed_json: { ar: 'النص المرسل ليس JSON صحيحا.', en: 'The body is not valid JSON.' },
  unsupported_media_type: { ar: 'نوع المحتوى غير مقبول.', en: 'This content type is not accepted.' },
  body_too_large: { ar: 'المرسل أكبر من المسموح.', en: 'The body is larger than allowed.' },
  not_found: { ar: 'غير موجود.', en: 'There is no such thing.' },
  method_not_allowed: { ar: 'طريقة الطلب غير مقبولة هنا.', en: 'This method is not accepted here.' },
  unauthorized: { ar: 'رمز الوصول غير صحيح.', en: 'The access token is missing or wrong.' },
  offering_not_found: { ar: 'لا توجد دورة معلنة بهذا الرقم.', en: 'There is no such offering.' },
  course_not_found: { ar: 'لا توجد دورة بهذا الرمز.', en: 'There is no course with this code.' },
  venue_not_found: { ar: 'لا يوجد مكان بهذا الرمز.', en: 'There is no venue with this code.' },
  exam_not_found: { ar: 'لا يوجد امتحان بهذا الرمز.', en: 'There is no exam with this code.' },
  bad_numbers: { ar: 'أحد الأرقام خارج المسموح.', en: 'One of the numbers is out of range.' },
  intake_closed: { ar: 'أغلق باب الطلبات لهذه الدورة.', en: 'Requests for this offering are closed.' },
  full: { ar: 'اكتملت المقاعد ولا توجد قائمة انتظار.', en: 'All seats are taken and there is no waiting list.' },
  retake_wait: {
    ar: 'يمكن تقديم امتحان هذه الدورة مرة أخرى بعد {until}.',
    en: 'The exam of this course can be taken again after {until}.',
  },
  attempts_used: {
    ar: 'استنفدت جميع محاولات امتحان هذه الدورة.',
    en: 'All attempts at the exam of this course have been used.',
  },
  age: { ar: 'العمر لا يناسب هذه الدورة.', en: 'The age does not fit this course.' },
  guardian_needed: {
    ar: 'من هم دون 18 سنة يقدم عنهم ولي الأمر الطلب.',
    en: 'A guardian has to apply for a person below 18.',
  },
  already_applied: {
    ar: 'يوجد طلب قائم لهذه الدورة، وأرسل رابطه إلى الهاتف المسجل فيه.',
    en: 'A request for this course exists already; its link was sent to the mobile on file.',
  },
  otp_invalid: { ar: 'الرمز غير صحيح.', en: 'The code is wrong.' },
  otp_expired: { ar: 'انتهت صلاحية الرمز. اطلبوا رمزا جديدا.', en: 'The code has expired. Ask for a new one.' },
  rate_limited: { ar: 'محاولات كثيرة. أعيدوا المحاولة بعد قليل.', en: 'Too many tries. Try again a little later.' },
  idempotency_conflict: {
    ar: 'استعمل مفتاح التكرار هذا مع بيانات أخرى.',
    en: 'This idempotency key was used with another body.',
  },
  not_allowed_in_state: { ar: 'لا يمكن ذلك في الحالة الحالية.', en: 'This is not possible in the present state.' },
  course_started: { ar: 'بدأت الدورة.', en: 'The course has started.' },
  course_not_started: { ar: 'لم تبدأ الدورة بعد.', en: 'The course has not started yet.' },
  date_not_later: { ar: 'الموعد الجديد ليس بعد الموعد الحالي.', en: 'The new date is not after the present one.' },
  intake_would_be_closed: {
    ar: 'بهذا الموعد يكون باب الطلبات قد أغلق في {closes}.',
    en: 'With this date requests would have closed on {closes} already.',
  },
  case_closed: { ar: 'أغلقت هذه المعاملة المالية من قبل.', en: 'This finance case was closed before.' },
  proof_not_needed: { ar: 'لا تحتاج هذه الدورة إلى إثبات.', en: 'This course needs no proof.' },
  proof_missing: { ar: 'لم يرفق ملف.', en: 'No file was attached.' },
  file_empty: { ar: 'الملف فارغ.', en: 'The file is empty.' },
  too_many_files: { ar: 'ثلاثة ملفات على الأكثر.', en: 'Three files at most.' },
  file_too_large: { ar: 'الحد الأعلى للملف 5 ميغابايت.', en: 'A file may have 5 MB at most.' },
  file_type: { ar: 'تقبل ملفات PDF والصور فقط.', en: 'Only PDF files and pictures are accepted.' },
  file_unreadable: { ar: 'الصورة تالفة أو ناقصة.', en: 'The picture is damaged or cut off.' },
  picture_too_large: { ar: 'الحد الأعلى للصورة 50 ميغابكسل.', en: 'A picture may have 50 megapixels at most.' },
  file_infected: { ar: 'في الملف برنامج ضار، فلم يحفظ.', en: 'The file holds something harmful and was not kept.' },
  files_unavailable: {
    ar: 'لا يمكن فحص الملفات وحفظها الآن. حاولوا بعد دقائق.',
    en: 'Files cannot be checked and kept just now. Try again in a few minutes.',
  },
  clock_past: { ar: 'لا يمكن الرجوع بالساعة إلى الوراء.', en: 'The clock cannot go back.' },
  database_down: { ar: 'الخدمة متوقفة قليلا.', en: 'The service is taking a short break.' },
  starting: { ar: 'الخدمة قيد التشغيل.', en: 'The service is starting.' },
  internal: { ar: 'حدث خطأ عندنا.', en: 'Something went wrong on our side.' },
  refused: { ar: 'تعذر تنفيذ الطلب.', en: 'The request could not be carried out.' },
} as const satisfies Messages;

/** Words for a wrong field. */
export const fieldMessages = {
  required: { ar: 'هذا الحقل مطلوب.', en: 'This field is required.' },
  invalid: { ar: 'القيمة غير صحيحة.', en: 'The value is not valid.' },
} as const satisfies Messages;
