import { plusMs } from '#kernel/time.ts';
import type { ApplicationFacts, Decided, Decision, OfferingFacts, Step } from '#procedure/lifecycle/decision.ts';
import { isActive } from '#procedure/lifecycle/states.ts';
import type { Rules } from './rules.ts';

/** A wrong rule put in the place of a right one, which the exploration must notice. */
export type Mutation = {
  readonly name: string;
  /** Clause or ruling that it breaks. */
  readonly breaks: string;
  readonly mutate: (rules: Rules) => Rules;
};

const ofSteps = (decided: Decided, change: (steps: readonly Step[]) => readonly Step[]): Decided =>
  decided.ok ? { ok: true, value: { ...decided.value, steps: change(decided.value.steps) } } : decided;

const without =
  (...actions: Step['action'][]) =>
  (steps: readonly Step[]): Step[] =>
    steps.filter((s) => !actions.includes(s.action));

/** Leaves the promotions out, and what follows for those who would have been promoted. */
function unpromoted(steps: readonly Step[]): Step[] {
  const promoted = new Set(steps.filter((s) => s.action === 'promote').map((s) => s.application));
  return steps.filter((s) => !promoted.has(s.application));
}

const silent = (steps: readonly Step[], clause: Step['clause']): Step[] =>
  steps.map((s) => (s.clause === clause ? { ...s, sms: [] } : s));

const counted = (live: readonly ApplicationFacts[], state: ApplicationFacts['state']): number =>
  live.filter((a) => a.state === state).length;

const noExam = (o: OfferingFacts): OfferingFacts => ({ ...o, examNeeded: false });

