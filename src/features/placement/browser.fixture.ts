import { Hono } from 'hono';
import type { ApplicationId } from '#kernel/ids.ts';
import type { TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { grantAccess } from '../status/index.ts';
import { fieldOf } from './forms.ts';
import { placementRoutes } from './routes.tsx';
import { allAnswers, attemptRow, type Sitter } from './world.fixture.ts';

/** A browser that has opened these requests, as the personal link does. */
export async function browserOf(app: TestApp, ...ids: ApplicationId[]) {
  const web = makeWeb(app);
  const door = new Hono().get('/door', (c) => {
    grantAccess(web, c, ids);
    return c.text('open');
  });
  const browser = makeBrowser(app, web, [placementRoutes(web), door] as never);
  await browser.get('/door');
  return browser;
}
export type Browser = Awaited<ReturnType<typeof browserOf>>;
export type Page = Awaited<ReturnType<Browser['get']>>;

export const textOf = (page: Page): string => page.dom.querySelector('main')?.text.replace(/\s+/g, ' ') ?? '';
export const address = ({ reference }: Pick<Sitter, 'reference'>, rest = ''): string => `/exam/${reference}${rest}`;

/** Presses the button of the start page. */
export const startIn = (browser: Browser, sitter: Sitter, fields: Record<string, string> = {}): Promise<Page> =>
  browser.post(address(sitter, '/start'), fields, address(sitter));

/** Sends the form of the questions. */
export const sendFrom = (browser: Browser, sitter: Sitter, fields: Record<string, string>): Promise<Page> =>
  browser.post(address(sitter, '/questions'), fields, address(sitter, '/questions'));

/** Fields of a form that chooses this option everywhere, or in the first `count` questions of the paper. */
export async function chosen(
  app: TestApp,
  sitter: Sitter,
  option: 'a' | 'b',
  count = 2,
): Promise<Record<string, string>> {
  const { paper } = await attemptRow(app, sitter.id);
  const answers = allAnswers({ paper }, option).slice(0, count);
  return Object.fromEntries(answers.map((a) => [fieldOf(a.itemId), option]));
}

/** Sends a form with a token that was read before, as a page does that stands open. */
export function sendLate(browser: Browser, path: string, token: string, fields: Record<string, string>): Promise<Page> {
  return browser.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: token, ...fields }).toString(),
  });
}

export const tokenOn = (page: Page): string => page.dom.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
