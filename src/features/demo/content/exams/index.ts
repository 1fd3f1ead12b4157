import type { DemoExam } from '../types.ts';
import { E1 } from './e1.ts';
import { E2 } from './e2.ts';
import { E3 } from './e3.ts';
import { E4 } from './e4.ts';
import { E5 } from './e5.ts';
import { E6 } from './e6.ts';
import { E7 } from './e7.ts';
import { E8 } from './e8.ts';

/** The placement exams of the demo: 20 questions each, in the order of their codes. */
export const DEMO_EXAMS: readonly DemoExam[] = [E1, E2, E3, E4, E5, E6, E7, E8];
