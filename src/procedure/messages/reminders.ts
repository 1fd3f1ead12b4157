import { DAY_MS, plusMs } from '#kernel/time.ts';
import type { OfferingFacts, Step } from '../lifecycle/decision.ts';
import type { ApplicationState, OfferingState } from '../lifecycle/states.ts';
import type { TemplateKey } from './templates.ts';

export const REMINDER_KINDS = [
  'exam_half',
  'exam_last_day',
  'pay_half',
  'pay_last_day',
  'day_before',
  'evaluation_week',
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];
export type Reminder = { readonly kind: ReminderKind; readonly dueAt: Date };

/** Which reminder sends which SMS, and in which states of request and offering it is still true. */
export const REMINDERS: Readonly<
  Record<ReminderKind, { template: TemplateKey; state: ApplicationState; offering: readonly OfferingState[] }>
> = {
  exam_half: { template: 'exam_reminder', state: 'awaiting_exam', offering: ['admitting', 'gathering'] },
  exam_last_day: { template: 'exam_reminder', state: 'awaiting_exam', offering: ['admitting', 'gathering'] },
  pay_half: { template: 'pay_reminder', state: 'awaiting_payment', offering: ['admitting'] },
  pay_last_day: { template: 'pay_reminder', state: 'awaiting_payment', offering: ['admitting'] },
  day_before: { template: 'day_before', state: 'confirmed', offering: ['confirmed'] },
  evaluation_week: { template: 'evaluation_reminder', state: 'attended', offering: ['held'] },
};

/** Half of the time gone, and the last day where that is later. */
function halfAndLastDay(half: ReminderKind, last: ReminderKind, now: Date, until: Date): Reminder[] {
  const middle = plusMs(now, (until.getTime() - now.getTime()) / 2);
  const lastDay = plusMs(until, -DAY_MS);
  return [{ kind: half, dueAt: middle }, ...(lastDay > middle ? [{ kind: last, dueAt: lastDay }] : [])];
}

/**
 * The reminders that a step calls for. They are sent only if still true at their time.
 * @param o the offering as it is after the step
 */
export function remindersOf(step: Step, o: OfferingFacts, now: Date): Reminder[] {
  const reminders: Reminder[] = [];
  if (step.exam?.deadline) {
    reminders.push(...halfAndLastDay('exam_half', 'exam_last_day', step.exam.opensAt ?? now, step.exam.deadline));
  }
  if (step.bill?.kind === 'open' || step.bill?.kind === 'reopen') {
    reminders.push(...halfAndLastDay('pay_half', 'pay_last_day', now, step.bill.payBefore));
  }
  const newlySure = step.to === 'confirmed' && (step.from !== 'confirmed' || step.action === 'carry_over');
  if (newlySure && o.schedule) {
    const dueAt = plusMs(o.schedule.startsAt, -DAY_MS);
    if (dueAt > now) reminders.push({ kind: 'day_before', dueAt });
  }
  if (step.action === 'invite_evaluation') reminders.push({ kind: 'evaluation_week', dueAt: plusMs(now, 7 * DAY_MS) });
  return reminders.filter((r) => r.dueAt > now);
}
