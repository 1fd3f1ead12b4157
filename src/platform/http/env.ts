import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';

/** What the building blocks of this folder leave on a request for those behind them. */
export type HttpVariables = {
  /** Number of this request, for the log and for the person who asks the office about it. */
  requestId: string;
  /** Who asks, as far as proxies can be believed; `unknown` without a socket. */
  clientAddress: string;
  /** Gives this browser's form token, and its cookie when it has none. */
  csrfToken: () => string;
  /** The text of the page that is answered with, so that it need not be read out of the answer again. */
  pageText?: string;
};

export type HttpEnv = { Variables: HttpVariables; Bindings: Partial<HttpBindings> };
export type HttpContext = Context<HttpEnv>;
export type HttpMiddleware = MiddlewareHandler<HttpEnv>;

const UNSAFE: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Whether a method may change something. */
export const isUnsafe = (method: string): boolean => UNSAFE.has(method);
