import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { DAY_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, EXAM, expectOk, submit } from '#test/support/world.ts';
import { judgeProof, takeDecision, withdraw } from '../applications/index.ts';
import { itemsOf } from '../exams/index.ts';
import { grantAccess } from '../status/index.ts';
import { fieldOf } from './forms.ts';
import { asAsked } from './queries.ts';
import { placementRoutes } from './routes.tsx';
import { answersOf } from './store.ts';
import { addSitter, allAnswers, attemptRow, rowOf, type Sitter, start } from './world.fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.freezeAt(TEST_NOW));

/** A browser that has opened these requests, as the personal link does. */
async function browserOf(...ids: ApplicationId[]) {
  const web = makeWeb(app);
  const door = new Hono().get('/door', (c) => {
    grantAccess(web, c, ids);
    return c.text('open');
  });
  const browser = makeBrowser(app, web, [placementRoutes(web), door] as never);
  await browser.get('/door');
  return browser;
}
type Browser = Awaited<ReturnType<typeof browserOf>>;
type Page = Awaited<ReturnType<Browser['get']>>;

const textOf = (page: Page): string => page.dom.querySelector('main')?.text.replace(/\s+/g, ' ') ?? '';
const address = ({ reference }: Sitter, rest = ''): string => `/exam/${reference}${rest}`;

async function startIn(browser: Browser, sitter: Sitter): Promise<Page> {
  return browser.post(address(sitter, '/start'), {}, address(sitter));
}

/** Fields of a form that chooses this option everywhere, or in the first `count` questions. */
async function chosen(option: 'a' | 'b', count = 2): Promise<Record<string, string>> {
  const answers = (await allAnswers(app, option)).slice(0, count);
  return Object.fromEntries(answers.map((a) => [fieldOf(a.itemId), a.optionId]));
}

const sendFrom = (browser: Browser, sitter: Sitter, fields: Record<string, string>): Promise<Page> =>
  browser.post(address(sitter, '/questions'), fields, address(sitter, '/questions'));

describe('the start page', () => {
  test('it says what awaits the person and has one form', async () => {
    const sitter = await addSitter(app, COURSE.paidExam);
    const page = await (await browserOf(sitter.id)).get(address(sitter));
    expect(page.status).toBe(200);
    expect(page.dom.querySelectorAll('h1')).toHaveLength(1);
    const forms = page.dom.querySelectorAll('main form');
    expect(forms.map((f) => [f.getAttribute('method'), f.getAttribute('action')])).toEqual([
      ['post', address(sitter, '/start')],
    ]);
    for (const words of [
      'سؤالان',
      '30 دقيقة',
      '60%',
      'رقم الدفع الإلكتروني',
      'الاثنين 11 كانون الثاني 2027، 12:00 م',
    ]) {
      expect(textOf(page)).toContain(words);
    }
  });

  test('in English it says the same', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const page = await (await browserOf(sitter.id)).get(address(sitter, '?lang=en'));
    expect(page.dom.querySelector('html')?.getAttribute('lang')).toBe('en');
    for (const words of [
      '2 questions',
      '30 minutes',
      '60%',
      'booking is confirmed',
      'Sunday 3 January 2027, 12:30 pm',
      'after 14 days',
    ]) {
      expect(textOf(page)).toContain(words);
    }
  });

  test('without the personal link it shows nothing, for a known reference as for an unknown one', async () => {
    const [mine, other] = [await addSitter(app, COURSE.freeExam), await addSitter(app, COURSE.freeExam)];
    const browser = await browserOf(mine.id);
    const pages = [await browser.get(address(other)), await browser.get('/exam/ZZZZZZ')];
    expect(pages.map((p) => p.status)).toEqual([401, 401]);
    expect(textOf(pages[0] as Page)).toBe(textOf(pages[1] as Page));
  });

  test('6.3.2 near the deadline it says that the time is cut, at the deadline that it is over', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const deadline = plusMs(TEST_NOW, 9 * DAY_MS);
    const browser = await browserOf(sitter.id);
    app.clock.freezeAt(plusMs(deadline, -10 * MINUTE_MS));
    expect(textOf(await browser.get(address(sitter)))).toContain('تنتهي المحاولة عند آخر موعد');
    app.clock.freezeAt(deadline);
    const over = await browser.get(address(sitter));
    expect(textOf(over)).toContain('انتهى موعد الامتحان');
    expect(over.dom.querySelector('main form')).toBeNull();
  });
});

