import { getCookie, setCookie } from 'hono/cookie';
import { newToken } from '../vault/random.ts';
import { equalTexts, type Vault } from '../vault/vault.ts';
import { type HttpContext, type HttpMiddleware, isUnsafe } from './env.ts';
import { HttpError } from './errors.ts';

/** Names the browser, signed in or not. */
const BROWSER_COOKIE = 'dawra_b';
const SALT_LENGTH = 12;
/** The hidden field of every form. */
export const CSRF_FIELD = '_csrf';

export type CsrfOptions = {
  readonly vault: Pick<Vault, 'lookupHash'>;
  readonly https: boolean;
  /** Addresses this service is reached by. */
  readonly origins: readonly string[];
};

/**
 * Keeps forms of other sites out: it refuses (403 `csrf`) an unsafe request that the browser says comes from another
 * site, or that lacks the token which only our own pages hold. The token belongs to the browser's cookie and does not
 * run out.
 *
 * It reads the form once; handlers read it again at no cost. `c.get('csrfToken')()` gives the token for a page with a
 * form: only such pages give a browser its cookie.
 */
export function csrf({ vault, https, origins }: CsrfOptions): HttpMiddleware {
  /** Salted anew for every page, so that a compressed page gives nothing of it away. */
  const tokenOf = (browser: string, salt: string): string =>
    `${salt}.${vault.lookupHash('csrf', `${salt} ${browser}`)}`;
  const isTokenOf = (browser: string, token: string): boolean =>
    equalTexts(tokenOf(browser, token.split('.', 1)[0] ?? ''), token);
  const ours = new Set(origins.map((origin) => new URL(origin).origin));

  const giveToken = (c: HttpContext): (() => string) => {
    let browser = browserOf(c);
    return () => {
      if (browser === undefined) {
        browser = newToken();
        setCookie(c, BROWSER_COOKIE, browser, { path: '/', httpOnly: true, sameSite: 'Lax', secure: https });
      }
      return tokenOf(browser, newToken().slice(0, SALT_LENGTH));
    };
  };

  return async (c, next) => {
    c.set('csrfToken', giveToken(c));
    if (isUnsafe(c.req.method)) {
      if (!isOwnOrigin(c, ours)) throw new HttpError(403, 'csrf');
      const [browser, given] = [browserOf(c), await tokenInForm(c)];
      if (browser === undefined || given === undefined || !isTokenOf(browser, given)) {
        throw new HttpError(403, 'csrf');
      }
    }
    await next();
  };
}

function browserOf(c: HttpContext): string | undefined {
  const value = getCookie(c, BROWSER_COOKIE);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

/** Old browsers send neither header; the token decides then. */
function isOwnOrigin(c: HttpContext, ours: ReadonlySet<string>): boolean {
  if (c.req.header('sec-fetch-site') === 'cross-site') return false;
  const origin = c.req.header('origin');
  if (origin === undefined || ours.has(origin)) return true;
  return URL.parse(origin)?.host === (c.req.header('host') ?? new URL(c.req.url).host);
}

const isPlainForm = (c: HttpContext): boolean =>
  (c.req.header('content-type') ?? '').toLowerCase().startsWith('application/x-www-form-urlencoded');

/** @throws HttpError 400 `bad_form` when the body cannot be read as the form it claims to be */
async function tokenInForm(c: HttpContext): Promise<string | undefined> {
  try {
    if (isPlainForm(c)) {
      // What `parseBody` would read, without the detour by a Response that costs ten times as much.
      c.req.bodyCache.formData = new URLSearchParams(await c.req.text()) as unknown as FormData;
    }
    const value = (await c.req.parseBody())[CSRF_FIELD];
    return typeof value === 'string' ? value : undefined;
  } catch {
    throw new HttpError(400, 'bad_form');
  }
}
