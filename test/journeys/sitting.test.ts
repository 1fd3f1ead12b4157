import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addEveryKind, EVERY_KIND, EVERY_KIND_EXAM, PICTURE } from '#features/placement/every-kind.fixture.ts';
import { findSitting } from '#features/placement/queries.ts';
import { openDatabase } from '#platform/db/db.ts';
import { openFiles } from '#platform/files/storage.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { type Applicant, Driver } from '#test/support/driver.ts';
import { makeTestDatabase, NO_POSTGRES, type TestDatabase } from '#test/support/postgres.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { enter, type Town, townOf } from './town.ts';
import { CHROMIUM, hasChromium, launch, type Visitor, type VisitorOptions } from './visitor.ts';

const postgres: TestDatabase | undefined = hasChromium ? await makeTestDatabase() : undefined;
const why = hasChromium ? NO_POSTGRES : `there is no browser at ${CHROMIUM}`;
/** A picture of one grey dot. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const PEOPLE_FROM = 800_000;
/** What a page and its server come to in their own time, also on a busy machine. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 });
const AR_PHONE: VisitorOptions = { lang: 'ar', device: 'phone' };

describe.skipIf(!postgres)(postgres ? 'sitting an exam in a browser' : `sitting: ${why}`, () => {
  let server: RunningServer;
  let browser: Browser;
  let town: Town;
  let app: TestApp;

  beforeAll(async () => {
    const url = postgres?.url ?? '';
    server = await startServer({ DAWRA_DEMO: '1', DATABASE_URL: url });
    app = await makeApp({ database: await openDatabase({ dataDir: '', url }) });
    await addEveryKind(app);
    const files = openFiles({ kind: 'folder', folder: join(server.dataDir, 'files') });
    await files.put(`picture-${PICTURE.replace('.', '-')}`, PIXEL);
    browser = await launch();
    town = townOf(server.base, new Driver(server.base, undefined, PEOPLE_FROM), browser);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await server?.stop();
    await postgres?.drop();
  });

  const offerings = new Map<string, Promise<{ readonly id: string }>>();

  /** Somebody who was sent the link of an exam: of the one with every kind of item, or of a course of the demo. */
  async function invited(lang: 'ar' | 'en', examId: string = EVERY_KIND_EXAM): Promise<Applicant & { link: string }> {
    const { driver } = town;
    const made = offerings.get(examId) ?? driver.offering({ courseCode: 'C15', min: 1, max: 20, inDays: 20, examId });
    offerings.set(examId, made);
    const applicant = await driver.apply((await made).id, lang);
    const link = (await driver.smsOf(applicant)).find((m) => m.template === 'exam_link')?.links[0];
    if (!link) throw new Error('no link was sent');
    return { ...applicant, link };
  }

  async function begin(options: VisitorOptions, me: Applicant & { link: string }): Promise<Visitor> {
    const visitor = await town.arrive(options);
    await enter(visitor, me.link, me.mobile);
    await visitor.press('main form button[type=submit]');
    return visitor;
  }

  const keptOf = async ({ reference }: Applicant) => {
    const { rows } = (await app.database.db.execute(
      `select t.application_id as id from attempt t join application a on a.id = t.application_id
        where a.reference = '${reference}'`,
    )) as unknown as { rows: { id: never }[] };
    const sitting = await findSitting(app.database.db, reference, [rows[0]?.id as never]);
    if (!sitting) throw new Error('there is no attempt');
    const given = new Map(sitting.given.map((one) => [one.itemId, one]));
    return sitting.attempt.paper.map((ref) => given.get(ref.itemId)?.answer ?? null);
  };
  const answeredOf = async (me: Applicant): Promise<number> => (await keptOf(me)).filter(Boolean).length;

  const question = (page: Page, n: number) => page.locator('[data-item]').nth(n - 1);
  const isSaved = (page: Page, n: number) =>
    question(page, n).locator('[data-saved][data-state=saved]').waitFor({ state: 'attached' });
  const clockOn = async (page: Page): Promise<number> => {
    const [minutes = 0, seconds = 0] = ((await page.locator('[data-clock]').textContent()) ?? '')
      .split(':')
      .map(Number);
    return minutes * 60 + seconds;
  };

  /** Answers the question that is shown, rightly, as its kind is answered. */
  async function answer(page: Page, n: number): Promise<void> {
    const content = EVERY_KIND[n - 1];
    const asked = question(page, n);
    switch (content?.type) {
      case 'single_choice':
        return asked.locator('input[value=q]').check();
      case 'multiple_response':
        await asked.locator('input[name$=".p"]').check();
        return asked.locator('input[name$=".r"]').check();
      case 'true_false':
        return asked.locator('input[value=false]').check();
      case 'short_answer':
        return asked.locator('.typed input').fill('كَلِمةُ السر'.replace(' ', ''));
      case 'numeric':
        return asked.locator('.typed input').fill('٣١٤١٥٫٥');
      case 'matching':
        await asked.locator('select').nth(0).selectOption('r1');
        await asked.locator('select').nth(1).selectOption('r2');
        return;
      case 'ordering':
        for (const [i, id] of ['s1', 's2', 's3'].entries()) {
          await asked.locator(`select[name$=".${id}"]`).selectOption(String(i + 1));
        }
        return;
    }
  }

  describe.each([
    { lang: 'ar', device: 'phone' },
    { lang: 'en', device: 'desktop' },
  ] as const)('in $lang on a $device', (options) => {
    it('6.3.1 every kind of item is answered one by one, kept at once, reviewed and passed', async () => {
      const me = await invited(options.lang);
      const visitor = await town.arrive(options);
      const { page } = visitor;
      const heard: string[] = [];
      page.on('response', async (response) => {
        if (response.url().includes('/exam/')) heard.push(await response.text().catch(() => ''));
      });
      await enter(visitor, me.link, me.mobile);
      await visitor.check('sitting-start');
      await visitor.press('main form button[type=submit]');
      await visitor.check('sitting-first');
      const loads: string[] = [];
      page.on('domcontentloaded', () => loads.push(page.url()));
      for (const [i] of EVERY_KIND.entries()) {
        await answer(page, i + 1);
        await page.keyboard.press('Tab');
        if (i === 2) await question(page, 3).locator('.flag input').check();
        if (i < EVERY_KIND.length - 1) await page.locator('[data-buttons] .btn-primary').click();
      }
      for (const [i] of EVERY_KIND.entries()) await isSaved(page, i + 1);
      expect(loads).toEqual([]);
      // All kinds are looked at together: one by one they are the same elements, hidden but for one.
      await page.evaluate('document.querySelectorAll("[data-item]").forEach((item) => { item.hidden = false; })');
      await visitor.check('sitting-every-kind');
      await soon(() => answeredOf(me)).toBe(7);
      expect(await page.locator('[data-answered]').count()).toBe(7);
      await visitor.press('button[name=finish]');
      expect(visitor.path).toMatch(/\/finish$/);
      await visitor.check('sitting-finish');
      await visitor.press('button[name=finish]');
      expect(visitor.path).toMatch(/\/result$/);
      await visitor.check('sitting-result');
      expect(await visitor.text()).toContain('100%');
      expect(await page.evaluate('Object.keys(localStorage).filter((k) => k.startsWith("exam:"))')).toEqual([]);
      for (const secret of ['كلمةالسر', 'secretword', '31415.5', 'authors only']) {
        expect(heard.join('\n')).not.toContain(secret);
      }
      await visitor.leave();
    });
  });

  it('without scripts it goes page by page, and all of it counts', async () => {
    const me = await invited('ar');
    const visitor = await begin({ ...AR_PHONE, scripts: false }, me);
    const { page } = visitor;
    for (const [i] of EVERY_KIND.entries()) {
      expect(await page.locator('[data-item]:visible').count()).toBe(1);
      await answer(page, i + 1);
      const isLast = i === EVERY_KIND.length - 1;
      await visitor.press(isLast ? 'button[name=finish]' : '[data-buttons] .btn-primary');
    }
    expect(visitor.path).toMatch(/\/result$/);
    expect(await visitor.text()).toContain('علامتكم 100%');
    await visitor.leave();
  });

  it('a network that is down for two minutes loses nothing: answers wait, and are sent when it is back', async () => {
    const me = await invited('ar');
    const visitor = await town.arrive(AR_PHONE);
    await visitor.page.clock.install();
    await enter(visitor, me.link, me.mobile);
    await visitor.press('main form button[type=submit]');
    const { page } = visitor;
    await answer(page, 1);
    await isSaved(page, 1);
    await page.context().setOffline(true);
    for (const n of [2, 3]) {
      await page.locator('[data-buttons] .btn-primary').click();
      await answer(page, n);
    }
    await soon(() => page.locator('[data-status]').textContent()).toContain('انقطع الاتصال');
    await town.driver.advance('PT2M');
    await page.clock.runFor(120_000);
    expect(await answeredOf(me)).toBe(1);
    const before = await clockOn(page);
    await page.locator('[data-number="7"]').click();
    expect(await question(page, 7).isVisible()).toBe(true);
    await page.context().setOffline(false);
    await page.clock.runFor(12_000);
    await soon(() => answeredOf(me)).toBe(3);
    await soon(() => page.locator('[data-status]').textContent()).toBe('');
    expect(before).toBeGreaterThan(17 * 60);
    expect(before).toBeLessThan(18.2 * 60);
    await visitor.leave();
  });

  it('a page that crashes while the network is down finds its answers again', async () => {
    const me = await invited('ar');
    const visitor = await begin(AR_PHONE, me);
    const { page } = visitor;
    const context = page.context();
    await context.setOffline(true);
    await answer(page, 1);
    await soon(() => page.locator('[data-status]').textContent()).toContain('انقطع الاتصال');
    const address = page.url();
    await page.close();
    expect(await answeredOf(me)).toBe(0);
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(address);
    // Sent by this page, or at the last moment by the one that is gone.
    await soon(() => answeredOf(me)).toBe(1);
    expect(await question(again, 1).locator('input[value=q]').isChecked()).toBe(true);
    // Cut once more, for as long as it takes to notice; this time the page is there when the network comes back.
    await context.setOffline(true);
    await again.locator('[data-buttons] .btn-primary').click();
    await answer(again, 2);
    await soon(() => again.locator('[data-status]').textContent()).toContain('انقطع الاتصال');
    await context.setOffline(false);
    await isSaved(again, 2);
    await soon(() => answeredOf(me)).toBe(2);
    await visitor.leave();
  });

  it.each([-1, 1])(
    'a clock of the device that is wrong by a day (%i) changes neither the time nor the answers',
    async (days) => {
      const me = await invited('ar');
      const visitor = await town.arrive(AR_PHONE);
      await visitor.page.clock.install({ time: Date.now() + days * 86_400_000 });
      await enter(visitor, me.link, me.mobile);
      await visitor.press('main form button[type=submit]');
      const { page } = visitor;
      expect(await clockOn(page)).toBeGreaterThan(19 * 60);
      await answer(page, 1);
      await isSaved(page, 1);
      await page.clock.runFor(30_000);
      expect(visitor.path).toMatch(/\/questions$/);
      expect(Math.abs((await clockOn(page)) - (20 * 60 - 30))).toBeLessThan(25);
      await visitor.leave();
    },
  );

  it('polite warnings come at five minutes and at one, and at the end the exam is handed in by itself', async () => {
    const me = await invited('en');
    const visitor = await town.arrive({ lang: 'en', device: 'desktop' });
    await visitor.page.clock.install();
    await visitor.start('/');
    await enter(visitor, me.link, me.mobile);
    await visitor.press('main form button[type=submit]');
    const { page } = visitor;
    const warning = () => page.locator('[data-warning]').textContent();
    await answer(page, 1);
    await isSaved(page, 1);
    // The device sleeps meanwhile: its timers fire once when it wakes up.
    const pass = async (duration: string, ms: number): Promise<void> => {
      await town.driver.advance(duration);
      await page.clock.fastForward(ms);
    };
    expect(await warning()).toBe('');
    await pass('PT15M1S', 901_000);
    await soon(warning).toBe('Five minutes are left.');
    await visitor.check('sitting-five-minutes');
    await pass('PT4M', 240_000);
    await soon(warning).toBe('One minute is left.');
    await visitor.check('sitting-one-minute');
    await town.driver.advance('PT1M');
    await Promise.all([page.waitForURL(/\/result$/), page.clock.fastForward(62_000)]);
    expect(await visitor.text()).toContain('You did not reach the pass mark');
    await visitor.leave();
  });

  it('extra time that staff grant meanwhile shows with the next answer', async () => {
    const me = await invited('ar');
    const visitor = await begin(AR_PHONE, me);
    const desk = await town.arrive({ lang: 'en', device: 'desktop' });
    await desk.start('/desk/sign-in');
    await desk.type({ username: 'admin', password: 'dawra-demo-2026' });
    await desk.press('main form button');
    await desk.go(`/desk/applications/${me.reference}`);
    await desk.follow('Placement exam');
    await desk.check('desk-sitting');
    await desk.press('form[action$="/extra-time"] button');
    await desk.check('desk-sitting-errors');
    await desk.type({ minutes: '10', reason: 'reads with a screen reader' });
    await desk.press('form[action$="/extra-time"] button');
    expect(await desk.text()).toContain('The extra time is granted.');
    await desk.check('desk-sitting-granted');
    await answer(visitor.page, 1);
    await isSaved(visitor.page, 1);
    await soon(() => clockOn(visitor.page)).toBeGreaterThan(28 * 60);
    await desk.follow('Answers and key');
    await desk.check('desk-answers');
    expect(await desk.text('#answers')).toContain('second choice');
    await desk.go(`/desk/exams/${EVERY_KIND_EXAM}/attempts`);
    await desk.check('desk-attempts');
    await desk.leave();
    await visitor.leave();
  });

  it('another device takes over, and the first one is told and stops', async () => {
    const me = await invited('ar');
    const first = await begin(AR_PHONE, me);
    await answer(first.page, 1);
    await isSaved(first.page, 1);
    const second = await town.arrive({ lang: 'ar', device: 'desktop' });
    await enter(second, me.link, me.mobile);
    await second.check('sitting-elsewhere');
    await second.press('main form button[type=submit]');
    await second.page.locator('[data-number="2"]').click();
    await answer(second.page, 2);
    await isSaved(second.page, 2);
    await first.page.locator('[data-number="3"]').click();
    await answer(first.page, 3);
    await first.page.locator('[role=alert]').waitFor();
    expect(await first.text('[role=alert]')).toContain('الامتحان مستمر على جهاز آخر');
    expect(first.complaintsOf(/409/).length).toBeGreaterThan(0);
    await first.check('sitting-taken-over');
    expect(await answeredOf(me)).toBe(2);
    await first.follow('صفحة الامتحان');
    await first.press('main form button[type=submit]');
    await isSaved(first.page, 3);
    await soon(() => answeredOf(me)).toBe(3);
    await first.leave();
    await second.leave();
  });

  it('two tabs of one browser show the same answers, and the older page brings none back', async () => {
    const me = await invited('ar', 'E6');
    const visitor = await begin(AR_PHONE, me);
    const one = visitor.page;
    const two = await one.context().newPage();
    await two.goto(one.url());
    const option = (page: Page, n: number, i: number) => question(page, n).locator('input[type=radio]').nth(i);
    await option(one, 1, 0).check();
    await isSaved(one, 1);
    await option(two, 1, 2).check();
    await isSaved(two, 1);
    await soon(() => option(one, 1, 2).isChecked()).toBe(true);
    await option(one, 2, 1).check();
    await isSaved(one, 2);
    await Promise.all([two.waitForEvent('domcontentloaded'), two.locator('button[name=save]').click()]);
    const value = await option(one, 1, 2).getAttribute('value');
    const kept = await keptOf(me);
    expect(kept.slice(0, 2)).toMatchObject([{ choice: value }, { type: 'single_choice' }]);
    await visitor.leave();
  });

  it('leaving the page and coming back is recorded', async () => {
    const me = await invited('ar');
    const visitor = await begin(AR_PHONE, me);
    const turn = (state: 'hidden' | 'visible') =>
      visitor.page.evaluate(`(() => {
        Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      })()`);
    await turn('hidden');
    await turn('visible');
    const kinds = async () => {
      const { rows } = (await app.database.db.execute(
        `select e.kind from attempt_event e join attempt t on t.id = e.attempt_id
          join application a on a.id = t.application_id where a.reference = '${me.reference}' order by e.id`,
      )) as unknown as { rows: { kind: string }[] };
      return rows.map((row) => row.kind);
    };
    await soon(kinds).toEqual(['started', 'left_page', 'came_back']);
    await visitor.leave();
  });

  it('the code of the message can be typed by hand', async () => {
    const me = await invited('ar');
    const visitor = await town.arrive(AR_PHONE);
    await visitor.start('/my');
    await visitor.follow('لديكم رمز في رسالة؟ اكتبوه هنا');
    await visitor.check('typed-code');
    await visitor.type({ code: 'ZZZZZ ZZZZZ', last4: me.mobile.slice(-4) });
    await visitor.press('main form button');
    await visitor.check('typed-code-wrong');
    await visitor.type({ code: new URL(me.link).pathname.split('/').at(-1) ?? '', last4: me.mobile.slice(-4) });
    await visitor.press('main form button');
    expect(visitor.path).toBe(`/exam/${me.reference}`);
    await visitor.leave();
  });
});
