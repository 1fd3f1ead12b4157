import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { command } from '#platform/app.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, EXAM, expectOk, submit } from '#test/support/world.ts';
import { findApplication } from '../applications/index.ts';
import { findCourse } from '../catalogue/index.ts';
import { findExam, standingOf } from '../exams/index.ts';
import { createStaff, deskGuard, listStaff, ROLES, type Role, staffRoutes } from '../staff/index.ts';
import { bankDeskRoutes } from './bank-routes.tsx';
import { RECORD_ROUTES, recordDeskRoutes } from './record-routes.tsx';
import { searchApplications } from './store.ts';

const PASSWORD = 'a long enough password';
let app: TestApp;

beforeAll(async () => {
  app = await makeApp({ settings: { demo: true } });
  await addCatalogue(app);
  for (const role of ROLES) {
    const account = { username: role, displayName: `موظف ${role}`, role, password: PASSWORD };
    expectOk(await command(app, { actor: 'staff' }, (work) => createStaff(work, account)));
  }
});
afterAll(() => app.close());

const db = () => app.database.db;

/** A browser in which somebody of this role has signed in. */
async function signedIn(role: Role) {
  const web = makeWeb(app);
  const desk = new Hono().use('/desk/*', async (c, next) =>
    c.req.path.startsWith('/desk/sign-') ? next() : deskGuard(web)(c, next),
  );
  desk.route('/', staffRoutes(web)).route('/', recordDeskRoutes(web)).route('/', bankDeskRoutes(web));
  const browser = makeBrowser(app, web, [desk]);
  await browser.post('/desk/sign-in', { username: role, password: PASSWORD }, '/desk/sign-in');
  return browser;
}

const stateOf = async (id: ApplicationId) => (await findApplication(db(), id, app.clock.now()))?.row.state;

test('every address of the records stands in the table of what its visitor must be allowed to do', () => {
  const known = new Set(RECORD_ROUTES.map((r) => `${r.method} ${r.path}`));
  const built = new Set(recordDeskRoutes(makeWeb(app)).routes.map((r) => `${r.method} ${r.path}`));
  expect([...built].sort()).toEqual([...known].sort());
});

test('nobody opens the records without signing in', async () => {
  const web = makeWeb(app);
  const desk = new Hono().use('/desk/courses', deskGuard(web)).route('/', recordDeskRoutes(web));
  const page = await makeBrowser(app, web, [staffRoutes(web), desk]).get('/desk/courses');
  expect(page.path).toContain('/desk/sign-in');
});

test.each([
  ['trainer', '/desk/courses'],
  ['finance', '/desk/applications'],
  ['exam_author', '/desk/proofs'],
  ['auditor', '/desk/staff'],
  ['finance', '/desk/exams'],
] as const)('a %s may not open %s', async (role, path) => {
  const browser = await signedIn(role);
  expect((await browser.get(path)).status).toBe(403);
});

test.each(['ar', 'en'] as const)('every list of the records opens in %s', async (lang) => {
  const browser = await signedIn('administrator');
  for (const path of ['courses', 'courses/new', 'exams', `exams/${EXAM}`, 'proofs', 'applications', 'staff']) {
    const page = await browser.get(`/desk/${path}?lang=${lang}`);
    expect([path, page.status, page.dom.querySelector('html')?.getAttribute('lang')]).toEqual([path, 200, lang]);
    expect(page.dom.querySelectorAll('h1')).toHaveLength(1);
  }
});

const WHOLE_COURSE = {
  ...{ titleAr: 'التصوير', titleEn: 'Photography', smsAr: 'التصوير', smsEn: 'Photography' },
  ...{ summaryAr: 'أساسيّات', summaryEn: 'Basics', outcomesAr: 'صور', outcomesEn: 'Photos' },
  ...{ audienceAr: 'الجميع', audienceEn: 'All', bringAr: 'كاميرا', bringEn: 'A camera' },
  ...{ prerequisiteAr: '', prerequisiteEn: '', topic: 'arts', venueId: 'V01', examId: '', status: 'draft' },
  ...{ fee: '12.5', hours: '٢٠', minSeats: '5', maxSeats: '12', minAge: '16', maxAge: '' },
};

