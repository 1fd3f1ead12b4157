import type { DemoVenue } from './types.ts';

/** The venues of the demo. The directions are invented and give way to the municipality's own. */
export const DEMO_VENUES: readonly DemoVenue[] = [
  {
    id: 'V01',
    name: {
      ar: 'مركز رؤية عمان للتدريب المهني – حدائق الملكة رانيا',
      en: 'Amman Vision Vocational Training Centre, Queen Rania Gardens',
    },
    sms: { ar: 'رؤية عمان للتدريب', en: 'Amman Vision Training' },
    district: 11,
    directions: {
      ar: 'داخل حدائق الملكة رانيا في القويسمة، ادخل من البوابة الرئيسية واتبع لوحات مركز التدريب.',
      en: 'Inside Queen Rania Gardens in Qweismeh: enter by the main gate and follow the signs to the training centre.',
    },
    accessible: true,
  },
  {
    id: 'V02',
    name: { ar: 'مركز المرأة المبدعة – حدائق الملكة رانيا', en: 'Women Creative Hub, Queen Rania Gardens' },
    sms: { ar: 'المرأة المبدعة', en: 'Women Creative Hub' },
    district: 11,
    directions: {
      ar: 'داخل حدائق الملكة رانيا في القويسمة، واسأل عند البوابة الرئيسية عن المشاغل والمطبخ الإنتاجي.',
      en: 'Inside Queen Rania Gardens in Qweismeh: ask at the main gate for the workshops and the production kitchen.',
    },
    accessible: true,
  },
  {
    id: 'V03',
    name: { ar: 'مركز الحسين الثقافي – رأس العين', en: 'Al Hussein Cultural Centre, Ras Al-Ain' },
    sms: { ar: 'الحسين الثقافي', en: 'Al Hussein Cultural Centre' },
    district: 6,
    directions: {
      ar: 'في منطقة رأس العين، وقاعات التدريب مبينة على لوحة الاستقبال عند المدخل الرئيسي.',
      en: 'In Ras Al-Ain: the training rooms are listed on the reception board at the main entrance.',
    },
    accessible: true,
  },
  {
    id: 'V04',
    name: { ar: 'مكتبة أمانة عمان المركزية – وسط البلد', en: 'GAM Central Library, Downtown' },
    sms: { ar: 'المكتبة المركزية', en: 'GAM Central Library' },
    district: 1,
    directions: {
      ar: 'في وسط البلد، ويُنصح باستخدام المواصلات العامة لقلة مواقف السيارات.',
      en: 'Downtown: parking is scarce, so public transport is advised.',
    },
    accessible: false,
  },
  {
    id: 'V05',
    name: { ar: 'مركز زها الثقافي – خلدا', en: 'Zaha Cultural Centre, Khalda' },
    sms: { ar: 'زها الثقافي، خلدا', en: 'Zaha, Khalda' },
    district: 17,
    directions: {
      ar: 'في خلدا، راجع مكتب الاستقبال عند البوابة الرئيسية لمعرفة القاعة.',
      en: 'In Khalda: ask at the reception desk by the main gate for the room.',
    },
    accessible: true,
  },
  {
    id: 'V06',
    name: { ar: 'مركز زها الثقافي – طبربور', en: 'Zaha Cultural Centre, Tabarbour' },
    sms: { ar: 'زها، طبربور', en: 'Zaha, Tabarbour' },
    district: 10,
    directions: {
      ar: 'في طبربور، والقاعات في الطابق الأرضي على يمين المدخل.',
      en: 'In Tabarbour: the rooms are on the ground floor, to the right of the entrance.',
    },
    accessible: true,
  },
  {
    id: 'V07',
    name: { ar: 'مركز زها الثقافي – أبو علندا', en: 'Zaha Cultural Centre, Abu Alanda' },
    sms: { ar: 'زها، أبو علندا', en: 'Zaha, Abu Alanda' },
    district: 11,
    directions: {
      ar: 'في أبو علندا، والقاعات في الطابق الأول ويُصعد إليها بالدرج.',
      en: 'In Abu Alanda: the rooms are on the first floor, reached by stairs.',
    },
    accessible: false,
  },
  {
    id: 'V08',
    name: { ar: 'مكتبة حمزة بن عبد المطلب – ماركا الشمالية', en: 'Hamza bin Abdul-Muttalib Library, North Marka' },
    sms: { ar: 'مكتبة حمزة، ماركا', en: 'Hamza Library, Marka' },
    district: 3,
    directions: {
      ar: 'في ماركا الشمالية، وقاعة التدريب بجانب قاعة المطالعة.',
      en: 'In North Marka: the training room is next to the reading room.',
    },
    accessible: true,
  },
  {
    id: 'V09',
    name: {
      ar: 'المركز المجتمعي – حديقة الملكة نور، الهاشمي الجنوبي',
      en: 'Community Centre, Queen Noor Park, South Hashmi',
    },
    sms: { ar: 'حديقة الملكة نور', en: 'Queen Noor Park' },
    district: 2,
    directions: {
      ar: 'داخل حديقة الملكة نور في الهاشمي الجنوبي، والمركز قرب المدخل الرئيسي للحديقة.',
      en: 'Inside Queen Noor Park in South Hashmi: the centre is near the main entrance of the park.',
    },
    accessible: true,
  },
  {
    id: 'V10',
    name: { ar: 'محطة المعرفة – صويلح', en: 'Knowledge Station, Sweileh' },
    sms: { ar: 'محطة معرفة صويلح', en: 'Knowledge Station, Sweileh' },
    district: 16,
    directions: {
      ar: 'في صويلح، ومختبر الحاسوب في الطابق الأرضي مقابل المدخل.',
      en: 'In Sweileh: the computer room is on the ground floor, facing the entrance.',
    },
    accessible: true,
  },
  {
    id: 'V11',
    name: { ar: 'محطة المعرفة – اليرموك', en: 'Knowledge Station, Yarmouk' },
    sms: { ar: 'محطة معرفة اليرموك', en: 'Knowledge Station, Yarmouk' },
    district: 5,
    directions: {
      ar: 'في منطقة اليرموك، ومختبر الحاسوب في الطابق الثاني ويتوفر مصعد.',
      en: 'In Yarmouk: the computer room is on the second floor, and there is a lift.',
    },
    accessible: true,
  },
  {
    id: 'V12',
    name: { ar: 'القاعة الرياضية – مرج الحمام', en: 'Sports Hall, Marj Al-Hamam' },
    sms: { ar: 'قاعة مرج الحمام', en: 'Sports Hall, Marj Al-Hamam' },
    district: 22,
    directions: {
      ar: 'في مرج الحمام، ادخل من الباب الجانبي المخصص للدورات، وتتوفر مواقف سيارات أمام القاعة.',
      en: 'In Marj Al-Hamam: use the side door marked for courses; there is parking in front of the hall.',
    },
    accessible: true,
  },
];
