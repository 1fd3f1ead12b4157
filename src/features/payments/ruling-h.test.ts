import { count, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { createLog } from '#platform/log/log.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue, expectOk, FEE, sentTo } from '#test/support/world.ts';
import {
  cancelOffering,
  endByStaff,
  findApplication,
  setNewDate,
  takeDecision,
  withdraw,
} from '../applications/index.ts';
import { financeCases, history } from '../applications/schema.ts';
import { offerings } from '../catalogue/schema.ts';
import { noticesOf } from './queries.ts';
import { paymentNotices } from './schema.ts';
import { casesOf, newTrx, notification, type Payer, pay, pull, send, twoPayers } from './world.fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterEach(() => app.clock.freezeAt(TEST_NOW));
afterAll(() => app.close());

/** Offerings of these tests begin ten days ahead and are decided a day before. */
const DECISION = plusMs(TEST_NOW, 9 * DAY_MS);
const stateOf = async (payer: Payer) => {
  const record = await findApplication(app.database.db, payer.id, app.clock.now());
  return { state: record?.row.state, bill: record?.bill?.state, paid: record?.row.paidFils };
};
const lastSms = async (payer: Payer) => (await sentTo(app, payer.mobile)).at(-1);
const casesWithout = async (trx: string) => {
  const [notice] = await app.database.db.select().from(paymentNotices).where(eq(paymentNotices.joebppsTrx, trx));
  if (!notice) throw new Error('the notice was not kept');
  const cases = await app.database.db.select().from(financeCases).where(eq(financeCases.noticeId, notice.id));
  return { outcome: notice.outcome, cases: cases.map((c) => [c.kind, c.applicationId, c.amountFils, c.note]) };
};
async function decide(payer: Payer): Promise<void> {
  app.clock.freezeAt(DECISION);
  await command(app, { actor: 'clock' }, (work) => takeDecision(work, payer.offering));
}
const ALARM = 'a payment notice came again and says something else: the first one counts';
const ACCEPTED = { status: 200, code: 0 };

test('7.4 a payment in time confirms the booking and says so once', async () => {
  const [payer] = await twoPayers(app);
  expect(await pay(app, { number: payer.bill.number })).toEqual(ACCEPTED);
  expect(await stateOf(payer)).toEqual({ state: 'confirmed', bill: 'paid', paid: FEE });
  expect(await lastSms(payer)).toEqual(['paid_confirmed_full', '7.4']);
  expect(await noticesOf(app.database.db, payer.bill.id)).toMatchObject([{ outcome: 'settled', paid: FEE }]);
});

test('7.4 the last second before the deadline is on time, although the notice comes later; the deadline is not', async () => {
  const [one, two] = await twoPayers(app, { min: 1 });
  app.clock.freezeAt(plusMs(DECISION, 1));
  await pay(app, { number: one.bill.number, at: plusMs(DECISION, -1000) });
  expect((await stateOf(one)).state).toBe('confirmed');
  await pay(app, { number: two.bill.number, at: DECISION });
  expect(await stateOf(two)).toEqual({ state: 'cancelled', bill: 'closed', paid: 0 });
  expect(await casesOf(app, two.id)).toEqual([{ kind: 'late_payment', amountFils: FEE, state: 'open' }]);
  expect((await sentTo(app, two.mobile)).slice(-2)).toEqual([
    ['cancelled_unpaid', 'N1'],
    ['payment_late', null],
  ]);
});

test('7.4 the fees of the bank are no part of what was paid', async () => {
  const [payer] = await twoPayers(app);
  await pay(app, { number: payer.bill.number, more: { FeesAmt: '0.250', FeesOnBiller: true, DueAmt: '15.750' } });
  expect((await stateOf(payer)).paid).toBe(FEE);
});

test('7.4 every status of a received payment counts, and none at all', async () => {
  for (const PmtStatus of ['PmtNew', 'PmtSent', 'PmtComplt', 'PMTCOMPLT', undefined]) {
    const [payer] = await twoPayers(app);
    await pay(app, { number: payer.bill.number, more: { PmtStatus } });
    expect((await stateOf(payer)).state, PmtStatus).toBe('confirmed');
  }
});

test('H the same notice fifty times at once has one effect and one answer', async () => {
  const [payer] = await twoPayers(app);
  const body = notification(app, { number: payer.bill.number });
  const answers = await Promise.all(Array.from({ length: 50 }, () => send(app, 'payment-notification', body)));
  const texts = new Set(await Promise.all(answers.map((a) => a.text())));
  expect([answers.every((a) => a.status === 200), texts.size]).toEqual([true, 1]);
  expect(await stateOf(payer)).toEqual({ state: 'confirmed', bill: 'paid', paid: FEE });
  expect((await sentTo(app, payer.mobile)).filter(([, clause]) => clause === '7.4')).toHaveLength(1);
  expect(await noticesOf(app.database.db, payer.bill.id)).toHaveLength(1);
  const [steps] = await app.database.db.select({ n: count() }).from(history).where(eq(history.applicationId, payer.id));
  expect(steps?.n).toBe(3);
});

test('H the same number of payment with another amount or bill: the first counts, the answer is the same', async () => {
  const [payer, other] = await twoPayers(app);
  const trx = newTrx();
  expect(await pay(app, { trx, number: payer.bill.number })).toEqual(ACCEPTED);
  const lines: string[] = [];
  const logged = { ...app, log: createLog('error', { write: (line) => void lines.push(line) }) };
  expect(await pay(logged, { trx, number: payer.bill.number })).toEqual(ACCEPTED);
  expect(lines).toEqual([]);
  expect(await pay(logged, { trx, number: payer.bill.number, paid: '1.000' })).toEqual(ACCEPTED);
  expect(await pay(logged, { trx, number: other.bill.number })).toEqual(ACCEPTED);
  expect(lines.map((line) => JSON.parse(line).message)).toEqual([ALARM, ALARM]);
  expect((await stateOf(payer)).paid).toBe(FEE);
  expect(await stateOf(other)).toEqual({ state: 'awaiting_payment', bill: 'open', paid: 0 });
  expect([await casesOf(app, payer.id), await casesOf(app, other.id)]).toEqual([[], []]);
});

test('H a second payment of a paid bill waits for finance', async () => {
  const [payer] = await twoPayers(app);
  await pay(app, { number: payer.bill.number });
  expect(await pay(app, { number: payer.bill.number })).toEqual(ACCEPTED);
  expect(await casesOf(app, payer.id)).toEqual([{ kind: 'second_payment', amountFils: FEE, state: 'open' }]);
  expect((await stateOf(payer)).paid).toBe(FEE);
});

test('H too little and too much wait for finance, and the bill can still be paid', async () => {
  const [payer] = await twoPayers(app);
  expect(await pay(app, { number: payer.bill.number, paid: '15.499' })).toEqual(ACCEPTED);
  expect(await pay(app, { number: payer.bill.number, paid: 15.501 })).toEqual(ACCEPTED);
  expect(await casesOf(app, payer.id)).toEqual([
    { kind: 'wrong_amount', amountFils: 15_499, state: 'open' },
    { kind: 'wrong_amount', amountFils: 15_501, state: 'open' },
  ]);
  expect(await lastSms(payer)).toEqual(['payment_amount_wrong', null]);
  expect((await stateOf(payer)).state).toBe('awaiting_payment');
  await pay(app, { number: payer.bill.number });
  expect((await stateOf(payer)).state).toBe('confirmed');
});

test('H money for a number of nobody, or for two numbers at once, waits for finance', async () => {
  const [payer, other] = await twoPayers(app);
  const [unknown, torn] = [newTrx(), newTrx()];
  expect(await pay(app, { trx: unknown, number: '7700099999' })).toEqual(ACCEPTED);
  expect(await pay(app, { trx: torn, number: payer.bill.number, billNo: other.bill.number })).toEqual(ACCEPTED);
  expect(await casesWithout(unknown)).toEqual({
    outcome: 'unknown_number',
    cases: [['unknown_number', null, FEE, null]],
  });
  expect((await casesWithout(torn)).cases).toEqual([['unknown_number', null, FEE, `BillNo ${other.bill.number}`]]);
  expect((await stateOf(payer)).state).toBe('awaiting_payment');
});

test('H money for a number with a typing slip waits for finance, which is told whose number it may be', async () => {
  const [payer, other] = await twoPayers(app);
  const { number } = payer.bill;
  const last = Number(number.at(-1));
  const slips = [
    number.slice(0, -1) + String((last + 3) % 10),
    number.slice(0, -1),
    `${number}7`,
    `${number[0] === '1' ? '2' : '1'}${number.slice(1)}`,
  ];
  for (const slip of slips) {
    const trx = newTrx();
    expect(await pull(app, { BillingNo: slip })).toBe(408);
    expect(await pay(app, { trx, number: slip })).toEqual(ACCEPTED);
    const { outcome, cases } = await casesWithout(trx);
    expect(outcome).toBe('unknown_number');
    expect(cases[0]?.[3], slip).toContain(`one slip away from`);
    expect(cases[0]?.[3], slip).toContain(number);
    expect(cases[0]?.[3], slip).not.toContain(other.bill.number);
  }
  expect((await stateOf(payer)).state).toBe('awaiting_payment');
});

test('H paid before the bill was opened: the number proves the bill, and the payment confirms', async () => {
  const [payer] = await twoPayers(app);
  await pay(app, { number: payer.bill.number, at: plusMs(TEST_NOW, -DAY_MS) });
  expect(await stateOf(payer)).toEqual({ state: 'confirmed', bill: 'paid', paid: FEE });
  expect(await casesOf(app, payer.id)).toEqual([]);
});

test('H a status that is none of a received payment, or another currency, waits for finance', async () => {
  const [payer] = await twoPayers(app);
  const [odd, dollars] = [newTrx(), newTrx()];
  expect(await pay(app, { trx: odd, number: payer.bill.number, more: { PmtStatus: 'PmtMisMatch' } })).toEqual(ACCEPTED);
  expect(await pay(app, { trx: dollars, number: payer.bill.number, more: { Currency: 'USD' } })).toEqual(ACCEPTED);
  expect((await casesWithout(odd)).cases).toEqual([['unknown_number', null, FEE, 'PmtStatus PmtMisMatch']]);
  expect((await casesWithout(dollars)).cases).toEqual([['unknown_number', null, FEE, 'Currency USD']]);
  expect((await stateOf(payer)).state).toBe('awaiting_payment');
});

test('H paid in time but told after N1: reinstated while a seat is free', async () => {
  const [payer, other] = await twoPayers(app, { min: 1, max: 2 });
  await pay(app, { number: other.bill.number });
  await decide(payer);
  expect((await stateOf(payer)).state).toBe('cancelled');
  await pay(app, { number: payer.bill.number, at: plusMs(DECISION, -HOUR_MS) });
  expect(await stateOf(payer)).toEqual({ state: 'confirmed', bill: 'paid', paid: FEE });
  expect((await sentTo(app, payer.mobile)).slice(-2)).toEqual([
    ['payment_reinstated', null],
    ['paid_confirmed_full', '7.4'],
  ]);
});

test('H paid in time but told after N1, and the seats are taken: finance and a message', async () => {
  const [payer, other] = await twoPayers(app, { min: 1, max: 2 });
  await pay(app, { number: other.bill.number });
  await decide(payer);
  // A smaller room: the seat that the cancellation freed is gone.
  await app.database.inTransaction((tx) =>
    tx.update(offerings).set({ maxSeats: 1 }).where(eq(offerings.id, payer.offering)),
  );
  await pay(app, { number: payer.bill.number, at: plusMs(DECISION, -HOUR_MS) });
  expect((await stateOf(payer)).state).toBe('cancelled');
  expect(await casesOf(app, payer.id)).toEqual([{ kind: 'late_payment', amountFils: FEE, state: 'open' }]);
  expect(await lastSms(payer)).toEqual(['payment_late', null]);
});

test('G, H paid after the person withdrew, staff ended the request, or the offering was cancelled: finance and a message', async () => {
  const endings = [
    (p: Payer) => command(app, { actor: 'applicant' }, (work) => withdraw(work, p.id)),
    (p: Payer) => command(app, { actor: 'staff' }, (work) => endByStaff(work, p.id, 'by_staff', 'سبب')),
    (p: Payer) => command(app, { actor: 'staff' }, (work) => cancelOffering(work, p.offering, 'سبب')),
  ];
  for (const end of endings) {
    const [payer] = await twoPayers(app);
    const ended: { readonly ok: boolean } = await end(payer);
    expect(ended.ok).toBe(true);
    expect(await pull(app, { BillingNo: payer.bill.number })).toBe(323);
    expect(await pay(app, { number: payer.bill.number })).toEqual(ACCEPTED);
    expect(await casesOf(app, payer.id)).toEqual([{ kind: 'late_payment', amountFils: FEE, state: 'open' }]);
    expect(await lastSms(payer)).toEqual(['payment_late', null]);
  }
});

test('G a payment that crosses with the withdrawal leaves a refund or a late payment, never nothing', async () => {
  const [payer] = await twoPayers(app);
  await Promise.all([
    pay(app, { number: payer.bill.number }),
    command(app, { actor: 'applicant' }, (work) => withdraw(work, payer.id)),
  ]);
  expect((await stateOf(payer)).state).toBe('withdrawn');
  const cases = await casesOf(app, payer.id);
  expect(cases).toHaveLength(1);
  expect(['refund', 'late_payment']).toContain(cases[0]?.kind);
});

test('5, H a bill of a postponed offering is not payable, and what is paid nevertheless confirms', async () => {
  const keeping = await makeApp({ database: app.database, settings: { unpaidOnPostponement: 'keep' } });
  const [payer] = await twoPayers(app);
  keeping.clock.freezeAt(DECISION);
  await command(keeping, { actor: 'clock' }, (work) => takeDecision(work, payer.offering));
  expect(await stateOf(payer)).toMatchObject({ state: 'awaiting_payment', bill: 'suspended' });
  expect(await pull(keeping, { BillingNo: payer.bill.number })).toBe(323);
  await pay(keeping, { number: payer.bill.number });
  expect(await stateOf(payer)).toMatchObject({ state: 'confirmed', bill: 'paid' });
});

test('N1, D literally: postponed after N1, then paid money that was in time reinstates', async () => {
  const [payer] = await twoPayers(app);
  await decide(payer);
  expect(await stateOf(payer)).toMatchObject({ state: 'cancelled', bill: 'closed' });
  await pay(app, { number: payer.bill.number, at: plusMs(DECISION, -HOUR_MS) });
  expect(await stateOf(payer)).toMatchObject({ state: 'confirmed', bill: 'paid' });
  expect((await sentTo(app, payer.mobile)).slice(-2)).toEqual([
    ['payment_reinstated', null],
    ['postponed', '5'],
  ]);
  const dated = await command(app, { actor: 'staff' }, (work) =>
    setNewDate(work, payer.offering, plusMs(DECISION, 20 * DAY_MS)),
  );
  expectOk(dated);
  expect(await lastSms(payer)).toEqual(['new_date', 'N2']);
});

test('7.4 several payments in one message: each is answered for itself, in order', async () => {
  const [one, two] = await twoPayers(app);
  const trxOf = (payer: Payer, paid: string) =>
    JSON.parse(notification(app, { number: payer.bill.number, paid })).MFEP.MsgBody.Transactions.TrxInf as object;
  const message = JSON.parse(notification(app, { number: '1' }));
  message.MFEP.MsgBody.Transactions.TrxInf = [trxOf(one, 'many'), trxOf(two, '15.500')];
  const answer = await send(app, 'payment-notification', JSON.stringify(message));
  const { MFEP } = (await answer.json()) as { MFEP: Record<string, unknown> };
  expect(MFEP).toMatchObject({
    MsgHeader: { Result: { ErrorCode: 101, ErrorDesc: 'Invalid Message: PaidAmt' } },
    MsgBody: { Transactions: { TrxInf: [{ Result: { ErrorCode: 101 } }, { Result: { ErrorCode: 0 } }] } },
  });
  expect([(await stateOf(one)).state, (await stateOf(two)).state]).toEqual(['awaiting_payment', 'confirmed']);
});

test('7.4 an acknowledgement of a payment that is not known is accepted and moves nothing', async () => {
  const message = {
    MFEP: {
      MsgHeader: { TrsInf: { ResTyp: 'PMTACKRQ' } },
      MsgBody: { BillingInfo: { JOEBPPSTrx: newTrx(), PmtStatus: 'PmtComplt', ProcessDate: '2027-01-03T11:00:00' } },
    },
  };
  const answer = await send(app, 'payment-acknowledgment', JSON.stringify(message));
  expect(await answer.json()).toMatchObject({
    MFEP: {
      MsgHeader: { Result: { ErrorCode: 0 } },
      MsgBody: { Transactions: { TrxInf: { ProcessDate: '2027-01-03T11:00:00', STMTDate: '2027-01-03' } } },
    },
  });
});
