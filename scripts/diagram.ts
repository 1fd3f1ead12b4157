import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ApplicationState, LIVE_STATES } from '../src/procedure/lifecycle/states.ts';
import { APPLICATION_TRANSITIONS, OFFERING_TRANSITIONS } from '../src/procedure/lifecycle/transitions.ts';

const START = '<!-- diagram:start -->';
const END = '<!-- diagram:end -->';

type Row = {
  readonly from: readonly (string | null)[];
  readonly action: string;
  readonly to: string;
  readonly source: string;
  readonly clauses: readonly string[];
};
type Arrow = { readonly from: string; readonly to: string; readonly label: string };

const numberOf = (row: Row): string => (row.clauses.length > 0 ? row.clauses.join(', ') : row.source);

const isLiveSet = (from: Row['from']): boolean =>
  from.length === LIVE_STATES.length && LIVE_STATES.every((s) => from.includes(s));

/** The arrows of a table that lead somewhere; those from every live request start at a state that stands for all. */
function arrowsOf(rows: readonly Row[], label: (row: Row) => string): Arrow[] {
  return rows
    .filter((row) => row.to !== 'same')
    .flatMap((row) => {
      const from = isLiveSet(row.from) ? ['live'] : row.from.map((s) => s ?? '[*]');
      return from.map((f) => ({ from: f, to: row.to, label: label(row) }));
    });
}

const line = ({ from, to, label }: Arrow): string => `  ${from} --> ${to}: ${label}`;

function fenced(lines: readonly string[]): string {
  return ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n');
}

const ANY_LIVE = '  state "any live request" as live';

const full = (row: Row): string => `${numberOf(row)} (${row.action})`;

/** Every arrow of a request, with its clause or ruling and its name in code. */
export function requestDiagram(): string {
  return fenced([ANY_LIVE, ...arrowsOf(APPLICATION_TRANSITIONS, full).map(line)]);
}

/** Every arrow of an offering. */
export function offeringDiagram(): string {
  return fenced(arrowsOf(OFFERING_TRANSITIONS, full).map(line));
}

const NAMES: Record<ApplicationState, string> = {
  waiting_minimum: 'waits for the minimum',
  waitlisted: 'on the waiting list',
  awaiting_exam: 'is to sit the exam',
  awaiting_payment: 'is to pay',
  confirmed: 'confirmed',
  rejected: 'not accepted',
  cancelled: 'cancelled',
  withdrawn: 'withdrawn',
  attended: 'attended',
  absent: 'absent',
};

/** Arrows of the course of things only; corrections by staff and repeated messages are left to the full diagram. */
const LEFT_OUT = new Set(['transfer_in', 'cancel_by_staff', 'reject_ineligible', 'renew_exam', 'reopen_bill']);

/** The life of a request for the first reader: one arrow between two states, with its clause numbers. */
export function simpleDiagram(): string {
  const rows = APPLICATION_TRANSITIONS.filter((row) => !LEFT_OUT.has(row.action));
  const joined = new Map<string, Set<string>>();
  for (const arrow of arrowsOf(rows, numberOf)) {
    if (arrow.from === 'absent' || (arrow.from === 'attended' && arrow.to === 'absent')) continue;
    const key = `${arrow.from} ${arrow.to}`;
    joined.set(key, (joined.get(key) ?? new Set()).add(arrow.label));
  }
  const arrows = [...joined].map(([key, labels]): Arrow => {
    const [from = '', to = ''] = key.split(' ');
    return { from, to, label: [...labels].join(', ') };
  });
  const names = Object.entries(NAMES).map(([state, name]) => `  state "${name}" as ${state}`);
  return fenced([...names, ANY_LIVE, ...arrows.map(line)]);
}

/** What stands between the markers of each file. */
export const DIAGRAMS: Readonly<Record<string, () => string>> = {
  'docs/procedure.md': () => `### A request\n\n${requestDiagram()}\n\n### An offering\n\n${offeringDiagram()}`,
  'README.md': simpleDiagram,
};

/** @returns the text with the diagram between its markers, or undefined when it has none */
export function withDiagram(text: string, diagram: string): string | undefined {
  const start = text.indexOf(START);
  const end = text.indexOf(END);
  if (start < 0 || end < start) return undefined;
  return `${text.slice(0, start + START.length)}\n${diagram}\n${text.slice(end)}`;
}

/**
 * Files whose diagram differs from the tables, or that have no place for it; a file that does not exist is left out.
 * @param write put the present diagrams in
 */
export function outOfDate(root: string, write: boolean): string[] {
  return Object.entries(DIAGRAMS).flatMap(([name, diagram]) => {
    const file = path.join(root, name);
    if (!existsSync(file)) return [];
    const text = readFileSync(file, 'utf8');
    const present = withDiagram(text, diagram());
    if (present === text) return [];
    if (write && present !== undefined) writeFileSync(file, present);
    return [name];
  });
}

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check');
  const stale = outOfDate(ROOT, !check);
  for (const name of stale)
    console.log(`${name}: the diagram ${check ? 'is out of date (run scripts/diagram.ts)' : 'was written'}`);
  if (check && stale.length > 0) process.exitCode = 1;
}
