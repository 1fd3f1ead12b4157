import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { describe, expect, test } from 'vitest';
import { createLog } from '../log/log.ts';
import { createVault } from '../vault/vault.ts';
import { bodyLimit, FORM_BYTES, UPLOAD_BYTES } from './body-limit.ts';
import { clientAddress } from './client-address.ts';
import { FORM_TYPES, requireContentType } from './content-type.ts';
import { signedCookie } from './cookies.ts';
import type { HttpEnv } from './env.ts';
import { HttpError, notFound, onError } from './errors.ts';
import { apiLanguage, pageLanguage } from './language.ts';
import { problem } from './problem.ts';
import { requestId } from './request-id.ts';
import { securityHeaders } from './security-headers.ts';

const silent = createLog('silent');
const app = () => {
  const hono = new Hono<HttpEnv>();
  hono.onError(onError({ log: silent, render: (c, { status, code }) => c.text(code, status) }));
  hono.notFound(notFound((c, { status, code }) => c.text(code, status)));
  return hono;
};
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } });

describe('the number of a request', () => {
  test('is given to the handler and the client, and cannot be chosen', async () => {
    const hono = app()
      .use(requestId())
      .get('/', (c) => c.text(c.get('requestId')))
      .get('/broken', () => {
        throw new Error('x');
      });
    const response = await hono.request('/', { headers: { 'X-Request-Id': 'mine' } });
    const id = await response.text();
    expect(id).toMatch(/^[2-9A-Z]{10}$/);
    expect(response.headers.get('x-request-id')).toBe(id);
    expect((await hono.request('/broken')).headers.get('x-request-id')).toMatch(/^[2-9A-Z]{10}$/);
  });
});

describe('the address of the client', () => {
  const ask = async (trusted: string[], peer: string | undefined, forwarded?: string) => {
    const hono = app()
      .use(clientAddress(trusted))
      .get('/', (c) => c.text(c.get('clientAddress')));
    const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
    return (await hono.request('/', { headers }, peer === undefined ? {} : from(peer))).text();
  };

  test('is the peer, whatever a stranger writes', async () => {
    expect(await ask([], '203.0.113.9', '1.1.1.1')).toBe('203.0.113.9');
    expect(await ask(['10.0.0.1'], '203.0.113.9', '1.1.1.1')).toBe('203.0.113.9');
    expect(await ask([], '::ffff:203.0.113.9')).toBe('203.0.113.9');
    expect(await ask([], undefined)).toBe('unknown');
  });

  test('is the last one that a trusted proxy saw', async () => {
    expect(await ask(['10.0.0.0/8'], '10.0.0.1', '203.0.113.9')).toBe('203.0.113.9');
    expect(await ask(['10.0.0.0/8'], '::ffff:10.0.0.1', '1.1.1.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(await ask(['10.0.0.0/8'], '10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2')).toBe('203.0.113.9');
    expect(await ask(['10.0.0.0/8'], '10.0.0.1')).toBe('10.0.0.1');
    expect(await ask(['10.0.0.0/8'], '10.0.0.1', 'nonsense')).toBe('10.0.0.1');
  });
});

describe('security headers', () => {
  const headersOf = async (https: boolean, path = '/') => {
    const hono = app()
      .use(securityHeaders({ https, styleHashes: ['sha256-abc='] }))
      .get('/', (c) => c.text('x'))
      .get('/public', (c) => c.text('x', 200, { 'Cache-Control': 'public, max-age=60' }))
      .get('/broken', () => {
        throw new Error('x');
      });
    return (await hono.request(path)).headers;
  };

  test('let a page do only what ours do', async () => {
    const headers = await headersOf(false);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-abc='; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
  });

  test('leave a stricter policy that an answer brings itself', async () => {
    const strict = new Hono<HttpEnv>()
      .use(securityHeaders({ https: false }))
      .get('/', (c) => c.body('x', 200, { 'Content-Security-Policy': 'sandbox' }));
    const headers = (await strict.request('/')).headers;
    expect([headers.get('content-security-policy'), headers.get('x-content-type-options')]).toEqual([
      'sandbox',
      'nosniff',
    ]);
  });

  test('insist on https only where there is https, and stand on error pages too', async () => {
    expect((await headersOf(false)).get('strict-transport-security')).toBeNull();
    expect((await headersOf(true)).get('strict-transport-security')).toContain('max-age=31536000');
    for (const path of ['/broken', '/none']) {
      expect((await headersOf(true, path)).get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  test('keep answers out of caches unless the answer says otherwise', async () => {
    expect((await headersOf(false)).get('cache-control')).toBe('no-store');
    expect((await headersOf(false, '/public')).get('cache-control')).toBe('public, max-age=60');
  });
});

describe('the length of a body', () => {
  const hono = app()
    .use(bodyLimit({ uploads: /\/proof$/ }))
    .post('*', async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)));
  const send = (path: string, bytes: number, stream = false) => {
    const body = new Uint8Array(bytes);
    return hono.request(path, {
      method: 'POST',
      body: stream ? new Blob([body]).stream() : body,
      ...(stream ? { duplex: 'half' } : { headers: { 'Content-Length': String(bytes) } }),
    } as RequestInit);
  };

  test('has a limit for forms and a wider one for documents', async () => {
    expect((await send('/form', FORM_BYTES)).status).toBe(200);
    const refused = await send('/form', FORM_BYTES + 1);
    expect([refused.status, await refused.text()]).toEqual([413, 'body_too_large']);
    expect((await send('/a/proof', FORM_BYTES + 1)).status).toBe(200);
    expect((await send('/a/proof', UPLOAD_BYTES + 1)).status).toBe(413);
  });

  test('is counted when it is not told', async () => {
    expect(await (await send('/form', FORM_BYTES, true)).text()).toBe(String(FORM_BYTES));
    expect((await send('/form', FORM_BYTES + 1, true)).status).toBe(413);
  });
});

test('a body of an unexpected type is refused, and none is fine', async () => {
  const hono = app()
    .use(requireContentType(...FORM_TYPES))
    .post('/', (c) => c.text('ok'));
  const send = (type?: string) =>
    hono.request('/', { method: 'POST', ...(type && { body: 'a=1', headers: { 'Content-Type': type } }) });
  expect((await send('application/x-www-form-urlencoded; charset=utf-8')).status).toBe(200);
  expect((await send()).status).toBe(200);
  for (const type of ['application/json', 'text/plain', 'nonsense']) {
    const refused = await send(type);
    expect([refused.status, await refused.text()]).toEqual([415, 'unsupported_media_type']);
  }
});

describe('errors', () => {
  const gone = new Error('Failed query', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) });
  const hono = app()
    .get('/refused', () => {
      throw new HttpError(409, 'too_late', { 'X-Why': 'clock' });
    })
    .get('/foreign', () => {
      throw new HTTPException(401);
    })
    .get('/fault', () => {
      throw new Error('secret detail');
    })
    .get('/gone', () => {
      throw gone;
    });

  test('each becomes a status and a stable code, and a fault tells nothing', async () => {
    const answers = await Promise.all(
      ['/refused', '/foreign', '/fault', '/gone', '/nowhere'].map(async (path) => {
        const response = await hono.request(path);
        return [response.status, await response.text()];
      }),
    );
    expect(answers).toEqual([
      [409, 'too_late'],
      [401, 'http_401'],
      [500, 'internal'],
      [503, 'database_down'],
      [404, 'not_found'],
    ]);
    expect((await hono.request('/refused')).headers.get('x-why')).toBe('clock');
    expect((await hono.request('/gone')).headers.get('retry-after')).toBe('10');
  });

  test('a fault is logged with the number of its request', async () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line: string) => void lines.push(line) });
    const logging = new Hono<HttpEnv>().use(requestId()).get('/', () => {
      throw new Error('seat vanished');
    });
    logging.onError(onError({ log, render: (c, { status, code }) => c.text(code, status) }));
    const response = await logging.request('/');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      requestId: response.headers.get('x-request-id'),
      status: 500,
      err: { message: 'seat vanished' },
    });
  });

  test('a problem is what RFC 9457 says', async () => {
    const errors = [{ field: 'mobile', code: 'mobile_invalid', message: 'لا' }];
    const api = new Hono().get('/', (c) =>
      problem(c, { status: 422, code: 'invalid', title: 'Unprocessable Content', detail: 'بيانات', errors }),
    );
    const response = await api.request('/');
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await response.json()).toEqual({
      type: 'urn:dawra:problem:invalid',
      title: 'Unprocessable Content',
      status: 422,
      code: 'invalid',
      detail: 'بيانات',
      errors,
    });
  });
});

