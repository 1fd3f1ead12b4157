import { readFile } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue } from '#test/support/world.ts';
import { applications, bills } from '../applications/schema.ts';
import { part } from '../demo/bank/client.ts';
import { aBank, BANK_CODECS, type BankCodec } from './codecs.fixture.ts';
import { pullReply } from './mfep-answers.ts';
import { RULE_TABLE, readRules } from './rules.ts';
import { paymentNotices } from './schema.ts';
import { groupsIn, textIn } from './wire/tree.ts';
import { aBiller, type Bill, newTrx, twoPayers } from './world.fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterEach(() => app.clock.freezeAt(TEST_NOW));
afterAll(() => app.close());

const NOBODY = '7700099993';
const bankWith = (codec: BankCodec, rules = '') => aBank(app, aBiller({ rules: `ack=on\n${rules}` }), codec);
const changeBill = (number: string, values: Partial<Bill>) =>
  app.database.inTransaction(async (tx) => {
    await tx.update(bills).set(values).where(eq(bills.number, number));
  });
const aNumber = async () => (await twoPayers(app))[0].bill.number;

/** Code of the header, number of records, code of the record, amount due. */
async function pulled(codec: BankCodec, number: string, rules = '', billNo?: string): Promise<unknown[]> {
  const { exchange } = await bankWith(codec, rules).inquire(number, billNo);
  const { answer } = exchange;
  const record = part(answer, 'MsgBody', 'BillsRec', 'BillRec') ?? part(answer, 'MsgBody', 'BillRec');
  return [
    exchange.code,
    part(answer, 'MsgBody', 'RecCount'),
    part(record, 'Result', 'ErrorCode'),
    part(record, 'DueAmount'),
  ];
}
const fieldOf = async (codec: BankCodec, number: string, rules: string, ...path: string[]) => {
  const { answer } = (await bankWith(codec, rules).inquire(number)).exchange;
  return part(part(answer, 'MsgBody', 'BillsRec', 'BillRec') ?? part(answer, 'MsgBody', 'BillRec'), ...path);
};

