import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApplicationId } from '#kernel/ids.ts';
import { DAY_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, submit } from '#test/support/world.ts';
import { historyOfApplication, submitRequest } from '../applications/index.ts';
import { address, browserOf, sendFrom, startIn, textOf } from './browser.fixture.ts';
import { startAttempt, submitAttempt } from './commands.ts';
import { addEveryKind, EVERY_KIND_EXAM } from './every-kind.fixture.ts';
import { grantExtraTime } from './extra-time.ts';
import { closeExpiredAttempts } from './mark.ts';
import { eventsOf, extraTimeOf } from './store.ts';
import { addSitter, attemptRow, start } from './world.fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  await addEveryKind(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.freezeAt(TEST_NOW));

const grant = (id: ApplicationId, minutes: number, now = TEST_NOW) =>
  command(
    app,
    { actor: 'staff', actorName: 'officer' },
    (work) => grantExtraTime(work, id, { minutes, reason: 'reads with a screen reader' }),
    now,
  );

describe('6.3, 7.3 extra time (WCAG 2.2.1)', () => {
  test('granted beforehand, the start page shows it and the attempt has it', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    expectOk(await grant(sitter.id, 10));
    expect(expectOk(await grant(sitter.id, 5))).toEqual({ endsAt: null });
    const browser = await browserOf(app, sitter.id);
    expect(textOf(await browser.get(address(sitter, '?lang=en')))).toContain('Extra time for you15 minutes');
    const page = await startIn(browser, sitter);
    expect(page.dom.querySelector('form[data-exam]')?.getAttribute('data-seconds')).toBe(String(45 * 60));
  });

  test('granted while the exam is sat, it ends later: for the page, for answers and for the worker', async () => {
    const sitter = await addSitter(app, COURSE.freeExam);
    const browser = await browserOf(app, sitter.id);
    await startIn(browser, sitter);
    const before = await attemptRow(app, sitter.id);
    const endsAt = plusMs(before.deadlineAt, 20 * MINUTE_MS);
    expect(expectOk(await grant(sitter.id, 20))).toEqual({ endsAt });
    expect(JSON.parse((await browser.get(address(sitter, '/time'))).html)).toEqual({ left: 50 * 60 });
    await closeExpiredAttempts(app, plusMs(endsAt, -1));
    expect((await attemptRow(app, sitter.id)).closedAt).toBeNull();
    await closeExpiredAttempts(app, endsAt);
    expect((await attemptRow(app, sitter.id)).closedAt).toEqual(endsAt);
  });

  test('the history of the request says who gave how much and why, the attempt when', async () => {
    const { id } = await addSitter(app, COURSE.freeExam);
    await start(app, id);
    expectOk(await grant(id, 20));
    const [last] = (await historyOfApplication(app.database.db, id)).slice(-1);
    expect(last).toMatchObject({
      action: 'grant_extra_time',
      actor: 'officer',
      fromState: 'awaiting_exam',
      toState: 'awaiting_exam',
      details: { minutes: '20', note: 'reads with a screen reader' },
    });
    const attempt = await attemptRow(app, id);
    expect(attempt.extraMinutes).toBe(20);
    expect((await eventsOf(app.database.db, attempt.id)).at(-1)).toMatchObject({
      kind: 'extra_time',
      details: { minutes: 20, by: 'officer' },
    });
    expect(await extraTimeOf(app.database.db, id)).toMatchObject([{ minutes: 20, grantedBy: 'officer' }]);
  });

  test('N in a paid course it passes the exam deadline and ends at the decision', async () => {
    const { id } = await addSitter(app, COURSE.paidExam);
    const deadline = plusMs(TEST_NOW, 8 * DAY_MS);
    const attempt = await start(app, id, plusMs(deadline, -10 * MINUTE_MS));
    expect(attempt.deadlineAt).toEqual(deadline);
    const now = plusMs(deadline, -MINUTE_MS);
    expect(expectOk(await grant(id, 30, now)).endsAt).toEqual(plusMs(deadline, 30 * MINUTE_MS));
    const free = await addSitter(app, COURSE.freeExam);
    const decision = plusMs(TEST_NOW, 9 * DAY_MS);
    await start(app, free.id, plusMs(decision, -10 * MINUTE_MS));
    expect(await grant(free.id, 5, plusMs(decision, -MINUTE_MS))).toEqual({ ok: false, error: { code: 'no_room' } });
  });

  test('it is refused when no exam lies ahead, and leaves no trace then', async () => {
    const confirmed = await submit(app, aRequest(await addOffering(app, COURSE.free, { min: 1 })));
    expect(await grant(confirmed.id, 5)).toEqual({ ok: false, error: { code: 'no_exam_ahead' } });
    const { id } = await addSitter(app, COURSE.freeExam);
    await start(app, id);
    await command(app, { actor: 'applicant' }, (work) => submitAttempt(work, id));
    expect(await grant(id, 5)).toEqual({ ok: false, error: { code: 'no_exam_ahead' } });
    expect(await extraTimeOf(app.database.db, id)).toEqual([]);
  });
});

describe('6.3.2 an exam that can be sat a number of times', () => {
  test('the last attempt is said on the pages, and a further request is refused with its own code', async () => {
    const options = { offering: { examId: EVERY_KIND_EXAM } };
    const first = await addSitter(app, COURSE.freeExam, options);
    const { identity } = aRequest(first.offering);
    const wait = 8 * DAY_MS;
    const sat = [];
    for (const round of [0, 1]) {
      app.clock.freezeAt(plusMs(TEST_NOW, round * wait));
      const sitter = await addSitter(app, COURSE.freeExam, { ...options, request: { identity } });
      const browser = await browserOf(app, sitter.id);
      await startIn(browser, sitter);
      sat.push(textOf(await sendFrom(browser, sitter, { finish: 'anyway' })));
    }
    expect(sat.map((text) => text.includes('استنفدتم محاولات هذا الامتحان'))).toEqual([false, true]);
    app.clock.freezeAt(plusMs(TEST_NOW, 2 * wait));
    const offering = await addOffering(app, COURSE.freeExam, { examId: EVERY_KIND_EXAM });
    const refused = await command(app, { actor: 'applicant' }, (work) =>
      submitRequest(work, aRequest(offering, { identity })),
    );
    expect(refused).toEqual({ ok: false, error: { code: 'attempts_used' } });
    const other = await addOffering(app, COURSE.freeExam);
    expect((await submit(app, aRequest(other, { identity }))).state).toBe('waiting_minimum');
  });

  test('a second request that awaits the exam cannot be started once the attempts are used up', async () => {
    const options = { offering: { examId: EVERY_KIND_EXAM } };
    const { identity } = aRequest(await addOffering(app, COURSE.freeExam));
    const live = await addSitter(app, COURSE.paidExam, { ...options, request: { identity } });
    for (const days of [0, 7]) {
      app.clock.freezeAt(plusMs(TEST_NOW, days * DAY_MS));
      const { id } = await addSitter(app, COURSE.freeExam, { ...options, request: { identity } });
      await start(app, id);
      await command(app, { actor: 'applicant' }, (work) => submitAttempt(work, id));
    }
    const started = await command(app, { actor: 'applicant' }, (work) => startAttempt(work, live.id));
    expect(started).toEqual({ ok: false, error: { code: 'attempts_used' } });
    const page = await (await browserOf(app, live.id)).get(address(live));
    expect(page.dom.querySelector('main form')).toBeNull();
    expect(textOf(page)).toContain('لهذا الامتحان محاولتان، وقد استعملتموهما');
  });
});
