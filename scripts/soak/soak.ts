// `npm run soak -- --rounds 200 --kills 20 --seed 1`: the races and the kills of the tests, for longer.
// Prints its seeds and counts, and ends with exit code 1 when anything was lost, sent twice or left inconsistent.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Field, makeField, randomFrom } from '#test/races/field.ts';
import { race, SCENARIOS } from '#test/races/scenarios.ts';
import { killAndRestart } from '#test/restart/kills.ts';
import { violations } from '#test/support/invariants.ts';
import { makeTestDatabase, NO_POSTGRES } from '#test/support/postgres.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});

function whole(name: 'rounds' | 'kills' | 'seed'): number {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  console.error(`--${name} must be a whole number, not "${values[name]}".`);
  process.exit(2);
}
const rounds = whole('rounds');
const kills = whole('kills');
const seed = whole('seed');

let wrong = 0;
const report = (what: string, found: readonly string[]): void => {
  wrong += found.length;
  console.log(`${found.length === 0 ? 'ok   ' : 'WRONG'} ${what}`);
  for (const one of found) console.log(`      ${one}`);
};

/** Each round has a seed of its own, so that one that fails can be run alone. */
async function races(field: Field): Promise<void> {
  for (const scenario of SCENARIOS.filter((s) => s.name.includes(values.only))) {
    const found: string[] = [];
    const began = performance.now();
    for (let round = 0; round < rounds; round += 1) {
      try {
        await race(field, scenario, randomFrom(seed + round));
      } catch (error) {
        found.push(`seed ${seed + round}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    found.push(...(await violations(field.apps[0].database, field.apps[0].clock.now())));
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    report(`${scenario.name} (${rounds} rounds, ${seconds} s)`, found);
  }
}

async function killing(where: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dawra-soak-'));
  try {
    const done = await killAndRestart({ ...environment, DAWRA_DATA_DIR: dataDir }, kills, randomFrom(seed));
    const counts = `${done.requests} requests, ${done.payments} payments, ${done.messages} messages acknowledged`;
    report(`kill -9 under load, ${where} (${done.kills} kills, ${counts})`, done.found);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

console.log(`soak: ${rounds} rounds of each race, ${kills} kills, seed ${seed}`);
const field = rounds > 0 ? await makeField() : undefined;
if (field) {
  await races(field);
  await field.close();
} else if (rounds > 0) console.log(`skipped: the races, because ${NO_POSTGRES}`);

if (kills > 0) {
  await killing('embedded database', {});
  const postgres = await makeTestDatabase();
  if (postgres) {
    await killing('PostgreSQL', { DATABASE_URL: postgres.url });
    await postgres.drop();
  } else console.log(`skipped: the kills on PostgreSQL, because ${NO_POSTGRES}`);
}
console.log(wrong === 0 ? 'soak: nothing lost, nothing twice, nothing inconsistent' : `soak: ${wrong} violations`);
process.exitCode = wrong === 0 ? 0 : 1;
