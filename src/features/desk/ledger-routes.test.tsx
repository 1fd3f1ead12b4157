import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, expectOk, FEE } from '#test/support/world.ts';
import { findApplication } from '../applications/index.ts';
import { checkBooksNightly } from '../ledger/index.ts';
import { type Payer, pay, twoPayers } from '../payments/world.fixture.ts';
import { createStaff, type Role, staffRoutes } from '../staff/index.ts';
import { deskRoutes } from './index.ts';

const PASSWORD = 'a long enough password';
let app: TestApp;
let payer: Payer;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  [payer] = await twoPayers(app);
  await pay(app, { number: payer.bill.number });
  await pay(app, { number: '7700099999' });
  for (const role of ['finance', 'auditor', 'training_officer'] as const) {
    const account = { username: role, displayName: role, role, password: PASSWORD };
    expectOk(await command(app, { actor: 'staff' }, (work) => createStaff(work, account)));
  }
});
afterAll(() => app.close());

async function signedIn(role: Role) {
  const web = makeWeb(app);
  const browser = makeBrowser(app, web, [new Hono().route('/', staffRoutes(web)).route('/', deskRoutes(web))]);
  await browser.post('/desk/sign-in', { username: role, password: PASSWORD }, '/desk/sign-in');
  return browser;
}

test('the books say when they were looked through last, and what stands in each account', async () => {
  const browser = await signedIn('finance');
  expect((await browser.get('/desk/ledger?lang=en')).html).toContain('have not been looked through yet');
  const checked = await browser.post('/desk/ledger/check', {}, '/desk/ledger?lang=en');
  expect(checked.path).toBe('/desk/ledger');
  expect(checked.html).toContain('The books are right');
  expect(checked.html).toContain('asked for by finance');
  const rows = checked.dom.querySelectorAll('#accounts tbody tr').map((row) => row.text);
  expect(rows.find((row) => row.startsWith('Received'))).toContain('31');
  expect(rows.find((row) => row.startsWith('Suspense'))).toContain('15.500');
  expect(checked.html).toContain('What must lie in the bank');
});

test('a look that was not taken last night is said to be old', async () => {
  const browser = await signedIn('auditor');
  await checkBooksNightly(app, app.clock.now());
  app.clock.freezeAt(plusMs(TEST_NOW, DAY_MS + 3 * HOUR_MS));
  expect((await browser.get('/desk/ledger?lang=en')).html).toContain('The last look is old');
  app.clock.freezeAt(TEST_NOW);
  expect((await browser.get('/desk/ledger?lang=en')).html).not.toContain('The last look is old');
});

test('a row that breaks a rule is named, with its rule in words and a way to it', async () => {
  const record = await findApplication(app.database.db, payer.id, app.clock.now());
  const reference = record?.row.reference ?? '';
  await app.database.db.execute(sql`update application set paid_fils = ${FEE - 500} where id = ${payer.id}`);
  const browser = await signedIn('auditor');
  const checked = await browser.post('/desk/ledger/check', {}, '/desk/ledger?lang=en');
  expect(checked.html).toContain('The books are wrong');
  const row = checked.dom.querySelectorAll('#findings tbody tr').find((one) => one.text.includes('seat'));
  expect(row?.text).toContain('Every confirmed seat is paid in full');
  expect(row?.text).toContain(`request ${reference}: 15000 of 15500`);
  expect(row?.querySelector('a')?.getAttribute('href')).toBe(`/desk/applications/${reference}`);
  const own = await (await signedIn('finance')).get('/desk/ledger?lang=en');
  expect(own.dom.querySelector('#findings a[href^="/desk/applications"]')).toBeNull();
  await app.database.db.execute(sql`update application set paid_fils = ${FEE} where id = ${payer.id}`);
  expect((await browser.post('/desk/ledger/check', {}, '/desk/ledger?lang=en')).html).toContain('The books are right');
});

test('who may not see money sees no books and has none looked through', async () => {
  const browser = await signedIn('training_officer');
  expect((await browser.get('/desk/ledger')).status).toBe(403);
  expect((await browser.post('/desk/ledger/check', {}, '/desk')).status).toBe(403);
});
