import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { type ApplicationRecord, carryOut, findApplication } from '#features/applications/index.ts';
import { findOffering } from '#features/catalogue/index.ts';
import { recogniseOrAdd } from '#features/people/index.ts';
import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import { command } from '#platform/app.ts';
import { checkViolation } from '#platform/db/errors.ts';
import { ACCESS_ALPHABET, newId, randomCode } from '#platform/vault/random.ts';
import { decideSubmission } from '#procedure/lifecycle/admission.ts';
import type { TestApp } from '#test/support/app.ts';
import { violations } from '#test/support/invariants.ts';
import { NO_POSTGRES } from '#test/support/postgres.ts';
import { addOffering, aRequest, COURSE, submit } from '#test/support/world.ts';
import { atOnce, type Field, makeField } from './field.ts';

const PEOPLE = 8;
const field = await makeField();
afterAll(() => field?.close());

/** Lets nobody through before all have come. */
function gate(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let come = 0;
  return () => {
    come += 1;
    if (come === count) resolve();
    return promise;
  };
}

/** Takes a request in as the program does, but reads the offering without holding it. */
async function submitUnguarded(
  app: TestApp,
  offeringId: OfferingId,
  pattern: ApplicationRecord,
  allHaveRead: () => Promise<void>,
): Promise<'seated' | 'waitlisted' | 'refused'> {
  return command(app, { actor: 'applicant' }, async (work) => {
    const record = await findOffering(work.tx, offeringId);
    if (!record) throw new Error('there is no offering');
    const id = newId() as ApplicationId;
    const personId = await recogniseOrAdd(work.tx, app.vault, aRequest(offeringId).identity, newId(), work.now);
    await allHaveRead();
    const fresh: ApplicationRecord = {
      row: {
        ...pattern.row,
        id,
        personId,
        offeringId,
        reference: randomCode(ACCESS_ALPHABET, 6),
        state: 'waiting_minimum',
      },
      bill: null,
      facts: { ...pattern.facts, id, state: null, order: Number.MAX_SAFE_INTEGER },
    };
    const decided = decideSubmission(record.facts, fresh.facts, work.now);
    if (!decided.ok) return 'refused';
    await carryOut(work, { record, decision: { steps: decided.value.steps }, applications: [fresh], fresh: id });
    return decided.value.steps.at(-1)?.to === 'waitlisted' ? 'waitlisted' : 'seated';
  });
}

/** Eight people come for the last seat of an offering without its guard. */
async function rush({ apps, ...rest }: Field) {
  const [app] = apps;
  const offering = await addOffering(app, COURSE.free, { min: 1, max: 3 });
  const first = await submit(app, aRequest(offering));
  await submit(app, aRequest(offering));
  const pattern = await findApplication(app.database.db, first.id, app.clock.now());
  if (!pattern) throw new Error('there is no pattern');
  const allHaveRead = gate(PEOPLE);
  return atOnce(
    { apps, ...rest },
    Array.from(
      { length: PEOPLE },
      () => (by: TestApp) =>
        submitUnguarded(by, offering, pattern, allHaveRead).catch((error: unknown) => {
          if (checkViolation(error) === 'offering_never_overbooked') return 'stopped by the table' as const;
          throw error;
        }),
    ),
  );
}

const countOf = (outcomes: readonly string[], what: string): number => outcomes.filter((o) => o === what).length;

// The control of the race for the last seat: with its guards removed it must go wrong, else it proves nothing.
describe.skipIf(!field)(`the last seat without its guards${field ? '' : ` (${NO_POSTGRES})`}`, () => {
  it('without the lock, the check of the table alone keeps anybody from sitting on a lap', async () => {
    if (!field) return expect.unreachable();
    const outcomes = await rush(field);
    expect(countOf(outcomes, 'seated')).toBe(1);
    expect(countOf(outcomes, 'stopped by the table')).toBe(PEOPLE - 1);
    expect(await violations(field.apps[0].database)).toEqual([]);
  });

  it('without the lock and without the check it overbooks, and the checks of the database see it', async () => {
    if (!field) return expect.unreachable();
    const { database } = field.apps[0];
    await database.inTransaction((tx) =>
      tx.execute(sql`alter table offering drop constraint offering_never_overbooked`),
    );
    const outcomes = await rush(field);
    expect(countOf(outcomes, 'seated')).toBeGreaterThan(1);
    const found = await violations(database);
    expect(found.some((f) => f.startsWith('the counters of an offering equal a recount, within its seats'))).toBe(true);
  });
});
