import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue } from '#test/support/world.ts';
import { takeDecision } from '../applications/index.ts';
import { applications } from '../applications/schema.ts';
import { billOf, pull, send, twoPayers } from './world.fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterEach(() => app.clock.freezeAt(TEST_NOW));
afterAll(() => app.close());

/** Offerings of these tests begin ten days ahead and are decided a day before. */
const DECISION = plusMs(TEST_NOW, 9 * DAY_MS);

test('7.1, N1 a bill is presented until its deadline and not at it', async () => {
  const [payer] = await twoPayers(app);
  const account = { BillingNo: payer.bill.number, BillNo: payer.bill.number };
  app.clock.freezeAt(plusMs(DECISION, -1));
  expect(await pull(app, account)).toBe(0);
  app.clock.freezeAt(DECISION);
  expect(await pull(app, account)).toBe(323);
  await command(app, { actor: 'clock' }, (work) => takeDecision(work, payer.offering));
  expect(await pull(app, account)).toBe(323);
});

test('H a slip in one digit hits no other bill', async () => {
  const [payer] = await twoPayers(app);
  for (let place = 0; place < 10; place += 1) {
    const digits = [...payer.bill.number];
    digits[place] = String((Number(digits[place]) + 1) % 10);
    expect(await pull(app, { BillingNo: digits.join('') })).toBe(408);
  }
});

test('7.1 what is asked wrongly is told so in the record', async () => {
  const [payer, other] = await twoPayers(app);
  const { number } = payer.bill;
  expect(await pull(app, { BillNo: number })).toBe(0);
  expect(await pull(app, { BillingNo: Number(number) })).toBe(0);
  expect(await pull(app, { BillingNo: number }, null)).toBe(0);
  expect(await pull(app, { BillingNo: number }, 'coursefees')).toBe(0);
  expect(await pull(app, { BillingNo: number }, 'TopUp')).toBe(322);
  expect(await pull(app, { BillingNo: number, BillNo: other.bill.number })).toBe(314);
  for (const BillingNo of [
    `0${number}`,
    number.slice(1),
    `${number} or 1=1`,
    '١٢٣٤٥٦٧٨٩٠',
    `${number}\u0000`,
    'x'.repeat(500),
  ]) {
    expect(await pull(app, { BillingNo }), BillingNo).toBe(BillingNo.endsWith('\u0000') ? 0 : 408);
  }
  expect(await pull(app, {})).toBe(101);
  expect((await billOf(app, payer.id)).state).toBe('open');
});

test('7.1 the name and the course fit the lengths of the network and are never empty', async () => {
  const [payer] = await twoPayers(app);
  await app.database.inTransaction(async (tx) => {
    const long = { firstName: 'أ'.repeat(200), familyName: 'ب\n\tب' };
    await tx.update(applications).set(long).where(eq(applications.id, payer.id));
  });
  const body = {
    MFEP: { MsgHeader: { TrsInf: { ReqTyp: 'BILPULRQ' } }, MsgBody: { AcctInfo: { BillingNo: payer.bill.number } } },
  };
  const answer = JSON.stringify(await (await send(app, 'bill-pull', JSON.stringify(body))).json());
  const [, customer = '', text = ''] = /"CustName":"(.*?)","FreeText":"(.*?)"/.exec(answer) ?? [];
  expect([customer.length, text.length <= 100, text.startsWith('دورة PAID - ')]).toEqual([150, true, true]);
});
