import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { openDatabase, type Tx } from '#platform/db/db.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';
import { newId } from '#platform/vault/random.ts';
import { balanceOf, billStanding, type Entry, explainsBill } from '#procedure/payments/ledger.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { makeTestDatabase, NO_POSTGRES } from '#test/support/postgres.ts';
import { addCatalogue, addOffering, COURSE, expectOk, FEE } from '#test/support/world.ts';
import { findApplication, refundCase, transferCase, withdraw } from '../applications/index.ts';
import { financeCases } from '../applications/schema.ts';
import { newTrx, type Payer, pay, twoPayers } from '../payments/world.fixture.ts';
import {
  BOOK_RULES,
  checkBooks,
  checkBooksNightly,
  entriesOfApplication,
  entriesOfBill,
  entriesOfCase,
  findStanding,
  postFromCase,
  postMovement,
  recentChecks,
  totalBalance,
} from './index.ts';
import { ledgerEntries, ledgerMovements } from './schema.ts';
import { insertMovement, tell } from './store.ts';

/** Why an attempt failed; the databases put it at different places of the error. */
const reasonOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'it did not fail',
    (error: unknown) => `${String(error)} ${String((error as Error).cause)}`,
  );

const NOTHING = { application: null, bill: null, financeCase: null };
const server = await makeTestDatabase();
const DATABASES = [
  { name: 'the embedded database', open: () => makeApp() },
  {
    name: 'PostgreSQL',
    open: async () => {
      const database = await openDatabase({ url: server?.url, dataDir: '' });
      await migrateDatabase(database);
      return makeApp({ database });
    },
  },
];

