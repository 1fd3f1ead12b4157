import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '#platform/app.ts';
import { openDatabase } from '#platform/db/db.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { violations } from '#test/support/invariants.ts';
import { makeTestDatabase, NO_POSTGRES } from '#test/support/postgres.ts';
import { addCatalogue, FEE, sentTo } from '#test/support/world.ts';
import { cancelOffering, findApplication, withdraw } from '../applications/index.ts';
import { noticesOf } from './queries.ts';
import { casesOf, newTrx, notification, send, twoPayers } from './world.fixture.ts';

const postgres = await makeTestDatabase();
afterAll(async () => postgres?.drop());

describe.skipIf(!postgres)(`on PostgreSQL${postgres ? '' : ` (${NO_POSTGRES})`}`, () => {
  let app: TestApp;
  beforeAll(async () => {
    const database = await openDatabase({ dataDir: '', url: postgres?.url });
    await migrateDatabase(database);
    app = await makeApp({ database });
    await addCatalogue(app);
  });
  afterAll(() => app.close());

  test('H the same notice fifty times at once has one effect and one answer', async () => {
    const [payer] = await twoPayers(app);
    const body = notification(app, { number: payer.bill.number });
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(app, 'payment-notification', body)));
    const texts = new Set(await Promise.all(answers.map((a) => a.text())));
    expect([answers.every((a) => a.status === 200), texts.size]).toEqual([true, 1]);
    expect((await sentTo(app, payer.mobile)).filter(([, clause]) => clause === '7.4')).toHaveLength(1);
    expect(await noticesOf(app.database.db, payer.bill.id)).toHaveLength(1);
    expect(await casesOf(app, payer.id)).toEqual([]);
  });

  test('H twenty payments of one bill at once: one settles it, the others wait for finance', async () => {
    const [payer] = await twoPayers(app);
    const bodies = Array.from({ length: 20 }, () => notification(app, { number: payer.bill.number, trx: newTrx() }));
    const answers = await Promise.all(bodies.map((body) => send(app, 'payment-notification', body)));
    expect(answers.every((a) => a.status === 200)).toBe(true);
    const outcomes = (await noticesOf(app.database.db, payer.bill.id)).map((n) => n.outcome).sort();
    expect(outcomes).toEqual([...Array.from({ length: 19 }, () => 'second_payment'), 'settled']);
    const record = await findApplication(app.database.db, payer.id, app.clock.now());
    expect(record?.row).toMatchObject({ state: 'confirmed', paidFils: FEE });
  });

  test('G payments that cross with withdrawals leave each person with exactly one finance case', async () => {
    const payers = (await Promise.all([1, 2, 3, 4, 5].map(() => twoPayers(app)))).flat();
    await Promise.all(
      payers.flatMap((p) => [
        send(app, 'payment-notification', notification(app, { number: p.bill.number })),
        command(app, { actor: 'applicant' }, (work) => withdraw(work, p.id)),
      ]),
    );
    for (const payer of payers) {
      const cases = await casesOf(app, payer.id);
      expect(cases.map((c) => c.amountFils)).toEqual([FEE]);
    }
  });

  test('I payments that cross with the cancellation of their courses leave each fils in exactly one finance case', async () => {
    const payers = (await Promise.all([1, 2, 3, 4, 5].map(() => twoPayers(app)))).map(([first]) => first);
    await Promise.all(
      payers.flatMap((p) => [
        send(app, 'payment-notification', notification(app, { number: p.bill.number })),
        command(app, { actor: 'staff' }, (work) => cancelOffering(work, p.offering, 'سبب')),
      ]),
    );
    for (const payer of payers) {
      const record = await findApplication(app.database.db, payer.id, app.clock.now());
      expect(record?.row.state).toBe('cancelled');
      expect((await casesOf(app, payer.id)).map((c) => c.amountFils)).toEqual([FEE]);
    }
  });

  test('H payments and their final words in any order: each payment has one effect and its final word', async () => {
    const payers = (await Promise.all([1, 2, 3, 4, 5, 6].map(() => twoPayers(app)))).flat();
    const trxs = payers.map(() => newTrx());
    const word = (trx: string) => ({
      MFEP: {
        MsgHeader: { TrsInf: { ReqTyp: 'PMTACKRQ' } },
        MsgBody: { BillingInfo: { JOEBPPSTrx: trx, PmtStatus: 'PmtComplt' } },
      },
    });
    await Promise.all(
      payers.flatMap((p, n) => [
        send(app, 'payment-acknowledgment', JSON.stringify(word(trxs[n] ?? ''))),
        send(app, 'payment-notification', notification(app, { number: p.bill.number, trx: trxs[n] ?? '' })),
      ]),
    );
    for (const [n, payer] of payers.entries()) {
      expect(await noticesOf(app.database.db, payer.bill.id)).toMatchObject([
        { trx: trxs[n], outcome: 'settled', status: 'PmtComplt', acknowledgedAt: app.clock.now() },
      ]);
    }
  });

  test('H after all of it every fils stands in exactly one place', async () => {
    expect(await violations(app.database)).toEqual([]);
  });
});
