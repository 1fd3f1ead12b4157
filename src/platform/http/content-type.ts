import { type HttpMiddleware, isUnsafe } from './env.ts';
import { HttpError } from './errors.ts';

/** What browsers send forms as. */
export const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'] as const;

/** Refuses a body of another type than those (415 `unsupported_media_type`). A request without a body passes. */
export function requireContentType(...types: readonly string[]): HttpMiddleware {
  return async (c, next) => {
    const given = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const hasBody = c.req.raw.body !== null && c.req.header('content-length') !== '0';
    if (isUnsafe(c.req.method) && hasBody && !types.includes(given)) throw new HttpError(415, 'unsupported_media_type');
    await next();
  };
}
