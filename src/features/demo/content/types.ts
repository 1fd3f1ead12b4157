import type { Bilingual } from '#kernel/lang.ts';
import type { Fils } from '#kernel/money.ts';

export type DemoExamCode = 'E1' | 'E2' | 'E3' | 'E4' | 'E5' | 'E6' | 'E7' | 'E8';

/** One single-choice question; `correct` is the index of the only right option. */
export type DemoItem = {
  readonly question: Bilingual;
  readonly options: readonly [Bilingual, Bilingual, Bilingual, Bilingual];
  readonly correct: 0 | 1 | 2 | 3;
};

/** A placement exam; `validityMonths` is how long a pass counts, `null` for ever. */
export type DemoExam = {
  readonly id: DemoExamCode;
  readonly title: Bilingual;
  readonly minutes: 30;
  readonly passMarkPercent: 60;
  readonly validityMonths: number | null;
  readonly items: readonly DemoItem[];
};

/** A venue; `sms` is its short name for text messages (ar <= 18, en <= 26 characters), `district` 1-22. */
export type DemoVenue = {
  readonly id: string;
  readonly name: Bilingual;
  readonly sms: Bilingual;
  readonly district: number;
  readonly directions: Bilingual;
  readonly accessible: boolean;
};

export type DemoTopic = 'digital' | 'languages' | 'crafts' | 'business' | 'health' | 'arts';

/** A course; `sms` is its short name for text messages (ar <= 24, en <= 34 characters), ages are in whole years. */
export type DemoCourse = {
  readonly id: string;
  readonly title: Bilingual;
  readonly sms: Bilingual;
  readonly summary: Bilingual;
  readonly topic: DemoTopic;
  readonly feeFils: Fils;
  readonly hours: number;
  readonly examId: DemoExamCode | null;
  readonly min: number;
  readonly max: number;
  readonly venueId: string;
  readonly bring: Bilingual;
  readonly outcomes: Bilingual;
  readonly audience: Bilingual;
  readonly minAge: number;
  readonly maxAge: number | null;
  readonly prerequisite: Bilingual | null;
};

/** A run of days off, first and last day included, as `YYYY-MM-DD`; `source` says where the dates come from. */
export type DemoHoliday = {
  readonly name: Bilingual;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly type: 'fixed' | 'lunar';
  readonly source: Bilingual;
};

/** The number a person is known by: a citizen's national number, or what a resident non-Jordanian carries. */
export type DemoIdentity =
  | { readonly kind: 'citizen'; readonly nationalNumber: string }
  | { readonly kind: 'resident'; readonly personalNumber: string }
  | { readonly kind: 'resident'; readonly passportNumber: string; readonly nationality: string };

/** An invented person; `nationality` is ISO 3166-1 alpha-2, `mobile` as written in Jordan (`07XXXXXXXX`). */
export type DemoPerson = {
  readonly id: string;
  readonly name: {
    readonly first: string;
    readonly father: string;
    readonly grandfather: string;
    readonly family: string;
    readonly latin: string;
  };
  readonly birthDate: string;
  readonly identity: DemoIdentity;
  readonly mobile: string;
  readonly district: number;
  readonly language: 'ar' | 'en';
};
