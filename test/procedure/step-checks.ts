import { isLive } from '#procedure/lifecycle/states.ts';
import { deadlinesOf, leastTimeMs } from './checks.ts';
import type { Outcome, WorldEvent } from './events.ts';
import { type Message, type Request, Violation, type World } from './world.ts';

/** One event, and what came of it. */
export type Change = { readonly before: World; readonly event: WorldEvent; readonly outcome: Outcome };

/** What must hold of every event, each led by its clause or ruling. */
export type ChangeCheck = { readonly ruling: string; readonly says: string; readonly holds: (c: Change) => boolean };

type Pair = { readonly was: Request | undefined; readonly is: Request; readonly index: number };

const pairs = (c: Change): Pair[] =>
  c.outcome.world.requests.map((is, index) => ({ was: c.before.requests[index], is, index }));

/** The messages that this event sent to the request. */
const sent = ({ was, is }: Pair): readonly Message[] => is.messages.slice(was?.messages.length ?? 0);
const got = (p: Pair, ...clauses: Message['clause'][]): boolean => sent(p).some((m) => clauses.includes(m.clause));
const stateOf = (r: Request | undefined) => r?.facts.state ?? null;

const concerns = (event: WorldEvent, index: number, ...kinds: WorldEvent['kind'][]): boolean =>
  kinds.includes(event.kind) && 'who' in event && event.who === index;

const redated = (c: Change): boolean => c.outcome.world.offering.dateVersion > c.before.offering.dateVersion;
const postponed = (c: Change): boolean => c.outcome.actions.includes('postpone');
const held = (c: Change): boolean => c.outcome.actions.includes('confirm_held');
const taken = (r: Request | undefined): boolean => ['confirmed', 'attended', 'absent'].includes(stateOf(r) ?? '');

/** Paid in time and exactly, cancelled for non-payment, a seat free, the course ahead: it must be reinstated (ruling H). */
function mustReinstate(c: Change): boolean {
  if (c.event.kind !== 'pay' || c.event.how !== 'in_time') return false;
  const r = c.before.requests[c.event.who];
  const o = c.before.offering;
  const ahead = ['gathering', 'admitting', 'confirmed', 'postponed'].includes(o.state);
  const begun = o.schedule !== null && c.before.now >= o.schedule.startsAt;
  return stateOf(r) === 'cancelled' && r?.facts.reason === 'unpaid' && ahead && !begun && o.active < o.max;
}

function enoughTime(c: Change, p: Pair): boolean {
  const letIn = c.event.kind === 'submit' && p.was === undefined;
  const passed = concerns(c.event, p.index, 'pass');
  if (!letIn && !passed) return true;
  // Staff, or money that was paid in time, can bring about the exam after its deadline: it then ends with the decision.
  const sentLate = p.was?.examSentAt && p.was.examSentAt >= deadlinesOf(c.before).examDeadline;
  if (passed && sentLate) return true;
  const left = deadlinesOf(c.before).decisionAt.getTime() - c.before.now.getTime();
  const state = stateOf(p.is);
  if (state === 'awaiting_payment') return left > leastTimeMs(c.before, false);
  return state === 'awaiting_exam' && letIn ? left > leastTimeMs(c.before, true) : true;
}

