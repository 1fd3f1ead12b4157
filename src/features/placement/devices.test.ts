import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue, COURSE, expectOk } from '#test/support/world.ts';
import {
  address,
  type Browser,
  browserOf,
  chosen,
  type Page,
  sendFrom,
  sendLate,
  startIn,
  textOf,
  tokenOn,
} from './browser.fixture.ts';
import { keepRead, saveAnswers } from './commands.ts';
import { fieldOf, flagField, numberField, shownField } from './forms.ts';
import { eventsOf, givenOf, prolongAttempt, SEQ_STEP } from './store.ts';
import { addSitter, allAnswers, attemptRow, rowOf, type Sitter, start } from './world.fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.freezeAt(TEST_NOW));

/** Option chosen in each question of the paper, as it is kept. */
async function keptOf(sitter: Sitter): Promise<(string | null)[]> {
  const attempt = await attemptRow(app, sitter.id);
  const rows = new Map((await givenOf(app.database.db, attempt.id)).map((r) => [r.itemId, r.answer]));
  return attempt.paper.map(({ itemId }) => {
    const answer = rows.get(itemId);
    return answer?.type === 'single_choice' ? answer.choice : null;
  });
}
const kindsOf = async (sitter: Sitter) =>
  (await eventsOf(app.database.db, (await attemptRow(app, sitter.id)).id)).map((e) => e.kind);

async function sitting(): Promise<{ sitter: Sitter; browser: Browser; page: Page; token: string; items: string[] }> {
  const sitter = await addSitter(app, COURSE.freeExam);
  const browser = await browserOf(app, sitter.id);
  const page = await startIn(browser, sitter);
  const items = (await attemptRow(app, sitter.id)).paper.map((ref) => ref.itemId);
  return { sitter, browser, page, token: tokenOn(page), items };
}

describe('an exam goes on on another device', () => {
  test('the first one is told with its next answer, which is not kept', async () => {
    const { sitter, browser, token } = await sitting();
    const second = await browserOf(app, sitter.id);
    expect(textOf(await second.get(address(sitter)))).toContain('الامتحان مفتوح على جهاز آخر');
    await startIn(second, sitter);
    const told = await sendLate(browser, address(sitter, '/answer'), token, await chosen(app, sitter, 'a', 1));
    expect([told.status, JSON.parse(told.html)]).toEqual([409, { code: 'other_device' }]);
    const asked = await browser.get(address(sitter, '/time'));
    expect([asked.status, JSON.parse(asked.html)]).toEqual([409, { code: 'other_device' }]);
    expect(await keptOf(sitter)).toEqual([null, null]);
    expect(await kindsOf(sitter)).toEqual(['started', 'other_device']);
  });

  test('without scripts it is told by a page, and can take the exam back with what it had answered', async () => {
    const { sitter, browser, token } = await sitting();
    const second = await browserOf(app, sitter.id);
    await startIn(second, sitter);
    await sendFrom(second, sitter, { ...(await chosen(app, sitter, 'b', 1)), save: '1' });
    const answers = await chosen(app, sitter, 'a');
    const told = await sendLate(browser, address(sitter, '/questions'), token, { ...answers, finish: '1' });
    expect([told.status, told.dom.querySelector('h1')?.text]).toEqual([409, 'الامتحان مستمر على جهاز آخر']);
    expect(textOf(told)).toContain('لم يحفظ بعد');
    const form = told.dom.querySelector('main form');
    expect(form?.getAttribute('action')).toBe(address(sitter, '/start'));
    const carried = Object.fromEntries(
      (form?.querySelectorAll('input') ?? []).map((i) => [i.getAttribute('name') ?? '', i.getAttribute('value') ?? '']),
    );
    expect(carried).toMatchObject(answers);
    expect((await browser.get(address(sitter, '/questions'))).status).toBe(409);
    expect((await browser.get(address(sitter, '/finish'))).status).toBe(409);
    const { _csrf = '', ...fields } = carried;
    const back = await sendLate(browser, address(sitter, '/start'), _csrf, fields);
    expect([back.path, await keptOf(sitter)]).toEqual([address(sitter, '/questions'), ['a', 'a']]);
    expect((await second.get(address(sitter, '/questions'))).status).toBe(409);
  });

  test('handing in from the device that was left is refused', async () => {
    const { sitter, browser, token } = await sitting();
    await startIn(await browserOf(app, sitter.id), sitter);
    const told = await sendLate(browser, address(sitter, '/questions'), token, { finish: 'anyway' });
    expect(told.status).toBe(409);
    expect((await rowOf(app, sitter.id)).state).toBe('awaiting_exam');
  });

  test('the numbers of a later device stand above all of an earlier one', async () => {
    const { sitter, browser, page, token, items } = await sitting();
    expect(page.dom.querySelector('form[data-exam]')?.getAttribute('data-seq')).toBe('0');
    const item = items[0] ?? '';
    const first = { [fieldOf(item)]: 'a', [numberField(item)]: '70' };
    expect((await sendLate(browser, address(sitter, '/answer'), token, first)).status).toBe(200);
    const second = await startIn(await browserOf(app, sitter.id), sitter);
    expect(second.dom.querySelector('form[data-exam]')?.getAttribute('data-seq')).toBe(String(SEQ_STEP));
  });

  test('reloading, starting again and a second tab of the same browser take nothing over', async () => {
    const { sitter, browser } = await sitting();
    await browser.get(address(sitter, '/questions'));
    await startIn(browser, sitter);
    expect(await kindsOf(sitter)).toEqual(['started']);
    expect((await attemptRow(app, sitter.id)).takeovers).toBe(0);
  });
});