describe.each(DATABASES)('the ledger on $name', ({ name, open }) => {
  describe.skipIf(name === 'PostgreSQL' && !server)(server ? 'keeps' : NO_POSTGRES, () => {
    let app: TestApp;
    let payer: Payer;
    let other: Payer;
    beforeAll(async () => {
      app = await open();
      await addCatalogue(app);
      [payer, other] = await twoPayers(app);
      await pay(app, { number: payer.bill.number });
    });
    afterAll(async () => {
      await app.close();
      if (name === 'PostgreSQL') await server?.drop();
    });

    test.each([
      ['update', sql`update ledger_entry set fils = fils + 1`],
      ['delete', sql`delete from ledger_entry`],
      ['update', sql`update ledger_movement set note = 'other'`],
      ['delete', sql`delete from ledger_movement`],
      ['truncate', sql`truncate ledger_entry`],
      ['truncate', sql`truncate ledger_movement cascade`],
    ])('its rows from every %s', async (_, statement) => {
      const attempt = app.database.inTransaction((tx) => tx.execute(statement));
      expect(await reasonOf(attempt)).toContain('only grows');
    });

    test('a movement that does not balance, or has no entries, out of its rows', async () => {
      const before = await app.database.db.$count(ledgerMovements);
      const lopsided: readonly Entry[] = [
        { ...NOTHING, account: 'received', fils: -FEE },
        { ...NOTHING, account: 'applied', fils: FEE - 1, application: payer.id },
      ];
      const row = { at: app.clock.now(), actor: 'bank', noticeId: newId() };
      const kept = (entries: readonly Entry[]) =>
        app.database.inTransaction((tx) => insertMovement(tx, { kind: 'receive', entries }, row));
      expect(await reasonOf(kept(lopsided))).toContain('does not balance');
      const bare = app.database.inTransaction((tx) => tx.insert(ledgerMovements).values({ ...row, kind: 'receive' }));
      expect(await reasonOf(bare)).toContain('0 entries');
      const afterwards = app.database.inTransaction(async (tx) => {
        const [movement] = await tx.select({ id: ledgerMovements.id }).from(ledgerMovements).limit(1);
        const late = { account: 'received', fils: 5, movementId: movement?.id ?? 0 } as const;
        await tx.insert(ledgerEntries).values(late);
      });
      expect(await reasonOf(afterwards)).toContain('does not balance');
      expect(await app.database.db.$count(ledgerMovements)).toBe(before);
    });

    test('7.4 the money of a payment from coming in twice', async () => {
      const [entry] = await entriesOfBill(app.database.db, payer.bill.id);
      const again = command(app, { actor: 'bank' }, (work) =>
        postMovement(
          work,
          { kind: 'receive', amount: fils(FEE), application: payer.id, bill: payer.bill.id, financeCase: null },
          { noticeId: entry?.noticeId ?? '' },
        ),
      );
      expect(await reasonOf(again)).toContain('once_for_a_payment');
    });

    test('G, I what a payment, a withdrawal, a refund and a transfer did to each fils', async () => {
      const { db } = app.database;
      const accounts = (entries: readonly Entry[]) => entries.map((e) => [e.account, e.fils]);
      expect(accounts(await entriesOfBill(db, payer.bill.id))).toEqual([
        ['received', -FEE],
        ['applied', FEE],
      ]);
      await pay(app, { number: other.bill.number });
      for (const one of [payer, other]) {
        expectOk(await command(app, { actor: 'applicant' }, (work) => withdraw(work, one.id)));
      }
      const caseOf = async (one: Payer): Promise<string> => {
        const [row] = await db
          .select({ id: financeCases.id })
          .from(financeCases)
          .where(eq(financeCases.applicationId, one.id));
        return row?.id ?? '';
      };
      const [first, second] = [await caseOf(payer), await caseOf(other)];
      expect(await findStanding(db, first)).toMatchObject({ account: 'refund_due', amount: FEE, bill: payer.bill.id });
      expectOk(await command(app, { actor: 'staff', actorName: 'reem' }, (work) => refundCase(work, first, 'حوالة 7')));
      const target = await addOffering(app, COURSE.paid);
      const moved = await command(app, { actor: 'staff' }, (work) => transferCase(work, second, target));
      expectOk(moved);

      const refunded = await entriesOfCase(db, first);
      expect(accounts(refunded)).toEqual([
        ['refund_due', FEE],
        ['refund_due', -FEE],
        ['refunded', FEE],
      ]);
      expect(refunded.at(-1)).toMatchObject({ kind: 'refund', actor: 'reem', note: 'حوالة 7' });
      expect(await findStanding(db, first)).toBeUndefined();
      const bill = await entriesOfBill(db, other.bill.id);
      expect(billStanding(bill, fils(FEE))).toBe('left');
      expect(explainsBill('paid', billStanding(bill, fils(FEE)))).toBe(true);
      expect(balanceOf(await entriesOfApplication(db, other.id))).toMatchObject({ applied: 0, transferred: FEE });
      expect(await totalBalance(db)).toMatchObject({ received: -2 * FEE, applied: FEE, refunded: FEE, transferred: 0 });
      expect(await checkBooks(app, 'reem', app.clock.now())).toMatchObject({ isGreen: true, findings: [] });
    });

    test('H more than a case holds, or anything of an empty one, where it is', async () => {
      const trx = newTrx();
      await pay(app, { number: '7700099999', trx });
      const [open] = await app.database.db
        .select({ id: financeCases.id })
        .from(financeCases)
        .where(eq(financeCases.state, 'open'));
      const financeCase = open?.id ?? '';
      const take = (amount: number, id = financeCase) =>
        command(app, { actor: 'staff' }, (work) =>
          postFromCase(work, { kind: 'refund', financeCase: id, amount: fils(amount) }),
        );
      await expect(take(FEE + 1)).rejects.toThrow('cannot leave');
      await expect(take(1, newId())).rejects.toThrow('holds no money');
      expect((await findStanding(app.database.db, financeCase))?.amount).toBe(FEE);
    });
  });
});

