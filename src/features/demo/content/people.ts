import { ELDERS, FAMILIES, MEN, type NamePart, WOMEN } from './names.ts';
import type { DemoIdentity, DemoPerson } from './types.ts';

const CITIZENS = 185;
const FIRST_BIRTH_YEAR = 1965;
const BIRTH_YEARS = 42;
const DISTRICT_COUNT = 23;
/** Digits that may follow 077 and 078 in a Jordanian mobile number; after 079 any may. */
const MOBILE_DIGITS = '01256789';

/** A stride without a common divisor with the length visits every entry before it repeats one. */
function pick<T>(list: readonly T[], position: number): T {
  const entry = list[position % list.length];
  if (entry === undefined) throw new RangeError('the list is empty');
  return entry;
}

const digits = (n: number, length: number): string => String(n).padStart(length, '0');

function birthDateOf(i: number): string {
  const year = FIRST_BIRTH_YEAR + ((i * 11) % BIRTH_YEARS);
  return `${year}-${digits(((i * 5) % 12) + 1, 2)}-${digits(((i * 7) % 28) + 1, 2)}`;
}

/** 9 or 2 by the birth year, its last two digits, the sex digit 0 that no issued number has, six digits. */
function nationalNumberOf(i: number, birthDate: string): string {
  const century = birthDate < '2000' ? '9' : '2';
  return `${century}${birthDate.slice(2, 4)}0${digits((i * 70_951 + 104_729) % 1_000_000, 6)}`;
}

function mobileOf(i: number): string {
  return `07${pick(['9', '7', '8'], i)}${pick([...MOBILE_DIGITS], i * 3)}${digits((i * 61_343 + 27_449) % 1_000_000, 6)}`;
}

/** Roughly one in five reads English. */
const languageOf = (i: number): 'ar' | 'en' => (i % 5 === 3 ? 'en' : 'ar');

type Name = readonly [first: NamePart, father: NamePart, grandfather: NamePart, family: NamePart];

function nameOf(i: number): Name {
  const first = i % 2 === 0 ? pick(WOMEN, i * 3) : pick(MEN, i * 5);
  const father = pick(ELDERS, i * 3 + 1);
  const grandfather = pick(ELDERS, i * 5 + 4 + (i % 3));
  return [first, father, grandfather === father ? pick(ELDERS, i * 5 + 9) : grandfather, pick(FAMILIES, i * 12 + 7)];
}

function personOf(i: number, name: Name, birthDate: string, identity: DemoIdentity, language: 'ar' | 'en'): DemoPerson {
  const [first, father, grandfather, family] = name;
  return {
    id: `P${digits(i + 1, 3)}`,
    name: {
      first: first[0],
      father: father[0],
      grandfather: grandfather[0],
      family: family[0],
      latin: name.map((part) => part[1]).join(' '),
    },
    birthDate,
    identity,
    mobile: mobileOf(i),
    district: (i * 9 + 1) % DISTRICT_COUNT,
    language,
  };
}

function citizenOf(i: number): DemoPerson {
  const birthDate = birthDateOf(i);
  const identity: DemoIdentity = { kind: 'citizen', nationalNumber: nationalNumberOf(i, birthDate) };
  return personOf(i, nameOf(i), birthDate, identity, languageOf(i));
}

type Resident = { readonly name: Name; readonly identity: DemoIdentity; readonly language: 'ar' | 'en' };

const byPersonalNumber = (personalNumber: string, name: Name, language: 'ar' | 'en' = 'ar'): Resident => ({
  name,
  identity: { kind: 'resident', personalNumber },
  language,
});

const byPassport = (passportNumber: string, nationality: string, name: Name): Resident => ({
  name,
  identity: { kind: 'resident', passportNumber, nationality },
  language: 'en',
});

