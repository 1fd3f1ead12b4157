import type { Bilingual } from '#kernel/lang.ts';

/** A line of the card; `clause` numbers a step as the municipality does. */
export type CardItem = Bilingual & { readonly clause?: string; readonly items?: readonly CardItem[] };

export type CardField = {
  readonly heading: Bilingual;
  readonly items: readonly CardItem[];
  /** How the lines stand: as text, as numbered steps, or as numbered notes. */
  readonly look: 'text' | 'steps' | 'notes';
};

/** The vision and the mission that the published card opens with. */
export const VISION: { readonly heading: Bilingual; readonly text: Bilingual } = {
  heading: { ar: 'رؤيتنا', en: 'Our vision' },
  text: {
    ar: 'أمانة رائدة لتكون عمان مدينة منظمة، عصرية، ذكية، آمنة، جاذبة، ذات روح، صديقة وقابلة للحياة، تعتز بتراثها وأصالتها.',
    en: 'A pioneering municipality, for Amman to be an organised, modern, smart, safe and attractive city with a soul: friendly, liveable, and proud of its heritage and authenticity.',
  },
};

export const MISSION: { readonly heading: Bilingual; readonly text: Bilingual } = {
  heading: { ar: 'رسالتنا', en: 'Our mission' },
  text: {
    ar: 'تقديم خدمات بلدية متميزة تركز على البعد البيئي والصحي والتنظيمي والبنى التحتية مع المحافظة على هوية عمان والموروث الحضاري وتنمية المجتمع والاهتمام بالبعد الإنساني وذلك بالتخطيط والاستثمار الأمثل للموارد وبناء الشراكات مع المعنيين.',
    en: 'To provide distinguished municipal services that focus on the environment, health, planning and infrastructure, while preserving the identity and heritage of Amman, developing its community and caring for the human dimension, through planning, the best use of resources and partnerships with all concerned.',
  },
};

/** The name of the service, and the name under which step 3 of the card lists it among the e-services. */
export const SERVICE_NAMES = {
  title: { ar: 'طلب حضور دورة', en: 'Request to attend a course' },
  full: { ar: 'خدمة طلب حضور دورة', en: 'The service “Request to attend a course”' },
  alias: { ar: 'عقد دورة', en: 'Holding a course' },
} as const satisfies Record<string, Bilingual>;

const EXAM_FAIL_AR =
  'يتم استلام رسالة نصية بعدم إمكانية حضور الدورة بسبب عدم الحصول على علامة النجاح في امتحان المستوى (عدم امتلاك المهارات أو المعرفة الأساسية المطلوبة لحضور الدورة).';
const EXAM_FAIL_EN =
  'you receive an SMS that you cannot attend the course because the pass mark of the placement exam was not obtained (the basic skills or knowledge needed to attend the course are lacking).';
const APPROVED_AR = 'يتم استلام رسالة نصية بالموافقة على الطلب وتأكيد الحجز وكافة المعلومات المتعلقة بالدورة.';
const APPROVED_EN =
  'you receive an SMS with the approval of the request, the confirmation of the booking and all information about the course.';
const PAY_AR = 'يتم استلام رسالة نصية برقم الدفع الإلكتروني لدفع رسوم الدورة.';
const PAY_EN = 'you receive an SMS with the electronic payment number to pay the course fee.';
const LINK_AR = 'يتم استلام رسالة نصية برابط امتحان المستوى لتقديمه.';
const LINK_EN = 'you receive an SMS with the link of the placement exam, to sit it.';

