import { readFileSync } from 'node:fs';
import { and, eq, gt } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { violations } from '#test/support/invariants.ts';
import { addCatalogue, sentTo } from '#test/support/world.ts';
import { cancelOffering, endByStaff, findApplication, takeDecision, withdraw } from '../applications/index.ts';
import { financeCases } from '../applications/schema.ts';
import { offerings } from '../catalogue/schema.ts';
import { ledgerEntries, ledgerMovements } from '../ledger/schema.ts';
import { paymentNotices } from './schema.ts';
import { newTrx, type Payer, type Payment, pay, send, twoPayers } from './world.fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterEach(() => app.clock.freezeAt(TEST_NOW));
afterAll(() => app.close());

/** Offerings of these tests begin ten days ahead and are decided a day before. */
const DECISION = plusMs(TEST_NOW, 9 * DAY_MS);
const IN_TIME = plusMs(DECISION, -HOUR_MS);

type Scene = { readonly payer: Payer; readonly other: Payer; readonly trx: string };
type Case = {
  /** Requests of the offering; one confirmed is enough to hold it. */
  readonly min?: 1;
  /** What happened before; its messages do not count. */
  readonly before?: (scene: Scene) => Promise<unknown>;
  /** What brings the payment `scene.trx`, and whatever comes with it. */
  readonly play: (scene: Scene) => Promise<unknown>;
};

const told = ({ payer, trx }: Scene, over: Partial<Payment> = {}) =>
  pay(app, { number: payer.bill.number, trx, ...over });
const staff = { actor: 'staff' } as const;
const withdrawn = ({ payer }: Scene) => command(app, { actor: 'applicant' }, (work) => withdraw(work, payer.id));
const cancelled = ({ payer }: Scene) => command(app, staff, (work) => cancelOffering(work, payer.offering, 'سبب'));

/** The decision strikes; with a confirmed other the course is held, else it is postponed. */
async function decided({ payer, other }: Scene, held = true): Promise<void> {
  if (held) await pay(app, { number: other.bill.number });
  app.clock.freezeAt(DECISION);
  await command(app, { actor: 'clock' }, (work) => takeDecision(work, payer.offering));
}

const acknowledged = ({ trx }: Scene) =>
  send(
    app,
    'payment-acknowledgment',
    JSON.stringify({
      MFEP: {
        MsgHeader: { TrsInf: { ReqTyp: 'PMTACKRQ' } },
        MsgBody: { BillingInfo: { JOEBPPSTrx: trx, PmtStatus: 'PmtComplt' } },
      },
    }),
  );

const CASES: Readonly<Record<string, Case>> = {
  'on time, exact amount': { play: told },
  'the same JOEBPPSTrx twice': {
    play: async (scene) => {
      await told(scene);
      await told(scene);
    },
  },
  'the same JOEBPPSTrx with another amount': {
    play: async (scene) => {
      await told(scene);
      await told(scene, { paid: '1.000' });
    },
  },
  'a second payment of a paid bill': { before: (scene) => told(scene, { trx: newTrx() }), play: told },
  'a second payment after the paid request was withdrawn': {
    before: async (scene) => {
      await told(scene, { trx: newTrx() });
      await withdrawn(scene);
    },
    play: told,
  },
  'too little': { play: (scene) => told(scene, { paid: '15.499' }) },
  'too much': { play: (scene) => told(scene, { paid: '20.000' }) },
  'too little, paid after the deadline': {
    min: 1,
    before: decided,
    play: (scene) => told(scene, { paid: '15.000', at: DECISION }),
  },
  'an unknown number': { play: (scene) => told(scene, { number: '7700099999' }) },
  'a number with a typing slip': {
    play: (scene) => {
      const { number } = scene.payer.bill;
      return told(scene, { number: number.slice(0, -1) + String((Number(number.at(-1)) + 3) % 10) });
    },
  },
  'two numbers in one payment': { play: (scene) => told(scene, { billNo: scene.other.bill.number }) },
  'told after the closing, paid before the deadline, a seat is free': {
    min: 1,
    before: decided,
    play: (scene) => told(scene, { at: IN_TIME }),
  },
  'told after the closing, paid before the deadline, no seat is free': {
    min: 1,
    before: async (scene) => {
      await decided(scene);
      // A smaller room: the seat that the cancellation freed is gone.
      await app.database.inTransaction((tx) =>
        tx.update(offerings).set({ maxSeats: 1 }).where(eq(offerings.id, scene.payer.offering)),
      );
    },
    play: (scene) => told(scene, { at: IN_TIME }),
  },
  'told after the closing, paid before the deadline, the course is postponed': {
    before: (scene) => decided(scene, false),
    play: (scene) => told(scene, { at: IN_TIME }),
  },
  'paid between the decision and the notice': {
    min: 1,
    before: decided,
    play: (scene) => {
      app.clock.freezeAt(plusMs(DECISION, HOUR_MS));
      return told(scene, { at: plusMs(DECISION, 1000) });
    },
  },
  'paid after the request was cancelled': {
    before: ({ payer }) => command(app, staff, (work) => endByStaff(work, payer.id, 'by_staff', 'سبب')),
    play: told,
  },
  'paid after the course was cancelled': { before: cancelled, play: told },
  'paid before the bill opened': { play: (scene) => told(scene, { at: plusMs(TEST_NOW, -DAY_MS) }) },
  'paid while the course is postponed and the bill suspended': {
    before: async ({ payer }) => {
      const keeping = await makeApp({ database: app.database, settings: { unpaidOnPostponement: 'keep' } });
      keeping.clock.freezeAt(DECISION);
      await command(keeping, { actor: 'clock' }, (work) => takeDecision(work, payer.offering));
    },
    play: told,
  },
  'the acknowledgement before the notice': { before: acknowledged, play: told },
  'the notice for a request that was withdrawn': { before: withdrawn, play: told },
  'the course is cancelled in the same second, the notice first': {
    play: async (scene) => {
      await told(scene);
      await cancelled(scene);
    },
  },
  'the course is cancelled in the same second, the notice last': {
    play: async (scene) => {
      await cancelled(scene);
      await told(scene);
    },
  },
  'a status that is none of a received payment': {
    play: (scene) => told(scene, { more: { PmtStatus: 'PmtMisMatch' } }),
  },
};

