import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import type { Mobile } from '#procedure/people/mobile.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, sentTo } from '#test/support/world.ts';
import { findApplication, type NewRequest } from '../applications/index.ts';
import { findOffering } from '../catalogue/index.ts';
import { listSms } from '../messages/index.ts';
import { checkProofFiles, proofsOf } from '../proofs/index.ts';
import { sendCode } from './otp.ts';
import { applicationByToken, takeRequest } from './requests.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());

async function codeFor(mobile: Mobile, now: Date = app.clock.now()): Promise<string> {
  expectOk(await command(app, { actor: 'applicant' }, (work) => sendCode(work, mobile, 'ar', 'request'), now));
  const sms = (await listSms(app.database.db, app.vault, { mobile })).at(-1);
  return /\d{6}/.exec(sms?.text ?? '')?.[0] ?? '';
}

const take = async (request: NewRequest, more: Partial<Parameters<typeof takeRequest>[1]> = {}) =>
  takeRequest(app, { ...request, otp: more.otp ?? (await codeFor(request.mobile)), ...more });

const codeOf = (result: Awaited<ReturnType<typeof takeRequest>>): string => (result.ok ? 'ok' : result.error.code);

const PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');

describe('4 taking a request', () => {
  test('a right code takes it, gives a reference and a token, and spends the code', async () => {
    const offering = await addOffering(app, COURSE.free);
    const request = aRequest(offering);
    const otp = await codeFor(request.mobile);
    const taken = expectOk(await take(request, { otp }));
    expect(taken).toMatchObject({ state: 'waiting_minimum', repeated: false });
    expect(taken.reference).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
    expect(codeOf(await take({ ...aRequest(offering), mobile: request.mobile }, { otp }))).toBe('otp_expired');
    expect((await sentTo(app, request.mobile)).map(([template]) => template)).toEqual(['otp', 'received']);
  });

  test('a wrong code takes nothing', async () => {
    const offering = await addOffering(app, COURSE.free);
    const request = aRequest(offering);
    const otp = await codeFor(request.mobile);
    expect(codeOf(await take(request, { otp: otp === '111111' ? '222222' : '111111' }))).toBe('otp_invalid');
    expect((await findOffering(app.database.db, offering))?.facts.active).toBe(0);
  });

  test('a refused request does not cost the code', async () => {
    const young = aRequest(await addOffering(app, COURSE.free), { birthDate: '2015-01-01' });
    const otp = await codeFor(young.mobile);
    expect(codeOf(await take(young, { otp }))).toBe('age');
    expect(codeOf(await take({ ...young, birthDate: '1990-05-04' }, { otp }))).toBe('ok');
  });

  test('F a second live request is refused and its link goes to the mobile on file, at most three times an hour', async () => {
    const offering = await addOffering(app, COURSE.free);
    const first = aRequest(offering);
    expectOk(await take(first));
    const links = async () => (await sentTo(app, first.mobile)).filter(([t]) => t === 'link_again').length;
    for (let i = 0; i < 4; i += 1) {
      const again = { ...aRequest(offering), identity: first.identity };
      expect(codeOf(await take(again))).toBe('already_applied');
      expect(await sentTo(app, again.mobile)).toEqual([['otp', null]]);
    }
    expect(await links()).toBe(3);
    app.clock.freezeAt(plusMs(TEST_NOW, HOUR_MS + MINUTE_MS));
    await take({ ...aRequest(offering), identity: first.identity });
    expect(await links()).toBe(4);
    app.clock.freezeAt(TEST_NOW);
  });

  test('F of two requests of one person at the same instant one is taken', async () => {
    const offering = await addOffering(app, COURSE.free);
    const [one, two] = [aRequest(offering), aRequest(offering)];
    const [a, b] = [await codeFor(one.mobile), await codeFor(two.mobile)];
    const outcomes = await Promise.all([take(one, { otp: a }), take({ ...two, identity: one.identity }, { otp: b })]);
    expect(outcomes.map(codeOf).sort()).toEqual(['already_applied', 'ok']);
  });
});

