import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#platform/app.ts';
import type { HttpContext } from '#platform/http/env.ts';
import { newId } from '#platform/vault/random.ts';
import type { Biller } from './biller.ts';
import { readBody, textOf } from './body.ts';
import type { Codec, Incoming, Written } from './codecs.ts';
import type { EvidenceKeeper } from './evidence.ts';
import { checkSender, checkSignature } from './gate.ts';
import { signingKeyAt } from './keys.ts';
import { type Frame, invalidMessage, type MfepResult, type Reply, refusal, response } from './mfep-answers.ts';
import { readEcho, readPull, readTransactions, safeGuid, timeStampIn } from './mfep-requests.ts';
import { guidOf, kindsIn, type MessageKind } from './replies.ts';
import type { Rules } from './rules.ts';
import { groupsIn, textIn } from './wire/tree.ts';

/** One address of the interface: who speaks there and how. */
export type Line = {
  readonly app: App;
  readonly biller: Biller;
  readonly codec: Codec;
  readonly keeper: EvidenceKeeper;
  /** What may come here; `undefined` lets the message say. */
  readonly kind: MessageKind | undefined;
};

/** How a call ended, before it is told and kept. */
type Ending = {
  readonly written: Written;
  readonly status: ContentfulStatusCode;
  readonly code: number;
  readonly headers?: Record<string, string>;
  /** What was read of the body. */
  readonly bytes: Uint8Array;
  readonly incoming?: Incoming;
  readonly note: string | null;
  /** The sender did not prove to be the network. */
  readonly isStranger: boolean;
};

const NOTHING = new Uint8Array();

/** Takes one call of the network in, answers it, keeps both and writes a line to the log. */
export async function receive(c: HttpContext, line: Line): Promise<Response> {
  const started = performance.now();
  const now = line.app.clock.now();
  const ending = await answerCall(c, line, now);
  const tookMs = Math.round(performance.now() - started);
  await keep(c, line, ending, now, tookMs);
  return new Response(ending.written.text, {
    status: ending.status,
    headers: { 'Content-Type': ending.written.type, ...ending.headers },
  });
}

async function answerCall(c: HttpContext, line: Line, now: Date): Promise<Ending> {
  const { app, biller, codec } = line;
  const rules = biller.rules[codec.name];
  const writer = writerFor(line, now);
  const type = c.req.header('content-type');
  const refuse = (status: ContentfulStatusCode, result: MfepResult, more: Partial<Ending> = {}): Ending =>
    // Where a signature is asked for nobody has proved anything before the message is read.
    writer.refuse(type, status, result, { isStranger: biller.access[codec.name].includes('signature'), ...more });
  const invalid = (what: string): MfepResult => invalidMessage(what, rules['invalid.code']);

  if (c.req.method !== 'POST') return refuse(405, invalid('Method'), { headers: { Allow: 'POST' }, isStranger: true });
  const sender = { address: c.get('clientAddress') ?? 'unknown', authorization: c.req.header('authorization') };
  const closed = checkSender(biller, codec.name, sender);
  if (closed) return refuse(closed.status, closed.result, { ...closed, isStranger: true });
  if (!codec.takes(type)) return refuse(415, invalid('Content-Type'));
  const body = await readBody(c.req.raw, codec.mostBytes, rules['body.timeout_ms']);
  if (body.kind !== 'whole') {
    const { status, what } = UNREAD[body.kind];
    return refuse(status, invalid(what), { headers: { Connection: 'close' } });
  }
  const bytes = body.bytes;
  const read = codec.read(textOf(bytes));
  if (!read.ok) return refuse(400, invalid(read.error), { bytes, note: read.error });
  const incoming = read.value;
  try {
    return await answerMessage(c, line, incoming, bytes, now);
  } catch (error) {
    // The network understands nothing but its own form: a fault is told in it too, so that the message comes again.
    app.log.error({ requestId: c.get('requestId'), err: error }, 'a message of the payment network failed');
    const guid = guidOf(incoming.message, guidInAddress(c));
    const kind = kindOf(line, incoming);
    const status = Number(rules['fault.status']) as ContentfulStatusCode;
    const fault = refusal(rules['fault.code']);
    return kind
      ? writer.answer(kind, incoming, guid, { result: fault }, { status, bytes })
      : refuse(status, fault, { bytes, incoming });
  }
}

const UNREAD = {
  too_long: { status: 413, what: 'Length' },
  too_slow: { status: 408, what: 'Time' },
  broken: { status: 400, what: 'Body' },
} as const;

