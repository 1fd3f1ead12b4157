import { APPLICATION_TRANSITIONS, OFFERING_TRANSITIONS } from '#procedure/lifecycle/transitions.ts';
import type { WorldEvent } from './events.ts';
import type { Exploration, Found } from './explore.ts';
import type { Mutation } from './mutations.ts';

/** Arrows that no world takes, and why: no rule decides them, a command writes them as the act itself. */
export const NOT_EXPLORED: Readonly<Record<string, string>> = {
  evaluate: 'the person answers the questionnaire: nothing follows from it',
  transfer_in: 'staff move a request here from another offering: outside a world of one offering',
  remind: 'a reminder changes nothing; when it is due is tested with its rule',
  ask_reduction: 'a person asks for a reduction of the fee: nothing waits for it',
  refuse_reduction: 'staff refuse a reduction of the fee: it changes no state',
  reduce_fee: 'staff reduce the fee: tested with its rule',
  waive_confirm: 'staff waive a fee that is awaited: tested with its rule',
  grant_extra_time: 'staff give more time for the exam: it changes no state; how much is tested with its rule',
  correct_result: 'staff correct the key of an exam that was sat: what follows is tested with its rule',
  note_refund: 'finance notes that money was given back: it changes no state',
};

export type Coverage = { readonly covered: number; readonly rows: number; readonly missing: readonly string[] };

/** Which rows of the two tables an exploration has taken, and which not. */
export function coverageOf(e: Exploration): Coverage {
  const missing = [
    ...APPLICATION_TRANSITIONS.filter((t) => !e.actions.has(t.action)),
    ...OFFERING_TRANSITIONS.filter((t) => !e.offeringActions.has(t.action)),
  ].map((t) => t.action);
  const rows = APPLICATION_TRANSITIONS.length + OFFERING_TRANSITIONS.length;
  return { covered: rows - missing.length, rows, missing };
}

export function eventText(event: WorldEvent): string {
  const who = 'who' in event ? ` #${event.who + 1}` : '';
  switch (event.kind) {
    case 'submit':
    case 'staff_entry':
      return `${event.kind} (${event.as})`;
    case 'pay':
      return `pay (${event.how})${who}`;
    case 'verdict':
      return `${event.verdict} proof${who}`;
    case 'end':
      return `${event.ending}${who}`;
    default:
      return `${event.kind}${who}`;
  }
}

export const foundText = ({ path, violation }: Found): string =>
  `${violation.message}\n  by ${path.map(eventText).join(' → ')}`;

const number = (n: number): string => Math.round(n).toLocaleString('en-GB');

/** The exploration as a table in plain text. */
export function explorationTable(e: Exploration): string {
  const width = Math.max(...e.worlds.map((w) => w.name.length));
  const line = (name: string, states: string, events: string): string =>
    `${name.padEnd(width)}  ${states.padStart(9)}  ${events.padStart(10)}`;
  const { covered, rows, missing } = coverageOf(e);
  return [
    line('world', 'states', 'events'),
    ...e.worlds.map((w) => line(w.name, number(w.states), number(w.events))),
    line(`${e.worlds.length} worlds`, number(e.states), number(e.events)),
    '',
    `${number(e.refused)} of the events were refused; ${number(e.milliseconds)} ms`,
    `transition rows taken: ${covered} of ${rows}`,
    ...missing.map((action) => `  not taken: ${action} (${NOT_EXPLORED[action] ?? 'NO REASON KNOWN'})`),
    e.found ? `VIOLATION in ${e.found.setup.name}: ${foundText(e.found)}` : 'no violation',
  ].join('\n');
}

/** One line of the table of mutations. */
export function mutationLine(mutation: Mutation, e: Exploration): string {
  const said = e.found ? `found after ${number(e.events)} events: ${foundText(e.found)}` : 'NOT FOUND';
  return `${mutation.breaks.padEnd(5)} ${mutation.name}\n  ${said}`;
}
