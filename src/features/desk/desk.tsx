import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import { type App, command, type Work } from '#platform/app.ts';
import type { Db } from '#platform/db/db.ts';
import { type Translate, translator } from '#platform/i18n/messages.ts';
import type { NavItem } from '#ui/Layout.tsx';
import type { DeskPageOptions, Web } from '../shell/index.ts';
import { type DeskAction, type DeskEnv, frameOfStaff, may, type StaffMember } from '../staff/index.ts';
import type { Fields } from './fields.ts';
import { type DoneKey, isDone, isRefused, messages, type RefusedKey } from './messages.ts';
import { Flash, NotFound } from './pages/Frame.tsx';
import { type Waiting, waitingOf } from './queries.ts';

/** One request to the desk, by somebody who may make it: what its handler works with. */
export type Desk = {
  readonly c: Context<DeskEnv>;
  readonly app: App;
  /** For reads. */
  readonly db: Db;
  readonly staff: StaffMember;
  readonly lang: Lang;
  readonly t: Translate<typeof messages>;
  readonly now: Date;
  readonly csrf: string;
  readonly may: (action: DeskAction) => boolean;
  readonly param: (name: string) => string;
  readonly query: (name: string) => string;
  /** The form that was sent; several values of one name are joined with commas. */
  readonly fields: () => Promise<Fields>;
  /** Runs a command in the name of whoever is signed in. */
  readonly act: <T>(run: (work: Work) => Promise<T>) => Promise<T>;
  readonly page: (title: string, body: Child, options?: Pick<DeskPageOptions, 'status' | 'hasErrors'>) => Answer;
  readonly notFound: () => Answer;
  /** Goes on to a page that says what was done. */
  readonly done: (path: string, key: DoneKey) => Response;
  /** Goes back to a page that says why nothing was done. */
  readonly refused: (path: string, code: RefusedKey) => Response;
};

type Answer = Response | Promise<Response>;

/** One address of the desk. Every address names what its visitor must be allowed to do. */
export type DeskRoute = {
  readonly method: 'GET' | 'POST';
  readonly path: `/desk${string}`;
  readonly action: DeskAction;
  readonly handle: (desk: Desk) => Answer;
};

const NAV = [
  { key: 'today', href: '/desk', action: 'see_offerings' },
  { key: 'offerings', href: '/desk/offerings', action: 'see_offerings' },
  { key: 'applications', href: '/desk/applications', action: 'see_applications' },
  { key: 'proofs', href: '/desk/proofs', action: 'judge_proofs' },
  { key: 'finance', href: '/desk/finance', action: 'see_finance' },
  { key: 'courses', href: '/desk/courses', action: 'edit_courses' },
  { key: 'exams', href: '/desk/exams', action: 'edit_exams' },
  { key: 'staff', href: '/desk/staff', action: 'manage_staff' },
] as const satisfies readonly { key: string; href: string; action: DeskAction }[];

function menu(t: Desk['t'], staff: StaffMember, path: string, waiting: Waiting): NavItem[] {
  const counts: Partial<Record<(typeof NAV)[number]['key'], number>> = {
    proofs: waiting.proofs,
    finance: waiting.cases,
  };
  return NAV.filter(({ action }) => may(staff.role, action)).map(({ key, href }) => ({
    href,
    label: t(`nav.${key}`),
    current: href === '/desk' ? path === href : path === href || path.startsWith(`${href}/`),
    count: counts[key] || undefined,
  }));
}

/** Prepares the work on one request. The guard has put the member of staff there. */
export function openDesk(web: Web, c: Context<DeskEnv>): Desk {
  const { app } = web;
  const { db } = app.database;
  const staff = c.get('staff');
  const lang = web.lang(c);
  const t = translator(messages, lang);

  const page: Desk['page'] = async (title, body, options = {}) => {
    const nav = menu(t, staff, c.req.path, await waitingOf(db));
    const [done, refused] = [c.req.query('done') ?? '', c.req.query('refused') ?? ''];
    const whole = (
      <>
        <Flash done={isDone(done) ? done : undefined} refused={isRefused(refused) ? refused : undefined} t={t} />
        {body}
      </>
    );
    return web.deskPage(c, { lang, title, nav, ...frameOfStaff(web, c, staff, lang), ...options }, whole);
  };
  const go = (path: string, name: 'done' | 'refused', key: string) =>
    c.redirect(`${path}${path.includes('?') ? '&' : '?'}${name}=${key}`, 303);

  return {
    c,
    app,
    db,
    staff,
    lang,
    t,
    now: app.clock.now(),
    csrf: web.csrf(c),
    may: (action) => may(staff.role, action),
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name) ?? '',
    fields: async () => fieldsOf(await c.req.parseBody({ all: true })),
    act: (run) => command(app, { actor: 'staff', actorName: staff.username }, run),
    page,
    notFound: () => page(t('notFound.title'), <NotFound t={t} />, { status: 404 }),
    done: (path, key) => go(path, 'done', key),
    refused: (path, code) => go(path, 'refused', code),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const fieldsOf = (body: Readonly<Record<string, unknown>>): Fields =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(textOf).join(',') : textOf(value),
    ]),
  );

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => UUID.test(text);
