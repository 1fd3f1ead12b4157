import type { Context } from 'hono';
import { bodyLimit as honoBodyLimit } from 'hono/body-limit';
import type { HttpMiddleware } from './env.ts';
import { HttpError } from './errors.ts';

const MEGABYTE = 1024 * 1024;
/** Enough for every form. */
export const FORM_BYTES = MEGABYTE;
/** Enough for the documents of one upload. */
export const UPLOAD_BYTES = 16 * MEGABYTE;

/** Up to here a body that is too long is read to its end: a browser shows no answer before it has sent all. */
const DISCARD_BYTES = 4 * UPLOAD_BYTES;

export type BodyLimitOptions = {
  /** Paths that take documents; every other takes forms. */
  readonly uploads: RegExp;
};

/** Refuses a body that is too long (413 `body_too_large`), also one that does not say its length. */
export function bodyLimit({ uploads }: BodyLimitOptions): HttpMiddleware {
  const onError = async (c: Context): Promise<never> => {
    await discard(c.req.raw);
    throw new HttpError(413, 'body_too_large', { Connection: 'close' });
  };
  const forms = honoBodyLimit({ maxSize: FORM_BYTES, onError });
  const documents = honoBodyLimit({ maxSize: UPLOAD_BYTES, onError });
  return async (c, next) => {
    const isUpload = uploads.test(c.req.path);
    const said = saidLength(c);
    if (said === undefined) return isUpload ? documents(c, next) : forms(c, next);
    return said > (isUpload ? UPLOAD_BYTES : FORM_BYTES) ? onError(c) : next();
  };
}

/**
 * The length of the body as its sender says it, which the HTTP parser holds it to; known without touching the body,
 * which would cost more than the rest of a small request.
 */
function saidLength(c: Context): number | undefined {
  if (c.req.header('transfer-encoding') !== undefined) return undefined;
  const length = c.req.header('content-length');
  if (length !== undefined) return Number(length);
  return c.req.method === 'GET' || c.req.method === 'HEAD' ? 0 : undefined;
}

async function discard(request: Request): Promise<void> {
  if (!request.body || request.body.locked || Number(request.headers.get('content-length')) > DISCARD_BYTES) return;
  const reader = request.body.getReader();
  while (!(await reader.read()).done);
}
