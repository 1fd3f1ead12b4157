import { Hono } from 'hono';
import { parse } from 'node-html-parser';
import { createWeb, type Web } from '#features/shell/index.ts';
import { csrf } from '#platform/http/csrf.ts';
import type { HttpEnv } from '#platform/http/env.ts';
import { HttpError } from '#platform/http/errors.ts';
import type { TestApp } from './app.ts';

const ASSETS = {
  css: '',
  deskCssHref: '/assets/desk.css',
  fontPreload: '/assets/font.woff2',
  scripts: {
    form: '/assets/form.js',
    exam: '/assets/exam.js',
    live: '/assets/live.js',
    filter: '/assets/filter.js',
    preview: '/assets/preview.js',
    pay: '/assets/pay.js',
  },
};

/** How pages are made in tests, without built assets. */
export const makeWeb = (app: TestApp): Web => createWeb(app, ASSETS, false);

/** A browser without scripts: it keeps cookies, follows redirects, and sends forms with their hidden fields. */
export function makeBrowser(app: TestApp, web: Web, routes: readonly { readonly routes: unknown; fetch: unknown }[]) {
  const server = new Hono<HttpEnv>();
  server.use(csrf({ vault: app.vault, https: false, origins: ['http://localhost:3000'] }));
  for (const one of routes) server.route('/', one as Hono<HttpEnv>);
  server.onError((error, c) => {
    if (error instanceof HttpError) return c.text(error.code, error.status);
    throw error;
  });
  server.notFound((c) => web.errorPage(c, 404));
  const jar = new Map<string, string>();

  async function request(
    path: string,
    init: RequestInit = {},
  ): Promise<{ status: number; path: string; html: string; dom: ReturnType<typeof parse>; headers: Headers }> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...jar].map(([k, v]) => `${k}=${v}`).join('; '));
    const response = await server.request(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location)
      return request(
        new URL(location, `http://localhost:3000${path}`).pathname +
          new URL(location, `http://localhost:3000${path}`).search,
      );
    const html = await response.text();
    return { status: response.status, path, html, dom: parse(html), headers: response.headers };
  }

  return {
    get: (path: string) => request(path),
    /** The body as it is, for files. */
    async bytes(path: string): Promise<ArrayBuffer> {
      const cookie = [...jar].map(([k, v]) => `${k}=${v}`).join('; ');
      return (await server.request(path, { headers: { cookie } })).arrayBuffer();
    },
    /** Sends urlencoded fields; `_csrf` is taken from a form of the page at `from`. */
    async post(path: string, fields: Record<string, string>, from: string) {
      const page = await request(from);
      const token = page.dom.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
      return request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ _csrf: token, ...fields }).toString(),
      });
    },
    request,
  };
}
