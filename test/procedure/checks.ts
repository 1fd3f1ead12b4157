import { HOUR_MS, plusMs } from '#kernel/time.ts';
import { intakeOpen } from '#procedure/catalogue/seats.ts';
import { nextStepOf } from '#procedure/lifecycle/next-step.ts';
import { isActive, isLive } from '#procedure/lifecycle/states.ts';
import { LEAD, type Request, startOf, Violation, type World } from './world.ts';

/** What must hold in every state of a world, each led by its clause or ruling. */
export type StateCheck = { readonly ruling: string; readonly says: string; readonly holds: (w: World) => boolean };

const open = (w: World): boolean => w.offering.state === 'gathering' || w.offering.state === 'admitting';
const every = (w: World, claim: (r: Request) => boolean): boolean => w.requests.every(claim);
const state = (r: Request): Request['facts']['state'] => r.facts.state;
const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

/** The deadlines of the date in force, counted anew from the lead times and not by the rules. */
export function deadlinesOf(w: World): { decisionAt: Date; examDeadline: Date; intakeClosesAt: Date } {
  const decisionAt = plusMs(startOf(w.offering.dateVersion), -LEAD.decisionLeadMs);
  const examDeadline = plusMs(decisionAt, w.setup.paid ? -LEAD.payTimeMs : 0);
  return { decisionAt, examDeadline, intakeClosesAt: plusMs(examDeadline, w.setup.exam ? -LEAD.examTimeMs : 0) };
}

/** A live request knows what comes next, and what it waits for is really so. */
function standsSomewhere(w: World, r: Request): boolean {
  const at = state(r);
  if (at === null || !isLive(at)) return true;
  const o = w.offering;
  switch (nextStepOf(at, o.state, false)) {
    case 'wait_minimum':
      return o.state === 'gathering';
    case 'wait_seat':
      return open(w) && o.active >= o.max ? true : open(w) && !intakeOpen(o, w.now);
    case 'wait_new_date':
      return o.state === 'postponed';
    case 'sit_exam':
      return r.facts.examLinkVersion !== null;
    case 'pay':
      return r.facts.bill?.state === 'open';
    case 'attend':
      return ['gathering', 'admitting', 'confirmed', 'running', 'held'].includes(o.state);
    default:
      return false;
  }
}

export const STATE_CHECKS: readonly StateCheck[] = [
  {
    ruling: 'E',
    says: 'there are never more active requests than seats',
    holds: (w) => w.offering.active <= w.offering.max,
  },
  {
    ruling: 'E',
    says: 'the counters equal a recount',
    holds: (w) =>
      w.offering.active === w.requests.filter((r) => isActive(state(r))).length &&
      w.offering.confirmed === w.requests.filter((r) => state(r) === 'confirmed').length,
  },
  {
    ruling: 'E',
    says: 'nobody is wait-listed while a seat is free and the intake is open',
    holds: (w) =>
      !open(w) ||
      w.now >= deadlinesOf(w).intakeClosesAt ||
      w.offering.active >= w.offering.max ||
      every(w, (r) => state(r) !== 'waitlisted'),
  },
  {
    ruling: 'A',
    says: 'an offering gathers only as long as its minimum is not reached',
    holds: (w) => w.offering.state !== 'gathering' || w.offering.active < w.offering.min,
  },
  {
    ruling: '6/7',
    says: 'nobody waits for the minimum once it is reached',
    holds: (w) => w.offering.state !== 'admitting' || every(w, (r) => state(r) !== 'waiting_minimum'),
  },
  {
    ruling: 'D',
    says: 'who awaits the exam while the offering admits has the link of this date',
    holds: (w) =>
      w.offering.state !== 'admitting' ||
      every(w, (r) => state(r) !== 'awaiting_exam' || r.facts.examLinkVersion === w.offering.dateVersion),
  },
  {
    ruling: '7.3',
    says: 'no payment number and no booking before the pass or the proof, where an exam is needed',
    holds: (w) =>
      !w.offering.examNeeded ||
      every(w, (r) => (!r.facts.bill && state(r) !== 'confirmed') || r.facts.hasPass || r.facts.proof === 'accepted'),
  },
  {
    ruling: '7.1',
    says: 'who awaits payment has a bill, and an open bill has somebody who awaits payment',
    holds: (w) =>
      every(w, (r) => {
        const due = r.facts.bill?.state === 'open' || r.facts.bill?.state === 'suspended';
        return due === (state(r) === 'awaiting_payment');
      }),
  },
  {
    ruling: '7.4',
    says: 'nobody is confirmed for a fee that was not received',
    holds: (w) => every(w, (r) => state(r) !== 'confirmed' || r.facts.paid === w.offering.fee),
  },
  {
    ruling: 'N1',
    says: 'an open bill ends at the decision time of the date in force, and none outlives the decision',
    holds: (w) =>
      every(w, (r) => {
        const bill = r.facts.bill;
        if (bill?.state !== 'open') return true;
        return open(w) && bill.payBefore.getTime() === deadlinesOf(w).decisionAt.getTime();
      }),
  },
  {
    ruling: 'B',
    says: 'a course that will be held leaves nobody waiting',
    holds: (w) =>
      !['confirmed', 'running', 'held', 'cancelled'].includes(w.offering.state) ||
      every(w, (r) => !isLive(state(r)) || state(r) === 'confirmed'),
  },
  {
    ruling: 'H',
    says: 'money in equals settled bills and finance cases',
    holds: (w) =>
      every(w, (r) => {
        const cases = sum(r.cases.filter((c) => c.kind !== 'refund').map((c) => c.amount));
        const settled = r.facts.bill?.state === 'paid' ? r.facts.bill.amount : 0;
        return r.facts.paid === settled && r.moneyIn === settled + cases;
      }),
  },
  {
    ruling: 'G',
    says: 'who paid and ended has one refund case of what was paid, and nobody else has one',
    holds: (w) =>
      every(w, (r) => {
        const refunds = r.cases.filter((c) => c.kind === 'refund').map((c) => c.amount);
        const ended = ['rejected', 'cancelled', 'withdrawn'].includes(state(r) ?? '');
        return ended && r.facts.paid > 0 ? refunds.length === 1 && refunds[0] === r.facts.paid : refunds.length === 0;
      }),
  },
  {
    ruling: 'M',
    says: 'no message twice for the same request, template, date-version and cause, no clause twice for one date',
    holds: (w) =>
      every(w, (r) => {
        const causes = r.messages.map((m) => `${m.template} ${m.dateVersion} ${m.cause}`);
        const clauses = r.messages.filter((m) => m.clause !== null).map((m) => `${m.clause} ${m.dateVersion}`);
        return new Set(causes).size === causes.length && new Set(clauses).size === clauses.length;
      }),
  },
  {
    ruling: 'next step',
    says: 'every live request has a next step, or a reason to wait that is true',
    holds: (w) => every(w, (r) => standsSomewhere(w, r)),
  },
];

/** @throws Violation for the first check (of those wanted) that does not hold */
export function checkState(w: World, checks: readonly StateCheck[] = STATE_CHECKS): void {
  for (const check of checks) if (!check.holds(w)) throw new Violation(check.ruling, check.says);
}

/** Least time between being let in and the payment deadline (ruling N). */
export const leastTimeMs = (w: World, sitsFirst: boolean): number =>
  (w.setup.paid ? LEAD.payTimeMs : 0) + (sitsFirst ? LEAD.examTimeMs : 0) || -HOUR_MS;
