import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { fils } from '#kernel/money.ts';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { balanceOf } from '#procedure/payments/ledger.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { violations } from '#test/support/invariants.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, FEE, sentTo, submit } from '#test/support/world.ts';
import {
  findApplication,
  historyOfApplication,
  reduceFee,
  refuseReduction,
  takeDecision,
  withdraw,
} from '../applications/index.ts';
import { parseRequest } from '../intake/forms.ts';
import { entriesOfApplication } from '../ledger/index.ts';
import { smsMessages } from '../messages/schema.ts';
import { type Payer, pay, pull, twoPayers } from '../payments/world.fixture.ts';
import { proofsOf } from '../proofs/index.ts';
import { askForReduction, reductionQueue } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterEach(() => app.clock.freezeAt(TEST_NOW));
afterAll(() => app.close());

const DECISION = plusMs(TEST_NOW, 9 * DAY_MS);
const REST = 7750;
const staff = { actor: 'staff', actorName: 'reem' } as const;
const grant = (id: ApplicationId, waived: number) =>
  command(app, staff, (work) =>
    reduceFee(work, id, { waived: fils(waived), reason: 'disability', evidence: 'بطاقة إعاقة 4471 لعام 2026' }),
  );
const recordOf = async (id: ApplicationId) => {
  const record = await findApplication(app.database.db, id, app.clock.now());
  if (!record) throw new Error('no such request');
  return record;
};
const balance = async (id: ApplicationId) => balanceOf(await entriesOfApplication(app.database.db, id));
const templates = async (payer: Payer) => (await sentTo(app, payer.mobile)).map(([template]) => template);

test('H5, 7.4 half of an open fee is waived: the same number asks for the rest, is paid, and confirms', async () => {
  const [payer] = await twoPayers(app);
  expectOk(await grant(payer.id, FEE - REST));
  expect((await templates(payer)).at(-1)).toBe('pay_reduced');
  const { row, bill } = await recordOf(payer.id);
  expect(bill).toMatchObject({ number: payer.bill.number, amountFils: REST, state: 'open' });
  expect(row).toMatchObject({ waivedFils: FEE - REST, reduction: 'granted', reductionReason: 'disability' });
  expect(await pull(app, { BillingNo: payer.bill.number })).toBe(0);
  await pay(app, { number: payer.bill.number });
  expect((await templates(payer)).at(-1)).toBe('payment_amount_wrong');
  await pay(app, { number: payer.bill.number, paid: '7.750' });
  expect((await recordOf(payer.id)).row).toMatchObject({ state: 'confirmed', paidFils: REST });
  expect(await balance(payer.id)).toMatchObject({ applied: FEE, waived: -(FEE - REST), suspense: FEE });
  const noted = (await historyOfApplication(app.database.db, payer.id)).find((h) => h.action === 'reduce_fee');
  expect(noted).toMatchObject({
    actor: 'reem',
    details: { waivedFils: FEE - REST, waiverReason: 'disability', evidence: 'بطاقة إعاقة 4471 لعام 2026' },
  });
});

test('6.1 all of an open fee is waived: the number closes, the booking is confirmed as in a free course', async () => {
  const [payer] = await twoPayers(app);
  expectOk(await grant(payer.id, FEE));
  expect((await sentTo(app, payer.mobile)).at(-1)).toEqual(['approved_free_full', '6.1']);
  expect(await recordOf(payer.id)).toMatchObject({
    row: { state: 'confirmed', paidFils: 0 },
    bill: { state: 'closed' },
  });
  expect(await pull(app, { BillingNo: payer.bill.number })).toBe(323);
  expect(await balance(payer.id)).toMatchObject({ applied: FEE, waived: -FEE, received: 0 });
  const before = await templates(payer);
  await pay(app, { number: payer.bill.number });
  expect(await templates(payer)).toEqual(before);
  expect(await balance(payer.id)).toMatchObject({ applied: FEE, refund_due: FEE });
});

test('6.1 waived before the minimum: no number is ever given, and the message is that of a free course', async () => {
  const offering = await addOffering(app, COURSE.paid);
  const request = aRequest(offering);
  const { id } = await submit(app, request);
  expectOk(await grant(id, FEE));
  expect(await sentTo(app, request.mobile)).toEqual([['received', null]]);
  await submit(app, aRequest(offering));
  expect((await sentTo(app, request.mobile)).at(-1)).toEqual(['approved_free_full', '6.1']);
  expect(await recordOf(id)).toMatchObject({ row: { state: 'confirmed' }, bill: null });
});

