import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fils, toDecimalText } from '#kernel/money.ts';
import { guidIn, readNotice, readPull, readTransactions } from './mfep-requests.ts';
import { readTree } from './wire/json-text.ts';
import { readMessage } from './wire/message.ts';

const OF_TYPE = '"MsgHeader":{"TrsInf":{"ReqTyp":"BLRPMTNTFRQ"}}';
const read = (text: string) => readMessage(readTree(text));

const TRX = {
  AcctInfo: { BillingNo: '7700012342' },
  JOEBPPSTrx: '1',
  PaidAmt: '15.500',
  ProcessDate: '2027-01-03T11:59:58',
};

function noticeFrom(trxText: string) {
  const message = read(`{"MFEP":{${OF_TYPE},"MsgBody":{"Transactions":{"TrxInf":${trxText}}}}}`);
  const [first] = readTransactions(message?.body).all;
  return first === undefined ? undefined : readNotice(first, undefined);
}
const notice = (over: object) => noticeFrom(JSON.stringify({ ...TRX, ...over }));
const paidFrom = (literal: string) => {
  const read = noticeFrom(JSON.stringify(TRX).replace('"15.500"', literal));
  return read?.ok ? read.value.paid : read?.error;
};

test('every amount survives the way to the network and back, as text and as number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_147_483_647 }), (amount) => {
      const text = toDecimalText(fils(amount));
      expect(paidFrom(`"${text}"`)).toBe(amount);
      expect(paidFrom(text)).toBe(amount);
    }),
  );
});

test('an amount is exact or refused', () => {
  expect(paidFrom('15.5')).toBe(15_500);
  expect(paidFrom('"15"')).toBe(15_000);
  expect(paidFrom('0.001')).toBe(1);
  expect(paidFrom('15.50000000000000000000')).toBe(15_500);
  for (const bad of [
    '15.5001',
    '"15,5"',
    '1.55e1',
    '-15.5',
    '0',
    '"0.000"',
    '"١٥"',
    'null',
    'true',
    '""',
    '{}',
    '2147483.648',
    '99999999999',
  ]) {
    expect(paidFrom(bad), bad).toEqual({ element: 'PaidAmt' });
  }
});

test('names are read in any case, and the variants that are in use', () => {
  const text = `{"mfep":{"MSGHEADER":{"TrsInf":{"ResTyp":"pmtackrq"}},"msgbody":{"BillingInfo":{
    "acctinfo":{"billingno":7700012342},"JoebppsTrx":880012345678901234567,"BANKTRXID":"B1","paidamt":15.500,
    "processDate":"2027-01-03T11:59:58","STMTDATE":"2027-01-04","pmtstatus":"PMTNEW"}}}}`;
  const message = read(text);
  expect(message?.type).toBe('PMTACKRQ');
  const { all, listed } = readTransactions(message?.body);
  expect([all.length, listed]).toEqual([1, false]);
  expect(readNotice(all[0] ?? {}, 'a-guid')).toEqual({
    ok: true,
    value: {
      trx: '880012345678901234567',
      guid: 'a-guid',
      bankTrxId: 'B1',
      billingNumber: '7700012342',
      channel: null,
      billNumber: '7700012342',
      paid: 15_500,
      currency: null,
      status: 'PMTNEW',
      processedAt: new Date('2027-01-03T08:59:58Z'),
      statementDay: '2027-01-04',
    },
  });
});

test('several payments in one message are told apart from one', () => {
  const body = (trx: unknown) =>
    read(`{"MFEP":{${OF_TYPE},"MsgBody":${JSON.stringify({ Transactions: { TrxInf: trx } })}}}`)?.body;
  expect(readTransactions(body([TRX, TRX]))).toMatchObject({ listed: true, all: { length: 2 } });
  expect(readTransactions(body(TRX))).toMatchObject({ listed: false, all: { length: 1 } });
  expect(readTransactions(body('x')).all).toEqual([]);
  expect(readTransactions(undefined).all).toEqual([]);
});

test('what is missing is named', () => {
  expect(notice({ JOEBPPSTrx: undefined })).toEqual({ ok: false, error: { element: 'JOEBPPSTrx' } });
  expect(notice({ JOEBPPSTrx: ' ' })).toEqual({ ok: false, error: { element: 'JOEBPPSTrx' } });
  expect(notice({ JOEBPPSTrx: '1'.repeat(51) })).toEqual({ ok: false, error: { element: 'JOEBPPSTrx' } });
  expect(notice({ JOEBPPSTrx: '1\u00002' })).toEqual({ ok: false, error: { element: 'JOEBPPSTrx' } });
  for (const ProcessDate of [
    undefined,
    '2027-01-03',
    '2027-02-30T10:00:00',
    '0000-01-01T00:00:00',
    '9999-01-01T00:00:00',
    '2027-01-03T10:00:00+99:99',
    5,
  ]) {
    expect(notice({ ProcessDate }), String(ProcessDate)).toEqual({ ok: false, error: { element: 'ProcessDate' } });
  }
  expect(readPull(read('{"MFEP":{"MsgHeader":{"TrsInf":{"ReqTyp":"BILPULRQ"}},"MsgBody":{}}}')?.body)).toEqual({
    ok: false,
    error: { element: 'BillingNo' },
  });
});

test('a process time is Amman’s, unless it names its zone', () => {
  const at = (ProcessDate: string) => {
    const read = notice({ ProcessDate });
    return read?.ok && read.value.processedAt.toISOString();
  };
  expect(at('2027-01-03T11:59:58')).toBe('2027-01-03T08:59:58.000Z');
  expect(at('2027-01-03T11:59:58.999')).toBe('2027-01-03T08:59:58.000Z');
  expect(at('2027-01-03T11:59:58Z')).toBe('2027-01-03T11:59:58.000Z');
  expect(at('2027-01-03T11:59:58+03:00')).toBe('2027-01-03T08:59:58.000Z');
});

test('JSON that is no message of the network is told from one', () => {
  for (const text of ['1', 'null', '[]', '{}', '{"MFEP":1}', '{"MFEP":[]}', '{"X":{}}']) {
    expect(read(text), text).toBeUndefined();
  }
  expect(read('{"MFEP":{}}')).toEqual({ type: undefined, header: {}, body: undefined, footer: undefined });
  expect(guidIn({ GUID: '<script>' })).toBeUndefined();
  expect(guidIn({ GUID: ' a-guid ' })).toBe('a-guid');
});
