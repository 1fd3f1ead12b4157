import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OfferingId } from '#kernel/ids.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, sentTo, submit } from '#test/support/world.ts';
import {
  createOffering,
  findApplication,
  historyOfOffering,
  startCourse,
  takeDecision,
} from '../applications/index.ts';
import { findOffering } from '../catalogue/index.ts';
import { listSms } from '../messages/index.ts';
import { createStaff, type Role, staffRoutes } from '../staff/index.ts';
import { DESK_ROUTES, deskRoutes } from './index.ts';

const PASSWORD = 'a long enough password';
let app: TestApp;
beforeEach(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterEach(() => app.close());

/** A browser in which a member of this role is signed in. */
async function signedIn(role: Role) {
  const member = { username: role.replace('_', '-'), displayName: 'رنا', role, password: PASSWORD };
  expectOk(await command(app, { actor: 'staff' }, (work) => createStaff(work, member)));
  const web = makeWeb(app);
  const browser = makeBrowser(app, web, [staffRoutes(web), deskRoutes(web)]);
  await browser.post('/desk/sign-in', { username: member.username, password: PASSWORD }, '/desk/sign-in');
  return browser;
}

const recordOf = async (id: OfferingId) => {
  const record = await findOffering(app.database.db, id);
  if (!record) throw new Error('no such offering');
  return record;
};
const smsCount = async () => (await listSms(app.database.db, app.vault, {})).length;

/** An offering that missed its minimum, with one Arabic and one English request. */
async function postponed(): Promise<OfferingId> {
  const id = await addOffering(app, COURSE.free, { min: 3, max: 5 });
  await submit(app, aRequest(id));
  await submit(app, aRequest(id, { language: 'en' }));
  app.clock.freezeAt(plusMs(app.clock.now(), 9.5 * DAY_MS));
  await command(app, { actor: 'clock' }, (work) => takeDecision(work, id));
  expect((await recordOf(id)).facts.state).toBe('postponed');
  return id;
}

test('nobody comes to the desk without signing in', async () => {
  const web = makeWeb(app);
  const browser = makeBrowser(app, web, [staffRoutes(web), deskRoutes(web)]);
  const page = await browser.get('/desk/offerings');
  expect(page.path).toContain('/desk/sign-in');
});

describe.each(['ar', 'en'] as const)('pages in %s', (lang) => {
  test('today, list, form and an offering are shown in the language asked for', async () => {
    const id = await addOffering(app, COURSE.paidExam, { startsAt: plusMs(app.clock.now(), 7 * DAY_MS) });
    const { reference } = await submit(app, aRequest(id));
    const browser = await signedIn('training_officer');
    for (const path of ['/desk', '/desk/offerings', '/desk/offerings/new', `/desk/offerings/${id}`]) {
      const page = await browser.get(`${path}?lang=${lang}`);
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.dom.querySelector('html')?.getAttribute('lang')).toBe(lang);
      expect(page.dom.querySelectorAll('h1')).toHaveLength(1);
      expect(page.dom.querySelector('nav a[aria-current=page]')).not.toBeNull();
    }
    const today = await browser.get('/desk');
    expect(today.dom.querySelector(`#decisions a[href="/desk/offerings/${id}"]`)).not.toBeNull();
    const detail = await browser.get(`/desk/offerings/${id}`);
    expect(detail.dom.querySelector(`#requests a[href="/desk/applications/${reference}"]`)).not.toBeNull();
    expect(detail.dom.querySelectorAll('.timeline li')).toHaveLength(2);
  });
});

test('the list is filtered by state and by words of the course', async () => {
  const id = await addOffering(app, COURSE.free);
  const browser = await signedIn('auditor');
  const shown = async (query: string) =>
    (await browser.get(`/desk/offerings?${query}`)).dom.querySelectorAll(`a[href="/desk/offerings/${id}"]`).length;
  expect(await shown('state=gathering&q=free')).toBe(1);
  expect(await shown('state=held')).toBe(0);
  expect(await shown('q=nothing-like-it')).toBe(0);
});