describe.each(BANK_CODECS)('in %s', (codec) => {
  const isJson = codec === 'json';
  const zero = isJson ? '0' : '0.000';
  const header = (code: string) => [Number(code), '0', undefined, undefined];
  const record = (code: string, due = zero) => [0, '1', code, due];
  const empty = [0, '0', undefined, undefined];

  test('7.1 a number of nobody: in the record in JSON, in the header in XML, or as it is set', async () => {
    expect(await pulled(codec, NOBODY)).toEqual(isJson ? record('408') : header('408'));
    expect(await pulled(codec, NOBODY, 'not_found.style=record')).toEqual(record('408'));
    expect(await pulled(codec, NOBODY, 'not_found.style=header, not_found.code=401')).toEqual(header('401'));
    expect(await pulled(codec, NOBODY, 'not_found.style=empty')).toEqual(empty);
    expect(await pulled(codec, NOBODY, 'not_found.style=record; zero_format=0.000')).toEqual(record('408', '0.000'));
  });

  test('7.4 a paid bill: 324 in the record, or as it is set', async () => {
    const number = await aNumber();
    await changeBill(number, { state: 'paid' });
    expect(await pulled(codec, number)).toEqual(record('324'));
    expect(await fieldOf(codec, number, '', 'BillStatus')).toBe('BillNew');
    expect(await fieldOf(codec, number, 'paid.bill_status=BillPaid', 'BillStatus')).toBe('BillPaid');
    expect(await pulled(codec, number, 'paid.style=zero_due')).toEqual(record('0'));
    expect(await pulled(codec, number, 'paid.code=409')).toEqual(record('409'));
    expect(await pulled(codec, number, 'paid.style=header')).toEqual(header('324'));
  });

  test('N1 a closed or suspended bill: 323 in the record, or as it is set', async () => {
    const number = await aNumber();
    for (const state of ['closed', 'suspended'] as const) {
      await changeBill(number, { state });
      expect(await pulled(codec, number)).toEqual(record('323'));
      expect(await pulled(codec, number, 'closed.style=header')).toEqual(header('323'));
      expect(await pulled(codec, number, 'closed.code=408; suspended.code=409')).toEqual(
        record(state === 'closed' ? '408' : '409'),
      );
      expect(await fieldOf(codec, number, '', 'AdditionalInfo', 'CustName')).toBe('-');
    }
  });

  test('7.1 a bill that is not open yet is not shown, or shown with the day it opens', async () => {
    const number = await aNumber();
    const opens = plusMs(TEST_NOW, HOUR_MS);
    await changeBill(number, { openedAt: opens });
    expect(await pulled(codec, number)).toEqual(isJson ? record('408') : header('408'));
    expect(await pulled(codec, number, 'not_open.style=record; not_open.code=409')).toEqual(record('409'));
    expect(await pulled(codec, number, 'not_open.style=open_date')).toEqual(record('0', '15.500'));
    expect(await fieldOf(codec, number, 'not_open.style=open_date', 'OpenDate')).toBe('2027-01-03T13:00:00');
  });

  test('7.1 another service and numbers that differ: 322 and 314 in the record, or as it is set', async () => {
    const number = await aNumber();
    const other = aBank(app, aBiller(), codec, { serviceType: 'TopUp' });
    expect((await other.inquire(number)).code).toBe(322);
    const strict = aBank(app, aBiller({ rules: 'wrong_service.style=header; wrong_service.code=401' }), codec, {
      serviceType: 'TopUp',
    });
    expect((await strict.inquire(number)).exchange.code).toBe(401);
    expect(await pulled(codec, number, '', NOBODY)).toEqual(record('314'));
    expect(await pulled(codec, number, 'numbers_differ.style=header', NOBODY)).toEqual(header('314'));
    expect(await pulled(codec, number, 'numbers_differ.check=no', NOBODY)).toEqual(record('0', '15.500'));
  });

  test('7.1 the dates of a bill mean what the operator wants them to mean', async () => {
    const number = await aNumber();
    const dates = async (rules: string) =>
      Promise.all(
        ['OpenDate', 'DueDate', 'ExpiryDate', 'CloseDate'].map((name) => fieldOf(codec, number, rules, name)),
      );
    const [issued, until] = ['2027-01-03T12:00:00', '2027-01-12T12:00:00'];
    expect(await dates('')).toEqual([undefined, issued, until, undefined]);
    expect(await dates('due_date.mode=actual; end.element=CloseDate')).toEqual([undefined, until, undefined, until]);
    expect(await dates('open_date.send=yes; end.element=both')).toEqual([issued, issued, until, until]);
    expect(await dates('end.element=none; time.zone=UTC')).toEqual([
      undefined,
      '2027-01-03T09:00:00',
      undefined,
      undefined,
    ]);
  });

  test('7.1 name, contact and account are shown as far as the operator wants', async () => {
    const [payer] = await twoPayers(app);
    const { number } = payer.bill;
    const shown = (rules: string, ...path: string[]) => fieldOf(codec, number, rules, ...path);
    expect(await shown('', 'AdditionalInfo', 'CustName')).toBe('سلمى الخطيب');
    expect(await shown('customer.mask=initials', 'AdditionalInfo', 'CustName')).toBe('س. ا.');
    expect(await shown('customer.mask=dash', 'AdditionalInfo', 'CustName')).toBe('-');
    expect(await shown('', 'AdditionalInfo', 'Phone')).toBeUndefined();
    expect(await shown('contact.send=yes', 'AdditionalInfo', 'Phone')).toBe(payer.mobile);
    expect(await shown('contact.send=yes', 'AdditionalInfo', 'Email')).toBeUndefined();
    await app.database.inTransaction((tx) =>
      tx.update(applications).set({ email: 'no address' }).where(eq(applications.id, payer.id)),
    );
    expect(await shown('contact.send=yes', 'AdditionalInfo', 'Email')).toBeUndefined();
    const settled = 'settlement.bank_code=77; settlement.account=JO00XXXX0000000000000000000001';
    const account = isJson ? ['SubPmts'] : ['SubPmts', 'SubPmt'];
    expect(await shown(settled, ...account)).toEqual({
      Amount: '15.500',
      SetBnkCode: '77',
      AcctNo: 'JO00XXXX0000000000000000000001',
    });
    expect(await shown('', 'SubPmts')).toBeUndefined();
  });

  test('7.1 nothing can be paid in advance; where bills are to be validated too, a bill is confirmed with its amount', async () => {
    const number = await aNumber();
    const validated = async (rules: string, whose = number) => {
      const { code, answer } = await bankWith(codec, rules).validate({ number: whose, amount: 5000, code: '424242' });
      const info = part(answer, 'MsgBody', 'BillingInfo');
      return [code, part(info, 'Result', 'ErrorCode'), part(info, 'DueAmt'), part(info, 'ValidationCode')];
    };
    expect(await validated('')).toEqual(
      isJson ? [408, undefined, undefined, undefined] : [0, '408', '0.000', '424242'],
    );
    expect(await validated('prepaid.error_place=body')).toEqual([0, '408', zero, '424242']);
    expect(await validated('prepaid.error_place=both')).toEqual([408, '408', zero, '424242']);
    expect(await validated('prepaid.error_place=header')).toEqual([408, undefined, undefined, undefined]);
    expect(await validated('prepaid.mode=bill')).toEqual([0, '0', '15.500', '424242']);
    expect(await validated('prepaid.mode=bill; prepaid.error_place=both', NOBODY)).toEqual([
      408,
      '408',
      zero,
      '424242',
    ]);
    await changeBill(number, { state: 'paid' });
    expect(await validated('prepaid.mode=bill; prepaid.error_place=both')).toEqual([324, '324', zero, '424242']);
  });

  test('H money is taken in whatever it says, and refused only where a strict setting says so', async () => {
    const number = await aNumber();
    const told = async (rules: string, over: object): Promise<unknown> => {
      const payment = { number, trx: newTrx(), amount: 15_500, due: 15_500, processedAt: TEST_NOW, ...over };
      const { code, answer } = await bankWith(codec, rules).notify(payment);
      const rows = await app.database.db
        .select()
        .from(paymentNotices)
        .where(eq(paymentNotices.joebppsTrx, payment.trx));
      return [code, Number(part(answer, 'MsgBody', 'Transactions', 'TrxInf', 'Result', 'ErrorCode')), rows.length];
    };
    const [wrong, future] = [{ amount: 1 }, { processedAt: plusMs(TEST_NOW, DAY_MS), amount: 1 }];
    expect(await told('', { number: NOBODY })).toEqual([0, 0, 1]);
    expect(await told('notification.on_unmatched=328', { number: NOBODY })).toEqual([0, 328, 0]);
    expect(await told('', wrong)).toEqual([0, 0, 1]);
    expect(await told('notification.wrong_amount=325', wrong)).toEqual([0, 325, 0]);
    expect(await told('', future)).toEqual([0, 0, 1]);
    expect(await told('notification.future=352', future)).toEqual([0, 352, 0]);
    const trx = newTrx();
    expect(await told('notification.duplicate=340', { trx })).toEqual([0, 0, 1]);
    expect(await told('notification.duplicate=340; notification.wrong_amount=325', { trx, ...wrong })).toEqual([
      0, 340, 1,
    ]);
    expect(await told('', { trx })).toEqual([0, 0, 1]);
  });

  test('7.4 an acknowledgement of a payment that is not known is kept, and refused only where it is set', async () => {
    const payment = { number: NOBODY, trx: newTrx(), amount: 1000, due: 1000, processedAt: TEST_NOW };
    const told = async (rules: string) => {
      const { code, answer } = await bankWith(codec, rules).acknowledge(payment);
      return [code, part(answer, 'MsgBody', 'Transactions', 'TrxInf', 'Result', 'ErrorCode')];
    };
    expect(await told('')).toEqual([0, '0']);
    expect(await told('ack.unknown=358')).toEqual([0, '358']);
  });

  test('codes and statuses of the rest are as they are set', async () => {
    const number = await aNumber();
    const status = async (rules: string, whose: string) => {
      const { exchange } = await bankWith(codec, rules).inquire(whose);
      return [exchange.status, exchange.code];
    };
    expect(await status('http.refusal_status=422; not_found.style=header', NOBODY)).toEqual([422, 408]);
    expect(await status('', '')).toEqual([200, 101]);
    expect(await status('invalid.code=99', '')).toEqual([200, 99]);
    expect(await status('timestamp.tolerance_minutes=5', number)).toEqual([200, 0]);
    const late = aBank(app, aBiller({ rules: 'timestamp.tolerance_minutes=5' }), codec);
    const exchange = (await late.inquire(number)).exchange;
    expect(part(exchange.answer, 'MsgHeader', 'TrsInf', 'RcvCode')).toBeUndefined();
    const sent = (await bankWith(codec, 'response.rcv_code=send').inquire(number)).exchange;
    expect(part(sent.answer, 'MsgHeader', 'TrsInf', 'RcvCode')).toBe('1');
  });

  test('a fault of ours is told with the code and the status that are set, and nothing is kept of the message', async () => {
    const number = await aNumber();
    const broken = {
      ...app,
      database: { ...app.database, inTransaction: () => Promise.reject(new Error('the disk is full')) },
    };
    const told = async (rules: string) => {
      const bank = aBank(broken, aBiller({ rules }), codec);
      const { status, code } = await bank.notify({ number, trx: newTrx(), amount: 1, due: 1, processedAt: TEST_NOW });
      return [status, code];
    };
    expect(await told('')).toEqual([500, 303]);
    expect(await told('fault.status=200, fault.code=99')).toEqual([200, 99]);
  });
});

