import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { DAY_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, submit } from '#test/support/world.ts';
import { judgeProof, takeDecision, withdraw } from '../applications/index.ts';
import {
  address,
  browserOf,
  chosen,
  type Page,
  sendFrom,
  sendLate,
  startIn,
  textOf,
  tokenOn,
} from './browser.fixture.ts';
import { fieldOf } from './forms.ts';
import { paperOf } from './queries.ts';
import { givenOf } from './store.ts';
import { addSitter, attemptRow, rowOf, type Sitter, start } from './world.fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.freezeAt(TEST_NOW));

const browserFor = (...ids: ApplicationId[]) => browserOf(app, ...ids);
const choose = (sitter: Sitter, option: 'a' | 'b', count?: number) => chosen(app, sitter, option, count);

describe('the start page', () => {
  test('it says what awaits the person and has one form', async () => {
    const sitter = await addSitter(app, COURSE.paidExam);
    const page = await (await browserFor(sitter.id)).get(address(sitter));
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
    const page = await (await browserFor(sitter.id)).get(address(sitter, '?lang=en'));
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
    const browser = await browserFor(mine.id);
    const pages = [await browser.get(address(other)), await browser.get('/exam/ZZZZZZ')];
    expect(pages.map((p) => p.status)).toEqual([401, 401]);
    expect(textOf(pages[0] as Page)).toBe(textOf(pages[1] as Page));
  });

  test('6.3.2 near the deadline it says that the time is cut, at the deadline that it is over', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const deadline = plusMs(TEST_NOW, 9 * DAY_MS);
    const browser = await browserFor(sitter.id);
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
    const browser = await browserFor(sitter.id);
    const page = await startIn(browser, sitter);
    expect(page.path).toBe(address(sitter, '/questions'));
    const { items } = await paperOf(app.database.db, await attemptRow(app, sitter.id));
    const shown = page.dom.querySelectorAll('fieldset').map((f) => ({
      question: f.querySelector('legend')?.text.trim(),
      options: f
        .querySelectorAll('label')
        .map((l) => l.text.trim())
        .sort(),
      radios: f.querySelectorAll('label input[type=radio]').length,
    }));
    expect(shown).toEqual(
      items.map(({ content }) => ({
        question: content.question.ar,
        options: 'options' in content ? content.options.map((o) => o.text.ar).sort() : [],
        radios: 2,
      })),
    );
    expect(page.dom.querySelectorAll('button[name=finish]')).toHaveLength(1);
    expect(page.dom.querySelector('form[data-exam]')?.getAttribute('data-seconds')).toBe('1800');
  });

  test('saving keeps the answers, which are chosen again on another device, in the same order', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserFor(sitter.id);
    const first = await startIn(browser, sitter);
    const saved = await sendFrom(browser, sitter, { ...(await choose(sitter, 'b', 1)), save: '1' });
    expect(saved.path).toBe(address(sitter));
    expect(textOf(saved)).toContain('حفظت إجابة واحدة من 2');
    app.clock.freezeAt(plusMs(TEST_NOW, 10 * MINUTE_MS));
    const again = await startIn(await browserFor(sitter.id), sitter);
    expect(again.dom.querySelectorAll('input[checked]').map((i) => i.getAttribute('value'))).toEqual(['b']);
    const legends = (p: Page) => p.dom.querySelectorAll('legend').map((l) => l.text);
    expect(legends(again)).toEqual(legends(first));
    expect(again.dom.querySelector('form[data-exam]')?.getAttribute('data-seconds')).toBe('1200');
  });

  test('the script’s answers are kept one by one; after the end it hears that they are not', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserFor(sitter.id);
    await startIn(browser, sitter);
    const answer = (fields: Record<string, string>) =>
      browser.post(address(sitter, '/answer'), fields, address(sitter, '/questions'));
    const kept = await answer(await choose(sitter, 'a', 1));
    expect([kept.status, JSON.parse(kept.html)]).toEqual([200, { left: 1800 }]);
    const attempt = await attemptRow(app, sitter.id);
    expect(await givenOf(app.database.db, attempt.id)).toHaveLength(1);
    expect((await answer({ [fieldOf(attempt.id)]: 'a' })).status).toBe(400);
    const token = tokenOn(await browser.get(address(sitter, '/questions')));
    app.clock.freezeAt(plusMs(attempt.deadlineAt, MINUTE_MS));
    const late = await sendLate(browser, address(sitter, '/answer'), token, await choose(sitter, 'a'));
    expect([late.status, JSON.parse(late.html)]).toEqual([410, { code: 'time_over' }]);
    expect((await rowOf(app, sitter.id)).state).toBe('rejected');
  });

  test('an answer without the token of our own page is refused', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserFor(sitter.id);
    await startIn(browser, sitter);
    const sent = await browser.request(address(sitter, '/answer'), {
      method: 'POST',
      body: new URLSearchParams(await choose(sitter, 'a')),
    });
    expect(sent.status).toBe(403);
  });
});

