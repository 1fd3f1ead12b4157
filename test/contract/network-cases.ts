import { beforeAll, describe, expect, it } from 'vitest';
import { type Bank, createBank, newTrx } from '#features/demo/bank/client.ts';
import type { Payment } from '#features/demo/bank/fields.ts';
import { BANK_CODECS } from '#features/demo/bank/writings.ts';
import type { Applicant } from '#test/support/driver.ts';
import { DAY, present, type Service } from './service.ts';

const FEE = 15_500;
type Paid = { readonly code: number | null; readonly payment: Payment };

/** Ruling H: every odd payment, told to the running service in every way in which the network can write. */
export function networkCases(service: () => Service): void {
  const d = () => service().driver;

  describe.each(BANK_CODECS)('eFAWATEERcom in %s', (codec) => {
    let bank: Bank;
    let clock: Date;
    const setClock = async () => {
      clock = await d().now();
    };
    beforeAll(() => {
      const account = {
        baseUrl: d().base,
        username: 'demo-bank',
        password: 'demo-bank-pays-901',
        billerCode: '901',
        serviceType: 'CourseFees',
      };
      bank = createBank(account, { now: () => clock, codec });
    });

    const billed = async (over: object = {}) => {
      const o = await d().offering({ courseCode: 'C14', min: 1, max: 4, ...over });
      const a = await d().apply(o.id);
      await setClock();
      return { o, a, number: present((await d().status(a)).payment).number };
    };
    const pay = async (number: string, over: Partial<Payment> = {}): Promise<Paid> => {
      await setClock();
      const payment = { number, trx: newTrx(), amount: FEE, due: FEE, processedAt: clock, ...over };
      const { status, code } = await bank.notify(payment);
      expect(status).toBe(200);
      return { code, payment };
    };
    const state = async (a: Applicant) => (await d().status(a)).state;
    const clauses = async (a: Applicant) => (await d().smsOf(a)).map((m) => m.clause);
    const lastSms = async (a: Applicant) => (await d().smsOf(a)).at(-1)?.template;
    const shown = async (number: string) => (await bank.inquire(number)).code;
    const confirmedOnce = async (a: Applicant) => {
      expect(await state(a)).toBe('confirmed');
      expect((await clauses(a)).filter((clause) => clause === '7.4')).toHaveLength(1);
    };

    it('7.1, 7.4 shows the bill, takes the money, and shows that it is paid', async () => {
      const { a, number } = await billed();
      expect(await bank.inquire(number)).toMatchObject({ code: 0, due: FEE, customer: 'سلمى الخطيب' });
      expect((await pay(number)).code).toBe(0);
      await confirmedOnce(a);
      expect(await shown(number)).toBe(324);
    });

    it('H the same JOEBPPSTrx twice: one effect, the same answer', async () => {
      const { a, number } = await billed();
      const first = await pay(number);
      const answers = await Promise.all(Array.from({ length: 10 }, () => bank.notify(first.payment)));
      expect(answers.map((answer) => answer.code)).toEqual(answers.map(() => 0));
      await confirmedOnce(a);
    });

    it('H the same JOEBPPSTrx with another amount: the first one counts', async () => {
      const { a, number } = await billed();
      const { payment } = await pay(number, { amount: 1000 });
      expect((await pay(number, { trx: payment.trx })).code).toBe(0);
      expect(await state(a)).toBe('awaiting_payment');
      expect((await pay(number)).code).toBe(0);
      await confirmedOnce(a);
    });

    it('H two payments for one bill: one confirms, the other is kept, and both are accepted', async () => {
      const { a, number } = await billed();
      const both = await Promise.all([pay(number), pay(number)]);
      expect(both.map((one) => one.code)).toEqual([0, 0]);
      await confirmedOnce(a);
    });

    it.each([
      ['too little', FEE - 1],
      ['too much', FEE + 1],
    ])('H %s: a message, and the bill can still be paid', async (_, amount) => {
      const { a, number } = await billed();
      expect((await pay(number, { amount })).code).toBe(0);
      expect([await state(a), await lastSms(a)]).toEqual(['awaiting_payment', 'payment_amount_wrong']);
      expect(await shown(number)).toBe(0);
      await pay(number);
      await confirmedOnce(a);
    });

    it('H an unknown number, and one with a typing slip: shown to nobody, and the money is kept', async () => {
      const { a, number } = await billed();
      const slip = number.slice(0, -1) + String((Number(number.at(-1)) + 1) % 10);
      for (const wrong of ['1234567897', slip, '', 'abc', '9'.repeat(60)]) {
        expect([101, 408]).toContain(await shown(wrong));
        expect((await pay(wrong)).code).toBe(0);
      }
      expect(await state(a)).toBe('awaiting_payment');
    });

    it('H paid before the deadline and told after it: reinstated while a seat is free', async () => {
      const { o, a, number } = await billed();
      const inTime = new Date(new Date(o.decisionAt).getTime() - 1000);
      await d().goTo(o.decisionAt);
      expect([await state(a), await shown(number)]).toEqual(['cancelled', 323]);
      await pay(number, { processedAt: inTime });
      expect(await state(a)).toBe('confirmed');
      expect((await d().smsOf(a)).map((m) => m.template)).toContain('payment_reinstated');
    });

    it('H paid before the deadline and told after it, and no seat is free: the money is kept, with a message', async () => {
      const { o, a, number } = await billed({ max: 1 });
      const b = await d().apply(o.id);
      expect(await state(b)).toBe('waitlisted');
      const inTime = new Date(new Date(o.decisionAt).getTime() - 1000);
      await d().goTo(o.decisionAt);
      const startsAt = new Date(new Date(o.startsAt).getTime() + 21 * DAY).toISOString();
      await d().must('POST', `/demo/offerings/${o.id}/new-date`, { startsAt });
      expect([await state(a), await state(b)]).toEqual(['cancelled', 'awaiting_payment']);
      expect((await pay(number, { processedAt: inTime })).code).toBe(0);
      expect([await state(a), await lastSms(a), await state(b)]).toEqual([
        'cancelled',
        'payment_late',
        'awaiting_payment',
      ]);
    });

    it('H paid at the decision and told later: too late, with a message', async () => {
      const { o, a, number } = await billed();
      await d().goTo(new Date(new Date(o.decisionAt).getTime() + 60_000));
      expect((await pay(number, { processedAt: new Date(o.decisionAt) })).code).toBe(0);
      expect([await state(a), await lastSms(a)]).toEqual(['cancelled', 'payment_late']);
    });

    it('H told after the deadline has struck in the middle of the payment: the payer’s time decides', async () => {
      const { o, a, number } = await billed();
      const other = await d().apply(o.id);
      const theirs = present((await d().status(other)).payment).number;
      await d().goTo(new Date(new Date(o.decisionAt).getTime() - 60_000));
      const asked = await bank.inquire(number);
      expect(asked.code).toBe(0);
      await pay(theirs);
      const paidAt = new Date(new Date(o.decisionAt).getTime() - 30_000);
      await d().goTo(new Date(new Date(o.decisionAt).getTime() + DAY / 24));
      await pay(number, { processedAt: paidAt });
      expect([await state(a), await state(other)]).toEqual(['confirmed', 'confirmed']);
    });

    it('H paid before the bill was opened: the number proves the bill, so the payment counts', async () => {
      const { a, number } = await billed();
      await pay(number, { processedAt: new Date(clock.getTime() - DAY) });
      await confirmedOnce(a);
    });

    it('H the final word before the payment: kept, and the payment then has its one effect', async () => {
      const { a, number } = await billed();
      const payment = { number, trx: newTrx(), amount: FEE, due: FEE, processedAt: clock };
      expect((await bank.acknowledge(payment)).code).toBe(0);
      expect(await state(a)).toBe('awaiting_payment');
      expect((await bank.notify(payment)).code).toBe(0);
      expect((await bank.acknowledge(payment)).code).toBe(0);
      await confirmedOnce(a);
    });

    it('G, H paid after the withdrawal: the bill is closed, the money is kept, with a message', async () => {
      const { a, number } = await billed();
      await d().withdraw(a);
      expect(await shown(number)).toBe(323);
      expect((await pay(number)).code).toBe(0);
      expect([await state(a), await lastSms(a)]).toEqual(['withdrawn', 'payment_late']);
    });

    it('I, H paid after the course was cancelled, and in the same second: never lost, never confirmed', async () => {
      const { o, a, number } = await billed();
      const cancel = () => d().call('POST', `/demo/offerings/${o.id}/cancel`, { reason: 'سبب' });
      const [paid, cancelled] = await Promise.all([pay(number), cancel()]);
      expect([paid.code, cancelled.status < 300]).toEqual([0, true]);
      expect(await state(a)).toBe('cancelled');
      expect(['payment_late', 'course_cancelled_paid']).toContain(await lastSms(a));
      const later = await billed();
      await d().must('POST', `/demo/offerings/${later.o.id}/cancel`, { reason: 'سبب' });
      expect((await pay(later.number)).code).toBe(0);
      expect(await lastSms(later.a)).toBe('payment_late');
    });

    it('H a status that is none of a received payment, another currency, and two numbers: kept, nothing confirmed', async () => {
      const { a, number } = await billed();
      for (const over of [{ status: 'PmtMisMatch' }, { currency: 'USD' }, { billNo: '1234567897' }]) {
        expect((await pay(number, over)).code).toBe(0);
      }
      expect(await state(a)).toBe('awaiting_payment');
    });
  });
}
