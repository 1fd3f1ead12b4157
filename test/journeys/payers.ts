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

      await visitor.follow('كيف تدفعون، وقسيمة للطباعة');
      await visitor.check('pay-open');
      await visitor.page.locator('[data-copy]').click();
      await visitor.page.getByText('نسخ الرقم.').first().waitFor();
      const files = await visitor.page.evaluate<string[]>(
        `fetch('/my/${reference}/pay/slip.pdf').then(async (r) => [r.headers.get('content-type'), (await r.text()).slice(0, 5)])`,
      );
      expect(files).toEqual(['application/pdf', '%PDF-']);

      const bank = await town().arrive(options);
      await bank.start('/demo/bank');
      await bank.go(`/demo/bank?number=${number}`);
      expect(await bank.field('number').inputValue()).toBe(number);
      await bank.press('button[value=ask]');
      await bank.check('bank-asked');
      await bank.press('button[value=pay]');
      await bank.check('bank-paid');
      await bank.leave();

      // The page that waited says so by itself.
      await visitor.page.getByRole('heading', { name: 'وصل المبلغ' }).waitFor();
      expect(await visitor.text('[data-say]')).toContain('وحجزكم مؤكد');
      await visitor.check('pay-received');
      await visitor.follow('وصل القبض');
      expect(await visitor.text()).toContain('لا غير');
      await visitor.check('receipt');
      const code = visitor.page.locator('main a[href^="/r/"]');
      await visitor.press(code);
      expect(await visitor.text()).toContain('الوصل صحيح');
      await visitor.check('receipt-checked');

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
