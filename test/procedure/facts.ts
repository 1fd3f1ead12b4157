import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import { fils } from '#kernel/money.ts';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { type Schedule, scheduleOf } from '#procedure/catalogue/deadlines.ts';
import type { ApplicationFacts, Decided, Decision, OfferingFacts, Step } from '#procedure/lifecycle/decision.ts';

/** First session of the offering of these facts: Sunday 10 January 2027, 16:00 in Amman. */
export const STARTS = new Date('2027-01-10T13:00:00Z');
export const ENDS = plusMs(STARTS, 2 * HOUR_MS);
export const LEAD_TIMES = { decisionLeadMs: DAY_MS, payTimeMs: DAY_MS, examTimeMs: DAY_MS };
export const COURSE_FEE = fils(15_500);

export const scheduleFrom = (startsAt: Date, needs = { paid: false, exam: false }): Schedule =>
  scheduleOf(startsAt, plusMs(startsAt, 2 * HOUR_MS), LEAD_TIMES, needs);

/** A week before the start, when everything is open. */
export const NOW = plusMs(STARTS, -7 * DAY_MS);
/** The millisecond before. */
export const justBefore = (at: Date): Date => plusMs(at, -1);

/** An offering that gathers, of 2 to 3 seats, free and without an exam; the test writes only what it is about. */
export function offeringFacts(over: Partial<OfferingFacts> = {}): OfferingFacts {
  const needs = { paid: (over.fee ?? 0) > 0, exam: over.examNeeded ?? false };
  return {
    id: 'offering' as OfferingId,
    state: 'gathering',
    schedule: scheduleFrom(STARTS, needs),
    plannedSchedule: null,
    min: 2,
    max: 3,
    fee: fils(0),
    examNeeded: false,
    waitingListOpen: true,
    heldAnyway: false,
    dateVersion: 1,
    active: 0,
    confirmed: 0,
    ...over,
  };
}

/** Request number `order`, waiting for the minimum. */
export function requestFacts(order: number, over: Partial<ApplicationFacts> = {}): ApplicationFacts {
  return {
    id: idOf(order),
    state: 'waiting_minimum',
    reason: null,
    order,
    hasPass: false,
    retakeFrom: null,
    attemptsUsed: false,
    proof: 'none',
    fee: fils(0),
    waived: fils(0),
    examLinkVersion: null,
    bill: null,
    paid: fils(0),
    otherLive: false,
    attendance: null,
    ...over,
  };
}

export const idOf = (order: number): ApplicationId => `request-${order}` as ApplicationId;

/** A request with an open bill until the decision of the offering. */
export const billed = (order: number, o: OfferingFacts, over: Partial<ApplicationFacts> = {}): ApplicationFacts =>
  requestFacts(order, {
    state: 'awaiting_payment',
    bill: { state: 'open', amount: o.fee, payBefore: o.schedule?.decisionAt ?? STARTS },
    ...over,
  });

/** The steps in short: who, which arrow, which messages. */
export const short = (steps: readonly Step[]): [number, string, ...string[]][] =>
  steps.map((s) => [Number(s.application.split('-')[1]), s.action, ...s.sms.map((m) => `${m.template} ${m.clause}`)]);

/** @throws Error when it was refused */
export function decisionOf(decided: Decided): Decision {
  if (!decided.ok) throw new Error(`refused: ${decided.error.code}`);
  return decided.value;
}

export const codeOf = (decided: { ok: true } | { ok: false; error: { code: string } }): string =>
  decided.ok ? 'ok' : decided.error.code;
