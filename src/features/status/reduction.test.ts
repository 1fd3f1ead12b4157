import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { fils } from '#kernel/money.ts';
import { command } from '#platform/app.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, FEE, submit } from '#test/support/world.ts';
import { findApplication, linkUrl, reduceFee, refuseReduction } from '../applications/index.ts';
import { proofsOf } from '../proofs/index.ts';
import { statusRoutes } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());

const staff = { actor: 'staff', actorName: 'reem' } as const;
const grant = (id: ApplicationId, waived: number) =>
  command(app, staff, (work) =>
    reduceFee(work, id, { waived: fils(waived), reason: 'orphan', evidence: 'كتاب دار الرعاية 12' }),
  );

/** A person whose page is open in a browser of their own. */
async function visitor(course: (typeof COURSE)[keyof typeof COURSE] = COURSE.paid) {
  const web = makeWeb(app);
  const browser = makeBrowser(app, web, [statusRoutes(web)]);
  const request = aRequest(await addOffering(app, course), { language: 'en' });
  const { id, reference } = await submit(app, request);
  const link = new URL((await linkUrl(app, id, 'status')) ?? '').pathname;
  await browser.post(link, { last4: request.mobile.slice(-4) }, link);
  const page = async () => {
    const { dom, status } = await browser.get(`/my/${reference}`);
    const parts = dom.querySelectorAll('[aria-labelledby=reduction] p, [aria-labelledby=reduction] li');
    const panel = parts.map((one) => one.text.trim()).join(' ');
    return { dom, status, panel };
  };
  const send = async (reason: string, files: readonly File[] = []) => {
    const body = new FormData();
    body.set('_csrf', (await page()).dom.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '');
    body.set('reason', reason);
    for (const file of files.length > 0 ? files : [new File([], '')]) body.append('evidence', file);
    return browser.request(`/my/${reference}/reduction`, { method: 'POST', body });
  };
  return { id, reference, page, send };
}

test('H5 a person asks for a lower fee on the page of the request, with a document, and reads where it stands', async () => {
  const person = await visitor();
  expect((await person.page()).panel).toContain('If you have a right to a lower fee');
  const pdf = new File(['%PDF-1.4\n%%EOF'], 'card.pdf', { type: 'application/pdf' });
  const done = await person.send('orphan', [pdf]);
  expect(done.path).toBe(`/my/${person.reference}?done=reduction`);
  expect(done.html).toContain('We have your request for a lower fee');
  const { panel } = await person.page();
  expect(panel).toContain('You asked for a lower fee (Orphan, or resident of a care home)');
  expect(panel).toContain('card.pdf');
  expect(await proofsOf(app.database.db, person.id, 'reduction')).toHaveLength(1);
  expect((await person.send('orphan')).path).toBe(`/my/${person.reference}?done=reduction`);
});

test('H5 without a reason, or with a file that is none of ours, the form comes back and says so', async () => {
  const person = await visitor();
  const without = await person.send('');
  expect([without.status, without.dom.querySelector('.error-summary a')?.getAttribute('href')]).toEqual([
    422,
    '#reason',
  ]);
  const wrong = await person.send('orphan', [new File(['hello'], 'a.txt')]);
  expect([wrong.status, wrong.dom.querySelector('.error-summary a')?.getAttribute('href')]).toEqual([422, '#evidence']);
  expect((await findApplication(app.database.db, person.id, app.clock.now()))?.row.reduction).toBe('none');
});

test('H5 a part granted, all granted, and not granted: in plain words, with amounts', async () => {
  const [part, all, none] = [await visitor(), await visitor(), await visitor()];
  expectOk(await grant(part.id, 7500));
  expect((await part.page()).panel).toContain('Of the fee of JOD 15.500, JOD 7.500 is waived; JOD 8 is to be paid.');
  expectOk(await grant(all.id, FEE));
  const free = await all.page();
  expect(free.panel).toContain('The whole fee (JOD 15.500) is waived: you pay nothing.');
  expect(free.dom.querySelector('[aria-labelledby=reduction] form')).toBeNull();
  await none.send('other');
  expectOk(await command(app, staff, (work) => refuseReduction(work, none.id, 'The card has expired.')));
  const { panel, dom } = await none.page();
  expect(panel).toContain('The lower fee was not granted. Why: The card has expired. You can ask again');
  expect(dom.querySelector('[aria-labelledby=reduction] form')).not.toBeNull();
});

test('H5 a free course has no fee to be lowered', async () => {
  const person = await visitor(COURSE.free);
  expect((await person.page()).dom.querySelector('[aria-labelledby=reduction]')).toBeNull();
  const token = await person.page();
  expect(token.status).toBe(200);
});
