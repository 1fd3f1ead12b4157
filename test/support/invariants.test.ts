import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTimeMachine, seedDemo } from '#features/demo/index.ts';
import { demoGateway } from '#features/messages/index.ts';
import { makeApp, type TestApp } from './app.ts';
import { violations } from './invariants.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await seedDemo(app, createTimeMachine(app, app.clock, demoGateway));
});
afterAll(() => app.close());

describe('the checks of a whole database', () => {
  it('find nothing wrong with the demo data', async () => {
    expect(await violations(app.database, app.clock.now())).toEqual([]);
  });

  it.each([
    ['a counter that is off by one', `update offering set active = active - 1 where active > confirmed`],
    ['a bill that stays open', `update bill set state = 'open' where state = 'closed'`],
    ['a confirmation without money', `update application set paid_fils = 0 where state = 'confirmed' and fee_fils > 0`],
    ['money that is nowhere', `update finance_case set notice_id = null where notice_id is not null`],
    [
      'a payment applied twice',
      `update payment_notice set outcome = 'settled', bill_id = (select id from bill where state = 'paid' limit 1)`,
    ],
    ['a serial without its receipt', `update receipt_serial set last = last + 1`],
    ['a message that got lost', `delete from sms where clause = '5'`],
    ['a state without history', `update application set state = 'withdrawn' where state = 'rejected'`],
    [
      'people who wait although the minimum is reached',
      `update offering set state = 'admitting' where state = 'gathering' and active > 0`,
    ],
  ])('find %s', async (_what, damage) => {
    const found = await app.database
      .inTransaction(async (tx) => {
        await tx.execute(sql.raw(damage));
        throw new Seen(await violations({ ...app.database, db: tx as unknown as typeof app.database.db }));
      })
      .catch((error: unknown) => (error instanceof Seen ? error.found : Promise.reject(error)));
    expect(found).not.toEqual([]);
  });
});

/** Carries what was found out of a transaction that is not to be kept. */
class Seen extends Error {
  readonly found: readonly string[];
  constructor(found: readonly string[]) {
    super('seen');
    this.found = found;
  }
}
