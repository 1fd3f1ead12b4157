import { describe, expect, it } from 'vitest';
import { type Applicant, ammanTime } from '#test/support/driver.ts';
import { present, type Service } from './service.ts';

type Mfep = {
  readonly MFEP: {
    readonly MsgHeader: {
      readonly TmStp: string;
      readonly GUID: string;
      readonly TrsInf: Record<string, unknown>;
      readonly Result: { readonly ErrorCode: number; readonly ErrorDesc: string; readonly Severity: string };
    };
    readonly MsgBody?: {
      readonly BillRec?: readonly Record<string, unknown>[];
      readonly Transactions?: {
        readonly TrxInf: { readonly JOEBPPSTrx: string; readonly Result: { readonly ErrorCode: number } };
      };
    };
  };
};

/** «eFAWATEERcom»: the four messages of the payment network, as its JSON variant with HTTP Basic. */
export function network(service: () => Service): void {
  const d = () => service().driver;
  const auth = () => ({ authorization: d().basic() });
  const send = (path: string, body: unknown, headers: Record<string, string> = auth()) =>
    d().call<Mfep>('POST', `/efawateercom/${path}`, body, headers);
  const header = async (type: string) => ({
    TmStp: ammanTime(await d().now()),
    GUID: crypto.randomUUID(),
    TrsInf: { SdrCode: 1, RcvCode: 901, ReqTyp: type },
  });
  const pull = async (number: string, over: object = {}) =>
    send('bill-pull', {
      MFEP: {
        MsgHeader: await header('BILPULRQ'),
        MsgBody: { AcctInfo: { BillingNo: number, BillNo: number }, ServiceType: 'CourseFees', ...over },
      },
    });
  const billed = async (
    over: object = {},
  ): Promise<{ a: Applicant; o: { id: string; decisionAt: string; startsAt: string }; number: string }> => {
    const o = await d().offering({ courseCode: 'C14', min: 1, max: 4, ...over });
    const a = await d().apply(o.id);
    return { a, o, number: present((await d().status(a)).payment).number };
  };

  describe('eFAWATEERcom', () => {
    it('bill-pull shows the exact amount, no part payment, open until the decision time in Amman', async () => {
      const { number, o } = await billed();
      const answer = await pull(number);
      expect(answer.status).toBe(200);
      expect(answer.body.MFEP.MsgHeader.Result).toMatchObject({ ErrorCode: 0, Severity: 'Info' });
      expect(answer.body.MFEP.MsgBody?.BillRec).toMatchObject([
        {
          AcctInfo: { BillingNo: number, BillNo: number },
          DueAmount: '15.500',
          ExpiryDate: ammanTime(new Date(o.decisionAt)),
          ServiceType: 'CourseFees',
          PmtConst: { AllowPart: false, Lower: '15.500', Upper: '15.500' },
        },
      ]);
    });

    it('gives back the GUID and stamps with Amman wall time of the demo clock', async () => {
      const { number } = await billed();
      const head = await header('BILPULRQ');
      const answer = await send('bill-pull', {
        MFEP: { MsgHeader: head, MsgBody: { AcctInfo: { BillingNo: number } } },
      });
      expect(answer.body.MFEP.MsgHeader.GUID).toBe(head.GUID);
      expect(answer.body.MFEP.MsgHeader.TmStp.slice(0, 15)).toBe(ammanTime(await d().now()).slice(0, 15));
    });

    it('bill-pull refuses an unknown number, two numbers that differ, another service, and a bill that is closed', async () => {
      const { number, o } = await billed();
      const codeOf = async (answer: ReturnType<typeof pull>): Promise<unknown> => {
        const body = (await answer).body.MFEP;
        return present(body.MsgBody?.BillRec?.[0])['Result'];
      };
      expect(await codeOf(pull('1234567897'))).toMatchObject({ ErrorCode: 408 });
      expect(await codeOf(pull('1234567890'))).toMatchObject({ ErrorCode: 408 });
      expect(await codeOf(pull(number, { AcctInfo: { BillingNo: number, BillNo: '1234567897' } }))).toMatchObject({
        ErrorCode: 314,
      });
      expect(await codeOf(pull(number, { ServiceType: 'Water' }))).toMatchObject({ ErrorCode: 322 });
      await d().goTo(o.decisionAt);
      expect(await codeOf(pull(number))).toMatchObject({ ErrorCode: 323 });
    });

    it('7.4 payment-notification confirms at once; the bill is then paid', async () => {
      const { a, number } = await billed();
      expect(await d().pay(a)).toMatchObject({ status: 200, code: 0 });
      expect(await d().status(a)).toMatchObject({ state: 'confirmed', clause: '7.4', payment: { status: 'paid' } });
      expect((await d().smsOf(a)).map((m) => m.clause)).toEqual(['7.1', '7.4']);
      const record = (await pull(number)).body.MFEP.MsgBody?.BillRec?.[0];
      expect(record).toMatchObject({ Result: { ErrorCode: 324 } });
    });

    it.each(['PmtNew', 'PmtSent', 'PmtComplt'])('counts %s as received', async (status) => {
      const { a, number } = await billed();
      const answer = await send('payment-notification', await notice(number, { PmtStatus: status }));
      expect(answer.body.MFEP.MsgHeader.Result.ErrorCode).toBe(0);
      expect((await d().status(a)).state).toBe('confirmed');
    });

    const notice = async (
      number: string,
      over: object = {},
      trx = `8${Date.now()}${Math.floor(performance.now())}`,
    ) => {
      const at = ammanTime(await d().now());
      const info = {
        AcctInfo: { BillingNo: number, BillNo: number },
        JOEBPPSTrx: trx,
        BankTrxId: `B-${trx}`,
        BankCode: 77,
        PmtStatus: 'PmtNew',
        DueAmt: '15.500',
        PaidAmt: '15.500',
        FeesAmt: '0.000',
        FeesOnBiller: false,
        ProcessDate: at,
        StmtDate: at.slice(0, 10),
        AccessChannel: 'Mobile',
        PaymentMethod: 'ACTDEB',
        PaymentType: 'Postpaid',
        Currency: 'JOD',
        ServiceTypeDetails: { ServiceType: 'CourseFees' },
        ...over,
      };
      return { MFEP: { MsgHeader: await header('BLRPMTNTFRQ'), MsgBody: { Transactions: { TrxInf: info } } } };
    };

    it('H gives 50 repeats at once the same answer, and one effect', async () => {
      const { a, number } = await billed();
      const body = await notice(number);
      const answers = await Promise.all(Array.from({ length: 50 }, () => send('payment-notification', body)));
      expect(answers.every((x) => x.status === 200)).toBe(true);
      const bodies = new Set(answers.map((x) => JSON.stringify(x.body.MFEP.MsgBody)));
      expect(bodies.size).toBe(1);
      expect(answers.every((x) => x.body.MFEP.MsgHeader.Result.ErrorCode === 0)).toBe(true);
      expect(answers[0]?.body.MFEP.MsgBody?.Transactions?.TrxInf).toMatchObject({ Result: { ErrorCode: 0 } });
      expect((await d().smsOf(a)).map((m) => m.clause)).toEqual(['7.1', '7.4']);
    });

    it('H judges by the process date: paid in time and notified late reinstates, paid late goes to finance', async () => {
      const o = await d().offering({ courseCode: 'C14', min: 2, max: 5 });
      const people = [
        await d().apply(o.id),
        await d().apply(o.id),
        await d().apply(o.id),
        await d().apply(o.id),
      ] as const;
      for (const p of people.slice(0, 2)) await d().pay(p);
      await d().goTo(o.decisionAt);
      expect((await d().status(people[2])).state).toBe('cancelled');
      expect((await d().smsOf(people[2])).at(-1)?.clause).toBe('N1');
      expect((await d().pay(people[2], { processedAt: new Date(Date.parse(o.decisionAt) - 1000) })).code).toBe(0);
      expect(await d().status(people[2])).toMatchObject({ state: 'confirmed' });
      expect((await d().smsOf(people[2])).slice(-2).map((m) => m.template)).toEqual([
        'payment_reinstated',
        'paid_confirmed_full',
      ]);
      expect((await d().pay(people[3], { processedAt: new Date(o.decisionAt) })).code).toBe(0);
      expect((await d().status(people[3])).state).toBe('cancelled');
      expect((await d().smsOf(people[3])).at(-1)?.template).toBe('payment_late');
    });

    it('H takes a wrong amount and an unknown number in for finance, and confirms nobody', async () => {
      const { a } = await billed();
      expect((await d().pay(a, { amountFils: 14_500 })).code).toBe(0);
      expect((await d().status(a)).state).toBe('awaiting_payment');
      expect((await d().smsOf(a)).at(-1)?.template).toBe('payment_amount_wrong');
      expect((await d().payNumber('1234567897', { amountFils: 5000 })).code).toBe(0);
    });

    it('payment-acknowledgment and prepaid-validation answer in the form of the network', async () => {
      const { number } = await billed();
      const trx = `9${Date.now()}`;
      await send('payment-notification', await notice(number, {}, trx));
      const ack = await send('payment-acknowledgment', {
        MFEP: {
          MsgHeader: await header('PMTACKRQ'),
          MsgBody: {
            Transactions: {
              TrxInf: { JOEBPPSTrx: trx, PmtStatus: 'PmtComplt', ProcessDate: ammanTime(await d().now()) },
            },
          },
        },
      });
      expect(ack.body.MFEP.MsgHeader).toMatchObject({ TrsInf: { ResTyp: 'PMTACKRS' }, Result: { ErrorCode: 0 } });
      const prepaid = await send('prepaid-validation', {
        MFEP: {
          MsgHeader: await header('BILRPREPADVALRQ'),
          MsgBody: { BillingInfo: { AcctInfo: { BillingNo: number } } },
        },
      });
      expect(prepaid.body.MFEP.MsgHeader).toMatchObject({
        TrsInf: { ResTyp: 'BILRPREPADVALRS' },
        Result: { ErrorCode: 408 },
      });
    });

    it('asks for the right name and password at every address', async () => {
      for (const path of ['bill-pull', 'payment-notification', 'payment-acknowledgment', 'prepaid-validation']) {
        for (const headers of [
          {},
          { authorization: 'Basic d3Jvbmc6d3Jvbmc=' },
          { authorization: 'Bearer x' },
        ] as Record<string, string>[]) {
          const answer = await send(path, {}, headers);
          expect(answer.status).toBe(401);
          expect(answer.headers.get('www-authenticate')).toMatch(/^Basic/);
        }
      }
    });

    it('answers a message that cannot be read with a code of the network, and takes no money', async () => {
      const { a, number } = await billed();
      expect((await send('payment-notification', '{"MFEP":')).status).toBe(400);
      expect((await send('payment-notification', {})).status).toBe(400);
      expect((await send('payment-notification', '<MFEP/>', { ...auth(), 'content-type': 'text/xml' })).status).toBe(
        415,
      );
      for (const over of [
        { JOEBPPSTrx: '' },
        { PaidAmt: 'much' },
        { PaidAmt: '-15.500' },
        { PaidAmt: '15.5005' },
        { ProcessDate: 'today' },
      ]) {
        const answer = await send('payment-notification', await notice(number, over));
        expect(answer.status).toBe(200);
        expect(answer.body.MFEP.MsgHeader.Result).toMatchObject({ ErrorCode: 101, Severity: 'Error' });
      }
      expect(
        (await send('payment-notification', { MFEP: { MsgHeader: await header('BILPULRQ'), MsgBody: {} } })).body.MFEP
          .MsgHeader.Result.ErrorCode,
      ).toBe(101);
      expect((await d().status(a)).state).toBe('awaiting_payment');
    });

    it('N1 refuses inquiries after the request was withdrawn, and keeps the money of a payer who pays anyway', async () => {
      const { a, number } = await billed();
      await d().withdraw(a);
      const record = (await pull(number)).body.MFEP.MsgBody?.BillRec?.[0];
      expect(record).toMatchObject({ Result: { ErrorCode: 323 } });
      expect((await d().payNumber(number, { amountFils: 15_500 })).code).toBe(0);
      expect((await d().smsOf(a)).at(-1)?.template).toBe('payment_late');
    });
  });
}
