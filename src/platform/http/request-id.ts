import { ACCESS_ALPHABET, randomCode } from '../vault/random.ts';
import type { HttpMiddleware } from './env.ts';

const LENGTH = 10;

/**
 * Gives each request a number, in `c.get('requestId')` and the header `X-Request-Id`. It can be read out on the
 * telephone. A number sent by the client is ignored.
 */
export function requestId(): HttpMiddleware {
  return async (c, next) => {
    const id = randomCode(ACCESS_ALPHABET, LENGTH);
    c.set('requestId', id);
    await next();
    c.res.headers.set('X-Request-Id', id);
  };
}