const FREE_STEPS: readonly CardItem[] = [
  {
    clause: '6.1',
    ar: `مع عدم الحاجة لحد أدنى من المعرفة أو المهارة لحضورها، ${APPROVED_AR}`,
    en: `If no minimum of knowledge or skill is needed to attend it, ${APPROVED_EN}`,
  },
  {
    clause: '6.2',
    ar: `مع الحاجة لحد أدنى من المعرفة أو المهارة لحضورها، وعقد امتحان مستوى سابقاً بنتيجة ناجح، ${APPROVED_AR}`,
    en: `If a minimum of knowledge or skill is needed and a placement exam was passed before, ${APPROVED_EN}`,
  },
  {
    clause: '6.3',
    ar: `مع الحاجة لحد أدنى من المعرفة أو المهارة لحضورها، وفي حال لم يتم عقد امتحان مستوى سابقاً بنتيجة ناجح، ${LINK_AR}`,
    en: `If a minimum of knowledge or skill is needed and no placement exam was passed before, ${LINK_EN}`,
    items: [
      {
        clause: '6.3.1',
        ar: 'بعد عقد امتحان المستوى وفي حال كانت النتيجة ناجح، يتم استلام رسالة نصية بالموافقة على طلب حضور الدورة وكافة المعلومات المتعلقة بالدورة.',
        en: 'After the placement exam, if it is passed, you receive an SMS with the approval of the request to attend the course and all information about the course.',
      },
      {
        clause: '6.3.2',
        ar: `بعد عقد امتحان المستوى وفي حال كانت النتيجة راسب، ${EXAM_FAIL_AR}`,
        en: `After the placement exam, if it is failed, ${EXAM_FAIL_EN}`,
      },
    ],
  },
];

const PAID_STEPS: readonly CardItem[] = [
  {
    clause: '7.1',
    ar: `مع عدم الحاجة لحد أدنى من المعرفة أو المهارة لحضورها، ${PAY_AR}`,
    en: `If no minimum of knowledge or skill is needed to attend it, ${PAY_EN}`,
  },
  {
    clause: '7.2',
    ar: `مع الحاجة لحد أدنى من المعرفة أو المهارة لحضورها، وتم عقد امتحان مستوى سابقاً بنتيجة ناجح، ${PAY_AR}`,
    en: `If a minimum of knowledge or skill is needed and a placement exam was passed before, ${PAY_EN}`,
  },
  {
    clause: '7.3',
    ar: `مع الحاجة لحد أدنى من المعرفة أو المهارة لحضورها ولم يتم عقد امتحان مستوى سابقاً، ${LINK_AR}`,
    en: `If a minimum of knowledge or skill is needed and no placement exam was taken before, ${LINK_EN}`,
    items: [
      {
        clause: '7.3.1',
        ar: 'بعد عقد امتحان المستوى وفي حال كانت النتيجة ناجح وكانت الدورة غير مجانية، يتم استلام رسالة برقم الدفع الإلكتروني لدفع الرسوم المطلوبة.',
        en: 'After the placement exam, if it is passed and the course is not free, you receive a message with the electronic payment number to pay the fee due.',
      },
      {
        clause: '7.3.2',
        ar: `بعد عقد امتحان المستوى وفي حال كانت النتيجة راسب، ${EXAM_FAIL_AR}`,
        en: `After the placement exam, if it is failed, ${EXAM_FAIL_EN}`,
      },
    ],
  },
  {
    clause: '7.4',
    ar: 'بعد استلام الرسوم للدورات غير المجانية، يتم استلام رسالة نصية بتأكيد الحجز وكافة المعلومات المتعلقة بالدورة.',
    en: 'After the fee of a course that is not free is received, you receive an SMS with the confirmation of the booking and all information about the course.',
  },
];

