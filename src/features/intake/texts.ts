import type { Bilingual } from '#kernel/lang.ts';

/** A part of a longer text: a heading and its paragraphs. */
export type Section = { readonly heading: Bilingual; readonly paragraphs: readonly Bilingual[] };

export const HELP: readonly Section[] = [
  {
    heading: { ar: 'الاتصال', en: 'Contact' },
    paragraphs: [
      {
        ar: 'مركز اتصال أمانة عمان الكبرى: 117180. اذكروا رقم الطلب المكون من ستة أحرف وأرقام.',
        en: 'The call centre of Greater Amman Municipality: 117180. Have the reference of your request ready, six letters and digits.',
      },
    ],
  },
  {
    heading: { ar: 'كيف تسير الخدمة', en: 'How the service works' },
    paragraphs: [
      {
        ar: 'تختارون دورة وتعبئون البيانات، ونتحقق من هاتفكم برمز. يظهر رقم الطلب على الشاشة ويصلكم برسالة نصية.',
        en: 'You choose a course and fill in the form, and we verify your mobile with a code. The reference appears on the screen and reaches you by SMS.',
      },
      {
        ar: 'عندما يكتمل الحد الأدنى للمشاركين تعالج الطلبات فورا: امتحان مستوى إن لزم، ثم الدفع إن كانت للدورة رسوم، ثم تأكيد الحجز.',
        en: 'As soon as the minimum number of participants is complete, requests are processed: a placement exam if needed, then the payment if there is a fee, then the confirmation.',
      },
      {
        ar: 'إن لم يكتمل العدد عند موعد القرار تؤجل الدورة ويبقى طلبكم، ونرسل الموعد الجديد. يمكنكم الانسحاب في أي وقت قبل بدء الدورة.',
        en: 'If the number is not complete at the decision time the course is postponed, your request is kept, and we send the new date. You can withdraw at any time before the course begins.',
      },
    ],
  },
  {
    heading: { ar: 'لم يصلني رمز التحقق', en: 'The code did not reach me' },
    paragraphs: [
      {
        ar: 'انتظروا دقيقة ثم اطلبوا رمزا جديدا من الصفحة نفسها. تأكدوا من الرقم: أردني يبدأ بـ 077 أو 078 أو 079. نرسل خمسة رموز في الساعة على الأكثر.',
        en: 'Wait a minute, then ask for a new code on the same page. Check the number: Jordanian, starting with 077, 078 or 079. We send at most five codes in an hour.',
      },
    ],
  },
  {
    heading: { ar: 'ضاع رابط طلبي', en: 'I lost the link to my request' },
    paragraphs: [
      {
        ar: 'افتحوا «طلباتي»، أدخلوا رقم هاتفكم والرمز الذي يصلكم، فتظهر كل طلباتكم المسجلة بهذا الهاتف.',
        en: 'Open “My requests”, enter your mobile number and the code that reaches you: all requests under this mobile appear.',
      },
    ],
  },
  {
    heading: { ar: 'تغير رقم هاتفي', en: 'My mobile number has changed' },
    paragraphs: [
      {
        ar: 'اتصلوا على 117180. يغير الموظف الرقم بعد التحقق من الهوية.',
        en: 'Call 117180. Staff change the number after checking your identity.',
      },
    ],
  },
  {
    heading: { ar: 'كيف أدفع', en: 'How do I pay' },
    paragraphs: [
      {
        ar: 'من تطبيق البنك أو أي من قنوات إي فواتيركم: اختاروا أمانة عمان الكبرى، ثم خدمة رسوم الدورات، ثم أدخلوا رقم الدفع الإلكتروني. لا يقبل الدفع الجزئي. يصلكم تأكيد الحجز برسالة نصية.',
        en: 'In your bank’s app or any channel of eFAWATEERcom: choose Greater Amman Municipality, then course fees, then enter the electronic payment number. Part payments are not taken. The booking is confirmed by SMS.',
      },
      {
        ar: 'من دفع ثم انسحب أو ألغيت دورته تحال دفعته إلى الدائرة المالية لإعادتها.',
        en: 'Who has paid and withdraws, or whose course is cancelled, is referred to the finance department for a refund.',
      },
    ],
  },
  {
    heading: { ar: 'امتحان المستوى', en: 'The placement exam' },
    paragraphs: [
      {
        ar: 'يفتح من الرابط الذي يصلكم، وله وقت محدد ومحاولة واحدة لكل طلب. إن انقطع الاتصال يمكنكم المتابعة من الرابط نفسه ما دام الوقت باقيا. من يحتاج إلى وقت إضافي بسبب إعاقة يتصل على 117180 قبل البدء.',
        en: 'It opens from the link that reaches you, has a time limit, and there is one attempt for each request. If the connection breaks you can go on from the same link while time is left. Who needs extra time because of a disability calls 117180 before starting.',
      },
      {
        ar: 'من نجح في الامتحان لا يعيده لدورة أخرى تحتاج إليه.',
        en: 'Who has passed an exam does not sit it again for another course that needs it.',
      },
    ],
  },
  {
    heading: { ar: 'أتقدم عن ابني أو ابنتي', en: 'I apply for my child' },
    paragraphs: [
      {
        ar: 'أدخلوا بيانات الطالب، ثم بيانات ولي الأمر في قسمها. تصل رسائل الطلب إلى هاتف ولي الأمر.',
        en: 'Enter the details of the child, then those of the guardian in their own section. The messages about the request go to the guardian’s mobile.',
      },
    ],
  },
];

