import { describe, expect, it } from 'vitest';
import {
  answerAll,
  clauseSms,
  codeOnPhone,
  enter,
  fillIn,
  linkOf,
  offeringOf,
  phoneOf,
  referenceOn,
  type Town,
} from './town.ts';
import type { VisitorOptions } from './visitor.ts';

const PDF = { name: 'certificate.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a certificate') };

/** Whoever asks for a seat: a free course on a phone, and one with an exam at a desk. */
export function applicants(town: () => Town): void {
  describe('an applicant on a phone, in Arabic', () => {
    const options: VisitorOptions = { lang: 'ar', device: 'phone' };

    it('6.1 goes from the home of the e-services to a confirmed booking, as the tenth of ten', async () => {
      const me = town().driver.person();
      const visitor = await town().arrive(options);
      await visitor.start('/');
      await visitor.check('home');
      await visitor.follow('طلب حضور دورة');
      expect(visitor.path).toBe('/services/course-request');
      await visitor.check('service-card');

      await visitor.go('/courses');
      await visitor.check('catalogue');
      await visitor.type({ q: 'إنجليزيه' });
      await visitor.press('.search-row button');
      expect(await visitor.text('#results')).toContain('اللغة الإنجليزية');
      await visitor.check('catalogue-search');

      await visitor.go('/courses');
      await visitor.page.locator('details.filters > summary').click();
      await visitor.choose('price', 'free');
      await visitor.page.waitForURL(/price=free/);
      const fees = await visitor.page.locator('#results .fee b').allInnerTexts();
      expect(new Set(fees)).toEqual(new Set(['مجانية']));
      await visitor.check('catalogue-free');

      const offering = await offeringOf(town(), 'C01', 'gathering');
      await visitor.go(`/courses/${offering}`);
      await visitor.check('offering');
      await visitor.press('aside .btn-primary');
      await visitor.check('request-form');

      await fillIn(visitor, me, 'ar');
      await visitor.type({ 'identity.nationalNumber': '12345', mobile: '0651234' });
      await visitor.press('main form button');
      await visitor.check('request-form-errors');
      const wrong = await visitor.page
        .locator('.error-summary a')
        .evaluateAll((a) => a.map((x) => x.getAttribute('href')));
      expect(wrong).toEqual(['#identity.nationalNumber', '#mobile']);
      expect(await visitor.field('mobile').inputValue()).toBe('0651234');
      expect(await visitor.field('name.first').inputValue()).toBe('ليلى');
      expect(await visitor.field('birthDate-year').inputValue()).toBe('1990');
      expect(await visitor.field('consent').isChecked()).toBe(true);

      await visitor.type({ 'identity.nationalNumber': me.nationalNumber, mobile: me.mobile });
      await visitor.press('main form button');
      await visitor.check('code');
      await visitor.type({ otp: '000000' });
      await visitor.press('button[value=submit]');
      await visitor.check('code-wrong');
      await visitor.type({ otp: await codeOnPhone(town(), me.mobile, options) });
      await visitor.press('button[value=submit]');

      const reference = referenceOn(visitor);
      expect(await visitor.text()).toContain(reference);
      await visitor.check('status-confirmed-new');
      expect((await phoneOf(town(), me.mobile, options, 'phone-confirmed')).at(-1)).toContain(reference);
      const told = new Set((await clauseSms(town(), '6.1')).slice(-10).map((m) => m.to));
      expect(told.size).toBe(10);
      const first = await town().driver.messages([...told][0] ?? '');
      expect(first.at(-1)?.clause).toBe('6.1');
      await visitor.leave();
    });
  });

  describe('an applicant at a desk, in English', () => {
    const options: VisitorOptions = { lang: 'en', device: 'desktop' };

    it('6.3 hands in a proof, sits the placement exam, passes and is confirmed (6.3.1)', async () => {
      const me = town().driver.person();
      const visitor = await town().arrive(options);
      await visitor.start('/');
      await visitor.check('home');
      const offering = await offeringOf(town(), 'C15', 'gathering');
      await visitor.go(`/courses/${offering}`);
      await visitor.check('offering-exam');
      await visitor.press('aside .btn-primary');
      await visitor.check('request-form-exam');
      await fillIn(visitor, me, 'en');
      await visitor.press('main form button');
      await visitor.check('code-proof');
      await visitor.type({ otp: await codeOnPhone(town(), me.mobile, options) });
      await visitor.field('proof').setInputFiles(PDF);
      await visitor.press('button[value=submit]');
      const reference = referenceOn(visitor);
      expect(await visitor.text()).toContain('certificate.pdf');
      await visitor.check('status-awaiting-exam');
      await visitor.leave();

      const again = await town().arrive(options);
      await again.go(await linkOf(town(), '6.3', me.mobile));
      await again.start(again.path);
      await again.check('link');
      await enter(again, again.path, me.mobile);
      expect(again.path).toBe(`/exam/${reference}`);
      await again.check('exam-start');
      await again.press('main form button');
      await again.check('exam-questions');
      await again.press('button[name=finish]');
      await again.check('exam-finish-open');
      await again.page.goBack();
      await answerAll(town(), again, 'E6', 'en');
      await again.page.locator('[data-saved][data-state=saved]').nth(19).waitFor();
      await again.check('exam-answered');
      await again.press('button[name=finish]');
      expect(again.path).toBe(`/exam/${reference}/result`);
      await again.check('exam-result-passed');
      await again.go(`/my/${reference}`);
      expect(await again.text()).toContain('Booking confirmed');
      await again.check('status-confirmed-exam');
      expect((await clauseSms(town(), '6.3.1', me.mobile)).length).toBe(1);
      await again.leave();
    });
  });
}
