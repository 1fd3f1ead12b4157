import type { Bilingual } from '#kernel/lang.ts';

/** A district (منطقة) of Greater Amman by the municipality's own number; 0 stands for an address outside of it. */
export type District = { readonly number: number; readonly name: Bilingual };

/** The 22 districts in the order of their numbers, led by 0 = outside GAM. */
export const DISTRICTS: readonly District[] = [
  { number: 0, name: { ar: 'خارج حدود الأمانة', en: 'Outside GAM' } },
  { number: 1, name: { ar: 'المدينة', en: 'Al-Madinah' } },
  { number: 2, name: { ar: 'بسمان', en: 'Basman' } },
  { number: 3, name: { ar: 'ماركا', en: 'Marka' } },
  { number: 4, name: { ar: 'النصر', en: 'Al-Nasr' } },
  { number: 5, name: { ar: 'اليرموك', en: 'Al-Yarmouk' } },
  { number: 6, name: { ar: 'رأس العين', en: 'Ras Al-Ain' } },
  { number: 7, name: { ar: 'بدر', en: 'Badr' } },
  { number: 8, name: { ar: 'زهران', en: 'Zahran' } },
  { number: 9, name: { ar: 'العبدلي', en: 'Abdali' } },
  { number: 10, name: { ar: 'طارق', en: 'Tareq' } },
  {
    number: 11,
    name: { ar: 'القويسمة وأبو علندا والجويدة والرقيم', en: 'Qweismeh, Abu Alanda, Jweideh and Raqeem' },
  },
  { number: 12, name: { ar: 'خريبة السوق وجاوا واليادودة', en: 'Khreibet Al-Souq, Jawa and Yadoudah' } },
  { number: 13, name: { ar: 'أم قصير والمقابلين والبنيات', en: 'Um Quseir, Muqabalain and Bnayyat' } },
  { number: 14, name: { ar: 'وادي السير', en: 'Wadi Al-Seer' } },
  { number: 15, name: { ar: 'بدر الجديدة', en: 'Badr Al-Jadeedah' } },
  { number: 16, name: { ar: 'صويلح', en: 'Sweileh' } },
  { number: 17, name: { ar: 'تلاع العلي وأم السماق وخلدا', en: "Tla' Al-Ali, Um Al-Summaq and Khalda" } },
  { number: 18, name: { ar: 'الجبيهة', en: 'Jubeiha' } },
  { number: 19, name: { ar: 'شفا بدران', en: 'Shafa Badran' } },
  { number: 20, name: { ar: 'أبو نصير', en: 'Abu Nseir' } },
  { number: 21, name: { ar: 'أحد', en: 'Uhod' } },
  { number: 22, name: { ar: 'مرج الحمام', en: 'Marj Al-Hamam' } },
];

/**
 * The name of a district in both languages.
 *
 * @param n the district's number, 0 (outside GAM) to 22
 * @throws RangeError for any other number
 */
export function districtName(n: number): Bilingual {
  const district = DISTRICTS.find((d) => d.number === n);
  if (!district) throw new RangeError(`not a district: ${n}`);
  return district.name;
}
