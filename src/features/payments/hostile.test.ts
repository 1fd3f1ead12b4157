import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { addCatalogue } from '#test/support/world.ts';
import { BANK_CODECS, type BankCodec, deliver, noticeCall, pullCall } from './codecs.fixture.ts';
import { paymentNotices } from './schema.ts';
import { aBiller, twoPayers } from './world.fixture.ts';

const biller = aBiller({ rules: 'ack=on' });
const MARKUP = BANK_CODECS.filter((codec) => codec !== 'json');
const NUMBER = '7700012342';
let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());

const kept = async () => (await app.database.db.select().from(paymentNotices)).length;

/** Sends a spoilt notice; nothing of it may be kept, and the answer must come within a second in the codec's own form. */
async function refused(codec: BankCodec, spoil: (text: string) => string | Uint8Array, headers = {}): Promise<number> {
  const before = await kept();
  const call = noticeCall(app, codec, { number: NUMBER });
  const text = spoil(call.text);
  const started = performance.now();
  const answer = await deliver(app, biller, { ...call, text: text as string }, headers);
  const body = await answer.text();
  expect(performance.now() - started).toBeLessThan(1000);
  expect(await kept()).toBe(before);
  const form = codec === 'json' ? '{"MFEP":' : codec === 'xml' ? '<MFEP>' : 'Fault>';
  expect(body).toContain(form);
  expect(body).not.toMatch(/at .*\.ts|node_modules|root:/);
  return answer.status;
}

const withDoctype = (subset: string) => (text: string) =>
  text.replace('?>', `?><!DOCTYPE MFEP [${subset}]>`).replace(NUMBER, '&x;');

describe.each(MARKUP)('in %s', (codec) => {
  test.each([
    ['an outside entity', '<!ENTITY x SYSTEM "file:///etc/passwd">'],
    ['an outside parameter entity', '<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd"> %p; <!ENTITY x "1">'],
    [
      'a bomb of entities',
      `<!ENTITY a0 "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`).join('')}<!ENTITY x "&a20;">`,
    ],
    ['an empty document type', ''],
  ])('%s is refused with the document type that brings it', async (_, subset) => {
    expect(await refused(codec, withDoctype(subset))).toBe(400);
  });

  test('an entity that nobody declared is refused', async () => {
    expect(await refused(codec, (text) => text.replace(NUMBER, '&nbsp;'))).toBe(400);
  });

  test('more than 64 levels are refused, also thousands', async () => {
    for (const depth of [65, 5000]) {
      const deep = `<X>`.repeat(depth) + `</X>`.repeat(depth);
      expect(await refused(codec, (text) => text.replace('<MsgBody>', `<MsgBody>${deep}`))).toBe(400);
    }
  });

  test.each([
    ['an amount', '<PaidAmt>', '<PaidAmt>1.000</PaidAmt><PaidAmt>'],
    ['an amount in another case', '<PaidAmt>', '<PAIDAMT>1.000</PAIDAMT><PaidAmt>'],
    ['the number', '<BillingNo>', '<BillingNo>7700099991</BillingNo><BillingNo>'],
    ['the body', '<MsgBody>', '<MsgBody></MsgBody><MsgBody>'],
    ['the header', '<MsgHeader>', '<MsgHeader></MsgHeader><MsgHeader>'],
    ['the container', '<Transactions>', '<Transactions></Transactions><Transactions>'],
  ])('%s that stands twice is refused', async (_, once, twice) => {
    expect(await refused(codec, (text) => text.replace(once, twice))).toBe(400);
  });

  test.each([
    ['a doubled attribute', '<MsgBody>', '<MsgBody a="1" a="2">'],
    ['text beside elements', '<MsgBody>', '<MsgBody>paid'],
    ['a processing instruction', '<MsgBody>', '<?php x ?><MsgBody>'],
    ['an element that is not closed', '</MsgBody>', ''],
    ['a second root', /$/, '<MFEP/>'],
    ['a prefix that nobody declared', /MsgBody>/g, 'x:MsgBody>'],
    ['a control character', NUMBER, `${NUMBER}&#0;`],
  ] as [string, string | RegExp, string][])('%s is refused', async (_, part, spoilt) => {
    expect(await refused(codec, (text) => text.replace(part, spoilt))).toBe(400);
  });

  test('another character set is refused, whoever names it', async () => {
    for (const charset of ['windows-1256', 'utf-16', 'iso-8859-1']) {
      const header = { 'Content-Type': `text/xml; charset=${charset}` };
      expect(await refused(codec, (text) => text, header), charset).toBe(415);
      expect(await refused(codec, (text) => text.replace('utf-8', charset)), charset).toBe(400);
    }
    const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect(await refused(codec, utf16)).toBe(400);
    expect(
      await refused(codec, (text) => new Uint8Array(Buffer.from(text.replace('MOB', 'caf\u00e9'), 'latin1'))),
    ).toBe(400);
  });

  test('a body of more than 256 KB is refused, whatever length it says', async () => {
    for (const size of [256 * 1024, 10 * 1024 * 1024]) {
      expect(await refused(codec, (text) => text + ' '.repeat(size))).toBe(413);
    }
    const call = pullCall(app, codec, NUMBER);
    const padded = { ...call, text: call.text.padEnd(256 * 1024, ' ') };
    expect((await deliver(app, biller, padded)).status).toBe(200);
  });

  test('what is no message is refused, and another type than XML', async () => {
    for (const text of ['', ' ', '<', '<MFEP', '<X/>', '<MFEP/>', '{"MFEP":{}}', 'MFEP', '\u0000']) {
      expect(await refused(codec, () => text), text).toBe(400);
    }
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', '']) {
      const call = { ...noticeCall(app, codec, { number: NUMBER }), type };
      expect((await deliver(app, biller, call, { 'Content-Type': type || 'x/y' })).status, type).toBe(415);
    }
  });

  test('a number cut by a comment or a section is read whole', async () => {
    const [payer] = await twoPayers(app);
    const { number } = payer.bill;
    const cut = `${number.slice(0, 4)}<!-- 1 --><![CDATA[${number.slice(4)}]]>`;
    const call = noticeCall(app, codec, { number });
    const answer = await deliver(app, biller, { ...call, text: call.text.replaceAll(number, cut) });
    expect(await answer.text()).toContain('<ErrorCode>0</ErrorCode>');
    const notices = await app.database.db.select().from(paymentNotices);
    expect(notices.at(-1)).toMatchObject({ billingNumber: number, outcome: 'settled' });
  });
});

