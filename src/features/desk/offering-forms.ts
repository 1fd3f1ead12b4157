import type { CourseId, ExamId, VenueId } from '#kernel/ids.ts';
import { fromDecimalText } from '#kernel/money.ts';
import { err, ok, type Result } from '#kernel/result.ts';
import { civilDay, readLocalTime } from '#platform/i18n/civil.ts';
import { weekdayOf } from '#procedure/catalogue/calendar.ts';
import { foldDigits } from '#procedure/people/digits.ts';
import type { CreateRefusal, NewOffering } from '../applications/index.ts';
import type { offeringMessages } from './offering-messages.ts';

/** The fields of the form of a new offering, as typed. */
export type OfferingForm = {
  readonly course: string;
  readonly venue: string;
  readonly day: string;
  readonly time: string;
  readonly weekdays: readonly string[];
  readonly hours: string;
  readonly min: string;
  readonly max: string;
  readonly fee: string;
  readonly exam: string;
  readonly decisionHours: string;
  readonly payHours: string;
  readonly examHours: string;
  readonly waiting: boolean;
};

/** A mistake: the field and the text that says what to do. */
export type FormMistake = {
  readonly field: string;
  readonly key: keyof typeof offeringMessages & `${'error' | 'refused'}.${string}`;
  readonly at?: Date;
};

/** A form as it comes, several values of one name in a list. */
export type RawForm = Readonly<Record<string, unknown>>;

export const EMPTY_OFFERING: OfferingForm = {
  course: '',
  venue: '',
  day: '',
  time: '16:00',
  weekdays: [],
  hours: '2',
  min: '',
  max: '',
  fee: '',
  exam: '',
  decisionHours: '',
  payHours: '',
  examHours: '',
  waiting: true,
};

const MOST_TEXT = 500;
const NO_EXAM = 'none';
const HOUR_MINUTES = 60;

/** One text of a form, trimmed, without anything over 500 characters; `''` when it is missing. */
export function textOf(form: RawForm, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value.trim().slice(0, MOST_TEXT) : '';
}

/** All values of a name that was sent any number of times. */
export function listOf(form: RawForm, name: string): string[] {
  const value = form[name];
  return (Array.isArray(value) ? value : [value]).filter((v): v is string => typeof v === 'string' && v !== '');
}

/** The form of a new offering as it was sent. */
export function readOfferingForm(form: RawForm): OfferingForm {
  const digits = (name: string) => foldDigits(textOf(form, name));
  return {
    course: textOf(form, 'course'),
    venue: textOf(form, 'venue'),
    day: digits('day'),
    time: digits('time'),
    weekdays: listOf(form, 'weekdays').filter((d) => /^[0-6]$/.test(d)),
    hours: digits('hours'),
    min: digits('min'),
    max: digits('max'),
    fee: digits('fee'),
    exam: textOf(form, 'exam'),
    decisionHours: digits('decisionHours'),
    payHours: digits('payHours'),
    examHours: digits('examHours'),
    waiting: textOf(form, 'waiting') !== '',
  };
}

const whole = (text: string): number | undefined => (/^\d{1,5}$/.test(text) ? Number(text) : undefined);
const clock = (text: string): boolean => /^([01]?\d|2[0-3]):[0-5]\d$/.test(text);
const padded = (text: string): string => text.padStart(5, '0');

/** Reads a civil day and a time of day in Amman. */
export function readStart(day: string, time: string): Result<Date, readonly FormMistake[]> {
  const noon = readLocalTime(`${day}T12:00`);
  const mistakes: FormMistake[] = [];
  if (!noon) mistakes.push({ field: 'day', key: 'error.day' });
  if (!clock(time)) mistakes.push({ field: 'time', key: 'error.time' });
  const at = mistakes.length === 0 ? readLocalTime(`${day}T${padded(time)}`) : undefined;
  return at ? ok(at) : err(mistakes);
}

/** Turns the form into an offering to create as a draft, or into its mistakes in the order of the fields. */
export function asNewOffering(form: OfferingForm): Result<NewOffering, readonly FormMistake[]> {
  const mistakes: FormMistake[] = [];
  if (form.course === '') mistakes.push({ field: 'course', key: 'error.course' });
  const start = readStart(form.day, form.time);
  if (!start.ok) mistakes.push(...start.error);
  const hours = /^\d{1,2}(\.\d{1,2})?$/.test(form.hours) ? Number(form.hours) : Number.NaN;
  if (!(hours >= 0.5 && hours <= 12)) mistakes.push({ field: 'hours', key: 'error.hours' });
  const number = (field: 'min' | 'max' | 'decisionHours' | 'payHours' | 'examHours', key: FormMistake['key']) => {
    if (form[field] === '') return undefined;
    const value = whole(form[field]);
    if (value === undefined) mistakes.push({ field, key });
    return value;
  };
  const min = number('min', 'error.min');
  const max = number('max', 'error.max');
  const fee = form.fee === '' ? undefined : fromDecimalText(form.fee);
  if (form.fee !== '' && fee === undefined) mistakes.push({ field: 'fee', key: 'error.fee' });
  const lead = (field: 'decisionHours' | 'payHours' | 'examHours') => {
    const value = number(field, 'error.lead');
    return value === undefined ? undefined : value * HOUR_MINUTES;
  };
  const [decision, pay, exam] = [lead('decisionHours'), lead('payHours'), lead('examHours')];
  if (!start.ok || mistakes.length > 0) return err(mistakes);
  const [h = 0, m = 0] = form.time.split(':').map(Number);
  const weekdays = form.weekdays.length > 0 ? form.weekdays.map(Number) : [weekdayOf(civilDay(start.value))];
  return ok({
    publish: false,
    courseId: form.course as CourseId,
    venueId: form.venue === '' ? undefined : (form.venue as VenueId),
    startsAt: start.value,
    pattern: { weekdays, startMinute: h * HOUR_MINUTES + m, minutes: Math.round(hours * HOUR_MINUTES) },
    min,
    max,
    feeFils: fee,
    examId: form.exam === '' ? undefined : form.exam === NO_EXAM ? null : (form.exam as ExamId),
    decisionLeadMinutes: decision,
    payTimeMinutes: pay,
    examTimeMinutes: exam,
    waitingListOpen: form.waiting,
  });
}

const FIELDS: Readonly<Record<string, FormMistake>> = {
  min: { field: 'min', key: 'error.min' },
  max: { field: 'max', key: 'error.max' },
  feeFils: { field: 'fee', key: 'error.fee' },
  decisionLeadHours: { field: 'decisionHours', key: 'error.lead' },
  payTimeHours: { field: 'payHours', key: 'error.lead' },
  examTimeHours: { field: 'examHours', key: 'error.lead' },
  meetings: { field: 'day', key: 'error.meetings' },
};

/** The field that a refused offering is about. */
export function mistakeOf(refusal: CreateRefusal): FormMistake {
  switch (refusal.code) {
    case 'course_not_found':
      return { field: 'course', key: 'error.course' };
    case 'venue_not_found':
      return { field: 'venue', key: 'error.venue' };
    case 'exam_not_found':
      return { field: 'exam', key: 'error.exam' };
    case 'intake_would_be_closed':
      return { field: 'day', key: 'refused.intake_would_be_closed', at: refusal.intakeClosesAt };
    case 'bad_numbers':
      return FIELDS[refusal.field] ?? { field: 'day', key: 'refused.other' };
  }
}
