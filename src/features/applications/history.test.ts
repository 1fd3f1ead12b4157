import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#platform/db/db.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { makeTestDatabase, NO_POSTGRES } from '#test/support/postgres.ts';
import { addCatalogue, addOffering, aRequest, COURSE, submit } from '#test/support/world.ts';
import { history } from './schema.ts';

const ATTEMPTS = [
  ['updated', sql`update history set action = 'other'`],
  ['deleted', sql`delete from history`],
  ['emptied', sql`truncate history`],
  ['emptied with what names it', sql`truncate history cascade`],
] as const;

/** The same promise on both databases. */
function historyOnlyGrows(open: () => Promise<TestApp>, close: (app: TestApp) => Promise<void>): void {
  let app: TestApp;
  beforeAll(async () => {
    app = await open();
    await addCatalogue(app);
    await submit(app, aRequest(await addOffering(app, COURSE.free)));
  });
  afterAll(() => close(app));

  test.each(ATTEMPTS)('it cannot be %s', async (_, statement) => {
    const rows = () => app.database.db.$count(history);
    const before = await rows();
    const attempt = app.database.inTransaction((tx) => tx.execute(statement));
    await expect(attempt).rejects.toMatchObject({ cause: { message: expect.stringContaining('history only grows') } });
    expect(await rows()).toEqual(before);
  });
}

describe('the history on the embedded database', () => {
  historyOnlyGrows(
    () => makeApp(),
    (app) => app.close(),
  );
});

const server = await makeTestDatabase();

describe.skipIf(!server)(`the history on PostgreSQL${server ? '' : ` (${NO_POSTGRES})`}`, () => {
  historyOnlyGrows(
    async () => {
      const database: Database = await openDatabase({ url: server?.url, dataDir: '' });
      await migrateDatabase(database);
      return makeApp({ database });
    },
    async (app) => {
      await app.close();
      await server?.drop();
    },
  );
});
