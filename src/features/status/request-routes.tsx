import { type Context, Hono } from 'hono';
import { HOUR_MS } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { translator } from '#platform/i18n/messages.ts';
import { withdraw } from '../applications/index.ts';
import { checkProofFiles, handInProofs, proofProblemText, proofRefusalText, uploadedFiles } from '../proofs/index.ts';
import type { Web } from '../shell/index.ts';
import { calendarOf } from './calendar.ts';
import { RequestPage, type RequestPageProps } from './pages/RequestPage.tsx';
import { WithdrawPage } from './pages/WithdrawPage.tsx';
import { personalView } from './personal-view.ts';
import { requestMessages } from './request-messages.ts';
import { type Visit, visit } from './visit.ts';

/** Per address: making a picture anew costs seconds, and mobile networks put many people behind one. */
const PROOFS_PER_HOUR = 60;

/** The page of a request and what its person can do there; only for a browser that has opened it. */
export function requestPageRoutes(web: Web) {
  return new Hono()
    .get('/my/:reference', (c) => visit(web, c, (v) => showRequest(v, { done: doneOf(c) })))
    .get('/my/:reference/withdraw', (c) => visit(web, c, showWithdraw))
    .post('/my/:reference/withdraw', (c) =>
      visit(web, c, async (v) => {
        const { id } = v.record.row;
        const done = await command(web.app, { actor: 'applicant' }, (work) => withdraw(work, id));
        return done.ok ? c.redirect(`/my/${v.record.row.reference}?done=withdrawn`, 303) : showWithdraw(v, 409);
      }),
    )
    .post('/my/:reference/proof', (c) =>
      visit(web, c, async (v) => {
        if (!web.allow(c, `proof:${web.address(c)}`, PROOFS_PER_HOUR, HOUR_MS)) return web.errorPage(c, 429);
        const problem = await handIn(v);
        if (problem !== undefined) return showRequest(v, { proofError: problem });
        return c.redirect(`/my/${v.record.row.reference}?done=proof`, 303);
      }),
    )
    .get('/my/:reference/calendar.ics', (c) => visit(web, c, sendCalendar));
}

function doneOf(c: Context): RequestPageProps['done'] {
  if (c.req.query('new')) return 'new';
  const done = c.req.query('done');
  return done === 'withdrawn' || done === 'proof' ? done : undefined;
}

async function showRequest(
  { web, c, lang, record }: Visit,
  { done, proofError }: Pick<RequestPageProps, 'done' | 'proofError'>,
): Promise<Response> {
  const view = await personalView(web.app, record, lang);
  const isWrong = proofError !== undefined;
  return web.page(
    c,
    {
      lang,
      title: translator(requestMessages, lang)('title', { reference: record.row.reference }),
      current: 'my',
      status: isWrong ? 422 : 200,
      hasErrors: isWrong,
    },
    <RequestPage
      view={view}
      lang={lang}
      now={web.app.clock.now()}
      csrf={web.csrf(c)}
      demo={web.app.settings.demo}
      done={done}
      proofError={proofError}
    />,
  );
}

async function showWithdraw({ web, c, lang, record }: Visit, status: 200 | 409 = 200): Promise<Response> {
  const view = await personalView(web.app, record, lang);
  const title = translator(requestMessages, lang)('withdraw.title');
  return web.page(
    c,
    { lang, title, current: 'my', status },
    <WithdrawPage view={view} lang={lang} csrf={web.csrf(c)} />,
  );
}

/** @returns what was wrong, in words; `undefined` when the documents were taken */
async function handIn({ web, c, lang, record }: Visit): Promise<string | undefined> {
  const files = await uploadedFiles((await c.req.parseBody({ all: true }))['proof']);
  const checked = await checkProofFiles(files);
  if (!checked.ok) return proofProblemText(checked.error, lang);
  const handedIn = await handInProofs(web.app, record.row.id, checked.value);
  return handedIn.ok ? undefined : proofRefusalText(handedIn.error, lang);
}

async function sendCalendar({ web, c, lang, record }: Visit): Promise<Response> {
  const { status, offering } = await personalView(web.app, record, lang);
  if (status.state !== 'confirmed' || offering.meetings.length === 0) return web.errorPage(c, 404);
  const { reference } = status;
  const url = `${web.app.settings.publicUrl}/my/${reference}`;
  const file = calendarOf({ offering, reference, url, lang, now: web.app.clock.now() });
  c.header('Content-Type', 'text/calendar; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="course-${reference}.ics"`);
  return c.body(file);
}
