/**
 * `npm run bench:exam`: many people sit the placement exam in the same minute on PostgreSQL. Reports attempts per
 * second, how long an answer takes to be acknowledged, and the processor time that the server spends on an attempt; then
 * ends the server with kill -9 while they sit, and checks that every acknowledged answer is there.
 *
 * `--quick` takes 60 people instead of 500. Ends with 1 above the gate, or when an answer is missing.
 */
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { Driver } from '#test/support/driver.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { fireAll } from './load.ts';
import { makeTestDatabase, settingOf } from './postgres.ts';
import { Sitter, type Stopwatch } from './sitter.ts';
import { prepareSubmissions } from './submissions.ts';

const quick = process.argv.includes('--quick');
const PEOPLE = quick ? 60 : 500;
/** People who act at the same moment: each waits for an answer before the next. */
const AT_ONCE = 100;
/** Processor milliseconds of the server for one attempt, from the link in the message to the result. */
const GATE_MS = 25;
const AIM_MS = 15;
/** A free course whose exam has twenty questions. */
const COURSE = { code: 'C15', exam: 'E6' };

const line = (what: string, figures: string): void => console.log(`${what.padEnd(66)} ${figures}`);
const round = (n: number, digits = 1): string => n.toFixed(digits);

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Processor time of a process so far, its threads and system calls included, in milliseconds. */
function cpuMs(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  return (user + system) * 10;
}

/** People who were sent the exam link of a new offering. */
async function invite(base: string, firstPerson: number): Promise<Sitter[]> {
  const driver = new Driver(base);
  const { id } = await driver.offering({ courseCode: COURSE.code, min: 1, max: PEOPLE, inDays: 30 });
  const shots = await prepareSubmissions(base, [id], PEOPLE, firstPerson);
  const { statuses } = await fireAll(base, shots, 8);
  if (statuses['201'] !== PEOPLE) throw new Error(`not everybody was taken in: ${JSON.stringify(statuses)}`);
  const mobiles = new Set(shots.map((shot) => (JSON.parse(shot.body ?? '{}') as { mobile: string }).mobile.slice(1)));
  const links = (await driver.messages()).filter(
    (m) => m.template === 'exam_link' && m.clause === '6.3' && mobiles.has(m.to.replace('+962', '')),
  );
  if (links.length !== PEOPLE) throw new Error(`${links.length} exam links were sent`);
  return links.map((m) => new Sitter(base, new URL(m.links[0] ?? '').pathname, m.to.slice(-4)));
}

/** Lets everybody act, so many at once. */
async function together(people: readonly Sitter[], act: (one: Sitter) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(AT_ONCE, people.length) }, async () => {
      for (let one = people[next]; one; one = people[next]) {
        next += 1;
        await act(one);
      }
    }),
  );
}

/** What an attempt costs, from the link to the result. @returns processor milliseconds of the server for each */
async function cost(server: RunningServer): Promise<number> {
  const warm = await invite(server.base, 400_000);
  await together(warm, (one) => one.sitWhole());
  const people = await invite(server.base, 410_000);
  const watch: Stopwatch = { answers: [] };
  let spent = 0;
  const phase = async (what: string, act: (one: Sitter) => Promise<void>): Promise<number> => {
    const [cpu, at] = [cpuMs(server.child.pid), performance.now()];
    await together(people, act);
    const [each, seconds] = [(cpuMs(server.child.pid) - cpu) / PEOPLE, (performance.now() - at) / 1000];
    line(`  ${what}`, `${round(each)} ms`);
    spent += each;
    return seconds;
  };
  line(`processor time of the server for one of ${PEOPLE} attempts`, '');
  await phase('the link, the last four digits, the start page', (one) => one.enter());
  const started = await phase('the start and the questions', (one) => one.start());
  const answered = await phase('an answer to each question', (one) => one.answerAll(watch));
  const finished = await phase('handing in and the result', (one) => one.finish());
  const answers = watch.answers.length;
  const attempts = PEOPLE / (started + answered + finished);
  line('  all of it', `${round(spent)} ms for ${answers / PEOPLE} questions (gate ${GATE_MS}, aim ${AIM_MS})`);
  line('attempts', `${round(attempts)}/s; everybody has started after ${round(started)} s`);
  line('answers', `${round(answers / answered, 0)}/s`);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => round(share(watch.answers, part)));
  line(`  acknowledged, ${AT_ONCE} people at once`, `p50 ${p50}  p95 ${p95}  p99 ${p99} ms`);
  return spent;
}

/** Ends the server while everybody sits. @returns how many acknowledged answers are missing afterwards */
async function cut(server: RunningServer, url: string, environment: Record<string, string>): Promise<number> {
  const people = await invite(server.base, 420_000);
  await together(people, async (one) => {
    await one.enter();
    await one.start();
  });
  const all = people.reduce((n, one) => n + one.questions, 0);
  let acknowledged = 0;
  let killed: Promise<void> | undefined;
  await together(people, (one) =>
    one.answerAll({ answers: [] }, () => {
      acknowledged += 1;
      if (acknowledged >= all / 2) killed ??= server.kill();
    }),
  );
  await killed;
  const missing = await missingIn(url, people);
  line(`kill -9 after ${acknowledged} of ${all} answers`, `${missing} acknowledged answers are missing`);

  const again = await startServer({ ...environment, DAWRA_DATA_DIR: server.dataDir });
  try {
    for (const one of people) one.moveTo(again.base);
    await together(people, async (one) => {
      await one.resume();
      await one.answerAll({ answers: [] });
      await one.finish();
    });
    const passed = people.filter((one) => one.sawResult).length;
    line('  after a new start everybody goes on and finishes', `${passed} of ${PEOPLE}`);
    return missing + (PEOPLE - passed);
  } finally {
    await again.stop();
  }
}

async function missingIn(url: string, people: readonly Sitter[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ item: string; attempt: string; choice: string | null }>(
    `select attempt_id as attempt, item_id as item, answer ->> 'choice' as choice from given_answer`,
  );
  await client.end();
  const kept = new Map(rows.map((row) => [`${row.attempt} ${row.item}`, row.choice]));
  return people
    .flatMap((one) => [...one.acknowledged].map(([item, choice]) => kept.get(`${one.attempt} ${item}`) === choice))
    .filter((isThere) => !isThere).length;
}

async function main(): Promise<void> {
  const database = await makeTestDatabase();
  if (!database) {
    console.log('skipped: PostgreSQL is not reachable; set DAWRA_TEST_POSTGRES=postgres://user@host:port/database.');
    return;
  }
  const settings = ['fsync', 'synchronous_commit'];
  const told = await Promise.all(settings.map(async (name) => `${name} ${await settingOf(database.url, name)}`));
  line('PostgreSQL', told.join(', '));
  const environment = { DAWRA_DEMO: '1', DATABASE_URL: database.url, LOG_LEVEL: 'error' };
  const server = await startServer(environment);
  try {
    const whole = await cost(server);
    const missing = await cut(server, database.url, environment);
    if (whole > GATE_MS || missing > 0) process.exitCode = 1;
  } finally {
    if (server.child.exitCode === null && server.child.signalCode === null) await server.kill();
    await database.drop();
  }
}

await main();
