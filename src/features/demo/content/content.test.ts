import { describe, expect, test } from 'vitest';
import { DISTRICTS, districtName } from '#kernel/districts.ts';
import type { Bilingual } from '#kernel/lang.ts';
import { DEMO_COURSES } from './courses.ts';
import { DEMO_EXAMS } from './exams/index.ts';
import { DEMO_HOLIDAYS, RAMADAN } from './holidays.ts';
import { DEMO_PEOPLE } from './people.ts';
import { DEMO_VENUES } from './venues.ts';

const GSM7_BASIC = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD\u061C\u0640]/u;
const DIACRITICS_BUT_DAMMA = /[\u064B-\u064E\u0650-\u065F\u0670]/u;
const FOREIGN_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/u;

/** Every text of a value, with the path that leads to it. */
function textsOf(value: unknown, path: string): { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

const ALL_TEXTS = [
  ...textsOf(DEMO_EXAMS, 'exams'),
  ...textsOf(DEMO_COURSES, 'courses'),
  ...textsOf(DEMO_VENUES, 'venues'),
  ...textsOf(DEMO_HOLIDAYS, 'holidays'),
  ...textsOf(DEMO_PEOPLE, 'people'),
  ...textsOf(DISTRICTS, 'districts'),
];

const offending = (isWrong: (text: string) => boolean): string[] =>
  ALL_TEXTS.filter(({ text }) => isWrong(text)).map(({ path }) => path);

const countDistinct = (values: readonly string[]): number => new Set(values).size;

describe('texts', () => {
  test('no text carries an invisible mark, a tatweel or a line break', () => {
    expect(offending((text) => INVISIBLE.test(text) || /[\r\n\t\u00A0]/.test(text))).toEqual([]);
  });

  test('all digits are European', () => {
    expect(offending((text) => FOREIGN_DIGITS.test(text))).toEqual([]);
  });

  test('no text is empty, begins or ends with a blank, or has two blanks in a row', () => {
    expect(offending((text) => text === '' || text !== text.trim() || text.includes('  '))).toEqual([]);
  });

  test('no Arabic diacritic but the damma that tells a passive verb', () => {
    expect(offending((text) => DIACRITICS_BUT_DAMMA.test(text))).toEqual([]);
  });

  test('no English text holds an Arabic letter', () => {
    expect(ALL_TEXTS.filter((t) => t.path.endsWith('.en') && /[\u0600-\u06FF]/.test(t.text))).toEqual([]);
  });
});

describe('names for text messages', () => {
  const isWithin = (sms: Bilingual, ar: number, en: number): boolean => sms.ar.length <= ar && sms.en.length <= en;

  test('a venue fits 18 characters in Arabic and 26 in English', () => {
    expect(DEMO_VENUES.filter((v) => !isWithin(v.sms, 18, 26)).map((v) => v.id)).toEqual([]);
  });

  test('a course fits 24 characters in Arabic and 34 in English', () => {
    expect(DEMO_COURSES.filter((c) => !isWithin(c.sms, 24, 34)).map((c) => c.id)).toEqual([]);
  });

  test('the English names are within the basic GSM-7 set', () => {
    const wrong = [...DEMO_VENUES, ...DEMO_COURSES].filter((x) => !GSM7_BASIC.test(x.sms.en));
    expect(wrong.map((x) => x.id)).toEqual([]);
  });
});

describe('placement exams', () => {
  test('there are eight, E1 to E8', () => {
    expect(DEMO_EXAMS.map((e) => e.id)).toEqual(['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8']);
  });

  test.each(DEMO_EXAMS)('$id asks 20 different questions in each language', (exam) => {
    expect(exam.items).toHaveLength(20);
    expect(countDistinct(exam.items.map((item) => item.question.ar))).toBe(20);
    expect(countDistinct(exam.items.map((item) => item.question.en))).toBe(20);
  });

  test.each(DEMO_EXAMS)('$id offers four different options to every question in each language', (exam) => {
    for (const item of exam.items) {
      expect(countDistinct(item.options.map((o) => o.ar.toLowerCase())), item.question.en).toBe(4);
      expect(countDistinct(item.options.map((o) => o.en.toLowerCase())), item.question.en).toBe(4);
    }
  });

  test.each(DEMO_EXAMS)('$id spreads the right answer evenly and never three times running', (exam) => {
    const positions = exam.items.map((item) => item.correct);
    for (const place of [0, 1, 2, 3]) expect(positions.filter((p) => p === place)).toHaveLength(5);
    expect(positions.some((p, i) => i >= 2 && p === positions[i - 1] && p === positions[i - 2])).toBe(false);
  });
});

describe('courses and venues', () => {
  test('there are twenty courses and twelve venues with their codes in order', () => {
    const codes = (letter: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(2, '0')}`);
    expect(DEMO_COURSES.map((c) => c.id)).toEqual(codes('C', 20));
    expect(DEMO_VENUES.map((v) => v.id)).toEqual(codes('V', 12));
  });

  test('every course points to a venue and an exam that exist, and every exam serves a course', () => {
    const venues = DEMO_VENUES.map((v) => v.id);
    const exams = DEMO_EXAMS.map((e) => e.id);
    expect(DEMO_COURSES.filter((c) => !venues.includes(c.venueId)).map((c) => c.id)).toEqual([]);
    expect(DEMO_COURSES.filter((c) => c.examId !== null && !exams.includes(c.examId)).map((c) => c.id)).toEqual([]);
    expect(exams.filter((e) => !DEMO_COURSES.some((c) => c.examId === e))).toEqual([]);
  });

  test('a minimum is at least 1 and never above the maximum', () => {
    expect(DEMO_COURSES.filter((c) => c.min < 1 || c.min > c.max).map((c) => c.id)).toEqual([]);
  });

  test('a course names the knowledge it needs exactly when it has an exam', () => {
    expect(DEMO_COURSES.filter((c) => (c.examId === null) !== (c.prerequisite === null)).map((c) => c.id)).toEqual([]);
  });

  test('6 and 7: free and paid courses exist, each with and without an exam', () => {
    const idsOf = (isFree: boolean, hasExam: boolean) =>
      DEMO_COURSES.filter((c) => (c.feeFils === 0) === isFree && (c.examId !== null) === hasExam).map((c) => c.id);
    expect(idsOf(true, false)).toEqual(['C01', 'C02', 'C05', 'C07', 'C11', 'C16']);
    expect(idsOf(true, true)).toEqual(['C15', 'C19']);
    expect(idsOf(false, false)).toEqual(['C08', 'C10', 'C13', 'C14', 'C18']);
    expect(idsOf(false, true)).toEqual(['C03', 'C04', 'C06', 'C09', 'C12', 'C17', 'C20']);
  });

  test('every venue lies in a district of the municipality', () => {
    expect(DEMO_VENUES.filter((v) => v.district < 1 || v.district > 22).map((v) => v.id)).toEqual([]);
  });
});

describe('districts', () => {
  test('they are numbered 0 (outside GAM) to 22, each with its own name', () => {
    expect(DISTRICTS.map((d) => d.number)).toEqual(Array.from({ length: 23 }, (_, i) => i));
    expect(countDistinct(DISTRICTS.map((d) => d.name.ar))).toBe(23);
    expect(districtName(0)).toEqual({ ar: 'خارج حدود الأمانة', en: 'Outside GAM' });
    expect(() => districtName(23)).toThrow(RangeError);
  });
});

describe('holidays', () => {
  const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

  test('they stand in order of their real calendar days and never end before they begin', () => {
    const days = DEMO_HOLIDAYS.flatMap((h) => [h.firstDay, h.lastDay]);
    expect(days.filter((day) => new Date(day).toISOString().slice(0, 10) !== day)).toEqual([]);
    expect(DEMO_HOLIDAYS.filter((h) => h.lastDay < h.firstDay)).toEqual([]);
    expect(DEMO_HOLIDAYS.map((h) => h.firstDay)).toEqual(DEMO_HOLIDAYS.map((h) => h.firstDay).sort());
  });

  test('every Ramadan ends the day before Fitr', () => {
    const fitr = DEMO_HOLIDAYS.filter((h) => h.name.en === 'Eid al-Fitr').map((h) => h.firstDay);
    expect(RAMADAN.map((r) => dayAfter(r.lastDay))).toEqual(fitr);
  });
});

describe('people', () => {
  const citizens = DEMO_PEOPLE.flatMap((p) => (p.identity.kind === 'citizen' ? [{ ...p, ...p.identity }] : []));

  test('there are 185 citizens, 10 residents with a personal number and 5 with a passport', () => {
    const residents = DEMO_PEOPLE.filter((p) => p.identity.kind === 'resident');
    expect(citizens).toHaveLength(185);
    expect(residents.filter((p) => 'personalNumber' in p.identity)).toHaveLength(10);
    expect(residents.filter((p) => 'passportNumber' in p.identity)).toHaveLength(5);
  });

  test('no two share a number, a mobile or a full name', () => {
    const numbers = DEMO_PEOPLE.map(({ identity }) => {
      if ('nationalNumber' in identity) return identity.nationalNumber;
      return 'personalNumber' in identity ? identity.personalNumber : identity.passportNumber;
    });
    const names = DEMO_PEOPLE.map(({ name: n }) => `${n.first} ${n.father} ${n.grandfather} ${n.family}`);
    for (const values of [numbers, names, DEMO_PEOPLE.map((p) => p.mobile), DEMO_PEOPLE.map((p) => p.name.latin)])
      expect(countDistinct(values)).toBe(DEMO_PEOPLE.length);
  });

  test('a national number holds the birth year and the sex digit 0 that belongs to nobody', () => {
    const wrong = citizens.filter((p) => {
      const start = `${p.birthDate < '2000' ? '9' : '2'}${p.birthDate.slice(2, 4)}0`;
      return !p.nationalNumber.startsWith(start) || !/^\d{10}$/.test(p.nationalNumber);
    });
    expect(wrong.map((p) => p.id)).toEqual([]);
  });

  test('every mobile has the form of a Jordanian one', () => {
    expect(DEMO_PEOPLE.filter((p) => !/^07(9\d|[78][0-25-9])\d{6}$/.test(p.mobile)).map((p) => p.id)).toEqual([]);
  });

  test('all are adults of working age, live in a known district, and about four in five read Arabic', () => {
    const wrong = DEMO_PEOPLE.filter((p) => p.birthDate < '1965' || p.birthDate > '2007' || p.district > 22);
    expect(wrong.map((p) => p.id)).toEqual([]);
    const arabic = DEMO_PEOPLE.filter((p) => p.language === 'ar').length / DEMO_PEOPLE.length;
    expect(arabic).toBeGreaterThan(0.75);
    expect(arabic).toBeLessThan(0.85);
  });
});