describe('of two answers to a question the later one stays', () => {
  const post = (browser: Browser, sitter: Sitter, token: string, fields: Record<string, string>) =>
    sendLate(browser, address(sitter, '/answer'), token, fields);

  test('one that was on its way for longer, or comes again, changes nothing and is acknowledged', async () => {
    const { sitter, browser, token, items } = await sitting();
    const item = items[0] ?? '';
    const send = (option: string, n: number) =>
      post(browser, sitter, token, { [fieldOf(item)]: option, [numberField(item)]: String(n) });
    const statuses = [await send('b', 3), await send('a', 2), await send('b', 3), await send('a', 1)].map(
      (p) => p.status,
    );
    expect([statuses, await keptOf(sitter)]).toEqual([
      [200, 200, 200, 200],
      ['b', null],
    ]);
    await send('a', 4);
    expect(await keptOf(sitter)).toEqual(['a', null]);
  });

  test('a form without scripts comes after what the script sent, and before what it sends next', async () => {
    const { sitter, browser, token, items } = await sitting();
    const item = items[0] ?? '';
    await post(browser, sitter, token, { [fieldOf(item)]: 'b', [numberField(item)]: '5' });
    await sendFrom(browser, sitter, { [fieldOf(item)]: 'a', save: '1' });
    await post(browser, sitter, token, { [fieldOf(item)]: 'b', [numberField(item)]: '5' });
    expect(await keptOf(sitter)).toEqual(['a', null]);
    const page = await browser.get(address(sitter, '/questions'));
    expect(page.dom.querySelector('form[data-exam]')?.getAttribute('data-seq')).toBe('6');
  });

  test('many answers sent at the same moment, in any order, leave the last one', async () => {
    const { sitter, items } = await sitting();
    const attempt = await attemptRow(app, sitter.id);
    const numbers = [4, 1, 6, 3, 5, 2];
    await Promise.all(
      numbers.map((seq) =>
        command(app, { actor: 'applicant' }, (work) => {
          const choice = seq === 6 ? 'a' : 'b';
          const given = { itemId: items[0] ?? '', answer: { type: 'single_choice', choice } as const, seq };
          return keepRead(work, { attempt, given: [given], device: null });
        }),
      ),
    );
    expect(await keptOf(sitter)).toEqual(['a', null]);
  });

  test('a page that lay open in another tab does not bring back what it showed', async () => {
    const { sitter, browser, page, token, items } = await sitting();
    const [one = '', two = ''] = items;
    const shown = (item: string) => page.dom.querySelector(`[name="${shownField(item)}"]`)?.getAttribute('value') ?? '';
    await sendFrom(browser, sitter, { ...(await chosen(app, sitter, 'a')), save: '1' });
    const stale = { [shownField(one)]: shown(one), [shownField(two)]: shown(two), [fieldOf(two)]: 'b', save: '1' };
    await sendLate(browser, address(sitter, '/questions'), token, stale);
    expect(await keptOf(sitter)).toEqual(['a', 'b']);
  });

  test('a flag is kept without an answer, shown again, and taken away', async () => {
    const { sitter, browser, items } = await sitting();
    const flag = flagField(items[0] ?? '');
    await sendFrom(browser, sitter, { [flag]: '1', save: '1' });
    const again = await browser.get(address(sitter, '/questions'));
    expect(again.dom.querySelector(`[name="${flag}"]`)?.hasAttribute('checked')).toBe(true);
    const name = shownField(items[0] ?? '');
    const value = again.dom.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? '';
    await sendFrom(browser, sitter, { [name]: value, save: '1' });
    const after = await browser.get(address(sitter, '/questions'));
    expect(after.dom.querySelector(`[name="${flag}"]`)?.hasAttribute('checked')).toBe(false);
  });
});

