import type { Context } from 'hono';
import { z } from 'zod';
import type { ApplicationId } from '#kernel/ids.ts';
import type { Web } from '../shell/index.ts';

const COOKIE = 'dawra_p';
const PATH = '/';
const LIFETIME_SECONDS = 2 * 60 * 60;
/** A cookie has room for no more. */
const MOST = 40;

const Unlocked = z.array(z.uuid());

/** The requests that this browser has opened with the last four digits of the mobile or with a code; latest first. */
export function personalAccess(web: Web, c: Context): ApplicationId[] {
  const text = web.secretCookie(c, COOKIE);
  if (text === undefined) return [];
  const ids = Unlocked.safeParse(text.split(' '));
  return ids.success ? (ids.data as ApplicationId[]) : [];
}

/** Opens requests to this browser, for two hours from now, or longer where an exam takes longer. */
export function grantAccess(web: Web, c: Context, ids: readonly ApplicationId[], atLeastSeconds = 0): void {
  const all = [...new Set([...ids, ...personalAccess(web, c)])].slice(0, MOST);
  if (all.length > 0)
    web.setSecretCookie(c, COOKIE, all.join(' '), { path: PATH, maxAge: Math.max(LIFETIME_SECONDS, atLeastSeconds) });
}

/** Closes all requests to this browser again. */
export const endAccess = (web: Web, c: Context): void => web.clearCookie(c, COOKIE, PATH);
