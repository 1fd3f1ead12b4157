import type { NewRequest } from '#features/applications/index.ts';
import { isDoubleSubmission, type SubmitRefusal, submitRequest } from '#features/applications/index.ts';
import type { Result } from '#kernel/result.ts';
import { command, type Work } from '#platform/app.ts';
import { openDatabase } from '#platform/db/db.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { makeTestDatabase } from '#test/support/postgres.ts';
import { addCatalogue } from '#test/support/world.ts';

/** Two programs on one PostgreSQL, each with its own connections, as two processes have. */
export type Field = {
  readonly apps: readonly [TestApp, TestApp];
  readonly url: string;
  /** Sets the clocks of both. */
  readonly at: (now: Date) => void;
  readonly close: () => Promise<void>;
};

/** @returns undefined when no PostgreSQL answers */
export async function makeField(): Promise<Field | undefined> {
  const postgres = await makeTestDatabase();
  if (!postgres) return undefined;
  const open = () => openDatabase({ dataDir: '', url: postgres.url, poolMax: 16 });
  const apps = [await makeApp({ database: await open() }), await makeApp({ database: await open() })] as const;
  await migrateDatabase(apps[0].database);
  await addCatalogue(apps[0]);
  return {
    apps,
    url: postgres.url,
    at: (now) => {
      for (const app of apps) app.clock.freezeAt(now);
    },
    close: async () => {
      for (const app of apps) await app.close();
      await postgres.drop();
    },
  };
}

/** Runs all at once, spread over both programs. */
export const atOnce = <T>(field: Field, runs: readonly ((app: TestApp) => Promise<T>)[]): Promise<T[]> =>
  Promise.all(runs.map((run, i) => run(field.apps[i % 2 === 0 ? 0 : 1])));

/** A request as the intake takes it: two of one person at the same instant get the same refusal. */
export async function trySubmit(
  app: TestApp,
  request: NewRequest,
): Promise<Result<{ readonly reference: string; readonly state: string }, { readonly code: SubmitRefusal['code'] }>> {
  try {
    return await command(app, { actor: 'applicant' }, (work) => submitRequest(work, request));
  } catch (error) {
    if (isDoubleSubmission(error)) return { ok: false, error: { code: 'already_applied' } };
    throw error;
  }
}

export const byStaff = <T>(app: TestApp, run: (work: Work) => Promise<T>): Promise<T> =>
  command(app, { actor: 'staff', actorName: 'race' }, run);

/** Random numbers from a seed (mulberry32), so that a run can be repeated. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Random numbers from 0 up to, not including, `below`. */
export type Random = ReturnType<typeof randomFrom>;

export { TEST_NOW };
