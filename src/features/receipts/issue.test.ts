import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { fils } from '#kernel/money.ts';
import { command } from '#platform/app.ts';
import { openDatabase } from '#platform/db/db.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import { newId } from '#platform/vault/random.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { freshPglite } from '#test/support/pglite.ts';
import { makeTestDatabase, NO_POSTGRES } from '#test/support/postgres.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, FEE, submit } from '#test/support/world.ts';
import { applyPayment, withdraw } from '../applications/index.ts';
import { receiptByCode, voidReceipt } from './commands.ts';
import { codeOf, receiptNumber, receiptsOf } from './index.ts';
import { yearOf } from './number.ts';
import { receiptSerials, receipts } from './schema.ts';

const postgres = await makeTestDatabase();
afterAll(async () => postgres?.drop());

test('a year of receipts begins at midnight in Amman', () => {
  expect(['2026-12-31T20:59:59Z', '2026-12-31T21:00:00Z'].map((at) => yearOf(new Date(at)))).toEqual([2026, 2027]);
});

/** A request that waits for its payment, in an offering with another one. */
async function payers(app: TestApp, pairs: number) {
  const all = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const offering = await addOffering(app, COURSE.paid);
    all.push(await submit(app, aRequest(offering)), await submit(app, aRequest(offering)));
  }
  return all.map(({ id }) => id);
}

const pay = (app: TestApp, id: ApplicationId, after: () => void = () => undefined, amount = FEE, noticeId = newId()) =>
  command(app, { actor: 'bank' }, async (work) => {
    const outcome = await applyPayment(work, id, { amount: fils(amount), processedAt: work.now }, noticeId);
    after();
    return outcome;
  });

/** Serials in their order, and what the counter says. */
async function serials(app: TestApp) {
  const rows = await app.database.db.select().from(receipts).orderBy(receipts.serial);
  const [counter] = await app.database.db.select().from(receiptSerials);
  return { serials: rows.map((row) => row.serial), last: counter?.last ?? 0 };
}
const upTo = (n: number) => ({ serials: Array.from({ length: n }, (_, k) => k + 1), last: n });

describe.each([
  { name: 'embedded', open: freshPglite, is: true },
  {
    name: `on PostgreSQL${postgres ? '' : ` (${NO_POSTGRES})`}`,
    open: async () => openDatabase({ dataDir: '', url: postgres?.url, poolMax: 20 }),
    is: postgres !== undefined,
  },
])('$name', ({ open, is }) => {
  describe.skipIf(!is)('receipts', () => {
    let app: TestApp;
    beforeAll(async () => {
      const database = await open();
      await migrateDatabase(database);
      app = await makeApp({ database });
      await addCatalogue(app);
    });
    afterAll(() => app?.close());

    test('7.4 payments at once, some of which fail at the last moment, leave serials without a gap', async () => {
      const ids = await payers(app, 8);
      const fails = new Set(ids.filter((_, n) => n % 3 === 0));
      const results = await Promise.allSettled(
        ids.map((id) =>
          pay(app, id, () => {
            if (fails.has(id)) throw new Error('at the last moment');
          }),
        ),
      );
      const settled = results.filter((r) => r.status === 'fulfilled').length;
      expect(settled).toBe(ids.length - fails.size);
      expect(await serials(app)).toEqual(upTo(settled));
      for (const id of ids) expect(await receiptsOf(app.database.db, id)).toHaveLength(fails.has(id) ? 0 : 1);
    });

    test('7.4 what failed is paid later and gets the next serial; a repeat and money for finance get none', async () => {
      const before = (await serials(app)).last;
      const [one, two] = await payers(app, 1);
      if (!one || !two) throw new Error('there are two');
      const notice = newId();
      expect(await pay(app, one, undefined, FEE, notice)).toBe('settled');
      expect(await pay(app, one)).toBe('second_payment');
      expect(await pay(app, two, undefined, 5000)).toBe('wrong_amount');
      expect(await serials(app)).toEqual(upTo(before + 1));
      const [receipt] = await receiptsOf(app.database.db, one);
      if (!receipt) throw new Error('it has a receipt');
      expect(receiptNumber(receipt.row)).toBe(`2027-${String(before + 1).padStart(6, '0')}`);
      expect(receipt.row).toMatchObject({ noticeId: notice, amountFils: FEE, issuedAt: app.clock.now() });
      expect(receipt.row.content).toMatchObject({ course: { ar: 'دورة PAID', en: 'Course PAID' }, trx: null });
      expect(receipt.row.content.payer).toBe(receipt.row.content.participant);
    });

    test('a receipt is never changed, deleted or emptied out, and serials only count', async () => {
      const refused = async (statement: string) => {
        const failed = await app.database.db.execute(sql.raw(statement)).then(
          () => 'done',
          (error: Error) => String(error.cause ?? error),
        );
        expect([statement, failed]).toEqual([statement, expect.stringMatching(/receipts stay|serials have no gaps/)]);
      };
      await refused('update receipt set amount_fils = 1');
      await refused('delete from receipt');
      await refused('truncate receipt cascade');
      await refused('update receipt_serial set last = last + 2');
      await refused('update receipt_serial set last = last - 1');
      await refused('delete from receipt_serial');
    });

    test('a receipt is declared void once, and stays void; its code still finds it', async () => {
      const [id] = await payers(app, 1);
      if (!id) throw new Error('there is one');
      await pay(app, id);
      expectOk(await command(app, { actor: 'applicant' }, (work) => withdraw(work, id)));
      const [receipt] = await receiptsOf(app.database.db, id);
      if (!receipt) throw new Error('it has a receipt');
      expect(receipt.void).toBeNull();
      const declare = () =>
        command(app, { actor: 'staff', actorName: 'finance' }, (work) =>
          voidReceipt(work, receipt.row.id, { kind: 'refunded', reason: 'أعيد المبلغ' }),
        );
      const codes = (await Promise.all([declare(), declare()])).map((r) => (r.ok ? 'ok' : r.error.code)).sort();
      expect(codes).toEqual(['already_void', 'ok']);
      const found = await receiptByCode(
        app,
        codeOf(app, receipt)
          .toLowerCase()
          .replace(/(.{4})/g, '$1 '),
      );
      expect(found?.void).toMatchObject({ kind: 'refunded', voidedBy: 'finance' });
      expect(await receiptByCode(app, 'AAAA-AAAA-AAAA-AAAA')).toBeUndefined();
      expect(JSON.stringify(receipt.row)).not.toContain(codeOf(app, receipt));
    });
  });
});
