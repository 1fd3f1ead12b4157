import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { fils } from '#kernel/money.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { command, type Work } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { violations } from '#test/support/invariants.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, FEE, sentTo, submit } from '#test/support/world.ts';
import { billsOf, findApplication, withdraw } from '../applications/index.ts';
import { entriesOfCase, totalBalance } from '../ledger/index.ts';
import { receiveNotice } from '../payments/index.ts';
import {
  applyToRequest,
  casesOf,
  completeRefund,
  eventsOf,
  findCase,
  judgeRefund,
  listQueue,
  reopen,
  requestRefund,
  requestsMeant,
  transferToOffering,
  writeDown,
} from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());

const db = () => app.database.db;
const as = <T>(actorName: string, run: (work: Work) => Promise<T>) => command(app, { actor: 'staff', actorName }, run);

async function pay(number: string, amount: number = FEE): Promise<void> {
  await receiveNotice(app, {
    ...{ trx: newId().slice(0, 20), guid: null, bankTrxId: null, billingNumber: number, billNumber: number },
    ...{ paid: fils(amount), currency: null, status: null, processedAt: app.clock.now(), statementDay: null },
  });
}

/** Two requests with a payment number each. */
async function payers() {
  const offering = await addOffering(app, COURSE.paid);
  const one = async () => {
    const request = aRequest(offering);
    const { id, reference } = await submit(app, request);
    return { id, reference, mobile: request.mobile };
  };
  const [first, second] = [await one(), await one()];
  const number = async ({ id }: typeof first) => (await billsOf(db(), [id]))[0]?.number ?? '';
  return [
    { ...first, number: await number(first) },
    { ...second, number: await number(second) },
  ] as const;
}

const stateOf = async (id: ApplicationId) => (await findApplication(db(), id, app.clock.now()))?.row.state;
const casesFor = async (id: ApplicationId) => casesOf(db(), { application: id });
/** What stands in the books: every fils that came is in one place. */
async function books() {
  const { received, ...places } = await totalBalance(db());
  expect(Object.values(places).reduce((sum, n) => sum + n, 0)).toBe(-received);
  expect(await violations(app.database)).toEqual([]);
}

/** A number that nobody has, one slip away from this one. */
async function paidWithASlip(number: string) {
  const typed = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
  await pay(typed);
  const line = (await listQueue(db(), { ended: false, kind: 'unknown_number' }, app.clock.now())).find(
    (one) => one.line?.billingNumber === typed,
  );
  if (!line) throw new Error('no case');
  return line;
}

describe('H finance applies money', () => {
  test('of a number with a slip to the request that was meant: confirmed, told, once', async () => {
    const [payer] = await payers();
    const line = await paidWithASlip(payer.number);
    expect(line.suggestion).toBe('apply');
    expect((await requestsMeant(db(), line.line?.billingNumber ?? '')).map((m) => m.reference)).toEqual([
      payer.reference,
    ]);
    const both = await Promise.all(
      ['a', 'b'].map((who) => as(who, (work) => applyToRequest(work, line.id, payer.reference, 'a slip'))),
    );
    expect(both.map((r) => r.ok).sort()).toEqual([false, true]);
    expect(both.find((r) => !r.ok)).toMatchObject({ error: { code: 'case_closed' } });
    expect(await stateOf(payer.id)).toBe('confirmed');
    expect((await sentTo(app, payer.mobile)).filter(([, clause]) => clause === '7.4')).toHaveLength(1);
    expect(await findCase(db(), line.id)).toMatchObject({ state: 'applied', note: payer.reference });
    expect((await eventsOf(db(), line.id)).map(({ act, reason }) => [act, reason])).toEqual([['apply', 'a slip']]);
    await books();
  });

  test('two payments that are too little by themselves, and the rest becomes a case to be refunded', async () => {
    const [payer] = await payers();
    await pay(payer.number, 10_000);
    const [first] = await casesFor(payer.id);
    if (!first) throw new Error('no case');
    const short = await as('a', (work) => applyToRequest(work, first.id, payer.reference, 'x'));
    expect(short).toMatchObject({ error: { code: 'amount_short' } });
    await pay(payer.number, 8_000);
    expectOk(await as('a', (work) => applyToRequest(work, first.id, payer.reference, 'both')));
    expect(await stateOf(payer.id)).toBe('confirmed');
    const all = await casesFor(payer.id);
    expect(all.map(({ kind, state, amountFils }) => `${kind} ${state} ${amountFils}`).sort()).toEqual([
      `overpaid open ${18_000 - FEE}`,
      'wrong_amount applied 10000',
      'wrong_amount applied 8000',
    ]);
    const overpaid = all.find(({ kind }) => kind === 'overpaid');
    const rest = (await entriesOfCase(db(), overpaid?.id ?? '')).map(({ account, fils: n }) => [account, n]);
    expect(rest).toEqual([['refund_due', 18_000 - FEE]]);
    await books();
  });

  test('a paid request, one without a bill and an unknown one are refused, and nothing moves', async () => {
    const [payer, other] = await payers();
    const line = await paidWithASlip(payer.number);
    await pay(other.number);
    const free = await submit(app, aRequest(await addOffering(app, COURSE.free)));
    for (const [reference, code] of [
      [other.reference, 'bill_paid'],
      [free.reference, 'no_bill'],
      ['NONE', 'request_not_found'],
    ] as const) {
      expect(await as('a', (work) => applyToRequest(work, line.id, reference, 'x'))).toMatchObject({ error: { code } });
    }
    expect(await findCase(db(), line.id)).toMatchObject({ state: 'open' });
  });
});

