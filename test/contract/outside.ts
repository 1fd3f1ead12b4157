import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Driver } from '#test/support/driver.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { expectProblem } from './service.ts';

const SETTINGS = {
  DAWRA_DEMO: '0',
  DAWRA_PUBLIC_URL: 'https://courses.example.jo',
  DAWRA_SECRET_KEY: 'a key of the tests that is long enough to be one',
  DAWRA_SMS_GATEWAY: 'log',
  LOG_LEVEL: 'error',
};

/** The program outside the demo. `before` ends the server of the other parts: there is one at a time. */
export function outsideTheDemo(before: () => Promise<void>): void {
  describe('outside the demo', () => {
    let server: RunningServer | undefined;
    let d = new Driver('');
    beforeAll(async () => {
      await before();
      server = await startServer(SETTINGS);
      d = new Driver(server.base);
    }, 60_000);
    afterAll(() => server?.stop());

    it.each([
      ['GET', '/demo/messages.json'],
      ['GET', '/demo/offerings.json'],
      ['GET', '/demo/exam-key.json?exam=E1'],
    ])('%s %s does not exist', async (method, path) => {
      expectProblem(await d.call(method, path), 404, 'not_found');
    });

    it.each(['/demo/clock', '/demo/reset', '/demo/offerings'])('POST %s does not exist', async (path) => {
      expectProblem(await d.call('POST', path, { advance: 'PT1H' }), 404, 'not_found');
    });

    it.each(['/demo', '/demo/phone', '/demo/bank', '/demo/clock'])('the page %s does not exist', async (path) => {
      expect((await d.call('GET', path)).status).toBe(404);
    });

    it('keeps the addresses of the payment network closed until an account is set', async () => {
      const answer = await d.call('POST', '/efawateercom/bill-pull', {}, { authorization: d.basic() });
      expect(answer.status).toBe(503);
    });

    it('has the public interface, and sends a second code to a mobile after a minute at the earliest', async () => {
      expect(await d.must('GET', '/api/v1/offerings')).toEqual([]);
      const { mobile } = d.person();
      expect((await d.call('POST', '/api/v1/otp', { mobile })).status).toBe(202);
      const again = await d.call('POST', '/api/v1/otp', { mobile });
      expectProblem(again, 429, 'rate_limited');
      expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(50);
    });
  });
}
