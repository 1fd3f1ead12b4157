import { plusMs } from '#kernel/time.ts';
import type { Work } from '#platform/app.ts';
import { type Batch, createBatch } from '#platform/db/batch.ts';
import { newId } from '#platform/vault/random.ts';
import { activeDelta, type Decision, type OfferingFacts, type Step } from '#procedure/lifecycle/decision.ts';
import { remindersOf } from '#procedure/messages/reminders.ts';
import {
  type OfferingPatch,
  type OfferingRecord,
  offeringUpdate,
  replaceMeetings,
  scheduleColumns,
} from '../catalogue/index.ts';
import { orderSms } from '../messages/index.ts';
import type { CarryOut } from './decision-act.ts';
import { prepareMessages } from './decision-messages.ts';
import { addRequest, applyStep, beginRunning, runningOf } from './running.ts';
import { insertReminders, statements } from './store.ts';
import { writeMoney } from './write-money.ts';

/**
 * Saves a decision as a whole: states, seats, bills, history, finance cases, the ledger, reminders, messages and their job, all in
 * the caller's transaction, with the offering held. Every step is checked against the table of transitions.
 *
 * @throws Error when a step is not in the table, or a check of the database refuses: nothing is kept
 */
export async function carryOut(work: Work, act: CarryOut): Promise<OfferingRecord> {
  const { record, decision } = act;
  const running = beginRunning(act.applications, act.fresh);
  const after = offeringAfter(record, decision);
  for (const step of decision.steps) applyStep(work, runningOf(running, step), step, after);
  const speaking = await prepareMessages(work, act, after, running);

  const batch = createBatch();
  for (const one of running.values()) addRequest(work, batch, one);
  for (const link of speaking.links) batch.add(statements.insertLink(work.tx, link));
  addOfferingChange(work, batch, act, after);
  const causes = await writeHistory(work, batch, act, after);
  await writeMeetings(work, act);
  await writeMoney(work, act, running);
  await insertReminders(work.tx, remindersFor(work, decision.steps, after.facts));
  await orderSms(work, speaking.drafts(causes));
  return after;
}

/** The offering as the messages and reminders of this decision see it. */
export function offeringAfter(record: OfferingRecord, decision: Decision): OfferingRecord {
  const change = decision.offering;
  const facts: OfferingFacts = {
    ...record.facts,
    active: record.facts.active + activeDelta(decision.steps),
    ...(change && {
      state: change.state,
      ...(change.schedule !== undefined && { schedule: change.schedule }),
      ...(change.plannedSchedule !== undefined && { plannedSchedule: change.plannedSchedule }),
      ...(change.dateVersion !== undefined && { dateVersion: change.dateVersion }),
      ...(change.heldAnyway !== undefined && { heldAnyway: change.heldAnyway }),
    }),
  };
  return { ...record, facts };
}

const countOf = (steps: readonly Step[], state: Step['to']): number =>
  steps.reduce((sum, s) => sum + Number(s.to === state) - Number(s.from === state), 0);

/** What the steps add to the counters of their offering. */
export const countsOf = (steps: readonly Step[]) => ({
  active: activeDelta(steps),
  confirmed: countOf(steps, 'confirmed'),
  waitlisted: countOf(steps, 'waitlisted'),
});

function addOfferingChange(work: Work, batch: Batch, act: CarryOut, after: OfferingRecord): void {
  const { decision, record } = act;
  const change = decision.offering;
  const { active, confirmed, waitlisted } = countsOf(decision.steps);
  if (!change && active === 0 && confirmed === 0 && waitlisted === 0) return;
  const deltas = { activeDelta: active, confirmedDelta: confirmed, waitlistedDelta: waitlisted };
  const patch: OfferingPatch = change ? { ...deltas, ...offeringColumns(work, act, after) } : deltas;
  batch.add(offeringUpdate(work.tx, record.facts.id, patch));
}

async function writeMeetings(work: Work, act: CarryOut): Promise<void> {
  const { record } = act;
  const change = act.decision.offering;
  const dateSet = change?.schedule && change.schedule !== null;
  const dateMeetings = act.newMeetings ?? (change?.actions.includes('postpone') ? record.plannedMeetings : null);
  if (dateSet && dateMeetings) await replaceMeetings(work.tx, record.facts.id, dateMeetings);
}

function offeringColumns(
  work: Work,
  { decision, record, newMeetings }: CarryOut,
  after: OfferingRecord,
): OfferingPatch {
  const change = decision.offering;
  if (!change) return {};
  const { facts } = after;
  const planned = change.plannedSchedule;
  return {
    state: change.state,
    dateVersion: facts.dateVersion,
    heldAnyway: facts.heldAnyway,
    ...(change.schedule !== undefined && scheduleColumns(change.schedule)),
    ...(change.actions.includes('postpone') && { lastStartsAt: record.facts.schedule?.startsAt ?? null }),
    ...(change.schedule !== undefined && { postponedAt: change.schedule === null ? work.now : null }),
    ...(planned !== undefined && {
      plannedStartsAt: planned?.startsAt ?? null,
      plannedMeetings: planned
        ? (newMeetings ?? []).map((m) => ({ startsAt: m.startsAt.toISOString(), endsAt: m.endsAt.toISOString() }))
        : null,
    }),
    ...(change.actions.includes('end') && {
      evaluationDueAt: plusMs(facts.schedule?.endsAt ?? work.now, work.app.settings.evaluationDelayMinutes * 60_000),
    }),
  };
}

const historyCommon = (work: Work, act: CarryOut, after: OfferingRecord) => ({
  at: work.now,
  offeringId: act.record.facts.id,
  actor: work.actorName ?? work.actor,
  dateVersion: after.facts.dateVersion,
  details: act.details ?? null,
});

/** One row for each step, in their order. */
export const historyOfSteps = (work: Work, act: CarryOut, after: OfferingRecord) =>
  act.decision.steps.map((s) => ({
    ...historyCommon(work, act, after),
    applicationId: s.application,
    action: s.action,
    fromState: s.from,
    toState: s.to,
    clause: s.clause,
    reason: s.reason ?? null,
  }));

async function writeHistory(
  work: Work,
  batch: Batch,
  act: CarryOut,
  after: OfferingRecord,
): Promise<readonly number[]> {
  const { decision, record } = act;
  const common = historyCommon(work, act, after);
  const named = act.offeringAct ? [act.offeringAct] : [];
  const acts = [...named, ...(decision.offering?.actions ?? [])].map((action) => ({
    ...common,
    applicationId: null,
    action,
    fromState: record.facts.state,
    toState: after.facts.state,
    clause: null,
    reason: null,
  }));
  const steps = historyOfSteps(work, act, after);
  if (acts.length + steps.length === 0) return [];
  const ids = await batch.runWith(work.tx, statements.insertHistory(work.tx, [...acts, ...steps]));
  return ids.slice(acts.length);
}

/** The reminders that the steps call for. */
export function remindersFor(work: Work, steps: readonly Step[], after: OfferingFacts) {
  const rows = steps.flatMap((s) =>
    remindersOf(s, after, work.now).map((r) => ({
      id: newId(),
      applicationId: s.application,
      kind: r.kind,
      dateVersion: after.dateVersion,
      dueAt: r.dueAt,
      doneAt: null,
    })),
  );
  // One command may name the same reminder twice (a promotion and its admission): the later one counts.
  const last = new Map(rows.map((r) => [`${r.applicationId} ${r.kind}`, r]));
  return [...last.values()];
}
