import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { OfferingId } from '#kernel/ids.ts';
import { HOUR_MS } from '#kernel/time.ts';
import { type App, command } from '#platform/app.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { readBody, readJson } from '#platform/http/json.ts';
import { apiLanguage } from '#platform/http/language.ts';
import { createRateLimiter } from '#platform/http/rate-limit.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import { ageOn } from '#procedure/people/age.ts';
import { parseMobile } from '#procedure/people/mobile.ts';
import { type ApplicationRecord, addressOf, linkUrl, withdraw } from '../applications/index.ts';
import { findOffering } from '../catalogue/index.ts';
import {
  applicationByToken,
  type FieldProblem,
  fieldText,
  parseRequest,
  sendCode,
  takeRequest,
} from '../intake/index.ts';
import { checkProofFiles, handInProofs, isProofProblem, proofProblemText, uploadedFiles } from '../proofs/index.ts';
import { statusView } from '../status/index.ts';
import { openApi } from './openapi.ts';
import { refuse, refuseBody } from './problems.ts';
import { publicOfferings } from './queries.ts';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** For one address. */
const CODES_AN_HOUR = 60;
const SUBMISSIONS_AN_HOUR = 240;
const PROOFS_AN_HOUR = 60;
const MAX_KEY_LENGTH = 200;
const MAX_OTP_LENGTH = 20;
const otpForm = z.object({ mobile: z.string().max(40) });

/** The public interface `/api/v1`: the same commands as the pages, as JSON. */
export function apiRoutes(app: App) {
  const routes = new Hono();
  const { db } = app.database;
  const limiter = createRateLimiter();
  /** Off in the demo. Mobile networks share addresses, so the limits are wide. */
  const allows = (c: Context, what: string, limit: number): boolean =>
    app.settings.demo ||
    limiter.allow(`${what} ${String(c.get('clientAddress'))}`, { limit, windowMs: HOUR_MS, now: systemClock.now() });

  routes.use('/api/v1/otp', async (c, next) =>
    allows(c, 'otp', CODES_AN_HOUR) ? next() : refuse(c, { code: 'rate_limited' }),
  );
  routes.use('/api/v1/applications', async (c, next) =>
    allows(c, 'applications', SUBMISSIONS_AN_HOUR) ? next() : refuse(c, { code: 'rate_limited' }),
  );

  routes.get('/api/v1/openapi.json', (c) => c.json(openApi(app.settings.publicUrl)));

  routes.get('/api/v1/offerings', async (c) => c.json(await publicOfferings(db)));

  routes.get('/api/v1/offerings/:id', async (c) => {
    const id = c.req.param('id');
    const [offering] = UUID.test(id) ? await publicOfferings(db, id as OfferingId) : [];
    return offering ? c.json(offering) : refuse(c, { code: 'offering_not_found' });
  });

  routes.post('/api/v1/otp', async (c) => {
    const body = await readBody(c, otpForm);
    if (!body.ok) return refuseBody(c, body.error);
    const mobile = parseMobile(body.value.mobile);
    if (!mobile)
      return wrongFields(c, [{ field: 'mobile', code: body.value.mobile.trim() === '' ? 'required' : 'mobile' }]);
    const sent = await command(app, { actor: 'applicant' }, (work) =>
      sendCode(work, mobile, apiLanguage(c), 'request'),
    );
    if (sent.ok) return c.json({ expiresAt: sent.value.expiresAt }, 202);
    const seconds = Math.ceil((sent.error.retryAt.getTime() - app.clock.now().getTime()) / 1000);
    c.header('Retry-After', String(Math.max(1, seconds)));
    return refuse(c, { code: sent.error.code });
  });

  routes.post('/api/v1/applications', (c) => submit(app, c));

  routes.get('/api/v1/applications/:reference', async (c) => {
    const opened = await open(app, c);
    return opened instanceof Response ? opened : c.json(await statusJson(app, opened, c));
  });

  routes.post('/api/v1/applications/:reference/withdrawal', async (c) => {
    const opened = await open(app, c);
    if (opened instanceof Response) return opened;
    const acted = await command(app, { actor: 'applicant' }, (work) => withdraw(work, opened.row.id));
    if (!acted.ok) return refuse(c, acted.error);
    const after = await open(app, c);
    return after instanceof Response ? after : c.json(await statusJson(app, after, c));
  });

  routes.post('/api/v1/applications/:reference/proof', async (c) => {
    const opened = await open(app, c);
    if (opened instanceof Response) return opened;
    if (!allows(c, 'proof', PROOFS_AN_HOUR)) return refuse(c, { code: 'rate_limited' });
    if (!(c.req.header('content-type') ?? '').startsWith('multipart/form-data')) {
      return refuse(c, { code: 'unsupported_media_type' });
    }
    const body = await multipart(c);
    if (!body) return refuse(c, { code: 'validation_failed', field: 'files' });
    const checked = await checkProofFiles(body);
    const kept = checked.ok ? await handInProofs(app, opened.row.id, checked.value) : checked;
    if (kept.ok) return c.json({ reference: opened.row.reference, files: kept.value.count }, 202);
    if (!isProofProblem(kept.error)) return refuse(c, kept.error);
    const message = proofProblemText(kept.error, apiLanguage(c));
    return refuse(c, kept.error, [{ field: 'files', code: kept.error.code, message }]);
  });

  return routes;
}

