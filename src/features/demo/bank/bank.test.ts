import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { addCatalogue, addOffering, aRequest, COURSE, FEE, submit } from '#test/support/world.ts';
import { type ApplicationRecord, findApplication } from '../../applications/index.ts';
import { noticesOf, paymentRoutes } from '../../payments/index.ts';
import { aBiller } from '../../payments/world.fixture.ts';
import { type Bank, createBank } from './client.ts';
import { planTraffic } from './traffic.ts';
import { BANK_CODECS, type BankCodec } from './writings.ts';

const BILLER = { username: 'demo-bank', password: 'a password', billerCode: '901', serviceType: 'CourseFees' };
const INTERFACE = aBiller({ account: BILLER, rules: 'ack=on' });
let app: TestApp;
let bank: Bank;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  bank = bankWith(BILLER.password);
});
afterAll(() => app.close());

function bankWith(password: string, codec?: BankCodec): Bank {
  const routes = paymentRoutes(app, INTERFACE);
  return createBank(
    { ...BILLER, password, baseUrl: 'http://localhost:3000' },
    { now: () => app.clock.now(), fetch: (url, init) => routes.request(url, init), codec },
  );
}

async function payer(): Promise<{
  number: string;
  billId: string;
  now: () => Promise<ApplicationRecord['row'] | undefined>;
}> {
  const offering = await addOffering(app, COURSE.paid, { min: 1 });
  const { id } = await submit(app, aRequest(offering));
  const find = () => findApplication(app.database.db, id, app.clock.now());
  const bill = (await find())?.bill;
  if (!bill) throw new Error('the request has no bill');
  return { number: bill.number, billId: bill.id, now: async () => (await find())?.row };
}

test.each(BANK_CODECS)(
  '7.1, 7.4 in %s the bank shows the bill, pays what is due, and then shows that it is paid',
  async (codec) => {
    const bank = bankWith(BILLER.password, codec);
    const one = await payer();
    const shown = await bank.inquire(one.number);
    expect(shown).toMatchObject({ code: 0, due: FEE, customer: 'سلمى الخطيب', payBefore: '2027-01-12T12:00:00' });
    const report = await bank.pay({ number: one.number });
    expect(report.payment).toMatchObject({ amount: FEE, accepted: true });
    expect(report.exchanges.map((e) => [e.message, e.status])).toEqual([
      ['bill-pull', 200],
      ['payment-notification', 200],
      ['payment-acknowledgment', 200],
    ]);
    expect(await one.now()).toMatchObject({ state: 'confirmed', paidFils: FEE });
    expect((await noticesOf(app.database.db, one.billId))[0]).toMatchObject({
      status: 'PmtComplt',
      outcome: 'settled',
    });
    expect(await bank.pay({ number: one.number })).toMatchObject({ inquiry: { code: 324, due: 0 }, payment: null });
  },
);

test('H the bank can repeat a notice, pay another amount, pay late, and pay a number of nobody', async () => {
  const one = await payer();
  const repeated = await bank.pay({ number: one.number, repeat: 3, trx: '880000001' });
  expect(repeated.exchanges.map((e) => e.status)).toEqual([200, 200, 200, 200, 200, 200]);
  expect(await noticesOf(app.database.db, one.billId)).toHaveLength(1);

  const other = await payer();
  await bank.pay({ number: other.number, amountFils: fils(1000) });
  await bank.pay({ number: other.number, processedAt: plusMs(app.clock.now(), 9 * DAY_MS) });
  const outcomes = (await noticesOf(app.database.db, other.billId)).map((n) => n.outcome);
  expect(outcomes.sort()).toEqual(['late_payment', 'wrong_amount']);

  const nobody = await bank.pay({ number: '7700099999', amountFils: fils(FEE) });
  expect(nobody).toMatchObject({ inquiry: { code: 408 }, payment: { accepted: true } });
});

test('a bank that is not let in, and an answer that is none, are reported as they are', async () => {
  const report = await bankWith('wrong').pay({ number: '7700099999', amountFils: fils(FEE) });
  expect(report).toMatchObject({ inquiry: { code: 3, due: null }, payment: { accepted: false } });
  expect(report.exchanges.map((e) => e.status)).toEqual([401, 401]);
  const deaf = createBank(
    { ...BILLER, baseUrl: '' },
    { now: () => app.clock.now(), fetch: () => new Response('<html>') },
  );
  expect(await deaf.inquire('1')).toMatchObject({ code: null, due: null, exchange: { response: '<html>' } });
});

test('the bank’s messages have the elements of the examples, in their order, and no password', async () => {
  const one = await payer();
  const { exchanges } = await bank.pay({ number: one.number });
  const examples = ['pull-request', 'notification-request', 'acknowledgement-request'];
  for (const [index, name] of examples.entries()) {
    const text = await readFile(new URL(`../../payments/examples/${name}.json`, import.meta.url), 'utf8');
    const request = exchanges[index]?.request ?? '';
    const names = elementsOf(JSON.parse(text)).filter((path) => !path.includes('PayerInfo'));
    expect(elementsOf(JSON.parse(request)), name).toEqual(names);
    expect(request).not.toContain(BILLER.password);
  }
});

function elementsOf(node: unknown, path = ''): string[] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([name, value]) => elementsOf(value, `${path}/${name}`));
}

test.each(BANK_CODECS)('7.1 in %s a number that is not billed cannot be paid in advance', async (codec) => {
  const answer = await bankWith(BILLER.password, codec).validate({
    number: '7700099999',
    amount: 5000,
    code: '424242',
  });
  expect([answer.status, answer.code]).toEqual([200, codec === 'json' ? 408 : 0]);
  expect(answer.response).toContain('408');
});

test('traffic is planned alike for the same seed, with every copy, late and out of order', () => {
  const numbers = Array.from({ length: 200 }, (_, n) => n);
  const disorder = { copies: [1, 5], delayMs: [0, 1000], shuffle: true, seed: 7 } as const;
  const plan = planTraffic(numbers, disorder);
  expect(plan).toEqual(planTraffic(numbers, disorder));
  expect(plan).not.toEqual(planTraffic(numbers, { ...disorder, seed: 8 }));
  const copies = numbers.map((n) => plan.filter((p) => p.message === n).length);
  expect([Math.min(...copies), Math.max(...copies)]).toEqual([1, 5]);
  expect(plan.map((p) => p.afterMs)).toEqual(plan.map((p) => p.afterMs).sort((a, b) => a - b));
  expect(plan.map((p) => p.message)).not.toEqual([...plan.map((p) => p.message)].sort((a, b) => a - b));
  const calm = planTraffic(numbers, { copies: [1, 1], delayMs: [0, 0], shuffle: false, seed: 1 });
  expect(calm.map((p) => p.message)).toEqual(numbers);
});
