import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { createLog } from '#platform/log/log.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue } from '#test/support/world.ts';
import { careForMessages } from './care.ts';
import { aBank, BANK_CODECS, deliver, noticeCall, pullCall } from './codecs.fixture.ts';
import { acknowledgementsWithoutPayment, evidenceOf, noticesOf } from './queries.ts';
import { paymentRoutes } from './routes.ts';
import { networkMessages } from './schema.ts';
import { aBiller, newTrx, twoPayers } from './world.fixture.ts';

const biller = aBiller({ rules: 'ack=on' });
const KEEP = { paymentDays: 30, inquiryDays: 10 };
let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterEach(() => app.clock.freezeAt(TEST_NOW));
afterAll(() => app.close());
const rows = () => app.database.db.select().from(networkMessages);

test.each(BANK_CODECS)('every call in %s is kept once, byte for byte, encrypted, with its answer', async (codec) => {
  const [payer] = await twoPayers(app);
  const { number } = payer.bill;
  const call = noticeCall(app, codec, { number, trx: `kept-${codec}` });
  const answer = await (await deliver(app, biller, call)).text();
  const [kept, ...more] = await evidenceOf(app.database.db, app.vault, `kept-${codec}`);
  expect(more).toEqual([]);
  expect(kept?.request.toString('utf8')).toBe(call.text);
  expect(kept).toMatchObject({
    response: answer,
    codec: codec.replace(/1.$/, ''),
    type: 'BLRPMTNTFRQ',
    httpStatus: 200,
    resultCode: 0,
    receivedAt: TEST_NOW,
  });
  const row = (await rows()).find((one) => one.joebppsTrx === `kept-${codec}`);
  expect([row?.requestBox, row?.responseBox].join()).not.toContain(number);
  await deliver(app, biller, pullCall(app, codec, number));
  expect((await evidenceOf(app.database.db, app.vault, number)).map((one) => one.type)).toEqual([
    'BLRPMTNTFRQ',
    'BILPULRQ',
  ]);
});

test('calls at the same time are all kept', async () => {
  const before = (await rows()).length;
  const calls = Array.from({ length: 250 }, () => deliver(app, biller, pullCall(app, 'xml', '7700012342')));
  await Promise.all(calls);
  expect((await rows()).length - before).toBe(250);
});

test('what could not be read is kept as it came, bytes that are no text too', async () => {
  const bytes = new Uint8Array([0xff, 0xfe, 0x00, 0x3c, 0x80]);
  await deliver(app, biller, { ...pullCall(app, 'json', '1'), text: bytes });
  const row = (await rows()).find((one) => one.type === 'unread');
  expect([row?.httpStatus, row?.note]).toEqual([400, 'MFEP']);
  expect(Buffer.from(app.vault.decrypt(row?.requestBox ?? ''), 'latin1')).toEqual(Buffer.from(bytes));
});

test('strangers are kept without a body, and only so many of them', async () => {
  const before = (await rows()).length;
  const bank = aBank(app, biller, 'json', { password: 'wrong' });
  for (let n = 0; n < 5; n += 1) await bank.inquire('7700012342');
  const strangers = (await rows()).slice(before).filter((one) => one.httpStatus === 401);
  expect(strangers.length).toBeGreaterThan(0);
  expect(strangers.every((one) => app.vault.decrypt(one.requestBox) === '')).toBe(true);
  const routes = paymentRoutes(app, biller);
  const start = (await rows()).length;
  for (let n = 0; n < 60; n += 1) await routes.request('/efawateercom/bill-pull', { method: 'POST', body: '{}' });
  expect((await rows()).length - start).toBe(30);
});

test('the line in the log tells what happened and names nobody', async () => {
  const lines: string[] = [];
  const logged = { ...app, log: createLog('info', { write: (line) => void lines.push(line) }) };
  const [payer] = await twoPayers(app);
  await aBank(logged, biller, 'soap12').pay({ number: payer.bill.number, trx: '880012345678' });
  const about = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(about.map((line) => [line['message'], line['type'], line['codec'], line['resultCode']])).toEqual([
    ['a message of the payment network', 'BILPULRQ', 'soap', 0],
    ['a message of the payment network', 'BLRPMTNTFRQ', 'soap', 0],
    ['a message of the payment network', 'PMTACKRQ', 'soap', 0],
  ]);
  expect(lines.join()).not.toMatch(new RegExp(`${payer.bill.number}|880012345678|سلمى|الخطيب`));
});

test('messages are deleted when their time is over: inquiries sooner than those that tell of money', async () => {
  const own = await makeApp();
  await addCatalogue(own);
  const bank = aBank(own, biller, 'json');
  await bank.pay({ number: '7700012342', amountFils: 1000 });
  const types = async () => (await own.database.db.select().from(networkMessages)).map((one) => one.type).sort();
  expect(await types()).toEqual(['BILPULRQ', 'BLRPMTNTFRQ', 'PMTACKRQ']);
  expect(await careForMessages(own, KEEP, plusMs(TEST_NOW, 10 * DAY_MS))).toBe(0);
  expect(await careForMessages(own, KEEP, plusMs(TEST_NOW, 10 * DAY_MS + 1))).toBe(1);
  expect(await types()).toEqual(['BLRPMTNTFRQ', 'PMTACKRQ']);
  expect(await careForMessages(own, KEEP, plusMs(TEST_NOW, 30 * DAY_MS + 1))).toBe(2);
  expect(await types()).toEqual([]);
  await own.close();
});

test('7.4 an acknowledgement that comes before its payment is kept and joins it; alone it becomes an alarm', async () => {
  const [payer] = await twoPayers(app);
  const bank = aBank(app, biller, 'xml');
  const payment = { number: payer.bill.number, trx: newTrx(), amount: 15_500, due: 15_500, processedAt: TEST_NOW };
  const lost = { ...payment, trx: newTrx() };
  expect((await bank.acknowledge(payment)).code).toBe(0);
  expect((await bank.acknowledge(lost)).code).toBe(0);
  expect(await noticesOf(app.database.db, payer.bill.id)).toEqual([]);
  expect((await bank.notify(payment)).code).toBe(0);
  expect(await noticesOf(app.database.db, payer.bill.id)).toMatchObject([
    { trx: payment.trx, status: 'PmtComplt', outcome: 'settled', acknowledgedAt: TEST_NOW },
  ]);
  await bank.acknowledge(lost);
  const later = plusMs(TEST_NOW, 6 * HOUR_MS + 1);
  expect(await acknowledgementsWithoutPayment(app.database.db, later)).toMatchObject([
    { trx: lost.trx, billingNumber: payer.bill.number, paidFils: 15_500, times: 2, firstAt: TEST_NOW },
  ]);
  const lines: string[] = [];
  const logged = { ...app, log: createLog('error', { write: (line) => void lines.push(line) }) };
  await careForMessages(logged, KEEP, plusMs(TEST_NOW, 6 * HOUR_MS));
  expect(lines).toEqual([]);
  await careForMessages(logged, KEEP, later);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 'error', payments: 1 }]);
});
