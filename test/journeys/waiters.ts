import { describe, expect, it } from 'vitest';
import { clauseSms, codeOnPhone, enter, offeringOf, request, type Town } from './town.ts';
import type { VisitorOptions } from './visitor.ts';

/** Who waits for a seat, who gives one up, and who lost the link. */
export function waiters(town: () => Town): void {
  const phone: VisitorOptions = { lang: 'ar', device: 'phone' };

  describe('a full course', () => {
    it('E takes a request onto the waiting list, and gives a seat that becomes free to the first of it', async () => {
      const offering = await offeringOf(town(), 'C20', 'admitting');
      const me = town().driver.person();
      const visitor = await town().arrive(phone);
      await visitor.start(`/courses/${offering}`);
      await visitor.check('offering-full');
      await request(town(), visitor, { offering, person: me, lang: 'ar', options: phone });
      expect(await visitor.text()).toContain('على قائمة الانتظار');
      await visitor.check('status-waitlisted');
      await visitor.leave();

      const seats = await town().driver.offeringState(offering);
      const paid = (await clauseSms(town(), '7.4')).find(
        (m) => /العود 2|Oud Playing 2/.test(m.text) && m.language === 'en',
      );
      if (!paid?.links[0]) throw new Error('nobody paid for the course');
      const leaver = await town().arrive({ lang: 'en', device: 'desktop' });
      await leaver.start('/my');
      await enter(leaver, paid.links[0], paid.to);
      await leaver.check('status-confirmed-admitting');
      await leaver.follow('Withdraw the request');
      await leaver.check('withdraw');
      await leaver.press('main form button');
      expect(await leaver.text()).toContain('Withdrawn');
      await leaver.check('status-withdrawn');
      await leaver.go(`${leaver.path}/withdraw`);
      await leaver.check('withdraw-refused');
      await leaver.leave();
      expect(await town().driver.offeringState(offering)).toMatchObject({
        active: seats.active,
        confirmed: seats.confirmed - 1,
        waitlisted: seats.waitlisted - 1,
      });
    });
  });

  describe('a lost link', () => {
    it('finds the requests of a mobile again by a code, and closes them in this browser', async () => {
      const offering = await offeringOf(town(), 'C11', 'gathering');
      const me = await town().driver.apply(offering);
      const visitor = await town().arrive(phone);
      await visitor.start('/my');
      await visitor.check('my-empty');
      await visitor.type({ mobile: '079' });
      await visitor.press('main form button');
      await visitor.check('my-wrong');
      await visitor.type({ mobile: me.mobile });
      await visitor.press('main form button');
      await visitor.check('my-code');
      await visitor.type({ otp: await codeOnPhone(town(), me.mobile, phone) });
      await visitor.press('main form button');
      expect(await visitor.text('#requests')).toContain(me.reference);
      await visitor.check('my-requests');
      await visitor.follow(me.reference);
      await visitor.check('status-waiting');
      await visitor.go('/my');
      await visitor.press('form[action="/my/sign-out"] button');
      await visitor.check('my-ended');
      expect(await visitor.go(`/my/${me.reference}`)).toBe(401);
      await visitor.check('error-401');
      expect(await visitor.go('/courses/nothing')).toBe(404);
      await visitor.check('error-404');
      await visitor.leave();
    });

    it('locks a link after five wrong tries, and opens it by a code', async () => {
      const me = await town().driver.apply(await offeringOf(town(), 'C11', 'gathering'), 'en');
      const link = (await town().driver.smsOf(me)).at(-1)?.links[0] ?? '';
      const options: VisitorOptions = { lang: 'en', device: 'phone' };
      const visitor = await town().arrive(options);
      await visitor.start('/my');
      await visitor.go(link);
      const wrong = me.mobile.endsWith('0000') ? '1111' : '0000';
      for (let i = 1; i <= 5; i += 1) {
        await visitor.type({ last4: wrong });
        await visitor.press('main form button');
        if (i === 1) await visitor.check('link-wrong');
      }
      await visitor.check('link-locked');
      await visitor.press('main form button');
      await visitor.check('link-code');
      await visitor.type({ otp: await codeOnPhone(town(), me.mobile, options) });
      await visitor.press('main form button');
      expect(visitor.path).toBe(`/my/${me.reference}`);
      expect(await visitor.go('/c/2222222222')).toBe(404);
      await visitor.check('link-gone');
      await visitor.leave();
    });
  });
}
