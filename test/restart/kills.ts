import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '#platform/db/db.ts';
import type { Random } from '#test/races/field.ts';
import { Driver } from '#test/support/driver.ts';
import { tell, violations } from '#test/support/invariants.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { type Acknowledged, load, lost, nothingYet, openOfferings } from './load.ts';

const LANES = 4;

export type KillReport = {
  readonly kills: number;
  readonly requests: number;
  readonly payments: number;
  readonly messages: number;
  /** What was lost, twice or inconsistent; empty when all is well. */
  readonly found: readonly string[];
};

/**
 * Kills a demo at random moments under load, and starts it again on the same data each time. At the end the whole
 * database is checked.
 * @param environment where the data lies: `DAWRA_DATA_DIR`, and `DATABASE_URL` for PostgreSQL
 */
export async function killAndRestart(
  environment: Readonly<Record<string, string>>,
  kills: number,
  random: Random,
): Promise<KillReport> {
  const settings = { DAWRA_DEMO: '1', LOG_LEVEL: 'error', ...environment };
  const seen = nothingYet();
  const found: string[] = [];
  let server = await startServer(settings);
  const offerings = await openOfferings(new Driver(server.base));
  for (let kill = 0; kill < kills; kill += 1) {
    await killUnderLoad(server, offerings, seen, kill, 600 + random(2400));
    server = await startServer(settings);
    found.push(...(await lost(new Driver(server.base), seen)).map((what) => `after kill ${kill + 1}: ${what}`));
  }
  await server.stop();
  found.push(...(await checkAtRest(environment, seen)));
  return {
    kills,
    requests: seen.requests.length,
    payments: seen.payments.length,
    messages: seen.messages.size,
    found,
  };
}

async function killUnderLoad(
  server: RunningServer,
  offerings: readonly string[],
  seen: Acknowledged,
  kill: number,
  afterMs: number,
): Promise<void> {
  let over = false;
  const lanes = Array.from(
    { length: LANES },
    (_, i) => new Driver(server.base, undefined, 20_000 * (kill + 1) + 2000 * i),
  );
  const loading = load(lanes, offerings, seen, () => over);
  await sleep(afterMs);
  await server.kill();
  over = true;
  await loading;
}

async function checkAtRest(environment: Readonly<Record<string, string>>, seen: Acknowledged): Promise<string[]> {
  const database = await openDatabase({
    url: environment['DATABASE_URL'],
    dataDir: environment['DAWRA_DATA_DIR'] ?? '',
  });
  try {
    const kept = new Set(await tell(database, 'select joebpps_trx as what from payment_notice'));
    const gone = seen.payments.filter((trx) => !kept.has(trx)).map((trx) => `payment ${trx} is lost`);
    return [...gone, ...(await violations(database))];
  } finally {
    await database.close();
  }
}
