/**
 * `npm run bench:inquiry`: banks ask for bills (BILPULRQ), fifty at a time, on PostgreSQL: first of an idle server, then
 * while requests for a course on sale come in. Reports the 99th percentile of both and their ratio.
 *
 * `--quick` asks and submits a tenth. Ends with 1 when an inquiry or a request fails, or above the gate.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ammanTime, Driver } from '#test/support/driver.ts';
import { startServer } from '#test/support/server.ts';
import { fireAll, type Load, type Shot } from './load.ts';
import { makeTestDatabase } from './postgres.ts';
import { openOfferings, prepareSubmissions } from './submissions.ts';

const quick = process.argv.includes('--quick');
const INQUIRIES = quick ? 600 : 6000;
const REQUESTS = quick ? 300 : 3000;
const BILLS = 50;
const BANKS = 50;
/** People who press the button at the same moment. */
const CLIENTS = 8;
const GATE = 3;

const round = (n: number, digits = 1): string => n.toFixed(digits);
const line = (what: string, figures: string): void => console.log(`${what.padEnd(58)} ${figures}`);
const load = (l: Load): string =>
  `${round(l.perSecond)}/s  p50 ${round(l.p50)}  p95 ${round(l.p95)}  p99 ${round(l.p99)} ms  ${JSON.stringify(l.statuses)}`;

/** Bills of a paid course, open. */
async function openBills(base: string): Promise<string[]> {
  const driver = new Driver(base, undefined, 300_000);
  const { id } = await driver.offering({ courseCode: 'C14', min: 1, max: BILLS, inDays: 30 });
  const shots = await prepareSubmissions(base, [id], BILLS, 310_000);
  const made = await fireAll(base, shots, CLIENTS);
  if (made.statuses['201'] !== BILLS) throw new Error(`not everybody was taken in: ${JSON.stringify(made.statuses)}`);
  const numbers = (await driver.messages()).flatMap((m) =>
    m.clause?.startsWith('7.1') ? [paymentNumber(m.text)] : [],
  );
  return numbers.filter((number) => number !== undefined).slice(-BILLS);
}

const paymentNumber = (text: string): string | undefined => /(?<!\d)\d{10}(?!\d)/.exec(text)?.[0];

function inquiry(driver: Driver, number: string, at: string): Shot {
  const header = { TmStp: at, GUID: crypto.randomUUID(), TrsInf: { SdrCode: 1, RcvCode: 901, ReqTyp: 'BILPULRQ' } };
  const body = { AcctInfo: { BillingNo: number, BillNo: number }, ServiceType: 'CourseFees' };
  return {
    path: '/efawateercom/bill-pull',
    method: 'POST',
    headers: { authorization: driver.basic() },
    body: JSON.stringify({ MFEP: { MsgHeader: header, MsgBody: body } }),
  };
}

async function main(): Promise<void> {
  const database = await makeTestDatabase();
  if (!database) {
    console.log('skipped: PostgreSQL is not reachable; set DAWRA_TEST_POSTGRES=postgres://user@host:port/database.');
    return;
  }
  const server = await startServer({ DAWRA_DEMO: '1', DATABASE_URL: database.url, LOG_LEVEL: 'error' });
  try {
    const { base } = server;
    const driver = new Driver(base);
    const numbers = await openBills(base);
    if (numbers.length !== BILLS) throw new Error(`${numbers.length} bills are open`);
    const at = ammanTime(await driver.now());
    const ask = (count: number) =>
      fireAll(
        base,
        Array.from({ length: count }, (_, i) => inquiry(driver, numbers[i % BILLS] ?? '', at)),
        BANKS,
      );
    const onSale = await openOfferings(base, 20);
    const rush = await prepareSubmissions(base, onSale, REQUESTS, 320_000);
    await ask(Math.ceil(INQUIRIES / 10));

    const idle = await ask(INQUIRIES);
    line(`inquiries, ${BANKS} at a time, idle server`, load(idle));
    const running = fireAll(base, rush, CLIENTS);
    await sleep(200);
    const busy = await ask(INQUIRIES);
    const submitted = await running;
    line(`inquiries, ${BANKS} at a time, while requests come in`, load(busy));
    line(`  the requests, ${CLIENTS} clients`, load(submitted));
    const ratio = busy.p99 / idle.p99;
    line(`  ratio of the 99th percentiles (at most ${GATE})`, round(ratio, 2));
    const failed = [idle, busy].some((l) => l.statuses['200'] !== INQUIRIES) || submitted.statuses['201'] !== REQUESTS;
    if (failed || ratio > GATE) process.exitCode = 1;
  } finally {
    await server.stop();
    await database.drop();
  }
}

await main();
