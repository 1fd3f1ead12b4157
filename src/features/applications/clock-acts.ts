import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import type { Work } from '#platform/app.ts';
import { decideEnd, decideEvaluation } from '#procedure/lifecycle/course-days.ts';
import type { Decision, Step } from '#procedure/lifecycle/decision.ts';
import { decideDecisionTime } from '#procedure/lifecycle/decision-time.ts';
import { decideStart } from '#procedure/lifecycle/offering-acts.ts';
import { LIVE_STATES } from '#procedure/lifecycle/states.ts';
import { REMINDERS, type ReminderKind } from '#procedure/messages/reminders.ts';
import { lockOffering, saveOffering } from '../catalogue/index.ts';
import { carryOut } from './carry-out.ts';
import { applicationsOf, finishReminder, lockApplication } from './store.ts';

/** The decision time of an offering (ruling B, steps 2 to 5). Nothing happens when it is not due or was taken before. */
export async function takeDecision(work: Work, id: OfferingId): Promise<boolean> {
  const record = await lockOffering(work.tx, id);
  const facts = record?.facts;
  if (!record || !facts?.schedule || work.now < facts.schedule.decisionAt) return false;
  if (facts.state !== 'gathering' && facts.state !== 'admitting') return false;
  const applications = await applicationsOf(work.tx, id, LIVE_STATES, work.now);
  const policy = { unpaidOnPostponement: work.app.settings.unpaidOnPostponement };
  const decision = decideDecisionTime(
    facts,
    applications.map((a) => a.facts),
    work.now,
    policy,
  );
  const newMeetings = decision.offering?.schedule ? record.plannedMeetings : null;
  await carryOut(work, { record, decision, applications, ...(newMeetings && { newMeetings }) });
  return true;
}

/** The first session begins. */
export async function startCourse(work: Work, id: OfferingId): Promise<boolean> {
  const record = await lockOffering(work.tx, id);
  const schedule = record?.facts.schedule;
  if (record?.facts.state !== 'confirmed' || !schedule || work.now < schedule.startsAt) return false;
  await carryOut(work, { record, decision: decideStart(), applications: [] });
  return true;
}

/** The last session is over. */
export async function endCourse(work: Work, id: OfferingId): Promise<boolean> {
  const record = await lockOffering(work.tx, id);
  const schedule = record?.facts.schedule;
  if (record?.facts.state !== 'running' || !schedule || work.now < schedule.endsAt) return false;
  const people = await applicationsOf(work.tx, id, ['confirmed'], work.now);
  await carryOut(work, { record, decision: decideEnd(people.map((a) => a.facts)), applications: people });
  return true;
}

/** Clause 8: the evaluation link, once. */
export async function inviteToEvaluate(work: Work, id: OfferingId): Promise<boolean> {
  const record = await lockOffering(work.tx, id);
  if (record?.facts.state !== 'held' || record.evaluationSentAt) return false;
  if (!record.evaluationDueAt || work.now < record.evaluationDueAt) return false;
  const people = await applicationsOf(work.tx, id, ['confirmed', 'attended'], work.now);
  const decision: Decision = decideEvaluation(people.map((a) => a.facts));
  await carryOut(work, { record, decision, applications: people });
  await saveOffering(work.tx, id, { evaluationSentAt: work.now });
  return true;
}

/** A reminder whose time has come is sent if it is still true, and is done either way. */
export async function remind(
  work: Work,
  reminder: {
    readonly id: string;
    readonly kind: ReminderKind;
    readonly dateVersion: number;
    readonly applicationId: ApplicationId;
    readonly offeringId: OfferingId;
  },
): Promise<boolean> {
  const record = await lockOffering(work.tx, reminder.offeringId);
  const application = await lockApplication(work.tx, reminder.applicationId, work.now);
  if (!record || !application || !(await finishReminder(work.tx, reminder.id, work.now))) return false;
  const rule = REMINDERS[reminder.kind];
  const { row } = application;
  const stillTrue =
    row.state === rule.state &&
    row.offeringId === reminder.offeringId &&
    record.facts.dateVersion === reminder.dateVersion &&
    rule.offering.includes(record.facts.state) &&
    row.evaluatedAt === null;
  if (!stillTrue) return false;
  const step: Step = {
    application: row.id,
    action: 'remind',
    from: row.state,
    to: row.state,
    clause: null,
    sms: [{ template: rule.template, clause: null }],
  };
  await carryOut(work, { record, decision: { steps: [step] }, applications: [application] });
  return true;
}