/** Every file of the form, whatever its fields are called; undefined when the form cannot be read. */
async function multipart(c: Context) {
  try {
    const form = await c.req.parseBody({ all: true });
    return await uploadedFiles(Object.values(form).flat());
  } catch {
    return undefined;
  }
}

async function submit(app: App, c: Context): Promise<Response> {
  const json = await readJson(c);
  if (!json.ok) return refuseBody(c, json.error);
  const { value, text } = json.value;
  const otp = otpOf(value);
  const parsed = parseRequest(value, civilDay(app.clock.now()));
  if (!parsed.ok) return (await tooYoung(app, c, value, parsed.error)) ?? wrongFields(c, parsed.error);
  if (otp === undefined) return wrongFields(c, [{ field: 'otp', code: 'required' }]);
  const key = c.req.header('idempotency-key')?.slice(0, MAX_KEY_LENGTH);
  const taken = await takeRequest(app, {
    ...parsed.value.request,
    otp,
    ...(key && { idempotencyKey: key, bodyHash: createHash('sha256').update(text).digest('base64url') }),
  });
  if (!taken.ok)
    return refuse(
      c,
      taken.error,
      taken.error.code === 'otp_invalid' ? [{ field: 'otp', code: 'otp_invalid' }] : undefined,
    );
  const { applicationId, reference, state, accessToken, statusCode } = taken.value;
  const link = statusCode ? addressOf(app, statusCode) : await linkUrl(app, applicationId, 'status');
  const statusUrl = link ?? `${app.settings.publicUrl}/my/${reference}`;
  return c.json({ reference, state, accessToken, statusUrl }, 201);
}

function otpOf(body: unknown): string | undefined {
  const otp: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'otp') : undefined;
  return typeof otp === 'string' && otp.trim() !== '' && otp.length <= MAX_OTP_LENGTH ? otp : undefined;
}

/** A child below the course's age is told so, and not first asked for a guardian. */
async function tooYoung(
  app: App,
  c: Context,
  body: unknown,
  problems: readonly FieldProblem[],
): Promise<Response | undefined> {
  if (!problems.every((p) => p.field.startsWith('guardian'))) return undefined;
  const { offeringId, birthDate } = body as { offeringId: string; birthDate: string };
  const offering = await findOffering(app.database.db, offeringId as OfferingId);
  const firstDay = civilDay(offering?.facts.schedule?.startsAt ?? app.clock.now());
  if (!offering) return refuse(c, { code: 'offering_not_found' });
  if (ageOn(birthDate, firstDay) >= offering.minAge) {
    return refuse(c, { code: 'guardian_needed' }, worded(c, problems));
  }
  return refuse(c, { code: 'age', problem: 'too_young', field: 'birthDate' });
}

const worded = (c: Context, problems: readonly FieldProblem[]) =>
  problems.map((p) => ({ ...p, message: fieldText(p, apiLanguage(c)) }));

const wrongFields = (c: Context, problems: readonly FieldProblem[]): Response =>
  refuse(c, { code: 'validation_failed' }, worded(c, problems));

/** The request that the bearer's token opens, or the answer that it does not. */
async function open(app: App, c: Context): Promise<ApplicationRecord | Response> {
  const [, token = ''] = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const opened = await applicationByToken(app, c.req.param('reference') ?? '', token);
  if (opened.ok) return opened.value;
  if (opened.error.code === 'unauthorized') c.header('WWW-Authenticate', 'Bearer');
  return refuse(c, opened.error);
}

async function statusJson(app: App, record: ApplicationRecord, c: Context) {
  const { offeringState: _offering, timeline, payment, ...view } = await statusView(app, record, apiLanguage(c));
  return {
    ...view,
    payment: payment && {
      number: payment.number,
      amountFils: payment.amountFils,
      payBefore: payment.payBefore,
      status: payment.status,
    },
    timeline: timeline.map(({ at, clause, text }) => ({ at, clause, text })),
  };
}
