import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { SAMPLE_PROOF } from '#features/demo/seed/sample-proof.ts';
import { applyMany, bearer, expectProblem, HOUR, later, postFiles, present, type Service } from './service.ts';

/** «Public interface»: where a request stands, proof documents, withdrawal. */
export function standing(service: () => Service): void {
  const d = () => service().driver;

  describe('GET /api/v1/applications/{reference}', () => {
    it('says state, reason, clause, next step, payment, links, place and timeline', async () => {
      const o = await d().offering({ courseCode: 'C14', min: 2, max: 4 });
      const [a] = await applyMany(d(), o.id, 1);
      const waiting = await d().status(present(a));
      expect(waiting).toEqual({
        reference: present(a).reference,
        state: 'waiting_minimum',
        reason: null,
        clause: null,
        offeringId: o.id,
        nextStep: 'wait_minimum',
        payment: null,
        examUrl: null,
        evaluationUrl: null,
        queuePosition: null,
        timeline: [{ at: expect.stringMatching(/Z$/), clause: null, text: expect.stringMatching(/[\u0621-\u064a]/) }],
      });
      await d().apply(o.id);
      const billed = await d().status(present(a));
      expect(billed).toMatchObject({
        state: 'awaiting_payment',
        clause: '7.1',
        nextStep: 'pay',
        payment: {
          number: expect.stringMatching(/^\d{10}$/),
          amountFils: 15_500,
          payBefore: o.decisionAt,
          status: 'open',
        },
      });
      expect(billed.timeline.map((t) => t.clause)).toEqual([null, '7.1']);
    });

    it('words the timeline in the language of the reader', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 2, max: 4 });
      const a = await d().apply(o.id);
      const inEnglish = await d().must<{ timeline: { text: string }[] }>(
        'GET',
        `/api/v1/applications/${a.reference}`,
        undefined,
        { ...bearer(a.token), 'accept-language': 'en' },
      );
      expect(inEnglish.timeline[0]?.text).toMatch(/^[\x20-\x7e]+$/);
    });

    it('answers 401 for a wrong or missing token, 404 for the reference of another or of nobody', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 5, max: 9 });
      const [a, b] = await applyMany(d(), o.id, 2);
      const path = (reference: string) => `/api/v1/applications/${reference}`;
      const [mine, others] = [present(a), present(b)];
      for (const headers of [{}, bearer('wrong'), bearer(`${mine.token}x`), { authorization: `Basic ${mine.token}` }]) {
        const answer = await d().call('GET', path(mine.reference), undefined, headers);
        expectProblem(answer, 401, 'unauthorized');
        expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      }
      expectProblem(await d().call('GET', path(others.reference), undefined, bearer(mine.token)), 404, 'not_found');
      expectProblem(await d().call('GET', path('ZZZZZZ'), undefined, bearer(mine.token)), 404, 'not_found');
      for (const end of ['withdrawal', 'proof']) {
        expectProblem(await d().call('POST', `${path(mine.reference)}/${end}`, {}), 401, 'unauthorized');
        const foreign = await d().call('POST', `${path(others.reference)}/${end}`, {}, bearer(mine.token));
        expectProblem(foreign, 404, 'not_found');
      }
      expect((await d().status(others)).state).toBe('waiting_minimum');
    });
  });

  describe('POST /api/v1/applications/{reference}/withdrawal', () => {
    it('G answers 200 with the object, sends an SMS, frees the seat, and a new request is taken', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 5, max: 9 });
      const a = await d().apply(o.id);
      expect(await d().withdraw(a)).toMatchObject({ reference: a.reference, state: 'withdrawn', nextStep: 'none' });
      expect((await d().smsOf(a)).map((m) => m.template)).toEqual(['received', 'withdrawn']);
      expect((await d().offeringState(o.id)).active).toBe(0);
      await d().advance('PT1S');
      const again = await d().apply(o.id, 'ar', a);
      expect(again.reference).not.toBe(a.reference);
    });

    it('G refuses a second withdrawal, and one after the start, with a conflict', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 1, max: 9 });
      const [a, b] = await applyMany(d(), o.id, 2);
      await d().withdraw(present(a));
      const path = (reference: string) => `/api/v1/applications/${reference}/withdrawal`;
      const twice = await d().call('POST', path(present(a).reference), {}, bearer(present(a).token));
      expectProblem(twice, 409, 'not_allowed_in_state');
      await d().goTo(o.startsAt);
      const late = await d().call('POST', path(present(b).reference), {}, bearer(present(b).token));
      expectProblem(late, 409, 'course_started');
    });

    it('G hands the money of a paid request to finance and says so', async () => {
      const o = await d().offering({ courseCode: 'C14', min: 1, max: 4 });
      const a = await d().apply(o.id, 'en');
      expect(await d().pay(a)).toMatchObject({ status: 200, code: 0 });
      expect(await d().withdraw(a)).toMatchObject({ state: 'withdrawn' });
      expect((await d().smsOf(a)).at(-1)).toMatchObject({ template: 'withdrawn_paid', clause: null });
    });
  });

  describe('POST /api/v1/applications/{reference}/proof', () => {
    const pdf = SAMPLE_PROOF.bytes;
    const pathOf = (reference: string) => `/api/v1/applications/${reference}/proof`;

    it('H3 takes up to 3 files with 202; an accepted proof is treated as 6.2', async () => {
      const o = await d().offering({ courseCode: 'C19', min: 2, max: 4 });
      const a = await d().apply(o.id);
      expect((await postFiles(d(), pathOf(a.reference), [pdf, pdf, pdf], a.token)).status).toBe(202);
      await d().must('POST', `/demo/applications/${a.reference}/proof`, { verdict: 'accept' });
      await d().apply(o.id);
      expect(await d().status(a)).toMatchObject({ state: 'confirmed', clause: '6.2', nextStep: 'attend' });
    });

    it('H3 an acceptance after the exam link went out closes the exam and moves on', async () => {
      const o = await d().offering({ courseCode: 'C06', min: 1, max: 4 });
      const a = await d().apply(o.id);
      expect(await d().status(a)).toMatchObject({ state: 'awaiting_exam', clause: '7.3', nextStep: 'sit_exam' });
      expect((await d().status(a)).examUrl).toMatch(/^http/);
      expect((await postFiles(d(), pathOf(a.reference), [pdf], a.token)).status).toBe(202);
      await d().must('POST', `/demo/applications/${a.reference}/proof`, { verdict: 'accept' });
      expect(await d().status(a)).toMatchObject({ state: 'awaiting_payment', clause: '7.2', examUrl: null });
    });

    it('refuses more than 3 files, none, a file over 5 MB, and a file that is no document', async () => {
      const o = await d().offering({ courseCode: 'C19', min: 3, max: 4 });
      const a = await d().apply(o.id);
      const path = pathOf(a.reference);
      const text = new TextEncoder().encode('no document at all');
      const large = new Uint8Array(5 * 1024 * 1024 + 1);
      large.set(pdf);
      expectProblem(await postFiles(d(), path, [pdf, pdf, pdf, pdf], a.token), 422, 'too_many_files', 'files');
      expectProblem(await postFiles(d(), path, [], a.token), 422, 'proof_missing', 'files');
      expectProblem(await postFiles(d(), path, [text], a.token), 422, 'file_type', 'files');
      expectProblem(await postFiles(d(), path, [large], a.token), 422, 'file_too_large', 'files');
      expectProblem(await d().call('POST', path, {}, bearer(a.token)), 415, 'unsupported_media_type');
      const over = new Uint8Array(20 * 1024 * 1024);
      expectProblem(await postFiles(d(), path, [over], a.token), 413, 'body_too_large');
    });

    it('takes pictures of every kind, and names one that cannot be read', async () => {
      const o = await d().offering({ courseCode: 'C19', min: 3, max: 4 });
      const a = await d().apply(o.id);
      const drawn = sharp({ create: { width: 80, height: 60, channels: 3, background: '#06c' } });
      const [jpeg, png] = [await drawn.jpeg().toBuffer(), await drawn.png().toBuffer()];
      const heic = readFileSync(new URL('../../src/platform/files/samples/photo-with-place.heic', import.meta.url));
      const path = pathOf(a.reference);
      const bytes = [jpeg, png, heic].map((picture) => new Uint8Array(picture));
      expect((await postFiles(d(), path, bytes, a.token)).status).toBe(202);
      const cut = await postFiles(d(), path, [new Uint8Array(jpeg.subarray(0, 200))], a.token);
      expectProblem(cut, 422, 'file_unreadable', 'files');
      expect(JSON.stringify(cut.body)).toContain('proof-0.pdf');
    });

    it('refuses documents for a course that needs no knowledge, and for a request that has ended', async () => {
      const free = await d().apply((await d().offering({ courseCode: 'C01', min: 3, max: 4 })).id);
      expectProblem(await postFiles(d(), pathOf(free.reference), [pdf], free.token), 422, 'proof_not_needed');
      const gone = await d().apply((await d().offering({ courseCode: 'C19', min: 3, max: 4 })).id);
      await d().withdraw(gone);
      expectProblem(await postFiles(d(), pathOf(gone.reference), [pdf], gone.token), 409, 'not_allowed_in_state');
    });
  });

  describe('the waiting list', () => {
    it('E a freed seat goes to the first on the list at once, as long as intake is open', async () => {
      const o = await d().offering({ courseCode: 'C02', min: 2, max: 2 });
      const [a] = await applyMany(d(), o.id, 2);
      const [c, e] = await applyMany(d(), o.id, 2);
      await d().withdraw(present(a));
      expect(await d().status(present(c))).toMatchObject({ state: 'confirmed', clause: '6.1', queuePosition: null });
      expect(await d().status(present(e))).toMatchObject({
        state: 'waitlisted',
        nextStep: 'wait_seat',
        queuePosition: 1,
      });
      await d().goTo(later(o.intakeClosesAt, HOUR));
      expect((await d().status(present(e))).state).toBe('cancelled');
      expect((await d().smsOf(present(e))).at(-1)?.template).toBe('waitlist_closed');
    });
  });
}