describe.each(BANK_CODECS)('in %s', (codec) => {
  test('a spoilt message never breaks the service, and never has a second effect', async () => {
    const call = noticeCall(app, codec, { number: NUMBER, trx: `fuzz-${codec}` });
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(12), fc.string({ maxLength: 12, unit: 'binary' }), async (at, cut, put) => {
        const place = at % call.text.length;
        const text = call.text.slice(0, place) + put + call.text.slice(place + cut);
        const answer = await deliver(app, biller, { ...call, text });
        expect([200, 400]).toContain(answer.status);
        expect(await answer.text()).toMatch(/MFEP|Fault/);
      }),
      { numRuns: 150 },
    );
    const same = await app.database.db.select().from(paymentNotices);
    expect(same.filter((notice) => notice.joebppsTrx === `fuzz-${codec}`).length).toBeLessThanOrEqual(1);
  });

  test('a message that comes again word for word has one effect and the same answer', async () => {
    const [payer] = await twoPayers(app);
    const call = noticeCall(app, codec, { number: payer.bill.number });
    const before = await kept();
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(await (await deliver(app, biller, call)).text());
    expect([new Set(answers).size, (await kept()) - before]).toEqual([1, 1]);
  });

  test('a GUID that comes again with another payment: taken in as usual, refused with 7 by a strict setting', async () => {
    const strict = aBiller({ rules: 'guid.replay=7' });
    const guid = crypto.randomUUID();
    const send = async (of: typeof biller, trx: string) => {
      const answer = await deliver(app, of, noticeCall(app, codec, { number: NUMBER, trx }, guid));
      return (await answer.text()).replaceAll(/\s/g, '');
    };
    const code = (text: string) => [...text.matchAll(/ErrorCode"?[:>]"?(\d+)/g)].map((m) => m[1]);
    expect(code(await send(strict, `${guid}-1`))).toEqual(['0', '0']);
    expect(code(await send(strict, `${guid}-2`))).toEqual(['0', '7']);
    expect(code(await send(strict, `${guid}-1`))).toEqual(['0', '0']);
    expect(code(await send(biller, `${guid}-2`))).toEqual(['0', '0']);
  });

  test('more payments in one message than can be taken in at once are refused as a whole', async () => {
    const before = await kept();
    const call = noticeCall(app, codec, { number: NUMBER });
    const json = (text: string) => {
      const tree = JSON.parse(text);
      tree.MFEP.MsgBody.Transactions.TrxInf = Array.from({ length: 101 }, () => ({ JOEBPPSTrx: '1' }));
      return JSON.stringify(tree);
    };
    const many =
      codec === 'json' ? json(call.text) : call.text.replace('<TrxInf>', `${'<TrxInf/>'.repeat(100)}<TrxInf>`);
    const answer = await deliver(app, biller, { ...call, text: many });
    expect([answer.status, (await answer.text()).includes('101')]).toEqual([200, true]);
    expect(await kept()).toBe(before);
  });
});
