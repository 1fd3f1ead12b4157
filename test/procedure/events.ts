import { fils } from '#kernel/money.ts';
import { assertNever, type Result } from '#kernel/result.ts';
import { plusMs } from '#kernel/time.ts';
import type { Schedule } from '#procedure/catalogue/deadlines.ts';
import type { Submission } from '#procedure/lifecycle/admission.ts';
import type { ApplicationFacts, Decided, Decision, Refusal, Step } from '#procedure/lifecycle/decision.ts';
import { isLive } from '#procedure/lifecycle/states.ts';
import { deadlinesOf } from './checks.ts';
import type { Rules } from './rules.ts';
import {
  applyDecision,
  EVALUATION_DELAY_MS,
  type Kind,
  newcomer,
  RETAKE_FROM,
  type Request,
  type World,
} from './world.ts';

/** Everything that can happen to an offering and its requests. `who` counts requests from 0, in order of submission. */
export type WorldEvent =
  | { readonly kind: 'publish' | 'clock' | 'decide' | 'start' | 'finish' | 'evaluate' | 'new_date' | 'hold' }
  | { readonly kind: 'cancel' | 'venue' }
  | { readonly kind: 'submit' | 'staff_entry'; readonly as: Kind }
  | { readonly kind: 'pass' | 'fail' | 'withdraw' | 'hand_in_proof'; readonly who: number }
  | { readonly kind: 'pass_elsewhere' | 'fail_elsewhere'; readonly who: number }
  | { readonly kind: 'verdict'; readonly who: number; readonly verdict: 'accept' | 'refuse' }
  | { readonly kind: 'end'; readonly who: number; readonly ending: 'by_staff' | 'ineligible' }
  /** `in_time`: processed a millisecond before the deadline, notified now; `wrong`: not the exact amount. */
  | { readonly kind: 'pay'; readonly who: number; readonly how: 'now' | 'in_time' | 'wrong' }
  | { readonly kind: 'attendance'; readonly present: number };

export type Outcome = {
  readonly world: World;
  readonly steps: readonly Step[];
  readonly actions: readonly string[];
  readonly refusal: Refusal | null;
};

/** The instants at which something falls due, given the schedule in force. */
function stopsOf(world: World): Date[] {
  const s = world.offering.schedule;
  const stops = s ? [s.intakeClosesAt, s.examDeadline, s.decisionAt, s.startsAt, s.endsAt, evaluationAt(s)] : [];
  // Also the instants that ought to be deadlines: a wrong schedule is seen there.
  if (s) stops.push(...Object.values(deadlinesOf(world)));
  if (world.requests.some((r) => r.examOpensAt !== null && r.facts.state === 'awaiting_exam')) stops.push(RETAKE_FROM);
  return stops;
}

const evaluationAt = (s: Schedule): Date => plusMs(s.endsAt, EVALUATION_DELAY_MS);

export function nextStop(world: World): Date | null {
  let next: Date | null = null;
  for (const stop of stopsOf(world)) if (stop > world.now && (next === null || stop < next)) next = stop;
  return next;
}

/** The work of the clock that is due now; time does not go on before it is done. */
function dueOf({ offering: o, now, evaluated }: World): 'decide' | 'start' | 'finish' | 'evaluate' | null {
  if (!o.schedule) return null;
  if ((o.state === 'gathering' || o.state === 'admitting') && now >= o.schedule.decisionAt) return 'decide';
  if (o.state === 'confirmed' && now >= o.schedule.startsAt) return 'start';
  if (o.state === 'running' && now >= o.schedule.endsAt) return 'finish';
  return o.state === 'held' && !evaluated && now >= evaluationAt(o.schedule) ? 'evaluate' : null;
}

/** A link of an earlier date works without a deadline while there is no date, and by the new date's after that. */
function examOpen(world: World, r: Request): boolean {
  if (r.facts.state !== 'awaiting_exam') return false;
  if (r.examOpensAt && world.now < r.examOpensAt) return false;
  const { schedule, dateVersion } = world.offering;
  if (!schedule) return true;
  const deadline = r.facts.examLinkVersion === dateVersion ? r.examDeadline : schedule.examDeadline;
  return deadline === null || world.now < deadline;
}

/** Wrong, late and second payments: at most one in a world that is explored to its end. */
const oddPayments = (world: World): number =>
  world.requests.reduce((sum, r) => sum + r.cases.filter((c) => c.kind !== 'refund').length, 0);

function paymentsOf(world: World, r: Request, who: number): WorldEvent[] {
  const { bill, state, reason } = r.facts;
  if (!bill) return [];
  const events: WorldEvent[] = [];
  const odd = world.setup.extras.has('odd_payment') && oddPayments(world) === 0;
  const late = world.now >= bill.payBefore;
  if ((bill.state === 'open' && !late) || bill.state === 'suspended' || odd) {
    events.push({ kind: 'pay', who, how: 'now' });
  }
  const unpaid = state === 'cancelled' && reason === 'unpaid' && r.cases.length === 0;
  const rescues = state === 'awaiting_payment' || unpaid;
  if (late && bill.state !== 'paid' && (rescues || odd)) events.push({ kind: 'pay', who, how: 'in_time' });
  if (odd && bill.state !== 'paid') events.push({ kind: 'pay', who, how: 'wrong' });
  return events;
}

