import { isIP } from 'node:net';
import { networkMatcher, plainAddress } from '../config/network.ts';
import type { HttpMiddleware } from './env.ts';

/**
 * Finds who asks, in `c.get('clientAddress')`.
 *
 * `X-Forwarded-For` is read from its end, and only as far as each address that added to it is a trusted proxy: what a
 * stranger writes at its beginning counts for nothing.
 *
 * @param trustProxy addresses and networks of our own proxies
 */
export function clientAddress(trustProxy: readonly string[]): HttpMiddleware {
  const isTrusted = networkMatcher(trustProxy);
  return async (c, next) => {
    const peer = c.env?.incoming?.socket.remoteAddress;
    const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => plainAddress(part.trim()));
    c.set('clientAddress', peer === undefined ? 'unknown' : furthest(plainAddress(peer), forwarded, isTrusted));
    await next();
  };
}

function furthest(peer: string, forwarded: readonly string[], isTrusted: (address: string) => boolean): string {
  let address = peer;
  for (const previous of [...forwarded].reverse()) {
    if (!isTrusted(address) || isIP(previous) === 0) break;
    address = previous;
  }
  return address;
}