const RESIDENTS: readonly Resident[] = [
  byPersonalNumber('80417265', [
    ['ياسمين', 'Yasmine'],
    ['سمير', 'Samir'],
    ['فتحي', 'Fathi'],
    ['المصري', 'Al-Masri'],
  ]),
  byPersonalNumber('81630942', [
    ['غسان', 'Ghassan'],
    ['نزار', 'Nizar'],
    ['أديب', 'Adib'],
    ['الشامي', 'Al-Shami'],
  ]),
  byPersonalNumber('802917364', [
    ['زينب', 'Zainab'],
    ['كاظم', 'Kadhim'],
    ['جواد', 'Jawad'],
    ['البغدادي', 'Al-Baghdadi'],
  ]),
  byPersonalNumber('814460279', [
    ['عثمان', 'Osman'],
    ['الطيب', 'Al-Tayeb'],
    ['بشير', 'Bashir'],
    ['السوداني', 'Al-Sudani'],
  ]),
  byPersonalNumber('8035518264', [
    ['أروى', 'Arwa'],
    ['قاسم', 'Qasem'],
    ['يحيى', 'Yahya'],
    ['الصنعاني', 'Al-Sanani'],
  ]),
  byPersonalNumber('8170429356', [
    ['مازن', 'Mazen'],
    ['هيثم', 'Haitham'],
    ['رياض', 'Riyad'],
    ['الحلبي', 'Al-Halabi'],
  ]),
  byPersonalNumber('8092736145', [
    ['سميرة', 'Samira'],
    ['عادل', 'Adel'],
    ['شوقي', 'Shawqi'],
    ['الإسكندراني', 'Al-Iskandarani'],
  ]),
  byPersonalNumber(
    '80753921',
    [
      ['أنيتا', 'Anita'],
      ['راجان', 'Rajan'],
      ['كومار', 'Kumar'],
      ['ناير', 'Nair'],
    ],
    'en',
  ),
  byPersonalNumber(
    '815284037',
    [
      ['بلال', 'Bilal'],
      ['إقبال', 'Iqbal'],
      ['رحمت', 'Rahmat'],
      ['خان', 'Khan'],
    ],
    'en',
  ),
  byPersonalNumber(
    '8046172983',
    [
      ['غريس', 'Grace'],
      ['أنطونيو', 'Antonio'],
      ['رييس', 'Reyes'],
      ['سانتوس', 'Santos'],
    ],
    'en',
  ),
  byPassport('N40718265', 'FR', [
    ['كلير', 'Claire'],
    ['جان', 'Jean'],
    ['مارسيل', 'Marcel'],
    ['دوبوا', 'Dubois'],
  ]),
  byPassport('U17350942', 'TR', [
    ['دينيز', 'Deniz'],
    ['كمال', 'Kemal'],
    ['عثمان', 'Osman'],
    ['يلماز', 'Yilmaz'],
  ]),
  byPassport('P6240183B', 'PH', [
    ['ماريسول', 'Marisol'],
    ['رامون', 'Ramon'],
    ['خوسيه', 'Jose'],
    ['كروز', 'Cruz'],
  ]),
  byPassport('M9274501', 'IN', [
    ['فيكرام', 'Vikram'],
    ['سوريش', 'Suresh'],
    ['موهان', 'Mohan'],
    ['ميهتا', 'Mehta'],
  ]),
  byPassport('K1856302', 'IT', [
    ['إلينا', 'Elena'],
    ['ماركو', 'Marco'],
    ['باولو', 'Paolo'],
    ['روسي', 'Rossi'],
  ]),
];

const residentOf = (resident: Resident, index: number): DemoPerson =>
  personOf(CITIZENS + index, resident.name, birthDateOf(CITIZENS + index), resident.identity, resident.language);

/**
 * The people of the demo, all invented and the same in every run: 185 citizens (P001-P185), 10 residents with a
 * personal number (P186-P195) and 5 with a passport (P196-P200). Born 1965-2006.
 */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...Array.from({ length: CITIZENS }, (_, i) => citizenOf(i)),
  ...RESIDENTS.map(residentOf),
];
