import { performance } from 'node:perf_hooks';
import { explore } from '#test/procedure/explore.ts';
import { MUTATIONS } from '#test/procedure/mutations.ts';
import { explorationTable, mutationLine } from '#test/procedure/report.ts';
import { TRUE_RULES } from '#test/procedure/rules.ts';
import { SMALL_WORLDS } from '#test/procedure/setups.ts';

/** Prints every small world explored to its end, then which wrong rules the exploration notices, and how. */
const clock = (): number => performance.now();

const proven = explore(SMALL_WORLDS, TRUE_RULES, clock);
console.log(explorationTable(proven));

const mutated = MUTATIONS.map((m) => ({ mutation: m, result: explore(SMALL_WORLDS, m.mutate(TRUE_RULES), clock) }));
const noticed = mutated.filter((m) => m.result.found).length;
console.log(`\nwrong rules noticed: ${noticed} of ${mutated.length}\n`);
for (const { mutation, result } of mutated) console.log(mutationLine(mutation, result));

if (proven.found || noticed < mutated.length) process.exitCode = 1;