const STEPS: readonly CardItem[] = [
  {
    clause: '1',
    ar: 'الدخول إلى موقع الأمانة الإلكتروني www.amman.jo.',
    en: 'Enter the website of the municipality, www.amman.jo.',
  },
  {
    clause: '2',
    ar: 'اختيار الخدمات الإلكترونية من الشاشة الرئيسية للموقع.',
    en: 'Choose the e-services on the main screen of the site.',
  },
  { clause: '3', ar: 'اختيار خدمة عقد دورة.', en: 'Choose the service “Holding a course”.' },
  {
    clause: '4',
    ar: 'تعبئة البيانات المطلوبة على شاشة تقديم الطلب.',
    en: 'Fill in the required data on the request screen.',
  },
  {
    clause: '5',
    ar: 'في حال حان موعد انعقاد الدورة مع عدم وصول عدد الراغبين بالحضور للحد الأدنى، يتم استلام رسالة نصية بتأجيل موعد عقد الدورة نظراً لعدم اكتمال العدد.',
    en: 'If the date of the course has come and the number of those who wish to attend has not reached the minimum, you receive an SMS that the course is postponed because the number is not complete.',
  },
  {
    clause: '6',
    ar: 'في حال وصل عدد الراغبين بالحضور للحد الأدنى المطلوب لعقدها وكانت الدورة مجانية:',
    en: 'If the number of those who wish to attend has reached the minimum needed to hold it and the course is free:',
    items: FREE_STEPS,
  },
  {
    clause: '7',
    ar: 'في حال وصل عدد الراغبين بالحضور للحد الأدنى المطلوب لعقدها وكانت الدورة غير مجانية:',
    en: 'If the number of those who wish to attend has reached the minimum needed to hold it and the course is not free:',
    items: PAID_STEPS,
  },
  {
    clause: '8',
    ar: 'بعد عقد الدورة، يتم استلام رسالة نصية تحتوي رابط تقييم الدورة.',
    en: 'After the course is held, you receive an SMS with the link to evaluate the course.',
  },
];

/** The seven fields of the published card, in their order. */
export const CARD: readonly CardField[] = [
  {
    heading: { ar: 'الفئة المستفيدة من الخدمة', en: 'Who the service is for' },
    look: 'text',
    items: [{ ar: 'مواطن، مقيم', en: 'Citizen, resident' }],
  },
  {
    heading: { ar: 'متطلبات الحصول على الخدمة', en: 'Requirements of the service' },
    look: 'text',
    items: [
      {
        ar: 'وجود إثبات بالمعرفة بالمتطلب السابق للدورات التخصصية أو تقديم امتحان مستوى والنجاح فيه',
        en: 'Proof of knowledge of the prerequisite for specialised courses, or sitting a placement exam and passing it',
      },
    ],
  },
  { heading: { ar: 'إجراءات الحصول على الخدمة', en: 'Procedure of the service' }, look: 'steps', items: STEPS },
  {
    heading: { ar: 'وسائل تقديم الخدمة', en: 'How the service is provided' },
    look: 'text',
    items: [{ ar: 'موقع الأمانة الإلكتروني www.amman.jo', en: 'The website of the municipality, www.amman.jo' }],
  },
  {
    heading: { ar: 'رسوم تقديم الخدمة (إن وجدت)', en: 'Fees of the service (if any)' },
    look: 'text',
    items: [
      {
        ar: 'حسب نوع الدورة علماً بأن هناك دورات مجانية',
        en: 'According to the kind of course; there are free courses',
      },
    ],
  },
  {
    heading: { ar: 'وقت إنجاز الخدمة', en: 'Time to complete the service' },
    look: 'text',
    items: [
      {
        ar: 'يتم تأكيد عقد الدورة بعد اكتمال الحد الأدنى لعدد المشاركين',
        en: 'The holding of the course is confirmed once the minimum number of participants is complete',
      },
    ],
  },
  {
    heading: { ar: 'ملاحظات', en: 'Notes' },
    look: 'notes',
    items: [
      {
        clause: 'N1',
        ar: 'في حال لم يتم دفع الرسوم للدورات غير المجانية قبل موعد عقدها، يتم إلغاء الطلب.',
        en: 'If the fee of a course that is not free is not paid before the date of the course, the request is cancelled.',
      },
      {
        clause: 'N2',
        ar: 'في حال عدم اكتمال الحد الأدنى لعدد المشاركين، يتم تغيير موعد عقد الدورة واستلام رسالة نصية بالموعد الجديد لعقدها.',
        en: 'If the minimum number of participants is not complete, the date of the course is changed and you receive an SMS with its new date.',
      },
    ],
  },
];