function personal(world: World, r: Request, who: number): WorldEvent[] {
  const { facts } = r;
  const { extras } = world.setup;
  const events: WorldEvent[] = paymentsOf(world, r, who);
  if (!isLive(facts.state)) return events;
  events.push({ kind: 'withdraw', who });
  if (examOpen(world, r)) events.push({ kind: 'pass', who }, { kind: 'fail', who });
  if (facts.proof === 'pending' && facts.state !== 'confirmed') {
    events.push({ kind: 'verdict', who, verdict: 'accept' }, { kind: 'verdict', who, verdict: 'refuse' });
  }
  if (extras.has('later_proof') && (facts.proof === 'none' || facts.proof === 'refused')) {
    events.push({ kind: 'hand_in_proof', who });
  }
  if (extras.has('staff_ending')) {
    events.push({ kind: 'end', who, ending: 'by_staff' }, { kind: 'end', who, ending: 'ineligible' });
  }
  if (extras.has('elsewhere') && world.setup.exam && !facts.hasPass && facts.state !== 'confirmed') {
    events.push({ kind: 'pass_elsewhere', who });
    if (facts.retakeFrom === null && world.now < RETAKE_FROM) events.push({ kind: 'fail_elsewhere', who });
  }
  return events;
}

/** What can happen next in this world, in a fixed order. Some of it will be refused, and must be. */
export function offeredEvents(world: World): WorldEvent[] {
  const { offering: o, setup } = world;
  if (o.state === 'draft') return [{ kind: 'publish' }];
  const events: WorldEvent[] = [];
  const due = dueOf(world);
  if (due) events.push({ kind: due });
  else if (nextStop(world)) events.push({ kind: 'clock' });
  world.requests.forEach((r, who) => {
    events.push(...personal(world, r, who));
  });
  if (o.state === 'cancelled') return events;
  if (world.requests.length < setup.people) {
    events.push(...setup.kinds.map((as) => ({ kind: 'submit', as }) as const));
    if (setup.extras.has('staff_entry')) events.push({ kind: 'staff_entry', as: 'plain' });
  }
  const open = o.state === 'gathering' || o.state === 'admitting';
  const planned = setup.extras.has('planned') && o.plannedSchedule === null;
  if (o.dateVersion < setup.dates && (o.state === 'postponed' || (open && planned))) events.push({ kind: 'new_date' });
  if (setup.extras.has('hold') && open && !o.heldAnyway) events.push({ kind: 'hold' });
  if ((o.state === 'running' || o.state === 'held') && setup.extras.has('attendance') && !world.evaluated) {
    const everyone = 2 ** world.requests.length;
    for (let present = 0; present < everyone; present += 1) events.push({ kind: 'attendance', present });
  }
  if (o.state !== 'held') events.push({ kind: 'cancel' });
  events.push({ kind: 'venue' });
  return events;
}

const REFUSED_NOT: Pick<Outcome, 'refusal'> = { refusal: null };

function saved(world: World, decision: Decision, joining?: ApplicationFacts): Outcome {
  const after = applyDecision(world, decision, joining);
  return { world: after, steps: decision.steps, actions: decision.offering?.actions ?? [], ...REFUSED_NOT };
}

function decided(world: World, result: Decided): Outcome {
  return result.ok ? saved(world, result.value) : { world, steps: [], actions: [], refusal: result.error };
}

const inState = (world: World, ...states: ApplicationFacts['state'][]): ApplicationFacts[] =>
  world.requests.map((r) => r.facts).filter((f) => states.includes(f.state));

const waitlist = (world: World): ApplicationFacts[] => inState(world, 'waitlisted');
const live = (world: World): ApplicationFacts[] => world.requests.map((r) => r.facts).filter((f) => isLive(f.state));

/** Clauses 6 and 7 follow in the same transaction when a step completes the minimum. */
function completed(outcome: Outcome, reachesMinimum: boolean, rules: Rules): Outcome {
  if (!reachesMinimum) return outcome;
  const { world } = outcome;
  const waiting = inState(world, 'waiting_minimum', 'awaiting_exam');
  const second = saved(world, rules.decideMinimumReached(world.offering, waiting, waitlist(world), world.now));
  return { ...second, steps: [...outcome.steps, ...second.steps], actions: [...outcome.actions, ...second.actions] };
}

function submitted(world: World, facts: ApplicationFacts, result: Result<Submission, Refusal>, rules: Rules): Outcome {
  if (!result.ok) return { world, steps: [], actions: [], refusal: result.error };
  const first = saved(world, { steps: result.value.steps }, facts);
  return completed(first, result.value.reachesMinimum, rules);
}

function changed(world: World, who: number, change: (r: Request) => Partial<Request>): World {
  return { ...world, requests: world.requests.map((r, i) => (i === who ? { ...r, ...change(r) } : r)) };
}

