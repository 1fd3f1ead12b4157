import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BANK_CODECS, type BankCodec } from '#features/demo/bank/writings.ts';
import { ammanTime } from '#test/support/driver.ts';
import { present, type Service } from './service.ts';

const FOLDER = new URL('../../src/features/payments/examples/protocol/', import.meta.url);
const example = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

type Pair = { readonly path: string; readonly operation: string; readonly request: string; readonly response: string };
const pairs = (end: 'json' | 'xml'): Record<'pull' | 'paid' | 'notice' | 'ack' | 'prepaid', Pair> => ({
  pull: {
    path: 'bill-pull',
    operation: 'BillPull',
    request: `01-BILPULRQ-bill-pull-request.${end}`,
    response: `02-BILPULRS-found.${end}`,
  },
  notice: {
    path: 'payment-notification',
    operation: 'ReceivePaymentNotification',
    request: `05-BLRPMTNTFRQ-payment-notification-request.${end}`,
    response: `06-BLRPMTNTFRS-payment-notification-response.${end}`,
  },
  ack: {
    path: 'payment-acknowledgment',
    operation: 'ReceivePaymentAcknowledgment',
    request: `07a-PMTACKRQ-acknowledgement-request.${end}`,
    response: `07b-PMTACKRS-acknowledgement-response.${end}`,
  },
  paid: {
    path: 'bill-pull',
    operation: 'BillPull',
    request: `01-BILPULRQ-bill-pull-request.${end}`,
    response: `04-BILPULRS-already-paid.${end}`,
  },
  prepaid: {
    path: 'prepaid-validation',
    operation: 'PrepaidValidation',
    request: `08a-BILRPREPADVALRQ-prepaid-validation-request.${end}`,
    response: `08b-BILRPREPADVALRS-prepaid-validation-response.${end}`,
  },
});

/** Every element with a value, in order: `MFEP/MsgHeader/GUID=…`. */
function outline(text: string): string[] {
  if (text.trimStart().startsWith('{')) return leaves(JSON.parse(text), '');
  const found: string[] = [];
  const open: string[] = [];
  for (const [, end, name = '', , value, close] of text.matchAll(/<(\/?)([\w:]+)([^>]*?)>([^<]*)(<\/\2>)?/g)) {
    if (end) open.pop();
    else if (close) found.push(`${[...open, name].join('/')}=${value}`);
    else open.push(name);
  }
  return found.filter((line) => line.includes('MFEP')).map((line) => line.slice(line.indexOf('MFEP')));
}
const leaves = (node: unknown, path: string): string[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([name, value]) =>
        leaves(value, Array.isArray(node) ? path : path === '' ? name : `${path}/${name}`),
      )
    : [`${path}=${String(node)}`];
const named = (lines: readonly string[]) => lines.map((line) => line.slice(0, line.indexOf('=')));
const last = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** The examples, sent to the running service with one of its own bills in them, are answered as the examples answer. */
export function networkExamples(service: () => Service): void {
  const d = () => service().driver;

  describe.each(BANK_CODECS)('the examples of the protocol, in %s', (codec) => {
    const all = pairs(codec === 'json' ? 'json' : 'xml');

    const send = async (pair: Pair, number: string): Promise<string> => {
      const now = ammanTime(await d().now());
      const text = example(pair.request)
        .replaceAll('7700012345', number)
        .replaceAll('ServiceFees', 'CourseFees')
        .replaceAll('37.500', '15.500')
        .replaceAll('880012345', `88${number}`)
        .replaceAll('2026-03-02T10:19:58', now);
      const { path, type, body } = framed(codec, pair, text);
      const answer = await fetch(`${d().base}${path}`, {
        method: 'POST',
        headers: { authorization: d().basic(), 'content-type': type },
        body,
      });
      expect(answer.status).toBe(200);
      return answer.text();
    };

    it('01 to 07: asked, paid, acknowledged and asked again', async () => {
      const o = await d().offering({ courseCode: 'C14', min: 1, max: 4 });
      const a = await d().apply(o.id);
      const { number } = present((await d().status(a)).payment);
      for (const name of ['pull', 'notice', 'ack', 'paid'] as const) {
        const pair = all[name];
        const [got, expected] = [outline(await send(pair, number)), outline(example(pair.response))];
        const paths = named(expected).filter((path) => !path.includes('SubPmt') && !path.includes('Signature'));
        const wanted = new Set(paths);
        // What the example has stands in the answer, in the order of the example.
        expect(
          named(got).filter((path) => wanted.has(path)),
          name,
        ).toEqual(paths);
        // What the answer has beyond it is known to the protocol.
        const more = named(got).filter((path) => !wanted.has(path));
        expect(
          more.every((path) => ['ExpiryDate', 'GUID', 'CustName', 'FreeText'].includes(last(path))),
          more.join(),
        ).toBe(true);
        const codes = (lines: readonly string[]) =>
          lines.filter((line) =>
            /\/(ErrorCode|ErrorDesc|Severity|BillStatus|ResTyp|SdrCode|RecCount|AllowPart)=/.test(line),
          );
        expect(codes(got), name).toEqual(codes(expected));
      }
      expect((await d().status(a)).state).toBe('confirmed');
    });

    it('03: a number of nobody', async () => {
      const style =
        codec === 'json' ? '03-BILPULRS-not-found-record-style.json' : '03-BILPULRS-not-found-header-style.xml';
      const plain = (lines: readonly string[]) =>
        lines.filter((line) => !/(TmStp|GUID|Date|ServiceType|BillingNo|BillNo|Signature)=/.test(line));
      expect(plain(outline(await send(all.pull, '7700099999')))).toEqual(plain(outline(example(style))));
    });

    it('08: nothing can be paid in advance, and the code of the validation comes back where there is a body', async () => {
      const got = outline(await send(all.prepaid, '0790000001'));
      expect(got.some((line) => line.endsWith('ErrorCode=408'))).toBe(true);
      expect(got.some((line) => line.endsWith('ValidationCode=424242'))).toBe(codec !== 'json');
    });
  });
}

function framed(codec: BankCodec, { path, operation }: Pair, text: string) {
  if (codec === 'json') return { path: `/efawateercom/${path}`, type: 'application/json', body: text };
  if (codec === 'xml') return { path: `/efawateercom/xml/${path}?GUID=5b1c0a52`, type: 'application/xml', body: text };
  const uri =
    codec === 'soap11' ? 'http://schemas.xmlsoap.org/soap/envelope/' : 'http://www.w3.org/2003/05/soap-envelope';
  const mfep = text.replace(/<\?.*?\?>/, '');
  return {
    path: '/efawateercom/soap',
    type: codec === 'soap11' ? 'text/xml' : 'application/soap+xml',
    body: `<e:Envelope xmlns:e="${uri}"><e:Body><o:${operation} xmlns:o="http://tempuri.org/">${mfep}</o:${operation}></e:Body></e:Envelope>`,
  };
}
