import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import { fils } from '#kernel/money.ts';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import type { LeadTimes, Schedule } from '#procedure/catalogue/deadlines.ts';
import type { Clause } from '#procedure/lifecycle/clauses.ts';
import type {
  ApplicationFacts,
  BillChange,
  Decision,
  FinanceCaseKind,
  OfferingChange,
  OfferingFacts,
  Step,
} from '#procedure/lifecycle/decision.ts';
import { activeDelta } from '#procedure/lifecycle/decision.ts';
import type { Policy } from '#procedure/lifecycle/decision-time.ts';
import { isLive } from '#procedure/lifecycle/states.ts';
import {
  APPLICATION_TRANSITIONS,
  type ApplicationAction,
  offeringTargetOf,
  targetOf,
} from '#procedure/lifecycle/transitions.ts';
import { clauseLabel, type TemplateKey } from '#procedure/messages/templates.ts';
import type { Rules } from './rules.ts';

/** What a person brings along: nothing, a proof that staff have not judged yet, or an earlier pass. */
export type Kind = 'plain' | 'proof' | 'pass';

/** What may happen in a world beyond the ordinary course of things. */
export type Extra =
  | 'odd_payment'
  | 'elsewhere'
  | 'later_proof'
  | 'staff_entry'
  | 'staff_ending'
  | 'attendance'
  | 'hold'
  | 'planned';

export type Setup = {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly paid: boolean;
  readonly exam: boolean;
  readonly people: number;
  readonly kinds: readonly Kind[];
  /** Dates that the offering can have: 1 = it can be postponed, 2 = and then get a new date. */
  readonly dates: 1 | 2 | 3;
  readonly policy: Policy;
  readonly waitingListOpen: boolean;
  readonly extras: ReadonlySet<Extra>;
};

export type Message = {
  readonly template: TemplateKey;
  readonly clause: Clause | null;
  readonly dateVersion: number;
  /** Number of the history row that called for it. */
  readonly cause: number;
};

export type Case = { readonly kind: FinanceCaseKind; readonly amount: number };

/** A request as a store would keep it. */
export type Request = {
  readonly facts: ApplicationFacts;
  readonly messages: readonly Message[];
  readonly cases: readonly Case[];
  /** Everything that the payment network ever said was paid. */
  readonly moneyIn: number;
  readonly examOpensAt: Date | null;
  /** The deadline that the last exam link told; null = none. */
  readonly examDeadline: Date | null;
  /** When that link was sent. */
  readonly examSentAt: Date | null;
};

export type World = {
  readonly setup: Setup;
  /** The schedule of each date-version, first = 1. */
  readonly schedules: readonly Schedule[];
  readonly now: Date;
  readonly offering: OfferingFacts;
  /** In order of submission. */
  readonly requests: readonly Request[];
  readonly evaluated: boolean;
  /** History rows so far. */
  readonly rows: number;
};

/** A state or step that the procedure does not allow, led by the ruling or clause that forbids it. */
export class Violation extends Error {
  override readonly name = 'Violation';
  readonly ruling: string;
  constructor(ruling: string, message: string) {
    super(`${ruling}: ${message}`);
    this.ruling = ruling;
  }
}

export const T0 = new Date('2027-01-03T13:00:00Z');
export const FEE = fils(15_500);
export const LEAD: LeadTimes = { decisionLeadMs: 24 * HOUR_MS, payTimeMs: 24 * HOUR_MS, examTimeMs: 12 * HOUR_MS };
export const EVALUATION_DELAY_MS = 2 * HOUR_MS;
/** End of the retake wait of people who failed the exam for another course: after the first date, before the second. */
export const RETAKE_FROM = plusMs(T0, 10 * DAY_MS);

/** First session of the n-th date of every world, n from 1. */
export const startOf = (dateVersion: number): Date => plusMs(T0, (7 + 30 * (dateVersion - 1)) * DAY_MS);

/** A world before its offering is published. */
export function openWorld(setup: Setup, rules: Rules): World {
  const needs = { paid: setup.paid, exam: setup.exam };
  const schedules = [1, 2, 3].map((n) => rules.scheduleOf(startOf(n), plusMs(startOf(n), DAY_MS), LEAD, needs));
  const offering: OfferingFacts = {
    id: 'offering' as OfferingId,
    state: 'draft',
    schedule: schedules[0] ?? null,
    plannedSchedule: null,
    min: setup.min,
    max: setup.max,
    fee: fils(setup.paid ? FEE : 0),
    examNeeded: setup.exam,
    waitingListOpen: setup.waitingListOpen,
    heldAnyway: false,
    dateVersion: 1,
    active: 0,
    confirmed: 0,
  };
  return { setup, schedules, now: T0, offering, requests: [], evaluated: false, rows: 0 };
}

/** A person who is about to ask for a seat. */
export function newcomer(world: World, kind: Kind): ApplicationFacts {
  const order = world.requests.length + 1;
  return {
    id: `request-${order}` as ApplicationId,
    state: null,
    reason: null,
    order,
    hasPass: kind === 'pass',
    retakeFrom: null,
    attemptsUsed: false,
    proof: kind === 'proof' ? 'pending' : 'none',
    fee: world.offering.fee,
    waived: fils(0),
    examLinkVersion: null,
    bill: null,
    paid: fils(0),
    otherLive: false,
    attendance: null,
  };
}