test('a course form with mistakes keeps everything that was typed and names each mistake', async () => {
  const browser = await signedIn('training_officer');
  const wrong = { ...WHOLE_COURSE, smsAr: 'أ'.repeat(25), smsEn: 'Café', fee: '12.5555', maxSeats: '3', titleAr: '' };
  const page = await browser.post('/desk/courses/new', wrong, '/desk/courses/new?lang=en');
  expect(page.status).toBe(422);
  const links = page.dom.querySelectorAll('.error-summary a').map((a) => a.getAttribute('href'));
  expect(links.sort()).toEqual(['#fee', '#maxSeats', '#smsAr', '#smsEn', '#titleAr']);
  for (const [name, value] of Object.entries(wrong)) {
    const field = page.dom.querySelector(`main form [name=${name}]`);
    const shown =
      field?.tagName === 'TEXTAREA'
        ? field.text
        : field?.tagName === 'SELECT'
          ? (field.querySelector('option[selected]')?.getAttribute('value') ?? '')
          : field?.getAttribute('value');
    expect([name, shown ?? '']).toEqual([name, value]);
  }
});

test('a new course is kept with its fee in fils and its search text folded, and is edited in place', async () => {
  const browser = await signedIn('training_officer');
  const page = await browser.post('/desk/courses/new', WHOLE_COURSE, '/desk/courses/new?lang=ar');
  expect(page.status).toBe(200);
  expect(page.dom.querySelector('[role=status]')?.text).toContain('حفظت الدورة');
  const id = page.path.split('/').at(-1)?.split('?')[0] as typeof COURSE.free;
  expect(await findCourse(db(), id)).toMatchObject({ feeFils: 12_500, hours: 20, maxAge: null, examId: null });
  expect((await findCourse(db(), id))?.searchText).toBe(`التصوير photography اساسيات basics ${id.toLowerCase()}`);
  await browser.post(`/desk/courses/${id}`, { ...WHOLE_COURSE, fee: '0', examId: EXAM }, `/desk/courses/${id}`);
  expect(await findCourse(db(), id)).toMatchObject({ feeFils: 0, examId: EXAM, titleAr: 'التصوير' });
});

test('the terms of an exam are changed, and refused out of range', async () => {
  const browser = await signedIn('exam_author');
  const path = `/desk/exams/${EXAM}`;
  const names = { titleAr: 'الحاسوب', titleEn: 'Computer', layout: 'all', 'lang-ar': '1' };
  const numbers = { passMarkPercent: '70', minutes: '30', retakeWaitDays: '14', validityMonths: '' };
  const revision = String((await findExam(db(), EXAM))?.revision);
  const terms = { ...names, ...numbers, revision };
  expect((await browser.post(path, { ...terms, passMarkPercent: '101' }, path)).status).toBe(422);
  expect((await browser.post(path, terms, path)).status).toBe(200);
  expect(await findExam(db(), EXAM)).toMatchObject({ passMarkPercent: 70, validityMonths: null });
});

test('6.2 an earlier pass is recorded for a person, moves a request that awaits the exam, and cannot lie ahead', async () => {
  const offering = await addOffering(app, COURSE.freeExam);
  const request = aRequest(offering);
  const one = await submit(app, request);
  await submit(app, aRequest(offering));
  expect(await stateOf(one.id)).toBe('awaiting_exam');
  const browser = await signedIn('exam_author');
  const number = request.identity.kind === 'citizen' ? request.identity.nationalNumber : '';
  const form = { kind: 'citizen', number, 'date-day': '1', 'date-month': '6', 'date-year': '2026', note: 'A-17' };
  const [path, from] = [`/desk/exams/${EXAM}/passes`, `/desk/exams/${EXAM}?lang=en`];

  const ahead = await browser.post(path, { ...form, 'date-year': '2027' }, from);
  expect([ahead.status, ahead.dom.querySelector('.error-summary a')?.text]).toEqual([
    422,
    'This date has not come yet',
  ]);
  expect(ahead.dom.querySelector('[name=number]')?.getAttribute('value')).toBe(number);
  expect((await browser.post(path, { ...form, number: '12' }, from)).status).toBe(422);

  const done = await browser.post(path, form, from);
  expect(done.dom.querySelector('[role=status]')?.text).toContain('has moved on');
  const row = (await findApplication(db(), one.id, app.clock.now()))?.row;
  expect(row?.state).toBe('confirmed');
  if (!row) throw new Error('the request exists');
  expect((await standingOf(db(), row.personId, EXAM, app.clock.now())).hasPass).toBe(true);
});