export const CHANGE_CHECKS: readonly ChangeCheck[] = [
  {
    ruling: 'C',
    says: 'nobody confirmed is un-confirmed but by own withdrawal, by staff, or with the whole offering',
    holds: (c) =>
      c.event.kind === 'cancel' ||
      pairs(c).every((p) => !taken(p.was) || taken(p.is) || concerns(c.event, p.index, 'withdraw', 'end')),
  },
  {
    ruling: '5',
    says: 'a postponement reaches every live request',
    holds: (c) => !postponed(c) || pairs(c).every((p) => !isLive(stateOf(p.is)) || got(p, '5', '5+N2')),
  },
  {
    ruling: 'N2',
    says: 'a new date reaches everyone who was live',
    holds: (c) => !redated(c) || pairs(c).every((p) => !isLive(stateOf(p.is)) || got(p, 'N2', '5+N2')),
  },
  {
    ruling: 'D',
    says: 'who is confirmed gets nothing but the date, and who paid is never asked to pay again',
    holds: (c) =>
      pairs(c).every((p) => {
        const asked = (p.was?.facts.paid ?? 0) > 0 && got(p, '7.1', '7.2', '7.3.1');
        return !asked && (!redated(c) || stateOf(p.was) !== 'confirmed' || sent(p).length === 1);
      }),
  },
  {
    ruling: 'B4',
    says: 'a course is held with its minimum of confirmed requests, or because staff hold it anyway',
    holds: (c) =>
      !held(c) || c.before.offering.heldAnyway || c.outcome.world.offering.confirmed >= c.before.offering.min,
  },
  {
    ruling: 'B5',
    says: 'a course is postponed only below its minimum, and never when staff hold it anyway',
    holds: (c) =>
      !postponed(c) || (!c.before.offering.heldAnyway && c.before.offering.confirmed < c.before.offering.min),
  },
  {
    ruling: 'N1',
    says: 'at the decision every unpaid request is cancelled and told, unless the municipality keeps it',
    holds: (c) =>
      c.event.kind !== 'decide' ||
      (c.before.setup.policy.unpaidOnPostponement === 'keep' && postponed(c)) ||
      pairs(c).every((p) => stateOf(p.was) !== 'awaiting_payment' || (stateOf(p.is) === 'cancelled' && got(p, 'N1'))),
  },
  {
    ruling: 'E',
    says: 'the waiting list moves up in the order of submission',
    holds: (c) => {
      const moved = pairs(c).filter(
        (p) =>
          stateOf(p.was) === 'waitlisted' &&
          !['waitlisted', 'withdrawn', 'cancelled'].includes(stateOf(p.is) ?? '') &&
          !concerns(c.event, p.index, 'end'),
      );
      const left = pairs(c)
        .filter((p) => stateOf(p.is) === 'waitlisted')
        .map((p) => p.is.facts.order);
      return moved.every((p) => left.every((order) => order > p.is.facts.order));
    },
  },
  {
    ruling: 'E',
    says: 'nobody is moved up after the intake has closed, until a new date opens it',
    holds: (c) =>
      c.before.now < deadlinesOf(c.before).intakeClosesAt ||
      redated(c) ||
      pairs(c).every(
        (p) => stateOf(p.was) !== 'waitlisted' || !isLive(stateOf(p.is)) || stateOf(p.is) === 'waitlisted',
      ),
  },
  {
    ruling: 'L',
    says: 'people are taken in by themselves only while the intake is open',
    holds: (c) => {
      if (c.event.kind !== 'submit') return true;
      const gathers = ['gathering', 'admitting'].includes(c.before.offering.state);
      const open = gathers && c.before.now < deadlinesOf(c.before).intakeClosesAt;
      const room = c.before.offering.active < c.before.offering.max || c.before.offering.waitingListOpen;
      return (c.outcome.refusal === null) === (open && room);
    },
  },
  {
    ruling: 'N',
    says: 'whoever is let in has time to sit and to pay',
    holds: (c) => pairs(c).every((p) => enoughTime(c, p)),
  },
  {
    ruling: 'G',
    says: 'withdrawal is possible until the course starts, and not after',
    holds: (c) => {
      if (c.event.kind !== 'withdraw') return true;
      const { schedule } = c.before.offering;
      return (c.outcome.refusal === null) === (schedule === null || c.before.now < schedule.startsAt);
    },
  },
  {
    ruling: 'H',
    says: 'who paid in time is reinstated when the notice comes late and a seat is free',
    holds: (c) => {
      if (!mustReinstate(c) || !('who' in c.event)) return true;
      return stateOf(c.outcome.world.requests[c.event.who]) === 'confirmed';
    },
  },
  {
    ruling: 'H',
    says: 'a payment that is not applied is answered with a message, unless it is paid a second time',
    holds: (c) =>
      pairs(c).every((p) => {
        const kind = p.is.cases.slice(p.was?.cases.length ?? 0).find((x) => x.kind !== 'refund')?.kind;
        return kind === undefined || kind === 'second_payment' || sent(p).length === 1;
      }),
  },
  {
    ruling: '6.3.2',
    says: 'who fails the exam is rejected and told so; who passes is not',
    holds: (c) =>
      pairs(c).every((p) => {
        if (concerns(c.event, p.index, 'fail')) return stateOf(p.is) === 'rejected' && got(p, '6.3.2', '7.3.2');
        return !concerns(c.event, p.index, 'pass') || isLive(stateOf(p.is));
      }),
  },
  {
    ruling: 'H3',
    says: 'who holds an accepted proof does not await the exam',
    holds: (c) => pairs(c).every((p) => p.is.facts.proof !== 'accepted' || stateOf(p.is) !== 'awaiting_exam'),
  },
  {
    ruling: 'J',
    says: 'whoever is confirmed learns it in that moment, with the clause that confirms',
    holds: (c) =>
      c.outcome.world.offering.schedule === null ||
      pairs(c).every((p) => stateOf(p.is) !== 'confirmed' || taken(p.was) || got(p, '6.1', '6.2', '6.3.1', '7.4')),
  },
  {
    ruling: '8',
    says: 'the evaluation goes to those who came, or to everyone confirmed when nobody kept a list',
    holds: (c) => {
      if (c.event.kind !== 'evaluate') return pairs(c).every((p) => !got(p, '8'));
      const recorded = c.before.requests.some((r) => r.facts.attendance !== null);
      return pairs(c).every(
        (p) => got(p, '8') === (taken(p.was) && (!recorded || p.was?.facts.attendance === 'present')),
      );
    },
  },
];

/** @throws Violation for the first check (of those wanted) that does not hold */
export function checkChange(change: Change, checks: readonly ChangeCheck[] = CHANGE_CHECKS): void {
  for (const check of checks) if (!check.holds(change)) throw new Violation(check.ruling, check.says);
}