describe('a new offering', () => {
  const fields = { course: COURSE.paid, day: '2027-02-07', time: '16:00', hours: '3', fee: '20.250', waiting: '1' };

  test('is kept as a draft with the defaults of the course, then published', async () => {
    const browser = await signedIn('training_officer');
    const page = await browser.post('/desk/offerings/new', fields, '/desk/offerings/new');
    expect(page.status).toBe(200);
    const id = page.path.split(/[/?]/)[3] as OfferingId;
    const { facts } = await recordOf(id);
    expect(facts).toMatchObject({ state: 'draft', min: 2, max: 3, fee: 20_250 });
    await browser.post(`/desk/offerings/${id}/publish`, {}, `/desk/offerings/${id}`);
    expect((await recordOf(id)).facts.state).toBe('gathering');
  });

  test('comes back with its values and the fields that are wrong', async () => {
    const browser = await signedIn('training_officer');
    const wrong = { ...fields, course: '', fee: '1,5', min: 'x' };
    const page = await browser.post('/desk/offerings/new', wrong, '/desk/offerings/new');
    expect(page.status).toBe(422);
    const links = page.dom.querySelectorAll('.error-summary a').map((a) => a.getAttribute('href'));
    expect(links).toEqual(['#course', '#min', '#fee']);
    expect(page.dom.querySelector('#fee')?.getAttribute('value')).toBe('1,5');
  });

  test('N: is refused with the time when requests would already be closed', async () => {
    const browser = await signedIn('training_officer');
    await browser.get('/desk?lang=en');
    const page = await browser.post('/desk/offerings/new', { ...fields, day: '2027-01-04' }, '/desk/offerings/new');
    expect(page.status).toBe(422);
    expect(page.dom.querySelector('#day-error')?.text).toContain('2 January 2027, 4:00 pm');
  });
});

describe('acts', () => {
  test('N2: the preview of a new date names who gets it and writes nothing; confirming does it', async () => {
    const id = await postponed();
    const browser = await signedIn('training_officer');
    const path = `/desk/offerings/${id}/new-date`;
    const form = await browser.get(path);
    const day = form.dom.querySelector('#day')?.getAttribute('value') ?? '';
    const time = form.dom.querySelector('#time')?.getAttribute('value') ?? '';
    expect([day, time]).toEqual(['2027-01-27', '12:00']);
    const before = await smsCount();
    const preview = await browser.post(path, { day, time }, path);
    expect(preview.status).toBe(200);
    expect(preview.dom.querySelectorAll('#messages tbody tr')).toHaveLength(2);
    expect(preview.dom.querySelector('#messages')?.text).toContain('N2');
    expect(preview.html).toContain('سلمى أحمد محمود الخطيب');
    expect(await smsCount()).toBe(before);
    expect((await recordOf(id)).facts.state).toBe('postponed');
    await browser.post(path, { day, time, confirm: '1' }, path);
    expect((await recordOf(id)).facts.state).toBe('gathering');
    expect(await smsCount()).toBe(before + 2);
  });

  test('5+N2: a date fixed before the decision is kept ready and nobody is told', async () => {
    const id = await addOffering(app, COURSE.free);
    const request = aRequest(id);
    await submit(app, request);
    const browser = await signedIn('training_officer');
    const path = `/desk/offerings/${id}/new-date`;
    const fields = { day: '2027-02-14', time: '16:00' };
    const preview = await browser.post(path, fields, path);
    expect(preview.dom.querySelector('#messages')?.text).toContain('5+N2');
    await browser.post(path, { ...fields, confirm: '1' }, path);
    expect((await recordOf(id)).facts.plannedSchedule?.startsAt).toEqual(new Date('2027-02-14T13:00:00Z'));
    expect(await sentTo(app, request.mobile)).toHaveLength(1);
  });

  test('A, C: holding below the minimum needs a reason and is shown before it is done', async () => {
    const id = await addOffering(app, COURSE.free);
    await submit(app, aRequest(id));
    const browser = await signedIn('training_officer');
    const path = `/desk/offerings/${id}/hold`;
    expect((await browser.post(path, {}, path)).status).toBe(422);
    const preview = await browser.post(path, { reason: 'المدرب جاهز' }, path);
    expect(preview.dom.querySelector('#messages')?.text).toContain('6.1');
    expect((await recordOf(id)).facts.state).toBe('gathering');
    await browser.post(path, { reason: 'المدرب جاهز', confirm: '1' }, path);
    expect((await recordOf(id)).facts).toMatchObject({ state: 'admitting', heldAnyway: true, confirmed: 1 });
    const detail = await browser.get(`/desk/offerings/${id}`);
    expect(detail.dom.querySelector('.timeline')?.text).toContain('المدرب جاهز');
  });

  test('I: cancelling and another venue are previewed; a form of a gone state is refused in words', async () => {
    const id = await addOffering(app, COURSE.free);
    await submit(app, aRequest(id));
    const browser = await signedIn('training_officer');
    const venue = `/desk/offerings/${id}/venue`;
    expect((await browser.post(venue, { venue: 'V01' }, venue)).status).toBe(200);
    expect((await browser.post(venue, { venue: 'V99' }, venue)).status).toBe(422);
    const path = `/desk/offerings/${id}/cancel`;
    const preview = await browser.post(path, { reason: 'صيانة' }, path);
    expect(preview.dom.querySelectorAll('#messages tbody tr')).toHaveLength(1);
    expect((await recordOf(id)).facts.state).toBe('gathering');
    await browser.post(path, { reason: 'صيانة', confirm: '1' }, path);
    expect((await recordOf(id)).facts.state).toBe('cancelled');
    expect((await browser.post(path, { reason: 'صيانة', confirm: '1' }, path)).status).toBe(422);
    expect((await historyOfOffering(app.database.db, id)).at(-1)?.actor).toBe('training-officer');
  });
});