function unconfirmed(decision: Decision): Decision {
  const steps = decision.steps.map(
    (s): Step => (s.action === 'postpone' && s.from === 'confirmed' ? { ...s, to: 'waiting_minimum' } : s),
  );
  return { ...decision, steps };
}

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'N1 is skipped: unpaid requests stay',
    breaks: 'N1',
    mutate: (r) => ({
      ...r,
      decideDecisionTime: (o, live, now, policy) => {
        const decision = r.decideDecisionTime(o, live, now, policy);
        return { ...decision, steps: without('lapse_payment')(decision.steps) };
      },
    }),
  },
  {
    name: 'N1 comes after the count: unpaid requests count as confirmed',
    breaks: 'B',
    mutate: (r) => ({
      ...r,
      decideDecisionTime: (o, live, now, policy) =>
        r.decideDecisionTime({ ...o, min: o.min - counted(live, 'awaiting_payment') }, live, now, policy),
    }),
  },
  {
    name: 'the minimum is counted with the waiting list',
    breaks: 'A',
    mutate: (r) => ({
      ...r,
      decideDecisionTime: (o, live, now, policy) =>
        r.decideDecisionTime({ ...o, min: o.min - counted(live, 'waitlisted') }, live, now, policy),
    }),
  },
  {
    name: '«hold anyway» is ignored',
    breaks: 'C',
    mutate: (r) => ({
      ...r,
      decideDecisionTime: (o, live, now, policy) =>
        r.decideDecisionTime({ ...o, heldAnyway: false }, live, now, policy),
    }),
  },
  {
    name: 'clause 5 reaches only active requests',
    breaks: '5',
    mutate: (r) => ({
      ...r,
      decideDecisionTime: (o, live, now, policy) => {
        const decision = r.decideDecisionTime(o, live, now, policy);
        return { ...decision, steps: decision.steps.filter((s) => s.clause !== '5' || isActive(s.from)) };
      },
    }),
  },
  {
    name: 'a confirmed request is un-confirmed by the postponement',
    breaks: 'C',
    mutate: (r) => ({
      ...r,
      decideDecisionTime: (o, live, now, policy) => unconfirmed(r.decideDecisionTime(o, live, now, policy)),
    }),
  },
  {
    name: 'who never sat the exam is left open when the course is held',
    breaks: 'B4',
    mutate: (r) => ({
      ...r,
      decideDecisionTime: (o, live, now, policy) => {
        const decision = r.decideDecisionTime(o, live, now, policy);
        return { ...decision, steps: without('lapse_exam')(decision.steps) };
      },
    }),
  },
  {
    name: 'a withdrawal does not free the seat',
    breaks: 'E',
    mutate: (r) => ({
      ...r,
      decideWithdrawal: (o, a, waitlist, now) => ofSteps(r.decideWithdrawal(o, a, waitlist, now), unpromoted),
    }),
  },
  {
    name: 'a failed exam does not free the seat',
    breaks: 'E',
    mutate: (r) => ({
      ...r,
      decideExamResult: (o, a, result, waitlist, now) =>
        ofSteps(r.decideExamResult(o, a, result, waitlist, now), unpromoted),
    }),
  },
  {
    name: 'one freed seat moves two people up',
    breaks: 'E',
    mutate: (r) => ({
      ...r,
      decideWithdrawal: (o, a, waitlist, now) => r.decideWithdrawal({ ...o, active: o.active - 1 }, a, waitlist, now),
    }),
  },
  {
    name: 'the waiting list moves up out of order',
    breaks: 'E',
    mutate: (r) => ({
      ...r,
      decideWithdrawal: (o, a, waitlist, now) => r.decideWithdrawal(o, a, [...waitlist].reverse(), now),
      decideNewDate: (o, live, schedule, now) =>
        r.decideNewDate(
          o,
          live.map((a) => (a.state === 'waitlisted' ? { ...a, order: -a.order } : a)),
          schedule,
          now,
        ),
    }),
  },
  {
    name: 'people are moved up although the intake is closed',
    breaks: 'E',
    mutate: (r) => ({
      ...r,
      decideWithdrawal: (o, a, waitlist, now) =>
        r.decideWithdrawal(
          o.schedule ? { ...o, schedule: { ...o.schedule, intakeClosesAt: o.schedule.decisionAt } } : o,
          a,
          waitlist,
          now,
        ),
    }),
  },
  {
    name: 'people are taken in although the intake is closed',
    breaks: 'L',
    mutate: (r) => ({
      ...r,
      decideSubmission: (o, a, now) =>
        r.decideSubmission(
          o.schedule ? { ...o, schedule: { ...o.schedule, intakeClosesAt: o.schedule.decisionAt } } : o,
          a,
          now,
        ),
    }),
  },
  {
    name: 'the payment number comes before the exam',
    breaks: '7.3',
    mutate: (r) => ({
      ...r,
      decideMinimumReached: (o, waiting, waitlist, now) =>
        r.decideMinimumReached(o.fee > 0 ? noExam(o) : o, waiting, waitlist, now),
    }),
  },
  {
    name: 'only the one who completes the minimum is processed',
    breaks: '6',
    mutate: (r) => ({
      ...r,
      decideMinimumReached: (o, waiting, waitlist, now) => r.decideMinimumReached(o, waiting.slice(-1), waitlist, now),
    }),
  },
  {
    name: 'the minimum is reached one request too late',
    breaks: '6',
    mutate: (r) => ({ ...r, decideSubmission: (o, a, now) => r.decideSubmission({ ...o, min: o.min + 1 }, a, now) }),
  },
  {
    name: 'the exam deadline leaves no time to pay',
    breaks: 'N',
    mutate: (r) => ({
      ...r,
      scheduleOf: (startsAt, endsAt, lead, needs) => ({
        ...r.scheduleOf(startsAt, endsAt, lead, needs),
        examDeadline: plusMs(startsAt, -lead.decisionLeadMs),
      }),
    }),
  },
  {
    name: 'the intake leaves no time to sit',
    breaks: 'N',
    mutate: (r) => ({
      ...r,
      scheduleOf: (startsAt, endsAt, lead, needs) => r.scheduleOf(startsAt, endsAt, { ...lead, examTimeMs: 0 }, needs),
    }),
  },
  {
    name: 'a new date asks confirmed people for payment again',
    breaks: 'D',
    mutate: (r) => ({
      ...r,
      decideNewDate: (o, live, schedule, now) =>
        r.decideNewDate(
          o,
          live.map((a) => (a.state === 'confirmed' && a.bill ? { ...a, bill: { ...a.bill, state: 'suspended' } } : a)),
          schedule,
          now,
        ),
    }),
  },
  {
    name: 'a new date does not reach the waiting list',
    breaks: 'N2',
    mutate: (r) => ({
      ...r,
      decideNewDate: (o, live, schedule, now) =>
        r.decideNewDate(
          o,
          live.filter((a) => a.state !== 'waitlisted'),
          schedule,
          now,
        ),
    }),
  },
  {
    name: 'the new date is told twice',
    breaks: 'M',
    mutate: (r) => ({
      ...r,
      decideNewDate: (o, live, schedule, now) =>
        ofSteps(r.decideNewDate(o, live, schedule, now), (steps) => [
          ...steps.filter((s) => s.action === 'carry_over'),
          ...steps,
        ]),
    }),
  },
  {
    name: 'the exam link is not renewed for the new date',
    breaks: 'D',
    mutate: (r) => ({
      ...r,
      decideNewDate: (o, live, schedule, now) =>
        ofSteps(r.decideNewDate(o, live, schedule, now), without('renew_exam')),
    }),
  },
  {
    name: 'the exam link is not renewed when the new date reaches its minimum later',
    breaks: 'D',
    mutate: (r) => ({
      ...r,
      decideMinimumReached: (o, waiting, waitlist, now) =>
        r.decideMinimumReached(
          o,
          waiting.filter((a) => a.state === 'waiting_minimum'),
          waitlist,
          now,
        ),
    }),
  },
  {
    name: 'a late payment is lost',
    breaks: 'H',
    mutate: (r) => ({
      ...r,
      decidePayment: (o, a, payment, now) => {
        const decision = r.decidePayment(o, a, payment, now);
        return decision.outcome === 'late_payment' ? { ...decision, steps: [] } : decision;
      },
    }),
  },
  {
    name: 'a second payment is lost',
    breaks: 'H',
    mutate: (r) => ({
      ...r,
      decidePayment: (o, a, payment, now) => {
        const decision = r.decidePayment(o, a, payment, now);
        return decision.outcome === 'second_payment' ? { ...decision, steps: [] } : decision;
      },
    }),
  },
  {
    name: 'on time is judged by the notice and not by the process date',
    breaks: '7.4',
    mutate: (r) => ({
      ...r,
      decidePayment: (o, a, payment, now) => r.decidePayment(o, a, { ...payment, processedAt: now }, now),
    }),
  },
  {
    name: 'who paid and withdraws is not refunded',
    breaks: 'G',
    mutate: (r) => ({
      ...r,
      decideWithdrawal: (o, a, waitlist, now) =>
        ofSteps(r.decideWithdrawal(o, a, waitlist, now), (steps) =>
          steps.map(({ financeCase: _, ...step }): Step => step),
        ),
    }),
  },
  {
    name: 'withdrawal is possible after the course started',
    breaks: 'G',
    mutate: (r) => ({
      ...r,
      decideWithdrawal: (o, a, waitlist, now) =>
        r.decideWithdrawal(
          o.schedule ? { ...o, schedule: { ...o.schedule, startsAt: o.schedule.endsAt } } : o,
          a,
          waitlist,
          now,
        ),
    }),
  },
  {
    name: 'an accepted proof is noted and moves nobody on',
    breaks: 'H3',
    mutate: (r) => ({
      ...r,
      decideProofVerdict: (o, a, verdict) =>
        ofSteps(r.decideProofVerdict(o, a, verdict), without('prove_confirm', 'prove_bill', 'pass_wait')),
    }),
  },
  {
    name: 'who is confirmed at once is not told',
    breaks: '6.1',
    mutate: (r) => ({
      ...r,
      decideSubmission: (o, a, now) => {
        const result = r.decideSubmission(o, a, now);
        return result.ok ? { ok: true, value: { ...result.value, steps: silent(result.value.steps, '6.1') } } : result;
      },
    }),
  },
  {
    name: 'the evaluation goes to the absent too',
    breaks: '8',
    mutate: (r) => ({
      ...r,
      decideEnd: () => r.decideEnd([]),
      decideEvaluation: (people) => r.decideEvaluation(people.map((a) => ({ ...a, attendance: null }))),
    }),
  },
  {
    name: 'cancelling the offering forgets the waiting list',
    breaks: 'I',
    mutate: (r) => ({
      ...r,
      decideCancelOffering: (o, live) =>
        r.decideCancelOffering(
          o,
          live.filter((a) => isActive(a.state)),
        ),
    }),
  },
];
