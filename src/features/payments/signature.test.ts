import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { HOUR_MS, plusMs } from '#kernel/time.ts';
import { civilTime } from '#platform/i18n/civil.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue } from '#test/support/world.ts';
import type { BankCodec } from '../demo/bank/writings.ts';
import { makeBiller } from './biller.ts';
import { aBank, deliver, makeKeys, noticeCall } from './codecs.fixture.ts';
import { paymentNotices } from './schema.ts';
import { aBiller, billOf, twoPayers } from './world.fixture.ts';

const [network, ours, next, stranger] = [makeKeys(), makeKeys(), makeKeys(), makeKeys()];
const SIGNED = ['xml', 'soap11', 'soap12'] as const satisfies readonly BankCodec[];
const signing = (over: object = {}) =>
  aBiller({
    account: undefined,
    access: { json: [], xml: ['signature'], soap: ['signature'] },
    keyFiles: { network: [network.publicFile], signing: [ours.privateFile], passphrase: undefined, ...over },
    rules: 'ack=on',
  });
const biller = signing();
const KEYS = { signWith: network.privatePem, verifyWith: ours.publicPem, username: '' };

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterEach(() => app.clock.freezeAt(TEST_NOW));
afterAll(() => app.close());
const kept = async () => (await app.database.db.select().from(paymentNotices)).length;

describe.each(SIGNED)('in %s', (codec) => {
  test('7.1, 7.4 a bill is shown, paid and acknowledged with signatures on both sides and no password', async () => {
    const [payer] = await twoPayers(app);
    const bank = aBank(app, biller, codec, KEYS);
    const report = await bank.pay({ number: payer.bill.number });
    expect(report.exchanges.map((e) => [e.status, e.code, e.signed])).toEqual([
      [200, 0, true],
      [200, 0, true],
      [200, 0, true],
    ]);
    expect((await billOf(app, payer.id)).state).toBe('paid');
    const prepaid = await bank.validate({ number: '7700099999', amount: 1000, code: '1' });
    expect([prepaid.code, prepaid.signed]).toEqual([0, true]);
  });

  test('an unsigned message, another’s signature and a changed body get code 2, signed, and are not acted on', async () => {
    const [payer] = await twoPayers(app);
    const { number } = payer.bill;
    const before = await kept();
    const unsigned = await aBank(app, biller, codec, { ...KEYS, signWith: undefined }).pay({
      number,
      amountFils: 15_500,
    });
    const foreign = await aBank(app, biller, codec, { ...KEYS, signWith: stranger.privatePem }).pay({
      number,
      amountFils: 15_500,
    });
    for (const report of [unsigned, foreign]) {
      expect(report.exchanges.map((e) => [e.status, e.code, e.signed])).toEqual([
        [200, 2, true],
        [200, 2, true],
      ]);
    }
    const routes = aBank(app, biller, codec, KEYS);
    const right = await routes.inquire(number);
    const call = {
      ...noticeCall(app, codec, { number }),
      text: right.exchange.request.replaceAll(number, '7700012342'),
    };
    const pull = codec === 'xml' ? { ...call, path: '/efawateercom/xml/bill-pull' } : call;
    expect(await (await deliver(app, biller, pull)).text()).toContain('<ErrorCode>2</ErrorCode>');
    expect(await kept()).toBe(before);
  });

  test('a second body beside the signed one is refused before anything is looked at', async () => {
    const bank = aBank(app, biller, codec, KEYS);
    const { request } = (await bank.inquire('7700012342')).exchange;
    const path = codec === 'xml' ? '/efawateercom/xml/bill-pull' : '/efawateercom/soap';
    const type = codec === 'soap12' ? 'application/soap+xml' : 'text/xml';
    const [body = ''] = /<MsgBody>.*<\/MsgBody>/s.exec(request) ?? [];
    for (const wrapped of [
      request.replace(body, body + body),
      request.replace('<MsgFooter>', `<X>${body}</X><msgbody/><MsgFooter>`),
    ]) {
      expect((await deliver(app, biller, { path, type, text: wrapped })).status).toBe(400);
    }
  });
});

/** A pull in XML whose signature is over another form of its body. */
function pullSigned(text: string, signedText: string, encoding: 'utf16le' | 'utf8' = 'utf16le') {
  const signature = sign('sha256', Buffer.from(signedText, encoding), network.privatePem).toString('base64');
  const header = '<MsgHeader><TrsInf><SdrCode>1</SdrCode><ReqTyp>BILPULRQ</ReqTyp></TrsInf></MsgHeader>';
  return {
    path: '/efawateercom/xml/bill-pull',
    type: 'application/xml',
    text: `<MFEP>${header}${text}<MsgFooter><Security><Signature>${signature}</Signature></Security></MsgFooter></MFEP>`,
  };
}
const COMPACT =
  '<MsgBody><AcctInfo><BillingNo>7700012342</BillingNo><BillNo></BillNo></AcctInfo><ServiceType>A &amp; B "x"</ServiceType></MsgBody>';
const lines = (end: string) =>
  [
    '<MsgBody>',
    '  <AcctInfo>',
    '    <BillingNo>7700012342</BillingNo>',
    '    <BillNo></BillNo>',
    '  </AcctInfo>',
    '  <ServiceType>A &amp; B "x"</ServiceType>',
    '</MsgBody>',
  ].join(end);
