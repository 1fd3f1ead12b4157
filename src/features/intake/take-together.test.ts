import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfferingId } from '#kernel/ids.ts';
import { command } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import type { Mobile } from '#procedure/people/mobile.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, sentTo } from '#test/support/world.ts';
import { billsOf, type NewRequest } from '../applications/index.ts';
import { findOffering } from '../catalogue/index.ts';
import { listSms } from '../messages/index.ts';
import { sendCode } from './otp.ts';
import { takeRequest } from './requests.ts';
import { takeTogether } from './take-together.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());

async function codeFor(mobile: Mobile): Promise<string> {
  expectOk(await command(app, { actor: 'applicant' }, (work) => sendCode(work, mobile, 'ar', 'request')));
  const sms = (await listSms(app.database.db, app.vault, { mobile })).at(-1);
  return /\d{6}/.exec(sms?.text ?? '')?.[0] ?? '';
}

/** All at the same time, so that they are taken in one transaction. */
async function together(requests: readonly NewRequest[], otps: readonly string[]) {
  return Promise.all(requests.map((request, i) => takeTogether(app, { ...request, otp: otps[i] ?? '' })));
}

const codesFor = async (requests: readonly NewRequest[]): Promise<string[]> => {
  const codes: string[] = [];
  for (const { mobile } of requests) codes.push(await codeFor(mobile));
  return codes;
};

describe('4 requests that arrive at the same time', () => {
  test('4 are taken in together, each with its own reference, token, history and message', async () => {
    const offering = await addOffering(app, COURSE.free, { min: 50, max: 60 });
    const requests = Array.from({ length: 5 }, () => aRequest(offering));
    const taken = await together(requests, await codesFor(requests));
    expect(taken.map((t) => t?.state)).toEqual(Array.from({ length: 5 }, () => 'waiting_minimum'));
    expect(new Set(taken.map((t) => t?.reference)).size).toBe(5);
    expect(taken.every((t) => /^[2-9A-HJ-NP-Z]{10}$/.test(t?.statusCode ?? ''))).toBe(true);
    expect((await findOffering(app.database.db, offering))?.facts.active).toBe(5);
    for (const [i, { mobile }] of requests.entries()) {
      expect((await sentTo(app, mobile)).map(([template]) => template)).toEqual(['otp', 'received']);
      const [, received] = await listSms(app.database.db, app.vault, { mobile });
      expect(received?.reference).toBe(taken[i]?.reference);
      expect(received?.text).toContain(taken[i]?.statusCode);
    }
  });

  test('4 a wrong code, an unknown offering and a second request of a person are left to be taken alone', async () => {
    const offering = await addOffering(app, COURSE.free, { min: 50, max: 60 });
    const [right, wrong, lost] = [aRequest(offering), aRequest(offering), aRequest(newId() as OfferingId)];
    const twice = { ...aRequest(offering), identity: right.identity };
    const requests = [right, wrong, lost, twice];
    const [otp = '', , ...others] = await codesFor(requests);
    const taken = await together(requests, [otp, otp === '111111' ? '222222' : '111111', ...others]);
    expect(taken.map((t) => t !== undefined)).toEqual([true, false, false, false]);
    expect((await findOffering(app.database.db, offering))?.facts.active).toBe(1);
    expect((await sentTo(app, twice.mobile)).map(([template]) => template)).toEqual(['otp']);
  });

  test('A who completes the minimum, and who comes after, are left to be taken alone', async () => {
    const offering = await addOffering(app, COURSE.free, { min: 3, max: 60 });
    const requests = Array.from({ length: 4 }, () => aRequest(offering));
    const taken = await together(requests, await codesFor(requests));
    expect(taken.map((t) => t?.state)).toEqual(['waiting_minimum', 'waiting_minimum', undefined, undefined]);
  });

  test('E seats are given in the order of arrival, and who finds none joins the waiting list', async () => {
    const offering = await addOffering(app, COURSE.free, { min: 1, max: 3 });
    const requests = Array.from({ length: 5 }, () => aRequest(offering));
    const codes = await codesFor(requests);
    const [first] = requests;
    if (!first) throw new Error('there is a first');
    expectOk(await takeRequest(app, { ...first, otp: codes[0] ?? '' }));
    const taken = await together(requests.slice(1), codes.slice(1));
    expect(taken.map((t) => t?.state)).toEqual(['confirmed', 'confirmed', 'waitlisted', 'waitlisted']);
    expect((await findOffering(app.database.db, offering))?.waitlisted).toBe(2);
    const last = requests.at(-1);
    expect(last && (await sentTo(app, last.mobile)).at(-1)?.[0]).toBe('waitlisted');
  });

  test('7.1 each gets a payment number of its own where the minimum is reached already', async () => {
    const offering = await addOffering(app, COURSE.paid, { min: 1, max: 9 });
    const requests = Array.from({ length: 4 }, () => aRequest(offering));
    const codes = await codesFor(requests);
    const [first] = requests;
    if (!first) throw new Error('there is a first');
    expectOk(await takeRequest(app, { ...first, otp: codes[0] ?? '' }));
    const taken = await together(requests.slice(1), codes.slice(1));
    expect(taken.map((t) => t?.state)).toEqual(['awaiting_payment', 'awaiting_payment', 'awaiting_payment']);
    const bills = await billsOf(
      app.database.db,
      taken.flatMap((t) => (t ? [t.applicationId] : [])),
    );
    expect(new Set(bills.map((b) => b.number)).size).toBe(3);
    for (const { mobile } of requests.slice(1)) {
      expect((await sentTo(app, mobile)).map(([template, clause]) => [template, clause])).toEqual([
        ['otp', null],
        ['pay', '7.1'],
      ]);
    }
  });

  test('4 a repeat under the same key gives the same request', async () => {
    const offering = await addOffering(app, COURSE.free, { min: 50, max: 60 });
    const request = aRequest(offering);
    const input = { ...request, otp: await codeFor(request.mobile), idempotencyKey: newId(), bodyHash: 'b' };
    const first = expectOk(await takeRequest(app, input));
    expect(expectOk(await takeRequest(app, input))).toMatchObject({ reference: first.reference, repeated: true });
    expect((await findOffering(app.database.db, offering))?.facts.active).toBe(1);
  });
});
