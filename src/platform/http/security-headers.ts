import type { HttpMiddleware } from './env.ts';

const ONE_YEAR_SECONDS = 31_536_000;
const POLICY = 'Content-Security-Policy';

export type SecurityOptions = {
  /** Whether the service is reached by https; only then browsers are told to insist on it. */
  readonly https: boolean;
  /** `sha256-…` of each style sheet that stands in a page itself. */
  readonly styleHashes?: readonly string[] | undefined;
};

/**
 * Lets a page load nothing but our own files, run no script written into it, send forms only to us and be framed by
 * nobody. Answers are not kept by the browser unless they say so themselves.
 */
export function securityHeaders({ https, styleHashes = [] }: SecurityOptions): HttpMiddleware {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styleHashes.map((hash) => `'${hash}'`)].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers: Readonly<Record<string, string>> = {
    [POLICY]: policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(https && { 'Strict-Transport-Security': `max-age=${ONE_YEAR_SECONDS}; includeSubDomains` }),
  };
  return async (c, next) => {
    await next();
    // An answer that brings a policy of its own, a document of somebody's for example, brings a stricter one.
    const own = c.res.headers.get(POLICY);
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    if (own !== null) c.res.headers.set(POLICY, own);
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
  };
}