test('8: attendance is ticked once the course runs, and kept', async () => {
  const id = await addOffering(app, COURSE.free, { min: 1 });
  const came = await submit(app, aRequest(id));
  const missed = await submit(app, aRequest(id));
  const browser = await signedIn('trainer');
  const path = `/desk/offerings/${id}/attendance`;
  expect((await browser.get(path)).status).toBe(409);
  app.clock.freezeAt(plusMs(app.clock.now(), 9.5 * DAY_MS));
  await command(app, { actor: 'clock' }, (work) => takeDecision(work, id));
  app.clock.freezeAt(plusMs(app.clock.now(), DAY_MS));
  await command(app, { actor: 'clock' }, (work) => startCourse(work, id));
  expect((await browser.get(path)).dom.querySelectorAll('input[name=present]')).toHaveLength(2);
  const saved = await browser.post(path, { present: came.id }, path);
  expect(saved.path).toBe(`/desk/offerings/${id}?done=attendance`);
  const ticked = (await browser.get(path)).dom.querySelectorAll('input[name=present][checked]');
  expect(ticked.map((box) => box.getAttribute('value'))).toEqual([came.id]);
  expect((await findApplication(app.database.db, missed.id, app.clock.now()))?.row.attendance).toBe('absent');
});

test.each(['auditor', 'trainer', 'exam_author', 'finance'] as const)(
  'the role %s meets 403 at what it may not do, and no button for it',
  async (role) => {
    const id = await addOffering(app, COURSE.free);
    await submit(app, aRequest(id));
    const draft = expectOk(
      await command(app, { actor: 'staff' }, (work) =>
        createOffering(work, { courseId: COURSE.free, startsAt: plusMs(work.now, 20 * DAY_MS), publish: false }),
      ),
    );
    const browser = await signedIn(role);
    const shut = DESK_ROUTES.filter(({ action }) => action === 'edit_offerings' || action === 'decide_offerings');
    for (const { method, path } of shut) {
      const address = path.replace(':id', draft.id);
      const page = method === 'GET' ? await browser.get(address) : await browser.post(address, {}, '/desk');
      expect([method, path, page.status]).toEqual([method, path, 403]);
    }
    const detail = await browser.get(`/desk/offerings/${id}`);
    expect(detail.dom.querySelectorAll('main .btn')).toHaveLength(0);
    expect(detail.dom.querySelector('#requests') !== null).toBe(role === 'auditor');
    expect((await recordOf(draft.id)).facts.state).toBe('draft');
  },
);