describe('finishing', () => {
  test('with every question answered it finishes at once and shows what follows', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserFor(sitter.id);
    await startIn(browser, sitter);
    const result = await sendFrom(browser, sitter, { ...(await choose(sitter, 'a')), finish: '1' });
    expect(result.path).toBe(address(sitter, '/result'));
    expect(textOf(result)).toContain('نجحتم في امتحان المستوى');
    expect(textOf(result)).toContain('علامتكم 100%. النقاط: 2 من 2.');
    expect(textOf(result)).toContain('حجزكم مؤكد');
    expect(result.dom.querySelector(`main a[href="/my/${sitter.reference}"]`)).not.toBeNull();
  });

  test('with open questions it asks first, and finishes with the same button', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserFor(sitter.id);
    await startIn(browser, sitter);
    const asked = await sendFrom(browser, sitter, { ...(await choose(sitter, 'a', 1)), finish: '1' });
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
    const browser = await browserFor(sitter.id);
    await startIn(browser, sitter);
    app.clock.freezeAt((await attemptRow(app, sitter.id)).deadlineAt);
    const page = await browser.get(address(sitter, '/questions'));
    expect(page.dom.querySelector('form[data-exam]')?.getAttribute('data-seconds')).toBe('0');
    const result = await sendFrom(browser, sitter, { ...(await choose(sitter, 'a', 1)), finish: '1' });
    expect(result.path).toBe(address(sitter, '/result'));
  });

  test('7.3.1 after a pass of a paid course the payment number and its deadline are shown', async () => {
    const sitter = await addSitter(app, COURSE.paidExam, { request: { language: 'en' } });
    const browser = await browserFor(sitter.id);
    await startIn(browser, sitter);
    const result = await sendFrom(browser, sitter, { ...(await choose(sitter, 'a')), finish: '1' });
    expect(textOf(result)).toContain('pay JOD 15.500 before Tuesday 12 January 2027, 12:00 pm');
    expect(result.dom.querySelector('.big-code')?.text).toMatch(/^\d{10}$/);
  });

  test('coming back later leads to the result, and the exam cannot be sat again', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserFor(sitter.id);
    await startIn(browser, sitter);
    await sendFrom(browser, sitter, { ...(await choose(sitter, 'b')), finish: '1' });
    for (const rest of ['', '/questions', '/finish', '/result']) {
      expect((await browser.get(address(sitter, rest))).path).toBe(address(sitter, '/result'));
    }
  });

  test('who lost the line finds the exam closed after its end, with the answers kept', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserFor(sitter.id);
    await startIn(browser, sitter);
    await sendFrom(browser, sitter, { ...(await choose(sitter, 'a')), save: '1' });
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
    const browser = await browserFor(sitter.id);
    await start(app, sitter.id);
    const form = await browser.get(address(sitter, '/questions'));
    const token = form.dom.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
    expectOk(await command(app, { actor: 'staff' }, (work) => judgeProof(work, sitter.id, 'accept', null)));
    const body = new URLSearchParams({ _csrf: token, ...(await choose(sitter, 'b')), finish: '1' });
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
    const browser = await browserFor(gone.id, waiting.id, free.id);
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
    const page = await (await browserFor(sitter.id)).get(address(sitter, '?lang=en'));
    expect(textOf(page)).toContain('None while the course is postponed');
    expect(textOf(page)).toContain('Your pass is kept');
    expect(page.dom.querySelector('main form')).not.toBeNull();
  });
});
