import type { Context, MiddlewareHandler } from 'hono';
import { systemClock } from '#platform/clock/clock.ts';
import type { Web } from '../shell/index.ts';
import { type StaffMember, staffOf } from './commands.ts';
import { type DeskAction, may } from './roles.ts';

const MEMBER = 'staffMember';
export const SESSION_COOKIE = 'dawra_s';

/** Lets in who is signed in; everybody else is sent to the sign-in page and comes back from there. */
export function deskGuard(web: Web): MiddlewareHandler {
  return async (c, next) => {
    const token = web.secretCookie(c, SESSION_COOKIE);
    const member = token === undefined ? undefined : await staffOf(web.app, token, systemClock.now());
    if (!member) {
      const back = c.req.method === 'GET' ? `?back=${encodeURIComponent(new URL(c.req.url).pathname)}` : '';
      return c.redirect(`/desk/sign-in${back}`, 303);
    }
    c.set(MEMBER, member);
    return next();
  };
}

/** Who is signed in on a page behind `deskGuard`. @throws Error elsewhere */
export function memberOf(c: Context): StaffMember {
  const member: unknown = c.get(MEMBER);
  if (!member) throw new Error('a page of the desk stands outside its guard');
  return member as StaffMember;
}

/** Lets in the roles that may do `action` (one table, deny by default); everybody else gets the 403 page. */
export function requires(web: Web, action: DeskAction): MiddlewareHandler {
  return async (c, next) => (may(memberOf(c).role, action) ? next() : web.errorPage(c, 403));
}