/** A row of the table in docs/money.md. */
type Row = {
  readonly outcome: string;
  readonly request: string;
  readonly account: string;
  readonly sms: readonly string[];
};

/** The table of docs/money.md: what is written there is what is tested here. */
function documented(): Map<string, Row> {
  const text = readFileSync(new URL('../../../docs/money.md', import.meta.url), 'utf8');
  const section = text.split('## Cases of a payment')[1]?.split('\nWhy no SMS')[0] ?? '';
  const bare = (cell = ''): string => cell.replaceAll('`', '').trim();
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:Case|-)/.test(line));
  return new Map(
    rows.map((line) => {
      const [, name = '', outcome, request, account, sms] = line.split('|');
      const templates = bare(sms) === 'none' ? [] : bare(sms).split(' ');
      return [name.trim(), { outcome: bare(outcome), request: bare(request), account: bare(account), sms: templates }];
    }),
  );
}
const TABLE = documented();

/** The account in which the fils of a payment stand now: where they came in, or where they went from there. */
async function accountOf(noticeId: string): Promise<string[]> {
  const { db } = app.database;
  const [came] = await db
    .select({ bill: ledgerEntries.billId, financeCase: ledgerEntries.caseId })
    .from(ledgerEntries)
    .innerJoin(ledgerMovements, eq(ledgerMovements.id, ledgerEntries.movementId))
    .where(and(eq(ledgerMovements.noticeId, noticeId), gt(ledgerEntries.fils, 0)));
  const about = came?.financeCase
    ? eq(ledgerEntries.caseId, came.financeCase)
    : eq(ledgerEntries.billId, came?.bill ?? '');
  const entries = await db.select().from(ledgerEntries).where(about);
  const sums = new Map<string, number>();
  for (const e of entries) sums.set(e.account, (sums.get(e.account) ?? 0) + e.fils);
  return [...sums].filter(([account, sum]) => account !== 'received' && sum !== 0).map(([account]) => account);
}

test('H the documented cases are those that are played', () => {
  expect([...TABLE.keys()].sort()).toEqual(Object.keys(CASES).sort());
});

test.each(Object.entries(CASES))(
  '7.4, H %s: outcome, account and messages are those of docs/money.md',
  async (name, one) => {
    const row = TABLE.get(name);
    const [payer, other] = await twoPayers(app, { max: 2, ...(one.min && { min: 1 }) });
    const scene = { payer, other, trx: newTrx() };
    await one.before?.(scene);
    const before = (await sentTo(app, payer.mobile)).length;
    await one.play(scene);

    const { db } = app.database;
    const [notice] = await db.select().from(paymentNotices).where(eq(paymentNotices.joebppsTrx, scene.trx));
    if (!notice) throw new Error('the payment was not kept');
    const record = await findApplication(db, payer.id, app.clock.now());
    const isKnown = row?.request !== '–';
    expect({
      outcome: notice.outcome,
      request: isKnown ? record?.row.state : '–',
      account: (await accountOf(notice.id)).join(' '),
      sms: (await sentTo(app, payer.mobile)).slice(before).map(([template]) => template),
    }).toEqual(row);
    if (!isKnown) expect(record?.row.state).toBe('awaiting_payment');
    const cases = await db.select().from(financeCases).where(eq(financeCases.noticeId, notice.id));
    expect(cases).toHaveLength(['settled', 'reinstated'].includes(notice.outcome) ? 0 : 1);
  },
);

test('H after all these cases every fils stands in exactly one place', async () => {
  // The room that was made smaller on purpose is the one thing that is wrong.
  await app.database.inTransaction((tx) => tx.update(offerings).set({ maxSeats: 2 }).where(eq(offerings.maxSeats, 1)));
  expect(await violations(app.database)).toEqual([]);
});
