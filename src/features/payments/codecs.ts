import type { KeyObject } from 'node:crypto';
import { err, ok, type Result } from '#kernel/result.ts';
import { MESSAGE_KINDS } from './replies.ts';
import type { CodecName, Rules } from './rules.ts';
import { readTree } from './wire/json-text.ts';
import { type Message, readMessage } from './wire/message.ts';
import { type SignedBody, signBody } from './wire/signature.ts';
import { readSoap, type SoapFrame, type SoapVersion, soapType, writeFault, writeSoap } from './wire/soap.ts';
import { textIn } from './wire/tree.ts';
import { writeJson, xmlOf } from './wire/write.ts';
import { compactText, group, leaf, type XmlElement } from './wire/xml-element.ts';
import { readXml, treeOf } from './wire/xml-read.ts';

/** A message that was read, with what else of the way it was written matters for the answer. */
export type Incoming = {
  readonly message: Message;
  /** `MsgBody` as it was written, and the signature over it; XML and SOAP only. */
  readonly signed: { readonly body: SignedBody | undefined; readonly signature: string | undefined } | undefined;
  readonly frame: SoapFrame | undefined;
};

/** What could not be read, in a word for the answer and the log. */
export type Unread = string;

export type Writing = {
  readonly rules: Rules;
  /** Signs the answer; `undefined` leaves it unsigned. */
  readonly key: KeyObject | undefined;
};
export type Written = { readonly text: string; readonly type: string };

/** One way of writing the network's messages down. */
export type Codec = {
  readonly name: CodecName;
  /** A longer body is refused unread. */
  readonly mostBytes: number;
  readonly takes: (contentType: string | undefined) => boolean;
  readonly read: (text: string) => Result<Incoming, Unread>;
  /** @param asked what is answered; `undefined` when it was not read */
  readonly write: (answer: Message, asked: Incoming | undefined, writing: Writing) => Written;
  /** What is wrong with the call itself, where the codec has a form of its own for it. */
  readonly fault?: (contentType: string | undefined, isOurs: boolean, words: string) => Written;
};

const KILOBYTE = 1024;

const json: Codec = {
  name: 'json',
  mostBytes: 64 * KILOBYTE,
  takes: (header) => isTypeIn(header, ['application/json']),
  read(text) {
    const message = readMessage(readTree(text));
    return message ? ok({ message, signed: undefined, frame: undefined }) : err('MFEP');
  },
  write: (answer, _asked, { rules }) => ({
    text: writeJson(answer, { numericAsString: rules['json.numeric_as_string'] === 'yes' }),
    type: 'application/json; charset=utf-8',
  }),
};

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';

const xml: Codec = {
  name: 'xml',
  mostBytes: 256 * KILOBYTE,
  takes: (header) => isTypeIn(header, ['application/xml', 'text/xml']),
  read(text) {
    const root = readXml(text);
    if (!root.ok) return err(root.error);
    return root.value.local.toLowerCase() === 'mfep' ? readMfep(root.value, text, undefined) : err('MFEP');
  },
  write: (answer, _asked, writing) => ({
    text: DECLARATION + compactText(signedXml(answer, writing)),
    type: 'application/xml; charset=utf-8',
  }),
};

const soap: Codec = {
  name: 'soap',
  mostBytes: 256 * KILOBYTE,
  takes: (header) => isTypeIn(header, ['text/xml', 'application/soap+xml']),
  read(text) {
    const root = readXml(text);
    if (!root.ok) return err(root.error);
    const frame = readSoap(root.value);
    return frame.ok ? readMfep(frame.value.mfep, text, frame.value) : err(frame.error);
  },
  write(answer, asked, writing) {
    const version = asked?.frame?.version ?? '1.1';
    const operation = MESSAGE_KINDS.find((kind) => kind.response === answer.type)?.operation ?? 'BillPull';
    const frame = { version, operation, addressed: asked?.frame?.addressed };
    const text = writeSoap(signedXml(answer, writing), frame, writing.rules['soap.namespace']);
    return { text, type: soapType(version) };
  },
  fault(contentType, isOurs, words) {
    const version: SoapVersion = isTypeIn(contentType, ['application/soap+xml']) ? '1.2' : '1.1';
    const code = isOurs ? 'receiver' : words.includes('must_understand') ? 'must_understand' : 'sender';
    return { text: writeFault(version, code, words), type: soapType(version) };
  },
};

export const CODEC: Readonly<Record<CodecName, Codec>> = { json, xml, soap };

function readMfep(mfep: XmlElement, source: string, frame: SoapFrame | undefined): Result<Incoming, Unread> {
  const tree = treeOf(mfep);
  const message = tree === undefined ? undefined : readMessage(new Map([['mfep', tree]]));
  if (!message) return err('MFEP');
  const body = mfep.children.find((child) => child.local.toLowerCase() === 'msgbody');
  const signature = textIn(message.footer, 'Security', 'Signature');
  return ok({ message, signed: { body: body && { body, source }, signature }, frame });
}

/** An answer as elements. Where it is signed it has a body to be signed, if only an empty one. */
function signedXml(answer: Message, { key, rules }: Writing): XmlElement {
  const root = xmlOf(answer);
  const [header, body = group('MsgBody', [])] = root.children;
  if (!header) return root;
  const form = rules['signature.forms'][0] ?? 'compact';
  const footer = key && [
    group('MsgFooter', [
      group('Security', [leaf('Signature', signBody(body, key, form, rules['signature.encoding']))]),
    ]),
  ];
  return group('MFEP', [header, body, ...(footer ?? [])]);
}

/** The network writes UTF-8: another character set is another type. */
function isTypeIn(header: string | undefined, types: readonly string[]): boolean {
  const [type, ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((p) => p.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll(/["']/g, '');
  return types.includes(type ?? '') && (charset === undefined || charset === 'utf-8' || charset === 'utf8');
}
