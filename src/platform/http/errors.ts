import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isConnectionError } from '../db/errors.ts';
import type { Log } from '../log/log.ts';
import type { HttpContext, HttpEnv } from './env.ts';

/** Ends a request with an error page or problem. `code` is stable; the words for it are the renderer's. */
export class HttpError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: ContentfulStatusCode, code: string, headers: Readonly<Record<string, string>> = {}) {
    super(`${status} ${code}`);
    this.name = 'HttpError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** The database does not answer: nothing is wrong with the request. */
export const isDatabaseDown = (error: unknown): boolean => isConnectionError(error);

const RETRY_AFTER_SECONDS = '10';

/** Words an error for its reader: a page, or a problem for a program. */
export type ErrorRenderer = (
  c: HttpContext,
  error: { status: ContentfulStatusCode; code: string },
) => Response | Promise<Response>;

export type ErrorOptions = { readonly log: Log; readonly render: ErrorRenderer };

/**
 * The one place where exceptions end: a fault is logged with the request's number and shown as "something went wrong"
 * (500 `internal`), or "come back later" when the database is gone (503 `database_down`).
 */
export function onError({ log, render }: ErrorOptions): ErrorHandler<HttpEnv> {
  return async (error, c) => {
    const shown = httpErrorOf(error);
    const about = { requestId: c.get('requestId'), status: shown.status, reason: shown.code, err: error };
    if (shown.status >= 500) log.error(about, 'a request failed');
    else log.info({ ...about, err: undefined }, 'a request was refused');
    const response = await render(c, { status: shown.status, code: shown.code });
    for (const [name, value] of Object.entries(shown.headers)) response.headers.set(name, value);
    return response;
  };
}

/** An address that does not exist: 404 `not_found`. */
export function notFound(render: ErrorRenderer): NotFoundHandler<HttpEnv> {
  return (c) => render(c, { status: 404, code: 'not_found' });
}

function httpErrorOf(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof HTTPException)
    return new HttpError(error.status as ContentfulStatusCode, `http_${error.status}`);
  if (isDatabaseDown(error)) return new HttpError(503, 'database_down', { 'Retry-After': RETRY_AFTER_SECONDS });
  return new HttpError(500, 'internal');
}
