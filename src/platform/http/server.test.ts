import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLog } from '../log/log.ts';
import { createVault } from '../vault/vault.ts';
import { bodyLimit, FORM_BYTES, UPLOAD_BYTES } from './body-limit.ts';
import { clientAddress } from './client-address.ts';
import { FORM_TYPES, requireContentType } from './content-type.ts';
import { CSRF_FIELD, csrf } from './csrf.ts';
import type { HttpEnv } from './env.ts';
import { onError } from './errors.ts';
import { requestId } from './request-id.ts';
import { securityHeaders } from './security-headers.ts';

const app = new Hono<HttpEnv>();
app.onError(onError({ log: createLog('silent'), render: (c, { status, code }) => c.text(code, status) }));
app.use(requestId(), clientAddress(['127.0.0.0/8']), securityHeaders({ https: false }));
app.use(bodyLimit({ uploads: /\/proof$/ }), requireContentType(...FORM_TYPES));
app.use(csrf({ vault: createVault('k'.repeat(32)), https: false, origins: ['http://localhost:3000'] }));
app.get('/form', (c) => c.text(c.get('csrfToken')()));
app.post('*', async (c) => {
  const { file } = await c.req.parseBody();
  return c.text(`${c.get('clientAddress')} ${file instanceof File ? file.size : 'none'}`);
});

let server: ReturnType<typeof serve>;
let base: string;
beforeAll(async () => {
  const address = await new Promise<AddressInfo>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, resolve);
  });
  base = `http://127.0.0.1:${address.port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

async function send(path: string, bytes: number): Promise<Response> {
  const form = await fetch(`${base}/form`);
  const body = new FormData();
  body.set(CSRF_FIELD, await form.text());
  body.set('file', new File([new Uint8Array(bytes)], 'proof.pdf'));
  const headers = {
    Cookie: form.headers.get('set-cookie')?.split(';')[0] ?? '',
    Origin: base,
    'X-Forwarded-For': '203.0.113.9',
  };
  return fetch(`${base}${path}`, { method: 'POST', body, headers });
}

test('over a real connection a document passes all the building blocks whole', async () => {
  const response = await send('/proof', 3 * FORM_BYTES);
  expect([response.status, await response.text()]).toEqual([200, `203.0.113.9 ${3 * FORM_BYTES}`]);
  expect(response.headers.get('x-request-id')).toMatch(/^[2-9A-Z]{10}$/);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('over a real connection a body that is too long is refused, and the server goes on', async () => {
  const response = await send('/other', FORM_BYTES);
  expect([response.status, await response.text()]).toEqual([413, 'body_too_large']);
  expect((await send('/other', 1000)).status).toBe(200);
});

test('over a real connection documents that are too long are read to their end, so that a browser shows the answer', async () => {
  const response = await send('/proof', UPLOAD_BYTES + 1);
  expect([response.status, await response.text()]).toEqual([413, 'body_too_large']);
});

test('over a real connection a body of untold length is counted', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const outgoing = request(`${base}/form`, { method: 'POST', headers }, (incoming) => {
      incoming.resume();
      incoming.once('end', () => resolve(incoming.statusCode));
    });
    outgoing.once('error', reject);
    outgoing.write('a'.repeat(FORM_BYTES));
    outgoing.end('b'.repeat(10));
  });
  expect(status).toBe(413);
});
