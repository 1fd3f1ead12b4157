import type { Lang } from '#kernel/lang.ts';
import type { Fils } from '#kernel/money.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import type { Settings } from '#platform/app.ts';
import type { Meeting } from '#procedure/catalogue/calendar.ts';
import { examDeadlineFor } from '#procedure/catalogue/deadlines.ts';
import { COMPACT_TWIN, type TemplateKey } from '#procedure/messages/templates.ts';
import type { OfferingRecord } from '../catalogue/index.ts';
import { type PlaceholderValues, renderSms } from '../messages/index.ts';
import type { LinkPurpose } from './schema.ts';

/** What a message is about. Dates that are missing make the message impossible, and asking for them is a fault. */
export type SmsFacts = {
  readonly offering: OfferingRecord;
  readonly meetings: readonly Meeting[];
  /** The start before the change that the message tells of. */
  readonly oldStart: Date | null;
  readonly reference: string;
  readonly language: Lang;
  readonly payNumber: string | null;
  readonly payBefore: Date | null;
  readonly examOpensAt: Date | null;
  /** The fee; for a message about received or returned money see `paid`. */
  readonly fee: Fils;
  readonly paid: Fils | null;
  readonly evaluationSentAt: Date | null;
  readonly linkCode: string;
  readonly now: Date;
};

const EXAM_LINKS: readonly TemplateKey[] = ['exam_link', 'exam_link_from', 'exam_reminder', 'proof_rejected_exam'];
const EVALUATION_LINKS: readonly TemplateKey[] = ['evaluation', 'evaluation_reminder'];
/** In these `{amount}` is money that moved, not the fee. */
const MOVED_MONEY: readonly TemplateKey[] = ['payment_late', 'refund_done', 'withdrawn_paid', 'course_cancelled_paid'];

/** Which personal link a template carries. */
export function linkPurposeOf(template: TemplateKey): LinkPurpose {
  if (EXAM_LINKS.includes(template)) return 'exam';
  return EVALUATION_LINKS.includes(template) ? 'evaluation' : 'status';
}

/** The form of the booking confirmation that the office chose (setting `sms_course_info`). */
export function chosenForm(template: TemplateKey, form: Settings['smsCourseInfo']): TemplateKey {
  if (form === 'full') return template;
  const twins: Partial<Record<TemplateKey, TemplateKey>> = COMPACT_TWIN;
  return twins[template] ?? template;
}

function need<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`a message needs ${what}`);
  return value;
}

/** The text of a message as it goes out, and its length in parts. */
export function composeSms(template: TemplateKey, f: SmsFacts, settings: Settings): { text: string; parts: number } {
  const { schedule } = f.offering.facts;
  const start = () => need(schedule?.startsAt ?? f.oldStart, 'a start');
  const values: PlaceholderValues = {
    course: f.offering.courseSms[f.language],
    venue: f.offering.venueSms[f.language],
    get day() {
      return start();
    },
    get date() {
      return start();
    },
    get time() {
      return start();
    },
    get newdate() {
      return need(schedule?.startsAt, 'a new date');
    },
    get olddate() {
      return need(f.oldStart, 'the old date');
    },
    get end() {
      return need(f.meetings[0], 'a meeting').endsAt;
    },
    get days() {
      return f.meetings.map((m) => weekdayInAmman(m.startsAt));
    },
    get deadline() {
      return deadlineOf(template, f);
    },
    get opens() {
      return need(f.examOpensAt, 'an opening time');
    },
    get until() {
      return plusMs(need(f.evaluationSentAt, 'an invitation'), settings.evaluationValidDays * DAY_MS);
    },
    hours: f.offering.hours,
    minutes: 5,
    get amount() {
      return MOVED_MONEY.includes(template) ? need(f.paid, 'an amount') : f.fee;
    },
    get paid() {
      return need(f.paid, 'an amount');
    },
    ref: f.reference,
    get payno() {
      return need(f.payNumber, 'a payment number');
    },
    code: '',
    url: `${settings.shortUrl.replace(/^https?:\/\//, '')}/c/${f.linkCode}`,
  };
  const { text, parts } = renderSms(template, f.language, values);
  return { text, parts };
}

function deadlineOf(template: TemplateKey, f: SmsFacts): Date {
  if (template.startsWith('pay') || template === 'cancelled_unpaid') return need(f.payBefore, 'a payment deadline');
  const { schedule } = f.offering.facts;
  if (template === 'exam_expired') return need(schedule, 'a date').examDeadline;
  return need(examDeadlineFor(schedule, f.now), 'an exam deadline');
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'Asia/Amman' });
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** 0 = Sunday, by the civil day in Amman. */
const weekdayInAmman = (at: Date): number => WEEKDAYS.indexOf(weekday.format(at));
