import { describe, expect, it } from 'vitest';
import { applyMany, bearer, DAY, expectProblem, HOUR, later, type Problem, present, type Service } from './service.ts';

type Made = {
  readonly reference: string;
  readonly state: string;
  readonly accessToken: string;
  readonly statusUrl: string;
};
type OfferingJson = Readonly<Record<string, unknown>> & { readonly id: string };

/** «Public interface»: offerings, codes, and requests with everything that can be refused. */
export function requests(service: () => Service): void {
  const d = () => service().driver;
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    d().call<Made & Problem>('POST', '/api/v1/applications', body, headers);
  /** A body that would be taken, of a new person with a code. */
  const goodBody = async (offeringId: string, over: object = {}) => {
    const person = d().person();
    return { ...d().body(offeringId, person, 'ar', await d().otp(person.mobile)), ...over };
  };

  describe('GET /api/v1/offerings', () => {
    it('shows course, dates, meetings, venue, fee, exam, seats, state and deadlines', async () => {
      const startsAt = later(await d().now(), 12 * DAY);
      const meetings = [0, 2].map((n) => ({
        startsAt: later(startsAt, n * DAY),
        endsAt: later(startsAt, n * DAY + 3 * HOUR),
      }));
      const { id } = await d().must<{ id: string }>('POST', '/demo/offerings', {
        courseCode: 'C06',
        startsAt,
        min: 2,
        max: 5,
        meetings,
      });
      await d().apply(id);
      const one = await d().must<OfferingJson>('GET', `/api/v1/offerings/${id}`);
      expect(one).toMatchObject({
        id,
        state: 'gathering',
        startsAt,
        endsAt: later(startsAt, 2 * DAY + 3 * HOUR),
        meetings,
        feeFils: 60_000,
        examNeeded: true,
        min: 2,
        max: 5,
        active: 1,
        decisionAt: later(startsAt, -DAY),
        intakeClosesAt: later(startsAt, -3 * DAY),
      });
      expect(one).toHaveProperty('course.title.ar');
      expect(one).toHaveProperty('venue.name.en');
      const list = await d().must<OfferingJson[]>('GET', '/api/v1/offerings');
      expect(list.find((o) => o.id === id)).toEqual(one);
    });

    it('answers 404 for an offering that does not exist, also for an id of no known form', async () => {
      for (const id of ['00000000-0000-4000-8000-000000000000', 'none', "x'%22"]) {
        expectProblem(await d().call('GET', `/api/v1/offerings/${id}`), 404, 'offering_not_found');
      }
    });

    it('is described by an OpenAPI 3.1 document that names every address', async () => {
      const api = await d().must<{ openapi: string; paths: Record<string, Record<string, unknown>> }>(
        'GET',
        '/api/v1/openapi.json',
      );
      expect(api.openapi).toMatch(/^3\.1\./);
      const addresses = Object.entries(api.paths).flatMap(([path, item]) =>
        Object.keys(item).map((method) => `${method} ${path.replace(/^\/api\/v1/, '').replace(/\{[^}]+\}/g, '{}')}`),
      );
      for (const address of [
        'get /offerings',
        'get /offerings/{}',
        'post /otp',
        'post /applications',
        'get /applications/{}',
        'post /applications/{}/proof',
        'post /applications/{}/withdrawal',
      ]) {
        expect(addresses).toContain(address);
      }
    });
  });

  describe('POST /api/v1/otp', () => {
    const ways = (nine: string): string[] => [
      `0${nine}`,
      nine,
      `+962${nine}`,
      `00962${nine}`,
      `962${nine}`,
      `+962 ${nine.slice(0, 2)} ${nine.slice(2, 5)} ${nine.slice(5)}`,
      `0${nine.slice(0, 2)}-${nine.slice(2, 5)}-${nine.slice(5)}`,
      `(0${nine.slice(0, 2)}) ${nine.slice(2)}`,
      `+962 0${nine}`,
      [...`0${nine}`].map((c) => String.fromCharCode(0x660 + Number(c))).join(''),
      [...`0${nine}`].map((c) => String.fromCharCode(0x6f0 + Number(c))).join(''),
      `\u200e+962${nine}\u200f`,
    ];

    it('reads a mobile in every written form as the same mobile', async () => {
      for (const [i, written] of ways('791230000').entries()) {
        const nine = `79123${String(1000 + i)}`;
        const form = present(ways(nine)[i]);
        const answer = await d().call<{ expiresAt: string }>('POST', '/api/v1/otp', { mobile: form });
        expect(answer.status, form).toBe(202);
        const [sms] = await d().messages(`0${nine}`);
        expect(sms, written).toMatchObject({ to: `+962${nine}`, template: 'otp', clause: null, reference: null });
      }
    });

    it('sends a code of 6 digits that is valid for 5 minutes of the demo clock', async () => {
      const { mobile } = d().person();
      const before = await d().now();
      const { expiresAt } = await d().must<{ expiresAt: string }>('POST', '/api/v1/otp', { mobile });
      const after = await d().now();
      expect(Date.parse(expiresAt)).toBeGreaterThanOrEqual(before.getTime() + 300_000);
      expect(Date.parse(expiresAt)).toBeLessThanOrEqual(after.getTime() + 300_000);
      expect((await d().messages(mobile))[0]?.text).toMatch(/(?<!\d)\d{6}(?!\d)/);
    });

    it.each(['', '   ', '0781', '065551234', '+14155550123', '+966501234567', '07912345678', '0761234567', 'abc'])(
      'refuses «%s», which is no Jordanian mobile',
      async (mobile) => {
        expectProblem(await d().call('POST', '/api/v1/otp', { mobile }), 422, 'validation_failed', 'mobile');
      },
    );

    it('sends another code after a second, and 20 in an hour of the demo clock', async () => {
      const { mobile } = d().person();
      for (let i = 0; i < 20; i += 1) {
        expect((await d().call('POST', '/api/v1/otp', { mobile })).status, `code ${i + 1}`).toBe(202);
        await d().advance('PT1S');
      }
    });

    it('words the code in the language of the reader', async () => {
      const { mobile } = d().person();
      await d().call('POST', '/api/v1/otp', { mobile }, { 'accept-language': 'en' });
      expect((await d().messages(mobile))[0]?.language).toBe('en');
    });
  });

  describe('POST /api/v1/applications', () => {
    it('answers 201 with reference, state, token and an address that opens', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 3, max: 5 });
      const answer = await post(await goodBody(o.id));
      expect(answer.status).toBe(201);
      expect(answer.body.reference).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
      expect(answer.body.state).toBe('waiting_minimum');
      expect(answer.body.accessToken.length).toBeGreaterThan(20);
      expect(new URL(answer.body.statusUrl).protocol).toMatch(/^https?:$/);
    });

    it.each([
      ['no identity', { identity: undefined }, 'identity'],
      [
        'a national number of 9 digits',
        { identity: { kind: 'citizen', nationalNumber: '990000000' } },
        'identity.nationalNumber',
      ],
      [
        'a passport without nationality',
        { identity: { kind: 'resident', passportNumber: 'N1234567' } },
        'identity.nationality',
      ],
      [
        'a Jordanian as resident by passport',
        { identity: { kind: 'resident', passportNumber: 'N1234567', nationality: 'JO' } },
        'identity.nationality',
      ],
      ['no first name', { name: { first: '', father: 'أ', grandfather: 'ب', family: 'ج' } }, 'name.first'],
      ['a birth date that does not exist', { birthDate: '1990-02-30' }, 'birthDate'],
      ['a birth date in the future', { birthDate: '2990-01-01' }, 'birthDate'],
      ['a foreign mobile', { mobile: '+14155550123' }, 'mobile'],
      ['no code', { otp: undefined }, 'otp'],
      ['district 23', { district: 23 }, 'district'],
      ['district 1.5', { district: 1.5 }, 'district'],
      ['another language', { language: 'fr' }, 'language'],
      ['a wrong e-mail', { email: 'nobody' }, 'email'],
      ['consent withheld', { consent: false }, 'consent'],
      ['consent missing', { consent: undefined }, 'consent'],
      ['no offering', { offeringId: undefined }, 'offeringId'],
      ['an offering id of no known form', { offeringId: 'C01' }, 'offeringId'],
    ])('refuses %s and names the field', async (_what, over, field) => {
      const o = await d().offering({ courseCode: 'C01', min: 3, max: 5 });
      const body = { ...d().body(o.id, d().person(), 'ar', '123456'), ...over };
      expectProblem(await post(body), 422, 'validation_failed', field);
    });

    it('names every wrong field at once', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 3, max: 5 });
      const problem = expectProblem(
        await post({ ...d().body(o.id, d().person(), 'ar', '123456'), mobile: '1', consent: false, birthDate: 'x' }),
        422,
        'validation_failed',
      );
      expect(problem.errors?.map((e) => e.field)).toEqual(['birthDate', 'mobile', 'consent']);
    });

    it('takes a resident by personal number, and by passport and nationality', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 5, max: 5 });
      const numbers = [
        { kind: 'resident', personalNumber: `20012${String(Date.now()).slice(-5)}` },
        { kind: 'resident', passportNumber: 'n 1234567', nationality: 'SY' },
        { kind: 'resident', passportNumber: 'N1234567', nationality: 'EG' },
      ];
      for (const identity of numbers) expect((await post(await goodBody(o.id, { identity }))).status).toBe(201);
      const again = await post(
        await goodBody(o.id, { identity: { kind: 'resident', passportNumber: 'N1234567', nationality: 'SY' } }),
      );
      expectProblem(again, 409, 'already_applied');
    });

    it('takes numbers in Arabic-Indic digits, every district, a Latin name and an e-mail', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 9, max: 9 });
      const arabic = (text: string) => text.replace(/\d/g, (c) => String.fromCharCode(0x660 + Number(c)));
      const person = d().person();
      const otp = await d().otp(person.mobile);
      const body = {
        ...d().body(o.id, person, 'ar', arabic(otp)),
        identity: { kind: 'citizen', nationalNumber: arabic(person.nationalNumber) },
        mobile: arabic(person.mobile),
        district: 0,
        email: 'salma@example.jo',
        name: { first: 'سلمى', father: 'أحمد', grandfather: 'محمود', family: 'الخطيب', latin: 'Salma Al-Khatib' },
      };
      expect((await post(body)).status).toBe(201);
      expect((await post(await goodBody(o.id, { district: 22 }))).status).toBe(201);
    });

    it('F refuses a second live request for the course with 409 and tells nothing of the first', async () => {
      const o = await d().offering({ courseCode: 'C11', min: 3, max: 5 });
      const other = await d().offering({ courseCode: 'C11', min: 3, max: 5 });
      const first = await d().apply(o.id);
      const stranger = d().person();
      const body = {
        ...d().body(other.id, { nationalNumber: first.nationalNumber, mobile: stranger.mobile }, 'ar', ''),
        otp: await d().otp(stranger.mobile),
      };
      const refused = expectProblem(await post(body), 409, 'already_applied');
      const told = JSON.stringify(refused);
      for (const secret of [first.reference, first.mobile, first.mobile.slice(1), o.id])
        expect(told).not.toContain(secret);
      expect((await d().messages(stranger.mobile)).map((m) => m.template)).toEqual(['otp']);
      expect((await d().smsOf(first)).map((m) => [m.template, m.clause])).toContainEqual(['link_again', null]);
    });

    it('F takes one of two requests of a person that come at once, and refuses the other', async () => {
      const [a, b] = [
        await d().offering({ courseCode: 'C11', min: 9, max: 9 }),
        await d().offering({ courseCode: 'C11', min: 9, max: 9 }),
      ];
      const person = d().person();
      const other = d().person();
      const bodies = [
        d().body(a.id, person, 'ar', await d().otp(person.mobile)),
        { ...d().body(b.id, { ...other, nationalNumber: person.nationalNumber }, 'en', await d().otp(other.mobile)) },
      ];
      const answers = await Promise.all(bodies.map((body) => post(body)));
      expect(answers.map((x) => x.status).sort()).toEqual([201, 409]);
      expect(answers.find((x) => x.status === 409)?.body.code).toBe('already_applied');
    });

    it('refuses an offering that does not exist', async () => {
      const body = await goodBody('00000000-0000-4000-8000-000000000000');
      expectProblem(await post(body), 404, 'offering_not_found');
    });

    it('N refuses when the intake has closed, from that very instant', async () => {
      const o = await d().offering({ courseCode: 'C13', min: 3, max: 5, inDays: 4 });
      await d().goTo(later(o.intakeClosesAt, -60_000));
      expect((await post(await goodBody(o.id))).status).toBe(201);
      const body = await goodBody(o.id);
      await d().goTo(o.intakeClosesAt);
      expectProblem(await post(body), 422, 'intake_closed');
    });

    it('N refuses the code before and after: wrong 422, expired after 5 minutes of the demo clock', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 3, max: 5 });
      const body = await goodBody(o.id);
      const wrong = body.otp === '000000' ? '111111' : '000000';
      expectProblem(await post({ ...body, otp: wrong }), 422, 'otp_invalid', 'otp');
      await d().advance('PT5M');
      expectProblem(await post(body), 422, 'otp_expired');
      const fresh = { ...body, otp: await d().otp(body.mobile) };
      await d().advance('PT4M50S');
      expect((await post(fresh)).status).toBe(201);
    });

    it('accepts no code after 5 wrong tries, not even the right one', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 3, max: 5 });
      const body = await goodBody(o.id);
      const wrong = body.otp === '000000' ? '111111' : '000000';
      for (let i = 0; i < 5; i += 1) expect((await post({ ...body, otp: wrong })).body.code).toBe('otp_invalid');
      expectProblem(await post(body), 422, 'otp_expired');
      await d().advance('PT1S');
      expect((await post({ ...body, otp: await d().otp(body.mobile) })).status).toBe(201);
    });

    it('takes no code of another mobile, no earlier code, and no code twice', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 5, max: 5 });
      const [mine, others] = [await goodBody(o.id), await goodBody(o.id)];
      if (mine.otp !== others.otp) expect((await post({ ...mine, otp: others.otp })).body.code).toBe('otp_invalid');
      await d().advance('PT1S');
      const newer = await d().otp(mine.mobile);
      if (newer !== mine.otp) expect((await post(mine)).body.code).toBe('otp_invalid');
      expect((await post({ ...mine, otp: newer })).status).toBe(201);
      const second = await d().offering({ courseCode: 'C05', min: 5, max: 5 });
      expectProblem(await post({ ...mine, offeringId: second.id, otp: newer }), 422, 'otp_expired');
    });

    it('K refuses who is too young, asks a guardian of who is below 18, and takes a minor with one', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 5, max: 5 });
      const year = (await d().now()).getUTCFullYear();
      const child = { birthDate: `${year - 10}-01-01` };
      expectProblem(await post(await goodBody(o.id, child)), 422, 'age');
      const minor = await goodBody(o.id, { birthDate: `${year - 17}-01-01` });
      const alone = expectProblem(await post(minor), 422, 'guardian_needed');
      expect(alone.errors?.every((e) => e.field.startsWith('guardian'))).toBe(true);
      const guardian = { name: 'أحمد الخطيب', nationalNumber: '9701234567', mobile: '0791112223', consent: false };
      expectProblem(await post({ ...minor, guardian }), 422, 'guardian_needed', 'guardian.consent');
      expect((await post({ ...minor, guardian: { ...guardian, consent: true } })).status).toBe(201);
      expect((await d().messages('0791112223')).map((m) => m.template)).toEqual(['received']);
    });

    it('refuses a full offering without waiting list only, and says the place on the list', async () => {
      const o = await d().offering({ courseCode: 'C02', min: 2, max: 2 });
      await applyMany(d(), o.id, 2);
      const [one, two] = await applyMany(d(), o.id, 2);
      expect([one?.state, two?.state]).toEqual(['waitlisted', 'waitlisted']);
      expect((await d().status(present(one))).queuePosition).toBe(1);
      expect((await d().status(present(two))).queuePosition).toBe(2);
      expect((await d().smsOf(present(two))).map((m) => [m.template, m.clause])).toEqual([['waitlisted', null]]);
      await d().withdraw(present(one));
      expect((await d().status(present(two))).queuePosition).toBe(1);
    });
  });

  describe('Idempotency-Key', () => {
    it('answers the same key and body with 201 and the same reference, although the code is spent', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 5, max: 9 });
      const body = await goodBody(o.id);
      const key = { 'idempotency-key': crypto.randomUUID() };
      const first = await post(body, key);
      const again = await post(body, key);
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(again.body.reference).toBe(first.body.reference);
      for (const token of [first.body.accessToken, again.body.accessToken]) {
        const path = `/api/v1/applications/${first.body.reference}`;
        expect((await d().call('GET', path, undefined, bearer(token))).status).toBe(200);
      }
      expect((await d().offeringState(o.id)).active).toBe(1);
    });

    it('refuses the same key with another body', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 5, max: 9 });
      const body = await goodBody(o.id);
      const key = { 'idempotency-key': crypto.randomUUID() };
      expect((await post(body, key)).status).toBe(201);
      expectProblem(await post({ ...body, district: 3 }, key), 422, 'idempotency_conflict');
      expectProblem(await post(await goodBody(o.id), key), 422, 'idempotency_conflict');
    });

    it('makes one request of many that come at once with one key', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 5, max: 9 });
      const body = await goodBody(o.id);
      const key = { 'idempotency-key': crypto.randomUUID() };
      const answers = await Promise.all(Array.from({ length: 8 }, () => post(body, key)));
      expect(answers.map((a) => a.status)).toEqual(Array.from({ length: 8 }, () => 201));
      expect(new Set(answers.map((a) => a.body.reference)).size).toBe(1);
      expect((await d().offeringState(o.id)).active).toBe(1);
    });

    it('does not spend the key on a refusal', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 5, max: 9 });
      const body = await goodBody(o.id);
      const key = { 'idempotency-key': crypto.randomUUID() };
      const wrong = body.otp === '000000' ? '111111' : '000000';
      expect((await post({ ...body, otp: wrong }, key)).body.code).toBe('otp_invalid');
      expect((await post(body, key)).status).toBe(201);
    });
  });
}
