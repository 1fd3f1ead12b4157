import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, EXAM, expectOk, sentTo, submit } from '#test/support/world.ts';
import { itemsOfVersion, versionOf } from '../exams/index.ts';
import { startAttempt, submitAttempt } from '../placement/index.ts';
import { createStaff, ROLES, type Role, staffRoutes } from '../staff/index.ts';
import { deskRoutes } from './index.ts';

const PASSWORD = 'a long enough password';
const ANALYSIS = `/desk/exams/${EXAM}/analysis`;
let app: TestApp;
let corrections = '';
let failed: { reference: string; mobile: string };

/** A new person sits the exam; options by question, `a` is right. */
async function sit(choices: readonly [string, string]) {
  const request = aRequest(await addOffering(app, COURSE.freeExam, { min: 1 }));
  const { id, reference } = await submit(app, request);
  const { paper } = expectOk(await command(app, { actor: 'applicant' }, (work) => startAttempt(work, id)));
  const items = await itemsAsked();
  const given = paper.map(({ itemId }) => {
    const place = items.findIndex((item) => item.id === itemId);
    return { itemId, answer: { type: 'single_choice', choice: choices[place] ?? '' } as const };
  });
  expectOk(await command(app, { actor: 'applicant' }, (work) => submitAttempt(work, id, given)));
  return { reference, mobile: request.mobile, request };
}

async function itemsAsked() {
  const version = await versionOf(app.database.db, EXAM, 1);
  if (!version) throw new Error('nothing is published');
  return itemsOfVersion(app.database.db, version);
}

beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  for (const role of ROLES) {
    const account = { username: role, displayName: role, role, password: PASSWORD };
    expectOk(await command(app, { actor: 'staff' }, (work) => createStaff(work, account)));
  }
  await sit(['a', 'a']);
  failed = await sit(['b', 'a']);
  await sit(['b', 'b']);
  const [item] = await itemsAsked();
  corrections = `/desk/exams/${EXAM}/corrections/${item?.id}.${item?.version}`;
}, 120_000);
afterAll(() => app.close());

async function signedIn(role: Role) {
  const web = makeWeb(app);
  const browser = makeBrowser(app, web, [new Hono().route('/', staffRoutes(web)).route('/', deskRoutes(web))]);
  await browser.post('/desk/sign-in', { username: role, password: PASSWORD }, '/desk/sign-in');
  return browser;
}

/** The rows of a table, cell by cell. */
type Browser = Awaited<ReturnType<typeof signedIn>>;
const rowsOf = (page: Awaited<ReturnType<Browser['get']>>, id: string): string[][] =>
  page.dom
    .querySelectorAll(`#${id} tbody tr`)
    .map((row) => row.querySelectorAll('th, td').map((cell) => cell.text.replace(/\s+/g, ' ').trim()));

