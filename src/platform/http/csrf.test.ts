import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { createLog } from '../log/log.ts';
import { createVault } from '../vault/vault.ts';
import { CSRF_FIELD, csrf } from './csrf.ts';
import type { HttpEnv } from './env.ts';
import { onError } from './errors.ts';

const app = new Hono<HttpEnv>();
app.onError(onError({ log: createLog('silent'), render: (c, { status, code }) => c.text(code, status) }));
app.use(csrf({ vault: createVault('k'.repeat(32)), https: true, origins: ['https://courses.example.jo'] }));
app.get('/form', (c) => c.text(c.get('csrfToken')()));
app.get('/plain', (c) => c.text('no form here'));
app.post('/form', async (c) => {
  const { days, file } = await c.req.parseBody({ all: true });
  return c.text(JSON.stringify({ days, file: file instanceof File ? await file.text() : null }));
});

async function openForm(): Promise<{ token: string; cookie: string }> {
  const response = await app.request('/form');
  return { token: await response.text(), cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

const post = async (
  cookie: string,
  body: URLSearchParams | FormData | string,
  headers: Record<string, string> = {},
) => {
  const response = await app.request('http://inner/form', {
    method: 'POST',
    body,
    headers: { Cookie: cookie, ...headers },
  });
  return [response.status, await response.text()];
};
const REFUSED = [403, 'csrf'];

describe('a form', () => {
  test('of ours is accepted, and the handler reads all of it', async () => {
    const { token, cookie } = await openForm();
    const body = new URLSearchParams([
      [CSRF_FIELD, token],
      ['days', 'sun'],
      ['days', 'mon'],
    ]);
    expect(await post(cookie, body)).toEqual([200, '{"days":["sun","mon"],"file":null}']);
  });

  test('with a document is accepted, and the handler reads the document', async () => {
    const { token, cookie } = await openForm();
    const body = new FormData();
    body.set('file', new File(['وثيقة'], 'a.pdf'));
    body.set(CSRF_FIELD, token);
    expect(await post(cookie, body)).toEqual([200, '{"file":"وثيقة"}']);
  });

  test('may be opened several times in one browser, each time with a token salted anew', async () => {
    const { token, cookie } = await openForm();
    const again = await app.request('/form', { headers: { Cookie: cookie } });
    expect(again.headers.get('set-cookie')).toBeNull();
    expect(await again.text()).not.toBe(token);
  });

  test('without a token, with a wrong one or with one of another browser is refused', async () => {
    const [mine, theirs] = [await openForm(), await openForm()];
    expect(await post(mine.cookie, new URLSearchParams({ days: 'sun' }))).toEqual(REFUSED);
    expect(await post(mine.cookie, new URLSearchParams({ [CSRF_FIELD]: 'x' }))).toEqual(REFUSED);
    expect(await post(mine.cookie, new URLSearchParams({ [CSRF_FIELD]: theirs.token }))).toEqual(REFUSED);
    expect(await post('', new URLSearchParams({ [CSRF_FIELD]: mine.token }))).toEqual(REFUSED);
    expect(await post('dawra_b=short', new URLSearchParams({ [CSRF_FIELD]: mine.token }))).toEqual(REFUSED);
    expect(await post(mine.cookie, '{}', { 'Content-Type': 'application/json' })).toEqual(REFUSED);
  });

  test('that claims to be multipart and is not is a bad form', async () => {
    const { cookie } = await openForm();
    const type = { 'Content-Type': 'multipart/form-data; boundary=x' };
    expect(await post(cookie, 'nonsense', type)).toEqual([400, 'bad_form']);
  });
});

describe('where a form comes from', () => {
  const from = async (headers: Record<string, string>) => {
    const { token, cookie } = await openForm();
    return (await post(cookie, new URLSearchParams({ [CSRF_FIELD]: token }), headers))[0];
  };

  test('our public address and the address it was asked under are ours', async () => {
    expect(await from({ Origin: 'https://courses.example.jo', 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
    expect(await from({ Origin: 'http://127.0.0.1:3000', Host: '127.0.0.1:3000' })).toBe(200);
    expect(await from({ 'Sec-Fetch-Site': 'none' })).toBe(200);
  });

  test('another site is refused even with the right token', async () => {
    expect(await from({ Origin: 'https://evil.example' })).toBe(403);
    expect(await from({ Origin: 'null' })).toBe(403);
    expect(await from({ Origin: 'https://courses.example.jo', 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
    expect(await from({ Origin: 'http://127.0.0.1:3001', Host: '127.0.0.1:3000' })).toBe(403);
  });
});

test('a page without a form gives no cookie', async () => {
  expect((await app.request('/plain')).headers.get('set-cookie')).toBeNull();
  const cookie = (await app.request('/form')).headers.get('set-cookie');
  expect(cookie).toMatch(/^dawra_b=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});
