import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export type FieldError = { readonly field: string; readonly code: string; readonly message: string };

export type Problem = {
  readonly status: ContentfulStatusCode;
  /** Stable, for programs. */
  readonly code: string;
  readonly title: string;
  /** For people, in the reader's language. */
  readonly detail: string;
  readonly errors?: readonly FieldError[] | undefined;
};

/** Answers a program with an RFC 9457 problem. */
export function problem(c: Context, { status, code, title, detail, errors }: Problem): Response {
  const body = { type: `urn:dawra:problem:${code}`, title, status, code, detail, ...(errors && { errors }) };
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json; charset=utf-8' });
}