const rowOf = (action: ApplicationAction) => APPLICATION_TRANSITIONS.find((t) => t.action === action);

/** Every step is an arrow of the table and says nothing that the arrow does not allow. */
function checkStep(world: World, request: Request, step: Step): void {
  const { facts } = request;
  const told = `${step.action} of ${step.application}`;
  if (facts.state !== step.from) throw new Violation('table', `${told}: it is ${facts.state}, not ${step.from}`);
  if (targetOf(step.from, step.action) !== step.to) throw new Violation('table', `${told}: no arrow to ${step.to}`);
  const allowed: readonly (Clause | null)[] = [...(rowOf(step.action)?.clauses ?? []), null];
  const free = world.offering.fee === 0;
  if (!allowed.includes(step.clause))
    throw new Violation('table', `${told}: clause ${step.clause} is not of this arrow`);
  const templates = step.sms.map((m) => m.template);
  if (new Set(templates).size !== templates.length) throw new Violation('M', `${told}: the same message twice`);
  for (const sms of step.sms) {
    if (!allowed.includes(sms.clause)) throw new Violation('table', `${told}: message of clause ${sms.clause}`);
    const again = sms.template === 'proof_rejected_exam' && sms.clause === null;
    if (!again && sms.clause !== clauseLabel(sms.template, free)) {
      throw new Violation('table', `${told}: ${sms.template} does not carry clause ${sms.clause}`);
    }
  }
}

function billAfter(world: World, facts: ApplicationFacts, change: BillChange | undefined): ApplicationFacts['bill'] {
  if (!change) return facts.bill;
  if (change.kind === 'open') {
    if (facts.bill) throw new Violation('7.1', 'a second payment number for one request');
    return { state: 'open', amount: world.offering.fee, payBefore: change.payBefore };
  }
  if (!facts.bill) throw new Violation('7.1', `${change.kind}: there is no bill`);
  if (change.kind === 'reprice') return { ...facts.bill, amount: change.amount };
  if (change.kind === 'reopen') return { ...facts.bill, state: 'open', payBefore: change.payBefore };
  const state = { settle: 'paid', close: 'closed', suspend: 'suspended' } as const;
  return { ...facts.bill, state: state[change.kind] };
}

function requestAfter(world: World, request: Request, step: Step, cause: number): Request {
  const { facts } = request;
  const dateVersion = world.offering.dateVersion;
  const messages = step.sms.map((m): Message => ({ ...m, dateVersion, cause }));
  for (const m of messages) {
    const same = request.messages.some((x) => x.clause === m.clause && x.dateVersion === m.dateVersion);
    if (m.clause !== null && same) throw new Violation('M', `clause ${m.clause} twice to ${facts.id} for one date`);
  }
  const settled = step.bill?.kind === 'settle' ? (facts.bill?.amount ?? 0) : 0;
  return {
    facts: {
      ...facts,
      state: step.to,
      reason: step.reason ?? (isLive(step.to) ? null : facts.reason),
      proof: step.proof ?? facts.proof,
      examLinkVersion: step.exam ? dateVersion : facts.examLinkVersion,
      bill: billAfter(world, facts, step.bill),
      paid: fils(facts.paid + settled),
      waived: step.waiver?.after ?? facts.waived,
      attendance: step.attendance ?? facts.attendance,
    },
    messages: messages.length === 0 ? request.messages : [...request.messages, ...messages],
    cases: step.financeCase ? [...request.cases, step.financeCase] : request.cases,
    moneyIn: request.moneyIn,
    examOpensAt: step.exam ? step.exam.opensAt : request.examOpensAt,
    examDeadline: step.exam ? step.exam.deadline : request.examDeadline,
    examSentAt: step.exam ? world.now : request.examSentAt,
  };
}

function offeringAfter(o: OfferingFacts, change: OfferingChange): OfferingFacts {
  let state = o.state;
  for (const action of change.actions) {
    const next = offeringTargetOf(state, action);
    if (next === undefined) throw new Violation('table', `the offering: no arrow ${action} from ${state}`);
    state = next;
  }
  if (state !== change.state)
    throw new Violation('table', `the offering: arrows lead to ${state}, not ${change.state}`);
  const { actions: _, ...values } = change;
  return { ...o, ...values };
}

/** Saves a decision as a store would: the offering, each request, its bill, its messages, its finance cases, the counters. */
export function applyDecision(world: World, decision: Decision, joining?: ApplicationFacts): World {
  const requests = [...world.requests];
  if (joining)
    requests.push({
      facts: joining,
      messages: [],
      cases: [],
      moneyIn: 0,
      examOpensAt: null,
      examDeadline: null,
      examSentAt: null,
    });
  const changed = decision.offering ? offeringAfter(world.offering, decision.offering) : world.offering;
  const during: World = { ...world, offering: changed };
  let confirmed = changed.confirmed;
  let rows = world.rows + (decision.offering?.actions.length ?? 0);
  for (const step of decision.steps) {
    const index = requests.findIndex((r) => r.facts.id === step.application);
    const request = requests[index];
    if (!request) throw new Violation('table', `a step for ${step.application}, who is not here`);
    checkStep(during, request, step);
    rows += 1;
    requests[index] = requestAfter(during, request, step, rows);
    confirmed += Number(step.to === 'confirmed') - Number(step.from === 'confirmed');
  }
  const active = changed.active + activeDelta(decision.steps);
  return { ...during, offering: { ...changed, active, confirmed }, requests, rows };
}
