import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clauseSms, offeringOf, request, type Town } from './town.ts';
import type { VisitorOptions } from './visitor.ts';

/** Whoever pays a fee, through the demo's bank. */
export function payers(town: () => Town): void {
  describe('a payer, in Arabic', () => {
    const options: VisitorOptions = { lang: 'ar', device: 'phone' };

    it('7.1 gets a payment number, pays it at the bank, and keeps receipt and calendar (7.4)', async () => {
      const me = town().driver.person();
      const visitor = await town().arrive(options);
      await visitor.start('/courses');
      const offering = await offeringOf(town(), 'C08', 'gathering');
      const reference = await request(town(), visitor, { offering, person: me, lang: 'ar', options });
      await visitor.check('status-awaiting-payment');
      const number = (await visitor.text('#payment ~ .big-code')).trim();
      expect((await clauseSms(town(), '7.1', me.mobile)).at(-1)?.text).toContain(number);

      await visitor.follow('ادفعوا من بنك العرض');
      expect(await visitor.field('number').inputValue()).toBe(number);
      await visitor.press('button[value=ask]');
      await visitor.check('bank-asked');
      await visitor.press('button[value=pay]');
      await visitor.check('bank-paid');

      await visitor.go(`/my/${reference}`);
      const page = await visitor.text();
      expect(page).toContain('الحجز مؤكد');
      expect(page).toContain('الإيصال');
      await visitor.check('status-confirmed-paid');
      expect((await clauseSms(town(), '7.4', me.mobile)).length).toBe(1);

      const file = await visitor.download(visitor.page.locator('a[href$="/calendar.ics"]'));
      expect(file.suggestedFilename()).toBe(`course-${reference}.ics`);
      expect(readFileSync(await file.path(), 'utf8').match(/BEGIN:VEVENT/g)?.length).toBe(20);

      await visitor.page.emulateMedia({ media: 'print' });
      expect(await visitor.page.locator('.no-print:visible').count()).toBe(0);
      expect(await visitor.text('body')).toContain(number);
      await visitor.picture('status-print');
      await visitor.page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
      await visitor.check('dark-status');
      await visitor.go('/');
      await visitor.check('dark-home');
      await visitor.go('/courses');
      await visitor.check('dark-catalogue');
      await visitor.leave();
    });
  });
}
