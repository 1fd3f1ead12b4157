import { err, ok, type Result } from '#kernel/result.ts';
import { compactText, escapeAttribute, escapeText, type XmlElement } from './xml-element.ts';

export type SoapVersion = '1.1' | '1.2';
const ENVELOPES: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};
const ADDRESSING = 'http://www.w3.org/2005/08/addressing';
/** Nobody in particular: a header for whoever gets the message. */
const FOR_ANYBODY: ReadonlySet<string> = new Set([
  '',
  'http://schemas.xmlsoap.org/soap/actor/next',
  'http://www.w3.org/2003/05/soap-envelope/role/next',
  'http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver',
]);

/** What of WS-Addressing an answer must take up. */
type Addressed = { readonly action: string | undefined; readonly messageId: string | undefined };

export type SoapFrame = {
  readonly version: SoapVersion;
  /** Local name of the operation, or of the message when it stands in the body without one. */
  readonly operation: string;
  readonly mfep: XmlElement;
  readonly addressed: Addressed | undefined;
};
export type SoapRefusal = 'envelope' | 'body' | 'message' | 'must_understand';

/** The message stands in the body, or in the operation, or in an argument of it. */
const DEEPEST_MESSAGE = 3;

/** Finds the message in an envelope. Elements of SOAP are known by their namespace, whatever their prefix. */
export function readSoap(root: XmlElement): Result<SoapFrame, SoapRefusal> {
  const version = (['1.1', '1.2'] as const).find((one) => root.uri === ENVELOPES[one]);
  if (version === undefined || root.local !== 'Envelope') return err('envelope');
  const parts = (local: string) => root.children.filter((c) => c.uri === root.uri && c.local === local);
  const [headers, bodies] = [parts('Header'), parts('Body')];
  if (headers.length > 1 || bodies.length !== 1) return err('envelope');
  const blocks = headers[0]?.children ?? [];
  if (blocks.some((block) => mustBeUnderstood(block, root.uri) && block.uri !== ADDRESSING)) {
    return err('must_understand');
  }
  const [content, ...others] = bodies[0]?.children ?? [];
  if (!content || others.length > 0) return err('body');
  const [mfep, ...more] = messagesIn(content, DEEPEST_MESSAGE);
  if (!mfep || more.length > 0) return err('message');
  return ok({ version, operation: content.local, mfep, addressed: addressedBy(blocks) });
}

const messagesIn = (element: XmlElement, depth: number): readonly XmlElement[] => {
  if (element.local.toLowerCase() === 'mfep') return [element];
  return depth === 0 ? [] : element.children.flatMap((child) => messagesIn(child, depth - 1));
};

function mustBeUnderstood(block: XmlElement, envelope: string): boolean {
  const told = (local: string): string =>
    block.attributes.find((a) => a.uri === envelope && a.local === local)?.value.trim() ?? '';
  return /^(1|true)$/.test(told('mustUnderstand')) && FOR_ANYBODY.has(told('actor') || told('role'));
}

function addressedBy(blocks: readonly XmlElement[]): Addressed | undefined {
  const own = blocks.filter((block) => block.uri === ADDRESSING);
  if (own.length === 0) return undefined;
  const textOf = (local: string): string | undefined =>
    own
      .find((block) => block.local === local)
      ?.text.map(({ part }) => part)
      .join('')
      .trim() || undefined;
  return { action: textOf('Action'), messageId: textOf('MessageID') };
}

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>';

export const soapType = (version: SoapVersion): string =>
  version === '1.1' ? 'text/xml; charset=utf-8' : 'application/soap+xml; charset=utf-8';

/** An answer: the message in `{operation}Response/{operation}Result` of the service's namespace, itself in none. */
export function writeSoap(
  mfep: XmlElement,
  frame: { readonly version: SoapVersion; readonly operation: string; readonly addressed?: Addressed | undefined },
  namespace: string,
): string {
  const { version, operation, addressed } = frame;
  const message = compactText(mfep).replace(/^<MFEP(?=[ >])/, '<MFEP xmlns=""');
  const response =
    `<${operation}Response xmlns="${escapeAttribute(namespace)}">` +
    `<${operation}Result>${message}</${operation}Result></${operation}Response>`;
  return envelope(version, response, addressed && addressing(addressed));
}

function addressing({ action, messageId }: Addressed): string {
  const answered =
    action === undefined ? '' : `<a:Action soap:mustUnderstand="1">${escapeText(action)}Response</a:Action>`;
  return answered + (messageId === undefined ? '' : `<a:RelatesTo>${escapeText(messageId)}</a:RelatesTo>`);
}

/** What is wrong with the call itself, as a fault of SOAP; `sender` says whose it is. */
export function writeFault(
  version: SoapVersion,
  code: 'sender' | 'receiver' | 'must_understand',
  reason: string,
): string {
  const first = { sender: 'Client', receiver: 'Server', must_understand: 'MustUnderstand' }[code];
  const second = { sender: 'Sender', receiver: 'Receiver', must_understand: 'MustUnderstand' }[code];
  const words = escapeText(reason);
  const fault =
    version === '1.1'
      ? `<soap:Fault><faultcode>soap:${first}</faultcode><faultstring>${words}</faultstring></soap:Fault>`
      : `<soap:Fault><soap:Code><soap:Value>soap:${second}</soap:Value></soap:Code>` +
        `<soap:Reason><soap:Text xml:lang="en">${words}</soap:Text></soap:Reason></soap:Fault>`;
  return envelope(version, fault, undefined);
}

function envelope(version: SoapVersion, content: string, header: string | undefined): string {
  const head = header === undefined ? '' : `<soap:Header xmlns:a="${ADDRESSING}">${header}</soap:Header>`;
  return `${DECLARATION}<soap:Envelope xmlns:soap="${ENVELOPES[version]}">${head}<soap:Body>${content}</soap:Body></soap:Envelope>`;
}