export const PRIVACY: readonly Section[] = [
  {
    heading: { ar: 'المسؤول عن البيانات', en: 'Who is responsible' },
    paragraphs: [
      {
        ar: 'أمانة عمان الكبرى. للتواصل بشأن بياناتكم، ومنها مسؤول حماية البيانات: 117180.',
        en: 'Greater Amman Municipality. To speak about your data, also with the data protection officer: 117180.',
      },
    ],
  },
  {
    heading: { ar: 'ما نجمعه ولماذا', en: 'What we collect, and why' },
    paragraphs: [
      {
        ar: 'رقم الهوية والاسم وتاريخ الميلاد: لمعرفة صاحب الطلب ومنع تكراره والتحقق من العمر المطلوب.',
        en: 'Identity number, name and date of birth: to know whose request it is, to prevent a second one, and to check the age.',
      },
      {
        ar: 'رقم الهاتف، والبريد الإلكتروني إن أدخلتموه: لإرسال رسائل الطلب. المنطقة: للإحصاء. بيانات ولي الأمر: لمن هم دون 18 سنة.',
        en: 'Mobile number, and e-mail if you give it: to send the messages about the request. District: for statistics. The guardian’s details: for people below 18.',
      },
      {
        ar: 'وثائق الإثبات وإجابات امتحان المستوى ونتيجته: للدورات التي تحتاج إلى معرفة سابقة. رقم الدفع والمبلغ: للدورات ذات الرسوم. تقييم الدورة: تظهر نتائجه مجموعة فقط.',
        en: 'Proof documents, answers and result of the placement exam: for courses that need previous knowledge. Payment number and amount: for courses with a fee. Your evaluation: shown in totals only.',
      },
      {
        ar: 'لا نطلب صورة عن الهوية ولا بيانات صحية، ولا نستعمل بياناتكم لغير هذه الخدمة.',
        en: 'We ask for no copy of an identity card and no health data, and we use your data for nothing but this service.',
      },
    ],
  },
  {
    heading: { ar: 'من يطلع عليها', en: 'Who sees them' },
    paragraphs: [
      {
        ar: 'موظفو الدورات والمالية في الأمانة بقدر عملهم، ومزود الرسائل النصية (الهاتف ونص الرسالة)، وشبكة إي فواتيركم (رقم الدفع والمبلغ). تحفظ أرقام الهويات مشفرة.',
        en: 'Staff of the municipality for courses and finance, as far as their work needs; the SMS provider (mobile and text); the eFAWATEERcom network (payment number and amount). Identity numbers are stored encrypted.',
      },
    ],
  },
  {
    heading: { ar: 'مدة الحفظ', en: 'How long we keep them' },
    paragraphs: [
      {
        ar: 'الطلب سنتين بعد انتهاء الدورة، وإجابات الامتحان سنة وتبقى نتيجته ما دامت صالحة، ونصوص الرسائل ستة أشهر، والدفعات بحسب النظام المالي. ثم تحذف أو تجعل بلا هوية.',
        en: 'Requests for two years after the course; exam answers for one year, and the result as long as it is valid; message texts for six months; payments as the financial regulation demands. After that they are deleted or made anonymous.',
      },
    ],
  },
  {
    heading: { ar: 'حقوقكم', en: 'Your rights' },
    paragraphs: [
      {
        ar: 'بموجب قانون حماية البيانات الشخصية رقم 24 لسنة 2023: الاطلاع على بياناتكم وأخذ نسخة منها، وتصحيحها، وتقييدها أو محوها، والاعتراض، ونقلها، وسحب الموافقة، مجانا. اتصلوا على 117180. سحب الموافقة ينهي الطلب القائم ولا يمس ما سبقه.',
        en: 'Under the Personal Data Protection Law 24 of 2023: to see your data and get a copy, to have them corrected, restricted or erased, to object, to take them with you, and to withdraw your consent, free of charge. Call 117180. Withdrawing consent ends a live request and does not touch what was done before.',
      },
      {
        ar: 'إن وقع خرق يمس بياناتكم أعلمناكم خلال 24 ساعة من اكتشافه.',
        en: 'If a breach affects your data, we tell you within 24 hours of finding it.',
      },
    ],
  },
  {
    heading: { ar: 'ملفات تعريف الارتباط', en: 'Cookies' },
    paragraphs: [
      {
        ar: 'نستعمل ما يلزم لعمل الصفحات فقط: لغة العرض، وحماية النماذج، وفتح طلبكم لمدة ساعتين. لا تتبع ولا إحصاءات لطرف آخر.',
        en: 'Only those the pages need: the language, the protection of forms, and keeping your request open for two hours. No tracking and no third-party statistics.',
      },
    ],
  },
];

