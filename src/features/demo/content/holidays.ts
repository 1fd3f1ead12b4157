import type { Bilingual } from '#kernel/lang.ts';
import type { DemoHoliday } from './types.ts';

const FIXED_SOURCE: Bilingual = { ar: 'عطلة رسمية ثابتة التاريخ', en: 'Public holiday on a fixed date' };
const LUNAR_SOURCE: Bilingual = {
  ar: 'تقويم أم القرى، قد يتغير يوما واحدا بحسب رؤية الهلال',
  en: 'Umm al-Qura calendar; may move by one day with the sighting of the moon',
};

const NEW_YEAR: Bilingual = { ar: 'رأس السنة الميلادية', en: "New Year's Day" };
const LABOUR_DAY: Bilingual = { ar: 'عيد العمال', en: 'Labour Day' };
const INDEPENDENCE_DAY: Bilingual = { ar: 'عيد الاستقلال', en: 'Independence Day' };
const CHRISTMAS: Bilingual = { ar: 'عيد الميلاد المجيد', en: 'Christmas Day' };
const FITR: Bilingual = { ar: 'عيد الفطر', en: 'Eid al-Fitr' };
const ADHA: Bilingual = { ar: 'وقفة عرفة وعيد الأضحى', en: 'Arafa Day and Eid al-Adha' };
const HIJRI_NEW_YEAR: Bilingual = { ar: 'رأس السنة الهجرية', en: 'Hijri New Year' };
const MAWLID: Bilingual = { ar: 'المولد النبوي الشريف', en: "The Prophet's Birthday" };

const fixed = (day: string, name: Bilingual): DemoHoliday => ({
  name,
  firstDay: day,
  lastDay: day,
  type: 'fixed',
  source: FIXED_SOURCE,
});

const lunar = (firstDay: string, lastDay: string, name: Bilingual): DemoHoliday => ({
  name,
  firstDay,
  lastDay,
  type: 'lunar',
  source: LUNAR_SOURCE,
});

/** The public holidays of Jordan in 2026-2028, by first day. In 2028 two of them fall on 25 May. */
export const DEMO_HOLIDAYS: readonly DemoHoliday[] = [
  fixed('2026-01-01', NEW_YEAR),
  lunar('2026-03-20', '2026-03-22', FITR),
  fixed('2026-05-01', LABOUR_DAY),
  fixed('2026-05-25', INDEPENDENCE_DAY),
  lunar('2026-05-26', '2026-05-30', ADHA),
  lunar('2026-06-16', '2026-06-16', HIJRI_NEW_YEAR),
  lunar('2026-08-25', '2026-08-25', MAWLID),
  fixed('2026-12-25', CHRISTMAS),
  fixed('2027-01-01', NEW_YEAR),
  lunar('2027-03-09', '2027-03-11', FITR),
  fixed('2027-05-01', LABOUR_DAY),
  lunar('2027-05-15', '2027-05-19', ADHA),
  fixed('2027-05-25', INDEPENDENCE_DAY),
  lunar('2027-06-06', '2027-06-06', HIJRI_NEW_YEAR),
  lunar('2027-08-14', '2027-08-14', MAWLID),
  fixed('2027-12-25', CHRISTMAS),
  fixed('2028-01-01', NEW_YEAR),
  lunar('2028-02-26', '2028-02-28', FITR),
  fixed('2028-05-01', LABOUR_DAY),
  lunar('2028-05-04', '2028-05-08', ADHA),
  fixed('2028-05-25', INDEPENDENCE_DAY),
  lunar('2028-05-25', '2028-05-25', HIJRI_NEW_YEAR),
  lunar('2028-08-03', '2028-08-03', MAWLID),
  fixed('2028-12-25', CHRISTMAS),
];

/** The months of Ramadan in 2026-2028, both days included; each ends the day before Fitr. */
export const RAMADAN: readonly { readonly firstDay: string; readonly lastDay: string }[] = [
  { firstDay: '2026-02-18', lastDay: '2026-03-19' },
  { firstDay: '2027-02-08', lastDay: '2027-03-08' },
  { firstDay: '2028-01-28', lastDay: '2028-02-25' },
];
