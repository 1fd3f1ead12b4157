import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, EXAM, expectOk, sentTo, submit } from '#test/support/world.ts';
import { findApplication } from '../applications/index.ts';
import { startAttempt } from '../placement/index.ts';
import { attempts } from '../placement/schema.ts';
import { checkProofFiles, handInProofs, proofsOf } from '../proofs/index.ts';
import { createStaff, deskGuard, type Role, staffRoutes } from '../staff/index.ts';
import { recordDeskRoutes } from './record-routes.tsx';

const PASSWORD = 'a long enough password';
const PDF = new TextEncoder().encode('%PDF-1.7 a proof');
let app: TestApp;

beforeAll(async () => {
  app = await makeApp({ settings: { demo: true, proofMonths: 6 } });
  await addCatalogue(app);
  for (const role of ['training_officer', 'auditor'] as const) {
    const account = { username: role, displayName: `موظف ${role}`, role, password: PASSWORD };
    expectOk(await command(app, { actor: 'staff' }, (work) => createStaff(work, account)));
  }
});
afterAll(() => app.close());

/** A browser in which somebody of this role has signed in. */
async function signedIn(role: Role = 'training_officer') {
  const web = makeWeb(app);
  const desk = new Hono().use('/desk/*', async (c, next) =>
    c.req.path.startsWith('/desk/sign-') ? next() : deskGuard(web)(c, next),
  );
  desk.route('/', staffRoutes(web)).route('/', recordDeskRoutes(web));
  const browser = makeBrowser(app, web, [desk]);
  await browser.post('/desk/sign-in', { username: role, password: PASSWORD }, '/desk/sign-in');
  return browser;
}

type Upload = { readonly name: string; readonly bytes: Uint8Array };

/** A request with documents that await their verdict. */
async function withProof(files: readonly Upload[] = [{ name: "شهادة (1)'.pdf", bytes: PDF }], over = {}) {
  const request = aRequest(await addOffering(app, COURSE.freeExam), over);
  const one = await submit(app, request);
  expectOk(await handInProofs(app, one.id, expectOk(await checkProofFiles(files))));
  return { ...one, request, path: `/desk/proofs/${one.reference}` };
}

const proofOf = async (id: ApplicationId) => (await findApplication(app.database.db, id, app.clock.now()))?.row.proof;
const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#06c' } })
    .png()
    .toBuffer();

describe('H3 the queue', () => {
  test('shows those that have waited longest first, how long, until when, and the documents', async () => {
    const fresh = await makeApp({ settings: { demo: true, proofMonths: 6 } });
    const before = app;
    app = fresh;
    await addCatalogue(app);
    const account = {
      username: 'training_officer',
      displayName: 'م',
      role: 'training_officer',
      password: PASSWORD,
    } as const;
    expectOk(await command(app, { actor: 'staff' }, (work) => createStaff(work, account)));
    const late = await submit(app, aRequest(await addOffering(app, COURSE.freeExam)));
    app.clock.freezeAt(plusMs(TEST_NOW, HOUR_MS));
    const early = await withProof();
    app.clock.freezeAt(plusMs(TEST_NOW, 2 * HOUR_MS));
    expectOk(await handInProofs(app, late.id, expectOk(await checkProofFiles([{ name: 'a.pdf', bytes: PDF }]))));
    app.clock.freezeAt(plusMs(TEST_NOW, 3 * DAY_MS));
    const browser = await signedIn();
    const page = await browser.get('/desk/proofs?lang=en');
    const rows = page.dom.querySelectorAll('#proofs tbody tr').map((row) => row.text);
    expect(rows.map((row) => row.slice(0, 6))).toEqual([early.reference, late.reference]);
    expect(rows[0]).toContain('2 days');
    expect(rows[0]).toContain('January 2027');
    expect(page.dom.querySelector('main')?.text).toContain(
      'Documents kept now: 2. They are erased automatically 6 months',
    );
    expect((await browser.get('/desk/proofs?page=9&lang=en')).status).toBe(200);
    app = before;
    await fresh.close();
  });

  test('leaves out who needs no proof any more', async () => {
    const one = await withProof();
    const browser = await signedIn();
    const listed = async () => (await browser.get('/desk/proofs')).html.includes(one.path);
    expect(await listed()).toBe(true);
    await command(app, { actor: 'staff' }, ({ tx }) =>
      tx.execute(`update application set state = 'confirmed' where id = '${one.id}'`),
    );
    expect(await listed()).toBe(false);
    expect((await browser.get(one.path)).dom.querySelectorAll('main form')).toHaveLength(0);
  });

  test('opens in both languages, and a trainer or an auditor stays out', async () => {
    const { path } = await withProof();
    const browser = await signedIn();
    for (const lang of ['ar', 'en']) {
      for (const address of ['/desk/proofs', path]) {
        const page = await browser.get(`${address}?lang=${lang}`);
        expect([page.status, page.dom.querySelectorAll('h1').length]).toEqual([200, 1]);
        expect(page.dom.querySelector('html')?.getAttribute('lang')).toBe(lang);
      }
    }
    const auditor = await signedIn('auditor');
    expect([(await auditor.get('/desk/proofs')).status, (await auditor.get(path)).status]).toEqual([403, 403]);
  });
});

