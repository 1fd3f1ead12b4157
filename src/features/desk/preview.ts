import type { Lang } from '#kernel/lang.ts';
import { type Fils, fils } from '#kernel/money.ts';
import type { Settings } from '#platform/app.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import { type Meeting, weekdayOf } from '#procedure/catalogue/calendar.ts';
import type { SmsOrder } from '#procedure/lifecycle/decision.ts';
import { COMPACT_TWIN, type TemplateKey } from '#procedure/messages/templates.ts';
import type { ApplicationRecord, Prepared } from '../applications/index.ts';
import type { OfferingRecord } from '../catalogue/index.ts';
import { type PlaceholderValues, renderSms } from '../messages/index.ts';

/** One message of an act: who gets it, in which language, and what it says. */
export type PreviewSms = {
  readonly template: TemplateKey;
  readonly clause: string | null;
  readonly language: Lang;
  readonly text: string;
  readonly parts: number;
  readonly names: readonly string[];
};

export type Preview = {
  readonly sms: readonly PreviewSms[];
  readonly refunds: { readonly count: number; readonly total: Fils };
  /** The date is only kept ready: the messages go out if the minimum is missed. */
  readonly later: boolean;
  readonly newDate: Date | null;
};

/** What stands for what is not known before the act: payment number and personal link. */
const SAMPLE_NUMBER = '0000000000';
/** In these the amount is money that moved, not the fee. */
const MOVED_MONEY: readonly TemplateKey[] = ['course_cancelled_paid', 'withdrawn_paid', 'refund_done', 'payment_late'];
const SAMPLE_LINK = 'xxxxxxxxxx';

/**
 * Which SMS an act would send to whom, and which money would go back. Nothing is done.
 * @param present the meetings as they are, for messages that tell them
 */
export function previewOf(prepared: Prepared, present: readonly Meeting[], settings: Settings): Preview {
  const { record, decision, applications, newMeetings } = prepared;
  const meetings = newMeetings ?? present;
  const planned = decision.offering?.actions.length === 0 ? (decision.offering.plannedSchedule ?? null) : null;
  const schedule = planned ?? decision.offering?.schedule ?? record.facts.schedule;
  const after: OfferingRecord = { ...record, facts: { ...record.facts, schedule } };
  const byId = new Map(applications.map((a) => [a.row.id, a]));
  const orders = planned
    ? applications.map((a) => ({ a, order: { template: 'postponed_new_date', clause: '5+N2' } as SmsOrder }))
    : decision.steps.flatMap((s) => {
        const a = byId.get(s.application);
        return a ? s.sms.map((order) => ({ a, order })) : [];
      });

  const groups = new Map<string, { order: SmsOrder; template: TemplateKey; all: ApplicationRecord[] }>();
  for (const { a, order } of orders) {
    const template = chosen(order.template, settings.smsCourseInfo);
    const key = `${template} ${order.clause} ${a.row.language}`;
    const group = groups.get(key) ?? { order, template, all: [] };
    group.all.push(a);
    groups.set(key, group);
  }
  const sms = [...groups.values()].flatMap(({ order, template, all }): PreviewSms[] => {
    const [first] = all;
    if (!first) return [];
    const { language } = first.row;
    const old = record.facts.schedule?.startsAt ?? record.lastStartsAt;
    const days = meetings.map((m) => weekdayOf(civilDay(m.startsAt)));
    const values = sampleValues(after, first, template, { old, days, end: meetings[0]?.endsAt ?? null, settings });
    const { text, parts } = renderSms(template, language, values);
    return [{ template, clause: order.clause, language, text, parts, names: all.map(nameOf) }];
  });
  const amounts = decision.steps.flatMap((s) => (s.financeCase ? [s.financeCase.amount] : []));
  const refunds = { count: amounts.length, total: fils(amounts.reduce((sum, n) => sum + n, 0)) };
  return { sms, refunds, later: planned !== null, newDate: newMeetings ? (schedule?.startsAt ?? null) : null };
}

/** The four-part name of who made a request. */
export const nameOf = ({ row }: ApplicationRecord): string =>
  [row.firstName, row.fatherName, row.grandfatherName, row.familyName].join(' ');

function chosen(template: TemplateKey, form: Settings['smsCourseInfo']): TemplateKey {
  const twins: Partial<Record<TemplateKey, TemplateKey>> = COMPACT_TWIN;
  return form === 'compact' ? (twins[template] ?? template) : template;
}

type Around = {
  readonly old: Date | null;
  readonly days: readonly number[];
  readonly end: Date | null;
  readonly settings: Settings;
};

function sampleValues(
  { facts, courseSms, venueSms, hours }: OfferingRecord,
  { row, facts: person }: ApplicationRecord,
  template: TemplateKey,
  { old, days, end, settings }: Around,
): PlaceholderValues {
  const start = facts.schedule?.startsAt ?? old ?? row.submittedAt;
  const { schedule } = facts;
  const ofExam = template.startsWith('exam') || template.startsWith('proof');
  return {
    course: courseSms[row.language],
    venue: venueSms[row.language],
    day: start,
    date: start,
    time: start,
    newdate: start,
    olddate: old ?? start,
    end: end ?? start,
    until: start,
    deadline: (ofExam ? schedule?.examDeadline : schedule?.decisionAt) ?? start,
    opens: person.retakeFrom ?? start,
    days: days.length > 0 ? days : [weekdayOf(civilDay(start))],
    hours,
    minutes: 5,
    amount: MOVED_MONEY.includes(template) ? person.paid : fils(row.feeFils),
    paid: person.paid,
    ref: row.reference,
    payno: SAMPLE_NUMBER,
    code: '',
    url: `${settings.shortUrl.replace(/^https?:\/\//, '')}/c/${SAMPLE_LINK}`,
  };
}
