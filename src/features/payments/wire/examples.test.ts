import { createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTree } from './json-text.ts';
import { type Message, readMessage } from './message.ts';
import { SIGNATURE_FORMS, type SignedBody, signedTexts, verifySignature } from './signature.ts';
import { readSoap, writeSoap } from './soap.ts';
import { textIn } from './tree.ts';
import { writeJson, xmlOf } from './write.ts';
import { compactText, indentedText, type XmlElement } from './xml-element.ts';
import { readXml, treeOf } from './xml-read.ts';

const FOLDER = new URL('../examples/protocol/', import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const named = (end: string) => readdirSync(FOLDER).filter((name) => name.endsWith(end) && /^\d/.test(name));
const vectors = JSON.parse(textOf('signature-vectors.json')) as {
  readonly public_key_pem: Readonly<Record<string, string>>;
  readonly vectors: readonly {
    readonly file: string;
    readonly signer: string;
    readonly signed_text: string;
    readonly signature_base64: string;
  }[];
};

function xmlIn(text: string): XmlElement {
  const read = readXml(text);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there');
  return value;
}
const fromXml = (root: XmlElement): Message => must(readMessage(new Map([['mfep', must(treeOf(root))]])));
const fromJson = (text: string): Message => must(readMessage(readTree(text)));
function signedBody(text: string): SignedBody {
  const root = xmlIn(text);
  const soap = readSoap(root);
  const mfep = soap.ok ? soap.value.mfep : root;
  return { body: must(mfep.children.find((c) => c.local === 'MsgBody')), source: text };
}

describe('the examples of the protocol', () => {
  test.each(named('.json'))('%s is read, written and read again without a change, letter by letter', (name) => {
    const message = fromJson(textOf(name));
    const written = writeJson(message);
    expect(written).toBe(JSON.stringify(JSON.parse(textOf(name))));
    expect(fromJson(written)).toEqual(message);
  });

  test.each(named('.xml').filter((name) => !name.includes('soap')))(
    '%s is read, written and read again without a change, letter by letter',
    (name) => {
      const message = fromXml(xmlIn(textOf(name)));
      const written = xmlOf(message);
      expect(`<?xml version="1.0" encoding="utf-8"?>\n${indentedText(written, '\n')}`).toBe(textOf(name).trim());
      expect(fromXml(xmlIn(compactText(written)))).toEqual(message);
    },
  );

  test('the example in SOAP 1.1 is read, written and read again without a change', () => {
    const text = textOf('09-extra-BILPULRS-found-soap11.xml');
    const read = readSoap(xmlIn(text));
    if (!read.ok) throw new Error(read.error);
    expect(read.value).toMatchObject({ version: '1.1', operation: 'BillPullResponse', addressed: undefined });
    const message = fromXml(read.value.mfep);
    const frame = { version: '1.1', operation: 'BillPull' } as const;
    const written = writeSoap(xmlOf(message), frame, 'http://tempuri.org/');
    expect(written).toBe(text.replaceAll(/\n */g, ''));
    const again = readSoap(xmlIn(written));
    expect(again.ok && fromXml(again.value.mfep)).toEqual(message);
  });

  test.each(['01-BILPULRQ-bill-pull-request', '05-BLRPMTNTFRQ-payment-notification-request'])(
    '%s says the same in both variants, but for what only one of them has',
    (name) => {
      const [json, xml] = [fromJson(textOf(`${name}.json`)), fromXml(xmlIn(textOf(`${name}.xml`)))];
      expect(xml.type).toBe(json.type);
      const { AcctInfo, Transactions } = json.body ?? {};
      if (AcctInfo) expect(xml.body).toMatchObject({ AcctInfo });
      else expect(Object.keys(Transactions as object)).toEqual(['TrxInf']);
    },
  );
});

describe('the signatures of the examples', () => {
  test.each(vectors.vectors)('$file verifies over the compact text, and only with its signer’s key', (vector) => {
    const signed = signedBody(textOf(vector.file));
    expect(signedTexts(signed, 'compact')).toEqual([vector.signed_text]);
    const key = (signer: string) => createPublicKey(must(vectors.public_key_pem[signer]));
    const other = vector.signer === 'switch' ? 'biller' : 'switch';
    const rules = { forms: SIGNATURE_FORMS, encoding: 'utf-16le' } as const;
    const given = vector.signature_base64;
    expect(verifySignature(signed, given, [key(vector.signer)], rules)).toEqual({
      kind: 'right',
      form: 'compact',
      key: 1,
    });
    expect(verifySignature(signed, given, [key(other), key(vector.signer)], rules)).toMatchObject({ key: 2 });
    expect(verifySignature(signed, given, [key(other)], rules)).toEqual({ kind: 'wrong' });
    expect(verifySignature(signed, given, [key(vector.signer)], { ...rules, encoding: 'utf-8' })).toEqual({
      kind: 'wrong',
    });
    expect(verifySignature(signed, given, [key(vector.signer)], { ...rules, forms: ['raw'] })).toEqual({
      kind: 'wrong',
    });
  });

  test('the SOAP example carries the signature of the message in it', () => {
    const text = textOf('09-extra-BILPULRS-found-soap11.xml');
    const message = readSoap(xmlIn(text));
    const footer = message.ok ? fromXml(message.value.mfep).footer : undefined;
    const given = textIn(footer, 'Security', 'Signature');
    const key = createPublicKey(must(vectors.public_key_pem['biller']));
    const rules = { forms: SIGNATURE_FORMS, encoding: 'utf-16le' } as const;
    expect(verifySignature(signedBody(text), given, [key], rules).kind).toBe('right');
  });
});
