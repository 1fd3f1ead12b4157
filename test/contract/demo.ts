import { describe, expect, it } from 'vitest';
import { CLAUSES } from '#procedure/lifecycle/clauses.ts';
import { TEMPLATE_KEYS } from '#procedure/messages/templates.ts';
import type { Sms } from '#test/support/driver.ts';
import { applyMany, DAY, type DemoOffering, expectProblem, HOUR, later, present, type Service } from './service.ts';

/** «Demo interface»: messages, clock, offerings, exam key, the desk's own commands. */
export function demo(service: () => Service): void {
  const d = () => service().driver;
  const offerings = () => d().must<DemoOffering[]>('GET', '/demo/offerings.json');
  const one = async (id: string): Promise<DemoOffering> => present((await offerings()).find((o) => o.id === id));

  describe('GET /demo/messages.json', () => {
    it('gives all messages, oldest first, each with every field of the contract', async () => {
      const all = await d().messages();
      expect(all.length).toBeGreaterThan(100);
      for (const m of all) {
        expect(m.id).toMatch(/^\d+$/);
        expect(m.to).toMatch(/^\+9627[789]\d{7}$/);
        expect(['ar', 'en']).toContain(m.language);
        expect(TEMPLATE_KEYS).toContain(m.template);
        if (m.clause !== null) expect(CLAUSES).toContain(m.clause);
        if (m.template === 'otp') expect([m.clause, m.reference]).toEqual([null, null]);
        expect(m.parts).toBeGreaterThanOrEqual(1);
        expect(m.queuedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
        if (m.state === 'sent') expect(Date.parse(present(m.sentAt))).toBeGreaterThanOrEqual(Date.parse(m.queuedAt));
      }
      expect(Object.keys(present(all[0])).sort()).toEqual(
        [
          'id',
          'to',
          'language',
          'template',
          'clause',
          'reference',
          'text',
          'parts',
          'links',
          'state',
          'queuedAt',
          'sentAt',
        ].sort(),
      );
      const ids = all.map((m) => Number(m.id));
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
    });

    it('counts the parts that the text takes on the wire', async () => {
      // GSM-7 fits 160, then 153 characters a part; anything with Arabic goes as UCS-2: 70, then 67.
      const basic = /^[A-Za-z0-9 \n\r@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà]*$/;
      for (const m of await d().messages()) {
        const [single, joined] = basic.test(m.text) ? [160, 153] : [70, 67];
        const units = m.text.length;
        expect(m.parts, m.text).toBe(units <= single ? 1 : Math.ceil(units / joined));
      }
    });

    it('gives absolute links that stand in the text and open', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 2, max: 4 });
      const [a] = await applyMany(d(), o.id, 2);
      const linked = (await d().smsOf(present(a))).filter((m) => m.links.length > 0);
      expect(linked.length).toBeGreaterThan(0);
      for (const link of linked.flatMap((m) => m.links)) {
        const url = new URL(link);
        expect(url.protocol).toMatch(/^https?:$/);
        expect(linked.some((m) => m.text.includes(`${url.host}${url.pathname}`))).toBe(true);
        expect((await d().call('GET', url.pathname)).status, link).toBe(200);
      }
    });

    it('filters by a mobile in any form', async () => {
      const { mobile } = d().person();
      await d().otp(mobile);
      const nine = mobile.slice(1);
      const arabic = [...mobile].map((c) => String.fromCharCode(0x660 + Number(c))).join('');
      for (const to of [
        mobile,
        nine,
        `+962${nine}`,
        `00962${nine}`,
        `962${nine}`,
        `+962 ${nine.slice(0, 2)} ${nine.slice(2)}`,
        arabic,
      ]) {
        expect(
          (await d().messages(to)).map((m) => m.to),
          to,
        ).toEqual([`+962${nine}`]);
      }
      // A plus sign that was not escaped arrives as a blank.
      const bare = await d().must<Sms[]>('GET', `/demo/messages.json?to=+962${nine}`);
      expect(bare.length).toBe(1);
      expect(await d().messages('+14155550123')).toEqual([]);
      expect(await d().messages('nobody')).toEqual([]);
    });

    it('takes «after» as an exclusive id, alone and with a mobile', async () => {
      const { mobile } = d().person();
      await d().otp(mobile);
      await d().advance('PT1S');
      await d().otp(mobile);
      const [first, second] = await d().messages(mobile);
      const since = (id: string, more = '') => d().must<Sms[]>('GET', `/demo/messages.json?after=${id}${more}`);
      expect((await since(present(first).id, `&to=${mobile}`)).map((m) => m.id)).toEqual([present(second).id]);
      expect(await since(present(second).id)).toEqual([]);
      expect((await since('0')).length).toBe((await d().messages()).length);
      expectProblem(await d().call('GET', '/demo/messages.json?after=x'), 422, 'validation_failed', 'after');
    });

    it('shows a message from commit, and as sent soon after', async () => {
      const { mobile } = d().person();
      await d().must('POST', '/api/v1/otp', { mobile });
      expect(await d().messages(mobile)).toHaveLength(1);
      await d().advance('PT0S');
      expect(await d().messages(mobile)).toMatchObject([{ state: 'sent', sentAt: expect.stringMatching(/Z$/) }]);
    });
  });

  describe('POST /demo/clock', () => {
    it.each([
      ['PT1H', HOUR],
      ['PT90M', 1.5 * HOUR],
      ['PT30S', 30_000],
      ['P1D', DAY],
      ['P1DT2H3M4S', DAY + 2 * HOUR + 184_000],
      ['PT0S', 0],
      ['P0D', 0],
    ])('goes forward by %s', async (advance, ms) => {
      const before = (await d().now()).getTime();
      const { now } = await d().advance(advance);
      expect(now).toMatch(/Z$/);
      expect(Date.parse(now) - before).toBeGreaterThanOrEqual(ms);
      expect(Date.parse(now) - before).toBeLessThan(ms + 5000);
      expect((await d().now()).getTime()).toBeGreaterThanOrEqual(Date.parse(now));
    });

    it('goes to an instant, with Z or an offset', async () => {
      const target = Math.ceil((await d().now()).getTime() / 1000) * 1000 + HOUR;
      const local = `${new Date(target + HOUR + 3 * HOUR).toISOString().slice(0, 19)}+03:00`;
      for (const [to, at] of [
        [new Date(target), target],
        [local, target + HOUR],
      ] as const) {
        const gone = Date.parse((await d().goTo(to)).now);
        expect(gone).toBeGreaterThanOrEqual(at);
        expect(gone).toBeLessThan(at + 1000);
      }
    });

    it('refuses a step that says neither, or both', async () => {
      for (const body of [{}, { advance: 'PT1H', to: later(await d().now(), HOUR) }]) {
        expectProblem(await d().call('POST', '/demo/clock', body), 422, 'validation_failed', 'advance');
      }
    });

    it('refuses an instant in the past', async () => {
      const before = await d().now();
      expectProblem(await d().call('POST', '/demo/clock', { to: later(before, -1000) }), 422, 'clock_past', 'to');
      expect((await d().now()).getTime()).toBeGreaterThanOrEqual(before.getTime());
    });

    it.each(['P1W', 'P1M', '-PT1H', 'PT-1H', '1H', 'P', 'PT', '', 'PT1', 'P99999999D'])(
      'refuses the duration «%s»',
      async (advance) => {
        expectProblem(await d().call('POST', '/demo/clock', { advance }), 422, 'validation_failed', 'advance');
      },
    );

    it.each(['tomorrow', '2026-13-01T00:00:00Z', '2030-01-01', '2030-01-01T00:00:00'])(
      'refuses the instant «%s»',
      async (to) => {
        expectProblem(await d().call('POST', '/demo/clock', { to }), 422, 'validation_failed', 'to');
      },
    );

    it('adds up steps that are asked for at once', async () => {
      const before = (await d().now()).getTime();
      await Promise.all(Array.from({ length: 4 }, () => d().advance('PT1H')));
      expect((await d().now()).getTime() - before).toBeGreaterThanOrEqual(4 * HOUR);
    });
  });

  describe('POST /demo/offerings', () => {
    it('answers 201 with the deadlines of ruling N; without meetings there is one of 2 hours', async () => {
      const startsAt = later(await d().now(), 20 * DAY);
      const free = await d().must('POST', '/demo/offerings', { courseCode: 'C01', startsAt, min: 2, max: 4 });
      expect(free).toEqual({
        id: expect.any(String),
        decisionAt: later(startsAt, -DAY),
        intakeClosesAt: later(startsAt, -DAY),
      });
      const shown = await d().must<{ meetings: unknown }>('GET', `/api/v1/offerings/${String(free['id'])}`);
      expect(shown.meetings).toEqual([{ startsAt, endsAt: later(startsAt, 2 * HOUR) }]);
      const paidWithExam = await d().must('POST', '/demo/offerings', { courseCode: 'C06', startsAt, min: 2, max: 4 });
      expect(paidWithExam).toMatchObject({
        decisionAt: later(startsAt, -DAY),
        intakeClosesAt: later(startsAt, -3 * DAY),
      });
    });

    it('takes a start with offset, fee, exam and times of its own', async () => {
      const startsAt = later(await d().now(), 20 * DAY);
      const local = `${new Date(Date.parse(startsAt) + 3 * HOUR).toISOString().slice(0, 23)}+03:00`;
      const made = await d().must<{ id: string }>('POST', '/demo/offerings', {
        courseCode: 'C06',
        startsAt: local,
        min: 1,
        max: 1,
        feeFils: 0,
        examId: null,
        decisionLeadHours: 0,
        payTimeHours: 3,
        examTimeHours: 5,
      });
      expect(made).toMatchObject({ decisionAt: startsAt, intakeClosesAt: startsAt });
      expect(await d().must('GET', `/api/v1/offerings/${made.id}`)).toMatchObject({
        startsAt,
        feeFils: 0,
        examNeeded: false,
        exam: null,
      });
      const both = {
        courseCode: 'C01',
        startsAt,
        min: 1,
        max: 2,
        feeFils: 1,
        examId: 'E2',
        decisionLeadHours: 12,
        payTimeHours: 3,
        examTimeHours: 1.5,
      };
      expect(await d().must('POST', '/demo/offerings', both)).toMatchObject({
        decisionAt: later(startsAt, -12 * HOUR),
        intakeClosesAt: later(startsAt, -16.5 * HOUR),
      });
    });

    it('makes independent offerings at one place and time, and does not look at holidays', async () => {
      const startsAt = later(await d().now(), 25 * DAY);
      const body = { courseCode: 'C01', startsAt, min: 2, max: 3 };
      const [a, b] = await Promise.all([
        d().must<{ id: string }>('POST', '/demo/offerings', body),
        d().must<{ id: string }>('POST', '/demo/offerings', body),
      ]);
      expect(a.id).not.toBe(b.id);
      await d().apply(a.id);
      expect([(await one(a.id)).active, (await one(b.id)).active]).toEqual([1, 0]);
    });

    it.each([
      ['course_not_found', { courseCode: 'C99' }],
      ['exam_not_found', { examId: 'E99' }],
      ['bad_numbers', { min: 5, max: 4 }],
      ['bad_numbers', { feeFils: 10_000_000 }],
      ['intake_would_be_closed', { startsAt: '2020-01-01T10:00:00Z' }],
      ['validation_failed', { startsAt: 'soon' }],
      ['validation_failed', { startsAt: '2030-01-01T10:00:00' }],
      ['validation_failed', { min: 0 }],
      ['validation_failed', { feeFils: -1 }],
      ['validation_failed', { decisionLeadHours: -1 }],
      ['validation_failed', { meetings: [{ startsAt: 'x', endsAt: 'y' }] }],
      ['validation_failed', { courseCode: undefined }],
    ])('refuses with %s: %j', async (code, over) => {
      const startsAt = later(await d().now(), 20 * DAY);
      const answer = await d().call('POST', '/demo/offerings', {
        courseCode: 'C01',
        startsAt,
        min: 2,
        max: 4,
        ...over,
      });
      expect((answer.body as { code: string }).code).toBe(code);
      expect(answer.status).toBe(422);
    });
  });

  describe('GET /demo/offerings.json and /demo/exam-key.json', () => {
    it('lists every offering with its counters; dates are null while postponed', async () => {
      const o = await d().offering({ courseCode: 'C01', min: 3, max: 4 });
      await d().apply(o.id);
      expect(await one(o.id)).toEqual({
        id: o.id,
        courseCode: 'C01',
        state: 'gathering',
        min: 3,
        max: 4,
        active: 1,
        confirmed: 0,
        waitlisted: 0,
        startsAt: o.startsAt,
        decisionAt: o.decisionAt,
      });
      await d().goTo(o.decisionAt);
      expect(await one(o.id)).toMatchObject({ state: 'postponed', startsAt: null, decisionAt: null, active: 1 });
    });

    it('gives the key of each exam in both languages', async () => {
      for (const exam of ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8']) {
        const key = await d().must<{
          exam: string;
          items: { id: string; question: Record<string, string>; correct: Record<string, string>[] }[];
        }>('GET', `/demo/exam-key.json?exam=${exam}`);
        expect(key.exam).toBe(exam);
        expect(key.items.length).toBeGreaterThan(5);
        for (const item of key.items) {
          expect(item.correct.length).toBeGreaterThan(0);
          for (const text of [item.question, ...item.correct]) {
            for (const words of [text['ar'], text['en']]) expect(present(words).trim()).toBe(words);
          }
        }
      }
      expectProblem(await d().call('GET', '/demo/exam-key.json?exam=E99'), 404, 'exam_not_found');
      expectProblem(await d().call('GET', '/demo/exam-key.json'), 404, 'exam_not_found');
    });
  });
}
