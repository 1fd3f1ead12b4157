import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cancelOffering, withdraw } from '#features/applications/index.ts';
import { runDue } from '#features/due/index.ts';
import { logGateway, sendLeftBehind } from '#features/messages/index.ts';
import type { App } from '#platform/app.ts';
import { type Random, randomFrom } from '#test/races/field.ts';
import { makeTestDatabase } from '#test/support/postgres.ts';
import { type Crew, type Role, startCrew } from './crew.ts';
import { NETWORK, type Seen, tellAll } from './network.ts';
import { type Plan, planChaos } from './plan.ts';
import { act, makeBills, openBench } from './state.ts';
import { messagesNow, outcomesOf, sentOf, wrongAfter } from './verify.ts';
import { buildWithout, type Guard, removeFrom } from './without.ts';

export type ChaosOptions = {
  readonly bills: number;
  readonly seed: number;
  /** A guard that is left out. */
  readonly without?: Guard | undefined;
  /** The traffic is planned over so long at least, 6 s unless told. */
  readonly leastMs?: number;
};

export type ChaosReport = {
  readonly bills: number;
  readonly payments: number;
  readonly seen: Seen;
  readonly kills: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly messages: number;
  /** Messages that were handed over once more, under the same number, because a worker died meanwhile. */
  readonly again: number;
  readonly seconds: number;
  /** What is wrong, one sentence each. */
  readonly found: readonly string[];
};

const MS_PER_BILL = 30;
const LEAST_MS = 6000;
/** What making the state takes, so that the beginning can be known before. */
const MS_TO_MAKE_A_BILL = 15;
const MS_TO_MAKE_ANY = 1500;
const EVERYTHING = 100_000;

/**
 * One run on a PostgreSQL database of its own: people with open bills, a network that tells of their payments late,
 * twice, wrongly and out of order, people who withdraw and courses that are cancelled meanwhile, two processes for pages
 * and two workers that are killed and started again all the time. Then everything is checked.
 *
 * @returns undefined when no PostgreSQL answers
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport | undefined> {
  const postgres = await makeTestDatabase();
  if (!postgres) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'dawra-chaos-'));
  try {
    return await runOn(postgres.url, folder, options);
  } finally {
    await postgres.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const environmentOf = (url: string, folder: string) => ({
  DATABASE_URL: url,
  DAWRA_DATA_DIR: folder,
  DAWRA_DEMO: '0',
  DAWRA_PUBLIC_URL: 'http://127.0.0.1:3000',
  HOST: '127.0.0.1',
  DAWRA_SECRET_KEY: randomBytes(48).toString('base64url'),
  DAWRA_SMS_GATEWAY: 'log',
  DAWRA_EFAWATEERCOM_USERNAME: NETWORK.username,
  DAWRA_EFAWATEERCOM_PASSWORD: NETWORK.password,
  DAWRA_EFAWATEERCOM_BILLER_CODE: NETWORK.billerCode,
  DAWRA_EFAWATEERCOM_XML: 'basic',
  DAWRA_EFAWATEERCOM_SOAP: 'basic',
  DAWRA_EFAWATEERCOM_RULES: 'ack=on',
  LOG_LEVEL: 'info',
});

async function runOn(url: string, folder: string, options: ChaosOptions): Promise<ChaosReport> {
  const { seed, without, leastMs = LEAST_MS } = options;
  const started = performance.now();
  const random = randomFrom(seed);
  const environment = environmentOf(url, folder);
  const program = without ? await buildWithout(without) : 'dist/main.js';
  const bench = await openBench(environment);
  const { app } = bench;
  let crew: Crew | undefined;
  try {
    if (without) await removeFrom(app.database, without);
    crew = await startCrew(program, environment, folder);
    const lastsMs = Math.max(leastMs, options.bills * MS_PER_BILL);
    const begin = wholeSecond(Date.now() + MS_TO_MAKE_ANY + options.bills * MS_TO_MAKE_A_BILL);
    const bills = await makeBills(app, options.bills, begin, lastsMs, random);
    const plan = planChaos(bills, begin, lastsMs, random);
    const before = await messagesNow(app);
    await sleep(Math.max(0, begin.getTime() - Date.now()));
    const { seen, kills } = await storm(app, crew, plan, randomFrom(seed + 1));
    await crew.stop();
    await restOf(app, plan, begin);
    const found = [...seen.unanswered, ...(await wrongAfter(app, plan, before))];
    return {
      bills: bills.length,
      payments: plan.bills.flatMap((b) => b.payments).length,
      seen,
      kills,
      outcomes: await outcomesOf(app),
      ...(await sentOf(app)),
      seconds: (performance.now() - started) / 1000,
      found,
    };
  } finally {
    await crew?.stop();
    await bench.close();
  }
}

/** The network tells times in whole seconds: decisions fall on them. */
const wholeSecond = (ms: number): Date => new Date(Math.ceil(ms / 1000) * 1000);

/** The network tells, people act, the clock goes on and processes die, all at once, until everything is answered. */
async function storm(app: App, crew: Crew, plan: Plan, random: Random): Promise<{ seen: Seen; kills: number }> {
  const from = performance.now();
  const at = (ms: number): Promise<void> => sleep(Math.max(0, ms - (performance.now() - from)));
  const people = plan.bills.flatMap(({ bill, withdrawsMs }) =>
    withdrawsMs === undefined
      ? []
      : [at(withdrawsMs).then(() => act(app, 'applicant', (work) => withdraw(work, bill.application)))],
  );
  const staff = plan.cancellations.map(({ offering, afterMs }) =>
    at(afterMs).then(() => act(app, 'staff', (work) => cancelOffering(work, offering.id, 'chaos'))),
  );
  let isOver = false;
  let kills = 0;
  const killing = async (role: Role): Promise<void> => {
    for (;;) {
      await sleep(200 + random(1000));
      if (isOver) return;
      await crew.killOne(role, random);
      kills += 1;
    }
  };
  const ticking = async (): Promise<void> => {
    // Workers ask once a minute what is due: too seldom for a run of a minute.
    for (; !isOver; await sleep(250)) await runDue(app, app.clock.now());
  };
  const lanes = Promise.all([killing('web'), killing('worker'), ticking()]);
  const [seen] = await Promise.all([tellAll(plan, crew.bases, random), ...people, ...staff]);
  isOver = true;
  await lanes;
  return { seen, kills };
}

/** What workers would do in the next minutes: decisions that became due, and messages that a killed worker left behind. */
async function restOf(app: App, plan: Plan, begin: Date): Promise<void> {
  const last = Math.max(0, ...plan.bills.map(({ bill }) => bill.decisionMs ?? 0));
  await sleep(Math.max(0, begin.getTime() + last + 1000 - Date.now()));
  while ((await runDue(app, app.clock.now(), EVERYTHING)) > 0);
  while ((await sendLeftBehind(app, logGateway(app.log), 0)) > 0);
}
