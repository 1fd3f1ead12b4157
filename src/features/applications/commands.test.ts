import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, FEE, sentTo, submit } from '#test/support/world.ts';
import { applyPayment, billsOf, findApplication, setNewDate, takeDecision, withdraw } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());

describe('the life of requests', () => {
  test('4, 6.1 the first waits, the second completes the minimum and both are confirmed in one transaction', async () => {
    const offering = await addOffering(app, COURSE.free);
    const [one, two] = [aRequest(offering), aRequest(offering, { language: 'en' })];
    expect((await submit(app, one)).state).toBe('waiting_minimum');
    expect((await submit(app, two)).state).toBe('confirmed');
    expect(await sentTo(app, one.mobile)).toEqual([
      ['received', null],
      ['approved_free_full', '6.1'],
    ]);
    expect(await sentTo(app, two.mobile)).toEqual([['approved_free_full', '6.1']]);
  });

  test('7.1, 7.4, N1 who pays in time is confirmed, who does not is cancelled and 5 follows', async () => {
    const offering = await addOffering(app, COURSE.paid);
    const [payer, idler] = [aRequest(offering), aRequest(offering)];
    const [one, two] = [await submit(app, payer), await submit(app, idler)];
    const [bill] = await billsOf(app.database.db, [one.id]);
    expect(bill?.number).toMatch(/^[1-9]\d{9}$/);
    const outcome = await command(app, { actor: 'bank' }, (work) =>
      applyPayment(work, one.id, { amount: fils(FEE), processedAt: TEST_NOW }, newId()),
    );
    expect(outcome).toBe('settled');
    const decisionAt = plusMs(TEST_NOW, 9 * DAY_MS);
    const early = await command(
      app,
      { actor: 'clock' },
      (work) => takeDecision(work, offering),
      plusMs(decisionAt, -1),
    );
    expect(early).toBe(false);
    expect(await command(app, { actor: 'clock' }, (work) => takeDecision(work, offering), decisionAt)).toBe(true);
    expect(await sentTo(app, payer.mobile)).toEqual([
      ['received', null],
      ['pay', '7.1'],
      ['paid_confirmed_full', '7.4'],
      ['postponed', '5'],
    ]);
    expect((await sentTo(app, idler.mobile)).map((m) => m[1])).toEqual(['7.1', 'N1']);
    expect((await findApplication(app.database.db, two.id, decisionAt))?.row).toMatchObject({
      state: 'cancelled',
      reason: 'unpaid',
    });

    const reopened = await command(
      app,
      { actor: 'staff' },
      (work) => setNewDate(work, offering, plusMs(decisionAt, 20 * DAY_MS)),
      plusMs(decisionAt, HOUR_MS),
    );
    expect(expectOk(reopened).record.facts.id).toBe(offering);
    expect((await sentTo(app, payer.mobile)).at(-1)).toEqual(['new_date', 'N2']);
    expect((await findApplication(app.database.db, one.id, decisionAt))?.row.state).toBe('confirmed');
  });

  test('E the fourth of three seats is wait-listed, and a withdrawal moves it up at once', async () => {
    const offering = await addOffering(app, COURSE.free);
    const [first, last] = [aRequest(offering), aRequest(offering)];
    const { id } = await submit(app, first);
    await submit(app, aRequest(offering));
    await submit(app, aRequest(offering));
    expect((await submit(app, last)).state).toBe('waitlisted');
    expectOk(await command(app, { actor: 'applicant' }, (work) => withdraw(work, id)));
    expect(await sentTo(app, last.mobile)).toEqual([
      ['waitlisted', null],
      ['approved_free_full', '6.1'],
    ]);
  });
});
