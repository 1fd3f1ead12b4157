import { describe, expect, it } from 'vitest';
import { answerAll, clauseSms, enter, linkOf, offeringOf, request, type Town } from './town.ts';
import type { VisitorOptions } from './visitor.ts';

/** The longest way through the procedure in a browser that runs no scripts. */
export function scriptless(town: () => Town): void {
  describe('a browser without scripts', () => {
    const options: VisitorOptions = { lang: 'ar', device: 'phone', scripts: false };

    it('7.3 requests, sits the exam, pays and is confirmed', async () => {
      const me = town().driver.person();
      const visitor = await town().arrive(options);
      await visitor.start('/');
      await visitor.check('no-scripts-home');
      await visitor.go('/courses');
      await visitor.type({ q: 'الرخصة الدوليه' });
      await visitor.press('.search-row button');
      await visitor.check('no-scripts-catalogue');
      const offering = await offeringOf(town(), 'C04', 'gathering');
      const reference = await request(town(), visitor, { offering, person: me, lang: 'ar', options });
      await visitor.check('no-scripts-status');

      await enter(visitor, await linkOf(town(), '7.3', me.mobile), me.mobile);
      await visitor.press('main form button');
      await answerAll(town(), visitor, 'E1', 'ar');
      await visitor.press('button[name=save]');
      await visitor.check('no-scripts-exam-saved');
      await visitor.press('main form button');
      await visitor.check('no-scripts-exam');
      await visitor.press('button[name=finish]');
      expect(visitor.path).toBe(`/exam/${reference}/result`);
      await visitor.check('no-scripts-result');

      await enter(visitor, await linkOf(town(), '7.3.1', me.mobile), me.mobile);
      await visitor.follow('كيف تدفعون، وقسيمة للطباعة');
      expect(await visitor.page.locator('[data-copy]').isVisible()).toBe(false);
      await visitor.check('no-scripts-pay');
      await visitor.follow('ادفعوا من بنك العرض');
      await visitor.press('button[value=pay]');
      await visitor.check('no-scripts-bank');
      await visitor.go(`/my/${reference}/pay`);
      expect(await visitor.text()).toContain('وصل المبلغ');
      await visitor.go(`/my/${reference}`);
      expect(await visitor.text()).toContain('الحجز مؤكد');
      expect((await clauseSms(town(), '7.4', me.mobile)).length).toBe(1);
      await visitor.leave();
    });
  });
}
