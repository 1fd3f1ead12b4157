import { type Context, Hono } from 'hono';
import type { Lang } from '#kernel/lang.ts';
import { ok, type Result } from '#kernel/result.ts';
import { HOUR_MS } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import { translator } from '#platform/i18n/messages.ts';
import { newToken } from '#platform/vault/random.ts';
import { ageOn, ageProblem } from '#procedure/people/age.ts';
import { type OfferingView, offeringOfAddress, standingOf, takesRequests, WhyNot } from '../catalogue/index.ts';
import { type CheckedFile, checkProofFiles, isProofProblem, proofProblemText, uploadedFiles } from '../proofs/index.ts';
import type { Web } from '../shell/index.ts';
import { formMessages } from './form-messages.ts';
import {
  type FormValues,
  formValuesOf,
  openDraft,
  type RequestDraft,
  requestBodyOf,
  sealDraft,
} from './form-values.ts';
import { type FieldProblem, type ParsedRequest, parseRequest } from './forms.ts';
import { fieldText, otpText, takeRefusalText } from './messages.ts';
import { sendCode } from './otp.ts';
import { CodePage, type CodePageProps } from './pages/CodePage.tsx';
import { RefusedPage } from './pages/RefusedPage.tsx';
import { RequestFormPage, type WordedError } from './pages/RequestFormPage.tsx';
import { type TakeRefusal, takeRequest } from './requests.ts';
import { grantAccess } from './session.ts';
import type { Taken } from './take-together.ts';

/** Per address: mobile networks put many people behind one. */
const FORMS_PER_HOUR = 120;
const CODES_PER_HOUR = 60;

/** One request of a browser about one offering. */
type Visit = { readonly web: Web; readonly c: Context; readonly lang: Lang; readonly offering: OfferingView };

/** Clause 4: the form, the code, the request. */
export function requestRoutes(web: Web) {
  return new Hono()
    .get('/courses/:id/request', (c) =>
      visit(web, c, (v) => showForm(v, formValuesOf({ language: v.lang }), newToken())),
    )
    .post('/courses/:id/request', (c) =>
      visit(web, c, async (v) => {
        const body = await c.req.parseBody();
        const key = typeof body['key'] === 'string' && body['key'] !== '' ? body['key'] : newToken();
        return checkForm(v, { offeringId: v.offering.id, key, values: formValuesOf(body) });
      }),
    )
    .post('/courses/:id/request/code', (c) =>
      visit(web, c, async (v) => {
        const body = await c.req.parseBody({ all: true });
        const draft = openDraft(web.app.vault, body['draft']);
        if (draft?.offeringId !== v.offering.id) return web.errorPage(c, 400);
        if (body['action'] === 'edit') return showForm(v, draft.values, draft.key);
        if (body['action'] === 'resend') return checkForm(v, draft, 'code.resent');
        const typed = typeof body['otp'] === 'string' ? body['otp'] : '';
        return finish(v, draft, typed, body['proof']);
      }),
    );
}

async function visit(web: Web, c: Context, show: (visit: Visit) => Response | Promise<Response>): Promise<Response> {
  const offering = await offeringOfAddress(web, c.req.param('id') ?? '');
  if (!offering) return web.errorPage(c, 404);
  const lang = web.lang(c);
  const standing = standingOf(offering, web.app.clock.now());
  if (takesRequests(standing) || c.req.path.endsWith('/code')) return show({ web, c, lang, offering });
  return web.page(
    c,
    { lang, title: offering.title[lang], current: 'courses', status: 409 },
    <div class="measure stack">
      <h1 class="h1">{offering.title[lang]}</h1>
      <WhyNot offering={offering} standing={standing} lang={lang} />
    </div>,
  );
}

function showForm(
  { web, c, lang, offering }: Visit,
  values: FormValues,
  submissionKey: string,
  errors: readonly WordedError[] = [],
): Response | Promise<Response> {
  const now = web.app.clock.now();
  const isWrong = errors.length > 0;
  return web.page(
    c,
    {
      lang,
      title: translator(formMessages, lang)('title'),
      current: 'courses',
      status: isWrong ? 422 : 200,
      hasErrors: isWrong,
    },
    <RequestFormPage
      offering={offering}
      standing={standingOf(offering, now)}
      values={values}
      errors={errors}
      submissionKey={submissionKey}
      csrf={web.csrf(c)}
      lang={lang}
      now={now}
    />,
  );
}

const todayOf = (web: Web): string => civilDay(web.app.clock.now());

function parsedDraft(
  { web }: Visit,
  { values, offeringId }: RequestDraft,
): Result<ParsedRequest, readonly FieldProblem[]> {
  return parseRequest(requestBodyOf(values, offeringId), todayOf(web));
}

