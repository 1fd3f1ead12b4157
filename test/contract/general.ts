import { describe, expect, it } from 'vitest';
import { applyMany, expectProblem, type Service } from './service.ts';

/** «General»: readiness, JSON without form tokens, problems, what is committed before the answer. */
export function general(service: () => Service): void {
  const d = () => service().driver;

  describe('General', () => {
    it('answers 503 on / until everything is ready, while it says that it lives', () => {
      const { looks } = service();
      // A connection may be lost while the start keeps the program busy; what is answered must be right.
      const listening = looks.filter((l) => [l.home, l.api, l.live, l.ready].every((status) => status !== 0));
      const early = listening.filter((l) => l.ready !== 200);
      expect(early.length).toBeGreaterThan(0);
      expect(early.filter((l) => l.home !== 503 || l.live !== 200 || l.ready !== 503 || l.api !== 503)).toEqual([]);
      expect(early.every((l) => l.homeType.startsWith('text/html'))).toBe(true);
    });

    it('answers / and both health addresses once it is ready', async () => {
      for (const path of ['/', '/health/live', '/health/ready']) {
        expect((await d().call('GET', path)).status, path).toBe(200);
      }
    });

    it('takes JSON under /demo, /api/v1 and /efawateercom without a form token and without Origin', async () => {
      const { mobile } = d().person();
      expect((await d().call('POST', '/demo/clock', { advance: 'PT0S' })).status).toBe(200);
      expect((await d().call('POST', '/api/v1/otp', { mobile })).status).toBe(202);
      const network = await d().call('POST', '/efawateercom/bill-pull', {}, { authorization: d().basic() });
      expect(network.status).toBe(400);
      expect(network.body).toHaveProperty('MFEP');
    });

    it('says errors as problems in the language that the reader accepts, Arabic unless told', async () => {
      const path = '/api/v1/offerings/00000000-0000-4000-8000-000000000000';
      expectProblem(await d().call('GET', path), 404, 'offering_not_found');
      const inEnglish = await d().call<{ detail: string }>('GET', path, undefined, {
        'accept-language': 'en-GB,ar;q=0.5',
      });
      expect(inEnglish.body.detail).toMatch(/^[\x20-\x7e]+$/);
      const inArabic = await d().call('GET', path, undefined, { 'accept-language': 'fr, ar;q=0.9, en;q=0.1' });
      expectProblem(inArabic, 404, 'offering_not_found');
    });

    it('says unknown addresses as problems, too', async () => {
      expectProblem(await d().call('GET', '/api/v1/nothing'), 404, 'not_found');
      expectProblem(await d().call('GET', '/demo/nothing.json'), 404, 'not_found');
      expectProblem(await d().call('POST', '/demo/offerings/none/hold', { reason: 'x' }), 404, 'not_found');
    });

    it.each(['/api/v1/otp', '/api/v1/applications', '/demo/clock', '/demo/offerings'])(
      'refuses a body at %s that is no JSON, of another type, or of 10 MB',
      async (path) => {
        expectProblem(await d().call('POST', path, '{"mobile": '), 400, 'malformed_json');
        expectProblem(await d().call('POST', path, ''), 400, 'malformed_json');
        const text = await d().call('POST', path, '{}', { 'content-type': 'text/plain' });
        expectProblem(text, 415, 'unsupported_media_type');
        const big = JSON.stringify({ mobile: 'x'.repeat(10 * 1024 * 1024) });
        expectProblem(await d().call('POST', path, big), 413, 'body_too_large');
      },
    );

    it.each(['null', '[]', '"text"', '3', '{}'])('names the wrong fields of a body that is only %s', async (body) => {
      for (const path of ['/api/v1/otp', '/api/v1/applications', '/demo/clock', '/demo/offerings']) {
        const problem = expectProblem(await d().call('POST', path, body), 422, 'validation_failed');
        expect(problem.errors?.length ?? 0, path).toBeGreaterThan(0);
      }
    });

    it('6.1 has committed all states and messages before the POST that completes the minimum answers', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 4, max: 6 });
      const first = await applyMany(d(), o.id, 3);
      const last = d().person();
      const otp = await d().otp(last.mobile);
      const made = await d().must<{ reference: string; state: string }>(
        'POST',
        '/api/v1/applications',
        d().body(o.id, last, 'ar', otp),
      );
      const all = await d().messages();
      expect(made.state).toBe('confirmed');
      for (const reference of [...first.map((a) => a.reference), made.reference]) {
        const clauses = all.filter((m) => m.reference === reference && m.clause !== null).map((m) => m.clause);
        expect(clauses).toEqual(['6.1']);
      }
      for (const a of first) expect((await d().status(a)).state).toBe('confirmed');
      expect(await d().offeringState(o.id)).toMatchObject({ state: 'admitting', active: 4, confirmed: 4 });
    });

    it('sends a request that is processed at once its clause only, and no «received»', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 1, max: 3 });
      const a = await d().apply(o.id);
      expect((await d().smsOf(a)).map((m) => [m.template, m.clause])).toEqual([['approved_free_full', '6.1']]);
      expect((await d().smsOf(a))[0]?.text).toContain(a.reference);
    });
  });
}
