import { Hono } from 'hono';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, EXAM, expectOk, submit } from '#test/support/world.ts';
import { findByReference } from '../applications/index.ts';
import { addExam, addItems, type ItemValues, publishExam, standingOf } from '../exams/index.ts';
import { saveCourse } from '../catalogue/index.ts';
import { startAttempt, submitAttempt } from '../placement/index.ts';
import { createStaff, ROLES, type Role, staffRoutes } from '../staff/index.ts';
import { deskRoutes } from './index.ts';
import type { ApplicationId, CourseId, ExamId } from '#kernel/ids.ts';
import type { GivenAnswer, ItemContent } from '#procedure/placement/items.ts';
import { matching, numeric, ordering, shortAnswer, singleChoice, trueFalse } from '#test/procedure/items.ts';

const PASSWORD = 'a long enough password';
const EVERY_KIND = 'E2' as ExamId;
const COURSE_OF_ALL = 'ALL' as CourseId;
const ANALYSIS = `/desk/exams/${EXAM}/analysis`;
let app: TestApp;
let firstReference = '';

/** A text of a person that a spreadsheet would calculate. */
const FORMULA = '=HYPERLINK("http://example.org","x")';
const KINDS: readonly { content: ItemContent; right: GivenAnswer; wrong: GivenAnswer | null }[] = [
  {
    content: singleChoice(3, 'a'),
    right: { type: 'single_choice', choice: 'a' },
    wrong: { type: 'single_choice', choice: 'b' },
  },
  { content: trueFalse(true), right: { type: 'true_false', value: true }, wrong: { type: 'true_false', value: false } },
  {
    content: shortAnswer('عمان'),
    right: { type: 'short_answer', text: 'عمّان' },
    wrong: { type: 'short_answer', text: FORMULA },
  },
  { content: numeric(['3.5', '0.1']), right: { type: 'numeric', text: '٣٫٥' }, wrong: null },
  {
    content: matching(2, 1),
    right: { type: 'matching', pairs: { l1: 'r1', l2: 'r2' } },
    wrong: { type: 'matching', pairs: { l1: 'r2', l2: 'x1' } },
  },
  {
    content: ordering(3),
    right: { type: 'ordering', order: ['s1', 's2', 's3'] },
    wrong: { type: 'ordering', order: ['s3', 's2', 's1'] },
  },
];

async function addExamOfAllKinds(): Promise<string[]> {
  return command(app, { actor: 'staff' }, async ({ tx, now }) => {
    const items = KINDS.map(({ content }): ItemValues => ({ content, topic: 'basics', difficulty: 1, points: 1 }));
    const ids = await addItems(tx, items, { author: 'author', reviewer: 'admin', now, state: 'approved' });
    const terms = { passMarkPercent: 60, minutes: 30, validityMonths: null, retakeWaitDays: 14 };
    const blueprint = [{ kind: 'fixed', items: ids }] as const;
    await addExam(tx, { id: EVERY_KIND, titleAr: 'كل الأنواع', titleEn: 'Every kind', ...terms, blueprint });
    expectOk(await publishExam(tx, EVERY_KIND, { by: 'author', now }));
    return ids;
  });
}

/** Sits the exam: every question rightly, or wrongly. */
async function sit(id: ApplicationId, isRight: (question: number) => boolean, kinds: typeof KINDS, ids: readonly string[]) {
  const { paper } = expectOk(await command(app, { actor: 'applicant' }, (work) => startAttempt(work, id)));
  const given = paper.map(({ itemId }) => {
    const place = ids.indexOf(itemId);
    const kind = kinds[place];
    return { itemId, answer: (isRight(place) ? kind?.right : kind?.wrong) ?? null };
  });
  expectOk(await command(app, { actor: 'applicant' }, (work) => submitAttempt(work, id, given)));
}

beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  for (const role of ROLES) {
    const account = { username: role, displayName: role, role, password: PASSWORD };
    expectOk(await command(app, { actor: 'staff' }, (work) => createStaff(work, account)));
  }
  const ids = await addExamOfAllKinds();
  await command(app, { actor: 'staff' }, async ({ tx }) => saveCourse(tx, courseOfAll));
  for (let i = 0; i < 4; i += 1) {
    const offering = await addOffering(app, COURSE_OF_ALL, { min: 1 });
    const made = await submit(app, aRequest(offering));
    if (i === 0) firstReference = made.reference;
    await sit(made.id, (question) => question >= 6 - i * 2, KINDS, ids);
  }
}, 120_000);
afterAll(() => app.close());

const courseOfAll = {
  id: COURSE_OF_ALL,
  titleAr: 'دورة',
  titleEn: 'Course',
  smsAr: 'دورة',
  smsEn: 'Course',
} as never;

async function signedIn(role: Role) {
  const web = makeWeb(app);
  const browser = makeBrowser(app, web, [new Hono().route('/', staffRoutes(web)).route('/', deskRoutes(web))]);
  await browser.post('/desk/sign-in', { username: role, password: PASSWORD }, '/desk/sign-in');
  return browser;
}
