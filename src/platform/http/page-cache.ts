import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { getCookie } from 'hono/cookie';
import type { Clock } from '../clock/clock.ts';
import { type HttpContext, type HttpMiddleware, isUnsafe } from './env.ts';

const SMALLEST_BYTES = 1024;
const MAX_PAGES = 500;
/** How hard a page is compressed: one that is kept for others harder than one that is read once. */
const EFFORT = { kept: { br: 5, gzip: 6 }, once: { br: 3, gzip: 3 } } as const;
type Effort = keyof typeof EFFORT;
const compressors = {
  br: (body: Buffer, effort: Effort) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: EFFORT[effort].br } }),
  gzip: (body: Buffer, effort: Effort) => promisify(gzip)(body, { level: EFFORT[effort].gzip }),
} as const;
type Encoding = keyof typeof compressors;

type Finished = { readonly body: Buffer; readonly headers: Headers; readonly madeAt: number };

export type PageCacheOptions = {
  /** Paths of pages that are the same for everybody who reads the same language. */
  readonly anonymous: RegExp;
  /** The wall clock. */
  readonly clock: Clock;
  /** How long a finished page may stand although another process may have changed something. */
  readonly freshMs: number;
};

/**
 * Compresses pages, and keeps the finished bytes of anonymous ones: they stand until anything is changed through this
 * process, and for `freshMs` at most.
 */
export function pageCache({ anonymous, clock, freshMs }: PageCacheOptions): HttpMiddleware {
  const pages = new Map<string, Finished>();
  let version = 0;
  const changed = (): void => {
    version += 1;
    pages.clear();
  };

  return async (c, next) => {
    if (isUnsafe(c.req.method)) {
      await next();
      changed();
      return;
    }
    const encoding = encodingFor(c);
    const key = c.req.method === 'GET' && anonymous.test(c.req.path) ? keyOf(c, encoding) : undefined;
    const kept = key === undefined ? undefined : pages.get(key);
    if (kept && clock.now().getTime() - kept.madeAt < freshMs) {
      c.res = new Response(new Uint8Array(kept.body), { headers: kept.headers });
      return;
    }
    const before = version;
    await next();
    const body = await finish(c, encoding, key === undefined ? 'once' : 'kept');
    if (!body || key === undefined || c.res.status !== 200 || before !== version || c.res.headers.has('set-cookie'))
      return;
    if (pages.size >= MAX_PAGES) pages.clear();
    pages.set(key, { body, headers: new Headers(c.res.headers), madeAt: clock.now().getTime() });
  };
}

/** Everything that a page without personal data depends on; `undefined` where the address itself changes the language. */
function keyOf(c: HttpContext, encoding: Encoding | undefined): string | undefined {
  if (c.req.query('lang') !== undefined) return undefined;
  return `${encoding} ${getCookie(c, 'dawra_lang') ?? ''} ${new URL(c.req.url).pathname}${new URL(c.req.url).search}`;
}

function encodingFor(c: HttpContext): Encoding | undefined {
  const accepted = c.req.header('accept-encoding') ?? '';
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

/** Compresses an HTML answer in place and returns its bytes; other answers are left alone. */
async function finish(c: HttpContext, encoding: Encoding | undefined, effort: Effort): Promise<Buffer | undefined> {
  const isHtml = (c.res.headers.get('content-type') ?? '').startsWith('text/html');
  if (!isHtml || c.res.headers.has('content-encoding')) return undefined;
  // A page for one reader who takes no compressed ones goes out as it is: no cache between us keeps it.
  if (encoding === undefined && effort === 'once') return undefined;
  const text = c.get('pageText');
  const raw = text === undefined ? Buffer.from(await c.res.arrayBuffer()) : Buffer.from(text);
  const small = encoding === undefined || raw.length < SMALLEST_BYTES;
  const body = small ? raw : await compressors[encoding](raw, effort);
  const headers = new Headers(c.res.headers);
  headers.set('Content-Length', String(body.length));
  headers.append('Vary', 'Accept-Encoding');
  if (!small) headers.set('Content-Encoding', encoding);
  const { status } = c.res;
  // Without this the headers of both answers would be put together.
  c.res = undefined;
  c.res = new Response(new Uint8Array(body), { status, headers });
  return body;
}
