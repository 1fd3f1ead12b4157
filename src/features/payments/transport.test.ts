import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#platform/db/db.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { addCatalogue } from '#test/support/world.ts';
import { paymentRoutes } from './routes.ts';
import { paymentNotices } from './schema.ts';
import { ACCOUNT, BILLER, example, mfepOf, newTrx, notification, type Path, send, twoPayers } from './world.fixture.ts';

const PATHS: readonly Path[] = ['bill-pull', 'payment-notification', 'payment-acknowledgment', 'prepaid-validation'];
let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());

const basic = (text: string) => ({ Authorization: `Basic ${Buffer.from(text).toString('base64')}` });
async function refusal(answer: Response) {
  return { status: answer.status, code: (await mfepOf(answer)).MsgHeader.Result.ErrorCode };
}
/** Notices that are kept, to see that a refused message left nothing. */
const kept = async () => (await app.database.db.select().from(paymentNotices)).length;

test('without an account of the network every address says that it is not set up', async () => {
  const routes = paymentRoutes(app, null);
  for (const path of PATHS) {
    const answer = await routes.request(`/efawateercom/${path}`, { method: 'POST', body: '{}' });
    expect([answer.status, (await answer.json()) as unknown]).toMatchObject([
      503,
      { code: 'payment_network_not_configured' },
    ]);
  }
});

test('who does not know the password learns nothing and changes nothing', async () => {
  const [payer] = await twoPayers(app);
  const body = notification(app, { number: payer.bill.number });
  const wrong = [
    { Authorization: '' },
    { Authorization: 'Bearer x' },
    { Authorization: 'Basic' },
    { Authorization: 'Basic ***' },
    basic(''),
    basic('network:'),
    basic(`network:${ACCOUNT.password} `),
    basic(`Network:${ACCOUNT.password}`),
    basic(ACCOUNT.password),
  ];
  const before = await kept();
  for (const headers of wrong) {
    const answer = await send(app, 'payment-notification', body, headers);
    expect(answer.headers.get('www-authenticate')).toBe('Basic realm="efawateercom", charset="UTF-8"');
    expect(await refusal(answer), headers.Authorization).toEqual({ status: 401, code: 3 });
  }
  expect(await kept()).toBe(before);
});

test('only POST is answered', async () => {
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const answer = await paymentRoutes(app, BILLER).request('/efawateercom/bill-pull', { method });
    expect([answer.status, answer.headers.get('allow')], method).toEqual([405, 'POST']);
  }
});

test('only JSON in UTF-8 is read', async () => {
  const body = await example('pull-unknown-request');
  const status = async (type: string) => (await send(app, 'bill-pull', body, { 'Content-Type': type })).status;
  for (const type of [
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'application/json; charset=windows-1256',
    '',
  ]) {
    expect(await status(type), type).toBe(415);
  }
  for (const type of [
    'application/json; charset=utf-8',
    'Application/JSON;Charset="UTF-8"',
    'application/json; profile=x',
  ]) {
    expect(await status(type), type).toBe(200);
  }
  const latin = Buffer.from(body.replace('CourseFees', 'Caf\u00e9'), 'latin1');
  expect(await refusal(await send(app, 'bill-pull', new Uint8Array(latin)))).toEqual({ status: 400, code: 101 });
  expect((await send(app, 'bill-pull', `\uFEFF${body}`)).status).toBe(200);
});

test('what is no message of the network is refused in the network’s own form', async () => {
  const deep = `{"MFEP":${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}}`;
  const twice = notification(app, { number: '7700012342' }).replace('"PaidAmt":', '"PaidAmt":"1.000","PaidAmt":');
  const before = await kept();
  for (const path of PATHS) {
    for (const body of ['', '{', 'null', '[]', '{}', '{"MFEP":null}', deep, twice]) {
      expect(await refusal(await send(app, path, body)), `${path} ${body.slice(0, 20)}`).toEqual({
        status: 400,
        code: 101,
      });
    }
  }
  expect(await kept()).toBe(before);
});

test('a body of more than 64 KB is refused, whatever length it says', async () => {
  for (const size of [64 * 1024 + 1, 10 * 1024 * 1024, 20 * 1024 * 1024]) {
    expect(await refusal(await send(app, 'bill-pull', 'x'.repeat(size))), String(size)).toEqual({
      status: 413,
      code: 101,
    });
  }
  const body = (await example('pull-unknown-request')).padEnd(64 * 1024, ' ');
  expect((await send(app, 'bill-pull', body)).status).toBe(200);
});

test('a message at the address of another, or of no kind, is refused with 200 and 101', async () => {
  const before = await kept();
  const body = notification(app, { number: '7700012342' });
  for (const path of PATHS.filter((p) => p !== 'payment-notification')) {
    expect(await refusal(await send(app, path, body)), path).toEqual({ status: 200, code: 101 });
  }
  for (const header of [{}, { TrsInf: {} }, { TrsInf: { ReqTyp: 5 } }]) {
    const text = JSON.stringify({ MFEP: { MsgHeader: header, MsgBody: {} } });
    expect(await refusal(await send(app, 'payment-notification', text))).toEqual({ status: 200, code: 101 });
  }
  expect(await kept()).toBe(before);
});

test('a payment that cannot be read is refused with what is wrong, and nothing is kept', async () => {
  const before = await kept();
  const broken = [
    { paid: '15.5005' },
    { paid: -1 },
    { more: { JOEBPPSTrx: null } },
    { more: { ProcessDate: 'yesterday' } },
    { more: { JOEBPPSTrx: { a: 1 } } },
  ];
  for (const payment of broken) {
    const text = notification(app, { number: '7700012342', ...payment });
    expect(await refusal(await send(app, 'payment-notification', text))).toEqual({ status: 200, code: 101 });
  }
  for (const body of [{}, { Transactions: {} }, { Transactions: { TrxInf: [] } }, { BillingInfo: 'x' }, []]) {
    const text = JSON.stringify({ MFEP: { MsgHeader: { TrsInf: { ReqTyp: 'BLRPMTNTFRQ' } }, MsgBody: body } });
    expect(await refusal(await send(app, 'payment-notification', text))).toEqual({ status: 200, code: 101 });
  }
  expect(await kept()).toBe(before);
});

test('texts of any length and kind are kept without a fault', async () => {
  const odd = `\u0000\ud800 سلمى ${'x'.repeat(1000)}`;
  const more = { BankTrxId: odd, PmtStatus: odd, StmtDate: odd, Currency: odd };
  const answer = await send(app, 'payment-notification', notification(app, { number: odd, more }));
  expect(await refusal(answer)).toEqual({ status: 200, code: 0 });
});

test('a fault of ours is told as 303 with HTTP 500, with the GUID of the message, so that it comes again', async () => {
  const [payer] = await twoPayers(app);
  const trx = newTrx();
  const body = notification(app, { trx, number: payer.bill.number });
  const broken: Database = { ...app.database, inTransaction: () => Promise.reject(new Error('the disk is full')) };
  const answer = await send({ ...app, database: broken }, 'payment-notification', body);
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({
    MFEP: { MsgHeader: { GUID: 'a-guid', Result: { ErrorCode: 303, Severity: 'Error' } } },
  });
  expect(await refusal(await send(app, 'payment-notification', body))).toEqual({ status: 200, code: 0 });
});
