import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue } from '#test/support/world.ts';
import { grantAccess } from '../status/index.ts';
import { evaluationRoutes } from './routes.tsx';
import { addHeld, INVITED_AT, rowOf } from './world.fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());

/** A browser that has opened these requests, as the personal link does. */
async function browserOf(...ids: ApplicationId[]) {
  const web = makeWeb(app);
  const door = new Hono().get('/door', (c) => {
    grantAccess(web, c, ids);
    return c.text('open');
  });
  const browser = makeBrowser(app, web, [evaluationRoutes(web), door] as never);
  await browser.get('/door');
  return browser;
}

async function attendant(over: Parameters<typeof addHeld>[2] = {}) {
  const { people } = await addHeld(app, 2, over);
  const [one] = people;
  if (!one) throw new Error('somebody attended');
  return { ...one, address: `/evaluate/${one.reference}`, browser: await browserOf(one.id) };
}
const WHOLE = { content: '5', trainer: '4', venue: '3', organisation: '5', comment: '' };

test('8 the questionnaire asks four ratings, each step with its words, and a comment', async () => {
  const { browser, address } = await attendant();
  const page = await browser.get(address);
  expect(page.status).toBe(200);
  expect(page.dom.querySelectorAll('main fieldset legend').map((l) => l.text)).toEqual([
    'محتوى الدورة',
    'المدرب أو المدربة',
    'المكان والتجهيزات',
    'التنظيم والتواصل',
  ]);
  const radios = page.dom.querySelectorAll('main input[type=radio]');
  expect(radios).toHaveLength(20);
  expect(radios.every((r) => page.dom.querySelector(`label[for="${r.id}"]`)?.text !== '')).toBe(true);
  expect(page.dom.querySelector('textarea')?.getAttribute('maxlength')).toBe('1000');
  expect(page.dom.querySelector('main')?.text).toContain('حتى الجمعة 12 شباط 2027، 4:00 م');
});

test('8 a whole answer is thanked for, and a second visit as well', async () => {
  const { id, browser, address } = await attendant({ language: 'en' });
  const thanks = await browser.post(address, WHOLE, address);
  expect([thanks.status, thanks.path, thanks.dom.querySelector('h1')?.text]).toEqual([200, address, 'Thank you']);
  expect((await rowOf(app, id)).evaluatedAt).toEqual(INVITED_AT);
  expect((await browser.get(address)).dom.querySelector('main form')).toBeNull();
});

test('an incomplete form comes back whole, each mistake a link to its field', async () => {
  const { id, browser, address } = await attendant();
  const { trainer: _left, ...rest } = WHOLE;
  const page = await browser.post(address, { ...rest, comment: 'جيدة </textarea>' }, address);
  expect(page.status).toBe(422);
  const links = page.dom.querySelectorAll('.error-summary a');
  expect(links.map((a) => [a.getAttribute('href'), a.text])).toEqual([
    ['#trainer', 'اختاروا تقييما للمدرب أو المدربة'],
  ]);
  expect(page.dom.getElementById('trainer')?.tagName).toBe('INPUT');
  expect(
    page.dom.querySelectorAll('input[checked]').map((i) => `${i.getAttribute('name')}${i.getAttribute('value')}`),
  ).toEqual(['content5', 'venue3', 'organisation5']);
  expect(page.dom.querySelector('textarea')?.text).toBe('جيدة </textarea>');
  expect((await rowOf(app, id)).evaluatedAt).toBeNull();
});

test('after thirty days, and before the message, the page says so kindly in both languages', async () => {
  const late = await attendant();
  app.clock.freezeAt(plusMs(INVITED_AT, 30 * DAY_MS));
  expect((await late.browser.get(late.address)).dom.querySelector('h1')?.text).toBe('انتهت مدة التقييم');
  const english = await late.browser.get(`${late.address}?lang=en`);
  expect(english.dom.querySelector('main')?.text).toContain('open until Friday 12 February 2027, 4:00 pm');
  const early = await attendant({ invite: false });
  expect((await early.browser.get(early.address)).dom.querySelector('h1')?.text).toBe('التقييم غير متاح');
});

test('without the personal link nothing is shown', async () => {
  const [one, two] = [await attendant(), await attendant()];
  expect((await one.browser.get(two.address)).status).toBe(401);
  expect((await one.browser.get('/evaluate/ZZZZZZ')).status).toBe(401);
});
