import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Lang } from '#kernel/lang.ts';
import type { BodyProblem } from '#platform/http/json.ts';
import { apiLanguage } from '#platform/http/language.ts';
import { type FieldError, problem } from '#platform/http/problem.ts';
import { formatDateTime } from '#platform/i18n/format.ts';
import { translator } from '#platform/i18n/messages.ts';
import { fieldMessages, messages } from './messages.ts';

type Code = keyof typeof messages;

/** Statuses other than 422, which stands for every refusal of the procedure. */
const STATUS: Partial<Record<Code, ContentfulStatusCode>> = {
  malformed_json: 400,
  unsupported_media_type: 415,
  body_too_large: 413,
  not_found: 404,
  method_not_allowed: 405,
  unauthorized: 401,
  offering_not_found: 404,
  already_applied: 409,
  rate_limited: 429,
  not_allowed_in_state: 409,
  course_started: 409,
  course_not_started: 409,
  case_closed: 409,
  database_down: 503,
  files_unavailable: 503,
  starting: 503,
  internal: 500,
};

const isCode = (code: string): code is Code => code in messages;

/** A refusal as far as the interface speaks of it: its code and the facts that word it. */
export type Spoken = {
  readonly code: string;
  readonly until?: Date;
  readonly intakeClosesAt?: Date;
  readonly problem?: string;
  readonly field?: string;
};

/**
 * A refusal as RFC 9457 problem in the reader's language. The code stays the procedure's own.
 * @param fields wrong fields with their codes, worded here unless they bring words
 */
export function refuse(
  c: Context,
  refusal: Spoken,
  fields?: readonly { readonly field: string; readonly code: string; readonly message?: string }[],
  forceStatus?: ContentfulStatusCode,
): Response {
  const lang = apiLanguage(c);
  const t = translator(messages, lang);
  const code = refusal.code === 'age' && refusal.problem === 'guardian_needed' ? 'guardian_needed' : refusal.code;
  const worded: Code = isCode(code) ? code : 'refused';
  const argsIn = (l: Lang): Record<string, string> => ({
    until: refusal.until ? formatDateTime(refusal.until, l) : '',
    closes: refusal.intakeClosesAt ? formatDateTime(refusal.intakeClosesAt, l) : '',
  });
  const detail = t(worded, argsIn(lang));
  const wrong: typeof fields = fields ?? (refusal.field ? [{ field: refusal.field, code: refusal.code }] : undefined);
  const errors = wrong?.map(
    (f): FieldError => ({ field: f.field, code: f.code, message: f.message ?? fieldText(f.code, lang) }),
  );
  return problem(c, {
    status: forceStatus ?? STATUS[worded] ?? 422,
    code,
    title: translator(messages, 'en')(worded, argsIn('en')),
    detail,
    ...(errors && { errors }),
  });
}

function fieldText(code: string, lang: Lang): string {
  return translator(fieldMessages, lang)(code === 'required' ? 'required' : 'invalid');
}

/** A body that could not be read, as a problem. */
export function refuseBody(c: Context, bad: BodyProblem): Response {
  return refuse(c, { code: bad.code }, bad.code === 'validation_failed' ? bad.fields : undefined);
}