test('requests are found by reference, by a name however it is spelt, and by the last digits of the mobile', async () => {
  const offering = await addOffering(app, COURSE.free);
  const name = { first: 'آلاء', father: 'إبراهيم', grandfather: 'مُوسى', family: 'العطّيّات' };
  const request = aRequest(offering, { name });
  const one = await submit(app, request);
  const references = async (query: string) => (await searchApplications(db(), query)).map((r) => r.reference);
  expect(await references(one.reference.toLowerCase())).toEqual([one.reference]);
  expect(await references('الاء العطيات')).toEqual([one.reference]);
  expect(await references('ابراهيم موسي')).toEqual([one.reference]);
  expect(await references(request.mobile.slice(-7))).toEqual([one.reference]);
  expect(await references(request.mobile.replace('+962', '0'))).toEqual([one.reference]);
  expect(await references('100%')).toEqual([]);
});

test('the page of a request masks who it is and shows every message as it was sent', async () => {
  const offering = await addOffering(app, COURSE.free);
  const request = aRequest(offering, { identity: { kind: 'citizen', nationalNumber: '9901234567' } });
  const one = await submit(app, request);
  const browser = await signedIn('training_officer');
  const page = await browser.get(`/desk/applications/${one.reference}?lang=en`);
  const text = page.dom.querySelector('main')?.text ?? '';
  expect(text).toContain('990****567');
  expect(page.html).not.toContain('9901234567');
  expect(page.html).not.toContain(request.mobile);
  expect(text).toContain('Request submitted');
  expect(page.dom.querySelector('#messages tbody')?.text).toContain(one.reference);
  expect((await browser.get('/desk/applications/NOBODY')).status).toBe(404);
});

test.each([
  ['withdraw', '', 'withdrawn'],
  ['cancel', 'a double request', 'cancelled'],
  ['ineligible', 'younger than the course asks', 'rejected'],
] as const)('I staff end a request: %s', async (how, reason, state) => {
  const one = await submit(app, aRequest(await addOffering(app, COURSE.free)));
  const browser = await signedIn('training_officer');
  const page = `/desk/applications/${one.reference}`;
  const unsure = await browser.post(`${page}/end`, { how, reason }, page);
  expect([unsure.status, unsure.dom.querySelector('[name=reason]')?.text]).toEqual([422, reason]);
  if (how !== 'withdraw') {
    expect((await browser.post(`${page}/end`, { how, reason: '', confirm: '1' }, page)).status).toBe(422);
  }
  expect(await stateOf(one.id)).toBe('waiting_minimum');
  const done = await browser.post(`${page}/end`, { how, reason, confirm: '1' }, page);
  expect([done.status, await stateOf(one.id)]).toEqual([200, state]);
  expect(done.dom.querySelector('.panel-confirm')).toBeNull();
});

test('an administrator opens and closes accounts, but never their own', async () => {
  const browser = await signedIn('administrator');
  const fresh = { username: 'new.officer', displayName: 'موظف جديد', role: 'auditor', password: 'short' };
  const wrong = await browser.post('/desk/staff', fresh, '/desk/staff?lang=en');
  expect([wrong.status, wrong.dom.querySelector('.error-summary a')?.getAttribute('href')]).toEqual([422, '#password']);
  expect(wrong.dom.querySelector('[name=displayName]')?.getAttribute('value')).toBe('موظف جديد');
  expect(wrong.html).not.toContain('value="short"');
  await browser.post('/desk/staff', { ...fresh, password: PASSWORD }, '/desk/staff');
  const account = async (username: string) => (await listStaff(db())).find((one) => one.username === username);
  const made = await account('new.officer');
  expect(made).toMatchObject({ active: true, role: 'auditor' });
  await browser.post(`/desk/staff/${made?.id}`, { active: 'no' }, '/desk/staff');
  expect((await account('new.officer'))?.active).toBe(false);
  await browser.post(`/desk/staff/${made?.id}`, { active: 'yes' }, '/desk/staff');
  expect((await account('new.officer'))?.active).toBe(true);
  const own = await account('administrator');
  expect((await browser.post(`/desk/staff/${own?.id}`, { active: 'no' }, '/desk/staff')).status).toBe(422);
  expect((await account('administrator'))?.active).toBe(true);
});
