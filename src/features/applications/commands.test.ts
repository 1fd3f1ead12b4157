import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, FEE, sentTo, submit } from '#test/support/world.ts';
import { fils } from '#kernel/money.ts';
import { newId } from '#platform/vault/random.ts';
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
    expect(await sentTo(app, one.mobile)).toEqual([['received', null], ['approved_free_full', '6.1']]);
    expect(await sentTo(app, two.mobile)).toEqual([['approved_free_full', '6.1']]);
  });

  test('7.1, 7.4, N1 who pays in time is confirmed, who does not is cancelled and 5 follows', async () => {
    const offering = await addOffering(app, COURSE.paid);
    const requests = [aRequest(offering), aRequest(offering)];
    const [one, two] = [await submit(app, requests[0]!), await submit(app, requests[1]!)];
    const [bill] = await billsOf(app.database.db, [one.id]);
    expect(bill?.number).toMatch(/^[1-9]\d{9}$/);
    const outcome = await command(app, { actor: 'bank' }, (work) =>
      applyPayment(work, one.id, { amount: fils(FEE), processedAt: TEST_NOW }, newId()),
    );
    expect(outcome).toBe('settled');
    const decisionAt = plusMs(TEST_NOW, 9 * DAY_MS);
    const early = await command(app, { actor: 'clock' }, (work) => takeDecision(work, offering), plusMs(decisionAt, -1));
    expect(early).toBe(false);
    expect(await command(app, { actor: 'clock' }, (work) => takeDecision(work, offering), decisionAt)).toBe(true);
    expect(await sentTo(app, requests[0]!.mobile)).toEqual([
      ['received', null], ['pay', '7.1'], ['paid_confirmed_full', '7.4'], ['postponed', '5'],
    ]);
    expect((await sentTo(app, requests[1]!.mobile)).map((m) => m[1])).toEqual(['7.1', 'N1']);
    expect((await findApplication(app.database.db, two.id, decisionAt))?.row).toMatchObject({ state: 'cancelled', reason: 'unpaid' });

    const reopened = await command(app, { actor: 'staff' }, (work) => setNewDate(work, offering, plusMs(decisionAt, 20 * DAY_MS)), plusMs(decisionAt, HOUR_MS));
    expect(expectOk(reopened).record.facts.id).toBe(offering);
    expect((await sentTo(app, requests[0]!.mobile)).at(-1)).toEqual(['new_date', 'N2']);
    expect((await findApplication(app.database.db, one.id, decisionAt))?.row.state).toBe('confirmed');
  });

  test('E the fourth of three seats is wait-listed, and a withdrawal moves it up at once', async () => {
    const offering = await addOffering(app, COURSE.free);
    const requests = [1, 2, 3, 4].map(() => aRequest(offering));
    const made: Awaited<ReturnType<typeof submit>>[] = [];
    for (const r of requests) made.push(await submit(app, r));
    expect(made[3]?.state).toBe('waitlisted');
    expectOk(await command(app, { actor: 'applicant' }, (work) => withdraw(work, made[0]!.id)));
    expect(await sentTo(app, requests[3]!.mobile)).toEqual([['waitlisted', null], ['approved_free_full', '6.1']]);
  });
});
