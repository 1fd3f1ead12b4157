import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import { type App, command } from '#platform/app.ts';
import type { Mobile } from '#procedure/people/mobile.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { expectOk } from '#test/support/world.ts';
import { listSms } from '../messages/index.ts';
import { type CodePurpose, checkAndSpendCode, checkCode, sendCode } from './otp.ts';
import { otpCodes } from './schema.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
});
afterAll(() => app.close());

let serial = 0;
function newMobile(): Mobile {
  serial += 1;
  return `+96277${String(serial).padStart(7, '0')}` as Mobile;
}

const send = (on: App, mobile: Mobile, now: Date = TEST_NOW, purpose: CodePurpose = 'request') =>
  command(on, { actor: 'applicant' }, (work) => sendCode(work, mobile, 'ar', purpose), now);

async function lastCode(on: App, mobile: Mobile): Promise<string> {
  const sms = (await listSms(on.database.db, on.vault, { mobile })).at(-1);
  return /\d{6}/.exec(sms?.text ?? '')?.[0] ?? '';
}

const other = (code: string): string => (code === '000000' ? '000001' : '000000');
const outcome = async (mobile: Mobile, code: string, purpose: CodePurpose = 'request') => {
  const checked = await checkCode(app, mobile, code, purpose);
  return checked.ok ? 'ok' : checked.error.code;
};

describe('4 the code that verifies a mobile', () => {
  test('has six digits, goes out in one message, and only its keyed hash is kept', async () => {
    const mobile = newMobile();
    const sent = expectOk(await send(app, mobile));
    expect(sent.expiresAt).toEqual(plusMs(TEST_NOW, 5 * MINUTE_MS));
    const code = await lastCode(app, mobile);
    expect(await outcome(mobile, code)).toBe('ok');
    expect(JSON.stringify(await app.database.db.select().from(otpCodes))).not.toContain(code);
    expect(JSON.stringify(await app.database.db.select().from(otpCodes))).not.toContain(mobile);
  });

  test('may be typed in any script and with blanks', async () => {
    const mobile = newMobile();
    await send(app, mobile);
    const code = await lastCode(app, mobile);
    const arabic = [...code].map((d) => String.fromCharCode(0x0660 + Number(d))).join('');
    expect(await outcome(mobile, `${arabic.slice(0, 3)} ${arabic.slice(3)}`)).toBe('ok');
  });

  test('is valid for 5 minutes, not a moment longer', async () => {
    const mobile = newMobile();
    await send(app, mobile);
    const code = await lastCode(app, mobile);
    app.clock.freezeAt(plusMs(TEST_NOW, 5 * MINUTE_MS - 1));
    expect(await outcome(mobile, code)).toBe('ok');
    app.clock.freezeAt(plusMs(TEST_NOW, 5 * MINUTE_MS));
    expect(await outcome(mobile, code)).toBe('otp_expired');
    app.clock.freezeAt(TEST_NOW);
  });

  test('a new code takes the place of the earlier one', async () => {
    const mobile = newMobile();
    await send(app, mobile, plusMs(TEST_NOW, -MINUTE_MS));
    const first = await lastCode(app, mobile);
    await send(app, mobile);
    const second = await lastCode(app, mobile);
    expect(await outcome(mobile, second)).toBe('ok');
    if (first !== second) expect(await outcome(mobile, first)).toBe('otp_invalid');
  });

  test('five wrong tries kill it, four do not', async () => {
    const [four, five] = [newMobile(), newMobile()];
    for (const mobile of [four, five]) await send(app, mobile);
    const [codeOfFour, codeOfFive] = [await lastCode(app, four), await lastCode(app, five)];
    for (let i = 0; i < 4; i += 1) expect(await outcome(four, other(codeOfFour))).toBe('otp_invalid');
    for (let i = 0; i < 5; i += 1) expect(await outcome(five, other(codeOfFive))).toBe('otp_invalid');
    expect(await outcome(four, codeOfFour)).toBe('ok');
    expect(await outcome(five, codeOfFive)).toBe('otp_expired');
  });

  test('is spent once, and is of no use for another mobile or another purpose', async () => {
    const [mobile, stranger] = [newMobile(), newMobile()];
    await send(app, mobile);
    await send(app, stranger);
    const code = await lastCode(app, mobile);
    if (code !== (await lastCode(app, stranger))) expect(await outcome(stranger, code)).toBe('otp_invalid');
    expect(await outcome(mobile, code, 'my_requests')).toBe('otp_invalid');
    expect((await checkAndSpendCode(app, mobile, code, 'request')).ok).toBe(true);
    expect(await outcome(mobile, code)).toBe('otp_expired');
  });

  test('none was sent: nothing is right', async () => {
    expect(await outcome(newMobile(), '123456')).toBe('otp_invalid');
  });
});

describe('4 how often a code is sent', () => {
  const tries = async (on: App, mobile: Mobile, times: readonly number[]) => {
    const outcomes: (number | 'sent')[] = [];
    for (const ms of times) {
      const sent = await send(on, mobile, plusMs(TEST_NOW, ms));
      outcomes.push(sent.ok ? 'sent' : sent.error.retryAt.getTime() - TEST_NOW.getTime());
    }
    return outcomes;
  };

  test('once in 60 seconds', async () => {
    expect(await tries(app, newMobile(), [0, MINUTE_MS - 1, MINUTE_MS])).toEqual(['sent', MINUTE_MS, 'sent']);
  });

  test('five times in an hour', async () => {
    const minutes = [0, 1, 2, 3, 4, 5, 60].map((m) => m * MINUTE_MS);
    expect(await tries(app, newMobile(), minutes)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', HOUR_MS, 'sent']);
  });

  test('ten times in a day', async () => {
    const quarters = Array.from({ length: 11 }, (_, i) => i * 15 * MINUTE_MS);
    expect((await tries(app, newMobile(), quarters)).at(-1)).toBe(24 * HOUR_MS);
  });

  test('at the same instant only one goes out', async () => {
    const mobile = newMobile();
    const both = await Promise.all([send(app, mobile), send(app, mobile)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });

  test('in the demo after a quarter of a second, thirty times in an hour', async () => {
    const demo: App = { ...app, settings: { ...app.settings, demo: true } };
    const seconds = Array.from({ length: 31 }, (_, i) => i * 1000);
    const outcomes = await tries(demo, newMobile(), [...seconds.slice(0, 1), 249, ...seconds.slice(1)]);
    expect(outcomes.filter((o) => o === 'sent')).toHaveLength(30);
    expect(outcomes[1]).toBe(250);
    expect(outcomes.at(-1)).toBe(HOUR_MS);
  });
});