describe('a signed cookie', () => {
  const vault = createVault('k'.repeat(32));
  const session = signedCookie({ name: 'dawra_s', vault, https: true });
  const hono = app()
    .get('/set', (c) => {
      session.set(c, 'token-1', 3600);
      return c.text('ok');
    })
    .get('/get', (c) => c.text(session.get(c) ?? 'none'))
    .get('/clear', (c) => {
      session.clear(c);
      return c.text('ok');
    });
  const ask = async (cookie: string) => (await hono.request('/get', { headers: { Cookie: cookie } })).text();

  test('comes back as it was set, unreadable for scripts and bound to https', async () => {
    const set = (await hono.request('/set')).headers.get('set-cookie') ?? '';
    expect(set).toMatch(/; Max-Age=3600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(await ask(set.split(';')[0] ?? '')).toBe('token-1');
    expect((await hono.request('/clear')).headers.get('set-cookie')).toMatch(/^dawra_s=; Max-Age=0; Path=\//);
  });

  test('is nothing when it was changed, or made for another name', async () => {
    expect(await ask('')).toBe('none');
    expect(await ask('dawra_s=abc.def')).toBe('none');
    expect(await ask(`dawra_s=${vault.sign('token-1', 'cookie other')}`)).toBe('none');
  });
});

describe('the language', () => {
  const hono = app()
    .get('/', (c) => c.text(pageLanguage(c, c.req.query('known') === 'en' ? 'en' : undefined)))
    .get('/api', (c) => c.text(apiLanguage(c)));
  const page = async (path: string, cookie = '') => {
    const response = await hono.request(path, { headers: { Cookie: cookie } });
    return [await response.text(), response.headers.get('set-cookie')?.split(';')[0] ?? null];
  };

  test('of a page is asked for, remembered, known, or Arabic', async () => {
    expect(await page('/?lang=en')).toEqual(['en', 'dawra_lang=en']);
    expect(await page('/?lang=ar&known=en', 'dawra_lang=en')).toEqual(['ar', 'dawra_lang=ar']);
    expect(await page('/?lang=fr', 'dawra_lang=en')).toEqual(['en', null]);
    expect(await page('/?known=en')).toEqual(['en', null]);
    expect(await page('/', 'dawra_lang=fr')).toEqual(['ar', null]);
  });

  test.each([
    ['', 'ar'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr, en;q=0.5, ar;q=0.8', 'ar'],
    ['ar;q=0, en;q=0.1', 'en'],
    ['fr', 'ar'],
    ['*', 'ar'],
    ['en;q=x', 'ar'],
  ])('of an answer to a program that accepts "%s" is %s', async (accepted, lang) => {
    expect(await (await hono.request('/api', { headers: { 'Accept-Language': accepted } })).text()).toBe(lang);
  });
});
