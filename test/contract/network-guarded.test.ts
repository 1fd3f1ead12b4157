import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bank, type BankAccount, createBank, newTrx } from '#features/demo/bank/client.ts';
import type { BankCodec } from '#features/demo/bank/writings.ts';
import { makeKeys } from '#features/payments/codecs.fixture.ts';
import { Driver } from '#test/support/driver.ts';
import { type RunningServer, startServer } from '#test/support/server.ts';
import { present } from './service.ts';

const [network, ours, stranger] = [makeKeys(), makeKeys(), makeKeys()];
const INSIDE = '10.9.8.7';
let server: RunningServer;
let d: Driver;

beforeAll(async () => {
  server = await startServer({
    DAWRA_DEMO: '1',
    LOG_LEVEL: 'error',
    DAWRA_TRUST_PROXY: '127.0.0.1',
    DAWRA_EFAWATEERCOM_JSON: 'basic,ip',
    DAWRA_EFAWATEERCOM_XML: 'signature,ip',
    DAWRA_EFAWATEERCOM_SOAP: 'signature',
    DAWRA_EFAWATEERCOM_ALLOW: '10.9.8.0/24',
    DAWRA_EFAWATEERCOM_NETWORK_KEYS: network.publicFile,
    DAWRA_EFAWATEERCOM_SIGNING_KEYS: ours.privateFile,
    DAWRA_EFAWATEERCOM_RULES: 'soap.signature.status=401',
  });
  d = new Driver(server.base, undefined, 80_000);
}, 120_000);
afterAll(() => server.stop());

async function bankFrom(address: string, codec: BankCodec, over: Partial<BankAccount> = {}): Promise<Bank> {
  const clock = await d.now();
  const account: BankAccount = {
    baseUrl: server.base,
    username: codec === 'json' ? 'demo-bank' : '',
    password: 'demo-bank-pays-901',
    billerCode: '901',
    serviceType: 'CourseFees',
    signWith: network.privatePem,
    verifyWith: ours.publicPem,
    ...over,
  };
  const fetchFrom = (url: string, init: RequestInit) =>
    fetch(url, { ...init, headers: { ...(init.headers as object), 'x-forwarded-for': address } });
  return createBank(account, { now: () => clock, codec, fetch: fetchFrom });
}

async function billed() {
  const o = await d.offering({ courseCode: 'C14', min: 1, max: 4 });
  const a = await d.apply(o.id);
  return { a, number: present((await d.status(a)).payment).number };
}

describe('eFAWATEERcom behind its guards', () => {
  it.each(['json', 'xml', 'soap11', 'soap12'] as const)(
    '7.1, 7.4 in %s whoever proves to be the network is served',
    async (codec) => {
      const { a, number } = await billed();
      const { exchanges } = await (await bankFrom(INSIDE, codec)).pay({ number });
      const signed = codec === 'json' ? null : true;
      expect(exchanges.map((e) => [e.status, e.code, e.signed])).toEqual(exchanges.map(() => [200, 0, signed]));
      expect((await d.status(a)).state).toBe('confirmed');
    },
  );

  it('other addresses are refused, also when they name a right one before the proxy’s own word', async () => {
    const { a, number } = await billed();
    for (const address of ['203.0.113.9', `${INSIDE}, 203.0.113.9`, '', 'unknown']) {
      const paid = await (await bankFrom(address, 'json')).pay({ number, amountFils: 15_500 });
      expect(
        paid.exchanges.map((e) => [e.status, e.code]),
        address,
      ).toEqual([
        [403, 5],
        [403, 5],
      ]);
      expect((await (await bankFrom(address, 'xml')).inquire(number)).exchange.status).toBe(403);
    }
    expect((await d.status(a)).state).toBe('awaiting_payment');
  });

  it('the password does not stand in for the address, nor the address for the password', async () => {
    const { number } = await billed();
    const wrong = await (await bankFrom(INSIDE, 'json', { password: 'x' })).inquire(number);
    expect([wrong.exchange.status, wrong.code]).toEqual([401, 3]);
  });

  it('what is unsigned or signed by another is refused, in each codec in its way', async () => {
    const { a, number } = await billed();
    for (const signWith of [undefined, stranger.privatePem]) {
      const xml = await (await bankFrom(INSIDE, 'xml', { signWith })).pay({ number, amountFils: 15_500 });
      expect(xml.exchanges.map((e) => [e.status, e.code, e.signed])).toEqual([
        [200, 2, true],
        [200, 2, true],
      ]);
      const soap = await (await bankFrom('203.0.113.9', 'soap11', { signWith })).inquire(number);
      expect([soap.exchange.status, soap.code]).toEqual([401, 2]);
    }
    expect((await d.status(a)).state).toBe('awaiting_payment');
  });
});

/** Sends a head and some of a body and then nothing more. @returns the status and how long it took */
function stall(path: string, type: string, first: string): Promise<{ status: number; ms: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': type,
      'Content-Length': '4096',
      'X-Forwarded-For': INSIDE,
      Authorization: d.basic(),
    };
    const outgoing = request(`${server.base}${path}`, { method: 'POST', headers }, (incoming) => {
      incoming.resume();
      incoming.once('end', () => {
        resolve({ status: incoming.statusCode ?? 0, ms: performance.now() - started });
        outgoing.destroy();
      });
    });
    outgoing.once('error', reject);
    outgoing.write(first);
  });
}

describe('hostile bodies over a real connection', () => {
  const PATHS = [
    ['/efawateercom/payment-notification', 'application/json', '{"MFEP":'],
    ['/efawateercom/xml/payment-notification', 'application/xml', '<MFEP>'],
    ['/efawateercom/soap', 'text/xml', '<s:Envelope'],
  ] as const;

  it.each(PATHS)(
    'a body that stops coming at %s is answered with 408 and not waited for',
    async (path, type, first) => {
      const { status, ms } = await stall(path, type, first);
      expect(status).toBe(408);
      expect(ms).toBeLessThan(2000);
    },
  );

  it.each(PATHS)('10 MB at %s are answered with 413', async (path, type) => {
    const started = performance.now();
    const headers = { 'content-type': type, 'x-forwarded-for': INSIDE, authorization: d.basic() };
    const answer = await fetch(`${server.base}${path}`, {
      method: 'POST',
      headers,
      body: 'x'.repeat(10 * 1024 * 1024),
    });
    expect(answer.status).toBe(413);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('a hundred bodies that stop coming do not hold up a bank that pays', async () => {
    const { number } = await billed();
    const stalled = Array.from({ length: 100 }, () => stall(...PATHS[0]));
    const started = performance.now();
    const paid = await (await bankFrom(INSIDE, 'json')).pay({ number, trx: newTrx() });
    expect(paid.payment?.accepted).toBe(true);
    expect(performance.now() - started).toBeLessThan(5000);
    expect((await Promise.all(stalled)).every((one) => one.status === 408)).toBe(true);
  });
});
