import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Vault } from '../vault/vault.ts';
import type { HttpContext } from './env.ts';

export type CookieOptions = {
  readonly name: string;
  readonly vault: Pick<Vault, 'sign' | 'verify'>;
  /** Whether the service is reached by https; only then the cookie is kept to https. */
  readonly https: boolean;
  /** Where it is sent back; everywhere unless told. */
  readonly path?: string | undefined;
};

export type SignedCookie = {
  /** @param maxAgeSeconds how long the browser keeps it; without it, until the browser closes */
  set(c: HttpContext, value: string, maxAgeSeconds?: number): void;
  /** @returns `undefined` when there is none, or it is not ours */
  get(c: HttpContext): string | undefined;
  clear(c: HttpContext): void;
};

/** A cookie that no script can read, no other site can send with a form, and nobody can make but us. */
export function signedCookie({ name, vault, https, path = '/' }: CookieOptions): SignedCookie {
  const attributes = { path, httpOnly: true, sameSite: 'Lax', secure: https } as const;
  const purpose = `cookie ${name}`;
  return {
    set(c, value, maxAgeSeconds) {
      const maxAge = maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds };
      setCookie(c, name, vault.sign(value, purpose), { ...attributes, ...maxAge });
    },
    get(c) {
      const token = getCookie(c, name);
      return token === undefined ? undefined : vault.verify(token, purpose);
    },
    clear: (c) => void deleteCookie(c, name, attributes),
  };
}