describe('the look through the books', () => {
  let app: TestApp;
  let paid: Payer;
  let ended: Payer;
  beforeAll(async () => {
    app = await makeApp();
    await addCatalogue(app);
    [paid, ended] = await twoPayers(app);
    for (const one of [paid, ended]) await pay(app, { number: one.bill.number });
    await command(app, { actor: 'applicant' }, (work) => withdraw(work, ended.id));
    await pay(app, { number: paid.bill.number, trx: 'ODD' });
    const gone = await twoPayers(app);
    await pay(app, { number: gone[0].bill.number });
    await command(app, { actor: 'applicant' }, (work) => withdraw(work, gone[0].id));
    const [row] = await app.database.db
      .select({ id: financeCases.id })
      .from(financeCases)
      .where(eq(financeCases.applicationId, gone[0].id));
    const target = await addOffering(app, COURSE.paid);
    expectOk(await command(app, { actor: 'staff' }, (work) => transferCase(work, row?.id ?? '', target)));
  });
  afterAll(() => app.close());

  /** What a rule finds after an outsider's hand has been in the tables; nothing of it stays. */
  async function foundAfter(harm: readonly string[], rule: string): Promise<string[]> {
    let found: string[] = [];
    const undo = new Error('undo');
    const attempt = app.database.inTransaction(async (tx: Tx) => {
      for (const table of ['ledger_entry', 'ledger_movement']) {
        await tx.execute(sql.raw(`alter table ${table} disable trigger user`));
      }
      for (const statement of harm) await tx.execute(sql.raw(statement));
      found = await tell(tx, BOOK_RULES.find(({ name }) => name === rule)?.finds ?? '');
      throw undo;
    });
    await expect(attempt).rejects.toBe(undo);
    return found;
  }

  const HARM: readonly (readonly [string, string])[] = [
    ['movement_balances', `update ledger_entry set fils = fils + 1 where account = 'applied'`],
    ['payment_is_received_once', `update payment_notice set paid_fils = paid_fils - 1 where joebpps_trx = 'ODD'`],
    ['payment_is_received_once', `update ledger_movement set notice_id = gen_random_uuid() where kind = 'receive'`],
    ['received_came_from_a_payment', `update ledger_movement set notice_id = gen_random_uuid() where kind = 'receive'`],
    ['bill_is_explained', `update bill set state = 'open'`],
    ['bill_is_explained', `update bill set amount_fils = amount_fils + 1 where state = 'paid'`],
    ['bill_is_explained', `delete from ledger_entry where account = 'applied'`],
    ['request_has_its_money', `update application set paid_fils = 0 where state = 'confirmed'`],
    ['request_has_its_money', `update application set state = 'attended' where state = 'withdrawn'`],
    ['seat_is_paid', `update application set paid_fils = paid_fils - 1 where state = 'confirmed'`],
    ['case_holds_its_money', `update finance_case set amount_fils = amount_fils + 1 where state = 'open'`],
    ['case_holds_its_money', `update finance_case set state = 'refunded' where state = 'open'`],
    ['refund_went_back', `update finance_case set state = 'refunded' where state = 'open'`],
    ['ended_request_is_owed', `update finance_case set kind = 'late_payment' where kind = 'refund'`],
    ['transfers_arrive', `update ledger_entry set fils = fils + 1 where account = 'transferred' and fils > 0`],
    ['sources_and_places', `update ledger_entry set fils = -fils`],
  ];

  test('finds nothing while every fils is where it belongs', async () => {
    const check = await checkBooks(app, 'clock', app.clock.now());
    expect(check).toMatchObject({ isGreen: true, broken: 0, findings: [] });
  });

  test.each(HARM)('%s: names the row after %s', async (rule, harm) => {
    const found = await foundAfter([harm], rule);
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.every((what) => /^(?:movement|JOEBPPSTrx|bill|request|case|received|applied|refund_due|\w+:)/.test(what)),
    ).toBe(true);
  });

  test('every rule is shown to notice its harm', () => {
    expect(new Set(HARM.map(([rule]) => rule))).toEqual(new Set(BOOK_RULES.map(({ name }) => name)));
  });

  test('keeps what was found, and says so', async () => {
    await app.database.db.execute(sql`update application set paid_fils = paid_fils - 1 where id = ${paid.id}`);
    const check = await checkBooks(app, 'reem', app.clock.now());
    const record = await findApplication(app.database.db, paid.id, app.clock.now());
    expect(check.isGreen).toBe(false);
    expect(check.findings).toContainEqual({
      check: 'seat_is_paid',
      what: `request ${record?.row.reference}: ${FEE - 1} of ${FEE}`,
    });
    expect((await recentChecks(app, 1))[0]).toMatchObject({ actor: 'reem', isGreen: false, broken: check.broken });
    await app.database.db.execute(sql`update application set paid_fils = paid_fils + 1 where id = ${paid.id}`);
  });

  test('is taken once a night, from two in the morning in Amman, and made up for after a night without a worker', async () => {
    const night = plusMs(TEST_NOW, 2 * DAY_MS);
    const twoInTheMorning = plusMs(night, -10 * HOUR_MS);
    expect(await checkBooksNightly(app, plusMs(night, -DAY_MS))).toBeDefined();
    expect(await checkBooksNightly(app, plusMs(twoInTheMorning, -1))).toBeUndefined();
    expect(await checkBooksNightly(app, twoInTheMorning)).toMatchObject({ actor: 'clock', isGreen: true });
    expect(await checkBooksNightly(app, night)).toBeUndefined();
    expect(await checkBooksNightly(app, plusMs(night, 3 * DAY_MS))).toBeDefined();
  });
});