describe('the questions', () => {
  test('each is a fieldset whose legend and labels hold nothing but the texts of the exam', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserOf(sitter.id);
    const page = await startIn(browser, sitter);
    expect(page.path).toBe(address(sitter, '/questions'));
    const items = await itemsOf(app.database.db, EXAM);
    const shown = page.dom.querySelectorAll('fieldset').map((f) => ({
      question: f.querySelector('legend')?.text.trim(),
      options: f
        .querySelectorAll('label')
        .map((l) => l.text.trim())
        .sort(),
      radios: f.querySelectorAll('label input[type=radio]').length,
    }));
    expect(shown.sort((a, b) => String(a.question).localeCompare(String(b.question)))).toEqual(
      items.map((i) => ({ question: i.questionAr, options: i.options.map((o) => o.ar).sort(), radios: 2 })),
    );
    expect(page.dom.querySelectorAll('button[name=finish]')).toHaveLength(1);
    expect(page.dom.querySelector('form[data-exam]')?.getAttribute('data-seconds')).toBe('1800');
  });

  test('the key never reaches the browser: with another key the page is the same to the letter', async () => {
    const items = await itemsOf(app.database.db, EXAM);
    const turned = items.map((i) => ({ ...i, options: i.options.map((o) => ({ ...o, correct: !o.correct })) }));
    const asked = JSON.stringify(asAsked(items, new Map(), 'seed', 'ar'));
    expect(JSON.stringify(asAsked(turned, new Map(), 'seed', 'ar'))).toBe(asked);
    const sitter = await addSitter(app, COURSE.freeExam);
    const page = await startIn(await browserOf(sitter.id), sitter);
    expect(`${asked}${page.html}`).not.toMatch(/correct|passMark/i);
  });

  test('saving keeps the answers, which are chosen again on another device, in the same order', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserOf(sitter.id);
    const first = await startIn(browser, sitter);
    const saved = await sendFrom(browser, sitter, { ...(await chosen('b', 1)), save: '1' });
    expect(saved.path).toBe(address(sitter));
    expect(textOf(saved)).toContain('حفظت إجابة واحدة من 2');
    app.clock.freezeAt(plusMs(TEST_NOW, 10 * MINUTE_MS));
    const again = await startIn(await browserOf(sitter.id), sitter);
    expect(again.dom.querySelectorAll('input[checked]').map((i) => i.getAttribute('value'))).toEqual(['b']);
    const legends = (p: Page) => p.dom.querySelectorAll('legend').map((l) => l.text);
    expect(legends(again)).toEqual(legends(first));
    expect(again.dom.querySelector('form[data-exam]')?.getAttribute('data-seconds')).toBe('1200');
  });

  test('the script’s answers are kept one by one; after the end it hears that they are not', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserOf(sitter.id);
    await startIn(browser, sitter);
    const answer = async (fields: Record<string, string>) =>
      (await browser.post(address(sitter, '/answer'), fields, address(sitter, '/questions'))).status;
    expect(await answer(await chosen('a', 1))).toBe(204);
    const attempt = await attemptRow(app, sitter.id);
    expect((await answersOf(app.database.db, attempt.id)).size).toBe(1);
    expect(await answer({ [fieldOf(attempt.id)]: 'a' })).toBe(400);
    const token =
      (await browser.get(address(sitter, '/questions'))).dom
        .querySelector('input[name=_csrf]')
        ?.getAttribute('value') ?? '';
    app.clock.freezeAt(plusMs(attempt.deadlineAt, MINUTE_MS));
    const late = await browser.request(address(sitter, '/answer'), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ _csrf: token, ...(await chosen('a')) }).toString(),
    });
    expect(late.status).toBe(410);
    expect((await rowOf(app, sitter.id)).state).toBe('rejected');
  });

  test('an answer without the token of our own page is refused', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserOf(sitter.id);
    await startIn(browser, sitter);
    const sent = await browser.request(address(sitter, '/answer'), {
      method: 'POST',
      body: new URLSearchParams(await chosen('a')),
    });
    expect(sent.status).toBe(403);
  });
});

