import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#platform/db/db.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { makeTestDatabase, NO_POSTGRES } from '#test/support/postgres.ts';
import { addCatalogue } from '#test/support/world.ts';
import { bankItemVersions, examVersions } from './schema.ts';

const ATTEMPTS = [
  ['a published exam is not changed', sql`update exam_version set pass_mark_percent = 1`],
  ['a published exam is not deleted', sql`delete from exam_version`],
  ['published exams are not emptied', sql`truncate exam_version cascade`],
  ['an approved wording is not changed', sql`update bank_item_version set points = 2`],
  ['an approved wording is not approved by somebody else', sql`update bank_item_version set reviewer = 'x'`],
  ['an approved wording is not deleted', sql`delete from bank_item_version`],
  ['wordings are not emptied', sql`truncate bank_item_version`],
] as const;

/** The same promise on both databases. */
function whatWasPublishedIsFinal(open: () => Promise<TestApp>, close: (app: TestApp) => Promise<void>): void {
  let app: TestApp;
  beforeAll(async () => {
    app = await open();
    await addCatalogue(app);
  });
  afterAll(() => close(app));

  test.each(ATTEMPTS)('H3 %s, whoever asks the database', async (_, statement) => {
    const rows = () =>
      Promise.all([app.database.db.select().from(examVersions), app.database.db.select().from(bankItemVersions)]);
    const before = await rows();
    const attempt = app.database.inTransaction((tx) => tx.execute(statement));
    await expect(attempt).rejects.toMatchObject({
      cause: { message: expect.stringContaining('what was published is final') },
    });
    expect(await rows()).toEqual(before);
    expect(before.map((list) => list.length)).toEqual([1, 2]);
  });
}

describe('what was published, on the embedded database', () => {
  whatWasPublishedIsFinal(
    () => makeApp(),
    (app) => app.close(),
  );
});

const server = await makeTestDatabase();

describe.skipIf(!server)(`what was published, on PostgreSQL${server ? '' : ` (${NO_POSTGRES})`}`, () => {
  whatWasPublishedIsFinal(
    async () => {
      const database = await openDatabase({ url: server?.url, dataDir: '' });
      await migrateDatabase(database);
      return makeApp({ database });
    },
    async (app) => {
      await app.close();
      await server?.drop();
    },
  );
});