/** The form is right: a code goes out, and the page that asks for it comes back. */
async function checkForm(v: Visit, draft: RequestDraft, note?: 'code.resent'): Promise<Response> {
  const { web, c, lang } = v;
  if (!web.allow(c, `request:${web.address(c)}`, FORMS_PER_HOUR, HOUR_MS)) return web.errorPage(c, 429);
  const parsed = parsedDraft(v, draft);
  if (!parsed.ok) return showForm(v, draft.values, draft.key, worded(parsed.error, lang));
  const tooYoungOrOld = ageError(v, parsed.value);
  if (tooYoungOrOld) return showForm(v, draft.values, draft.key, [tooYoungOrOld]);
  if (!web.allow(c, `otp:${web.address(c)}`, CODES_PER_HOUR, HOUR_MS)) return web.errorPage(c, 429);

  const { request } = parsed.value;
  const sent = await command(web.app, { actor: 'applicant' }, (work) =>
    sendCode(work, request.mobile, request.language, 'request'),
  );
  const t = translator(formMessages, lang);
  if (sent.ok) return showCode(v, draft, parsed.value, note ? { note: { tone: 'success', text: t(note) } } : {});
  const text = `${otpText(sent.error, lang)} ${t('code.useLast')}`;
  return showCode(v, draft, parsed.value, { note: { tone: 'warn', text } });
}

const worded = (problems: readonly FieldProblem[], lang: Lang): WordedError[] =>
  problems.map((problem) => ({ field: problem.field, message: fieldText(problem, lang) }));

/** Ruling K, told before a code is sent for nothing. */
function ageError({ web, offering, lang }: Visit, { request }: ParsedRequest): WordedError | undefined {
  const today = todayOf(web);
  const firstDay = offering.startsAt ? civilDay(offering.startsAt) : today;
  const ages = { onFirstDay: ageOn(request.birthDate, firstDay), today: ageOn(request.birthDate, today) };
  const problem = ageProblem(ages, offering, request.guardian !== undefined);
  if (!problem) return undefined;
  const { minAge, maxAge } = offering;
  return { field: 'birthDate', message: takeRefusalText({ code: 'age', problem, minAge, maxAge }, lang) };
}

function showCode(
  { web, c, lang, offering }: Visit,
  draft: RequestDraft,
  { request, warnings }: ParsedRequest,
  { errors = [], note, otp }: Partial<Pick<CodePageProps, 'errors' | 'note' | 'otp'>>,
): Response | Promise<Response> {
  const isWrong = errors.length > 0;
  return web.page(
    c,
    {
      lang,
      title: translator(formMessages, lang)('code.title'),
      current: 'courses',
      status: isWrong ? 422 : 200,
      hasErrors: isWrong,
    },
    <CodePage
      offering={offering}
      mobile={request.mobile}
      draft={sealDraft(web.app.vault, draft)}
      doubts={worded(warnings, lang).map((w) => w.message)}
      errors={errors}
      note={note}
      otp={otp}
      demo={web.app.settings.demo}
      csrf={web.csrf(c)}
      lang={lang}
    />,
  );
}

/** The code and the documents: the request is taken, and its page opens. */
async function finish(v: Visit, draft: RequestDraft, otp: string, sentFiles: unknown): Promise<Response> {
  const { web, c, lang } = v;
  if (!web.allow(c, `request:${web.address(c)}`, FORMS_PER_HOUR, HOUR_MS)) return web.errorPage(c, 429);
  const parsed = parsedDraft(v, draft);
  if (!parsed.ok) return showForm(v, draft.values, draft.key, worded(parsed.error, lang));
  const files = await proofOf(v, sentFiles);
  if (!files.ok) return showCode(v, draft, parsed.value, { errors: [{ field: 'proof', message: files.error }], otp });

  const { request } = parsed.value;
  const bodyHash = web.app.vault.lookupHash('submission body', JSON.stringify([request, otp.trim()]));
  const input = { ...request, otp, idempotencyKey: draft.key, bodyHash, files: files.value };
  const taken = await takeRequest(web.app, input);
  if (taken.ok) return showTaken(v, taken.value);
  if (!isProofProblem(taken.error)) return showRefused(v, draft, parsed.value, taken.error);
  const message = proofProblemText(taken.error, lang);
  return showCode(v, draft, parsed.value, { errors: [{ field: 'proof', message }], otp });
}

async function proofOf({ offering, lang }: Visit, sent: unknown): Promise<Result<readonly CheckedFile[], string>> {
  const uploaded = offering.examId ? await uploadedFiles(sent) : [];
  if (uploaded.length === 0) return ok([]);
  const checked = await checkProofFiles(uploaded);
  return checked.ok ? checked : { ok: false, error: proofProblemText(checked.error, lang) };
}

function showTaken({ web, c }: Visit, taken: Taken): Response {
  grantAccess(web, c, [taken.applicationId]);
  return c.redirect(`/my/${taken.reference}?new=1`, 303);
}

function showRefused(
  v: Visit,
  draft: RequestDraft,
  parsed: ParsedRequest,
  refusal: TakeRefusal,
): Response | Promise<Response> {
  const { web, c, lang } = v;
  const text = takeRefusalText(refusal, lang);
  if (refusal.code === 'otp_invalid' || refusal.code === 'otp_expired') {
    return showCode(v, draft, parsed, { errors: [{ field: 'otp', message: text }] });
  }
  if (refusal.code === 'age') return showForm(v, draft.values, draft.key, [{ field: 'birthDate', message: text }]);
  const title = translator(formMessages, lang)('refused.title');
  return web.page(c, { lang, title, current: 'courses', status: 409 }, <RefusedPage text={text} lang={lang} />);
}
