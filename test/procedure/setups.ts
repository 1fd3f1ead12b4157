import { CARD_POLICY, type Policy } from '#procedure/lifecycle/decision-time.ts';
import type { Extra, Kind, Setup } from './world.ts';

const KEEP: Policy = { unpaidOnPostponement: 'keep' };

type Course = { readonly paid: boolean; readonly exam: boolean };
const FREE: Course = { paid: false, exam: false };
const FREE_EXAM: Course = { paid: false, exam: true };
const PAID: Course = { paid: true, exam: false };
const PAID_EXAM: Course = { paid: true, exam: true };

type Options = {
  readonly max: 2 | 3;
  readonly kinds?: readonly Kind[];
  readonly dates?: 1 | 2 | 3;
  readonly extras?: readonly Extra[];
  readonly policy?: Policy;
  readonly waitingListOpen?: boolean;
  readonly people?: 3 | 4;
};

/** A world of three people (or four) and a minimum of two. */
export function smallWorld(course: Course, options: Options): Setup {
  const { max, kinds = ['plain'], dates = 2, extras = [], policy = CARD_POLICY } = options;
  const { waitingListOpen = true, people = 3 } = options;
  const parts = [
    course.paid ? 'paid' : 'free',
    course.exam ? 'exam' : 'no exam',
    `2 to ${max} seats`,
    ...(kinds.length > 1 ? [kinds.join('/')] : []),
    ...(extras.length > 0 ? [extras.join(', ')] : []),
    ...(policy === KEEP ? ['unpaid kept'] : []),
    ...(waitingListOpen ? [] : ['no waiting list']),
    ...(people === 3 ? [] : [`${people} people`]),
    ...(dates === 2 ? [] : [`${dates} dates`]),
  ];
  const rest = { min: 2, max, people, kinds, dates, policy, waitingListOpen, extras: new Set(extras) };
  return { name: parts.join(' · '), ...course, ...rest };
}

const EVERYTHING: readonly Extra[] = ['hold', 'planned', 'attendance', 'staff_entry', 'staff_ending'];

/** The worlds that are explored to their end: every kind of course, with and without a waiting list. */
export const SMALL_WORLDS: readonly Setup[] = [
  smallWorld(FREE, { max: 2, extras: EVERYTHING, dates: 3 }),
  smallWorld(FREE, { max: 3, extras: EVERYTHING }),
  smallWorld(FREE, { max: 2, waitingListOpen: false }),
  smallWorld(FREE, { max: 2, people: 4, extras: ['planned'] }),
  smallWorld(PAID, { max: 2, extras: ['hold', 'planned', 'odd_payment'] }),
  smallWorld(PAID, { max: 3, extras: ['hold', 'planned'] }),
  smallWorld(PAID, { max: 2, extras: ['planned'], policy: KEEP }),
  smallWorld(FREE_EXAM, { max: 2, kinds: ['plain', 'proof', 'pass'], extras: ['hold', 'planned'] }),
  smallWorld(FREE_EXAM, { max: 3, kinds: ['plain', 'proof', 'pass'], extras: ['hold', 'planned'] }),
  smallWorld(FREE_EXAM, { max: 2, extras: ['elsewhere', 'planned'] }),
  smallWorld(FREE_EXAM, { max: 2, extras: ['later_proof', 'planned'] }),
  smallWorld(PAID_EXAM, { max: 2, kinds: ['plain', 'proof', 'pass'] }),
  smallWorld(PAID_EXAM, { max: 2, extras: ['hold', 'planned'] }),
  smallWorld(PAID_EXAM, { max: 3, kinds: ['plain', 'proof'] }),
  smallWorld(PAID_EXAM, { max: 3, extras: ['hold', 'planned'] }),
];