describe('H3 the documents', () => {
  test('a PDF is never shown from here: it is downloaded, under its own request only', async () => {
    const one = await withProof();
    const other = await withProof();
    const browser = await signedIn();
    const page = await browser.get(`${one.path}?lang=ar`);
    const href = page.dom.querySelector(`main a[href^="${one.path}/"]`)?.getAttribute('href') ?? '';
    expect(page.dom.querySelectorAll('main img, main iframe, main object, main embed')).toHaveLength(0);
    const file = await browser.get(href);
    expect([file.status, file.html]).toEqual([200, '%PDF-1.7 a proof']);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('شهادة')}%20%281%29%27.pdf`,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect((await browser.get(href.replace(one.reference, other.reference))).status).toBe(404);
    expect((await browser.get(`${one.path}/nothing`)).status).toBe(404);
    expect((await (await signedIn('auditor')).get(href)).status).toBe(403);
  });

  test('a picture is shown as the one we made of it, named for who cannot see it', async () => {
    const one = await withProof([{ name: 'IMG_7.png', bytes: await picture() }]);
    const browser = await signedIn();
    const shown = (await browser.get(`${one.path}?lang=en`)).dom.querySelector('main img');
    expect(shown?.getAttribute('alt')).toBe('Picture of the document IMG_7.png');
    const file = await browser.get(shown?.getAttribute('src') ?? '');
    expect(file.headers.get('content-type')).toBe('image/jpeg');
    expect(file.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''IMG_7.jpg");
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('a document whose file is gone is not found, and its page still opens', async () => {
    const one = await withProof();
    const [row] = await proofsOf(app.database.db, one.id);
    await app.files.remove(row?.id ?? '');
    const browser = await signedIn();
    expect((await browser.get(`${one.path}/${row?.id}`)).status).toBe(404);
    expect((await browser.get(one.path)).status).toBe(200);
  });
});

describe('H3 the verdict', () => {
  test('is refused with a reason of the list only, in words where it is another one', async () => {
    const one = await withProof();
    const browser = await signedIn();
    const from = `${one.path}?lang=en`;
    const fieldOf = async (fields: Record<string, string>) => {
      const back = await browser.post(one.path, { verdict: 'refuse', ...fields }, from);
      return [back.status, back.dom.querySelector('.error-summary a')?.getAttribute('href')];
    };
    expect(await fieldOf({ note: 'typed' })).toEqual([422, '#reason']);
    expect(await fieldOf({ reason: 'because' })).toEqual([422, '#reason']);
    expect(await fieldOf({ reason: 'other' })).toEqual([422, '#refuse-note']);
    expect(await fieldOf({ reason: 'unreadable', note: 'x'.repeat(501) })).toEqual([422, '#refuse-note']);
    expect(await proofOf(one.id)).toBe('pending');
    const done = await browser.post(one.path, { verdict: 'refuse', reason: 'unreadable', note: 'page 2' }, from);
    expect(done.dom.querySelector('[role=status]')?.text).toContain('refused');
    expect(await proofOf(one.id)).toBe('refused');
    expect((await sentTo(app, one.request.mobile)).map(([template]) => template)).toContain('proof_rejected');
    const page = await browser.get(`/desk/applications/${one.reference}?lang=en`);
    expect(page.dom.querySelector('.timeline')?.text).toContain('not clear enough to be read');
    expect(page.dom.querySelector('.timeline')?.text).toContain('page 2');
    const judged = await browser.get(`${one.path}?lang=en`);
    expect(judged.dom.querySelectorAll('main form')).toHaveLength(0);
    expect(judged.dom.querySelector('main')?.text).toContain('not clear enough');
  });

  test('keeps what was typed when it comes back', async () => {
    const one = await withProof();
    const browser = await signedIn();
    const typed = { verdict: 'accept', validity: 'until', 'until-day': '31', 'until-month': '2', 'until-year': '2028' };
    const back = await browser.post(one.path, { ...typed, note: 'ICDL' }, `${one.path}?lang=en`);
    expect([back.status, back.dom.querySelector('.error-summary a')?.getAttribute('href')]).toEqual([422, '#until']);
    expect(back.dom.querySelector('[name=until-day]')?.getAttribute('value')).toBe('31');
    expect(back.dom.querySelector('#accept-note')?.text).toBe('ICDL');
    expect(back.dom.querySelector('[name=validity][checked]')?.getAttribute('value')).toBe('until');
    const past = await browser.post(
      one.path,
      { ...typed, 'until-day': '2', 'until-month': '1', 'until-year': '2027' },
      one.path,
    );
    expect(past.dom.querySelector('.error-summary a')?.getAttribute('href')).toBe('#until');
    expect((await browser.post(one.path, { verdict: 'accept' }, one.path)).status).toBe(422);
    expect((await browser.post(one.path, { verdict: 'perhaps' }, one.path)).status).toBe(422);
    expect(await proofOf(one.id)).toBe('pending');
  });

  test('6.2 offers the validity of a pass of the exam, and accepts', async () => {
    const { db } = app.database;
    const one = await withProof();
    const browser = await signedIn();
    const offered = async () => {
      const { dom } = await browser.get(one.path);
      return [
        dom.querySelector('[name=validity][checked]')?.getAttribute('value'),
        ...['day', 'month', 'year'].map(
          (part) => dom.querySelector(`[name=until-${part}]`)?.getAttribute('value') ?? '',
        ),
      ];
    };
    expect(await offered()).toEqual(['unlimited', '', '', '']);
    await db.execute(`update exam set validity_months = 24 where id = '${EXAM}'`);
    expect(await offered()).toEqual(['until', '03', '01', '2029']);
    await db.execute(`update exam set validity_months = null where id = '${EXAM}'`);
    const done = await browser.post(one.path, { verdict: 'accept', validity: 'unlimited' }, one.path);
    expect([done.path, await proofOf(one.id)]).toEqual(['/desk/proofs?done=proof_accepted', 'accepted']);
  });

  test('says when the proof spared the person the exam in other requests', async () => {
    const person = { identity: { kind: 'citizen', nationalNumber: '9982000001' } };
    const first = await withProof(undefined, person);
    await command(app, { actor: 'staff' }, ({ tx }) =>
      tx.execute(`update application set course_id = 'PAID-EXAM' where id = '${first.id}'`),
    );
    const second = await withProof(undefined, person);
    const browser = await signedIn();
    const done = await browser.post(second.path, { verdict: 'accept', validity: 'unlimited' }, second.path);
    expect(done.path).toBe('/desk/proofs?done=proof_accepted_others');
    expect([await proofOf(first.id), await proofOf(second.id)]).toEqual(['accepted', 'accepted']);
  });

  test('6.2 while the exam is being sat: the attempt is closed at once, without a result', async () => {
    const offering = await addOffering(app, COURSE.freeExam);
    const one = await submit(app, aRequest(offering));
    await submit(app, aRequest(offering));
    expectOk(await handInProofs(app, one.id, expectOk(await checkProofFiles([{ name: 'a.pdf', bytes: PDF }]))));
    expectOk(await command(app, { actor: 'applicant' }, (work) => startAttempt(work, one.id)));
    const browser = await signedIn();
    const path = `/desk/proofs/${one.reference}`;
    expect((await browser.get(`${path}?lang=en`)).dom.querySelector('main')?.text).toContain(
      'accepting closes the exam',
    );
    await browser.post(path, { verdict: 'accept', validity: 'request' }, path);
    const { state, proof } = (await findApplication(app.database.db, one.id, app.clock.now()))?.row ?? {};
    expect([state, proof]).toEqual(['confirmed', 'accepted']);
    const rows = await app.database.db
      .select({ closedBy: attempts.closedBy, passed: attempts.passed })
      .from(attempts)
      .where(eq(attempts.applicationId, one.id));
    expect(rows).toEqual([{ closedBy: 'dropped', passed: null }]);
  });

  test('of two colleagues the second one learns that it was given already', async () => {
    const one = await withProof();
    const browser = await signedIn();
    await browser.post(one.path, { verdict: 'accept', validity: 'request' }, one.path);
    const again = await browser.post(one.path, { verdict: 'refuse', reason: 'expired' }, '/desk/applications?lang=en');
    expect([again.status, again.dom.querySelector('.error-summary')?.text.includes('A colleague')]).toEqual([
      422,
      true,
    ]);
    expect(await proofOf(one.id)).toBe('accepted');
  });

  test('cannot accept what is not there', async () => {
    const request = aRequest(await addOffering(app, COURSE.freeExam), { withProof: true });
    const one = await submit(app, request);
    const browser = await signedIn();
    const path = `/desk/proofs/${one.reference}`;
    const page = await browser.get(`${path}?lang=en`);
    expect(page.dom.querySelectorAll('main button[value=accept]')).toHaveLength(0);
    expect((await browser.post(path, { verdict: 'accept', validity: 'request' }, path)).status).toBe(422);
    expect(await proofOf(one.id)).toBe('pending');
  });
});
