import type { Messages } from '#platform/i18n/messages.ts';

export const messages = {
  'evaluation.title': { ar: 'تقييم الدورة', en: 'Evaluate the course' },
  'evaluation.course': { ar: 'دورة {course}', en: '{course}' },
  'evaluation.crumbMy': { ar: 'طلباتي', en: 'My requests' },
  'evaluation.crumb': { ar: 'الطلب {reference}', en: 'Request {reference}' },
  'evaluation.intro': {
    ar: 'رأيكم يساعدنا على تحسين الدورات. أربعة أسئلة قصيرة، وتكفي دقيقة واحدة.',
    en: 'Your opinion helps us to improve the courses. Four short questions; one minute is enough.',
  },
  'evaluation.private': {
    ar: 'تحفظ الإجابات دون اسم أو رقم طلب، ولا تعرض إلا مجاميعها. فلا تكتبوا في الملاحظة ما يدل عليكم.',
    en: 'Answers are kept without a name or a request number, and only totals are shown. Please write nothing in the comment that tells who you are.',
  },
  'evaluation.until': { ar: 'يمكنكم الإجابة مرة واحدة حتى {time}.', en: 'You can answer once, until {time}.' },
  'rate.content': { ar: 'محتوى الدورة', en: 'Content of the course' },
  'rate.trainer': { ar: 'المدرب أو المدربة', en: 'Trainer' },
  'rate.venue': { ar: 'المكان والتجهيزات', en: 'Venue and equipment' },
  'rate.organisation': { ar: 'التنظيم والتواصل', en: 'Organisation and communication' },
  'scale.1': { ar: '1: ضعيف جدا', en: '1: very poor' },
  'scale.2': { ar: '2: ضعيف', en: '2: poor' },
  'scale.3': { ar: '3: مقبول', en: '3: fair' },
  'scale.4': { ar: '4: جيد', en: '4: good' },
  'scale.5': { ar: '5: ممتاز', en: '5: excellent' },
  'evaluation.comment': { ar: 'ملاحظة (اختيارية)', en: 'Comment (optional)' },
  'evaluation.commentHint': { ar: 'حتى 1000 حرف.', en: 'Up to 1000 characters.' },
  'evaluation.send': { ar: 'إرسال التقييم', en: 'Send the evaluation' },
  'problem.content': { ar: 'اختاروا تقييما لمحتوى الدورة', en: 'Choose a rating for the content of the course' },
  'problem.trainer': { ar: 'اختاروا تقييما للمدرب أو المدربة', en: 'Choose a rating for the trainer' },
  'problem.venue': { ar: 'اختاروا تقييما للمكان والتجهيزات', en: 'Choose a rating for the venue and equipment' },
  'problem.organisation': {
    ar: 'اختاروا تقييما للتنظيم والتواصل',
    en: 'Choose a rating for organisation and communication',
  },
  'problem.comment': {
    ar: 'اختصروا الملاحظة إلى 1000 حرف على الأكثر',
    en: 'Shorten the comment to 1000 characters at most',
  },
  'closed.already_answered.title': { ar: 'شكرا لكم', en: 'Thank you' },
  'closed.already_answered.text': {
    ar: 'وصلنا تقييمكم لهذه الدورة. لا يلزمكم شيء آخر.',
    en: 'We have received your evaluation of this course. There is nothing else to do.',
  },
  'closed.expired.title': { ar: 'انتهت مدة التقييم', en: 'The evaluation is closed' },
  'closed.expired.text': {
    ar: 'كان التقييم متاحا حتى {time}. إن رغبتم في إبداء رأي فاتصلوا على 117180.',
    en: 'The evaluation was open until {time}. If you would still like to tell us something, call 117180.',
  },
  'closed.not_open.title': { ar: 'التقييم غير متاح', en: 'The evaluation is not open' },
  'closed.not_open.text': {
    ar: 'يتاح التقييم بعد انتهاء الدورة لمن حضرها، ويصل رابطه برسالة نصية.',
    en: 'The evaluation opens after the course, to those who attended; its link comes by text message.',
  },
  'closed.toStatus': { ar: 'صفحة الطلب', en: 'To your request' },
  'closed.toCourses': { ar: 'الدورات المتاحة', en: 'See the courses' },
} as const satisfies Messages;
