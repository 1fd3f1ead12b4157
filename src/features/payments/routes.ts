import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { App } from '#platform/app.ts';
import type { HttpContext, HttpEnv } from '#platform/http/env.ts';
import { problem } from '#platform/http/problem.ts';
import { newId } from '#platform/vault/random.ts';
import { equalTexts } from '#platform/vault/vault.ts';
import { INTERNAL_ERROR, invalidMessage, type MfepResult, message, WRONG_PASSWORD } from './mfep-answers.ts';
import { readEnvelope } from './mfep-requests.ts';
import { MESSAGE_KINDS, type MessageKind } from './replies.ts';

export type BillerConfig = {
  readonly username: string;
  readonly password: string;
  /** Digits; the network's number of this biller. */
  readonly billerCode: string;
  readonly serviceType: string;
};

const MOST_BYTES = 64 * 1024;
/** Up to here a body that is too long is read to its end, so that its sender hears the answer. */
const DISCARD_BYTES = 16 * 1024 * 1024;

/**
 * The addresses of the payment network (JSON with HTTP Basic). What the procedure decides is answered with HTTP 200 and
 * a code in the message; other statuses say that the request itself was wrong, or that we failed.
 *
 * @param config `null` when no account of the network is set: everything answers 503
 */
export function paymentRoutes(app: App, config: BillerConfig | null): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  for (const kind of MESSAGE_KINDS) {
    routes.all(`/efawateercom/${kind.path}`, (c) => (config ? receive(c, app, config, kind) : notConfigured(c)));
  }
  return routes;
}

const notConfigured = (c: HttpContext): Response =>
  problem(c, {
    status: 503,
    code: 'payment_network_not_configured',
    title: 'Not configured',
    detail: 'No account of the payment network is set.',
  });

async function receive(c: HttpContext, app: App, config: BillerConfig, kind: MessageKind): Promise<Response> {
  const now = app.clock.now();
  const requestId = c.get('requestId') ?? '';
  const frame = { now, guid: newId(), billerCode: config.billerCode, type: kind.response };
  const refuse = (status: ContentfulStatusCode, result: MfepResult, headers: Record<string, string> = {}): Response =>
    answer(message(frame, result), status, headers);

  if (c.req.method !== 'POST') return refuse(405, invalidMessage('Method'), { Allow: 'POST' });
  if (!knowsPassword(c.req.header('authorization'), config)) {
    app.log.warn({ requestId }, 'a message to the payment network’s addresses had no right password');
    return refuse(401, WRONG_PASSWORD, { 'WWW-Authenticate': 'Basic realm="efawateercom", charset="UTF-8"' });
  }
  if (!isJsonType(c.req.header('content-type'))) return refuse(415, invalidMessage('Content-Type'));
  try {
    const bytes = await readBody(c.req.raw);
    if (!bytes) return refuse(413, invalidMessage('Length'));
    const envelope = readEnvelope(decode(bytes));
    if (!envelope) return refuse(400, invalidMessage('MFEP'));
    frame.guid = envelope.guid ?? frame.guid;
    if (envelope.type !== kind.request) return refuse(200, invalidMessage('ReqTyp'));
    const reply = await kind.reply({ app, serviceType: config.serviceType, envelope, now, requestId });
    return answer(message(frame, reply.result, reply.body), 200);
  } catch (error) {
    // The network understands nothing but its own form: a fault is told in it too, so that the message comes again.
    app.log.error({ requestId, err: error }, 'a message of the payment network failed');
    return refuse(500, INTERNAL_ERROR);
  }
}

const answer = (body: object, status: ContentfulStatusCode, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });

/** HTTP Basic. Its time tells nothing of how much of it was right. */
function knowsPassword(header: string | undefined, { username, password }: BillerConfig): boolean {
  const given = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header ?? '')?.[1] ?? '';
  return equalTexts(Buffer.from(given, 'base64').toString('utf8'), `${username}:${password}`);
}

/** JSON is UTF-8: another character set is another type. */
function isJsonType(header: string | undefined): boolean {
  const [type, ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters
    .find((p) => p.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  return type === 'application/json' && (charset === undefined || charset === 'utf-8' || charset === 'utf8');
}

/** @returns `undefined` when the body is too long, also when it did not say its length */
async function readBody(request: Request): Promise<Uint8Array | undefined> {
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length <= MOST_BYTES) parts.push(part.value);
    if (length > DISCARD_BYTES) {
      await reader.cancel();
      break;
    }
  }
  return length > MOST_BYTES ? undefined : Buffer.concat(parts);
}

/** Bytes that are not UTF-8 give an empty text, which is no message. A byte order mark is passed over. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}
