import type { OfferingFacts } from '#procedure/lifecycle/decision.ts';
import { isLive } from '#procedure/lifecycle/states.ts';
import { checkState } from './checks.ts';
import { offeredEvents, perform, type WorldEvent } from './events.ts';
import type { Rules } from './rules.ts';
import { checkChange } from './step-checks.ts';
import { openWorld, type Request, type Setup, Violation, type World } from './world.ts';

/** A live or reinstatable request, with all that its future depends on. */
function openKey(request: Request, o: OfferingFacts): string {
  const { facts: f, messages, cases, examOpensAt } = request;
  const { dateVersion, schedule } = o;
  let told = '';
  for (const m of messages) if (m.clause !== null && m.dateVersion === dateVersion) told += `${m.clause} `;
  const bill = f.bill ? `${f.bill.state}${f.bill.payBefore.getTime()}` : '-';
  const owed = cases.length === 0 ? '' : cases.map((c) => `${c.kind}${c.amount}`).join();
  const cleared = f.hasPass || f.proof === 'accepted';
  const link = f.state !== 'awaiting_exam' ? '' : f.examLinkVersion === dateVersion ? 'now' : 'old';
  const late = link === 'now' && request.examDeadline?.getTime() !== schedule?.examDeadline.getTime() ? 'late' : '';
  const waits = f.retakeFrom ? 'retake' : '';
  const exam = `${Number(cleared)}${Number(f.proof === 'pending')}${link}${late}${examOpensAt ? 'opens' : ''}${waits}`;
  return `${f.state}${f.reason}|${exam}|${bill}|${f.paid}|${f.attendance}|${owed}|${told}`;
}

/**
 * Two states with the same key have the same future. An ended request has no future but its money. Requests that
 * hold a seat are interchangeable, since the rules read the order of submission only on the waiting list.
 */
export function keyOf(w: World): string {
  const o = w.offering;
  const listed: string[] = [];
  const others: string[] = [];
  for (const r of w.requests) {
    const { facts } = r;
    const mayReturn = facts.state === 'cancelled' && facts.reason === 'unpaid';
    if (facts.state === 'waitlisted') listed.push(openKey(r, o));
    else if (isLive(facts.state) || mayReturn || facts.state === 'attended' || facts.state === 'absent') {
      others.push(openKey(r, o));
    } else
      others.push(`ended ${facts.bill?.state} ${facts.bill?.payBefore.getTime()} ${r.cases.map((c) => c.kind).join()}`);
  }
  others.sort();
  const self = `${o.state}${o.dateVersion}${Number(o.heldAnyway)}${Number(o.plannedSchedule !== null)}${Number(w.evaluated)}`;
  return `${self}@${w.now.getTime()};${others.join(';')};;${listed.join(';')}`;
}

/** How a state was first reached. */
type Arrival = { readonly parent: number; readonly event: WorldEvent | null; readonly setup: number };

export type Found = { readonly setup: Setup; readonly path: readonly WorldEvent[]; readonly violation: Violation };

export type Exploration = {
  readonly worlds: readonly { readonly name: string; readonly states: number; readonly events: number }[];
  readonly states: number;
  readonly events: number;
  readonly refused: number;
  readonly milliseconds: number;
  /** Actions of requests and of the offering that occurred. */
  readonly actions: ReadonlySet<string>;
  readonly offeringActions: ReadonlySet<string>;
  /** The first, shortest way to a violation, or null. */
  readonly found: Found | null;
};

function pathTo(arrivals: readonly Arrival[], at: number, last: WorldEvent): WorldEvent[] {
  const path: WorldEvent[] = [last];
  for (let i = at; i >= 0; ) {
    const arrival = arrivals[i];
    if (!arrival?.event) break;
    path.unshift(arrival.event);
    i = arrival.parent;
  }
  return path;
}

/**
 * Every interleaving of every event in these worlds, breadth first, each distinct state once, all checks in each.
 * It stops at the first violation, which is thereby reached in the fewest events.
 *
 * @param clock reads milliseconds, for the report
 */
export function explore(setups: readonly Setup[], rules: Rules, clock: () => number): Exploration {
  const began = clock();
  const seen = new Set<string>();
  const arrivals: Arrival[] = [];
  const actions = new Set<string>();
  const offeringActions = new Set<string>(['prepare']);
  const counts = setups.map(() => ({ states: 0, events: 0 }));
  let frontier: { world: World; at: number; setup: number }[] = [];
  let refused = 0;
  const visit = (world: World, setup: number, parent: number, event: WorldEvent | null, next: typeof frontier) => {
    const key = `${setup}${keyOf(world)}`;
    if (seen.has(key)) return;
    seen.add(key);
    const count = counts[setup];
    if (count) count.states += 1;
    arrivals.push({ parent, event, setup });
    next.push({ world, at: arrivals.length - 1, setup });
  };
  const report = (found: Found | null): Exploration => ({
    worlds: setups.map((s, i) => ({ name: s.name, states: counts[i]?.states ?? 0, events: counts[i]?.events ?? 0 })),
    states: seen.size,
    events: counts.reduce((sum, c) => sum + c.events, 0),
    refused,
    milliseconds: clock() - began,
    actions,
    offeringActions,
    found,
  });

  setups.forEach((setup, i) => {
    visit(openWorld(setup, rules), i, -1, null, frontier);
  });
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { world, at, setup } of frontier) {
      for (const event of offeredEvents(world)) {
        const count = counts[setup];
        if (count) count.events += 1;
        try {
          const outcome = perform(world, event, rules);
          checkChange({ before: world, event, outcome });
          if (outcome.refusal) refused += 1;
          for (const s of outcome.steps) actions.add(s.action);
          for (const a of outcome.actions) offeringActions.add(a);
          if (outcome.world === world) continue;
          checkState(outcome.world);
          visit(outcome.world, setup, at, event, next);
        } catch (error) {
          if (!(error instanceof Violation)) throw error;
          return report({ setup: world.setup, path: pathTo(arrivals, at, event), violation: error });
        }
      }
    }
    frontier = next;
  }
  return report(null);
}
