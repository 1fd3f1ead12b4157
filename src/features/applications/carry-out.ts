import type { ApplicationId } from '#kernel/ids.ts';
import { luhnCheckDigit } from '#kernel/luhn.ts';
import { type Fils, fils } from '#kernel/money.ts';
import { plusMs } from '#kernel/time.ts';
import type { Work } from '#platform/app.ts';
import { ACCESS_ALPHABET, newId, randomCode, randomDigits } from '#platform/vault/random.ts';
import type { Meeting } from '#procedure/catalogue/calendar.ts';
import { activeDelta, type Decision, type OfferingFacts, type Step } from '#procedure/lifecycle/decision.ts';
import { isLive } from '#procedure/lifecycle/states.ts';
import { targetOf } from '#procedure/lifecycle/transitions.ts';
import { remindersOf } from '#procedure/messages/reminders.ts';
import {
  meetingsOf,
  type OfferingPatch,
  type OfferingRecord,
  replaceMeetings,
  saveOffering,
  scheduleColumns,
} from '../catalogue/index.ts';
import { orderSms, type SmsDraft } from '../messages/index.ts';
import { chosenForm, composeSms, linkPurposeOf } from './compose-sms.ts';
import { linkBook } from './links.ts';
import {
  type ApplicationRecord,
  type ApplicationRow,
  type BillRow,
  insertApplication,
  insertBill,
  insertFinanceCase,
  insertHistory,
  insertReminders,
  updateApplication,
  updateBill,
} from './store.ts';

/** Characters of a reference, for example `H5T8W3`. */
export const REFERENCE_LENGTH = 6;

/** A request as it changes while the steps of one decision are carried out. */
type Running = {
  readonly row: ApplicationRow;
  bill: BillRow | null;
  readonly isNew: boolean;
  dirty: boolean;
  billChange: 'none' | 'insert' | 'update';
};

export type CarryOut = {
  readonly record: OfferingRecord;
  readonly decision: Decision;
  /** Every request that a step names. */
  readonly applications: readonly ApplicationRecord[];
  /** The request among them that does not exist yet: it is inserted as the steps leave it. */
  readonly fresh?: ApplicationId;
  /** Meetings of the new date, where the decision sets one. */
  readonly newMeetings?: readonly Meeting[];
  readonly noticeId?: string;
  /** An act of staff on the offering itself, noted in its history with the details whatever else it changes. */
  readonly offeringAct?: 'hold_anyway' | 'plan_new_date' | 'change_venue' | 'record_attendance';
  /** Words for the history: a reason of staff, a venue. */
  readonly details?: Readonly<Record<string, string | number | null>>;
};

/**
 * Saves a decision as a whole: states, seats, bills, history, finance cases, reminders, messages and their job, all in
 * the caller's transaction, with the offering held. Every step is checked against the table of transitions.
 *
 * @throws Error when a step is not in the table, or a check of the database refuses: nothing is kept
 */
export async function carryOut(work: Work, act: CarryOut): Promise<OfferingRecord> {
  const { record, decision } = act;
  const running = new Map<ApplicationId, Running>(
    act.applications.map((a) => [
      a.row.id,
      {
        row: { ...a.row },
        bill: a.bill && { ...a.bill },
        isNew: act.fresh === a.row.id,
        dirty: false,
        billChange: 'none',
      },
    ]),
  );
  const after = offeringAfter(record, decision);
  for (const step of decision.steps) applyStep(work, runningOf(running, step), step, after);
  for (const one of running.values()) await saveApplication(work, one);

  await saveOfferingChange(work, act, after);
  const causes = await writeHistory(work, act, after);
  await writeCases(work, act);
  await writeReminders(work, decision.steps, after.facts);
  await writeMessages(work, act, after, running, causes);
  return after;
}

function runningOf(running: ReadonlyMap<ApplicationId, Running>, step: Step): Running {
  const one = running.get(step.application);
  if (!one) throw new Error('a step names a request that was not loaded');
  return one;
}

