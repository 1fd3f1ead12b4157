import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { Field } from './fields.ts';

/** The ways in which the bank can write. */
export const BANK_CODECS = ['json', 'xml', 'soap11', 'soap12'] as const;
export type BankCodec = (typeof BANK_CODECS)[number];

/** The four things that the bank says, by the last part of their address. */
export type MessageName = 'bill-pull' | 'payment-notification' | 'payment-acknowledgment' | 'prepaid-validation';

const OPERATIONS: Readonly<Record<MessageName, string>> = {
  'bill-pull': 'BillPull',
  'payment-notification': 'ReceivePaymentNotification',
  'payment-acknowledgment': 'ReceivePaymentAcknowledgment',
  'prepaid-validation': 'PrepaidValidation',
};

/** PEM texts; signatures are made and looked at in XML and SOAP only. */
export type BankKeys = {
  /** The network's private key. */
  readonly signWith?: string | undefined;
  /** The biller's public key or certificate. */
  readonly verifyWith?: string | undefined;
};

export type Envelope = { readonly header: readonly Field[]; readonly body: readonly Field[] };
export type Call = { readonly path: string; readonly type: string; readonly action?: string; readonly text: string };

/** A message as it goes over the wire. */
export function writeCall(codec: BankCodec, name: MessageName, message: Envelope, keys: BankKeys): Call {
  if (codec === 'json') {
    const tree = { MFEP: { MsgHeader: jsonOf(message.header), MsgBody: jsonOf(message.body) } };
    return { path: `/efawateercom/${name}`, type: 'application/json', text: JSON.stringify(tree, null, 2) };
  }
  const mfep = writeMfep(message, keys);
  if (codec === 'xml') {
    const text = `<?xml version="1.0" encoding="utf-8"?>\n${mfep}`;
    return { path: `/efawateercom/xml/${name}`, type: 'application/xml; charset=utf-8', text };
  }
  return soapCall(codec, OPERATIONS[name], mfep);
}

const jsonOf = (fields: readonly Field[]): object =>
  Object.fromEntries(fields.map(([name, value]) => [name, isFields(value) ? jsonOf(value) : value]));

const isFields = (value: Field[1]): value is readonly Field[] => Array.isArray(value);

function writeMfep({ header, body }: Envelope, { signWith }: BankKeys): string {
  const signed = xmlOf([['MsgBody', body]]);
  const footer =
    signWith === undefined
      ? ''
      : `<MsgFooter><Security><Signature>${sign(
          'sha256',
          Buffer.from(signed, 'utf16le'),
          createPrivateKey(signWith),
        ).toString('base64')}</Signature></Security></MsgFooter>`;
  return `<MFEP>${xmlOf([['MsgHeader', header]])}${signed}${footer}</MFEP>`;
}

const xmlOf = (fields: readonly Field[]): string =>
  fields.map(([name, value]) => `<${name}>${isFields(value) ? xmlOf(value) : safe(String(value))}</${name}>`).join('');

const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const NAMESPACE = 'http://tempuri.org/';
const SOAP = {
  soap11: { uri: 'http://schemas.xmlsoap.org/soap/envelope/', type: 'text/xml; charset=utf-8' },
  soap12: { uri: 'http://www.w3.org/2003/05/soap-envelope', type: 'application/soap+xml; charset=utf-8' },
} as const;

function soapCall(codec: 'soap11' | 'soap12', operation: string, mfep: string): Call {
  const { uri, type } = SOAP[codec];
  const call = `<${operation} xmlns="${NAMESPACE}">${mfep.replace('<MFEP>', '<MFEP xmlns="">')}</${operation}>`;
  const text = `<?xml version="1.0" encoding="utf-8"?>\n<s:Envelope xmlns:s="${uri}"><s:Body>${call}</s:Body></s:Envelope>`;
  const action = `${NAMESPACE}IBillerService/${operation}`;
  return codec === 'soap11'
    ? { path: '/efawateercom/soap', type, action: `"${action}"`, text }
    : { path: '/efawateercom/soap', type: `${type}; action="${action}"`, text };
}

/** An answer as elements by their names; `undefined` when it is none that the bank understands. */
export type Node = { readonly [name: string]: Node | string | readonly (Node | string)[] };

export function readAnswer(codec: BankCodec, text: string): Node | undefined {
  return codec === 'json' ? readJson(text) : readMarkup(text);
}

function readJson(text: string): Node | undefined {
  try {
    const { MFEP } = JSON.parse(text, (_name, value: unknown) =>
      typeof value === 'number' ? String(value) : value,
    ) as {
      MFEP?: Node;
    };
    return MFEP;
  } catch {
    return undefined;
  }
}

/** Reads elements and texts, no more: what the network's answers are made of. Prefixes are dropped. */
function readMarkup(text: string): Node | undefined {
  const stack: { name: string; node: Record<string, unknown>; text: string }[] = [{ name: '', node: {}, text: '' }];
  for (const [, tag, end, words] of text.replace(/^\s*<\?.*?\?>/, '').matchAll(/<(\/?[^>]*?)(\/?)>|([^<]+)/g)) {
    const top = stack.at(-1);
    if (!top) return undefined;
    if (tag === undefined) top.text += words ?? '';
    else if (tag.startsWith('/')) close(stack);
    else {
      stack.push({ name: localName(tag), node: {}, text: '' });
      if (end === '/') close(stack);
    }
  }
  return stack.length === 1 ? findMfep(stack[0]?.node) : undefined;
}

function close(stack: { name: string; node: Record<string, unknown>; text: string }[]): void {
  const one = stack.pop();
  const around = stack.at(-1);
  if (!one || !around) return;
  const value = Object.keys(one.node).length > 0 ? one.node : plain(one.text);
  const before = around.node[one.name];
  around.node[one.name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
}

const localName = (tag: string): string => (tag.split(/\s/)[0] ?? '').replace(/^.*:/, '');

const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

function findMfep(node: unknown): Node | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  for (const [name, value] of Object.entries(node)) {
    const found = name === 'MFEP' && typeof value === 'object' ? (value as Node) : findMfep(value);
    if (found) return found;
  }
  return undefined;
}

/** Whether an answer bears the biller's signature; `null` when the bank has no key to look with. */
export function isSigned(text: string, { verifyWith }: BankKeys): boolean | null {
  if (verifyWith === undefined) return null;
  const [body] = /<MsgBody>.*<\/MsgBody>|<MsgBody ?\/>/s.exec(text) ?? [];
  const [, signature] = /<Signature>([^<]+)<\/Signature>/.exec(text) ?? [];
  if (body === undefined || signature === undefined) return false;
  const bytes = Buffer.from(body, 'utf16le');
  return verify('sha256', bytes, createPublicKey(verifyWith), Buffer.from(signature, 'base64'));
}
