import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestApp } from '#test/support/app.ts';
import { type Bank, type BankAccount, createBank } from '../demo/bank/client.ts';
import { type Account, headerOf, noticeBody, type Payment, pullBody } from '../demo/bank/fields.ts';
import { BANK_CODECS, type BankCodec, type Call, writeCall } from '../demo/bank/writings.ts';
import type { Biller } from './biller.ts';
import { paymentRoutes } from './routes.ts';
import { ACCOUNT, BASIC, newTrx } from './world.fixture.ts';

export { BANK_CODECS, type BankCodec, type Call };
export const WHO: Account = { billerCode: '901', serviceType: 'CourseFees' };
const EVERYWHERE = 'http://localhost:3000';

/** The demo's bank, which shares no code with the biller, at the biller's addresses. */
export function aBank(app: TestApp, biller: Biller, codec: BankCodec, over: Partial<BankAccount> = {}): Bank {
  const routes = paymentRoutes(app, biller);
  return createBank(
    { ...WHO, ...ACCOUNT, baseUrl: EVERYWHERE, ...over },
    { now: () => app.clock.now(), codec, fetch: (url, init) => routes.request(url, init) },
  );
}

/** Sends a text as it is; headers replace the right ones, an empty one is left out. */
export function deliver(
  app: TestApp,
  biller: Biller,
  call: Omit<Call, 'text'> & { readonly text: NonNullable<RequestInit['body']> },
  headers: Record<string, string> = {},
): Promise<Response> {
  const all = { Authorization: BASIC, 'Content-Type': call.type, ...headers };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
  return Promise.resolve(
    paymentRoutes(app, biller).request(call.path, { method: 'POST', headers: sent, body: call.text }),
  );
}

/** A right notice of a payment as it goes over the wire. */
export function noticeCall(
  app: TestApp,
  codec: BankCodec,
  payment: Partial<Payment> & { number: string },
  guid = crypto.randomUUID(),
): Call {
  const at = app.clock.now();
  const whole: Payment = { trx: newTrx(), amount: 15_500, due: 15_500, processedAt: at, ...payment };
  const header = headerOf({ type: 'BLRPMTNTFRQ', guid, at }, WHO);
  return writeCall(codec, 'payment-notification', { header, body: noticeBody(whole, WHO, codec === 'json') }, {});
}

export function pullCall(app: TestApp, codec: BankCodec, number: string): Call {
  const header = headerOf({ type: 'BILPULRQ', guid: crypto.randomUUID(), at: app.clock.now() }, WHO);
  return writeCall(codec, 'bill-pull', { header, body: pullBody(number, WHO) }, {});
}

export type KeyPair = {
  readonly privatePem: string;
  readonly publicPem: string;
  readonly privateFile: string;
  readonly publicFile: string;
};

/** An RSA key pair as texts and as files. */
export function makeKeys(bits = 2048): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const folder = mkdtempSync(join(tmpdir(), 'dawra-keys-'));
  const [privateFile, publicFile] = [join(folder, 'private.pem'), join(folder, 'public.pem')];
  writeFileSync(privateFile, privateKey);
  writeFileSync(publicFile, publicKey);
  return { privatePem: privateKey, publicPem: publicKey, privateFile, publicFile };
}
