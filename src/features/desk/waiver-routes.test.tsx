import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command } from '#platform/app.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, FEE, sentTo, submit } from '#test/support/world.ts';
import { findApplication, historyOfApplication } from '../applications/index.ts';
import { twoPayers } from '../payments/world.fixture.ts';
import { proofsOf } from '../proofs/index.ts';
import { createStaff, type Role, staffRoutes } from '../staff/index.ts';
import { askForReduction } from '../waivers/index.ts';
import { deskRoutes } from './index.ts';

const PASSWORD = 'a long enough password';
const EVIDENCE = 'Card 4471 of 2026, seen at the counter';
let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  for (const role of ['finance', 'administrator', 'training_officer', 'auditor'] as const) {
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
const pdf = { name: 'card.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') } as const;
const rowOf = async (id: Parameters<typeof findApplication>[1]) =>
  (await findApplication(app.database.db, id, app.clock.now()))?.row;

test('H5 finance sees who asked, looks at the evidence, sees what will happen, and only then reduces the fee', async () => {
  const offering = await addOffering(app, COURSE.paid);
  const { id, reference } = await submit(app, aRequest(offering));
  expectOk(await askForReduction(app, id, 'disability', [pdf]));
  const browser = await signedIn('finance');
  const list = await browser.get('/desk/waivers?lang=en');
  expect(list.dom.querySelector('#waivers tbody')?.text).toContain(reference);
  expect(list.dom.querySelector('#waivers tbody')?.text).toContain('Person with a disability');
  const at = `/desk/waivers/${reference}`;
  const page = await browser.get(`${at}?lang=en`);
  const [file] = await proofsOf(app.database.db, id, 'reduction');
  expect(page.html).toContain(`${at}/${file?.id}`);
  const document = await browser.get(`${at}/${file?.id}`);
  expect([document.status, document.headers.get('content-disposition')]).toEqual([
    200,
    expect.stringContaining('card.pdf'),
  ]);

  const form = { share: 'amount', dinars: '٥٫٥', reason: 'disability', evidence: EVIDENCE, step: 'preview' };
  expect((await browser.post(`${at}/grant`, form, at)).status).toBe(422);
  const typed = { ...form, dinars: '5.500' };
  const preview = await browser.post(`${at}/grant`, typed, at);
  expect(preview.html).toContain('It will ask for JOD 10');
  expect((await rowOf(id))?.waivedFils).toBe(0);
  const changed = await browser.post(`${at}/grant`, { ...typed, step: 'change' }, at);
  expect(changed.dom.querySelector('#dinars')?.getAttribute('value')).toBe('5.500');
  expect((await rowOf(id))?.waivedFils).toBe(0);
  const done = await browser.post(`${at}/grant`, { ...typed, step: 'confirm' }, at);
  expect(done.path).toBe('/desk/waivers?done=granted');
  expect(done.dom.querySelector('#waivers')?.text ?? '').not.toContain(reference);
  expect(await rowOf(id)).toMatchObject({ waivedFils: 5500, reduction: 'granted', reductionReason: 'disability' });
  const noted = (await historyOfApplication(app.database.db, id)).at(-1);
  expect(noted).toMatchObject({ action: 'reduce_fee', actor: 'finance', details: { evidence: EVIDENCE } });
});

test('6.1 an administrator waives an open fee of whoever came to the counter: the preview says what follows, and it does', async () => {
  const [payer] = await twoPayers(app);
  const reference = (await rowOf(payer.id))?.reference ?? '';
  const browser = await signedIn('administrator');
  const found = await browser.post('/desk/waivers', { reference: reference.toLowerCase() }, '/desk/waivers?lang=en');
  expect(found.path).toBe(`/desk/waivers/${reference}`);
  expect((await browser.post('/desk/waivers', { reference: 'NOBODY' }, '/desk/waivers')).status).toBe(422);
  const at = `/desk/waivers/${reference}`;
  const form = { share: 'all', dinars: '', reason: 'social_aid', evidence: EVIDENCE };
  const preview = await browser.post(`${at}/grant`, { ...form, step: 'preview' }, at);
  expect(preview.html).toContain(`Payment number ${payer.bill.number} closes`);
  await browser.post(`${at}/grant`, { ...form, step: 'confirm' }, at);
  expect((await rowOf(payer.id))?.state).toBe('confirmed');
  expect((await sentTo(app, payer.mobile)).at(-1)).toEqual(['approved_free_full', '6.1']);
  expect((await browser.get(`${at}?lang=en`)).html).toContain('can no longer be reduced');
  const again = await browser.post(`${at}/grant`, { ...form, step: 'confirm' }, '/desk/waivers');
  expect(again.status).toBe(422);
});

test('H5 what is missing is told beside its field, and nothing happens without a reason and evidence', async () => {
  const { id, reference } = await submit(app, aRequest(await addOffering(app, COURSE.paid)));
  const browser = await signedIn('finance');
  const at = `/desk/waivers/${reference}`;
  const empty = await browser.post(`${at}/grant`, { step: 'confirm' }, `${at}?lang=en`);
  expect(empty.dom.querySelectorAll('.error-summary a').map((a) => a.getAttribute('href'))).toEqual([
    '#share',
    '#reason',
    '#evidence',
  ]);
  const more = { share: 'amount', dinars: '15.501', reason: 'other', evidence: EVIDENCE, step: 'confirm' };
  expect((await browser.post(`${at}/grant`, more, at)).html).toContain('The amount is more than the fee.');
  expect((await browser.post(`${at}/refuse`, { note: 'no' }, at)).status).toBe(422);
  expect(await rowOf(id)).toMatchObject({ waivedFils: 0, reduction: 'none', feeFils: FEE });
  const refused = await browser.post(`${at}/refuse`, { note: 'The card has expired.' }, at);
  expect(refused.path).toBe('/desk/waivers?done=refused');
  expect(await rowOf(id)).toMatchObject({ reduction: 'refused' });
});

test('H5 nobody else grants anything or reads the evidence, and it is not opened as a proof of knowledge', async () => {
  const { id, reference } = await submit(app, aRequest(await addOffering(app, COURSE.paid)));
  expectOk(await askForReduction(app, id, 'orphan', [pdf]));
  const [file] = await proofsOf(app.database.db, id, 'reduction');
  for (const role of ['training_officer', 'auditor'] as const) {
    const browser = await signedIn(role);
    for (const path of ['', `/${reference}`, `/${reference}/${file?.id}`]) {
      expect((await browser.get(`/desk/waivers${path}`)).status).toBe(403);
    }
    expect((await browser.post(`/desk/waivers/${reference}/grant`, { share: 'all' }, '/desk')).status).toBe(403);
    expect((await browser.post(`/desk/waivers/${reference}/refuse`, { note: 'long enough' }, '/desk')).status).toBe(
      403,
    );
  }
  const officer = await signedIn('training_officer');
  expect((await officer.get(`/desk/proofs/${reference}/${file?.id}`)).status).toBe(404);
});
