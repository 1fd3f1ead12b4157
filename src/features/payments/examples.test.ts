import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { addCatalogue } from '#test/support/world.ts';
import { applications, bills } from '../applications/schema.ts';
import { noticesOf } from './queries.ts';
import { example, inOneLine, type Path, send, twoPayers } from './world.fixture.ts';

const NUMBER = '7700012342';
let app: TestApp;
let billId: string;

beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  const [payer] = await twoPayers(app);
  billId = payer.bill.id;
  await app.database.inTransaction(async (tx) => {
    await tx.update(bills).set({ number: NUMBER }).where(eq(bills.id, billId));
    await tx.update(applications).set({ reference: 'H5T8W3' }).where(eq(applications.id, payer.id));
  });
});
afterAll(() => app.close());

/** Each answer must be the example letter by letter, the order of its elements included. */
const STEPS: readonly [clause: string, path: Path, request: string, response: string][] = [
  ['7.1 a payable bill is presented', 'bill-pull', 'pull-request', 'pull-payable'],
  ['7.1 a number of nobody is refused in the record', 'bill-pull', 'pull-unknown-request', 'pull-unknown'],
  ['7.4 a payment is received', 'payment-notification', 'notification-request', 'notification-received'],
  [
    '7.4 the same payment again gets the same answer',
    'payment-notification',
    'notification-request',
    'notification-received',
  ],
  ['7.4 a paid bill says so', 'bill-pull', 'pull-request', 'pull-paid'],
  ['7.4 a payment is acknowledged', 'payment-acknowledgment', 'acknowledgement-request', 'acknowledgement-received'],
  ['7.1 nothing can be paid in advance', 'prepaid-validation', 'prepaid-request', 'prepaid-refused'],
];

for (const [title, path, request, response] of STEPS) {
  test(`${title}, as in the example ${response}`, async () => {
    const answer = await send(app, path, await example(request));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.text()).toBe(await inOneLine(response));
  });
}

test('what came is kept with the bill, for finance', async () => {
  expect(await noticesOf(app.database.db, billId)).toMatchObject([
    {
      trx: '880012345',
      bankTrxId: 'BTX-2027-000777',
      paid: 15_500,
      status: 'PmtComplt',
      processedAt: new Date('2027-01-03T08:59:58Z'),
      statementDay: '2027-01-04',
      outcome: 'settled',
      acknowledgedAt: app.clock.now(),
    },
  ]);
});