async function answerMessage(
  c: HttpContext,
  line: Line,
  incoming: Incoming,
  bytes: Uint8Array,
  now: Date,
): Promise<Ending> {
  const { app, biller, codec } = line;
  const rules = biller.rules[codec.name];
  const writer = writerFor(line, now);
  const { message } = incoming;
  const guid = guidOf(message, guidInAddress(c));
  const kind = kindOf(line, incoming);
  const invalid = (what: string): MfepResult => invalidMessage(what, rules['invalid.code']);
  const { closed, note } = checkSignature(biller, codec.name, incoming);
  const about = { bytes, note };
  if (!kind) return writer.refuse(c.req.header('content-type'), 400, invalid('ReqTyp'), { ...about, incoming });
  const answer = (reply: Reply, more: Partial<Ending> = {}): Ending =>
    writer.answer(kind, incoming, guid, reply, { ...about, ...more });
  if (closed) return answer({ result: closed.result }, { status: closed.status, isStranger: true });
  if (message.type !== kind.request) return answer({ result: invalid('ReqTyp') });
  if (isOutOfTime(timeStampIn(message.header, rules['time.zone']), now, rules)) {
    return answer({ result: refusal(rules['timestamp.code']) });
  }
  const { billerCode, serviceType } = biller;
  const requestId = c.get('requestId') ?? '';
  const strictness = biller.strictness[codec.name];
  return answer(await kind.reply({ app, rules, strictness, message, guid, now, requestId, billerCode, serviceType }));
}

/** The kind that the address is for; where one address takes all, what message and operation agree on. */
function kindOf({ kind, biller, codec }: Line, { message, frame }: Incoming): MessageKind | undefined {
  if (kind) return kind;
  const kinds = kindsIn(biller.rules[codec.name]);
  // An operation that we do not know, or none at all, leaves it to the message to say what it is.
  return kinds.find((one) => one.operation === frame?.operation) ?? kinds.find((one) => one.request === message.type);
}

function isOutOfTime(told: Date | undefined, now: Date, rules: Rules): boolean {
  const minutes = rules['timestamp.tolerance_minutes'];
  return minutes > 0 && (told === undefined || Math.abs(now.getTime() - told.getTime()) > minutes * 60_000);
}

/** Where programs of the XML variant put the GUID: a parameter of the address, in any case. */
function guidInAddress(c: HttpContext): string | undefined {
  const found = Object.entries(c.req.query()).find(([name]) => name.toLowerCase() === 'guid');
  return safeGuid(found?.[1]);
}

/** Writes answers of one line. */
function writerFor({ biller, codec, kind: usual }: Line, now: Date) {
  const rules = biller.rules[codec.name];
  const writing = { rules, key: codec.name === 'json' ? undefined : signingKeyAt(biller.keys, now) };

  const answer = (
    kind: MessageKind,
    incoming: Incoming | undefined,
    guid: string | undefined,
    { result, body }: Reply,
    more: Partial<Ending> = {},
  ): Ending => {
    const frame: Frame = {
      now,
      guid: guid ?? newId(),
      billerCode: biller.billerCode,
      receiver: rules['response.rcv_code'] === 'send' ? senderOf(incoming) : undefined,
      type: kind.response,
      zone: rules['time.zone'],
    };
    return {
      status: result.ErrorCode === 0 ? 200 : (Number(rules['http.refusal_status']) as ContentfulStatusCode),
      written: codec.write(response(frame, result, body), incoming, writing),
      code: result.ErrorCode,
      bytes: NOTHING,
      ...(incoming && { incoming }),
      note: null,
      isStranger: false,
      ...more,
    };
  };

  /** For calls that are no message: the codec's own form of a fault, else an answer to the kind of the address. */
  const refuse = (
    type: string | undefined,
    status: ContentfulStatusCode,
    result: MfepResult,
    more: Partial<Ending>,
  ): Ending => {
    const rest = { code: result.ErrorCode, bytes: NOTHING, note: result.ErrorDesc, isStranger: false, ...more, status };
    if (codec.fault) return { ...rest, written: codec.fault(type, status >= 500, result.ErrorDesc) };
    if (!usual) throw new Error('an address without faults of its own is for one kind of message');
    return answer(usual, undefined, undefined, { result }, rest);
  };

  return { answer, refuse };
}

const senderOf = (incoming: Incoming | undefined): string | undefined =>
  incoming && textIn(incoming.message.header, 'TrsInf', 'SdrCode');

/** Keeps the call and writes its line; the log masks numbers of people and payments. */
async function keep(c: HttpContext, line: Line, ending: Ending, now: Date, tookMs: number): Promise<void> {
  const { app, codec, keeper } = line;
  const message = ending.incoming?.message;
  const guid = message && guidOf(message, guidInAddress(c));
  const pull = readPull(message?.body);
  const first = readTransactions(message?.body).all[0] ?? groupsIn(message?.body, 'BillingInfo')[0];
  const numbers = first ? readPull(first) : pull;
  const about = {
    requestId: c.get('requestId') ?? '',
    codec: codec.name,
    type: message?.type?.slice(0, 20) ?? 'unread',
    guid: guid ?? null,
    billingNumber: numbers.ok ? numbers.value.billingNumber : null,
    joebppsTrx: (first && readEcho(first).trx) ?? null,
    httpStatus: ending.status,
    resultCode: ending.code,
    note: ending.note,
    tookMs,
  };
  const level = ending.status === 200 && !ending.isStranger ? 'info' : 'warn';
  app.log[level](about, 'a message of the payment network');
  const exchange = {
    ...about,
    receivedAt: now,
    sender: c.get('clientAddress') ?? 'unknown',
    request: ending.bytes,
    response: ending.written.text,
  };
  await (ending.isStranger ? keeper.keepStranger(exchange) : keeper.keep(exchange));
}