describe('who may send', () => {
  test('nothing is sent to, and nothing heard of, the exam of somebody else', async () => {
    const { sitter, items } = await sitting();
    const own = await sitting();
    const other = await browserOf(app, own.sitter.id);
    const fields = { [fieldOf(items[0] ?? '')]: 'a' };
    for (const reference of [sitter.reference, 'ZZZZZZ']) {
      const at = (rest: string) => `/exam/${reference}${rest}`;
      const token = tokenOn(await other.get(address(own.sitter)));
      const sent = [
        await sendLate(other, at('/answer'), token, fields),
        await sendLate(other, at('/looking'), token, { away: '1' }),
        await sendLate(other, at('/questions'), token, fields),
        await sendLate(other, at('/start'), token, {}),
        await other.get(at('/time')),
        await other.get(at('/result')),
      ];
      expect(sent.map((p) => p.status)).toEqual([401, 401, 401, 401, 401, 401]);
    }
    expect(await keptOf(sitter)).toEqual([null, null]);
  });

  test('a machine that answers more than twice a second is slowed down, without harm to what was kept', async () => {
    const { sitter, browser, token } = await sitting();
    const fields = await chosen(app, sitter, 'a', 1);
    const statuses = new Map<number, number>();
    for (let i = 0; i < 125; i += 1) {
      const { status } = await sendLate(browser, address(sitter, '/answer'), token, fields);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses.keys()].sort()).toEqual([200, 429]);
    expect(statuses.get(200)).toBeGreaterThanOrEqual(120);
    expect(await keptOf(sitter)).toEqual(['a', null]);
  });
});

describe('what is recorded for staff', () => {
  test('leaving the page and coming back, while the exam is open', async () => {
    const { sitter, browser, token } = await sitting();
    const look = (away: '0' | '1') => sendLate(browser, address(sitter, '/looking'), token, { away });
    expect([(await look('1')).status, (await look('0')).status]).toEqual([204, 204]);
    await sendFrom(browser, sitter, { ...(await chosen(app, sitter, 'a')), finish: '1' });
    await look('1');
    expect(await kindsOf(sitter)).toEqual(['started', 'left_page', 'came_back', 'submitted']);
    expect(textOf(await browser.get(address(sitter)))).not.toContain('left');
  });

  test('the start page says so beforehand', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const page = await (await browserOf(app, sitter.id)).get(address(sitter));
    expect(textOf(page)).toContain('إن تركتم صفحة الامتحان إلى صفحة أو برنامج آخر سجل ذلك');
  });
});

describe('the time', () => {
  test('the page is told the seconds that the server counts, whatever the clock of the device says', async () => {
    const { sitter, browser } = await sitting();
    app.clock.freezeAt(plusMs(TEST_NOW, 5 * MINUTE_MS + 400));
    const asked = await browser.get(address(sitter, '/time'));
    expect(JSON.parse(asked.html)).toEqual({ left: 1500 });
  });

  test('the personal access lasts as long as the exam, however long it is', async () => {
    const { sitter, browser } = await sitting();
    const { id } = await attemptRow(app, sitter.id);
    await app.database.inTransaction((tx) => prolongAttempt(tx, id, plusMs(TEST_NOW, 5 * HOUR_MS), 270));
    const page = await browser.get(address(sitter, '/time'));
    const cookie = page.headers.getSetCookie().find((line) => line.startsWith('dawra_p=')) ?? '';
    expect(Number(/max-age=(\d+)/i.exec(cookie)?.[1])).toBe(6 * 3600);
  });

  test('handing in twice, and after the end, gives the first outcome', async () => {
    const { sitter, browser, token } = await sitting();
    const right = { ...(await chosen(app, sitter, 'a')), finish: '1' };
    const first = await sendLate(browser, address(sitter, '/questions'), token, right);
    const wrong = { ...(await chosen(app, sitter, 'b')), finish: 'anyway' };
    const second = await sendLate(browser, address(sitter, '/questions'), token, wrong);
    app.clock.freezeAt(plusMs(TEST_NOW, 2 * HOUR_MS));
    const third = await sendLate(browser, address(sitter, '/questions'), token, wrong);
    expect([first.path, second.path, third.path]).toEqual(Array(3).fill(address(sitter, '/result')));
    expect(await keptOf(sitter)).toEqual(['a', 'a']);
  });
});

test('answers that come from no browser are held to the paper of the attempt', async () => {
  const { id } = await addSitter(app, COURSE.freeExam);
  const attempt = await start(app, id);
  const twice = [...allAnswers(attempt, 'b'), ...allAnswers(attempt, 'a')];
  expectOk(await command(app, { actor: 'applicant' }, (work) => saveAnswers(work, attempt.id, twice)));
  const kept = await givenOf(app.database.db, attempt.id);
  expect(kept.map((row) => row.answer)).toEqual(Array(2).fill({ type: 'single_choice', choice: 'a' }));
});
