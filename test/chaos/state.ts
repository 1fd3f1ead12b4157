import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import { HOUR_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import { compose } from '#main/compose.ts';
import { type App, command } from '#platform/app.ts';
import { type Clock, systemClock } from '#platform/clock/clock.ts';
import { loadConfig } from '#platform/config/config.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import type { Random } from '#test/races/field.ts';
import { tell } from '#test/support/invariants.ts';
import { addCatalogue, addOffering, aRequest, COURSE, submit } from '#test/support/world.ts';

/** A bill that waits for its payment when the run begins. */
export type Bill = {
  readonly application: ApplicationId;
  readonly number: string;
  readonly offering: { readonly id: OfferingId; readonly isCancelled: boolean };
  /** When the decision of its offering falls, in milliseconds from the beginning; `null` = long after the run. */
  readonly decisionMs: number | null;
};

/** The program in this process, beside those that are killed: it makes the state, acts for people, and looks. */
export type Bench = {
  readonly app: App;
  readonly close: () => Promise<void>;
};

/** Opens a database of the run and brings its tables up to date. */
export async function openBench(environment: Readonly<Record<string, string>>): Promise<Bench> {
  const { app, database, jobs } = await compose(loadConfig({ ...environment, LOG_LEVEL: 'silent' }));
  await migrateDatabase(database);
  await jobs.start({ work: false });
  return {
    app,
    close: async () => {
      await jobs.stop();
      await database.close();
    },
  };
}

const PER_OFFERING = 20;
/** From the decision to the start: so long that nobody is reminded of the course in the run. */
const LEAD_MINUTES = 72 * 60;
const LONG_MS = 240 * HOUR_MS;
const AT_ONCE = 8;

/**
 * Brings so many people to an open bill, by the program's own commands an hour before the run begins. Of ten offerings
 * six have their decision in the run, three long after it, and one is cancelled in it.
 */
export async function makeBills(
  app: App,
  count: number,
  begin: Date,
  lastsMs: number,
  random: Random,
): Promise<Bill[]> {
  const before: Clock = { ...systemClock, now: () => plusMs(begin, -HOUR_MS) };
  const past = { ...app, clock: before };
  await addCatalogue(past);
  const groups = Array.from({ length: Math.ceil(count / PER_OFFERING) }, (_, i) => {
    const people = Math.min(PER_OFFERING, count - i * PER_OFFERING);
    const kind = i % 10;
    const decisionMs = kind < 6 ? wholeSeconds(lastsMs * (0.25 + random(50) / 100)) : null;
    // Some minimums are reached by everybody's request and by few payments: these courses are postponed.
    const min = random(3) === 0 ? people : Math.min(2 + random(4), people);
    return { people, decisionMs, min, isCancelled: kind === 9 };
  });
  // Lanes end in any order; the bills stand in the order of their groups, so that the same seed plans the same.
  const bills: Bill[][] = groups.map(() => []);
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let i = next++; i < groups.length; i = next++) {
      const group = groups[i];
      if (group) bills[i] = await makeGroup(past, group, begin);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return bills.flat();
}

type Group = {
  readonly people: number;
  readonly decisionMs: number | null;
  readonly min: number;
  readonly isCancelled: boolean;
};

async function makeGroup(app: App, group: Group, begin: Date): Promise<Bill[]> {
  const startsAt = plusMs(begin, (group.decisionMs ?? LONG_MS) + LEAD_MINUTES * MINUTE_MS);
  const id = await addOffering(app, COURSE.paid, {
    startsAt,
    min: group.min,
    max: group.people + 1,
    decisionLeadMinutes: LEAD_MINUTES,
    payTimeMinutes: 0,
  });
  for (let i = 0; i < group.people; i += 1) await submit(app, aRequest(id, { language: i % 2 ? 'en' : 'ar' }));
  const rows = await tell(
    app.database,
    `select b.application_id || ' ' || b.number as what from bill b join application a on a.id = b.application_id
      where a.offering_id = '${id}' and b.state = 'open' order by a.submission_order`,
  );
  if (rows.length !== group.people) throw new Error(`${rows.length} of ${group.people} have an open bill`);
  const offering = { id, isCancelled: group.isCancelled };
  return rows.map((row) => {
    const [application = '', number = ''] = row.split(' ');
    return { application: application as ApplicationId, number, offering, decisionMs: group.decisionMs };
  });
}

const wholeSeconds = (ms: number): number => Math.round(ms / 1000) * 1000;

/** What people do themselves while the network tells of their money. */
export const act = <T>(app: App, actor: 'applicant' | 'staff', run: Parameters<typeof command<T>>[2]): Promise<T> =>
  command(app, { actor, ...(actor === 'staff' && { actorName: 'chaos' }) }, run);
