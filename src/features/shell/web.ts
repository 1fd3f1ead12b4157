import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Lang } from '#kernel/lang.ts';
import type { App } from '#platform/app.ts';
import type { NavItem } from '#ui/Layout.tsx';

/** Entries of the citizens' menu; `null` marks none. */
export type NavKey = 'home' | 'service' | 'courses' | 'my' | 'help';
export type ScriptName = 'form' | 'exam' | 'live' | 'filter' | 'preview' | 'pay';

export type PageOptions = {
  readonly lang: Lang;
  readonly title: string;
  readonly current?: NavKey | null;
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 500 | 503;
  readonly scripts?: readonly ScriptName[];
  /** A page with a `Hero`: it sets its own widths. */
  readonly wide?: boolean;
  /** The form came back with errors: the title says so. */
  readonly hasErrors?: boolean;
};

/** A page of the desk: the frame with who is signed in. */
export type DeskPageOptions = Omit<PageOptions, 'current' | 'wide'> & {
  readonly nav?: readonly NavItem[];
  readonly user?: { readonly name: string; readonly role?: string };
  readonly signOut?: Child;
};

/** What routes of pages are given: the app, and how a page is made. */
export type Web = {
  readonly app: App;
  /** `?lang=` (kept in a cookie), then the cookie, then `preferred`, then Arabic. */
  readonly lang: (c: Context, preferred?: Lang) => Lang;
  /** The token of forms; goes into `Form csrf={…}`. */
  readonly csrf: (c: Context) => string;
  /** A whole citizen page around `body` (which is the content of `<main>`). */
  readonly page: (c: Context, options: PageOptions, body: Child) => Response | Promise<Response>;
  /** A whole page of the desk around `body`. */
  readonly deskPage: (c: Context, options: DeskPageOptions, body: Child) => Response | Promise<Response>;
  /** The calm page for a status: not found, forbidden, too many requests, … */
  readonly errorPage: (
    c: Context,
    status: NonNullable<PageOptions['status']>,
    code?: string,
  ) => Response | Promise<Response>;
  /** The address that asks, as far as proxies can be believed. */
  readonly address: (c: Context) => string;
  /** Token bucket in memory on the wall clock; always true in the demo. `key` names what is limited, for example `otp:address:1.2.3.4`. */
  readonly allow: (c: Context, key: string, limit: number, windowMs: number) => boolean;
  /** A signed cookie with a small text in it. `path` and lifetime in seconds. */
  readonly setSecretCookie: (
    c: Context,
    name: string,
    value: string,
    options: { path: string; maxAge: number },
  ) => void;
  readonly secretCookie: (c: Context, name: string) => string | undefined;
  readonly clearCookie: (c: Context, name: string, path: string) => void;
};