/** The offering as the messages and reminders of this decision see it. */
function offeringAfter(record: OfferingRecord, decision: Decision): OfferingRecord {
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

function applyStep(work: Work, one: Running, step: Step, after: OfferingRecord): void {
  const from = step.from === null ? null : one.row.state;
  if (from !== step.from || targetOf(step.from, step.action) !== step.to) {
    throw new Error(`step ${step.action} from ${step.from} to ${step.to} is not in the table (state ${one.row.state})`);
  }
  const { row } = one;
  row.state = step.to;
  row.reason = step.reason ?? (isLive(step.to) ? null : row.reason);
  row.clause = step.clause ?? row.clause;
  row.proof = step.proof ?? row.proof;
  row.attendance = step.attendance ?? row.attendance;
  if (step.exam) {
    row.examLinkVersion = after.facts.dateVersion;
    row.examOpensAt = step.exam.opensAt;
  }
  if (step.action === 'invite_evaluation') row.evaluationSentAt = work.now;
  if (step.bill) changeBill(work, one, step.bill);
  one.dirty = true;
}

function changeBill(work: Work, one: Running, change: NonNullable<Step['bill']>): void {
  if (change.kind === 'open') {
    one.bill = newBill(work, one.row, change.payBefore);
    one.billChange = 'insert';
    return;
  }
  if (!one.bill) throw new Error('a bill that changes does not exist');
  if (change.kind === 'reopen') Object.assign(one.bill, { state: 'open', payBefore: change.payBefore });
  if (change.kind === 'close') one.bill.state = 'closed';
  if (change.kind === 'suspend') one.bill.state = 'suspended';
  if (change.kind === 'settle') {
    Object.assign(one.bill, { state: 'paid', paidAt: work.now });
    one.row.paidFils += one.bill.amountFils;
  }
  if (one.billChange === 'none') one.billChange = 'update';
}

/** The electronic payment number: nine random digits and a Luhn check digit, so that a typing slip hits no other bill. */
function payNumber(): string {
  const nine = String(1 + (Number(randomDigits(1)) % 9)) + randomDigits(8);
  return nine + luhnCheckDigit(nine);
}

const newBill = (work: Work, row: ApplicationRow, payBefore: Date): BillRow => ({
  id: newId(),
  applicationId: row.id,
  number: payNumber(),
  amountFils: row.feeFils,
  state: 'open',
  openedAt: work.now,
  payBefore,
  paidAt: null,
});

const TRIES = 20;

async function saveApplication(work: Work, one: Running): Promise<void> {
  if (one.isNew) await insertWithFreeReference(work, one.row);
  else if (one.dirty) await updateApplication(work.tx, one.row.id, changeOf(one.row, work.now));
  if (one.bill && one.billChange === 'update') {
    const { state, payBefore, paidAt } = one.bill;
    await updateBill(work.tx, one.row.id, { state, payBefore, paidAt });
  }
  if (one.bill && one.billChange === 'insert') await insertWithFreeNumber(work, one.bill);
}

async function insertWithFreeReference(work: Work, row: ApplicationRow): Promise<void> {
  const { order: _given, ...values } = row;
  for (let i = 0; i < TRIES; i += 1) {
    if (await insertApplication(work.tx, { ...values, reference: row.reference })) return;
    row.reference = randomCode(ACCESS_ALPHABET, REFERENCE_LENGTH);
  }
  throw new Error('no free reference was found');
}

async function insertWithFreeNumber(work: Work, bill: BillRow): Promise<void> {
  for (let i = 0; i < TRIES; i += 1) {
    if (await insertBill(work.tx, bill)) return;
    bill.number = payNumber();
  }
  throw new Error('no free payment number was found');
}

const changeOf = (row: ApplicationRow, now: Date) => ({
  state: row.state,
  reason: row.reason,
  clause: row.clause,
  proof: row.proof,
  attendance: row.attendance,
  examLinkVersion: row.examLinkVersion,
  examOpensAt: row.examOpensAt,
  evaluationSentAt: row.evaluationSentAt,
  paidFils: row.paidFils,
  changedAt: now,
});

const countOf = (steps: readonly Step[], state: Step['to']): number =>
  steps.reduce((sum, s) => sum + Number(s.to === state) - Number(s.from === state), 0);

async function saveOfferingChange(work: Work, act: CarryOut, after: OfferingRecord): Promise<void> {
  const { decision, record } = act;
  const change = decision.offering;
  const deltas = {
    activeDelta: activeDelta(decision.steps),
    confirmedDelta: countOf(decision.steps, 'confirmed'),
    waitlistedDelta: countOf(decision.steps, 'waitlisted'),
  };
  if (!change && deltas.activeDelta === 0 && deltas.confirmedDelta === 0 && deltas.waitlistedDelta === 0) return;
  const patch: OfferingPatch = change ? { ...deltas, ...offeringColumns(work, act, after) } : deltas;
  await saveOffering(work.tx, record.facts.id, patch);
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

async function writeHistory(work: Work, act: CarryOut, after: OfferingRecord): Promise<readonly number[]> {
  const { decision, record } = act;
  const common = {
    at: work.now,
    offeringId: record.facts.id,
    actor: work.actorName ?? work.actor,
    dateVersion: after.facts.dateVersion,
    details: act.details ?? null,
  };
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
  const steps = decision.steps.map((s) => ({
    ...common,
    applicationId: s.application,
    action: s.action,
    fromState: s.from,
    toState: s.to,
    clause: s.clause,
    reason: s.reason ?? null,
  }));
  const ids = await insertHistory(work.tx, [...acts, ...steps]);
  return ids.slice(acts.length);
}

async function writeCases(work: Work, act: CarryOut): Promise<void> {
  for (const step of act.decision.steps) {
    if (!step.financeCase) continue;
    await insertFinanceCase(work.tx, {
      id: newId(),
      kind: step.financeCase.kind,
      applicationId: step.application,
      noticeId: act.noticeId ?? null,
      amountFils: step.financeCase.amount,
      state: 'open',
      openedAt: work.now,
    });
  }
}

async function writeReminders(work: Work, steps: readonly Step[], after: OfferingFacts): Promise<void> {
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
  await insertReminders(work.tx, [...last.values()]);
}

async function writeMessages(
  work: Work,
  act: CarryOut,
  after: OfferingRecord,
  running: ReadonlyMap<ApplicationId, Running>,
  causes: readonly number[],
): Promise<void> {
  const speaking = act.decision.steps.filter((s) => s.sms.length > 0);
  if (speaking.length === 0) return;
  const known = speaking.map((s) => runningOf(running, s)).filter((r) => !r.isNew);
  const book = await linkBook(work, [...new Set(known.map((r) => r.row.id))]);
  const tellsMeetings = speaking.some((s) => s.sms.some((order) => order.template.endsWith('_full')));
  const meetings = act.newMeetings ?? (tellsMeetings ? await meetingsOf(work.tx, after.facts.id) : []);
  const drafts: SmsDraft[] = [];
  for (const [index, step] of act.decision.steps.entries()) {
    const { row, bill } = runningOf(running, step);
    for (const order of step.sms) {
      const template = chosenForm(order.template, work.app.settings.smsCourseInfo);
      const purpose = linkPurposeOf(template);
      const composed = composeSms(
        template,
        {
          offering: after,
          meetings,
          oldStart: act.record.facts.schedule?.startsAt ?? act.record.lastStartsAt,
          reference: row.reference,
          language: row.language,
          payNumber: bill?.number ?? null,
          payBefore: bill?.payBefore ?? null,
          examOpensAt: row.examOpensAt,
          fee: fils(bill?.amountFils ?? row.feeFils),
          paid: movedMoney(step, row),
          evaluationSentAt: row.evaluationSentAt,
          linkCode: await book.codeOf(row.id, purpose),
          now: work.now,
        },
        work.app.settings,
      );
      drafts.push({
        applicationId: row.id,
        reference: row.reference,
        template,
        clause: order.clause,
        dateVersion: after.facts.dateVersion,
        cause: causes[index] ?? null,
        language: row.language,
        mobile: row.guardian?.mobile ?? row.mobile,
        ...composed,
      });
    }
  }
  await orderSms(work, drafts);
}

/** Money that a message speaks of as received or given back. */
function movedMoney(step: Step, row: ApplicationRow): Fils {
  return step.financeCase?.amount ?? fils(row.paidFils);
}
