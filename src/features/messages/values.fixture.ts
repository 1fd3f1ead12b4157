import type { Bilingual, Lang } from '#kernel/lang.ts';
import { fils } from '#kernel/money.ts';
import type { TemplateKey } from '#procedure/messages/templates.ts';
import type { PlaceholderValues } from './placeholders.ts';
import type { SmsValues } from './render.ts';
import { SAMPLES, type SampleCourse } from './samples.fixture.ts';

type CourseValues = { course: Bilingual; venue: Bilingual; hours: number; amount: number };

const COURSES: Record<SampleCourse, CourseValues> = {
  C01: {
    course: { ar: 'مهارات الحاسوب الأساسية', en: 'Basic Computer Skills' },
    venue: { ar: 'محطة معرفة صويلح', en: 'Knowledge Station, Sweileh' },
    hours: 24,
    amount: 0,
  },
  C12: {
    course: { ar: 'صيانة الأجهزة الخلوية', en: 'Mobile Phone Repair' },
    venue: { ar: 'رؤية عمان للتدريب', en: 'Amman Vision Training' },
    hours: 60,
    amount: 50_000,
  },
  C14: {
    course: { ar: 'الحلويات والمعجنات', en: 'Pastry and Sweets Making' },
    venue: { ar: 'المرأة المبدعة', en: 'Women Creative Hub' },
    hours: 36,
    amount: 15_500,
  },
  C15: {
    course: { ar: 'محاسبة المشاريع الصغيرة', en: 'Accounting for Small Businesses' },
    venue: { ar: 'زها، أبو علندا', en: 'Zaha, Abu Alanda' },
    hours: 24,
    amount: 0,
  },
};

/** A wall-clock time in Amman, which is three hours ahead of UTC all year. */
export const inAmman = (dateAndTime: string): Date => new Date(`${dateAndTime}+03:00`);

/** The values of the sample of this template, and of all other placeholders. */
export function smsValuesSample(key: TemplateKey, lang: Lang): PlaceholderValues {
  const { course, venue, hours, amount } = COURSES[SAMPLES[key].course];
  const isMoved = key === 'new_date' || key === 'postponed_new_date';
  const start = inAmman(isMoved ? '2027-01-24T16:00' : '2027-01-10T16:00');
  return {
    course: course[lang],
    venue: venue[lang],
    day: start,
    date: start,
    olddate: inAmman('2027-01-10T16:00'),
    newdate: inAmman('2027-01-24T16:00'),
    until: inAmman('2027-03-18T18:00'),
    time: start,
    end: inAmman('2027-01-10T18:00'),
    deadline: inAmman('2027-01-09T16:00'),
    opens: inAmman('2027-01-06T09:00'),
    days: [0, 2, 0, 2, 0, 2],
    hours,
    minutes: 5,
    amount: fils(amount),
    paid: fils(20_000),
    ref: 'H5T8W3',
    payno: '4820573915',
    code: '482913',
    url: 'amman.jo/c/K4M2Q9TXBR',
  };
}

/** Values that bring every placeholder to its cap. */
export function smsValuesWorst<K extends TemplateKey>(_key: K, lang: Lang): SmsValues<K> & PlaceholderValues {
  const wednesday = inAmman('2027-12-29T12:30');
  return {
    course: lang === 'ar' ? 'دورة باسم طوله 24 حرفاأب' : 'A course whose name is 34 letters.',
    venue: lang === 'ar' ? 'مكان باسم طويل جدا' : 'A venue of a full 26 chars',
    day: wednesday,
    date: wednesday,
    olddate: wednesday,
    newdate: wednesday,
    until: wednesday,
    time: wednesday,
    end: wednesday,
    deadline: wednesday,
    opens: wednesday,
    days: [0, 2, 4, 0, 2, 4],
    hours: 999,
    minutes: 10,
    amount: fils(999_999),
    paid: fils(999_999),
    ref: 'W8W8W8',
    payno: '9999999999',
    code: '999999',
    url: 'amman.jo/c/WWWWWWWWWW',
  };
}
