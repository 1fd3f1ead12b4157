import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import { command } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, FEE, submit } from '#test/support/world.ts';
import { applyPayment, withdraw } from '../applications/index.ts';
import { type ReceiptLine, receiptLine, receiptsOf } from '../receipts/index.ts';
import { createStaff, type Role, staffRoutes } from '../staff/index.ts';
import { deskRoutes } from './index.ts';

const PASSWORD = 'a long enough password';
let app: TestApp;

beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  for (const role of ['finance', 'auditor'] as const) {
    const account = { username: role, displayName: role, role, password: PASSWORD };
    expectOk(await command(app, { actor: 'staff' }, (work) => createStaff(work, account)));
  }
});
afterAll(() => app.close());

async function signedIn(role: Role) {
  const web = makeWeb(app);
  const browser = makeBrowser(app, web, [new Hono().route('/', staffRoutes(web)).route('/', deskRoutes(web))]);
  await browser.post('/desk/sign-in', { username: role, password: PASSWORD }, '/desk/sign-in');
  await browser.get('/desk/receipts?lang=en');
  return browser;
}

/** Somebody who has paid, with the receipt. */
async function paid(first: string): Promise<ReceiptLine> {
  const offering = await addOffering(app, COURSE.paid);
  const name = { first, father: 'أحمد', grandfather: 'محمود', family: 'الخطيب' };
  const { id } = await submit(app, aRequest(offering, { name }));
  await submit(app, aRequest(offering));
  await command(app, { actor: 'bank' }, (work) =>
    applyPayment(work, id, { amount: fils(FEE), processedAt: work.now }, newId()),
  );
  expectOk(await command(app, { actor: 'applicant' }, (work) => withdraw(work, id)));
  const [record] = await receiptsOf(app.database.db, id);
  if (!record) throw new Error('there is a receipt');
  return receiptLine(record);
}

const rowsOf = (page: { dom: ReturnType<typeof import('node-html-parser').parse> }): string[] =>
  page.dom.querySelectorAll('table tbody a').map((a) => a.text.trim());
const textOf = (page: { dom: ReturnType<typeof import('node-html-parser').parse> }): string =>
  (page.dom.querySelector('main')?.text ?? '').replace(/\s+/g, ' ');

test('receipts are found by number, request, payment number, name, day and state, with the sum of the valid ones', async () => {
  const [one, two] = [await paid('زينب'), await paid('طارق')];
  const browser = await signedIn('finance');
  const found = async (query: string) => rowsOf(await browser.get(`/desk/receipts?${query}`));
  expect(await found('')).toEqual([two.number, one.number]);
  for (const q of [one.number, one.reference, one.billNumber, 'زينب']) {
    expect([q, await found(new URLSearchParams({ q }).toString())]).toEqual([q, [one.number]]);
  }
  expect(await found('q=%25')).toEqual([]);
  expect(await found('state=void')).toEqual([]);
  expect(await found('from=2027-01-03&until=2027-01-03')).toHaveLength(2);
  expect(await found('from=2027-01-04')).toEqual([]);
  expect(textOf(await browser.get('/desk/receipts'))).toContain('2 receipts; the valid ones come to JOD 31');
  expect((await browser.get('/desk/receipts?from=2027-02-30')).status).toBe(422);
  expect((await browser.get('/desk/receipts/2027-999999')).status).toBe(404);
  expect((await browser.get('/desk/receipts/x')).status).toBe(404);
});

test('declaring a receipt void asks for kind, details and confirmation, and is shown with who did it', async () => {
  const { number } = await paid('هند');
  const at = `/desk/receipts/${number}`;
  const browser = await signedIn('finance');
  expect(textOf(await browser.get(`${at}/void`))).toContain('This cannot be undone, and it moves no money');
  const bare = await browser.post(`${at}/void`, { reason: '' }, `${at}/void`);
  expect([bare.status, bare.dom.querySelectorAll('.field-error').length]).toEqual([422, 3]);
  const sent = { kind: 'mistake', reason: 'الاسم خطأ', confirm: '1' };
  const done = await browser.post(`${at}/void`, sent, `${at}/void`);
  expect(done.path).toBe(`${at}?done=void`);
  for (const text of ['The receipt is void.', 'a mistake in the receipt', 'الاسم خطأ', 'finance']) {
    expect(textOf(done)).toContain(text);
  }
  expect(done.dom.querySelector(`a[href="${at}/void"]`)).toBeNull();
  expect((await browser.post(`${at}/void`, sent, '/desk/staff/none')).status).toBe(403);
  expect(rowsOf(await browser.get('/desk/receipts?state=void'))).toEqual([number]);
  const [first, again] = [await browser.bytes(`${at}/receipt.pdf`), await browser.bytes(`${at}/receipt.pdf`)];
  expect(Buffer.from(first).equals(Buffer.from(again))).toBe(true);
});

test('an auditor sees receipts and declares none void', async () => {
  const { number } = await paid('سامي');
  const browser = await signedIn('auditor');
  const page = await browser.get(`/desk/receipts/${number}`);
  expect([page.status, page.dom.querySelector('a[href$="/void"]')]).toEqual([200, null]);
  expect((await browser.get(`/desk/receipts/${number}/void`)).status).toBe(403);
});