/** A paid request whose holder withdrew: its money waits to go back. */
async function aRefundCase() {
  const [payer] = await payers();
  await pay(payer.number);
  expectOk(await command(app, { actor: 'applicant' }, (work) => withdraw(work, payer.id)));
  const one = (await casesFor(payer.id)).find(({ kind }) => kind === 'refund');
  if (!one) throw new Error('no case');
  return { payer, id: one.id };
}

describe('I money goes back', () => {
  test('asked for, approved by a second person, transferred: the payer is told once', async () => {
    const { payer, id } = await aRefundCase();
    const told = async () => (await sentTo(app, payer.mobile)).filter(([t]) => t === 'refund_done').length;
    expect(await as('salma', (work) => completeRefund(work, id, 'B1'))).toMatchObject({ error: { code: 'no_refund' } });
    expectOk(await as('salma', (work) => requestRefund(work, id, 'withdrew')));
    expect(await as('salma', (work) => requestRefund(work, id, 'again'))).toMatchObject({
      error: { code: 'refund_running' },
    });
    expect(await as('salma', (work) => judgeRefund(work, id, 'approved', 'mine'))).toMatchObject({
      error: { code: 'same_person' },
    });
    expect(await as('omar', (work) => completeRefund(work, id, 'B1'))).toMatchObject({ error: { code: 'no_refund' } });
    expectOk(await as('omar', (work) => judgeRefund(work, id, 'approved', 'seen')));
    expect(await told()).toBe(0);
    const done = await Promise.all([1, 2].map(() => as('salma', (work) => completeRefund(work, id, 'B-77'))));
    expect(done.map((r) => r.ok).sort()).toEqual([false, true]);
    expect(await told()).toBe(1);
    expect(await findCase(db(), id)).toMatchObject({ state: 'refunded', note: 'B-77' });
    expect((await eventsOf(db(), id)).map(({ act, actor }) => [act, actor])).toEqual([
      ['request_refund', 'salma'],
      ['approve_refund', 'omar'],
      ['refund', 'salma'],
    ]);
    expect((await findApplication(db(), payer.id, app.clock.now()))?.row.paidFils).toBe(0);
    await books();
  });

  test('while it is on its way nothing else is done with the money; turned down, it waits again', async () => {
    const { id } = await aRefundCase();
    const target = await addOffering(app, COURSE.paid, { startsAt: plusMs(app.clock.now(), 20 * DAY_MS) });
    expectOk(await as('salma', (work) => requestRefund(work, id, 'withdrew')));
    const moved = () => as('omar', (work) => transferToOffering(work, id, target, 'wants another date'));
    expect(await moved()).toMatchObject({ error: { code: 'refund_running' } });
    expectOk(await as('omar', (work) => judgeRefund(work, id, 'refused', 'wants another date')));
    expectOk(await moved());
    expect(await findCase(db(), id)).toMatchObject({ state: 'transferred' });
    await books();
  });

  test('the database itself refuses an approval by who asked', async () => {
    const { id } = await aRefundCase();
    expectOk(await as('salma', (work) => requestRefund(work, id, 'x')));
    const direct = app.database.inTransaction(async (tx) => {
      const { refunds } = await import('./schema.ts');
      const { eq } = await import('drizzle-orm');
      await tx.update(refunds).set({ state: 'approved', judgedBy: 'salma' }).where(eq(refunds.caseId, id));
    });
    await expect(direct).rejects.toMatchObject({ cause: { constraint: 'finance_refund_second_person' } });
  });
});

describe('H money of nobody known', () => {
  test('is written down, stays in suspense, and can be taken up again', async () => {
    const [payer] = await payers();
    const { id } = await paidWithASlip(payer.number);
    expectOk(await as('a', (work) => writeDown(work, id, 'nobody asked')));
    expect(await findCase(db(), id)).toMatchObject({ state: 'written_down' });
    expect(await as('a', (work) => applyToRequest(work, id, payer.reference, 'x'))).toMatchObject({
      error: { code: 'case_closed' },
    });
    expectOk(await as('a', (work) => reopen(work, id, 'the payer came')));
    expectOk(await as('a', (work) => applyToRequest(work, id, payer.reference, 'receipt seen')));
    expect(await stateOf(payer.id)).toBe('confirmed');
    await books();
  });

  test('of a known person is not written down', async () => {
    const { id } = await aRefundCase();
    expect(await as('a', (work) => writeDown(work, id, 'x'))).toMatchObject({
      error: { code: 'kind_not_written_down' },
    });
  });
});