test('7.1 a part waived before the minimum: the number asks for the rest, and so does the message', async () => {
  const offering = await addOffering(app, COURSE.paid);
  const request = aRequest(offering, { language: 'en' });
  const { id } = await submit(app, request);
  expectOk(await grant(id, FEE - REST));
  await submit(app, aRequest(offering));
  expect((await recordOf(id)).bill).toMatchObject({ amountFils: REST, state: 'open' });
  const [pays] = await app.database.db
    .select({ box: smsMessages.textBox })
    .from(smsMessages)
    .where(eq(smsMessages.template, 'pay'))
    .then((rows) => rows.filter(({ box }) => app.vault.decrypt(box).includes('JOD 7.750')));
  expect(pays).toBeDefined();
});

test('G a request of which a part was waived ends: what was paid is owed, what was waived is waived no more', async () => {
  const [payer, unpaid] = await twoPayers(app);
  expectOk(await grant(payer.id, FEE - REST));
  expectOk(await grant(unpaid.id, FEE - REST));
  await pay(app, { number: payer.bill.number, paid: '7.750' });
  for (const one of [payer, unpaid]) {
    expectOk(await command(app, { actor: 'applicant' }, (work) => withdraw(work, one.id)));
  }
  expect(await balance(payer.id)).toMatchObject({ applied: 0, waived: 0, refund_due: REST });
  expect(await balance(unpaid.id)).toMatchObject({ applied: 0, waived: 0, refund_due: 0 });
});

test('N1, H a reduced fee that was paid in time and told late: reinstated, and waived again', async () => {
  const [payer, other] = await twoPayers(app, { min: 1, max: 2 });
  expectOk(await grant(payer.id, FEE - REST));
  await pay(app, { number: other.bill.number });
  app.clock.freezeAt(DECISION);
  expect(await grant(other.id, FEE)).toMatchObject({ ok: false, error: { code: 'not_allowed_in_state' } });
  expect(await grant(payer.id, FEE)).toMatchObject({ ok: false, error: { code: 'deadline_past' } });
  await command(app, { actor: 'clock' }, (work) => takeDecision(work, payer.offering));
  expect(await balance(payer.id)).toMatchObject({ applied: 0, waived: 0 });
  await pay(app, { number: payer.bill.number, paid: '7.750', at: plusMs(DECISION, -HOUR_MS) });
  expect((await recordOf(payer.id)).row.state).toBe('confirmed');
  expect(await balance(payer.id)).toMatchObject({ applied: FEE, waived: -(FEE - REST) });
});

test('H5 asked for in the form: it waits for staff, and only where there is a fee', async () => {
  const raw = { offeringId: '00000000-0000-4000-8000-000000000000', feeReduction: 'social_aid' };
  const parsed = parseRequest({ ...raw, feeReduction: 'because' }, '2027-01-03');
  expect(parsed.ok ? [] : parsed.error).toContainEqual({ field: 'feeReduction', code: 'invalid' });
  const [paid, free] = [await addOffering(app, COURSE.paid), await addOffering(app, COURSE.free)];
  const asked = await submit(app, aRequest(paid, { reductionReason: 'social_aid' }));
  const beside = await submit(app, aRequest(free, { reductionReason: 'social_aid' }));
  expect((await recordOf(asked.id)).row).toMatchObject({ reduction: 'asked', reductionReason: 'social_aid' });
  expect((await recordOf(beside.id)).row).toMatchObject({ reduction: 'none', reductionReason: null });
  const queue = await reductionQueue(app.database.db);
  expect(queue.map((line) => line.reference)).toContain(asked.reference);
  expect(queue.map((line) => line.reference)).not.toContain(beside.reference);
  expectOk(await grant(asked.id, FEE));
  expect((await reductionQueue(app.database.db)).map((line) => line.reference)).not.toContain(asked.reference);
});

test('H5 asked for later with documents, refused with a reason, and asked for again', async () => {
  const { id } = await submit(app, aRequest(await addOffering(app, COURSE.paid)));
  const pdf = { name: 'card.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') } as const;
  expectOk(await askForReduction(app, id, 'disability', [pdf]));
  expect(await proofsOf(app.database.db, id, 'reduction')).toMatchObject([{ fileName: 'card.pdf' }]);
  expect(await proofsOf(app.database.db, id)).toEqual([]);
  expectOk(await command(app, staff, (work) => refuseReduction(work, id, 'البطاقة منتهية')));
  expect((await recordOf(id)).row.reduction).toBe('refused');
  expectOk(await askForReduction(app, id, 'disability', []));
  expect((await recordOf(id)).row.reduction).toBe('asked');
  expectOk(await command(app, { actor: 'applicant' }, (work) => withdraw(work, id)));
  expect(await askForReduction(app, id, 'disability', [])).toMatchObject({ error: { code: 'not_allowed_in_state' } });
});

test('H5 after all of it every fils stands in exactly one place', async () => {
  expect(await violations(app.database)).toEqual([]);
});