const factsOf = (world: World, who: number): ApplicationFacts => {
  const request = world.requests[who];
  if (!request) throw new Error(`nobody has the number ${who}`);
  return request.facts;
};

function paid(world: World, who: number, how: 'now' | 'in_time' | 'wrong', rules: Rules): Outcome {
  const { bill } = factsOf(world, who);
  if (!bill) throw new Error('there is nothing to pay');
  const amount = fils(bill.amount + (how === 'wrong' ? 500 : 0));
  const processedAt = how === 'in_time' ? plusMs(bill.payBefore, -1) : world.now;
  const noted = changed(world, who, (r) => ({ moneyIn: r.moneyIn + amount }));
  const decision = rules.decidePayment(world.offering, factsOf(world, who), { amount, processedAt }, world.now);
  return completed(saved(noted, { steps: decision.steps }), decision.reachesMinimum, rules);
}

function clock(world: World): Outcome {
  const now = nextStop(world) ?? world.now;
  const requests = world.requests.map((r) =>
    r.facts.retakeFrom && r.facts.retakeFrom <= now ? { ...r, facts: { ...r.facts, retakeFrom: null } } : r,
  );
  return { world: { ...world, now, requests }, steps: [], actions: [], ...REFUSED_NOT };
}

const pass = (r: Request): Partial<Request> => ({ facts: { ...r.facts, hasPass: true } });

/** Documents that come in after the request change nothing but that staff will judge them (H3). */
function handIn({ id, state }: ApplicationFacts): Decision {
  if (state === null) throw new Error('documents are handed in for a request that exists');
  const step = { application: id, action: 'hand_in_proof', from: state, to: state, clause: null, sms: [] } as const;
  return { steps: [{ ...step, proof: 'pending' }] };
}

/** Lets an event happen: asks the rules, and saves what they decide. */
export function perform(world: World, event: WorldEvent, rules: Rules): Outcome {
  const { offering: o, now } = world;
  switch (event.kind) {
    case 'publish':
      return decided(world, rules.decidePublish(o, now));
    case 'clock':
      return clock(world);
    case 'submit': {
      const facts = newcomer(world, event.as);
      return submitted(world, facts, rules.decideSubmission(o, facts, now), rules);
    }
    case 'staff_entry': {
      const facts = newcomer(world, event.as);
      return submitted(world, facts, rules.decideStaffEntry(o, facts, now), rules);
    }
    case 'pass': {
      const holder = changed(world, event.who, pass);
      return decided(holder, rules.decideExamResult(o, factsOf(holder, event.who), 'pass', waitlist(world), now));
    }
    case 'fail':
      return decided(world, rules.decideExamResult(o, factsOf(world, event.who), 'fail', waitlist(world), now));
    case 'pass_elsewhere': {
      const holder = changed(world, event.who, pass);
      return saved(holder, { steps: rules.decidePassElsewhere(o, factsOf(holder, event.who)) });
    }
    case 'fail_elsewhere': {
      const failed = changed(world, event.who, (r) => ({ facts: { ...r.facts, retakeFrom: RETAKE_FROM } }));
      return { world: failed, steps: [], actions: [], ...REFUSED_NOT };
    }
    case 'hand_in_proof':
      return saved(world, handIn(factsOf(world, event.who)));
    case 'verdict':
      return decided(world, rules.decideProofVerdict(o, factsOf(world, event.who), event.verdict));
    case 'pay':
      return paid(world, event.who, event.how, rules);
    case 'withdraw':
      return decided(world, rules.decideWithdrawal(o, factsOf(world, event.who), waitlist(world), now));
    case 'end':
      return decided(world, rules.decideStaffEnding(o, factsOf(world, event.who), event.ending, waitlist(world), now));
    case 'decide':
      return saved(world, rules.decideDecisionTime(o, live(world), now, world.setup.policy));
    case 'new_date': {
      const schedule = world.schedules[o.dateVersion];
      if (!schedule) throw new Error('this world has no further date');
      return decided(world, rules.decideNewDate(o, live(world), schedule, now));
    }
    case 'hold': {
      const waiting = inState(world, 'waiting_minimum', 'awaiting_exam');
      return decided(world, rules.decideHold(o, waiting, waitlist(world), now));
    }
    case 'cancel':
      return decided(world, rules.decideCancelOffering(o, live(world)));
    case 'venue':
      return decided(world, rules.decideVenueChange(o, live(world)));
    case 'start':
      return saved(world, rules.decideStart());
    case 'attendance': {
      const people = world.requests.map((r) => r.facts);
      const present = new Set(people.filter((_, i) => (event.present & (1 << i)) !== 0).map((f) => f.id));
      return decided(world, rules.decideAttendance(o, people, present));
    }
    case 'finish':
      return saved(world, rules.decideEnd(world.requests.map((r) => r.facts)));
    case 'evaluate': {
      const outcome = saved(world, rules.decideEvaluation(world.requests.map((r) => r.facts)));
      return { ...outcome, world: { ...outcome.world, evaluated: true } };
    }
    default:
      return assertNever(event);
  }
}
