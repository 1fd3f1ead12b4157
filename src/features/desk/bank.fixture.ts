import { Hono } from 'hono';
import { expect } from 'vitest';
import { command } from '#platform/app.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, expectOk } from '#test/support/world.ts';
import { createStaff, staffRoutes } from '../staff/index.ts';
import { deskRoutes } from './index.ts';

const PASSWORD = 'a long enough password';

/** Accounts of the tests: two authors, so that one can review what the other wrote, and an auditor. */
const ACCOUNTS = [
  { username: 'huda', role: 'exam_author' },
  { username: 'muna', role: 'administrator' },
  { username: 'khaled', role: 'auditor' },
] as const;

export type Author = (typeof ACCOUNTS)[number]['username'];

export async function makeBankApp(): Promise<TestApp> {
  const app = await makeApp();
  await addCatalogue(app);
  for (const { username, role } of ACCOUNTS) {
    const account = { username, role, displayName: username, password: PASSWORD };
    expectOk(await command(app, { actor: 'staff' }, (work) => createStaff(work, account)));
  }
  return app;
}

export type Page = Awaited<ReturnType<ReturnType<typeof makeBrowser>['get']>>;
export type Desk = Awaited<ReturnType<typeof signedIn>>;

/** A browser without scripts in which somebody has signed in, reading English. */
export async function signedIn(app: TestApp, username: Author) {
  const web = makeWeb(app);
  const browser = makeBrowser(app, web, [new Hono().route('/', staffRoutes(web)).route('/', deskRoutes(web))]);
  await browser.post('/desk/sign-in', { username, password: PASSWORD }, '/desk/sign-in?lang=en');
  return {
    ...browser,
    /** Sends the form of a page as a browser does: what it holds, with these fields changed, by one of its buttons. */
    async press(
      page: Page,
      button: string,
      changes: Readonly<Record<string, string | Blob>> = {},
      at = 'form[method=post]',
    ) {
      const form = page.dom
        .querySelectorAll(`main ${at}`)
        .find((one) => one.querySelector(`button[value="${button}"]`) || button === '');
      if (!form) throw new Error(`no form has the button ${button}`);
      const body = new FormData();
      for (const [name, value] of Object.entries({
        ...fieldsOf(form),
        ...(button !== '' && { do: button }),
        ...changes,
      })) {
        body.set(name, value);
      }
      const action = form.getAttribute('action') ?? page.path;
      return browser.request(action, { method: 'POST', body });
    },
  };
}

type Element = Page['dom'];

/** What a form would send without any button. */
export function fieldsOf(form: Pick<Element, 'querySelectorAll'>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const input of form.querySelectorAll('input, textarea, select')) {
    const name = input.getAttribute('name') ?? '';
    const type = input.getAttribute('type');
    if (name === '' || type === 'file') continue;
    if ((type === 'radio' || type === 'checkbox') && !input.hasAttribute('checked')) continue;
    fields[name] = typedIn(input);
  }
  return fields;
}

function typedIn(input: ReturnType<Element['querySelectorAll']>[number]): string {
  if (input.tagName === 'TEXTAREA') return input.text;
  if (input.tagName !== 'SELECT') return input.getAttribute('value') ?? '';
  const chosen = input.querySelector('option[selected]') ?? input.querySelector('option');
  return chosen?.getAttribute('value') ?? '';
}

/** The number of the item whose page this is. */
export function numberOf(page: Page): number {
  const [, number] = /^\/desk\/bank\/(\d+)/.exec(page.path) ?? [];
  expect(number).toBeDefined();
  return Number(number);
}

/** Writes an item by its form and saves it. @returns the page of the item */
export async function write(desk: Desk, type: string, fields: Readonly<Record<string, string>>): Promise<Page> {
  const blank = await desk.get(`/desk/bank/new?type=${type}`);
  const common = { 'newTopic-ar': 'موضوع', 'newTopic-en': 'Topic', 'question-ar': 'سؤال', 'question-en': 'Question' };
  const page = await desk.press(blank, 'save', { ...common, ...fields });
  expect([page.status, page.dom.querySelector('.error-summary')?.text]).toEqual([200, undefined]);
  return page;
}
