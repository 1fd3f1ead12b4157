import { describe, expect, it } from 'vitest';
import { type Applicant, Browser, type Page } from '#test/support/driver.ts';
import { DAY, expectProblem, HOUR, later, present, type Service } from './service.ts';

type Key = {
  readonly items: readonly {
    readonly question: Record<string, string>;
    readonly correct: readonly Record<string, string>[];
  }[];
};

/** «Exam pages without JavaScript», and what the exam means for requests. */
export function exam(service: () => Service): void {
  const d = () => service().driver;
  const linkOf = async (a: Applicant): Promise<string> =>
    present((await d().smsOf(a)).find((m) => m.template === 'exam_link')?.links[0]);

  describe('exam pages without JavaScript', () => {
    it('6.3 link, last four digits, start page with one form, questions as fieldsets, a button named finish', async () => {
      const o = await d().offering({ courseCode: 'C15', min: 1, max: 4 });
      const a = await d().apply(o.id, 'ar');
      const browser = new Browser(d().base);
      const asked = await browser.go(new URL(await linkOf(a)).pathname);
      const visible = asked.dom.querySelectorAll('main input:not([type=hidden]), main select, main textarea');
      expect(visible.map((i) => i.getAttribute('name'))).toEqual(['last4']);
      const key = await d().must<Key>('GET', '/demo/exam-key.json?exam=E6');

      const start = await browser.enter(await linkOf(a), a.mobile.slice(-4));
      expect(start.dom.querySelectorAll('main form[method=post]')).toHaveLength(1);
      let page: Page = await browser.submit(start, {});
      const seen: string[] = [];
      let finish = page.dom.querySelector('button[name=finish],input[name=finish]');
      for (let i = 0; i < 60; i += 1) {
        const sets = page.dom.querySelectorAll('main fieldset');
        expect(sets.length).toBeGreaterThan(0);
        const fields: Record<string, string> = {};
        for (const set of sets) {
          const question = present(set.querySelector('legend')?.text.trim());
          seen.push(question);
          const item = present(key.items.find((k) => k.question['ar'] === question));
          const labels = set.querySelectorAll('label');
          expect(labels.length).toBeGreaterThan(1);
          for (const label of labels) expect(label.querySelectorAll('input[type=radio]')).toHaveLength(1);
          const right = labels.find((l) => item.correct.some((k) => k['ar'] === l.text.trim()));
          const input = present(present(right).querySelector('input'));
          fields[present(input.getAttribute('name'))] = present(input.getAttribute('value'));
        }
        finish = page.dom.querySelector('button[name=finish],input[name=finish]');
        page = await browser.submit(page, {
          ...fields,
          ...(finish && { finish: finish.getAttribute('value') ?? '1' }),
        });
        if (finish) break;
      }
      expect(finish).not.toBeNull();
      expect([...seen].sort()).toEqual(key.items.map((k) => present(k.question['ar'])).sort());
      expect(page.status).toBe(200);
      expect(await d().status(a)).toMatchObject({ state: 'confirmed', clause: '6.3.1', examUrl: null });
    });

    it.each(['ar', 'en'] as const)(
      'shows the texts of the key in the language of the request (%s)',
      async (language) => {
        const o = await d().offering({ courseCode: 'C15', min: 1, max: 4 });
        const a = await d().apply(o.id, language);
        await d().sit(a, 'E6', 'fail');
        expect(await d().status(a)).toMatchObject({ state: 'rejected', reason: 'exam_failed', clause: '6.3.2' });
        expect((await d().offeringState(o.id)).active).toBe(0);
      },
    );

    it('7.3.2 a failed exam has a retake wait with its date; 14 days later a request is taken', async () => {
      const o = await d().offering({ courseCode: 'C06', min: 1, max: 4 });
      const a = await d().apply(o.id);
      await d().sit(a, 'E4', 'fail');
      expect(await d().status(a)).toMatchObject({ state: 'rejected', clause: '7.3.2' });
      const next = await d().offering({ courseCode: 'C06', min: 1, max: 4, inDays: 40 });
      const failedAt = present((await d().status(a)).timeline.find((t) => t.clause === '7.3.2')).at;
      const again = async (lang: 'ar' | 'en' = 'en') =>
        d().call('POST', '/api/v1/applications', d().body(next.id, a, 'en', await d().otp(a.mobile)), {
          'accept-language': lang,
        });
      await d().advance('PT1S');
      const refused = await again();
      expect([refused.status, refused.body['code']]).toEqual([422, 'retake_wait']);
      const until = new Date(Date.parse(failedAt) + 14 * DAY);
      const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Amman', day: 'numeric' }).format(until);
      expect(String(refused.body['detail'])).toMatch(new RegExp(`\\b0?${day}\\b`));
      // The title is English for everybody, and its date with it; the detail is in the reader's language.
      await d().advance('PT2M');
      const inArabic = await again('ar');
      expect(inArabic.body['title']).toBe(refused.body['title']);
      expect(inArabic.body['detail']).not.toBe(refused.body['detail']);
      await d().goTo(later(until, HOUR));
      expect((await again()).status).toBe(201);
    });

    it('7.2 an earlier pass opens another course with the same exam', async () => {
      const o = await d().offering({ courseCode: 'C04', min: 1, max: 4 });
      const a = await d().apply(o.id);
      await d().sit(a, 'E1', 'pass');
      expect(await d().status(a)).toMatchObject({ state: 'awaiting_payment', clause: '7.3.1' });
      const other = await d().offering({ courseCode: 'C12', min: 1, max: 4 });
      await d().advance('PT1S');
      const b = await d().apply(other.id, 'ar', a);
      expect(await d().status(b)).toMatchObject({ state: 'awaiting_payment', clause: '7.2' });
    });

    it('opens nothing with wrong digits, and nothing of an unknown code', async () => {
      const o = await d().offering({ courseCode: 'C15', min: 1, max: 4 });
      const a = await d().apply(o.id);
      const browser = new Browser(d().base);
      const wrong = a.mobile.slice(-4) === '0000' ? '1111' : '0000';
      const page = await browser.enter(await linkOf(a), wrong);
      expect(page.status).toBe(422);
      expect(page.dom.querySelectorAll('main input[name=last4]')).toHaveLength(1);
      expect((await browser.go(`/exam/${a.reference}`)).status).toBe(401);
      expect((await browser.go('/c/ZZZZZZZZZZ')).status).toBe(404);
      expectProblem(await d().call('GET', `/api/v1/applications/${a.reference}`), 401, 'unauthorized');
    });
  });
}
