import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { command } from '#platform/app.ts';
import { openDatabase } from '#platform/db/db.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import { withKey } from '#procedure/placement/rescore.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { makeTestDatabase, NO_POSTGRES, type TestDatabase } from '#test/support/postgres.ts';
import { addCatalogue, addOffering, aRequest, COURSE, EXAM, expectOk, submit } from '#test/support/world.ts';
import { submitAttempt } from './commands.ts';
import { correctionsForMarking } from './corrections.ts';
import { paperOf } from './queries.ts';
import { applyCorrection, type Correction, planCorrection } from './rescore.ts';
import { type AttemptRow, eventsOf } from './store.ts';
import { allAnswers, attemptRow, resultsOf, start } from './world.fixture.ts';

const server = await makeTestDatabase();
afterAll(async () => server?.drop());

describe.skipIf(!server)(`on PostgreSQL${server ? '' : ` (${NO_POSTGRES})`}`, () => {
  let app: TestApp;
  let postgres: TestDatabase | undefined;
  beforeEach(async () => {
    postgres = await makeTestDatabase();
    const database = await openDatabase({ dataDir: '', url: postgres?.url });
    await migrateDatabase(database);
    app = await makeApp({ database });
    await addCatalogue(app);
  });
  afterEach(async () => {
    await app.close();
    await postgres?.drop();
  });

  /** `b` instead of what is right now in the first question of a paper. */
  async function otherKey(attempt: AttemptRow): Promise<Correction> {
    const [item] = (await paperOf(app.database.db, attempt)).items;
    const body = item && withKey(item.content, { type: 'single_choice', correct: ['b'] });
    if (!item || !body) throw new Error('no question');
    return { examId: EXAM, itemId: item.id, itemVersion: item.version, body };
  }

  async function apply(correction: Correction) {
    const plan = expectOk(await command(app, { actor: 'staff' }, (work) => planCorrection(work, correction)));
    return command(app, { actor: 'staff' }, (work) =>
      applyCorrection(work, { ...correction, reason: 'wrong key' }, plan.digest),
    );
  }

  /** Until a transaction of this database waits for a lock. */
  async function somebodyWaits(): Promise<void> {
    for (let i = 0; i < 10_000; i += 1) {
      const waiting = await app.database.db.execute(
        sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if ((waiting as unknown as { rows: unknown[] }).rows.length > 0) return;
    }
    throw new Error('nobody waits');
  }

  test('6.3.2 a correction waits for a paper that is being marked, and then finds it', async () => {
    const { id } = await submit(app, aRequest(await addOffering(app, COURSE.freeExam, { min: 1 })));
    const attempt = await start(app, id);
    const correction = await otherKey(attempt);
    const log: string[] = [];
    const gate = Promise.withResolvers<void>();
    const marking = Promise.withResolvers<void>();
    const marked = command(app, { actor: 'applicant' }, async (work) => {
      await correctionsForMarking(work.tx, EXAM, attempt.paper);
      marking.resolve();
      await gate.promise;
      expectOk(await submitAttempt(work, id, allAnswers(attempt, 'a')));
      log.push('marked');
    });
    await marking.promise;
    const applied = apply(correction).finally(() => log.push('corrected'));
    await somebodyWaits();
    gate.resolve();
    await marked;
    // It had agreed to change nobody's result, and finds one to keep: it is looked at again.
    expect(await applied).toEqual({ ok: false, error: { code: 'changed' } });
    expect(log).toEqual(['marked', 'corrected']);
    expectOk(await apply(correction));
    const noted = (await eventsOf(app.database.db, attempt.id)).filter((event) => event.kind === 'rescored');
    expect(noted).toMatchObject([{ details: { effect: 'pass_kept', before: 100, after: 50 } }]);
  });

  test('6.3.2 who hands in while a key is corrected is marked by it, before or after', async () => {
    const ids = [];
    for (let i = 0; i < 24; i += 1) {
      ids.push((await submit(app, aRequest(await addOffering(app, COURSE.freeExam, { min: 1 })))).id);
    }
    const attempts = await Promise.all(ids.map((id) => start(app, id)));
    const [first] = attempts;
    if (!first) throw new Error('nobody sits');
    const correction = await otherKey(first);

    // Everybody chooses `a` twice: all right by the old key, half of it by the new one.
    const handIn = attempts.map((attempt) =>
      command(app, { actor: 'applicant' }, (work) =>
        submitAttempt(work, attempt.applicationId, allAnswers(attempt, 'a')),
      ).then(expectOk),
    );
    let tries = 0;
    for (let done = await apply(correction); !done.ok; done = await apply(correction)) {
      expect(done.error.code).toBe('changed');
      tries += 1;
    }
    await Promise.all(handIn);

    const marked = await Promise.all(ids.map((id) => attemptRow(app, id)));
    const results = (await Promise.all(ids.map((id) => resultsOf(app, id)))).flat();
    expect(tries).toBeLessThan(50);
    expect(results).toHaveLength(ids.length);
    // Marked before: the pass stands with the score that was told, and is noted. After: half right, which is no pass.
    for (const { id, passed, scorePoints } of marked) {
      const noted = (await eventsOf(app.database.db, id)).filter((event) => event.kind === 'rescored');
      expect([scorePoints, noted.length]).toEqual(passed ? [200, 1] : [100, 0]);
    }
  });
});
