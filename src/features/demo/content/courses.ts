import { ARTS_COURSES } from './courses-arts.ts';
import { DIGITAL_COURSES } from './courses-digital.ts';
import { LANGUAGES_COURSES } from './courses-languages.ts';
import { WORK_COURSES } from './courses-work.ts';
import type { DemoCourse } from './types.ts';

/** The courses of the demo in the order of their codes. Fees, hours, limits and exams are invented. */
export const DEMO_COURSES: readonly DemoCourse[] = [
  ...DIGITAL_COURSES,
  ...LANGUAGES_COURSES,
  ...WORK_COURSES,
  ...ARTS_COURSES,
];