describe('6.3 the analysis of an exam', () => {
  test.each(['ar', 'en'] as const)('shows its charts with the same figures as tables, in %s', async (lang) => {
    const page = await (await signedIn('exam_author')).get(`${ANALYSIS}?lang=${lang}`);
    expect(page.status).toBe(200);
    expect(page.dom.querySelectorAll('svg[role=img] > title')).toHaveLength(2);
    expect(rowsOf(page, 'scores').map(([, count]) => Number(count))).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 1]);
    const items = rowsOf(page, 'items');
    expect(items.map((row) => row.slice(1, 5))).toEqual([
      ['3', '3', '0.33', '0.50'],
      ['3', '3', '0.67', '0.50'],
    ]);
    expect(page.dom.querySelectorAll('[style]')).toEqual([]);
  });

  test('an auditor sees it without the way to correct keys; a trainer does not see it', async () => {
    const links = async (role: Role) =>
      (await (await signedIn(role)).get(ANALYSIS)).dom.querySelectorAll(`a[href^="${corrections.split('.')[0]}"]`)
        .length;
    expect(await links('auditor')).toBe(0);
    expect(await links('exam_author')).toBe(1);
    expect((await (await signedIn('trainer')).get(ANALYSIS)).status).toBe(403);
    expect((await (await signedIn('auditor')).get(corrections)).status).toBe(403);
  });

  test('by version and by period', async () => {
    const browser = await signedIn('administrator');
    const today = civilDay(TEST_NOW);
    const tomorrow = civilDay(plusMs(TEST_NOW, DAY_MS));
    const sat = async (query: string) => (await browser.get(`${ANALYSIS}?${query}`)).dom.querySelector('.kpi b')?.text;
    expect(await sat('version=1')).toBe('3');
    expect(await sat(`from=${today}&to=${today}`)).toBe('3');
    expect(await sat(`from=${tomorrow}`)).toBeUndefined();
    expect(await sat('version=7')).toBeUndefined();
    expect(await sat('version=nonsense')).toBe('3');
  });

  test('a day that is none is told at its field, and not read for the file', async () => {
    const browser = await signedIn('administrator');
    const page = await browser.get(`${ANALYSIS}?from=2027-02-30&lang=en`);
    expect(page.status).toBe(422);
    expect(page.dom.querySelector('#from-error')?.text).toContain('no day of the calendar');
    expect((await browser.get(`${ANALYSIS}.xlsx?from=x`)).status).toBe(400);
  });

  test('as a file', async () => {
    const file = await (await signedIn('auditor')).get(`${ANALYSIS}.xlsx?version=1`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toContain('spreadsheetml');
    expect(file.headers.get('content-disposition')).toContain(`analysis-${EXAM}.xlsx`);
  });

  test('of an exam that does not exist', async () => {
    const browser = await signedIn('administrator');
    for (const path of ['analysis', 'analysis.xlsx', 'corrections', 'corrections/x.1']) {
      expect([path, (await browser.get(`/desk/exams/NONE/${path}`)).status]).toEqual([path, 404]);
    }
    expect((await browser.get(`/desk/exams/${EXAM}/corrections/nonsense`)).status).toBe(404);
  });
});

describe('6.3.2 a key is corrected after people sat it', () => {
  const fields = { act: 'key', correct: 'b', reason: 'الخيار ب هو الصحيح' };

  test('what is missing is told at its field, and nothing typed is lost', async () => {
    const browser = await signedIn('exam_author');
    const page = await browser.post(corrections, { ...fields, act: '' }, corrections);
    expect(page.status).toBe(422);
    expect(page.dom.querySelector('textarea[name=reason]')?.text).toBe(fields.reason);
    expect(page.dom.querySelector('input[name=correct][value=b]')?.hasAttribute('checked')).toBe(true);
    expect((await browser.post(corrections, { ...fields, correct: 'a' }, corrections)).status).toBe(422);
  });

  test('the preview names whose result changes, and who would be written to; the act does what it showed', async () => {
    const browser = await signedIn('exam_author');
    const before = await sentTo(app, failed.mobile);
    const preview = await browser.post(`${corrections}?lang=en`, fields, corrections);
    expect(preview.status).toBe(200);
    const rows = rowsOf(preview, 'changes').sort((a, b) => (b[4] ?? '').localeCompare(a[4] ?? ''));
    expect(rows.map((row) => [row[1], row[2], row[3], row[4]])).toEqual([
      [expect.any(String), '100%', '50%', 'Pass stands'],
      [failed.reference, '50%', '100%', 'Fail becomes pass'],
    ]);
    expect(rows[1]?.[5]).toContain('call its holder');
    expect(preview.html).toContain('No messages are sent.');

    const digest = preview.dom.querySelector('input[name=digest]')?.getAttribute('value') ?? '';
    const stale = await browser.post(corrections, { ...fields, confirm: '1', digest: 'other' }, corrections);
    expect(stale.status).toBe(409);
    const list = await browser.post(corrections, { ...fields, confirm: '1', digest }, corrections);
    expect(list.path).toBe(`/desk/exams/${EXAM}/corrections?done=corrected`);
    expect(rowsOf(list, 'corrections')).toHaveLength(1);
    expect(list.html).toContain(fields.reason);
    expect(list.html).toContain('exam_author');
    expect(await sentTo(app, failed.mobile)).toEqual(before);
  });

  test('the analysis then counts by the corrected key', async () => {
    const page = await (await signedIn('administrator')).get(`${ANALYSIS}?lang=en`);
    expect(rowsOf(page, 'items')[0]?.[3]).toBe('0.67');
    expect(rowsOf(page, 'items')[0]?.[5]).toContain('Key corrected');
  });
});
