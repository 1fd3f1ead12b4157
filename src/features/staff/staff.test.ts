import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { createFirstAdministrator, signIn, signOut, staffOf } from './commands.ts';
import { createStaff, DESK_ACTIONS, may, PERMISSIONS, ROLES, setStaffActive, staffRoutes } from './index.ts';

const PASSWORD = 'a long enough password';
let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
});
afterAll(() => app.close());

const add = (username: string, over: { password?: string } = {}) =>
  command(app, { actor: 'staff' }, (work) =>
    createStaff(work, { username, displayName: 'منى', role: 'finance', password: PASSWORD, ...over }),
  );

describe('accounts of the desk', () => {
  test('the first administrator is made once', async () => {
    expect((await createFirstAdministrator(app, 'first', 'الأولى', PASSWORD)).ok).toBe(true);
    expect(await createFirstAdministrator(app, 'second', 'الثانية', PASSWORD)).toMatchObject({
      error: { code: 'accounts_exist' },
    });
  });

  test('a short password, a strange username and a taken one are refused', async () => {
    expect(await add('short', { password: '12345678901' })).toMatchObject({ error: { code: 'short_password' } });
    expect(await add('Mr X')).toMatchObject({ error: { code: 'bad_username' } });
    expect((await add('taken')).ok).toBe(true);
    expect(await add('taken')).toMatchObject({ error: { code: 'username_taken' } });
  });

  test('a session lasts 12 hours, ends with signing out, and with the account', async () => {
    const made = await add('reem');
    const token = await signIn(app, 'Reem', PASSWORD, TEST_NOW);
    expect(await staffOf(app, token ?? '', plusMs(TEST_NOW, 12 * HOUR_MS - 1))).toMatchObject({
      username: 'reem',
      role: 'finance',
    });
    expect(await staffOf(app, token ?? '', plusMs(TEST_NOW, 12 * HOUR_MS))).toBeUndefined();
    await signOut(app, token ?? '');
    expect(await staffOf(app, token ?? '', TEST_NOW)).toBeUndefined();
    const again = await signIn(app, 'reem', PASSWORD, TEST_NOW);
    await command(app, { actor: 'staff' }, (work) => setStaffActive(work, made.ok ? made.value.id : '', false));
    expect(await staffOf(app, again ?? '', TEST_NOW)).toBeUndefined();
    expect(await signIn(app, 'reem', PASSWORD, TEST_NOW)).toBeUndefined();
  });

  test('a wrong password and an unknown username are told the same, and a sixth try is held back', async () => {
    const web = makeWeb(app);
    const browser = makeBrowser(app, web, [staffRoutes(web)]);
    for (let i = 0; i < 5; i += 1) {
      const answer = await browser.post(
        '/desk/sign-in',
        { username: 'first', password: 'wrong' },
        '/desk/sign-in?lang=en',
      );
      expect(answer.status).toBe(422);
      expect(answer.html).toContain('The username or the password is wrong.');
    }
    expect(
      (await browser.post('/desk/sign-in', { username: 'first', password: PASSWORD }, '/desk/sign-in')).status,
    ).toBe(429);
  });
});

describe('the table of roles', () => {
  test('every action is somebody’s, and the auditor changes nothing', () => {
    for (const action of DESK_ACTIONS) expect(ROLES.some((role) => may(role, action))).toBe(true);
    expect(PERMISSIONS.auditor.every((action) => action.startsWith('see_'))).toBe(true);
  });
});