const answerTo = async (of: typeof biller, call: ReturnType<typeof pullSigned>) => {
  const answer = await deliver(app, of, call);
  return /<ErrorCode>(\d+)/.exec(await answer.text())?.[1];
};

test('the forms that programs sign are known: compact, as sent, and indented with either end of line', async () => {
  const odd = COMPACT.replace('<AcctInfo>', "<AcctInfo  a = 'b' >");
  expect(await answerTo(biller, pullSigned(lines('\n'), COMPACT))).toBe('0');
  expect(await answerTo(biller, pullSigned(odd, odd))).toBe('0');
  expect(await answerTo(biller, pullSigned(COMPACT, lines('\r\n')))).toBe('0');
  expect(await answerTo(biller, pullSigned(COMPACT, lines('\n')))).toBe('0');
  expect(await answerTo(biller, pullSigned(COMPACT, COMPACT, 'utf8'))).toBe('2');
  const onlyCompact = { ...biller, rules: aBiller({ rules: 'signature.forms=compact' }).rules };
  expect(await answerTo(onlyCompact, pullSigned(COMPACT, lines('\n')))).toBe('2');
  expect(await answerTo(onlyCompact, pullSigned(lines('\n'), COMPACT))).toBe('0');
  const utf8 = { ...biller, rules: aBiller({ rules: 'signature.encoding=utf-8' }).rules };
  expect(await answerTo(utf8, pullSigned(COMPACT, COMPACT, 'utf8'))).toBe('0');
});

test('an empty element, and a body in a namespace, are signed as .NET writes them', async () => {
  const short = COMPACT.replace('<BillNo></BillNo>', '<BillNo/>');
  expect(await answerTo(biller, pullSigned(short, COMPACT.replace('<BillNo></BillNo>', '<BillNo />')))).toBe('0');
  const spaced = COMPACT.replace('<BillNo></BillNo>', '<BillNo>  </BillNo>');
  expect(await answerTo(biller, pullSigned(spaced, COMPACT))).toBe('0');
  const named = pullSigned(COMPACT, COMPACT.replace('<MsgBody>', '<MsgBody xmlns="urn:x">'));
  expect(await answerTo(biller, { ...named, text: named.text.replace('<MFEP>', '<MFEP xmlns="urn:x">') })).toBe('0');
  const prefixed = COMPACT.replaceAll(/<(\/?)(\w)/g, '<$1n:$2');
  const other = pullSigned(prefixed, prefixed.replace('<n:MsgBody>', '<n:MsgBody xmlns:n="urn:x">'));
  expect(await answerTo(biller, { ...other, text: other.text.replace('<MFEP>', '<MFEP xmlns:n="urn:x">') })).toBe('0');
});

test('two keys of the network are in force at the same time, and ours change at the time that was agreed', async () => {
  const change = plusMs(TEST_NOW, HOUR_MS);
  const two = signing({
    network: [stranger.publicFile, network.publicFile],
    signing: [ours.privateFile, `${next.privateFile}@${civilTime(change)}`],
  });
  const inquire = async (signWith: string, verifyWith: string) => {
    const { exchange } = await aBank(app, two, 'xml', { ...KEYS, signWith, verifyWith }).inquire('7700012342');
    return [exchange.code, exchange.signed];
  };
  expect(await inquire(network.privatePem, ours.publicPem)).toEqual([408, true]);
  expect(await inquire(stranger.privatePem, ours.publicPem)).toEqual([408, true]);
  app.clock.freezeAt(change);
  expect(await inquire(network.privatePem, next.publicPem)).toEqual([408, true]);
  expect(await inquire(network.privatePem, ours.publicPem)).toEqual([408, false]);
});

test('a bad signature can be answered with 401, and a missing one with a code of its own', async () => {
  const strict = { ...biller, rules: aBiller({ rules: 'signature.status=401; signature.missing_code=380' }).rules };
  const missing = await aBank(app, strict, 'xml', { ...KEYS, signWith: undefined }).inquire('7700012342');
  expect([missing.exchange.status, missing.code]).toEqual([401, 380]);
  const wrong = await aBank(app, strict, 'xml', { ...KEYS, signWith: stranger.privatePem }).inquire('7700012342');
  expect([wrong.exchange.status, wrong.code]).toEqual([401, 2]);
});

test('a key file that is none is told with a sentence, and so is a weak key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dawra-keys-'));
  const [text, elliptic] = [join(folder, 'text'), join(folder, 'ec.pem')];
  writeFileSync(text, 'not a key');
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeFileSync(elliptic, pair.publicKey.export({ type: 'spki', format: 'pem' }));
  const sentences = (files: { network?: string[]; signing?: string[] }) => {
    const made = makeBiller({
      account: undefined,
      billerCode: '901',
      serviceType: 'CourseFees',
      access: { json: [], xml: [], soap: [] },
      allow: [],
      rules: '',
      keyFiles: { network: [], signing: [], passphrase: undefined, ...files },
    });
    return made.ok ? [] : made.error;
  };
  expect(sentences({ network: [network.publicFile], signing: [ours.privateFile] })).toEqual([]);
  expect(sentences({ network: [text, elliptic, join(folder, 'none')], signing: [ours.publicFile] })).toHaveLength(4);
  expect(sentences({ network: [makeKeys(1024).publicFile] })).toEqual([expect.stringContaining('1024 bits')]);
  expect(sentences({ signing: [`${ours.privateFile}@tomorrow`] })).toEqual([expect.stringContaining('no time')]);
});