describe('finishing', () => {
  test('with every question answered it finishes at once and shows what follows', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserOf(sitter.id);
    await startIn(browser, sitter);
    const result = await sendFrom(browser, sitter, { ...(await chosen('a')), finish: '1' });
    expect(result.path).toBe(address(sitter, '/result'));
    expect(textOf(result)).toContain('نجحتم في امتحان المستوى');
    expect(textOf(result)).toContain('علامتكم 100%. إجابتان صحيحتان من 2.');
    expect(textOf(result)).toContain('حجزكم مؤكد');
    expect(result.dom.querySelector(`main a[href="/my/${sitter.reference}"]`)).not.toBeNull();
  });

  test('with open questions it asks first, and finishes with the same button', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserOf(sitter.id);
    await startIn(browser, sitter);
    const asked = await sendFrom(browser, sitter, { ...(await chosen('a', 1)), finish: '1' });
    expect(asked.path).toBe(address(sitter, '/finish'));
    expect(asked.dom.querySelector('h1')?.text).toBe('تركتم سؤالا واحدا بلا إجابة');
    const target = asked.dom.querySelector('main nav:last-of-type a')?.getAttribute('href') ?? '';
    const questions = await browser.get(target);
    expect(questions.dom.getElementById(target.split('#')[1] ?? '')).not.toBeNull();
    const button = asked.dom.querySelector('button[name=finish]')?.getAttribute('value') ?? '';
    const result = await browser.post(address(sitter, '/questions'), { finish: button }, address(sitter, '/finish'));
    expect(textOf(result)).toContain('لم تحصلوا على علامة النجاح');
    expect(textOf(result)).toContain('علامتكم 50%');
    expect(textOf(result)).toContain('بعد الأحد 17 كانون الثاني 2027، 12:00 م');
  });

  test('when the time is over it does not ask any more', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserOf(sitter.id);
    await startIn(browser, sitter);
    app.clock.freezeAt((await attemptRow(app, sitter.id)).deadlineAt);
    const page = await browser.get(address(sitter, '/questions'));
    expect(page.dom.querySelector('form[data-exam]')?.getAttribute('data-seconds')).toBe('0');
    const result = await sendFrom(browser, sitter, { ...(await chosen('a', 1)), finish: '1' });
    expect(result.path).toBe(address(sitter, '/result'));
  });

  test('7.3.1 after a pass of a paid course the payment number and its deadline are shown', async () => {
    const sitter = await addSitter(app, COURSE.paidExam, { request: { language: 'en' } });
    const browser = await browserOf(sitter.id);
    await startIn(browser, sitter);
    const result = await sendFrom(browser, sitter, { ...(await chosen('a')), finish: '1' });
    expect(textOf(result)).toContain('pay JOD 15.500 before Tuesday 12 January 2027, 12:00 pm');
    expect(result.dom.querySelector('.big-code')?.text).toMatch(/^\d{10}$/);
  });

  test('coming back later leads to the result, and the exam cannot be sat again', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserOf(sitter.id);
    await startIn(browser, sitter);
    await sendFrom(browser, sitter, { ...(await chosen('b')), finish: '1' });
    for (const rest of ['', '/questions', '/finish', '/result']) {
      expect((await browser.get(address(sitter, rest))).path).toBe(address(sitter, '/result'));
    }
  });

  test('who lost the line finds the exam closed after its end, with the answers kept', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserOf(sitter.id);
    await startIn(browser, sitter);
    await sendFrom(browser, sitter, { ...(await chosen('a')), save: '1' });
    app.clock.freezeAt(plusMs(TEST_NOW, 40 * MINUTE_MS));
    const page = await browser.get(address(sitter));
    expect(page.path).toBe(address(sitter, '/result'));
    expect(textOf(page)).toContain('انتهى الوقت قبل الإنهاء');
    expect((await rowOf(app, sitter.id)).state).toBe('confirmed');
  });
});

describe('when no exam is asked for', () => {
  test('H3 a proof accepted during the exam is said kindly, with what follows', async () => {
    const sitter = await addSitter(app, COURSE.paidExam);
    const browser = await browserOf(sitter.id);
    await start(app, sitter.id);
    const form = await browser.get(address(sitter, '/questions'));
    const token = form.dom.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
    expectOk(await command(app, { actor: 'staff' }, (work) => judgeProof(work, sitter.id, 'accept', null)));
    const body = new URLSearchParams({ _csrf: token, ...(await chosen('b')), finish: '1' });
    const page = await browser.request(address(sitter, '/questions'), { method: 'POST', body });
    const after = page.status === 200 ? page : await browser.get(address(sitter));
    expect(textOf(after)).toContain('قبلنا إثبات المعرفة الذي قدمتموه');
    expect(after.dom.querySelector('.big-code')).not.toBeNull();
    expect((await rowOf(app, sitter.id)).state).toBe('awaiting_payment');
    const answered = await browser.request(address(sitter, '/answer'), { method: 'POST', body });
    expect(answered.status).toBe(409);
  });

  test('a request that was withdrawn, one that still waits and one whose course needs no exam say what stands', async () => {
    const gone = await addSitter(app, COURSE.freeExam);
    const waiting = await submit(app, aRequest(await addOffering(app, COURSE.freeExam)));
    const free = await addSitter(app, COURSE.free);
    const browser = await browserOf(gone.id, waiting.id, free.id);
    expectOk(await command(app, { actor: 'applicant' }, (work) => withdraw(work, gone.id)));
    expect(textOf(await browser.get(address(gone)))).toContain('هذا الطلب مغلق');
    const shown = await browser.get(`/exam/${waiting.reference}`);
    expect(shown.dom.querySelector('h1')?.text).toBe('لا امتحان مطلوبا منكم الآن');
    expect(textOf(await browser.get(address(free)))).toContain('هذه الدورة لا تتطلب امتحان مستوى');
  });

  test('B5 while the course is postponed the start page stays, without a deadline', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const decisionAt = plusMs(TEST_NOW, 9 * DAY_MS);
    await command(app, { actor: 'clock' }, (work) => takeDecision(work, sitter.offering), decisionAt);
    app.clock.freezeAt(decisionAt);
    const page = await (await browserOf(sitter.id)).get(address(sitter, '?lang=en'));
    expect(textOf(page)).toContain('None while the course is postponed');
    expect(textOf(page)).toContain('Your pass is kept');
    expect(page.dom.querySelector('main form')).not.toBeNull();
  });
});
