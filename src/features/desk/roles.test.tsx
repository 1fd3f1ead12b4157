import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '#platform/app.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, EXAM, expectOk, submit } from '#test/support/world.ts';
import { createStaff, may, ROLES, type Role, staffRoutes } from '../staff/index.ts';
import { DESK_ROUTES, type DeskRoute, deskRoutes } from './index.ts';

const PASSWORD = 'a long enough password';
const UNKNOWN = '00000000-0000-4000-8000-000000000000';
let app: TestApp;
let offering: string;
let reference: string;

beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  offering = await addOffering(app, COURSE.freeExam);
  reference = (await submit(app, aRequest(await addOffering(app, COURSE.freeExam)))).reference;
  for (const role of ROLES) {
    const account = { username: role, displayName: role, role, password: PASSWORD };
    expectOk(await command(app, { actor: 'staff' }, (work) => createStaff(work, account)));
  }
});
afterAll(() => app.close());

function someone() {
  const web = makeWeb(app);
  return makeBrowser(app, web, [new Hono().route('/', staffRoutes(web)).route('/', deskRoutes(web))]);
}

async function signedIn(role: Role) {
  const browser = someone();
  await browser.post('/desk/sign-in', { username: role, password: PASSWORD }, '/desk/sign-in');
  return browser;
}

/** The address with things in it that exist where that matters to who may open it. */
function addressOf({ path }: DeskRoute): string {
  const id = path.startsWith('/desk/offerings')
    ? offering
    : path.startsWith('/desk/courses')
      ? COURSE.free
      : path.startsWith('/desk/exams')
        ? EXAM
        : UNKNOWN;
  return path
    .replace(/:(?:id|version)\{[^}]+\}/g, '1')
    .replace(':id', id)
    .replace(':reference', reference)
    .replace(/:(?:fileId|file)/, UNKNOWN);
}

/** Asks for it; what is sent is empty, with the token of a form of ours. */
function ask(browser: ReturnType<typeof someone>, route: DeskRoute, from = '/desk') {
  return route.method === 'GET' ? browser.get(addressOf(route)) : browser.post(addressOf(route), {}, from);
}

const nameOf = ({ method, path }: DeskRoute): string => `${method} ${path}`;

test('every address of the desk stands in the table of what its visitor must be allowed to do', () => {
  const built = deskRoutes(makeWeb(app)).routes.filter((route) => !route.path.endsWith('*'));
  expect([...new Set(built.map((route) => `${route.method} ${route.path}`))].sort()).toEqual(
    DESK_ROUTES.map(nameOf).sort(),
  );
});

test('who has not signed in is sent to the door from every address of the desk', async () => {
  const stranger = someone();
  for (const route of DESK_ROUTES) {
    const answer = await ask(stranger, route, '/desk/sign-in');
    expect([nameOf(route), answer.path.split('?')[0]]).toEqual([nameOf(route), '/desk/sign-in']);
  }
});

describe.each(ROLES)('the role %s', (role) => {
  const [open, closed] = [true, false].map((allowed) =>
    DESK_ROUTES.filter((route) => may(role, route.action) === allowed),
  );

  test('gets no further than 403 at every address that is not for it', async () => {
    const browser = await signedIn(role);
    const letIn: string[] = [];
    for (const route of closed ?? []) if ((await ask(browser, route)).status !== 403) letIn.push(nameOf(route));
    expect(letIn).toEqual([]);
  });

  test('is answered at every address that is for it', async () => {
    const browser = await signedIn(role);
    const keptOut: string[] = [];
    for (const route of open ?? []) {
      const { status, path } = await ask(browser, route);
      if (status === 403 || status >= 500 || path.startsWith('/desk/sign-in')) keptOut.push(nameOf(route));
    }
    expect(keptOut).toEqual([]);
  });

  test('gets nowhere with a form that does not carry our token', async () => {
    const browser = await signedIn(role);
    for (const route of DESK_ROUTES.filter(({ method }) => method === 'POST')) {
      const answer = await browser.request(addressOf(route), { method: 'POST', body: new URLSearchParams() });
      expect([nameOf(route), answer.status, answer.html]).toEqual([nameOf(route), 403, 'csrf']);
    }
  });
});