export const ACCESSIBILITY: readonly Section[] = [
  {
    heading: { ar: 'ما نلتزم به', en: 'What we aim at' },
    paragraphs: [
      {
        ar: 'بنيت الصفحات لتوافق معيار WCAG 2.2 بالمستوى AA: تعمل بلوحة المفاتيح وقارئ الشاشة، وتكبر إلى 400%، وتعمل دون جافا سكريبت، وتتبع الوضع الداكن وتقليل الحركة في جهازكم.',
        en: 'These pages are built to meet WCAG 2.2, level AA: they work by keyboard and with screen readers, zoom to 400%, work without JavaScript, and follow the dark mode and reduced motion of your device.',
      },
    ],
  },
  {
    heading: { ar: 'وقت إضافي وأماكن مهيأة', en: 'Extra time and accessible venues' },
    paragraphs: [
      {
        ar: 'يمكن تمديد وقت امتحان المستوى لمن يحتاج: اتصلوا على 117180 قبل البدء. صفحة كل دورة تذكر إن كان المكان مهيأ للحركة.',
        en: 'The time of a placement exam can be extended for who needs it: call 117180 before starting. The page of each course says whether its venue is accessible.',
      },
    ],
  },
  {
    heading: { ar: 'إن واجهتكم صعوبة', en: 'If something is difficult' },
    paragraphs: [
      {
        ar: 'اتصلوا على 117180 واذكروا الصفحة وما تستعملونه. ويمكن للموظف أن يقدم الطلب نيابة عنكم.',
        en: 'Call 117180 and say which page it is and what you use. Staff can also make the request for you.',
      },
    ],
  },
];
