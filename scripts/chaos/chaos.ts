// `npm run chaos -- --bills 2000 --seed 1 --seeds 10`: payments on PostgreSQL while processes are killed. A line for each
// seed; ends with exit code 1 when a fils, a seat or a message is lost, twice or in the wrong place.
// `--without key` and `--without lock` leave a guard out, and must end with 1.
import { parseArgs } from 'node:util';
import { type ChaosReport, runChaos } from '#test/chaos/run.ts';
import { GUARDS, type Guard } from '#test/chaos/without.ts';
import { NO_POSTGRES } from '#test/support/postgres.ts';

const { values } = parseArgs({
  options: {
    bills: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    without: { type: 'string' },
  },
});

function whole(name: 'bills' | 'seed' | 'seeds', least: number): number {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= least) return value;
  console.error(`--${name} must be a whole number from ${least}, not "${values[name]}".`);
  process.exit(2);
}

function guard(): Guard | undefined {
  const found = GUARDS.find((one) => one === values.without);
  if (found || values.without === undefined) return found;
  console.error(`--without must be one of ${GUARDS.join(', ')}, not "${values.without}".`);
  process.exit(2);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const MOST_TOLD = 12;
const COLUMNS = ['seed', 'bills', 'payments', 'notices', 'words', 'repeats', 'kills', 'SMS', 'seconds', 'violations'];
const line = (cells: readonly unknown[]): string => cells.map((cell) => String(cell).padStart(10)).join(' ');

function tellOf(seed: number, report: ChaosReport): void {
  const { bills, payments, seen, kills, messages, seconds, found, outcomes, again } = report;
  const figures = [seed, bills, payments, seen.notices, seen.words, seen.repeats, kills, messages, seconds.toFixed(0)];
  console.log(line([...figures, found.length]));
  const words = Object.entries(outcomes).map(([name, times]) => `${name} ${times}`);
  console.log(`           ${words.join(', ')}; ${again} SMS handed over again under the same number`);
  for (const one of found.slice(0, MOST_TOLD)) console.log(`           ${one}`);
  if (found.length > MOST_TOLD) console.log(`           … and ${found.length - MOST_TOLD} more`);
}

const [bills, first, seeds, without] = [whole('bills', 1), whole('seed', 0), whole('seeds', 1), guard()];
console.log(`chaos: ${bills} bills, 2 web processes, 2 workers${without ? `, WITHOUT the ${without}` : ''}`);
console.log(line(COLUMNS));
let wrong = 0;
for (let seed = first; seed < first + seeds; seed += 1) {
  const report = await runChaos({ bills, seed, without });
  if (!report) {
    console.log(`skipped: ${NO_POSTGRES}`);
    process.exit(0);
  }
  wrong += report.found.length;
  tellOf(seed, report);
}
console.log(
  wrong === 0 ? 'chaos: every fils in one account, every message once' : `chaos: ${wrong} violations in ${seeds} seeds`,
);
process.exitCode = wrong === 0 ? 0 : 1;