test('7.1 a bill of which all was waived: success with nothing due, or as it is set', () => {
  const numbers = { billingNumber: NOBODY, billNumber: NOBODY };
  const told = (rules: string) => {
    const answering = {
      rules: aBiller({ rules }).rules.json,
      now: TEST_NOW,
      billerCode: '901',
      serviceType: 'CourseFees',
    };
    const { result, body } = pullReply('nothing_due', numbers, undefined, answering);
    const [record] = groupsIn(body, 'BillRec');
    return [result.ErrorCode, body?.['RecCount'], textIn(record, 'Result', 'ErrorCode'), textIn(record, 'DueAmount')];
  };
  expect(told('')).toEqual([0, '1', '0', '0']);
  expect(told('nothing_due.style=record')).toEqual([0, '1', '409', '0']);
  expect(told('nothing_due.style=header; nothing_due.code=408')).toEqual([408, '0', undefined, undefined]);
  expect(told('nothing_due.style=empty')).toEqual([0, '0', undefined, undefined]);
});

test('codes in JSON can be texts', async () => {
  const bank = aBank(app, aBiller({ rules: 'json.numeric_as_string=yes' }), 'json');
  expect((await bank.inquire(await aNumber())).exchange.response).toContain('"ErrorCode":"0"');
});

test('a rule for one codec leaves the others as they are', () => {
  const rules = readRules('xml.paid.code=409; soap.namespace=urn:amman:; closed.code=408, json.closed.code=1');
  if (!rules.ok) throw new Error(rules.error.join());
  const { json, xml, soap } = rules.value;
  expect([json['paid.code'], xml['paid.code'], soap['paid.code']]).toEqual([324, 409, 324]);
  expect([json['closed.code'], xml['closed.code'], soap['closed.code']]).toEqual([1, 408, 408]);
  expect(soap['soap.namespace']).toBe('urn:amman:');
});

test('each mistake in the rules gets a sentence', () => {
  const wrong = [
    'x',
    'not_found=1',
    'not_found.style=footer',
    'paid.code=many',
    'paid.code=1000000',
    'time.zone=Mars/Olympus',
    'signature.forms=compact+odd',
    'soap.interface=1 2',
    'html.paid.code=1',
    'body.timeout_ms=1',
  ];
  const rules = readRules(wrong.join('\n'));
  expect(rules.ok ? [] : rules.error).toHaveLength(wrong.length);
});

test('every rule and its usual value stand in the guide', async () => {
  const guide = await readFile(new URL('../../../docs/operations/efawateercom.md', import.meta.url), 'utf8');
  for (const [name, rule] of Object.entries(RULE_TABLE)) {
    const line = guide.split('\n').find((one) => one.startsWith(`| \`${name}\``));
    expect(line, name).toBeDefined();
    for (const usual of [rule.json, rule.xml]) {
      const text = Array.isArray(usual) ? usual.join('+') : String(usual);
      if (text !== '') expect(line, name).toContain(text);
    }
  }
});
