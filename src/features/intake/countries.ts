import type { Lang } from '#kernel/lang.ts';
import { LOCALES } from '#platform/i18n/messages.ts';

/** ISO 3166-1 codes of the states whose passports a resident may carry; Jordan is left out. */
const CODES =
  'AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI KH CM CA CV CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HK HU IS IN ID IR IQ IE IT JM JP KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MO MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PS PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TW TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VA VE VN YE ZM ZW'.split(
    ' ',
  );

type Country = { readonly value: string; readonly label: string };

function sortedIn(lang: Lang): readonly Country[] {
  const names = new Intl.DisplayNames(LOCALES[lang], { type: 'region' });
  const { compare } = new Intl.Collator(LOCALES[lang]);
  return CODES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) => compare(a.label, b.label));
}

/** Nationalities for a list, each sorted as its language sorts. */
export const COUNTRIES: Readonly<Record<Lang, readonly Country[]>> = { ar: sortedIn('ar'), en: sortedIn('en') };