describe('4 the same submission twice', () => {
  test('same key and body: the same reference although the code is spent, and both tokens open it', async () => {
    const request = aRequest(await addOffering(app, COURSE.free));
    const otp = await codeFor(request.mobile);
    const once = { otp, idempotencyKey: 'key-1', bodyHash: 'body' };
    const first = expectOk(await take(request, once));
    const second = expectOk(await take(request, once));
    expect(second).toMatchObject({ reference: first.reference, repeated: true });
    for (const { accessToken } of [first, second]) {
      expect((await applicationByToken(app, first.reference, accessToken)).ok).toBe(true);
    }
  });

  test('same key, other body: a conflict', async () => {
    const offering = await addOffering(app, COURSE.free);
    expectOk(await take(aRequest(offering), { idempotencyKey: 'key-2', bodyHash: 'one' }));
    expect(codeOf(await take(aRequest(offering), { idempotencyKey: 'key-2', bodyHash: 'other' }))).toBe(
      'idempotency_conflict',
    );
  });

  test('at the same instant: one request, both answers name it', async () => {
    const offering = await addOffering(app, COURSE.free);
    const request = aRequest(offering);
    const once = { otp: await codeFor(request.mobile), idempotencyKey: 'key-3', bodyHash: 'body' };
    const [a, b] = await Promise.all([take(request, once), take(request, once)]);
    expect(expectOk(a).reference).toBe(expectOk(b).reference);
    expect((await findOffering(app.database.db, offering))?.facts.active).toBe(1);
  });

  test('a refusal does not use up the key', async () => {
    const request = aRequest(await addOffering(app, COURSE.free));
    const otp = await codeFor(request.mobile);
    const key = { idempotencyKey: 'key-4', otp };
    expect(codeOf(await take({ ...request, birthDate: '2015-01-01' }, { ...key, bodyHash: 'a' }))).toBe('age');
    expect(codeOf(await take(request, { ...key, bodyHash: 'b' }))).toBe('ok');
  });
});

describe('tokens of the public interface', () => {
  test('a wrong token is not authorised; the reference of another is not found', async () => {
    const offering = await addOffering(app, COURSE.free, { min: 3 });
    const [one, two] = [expectOk(await take(aRequest(offering))), expectOk(await take(aRequest(offering)))];
    const refusal = async (reference: string, token: string) => {
      const opened = await applicationByToken(app, reference, token);
      return opened.ok ? opened.value.row.reference : opened.error.code;
    };
    expect(await refusal(one.reference.toLowerCase(), one.accessToken)).toBe(one.reference);
    expect(await refusal(one.reference, two.accessToken)).toBe('not_found');
    expect(await refusal('ZZZZZZ', one.accessToken)).toBe('not_found');
    for (const token of ['', 'x', `${one.accessToken}x`])
      expect(await refusal(one.reference, token)).toBe('unauthorized');
  });
});

describe('H3 proof with the request', () => {
  const files = async () => expectOk(await checkProofFiles([{ name: 'شهادة.pdf', bytes: PDF }]));
  const stored = () => readdirSync(app.filesDir).length;

  test('documents are kept where the course needs knowledge, and staff will judge them', async () => {
    const request = aRequest(await addOffering(app, COURSE.freeExam));
    const before = stored();
    const taken = expectOk(await take(request, { files: await files() }));
    expect((await proofsOf(app.database.db, taken.applicationId)).map((f) => f.fileName)).toEqual(['شهادة.pdf']);
    expect((await findApplication(app.database.db, taken.applicationId, TEST_NOW))?.row.proof).toBe('pending');
    expect(stored()).toBe(before + 1);
  });

  test('where none is needed, and with a refused request, no file is left behind', async () => {
    const before = stored();
    const taken = expectOk(await take(aRequest(await addOffering(app, COURSE.free)), { files: await files() }));
    expect(await proofsOf(app.database.db, taken.applicationId)).toEqual([]);
    const young = aRequest(await addOffering(app, COURSE.freeExam), { birthDate: '2015-01-01' });
    expect(codeOf(await take(young, { files: await files() }))).toBe('age');
    expect(stored()).toBe(before);
  });
});
