import { type Context, Hono } from 'hono';
import type { ApplicationId } from '#kernel/ids.ts';
import { MINUTE_MS } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { takesAnswers } from '#procedure/placement/sitting.ts';
import { pictureHeaders, picturesIn, readPicture, type VersionItem } from '../exams/index.ts';
import type { Web } from '../shell/index.ts';
import { personalAccess } from '../status/index.ts';
import { deviceOf, isElsewhere, keepAccess, mySitting, referenceIn, secondsLeft } from './access.ts';
import { type AnswerRefusal, keepTogether } from './commands.ts';
import { readExamForm } from './forms.ts';
import { closeExpiredAttempt } from './mark.ts';
import { paperOf } from './queries.ts';
import { noteLooking } from './store.ts';

const STATUS: Readonly<Record<AnswerRefusal['code'], 400 | 409 | 410>> = {
  not_started: 409,
  not_awaiting_exam: 409,
  other_device: 409,
  closed: 410,
  time_over: 410,
  unknown_answer: 400,
};

/** Far more than anybody answers, far less than a machine asks. */
const ANSWERS_PER_MINUTE = 120;
const LOOKS_PER_MINUTE = 30;

/** What an answer is read against: it does not change as long as the attempt has this seed. */
type KnownPaper = {
  readonly id: string;
  readonly seed: string;
  readonly applicationId: ApplicationId;
  readonly items: readonly VersionItem[];
};
/** Papers remembered per process, the oldest gives way. */
const MOST_PAPERS = 5000;

/**
 * What the page of the questions asks for and its script sends, one small answer each. A refusal says its code:
 * `{"code":"other_device"}`.
 */
export const answerRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;
  const papers = new Map<string, KnownPaper>();

  const refuse = (c: Context, code: AnswerRefusal['code']) => c.json({ code }, STATUS[code]);

  /** The paper of the attempt that this browser may answer; it is read once, so that an answer is one statement. */
  const paperFor = async (c: Context): Promise<KnownPaper | undefined> => {
    const reference = referenceIn(c);
    const known = papers.get(reference);
    if (known) return personalAccess(web, c).includes(known.applicationId) ? known : undefined;
    const sitting = await mySitting(web, c);
    if (!sitting) return undefined;
    const { id, seed, applicationId } = sitting.attempt;
    const { items } = await paperOf(db, sitting.attempt);
    if (papers.size >= MOST_PAPERS) for (const [oldest] of [...papers].slice(0, 1)) papers.delete(oldest);
    papers.set(reference, { id, seed, applicationId, items });
    return papers.get(reference);
  };

  return new Hono()
    .post('/exam/:reference/answer', async (c) => {
      const paper = await paperFor(c);
      if (!paper) return c.json({ code: 'unauthorized' }, 401);
      if (!web.allow(c, `answer:${paper.id}`, ANSWERS_PER_MINUTE, MINUTE_MS)) {
        return c.json({ code: 'rate_limited' }, 429);
      }
      const given = readExamForm(await c.req.parseBody(), paper.items);
      if (!given) return refuse(c, 'unknown_answer');
      const kept = await keepTogether(app, { attempt: paper, given, device: deviceOf(web, c) ?? '' });
      if (kept.ok) return c.json({ left: secondsLeft(web, kept.value.deadlineAt) });
      const { code } = kept.error;
      // The exam began anew with another paper, or the demo did: the script loads the page again.
      if (code === 'not_started') papers.delete(referenceIn(c));
      if (code === 'time_over') {
        await command(app, { actor: 'clock' }, (work) => closeExpiredAttempt(work, paper.applicationId));
      }
      return refuse(c, code);
    })

    .get('/exam/:reference/time', async (c) => {
      const sitting = await mySitting(web, c);
      if (!sitting) return c.json({ code: 'unauthorized' }, 401);
      const { attempt, state } = sitting;
      if (attempt.closedAt || !takesAnswers(attempt.deadlineAt, app.clock.now())) return refuse(c, 'closed');
      if (state !== 'awaiting_exam') return refuse(c, 'not_awaiting_exam');
      if (isElsewhere(attempt, deviceOf(web, c))) return refuse(c, 'other_device');
      keepAccess(web, c, attempt);
      return c.json({ left: secondsLeft(web, attempt.deadlineAt) });
    })

    .get('/exam/:reference/picture/:file', async (c) => {
      const sitting = await mySitting(web, c);
      if (!sitting) return web.errorPage(c, 401);
      const { items } = await paperOf(db, sitting.attempt);
      const file = c.req.param('file');
      const isAsked = items.some((item) => picturesIn(item.content).includes(file));
      const picture = isAsked ? await readPicture(app, file) : undefined;
      return picture ? c.body(picture.bytes, 200, pictureHeaders(picture)) : web.errorPage(c, 404);
    })

    .post('/exam/:reference/looking', async (c) => {
      const sitting = await mySitting(web, c);
      if (!sitting) return c.body(null, 401);
      const { attempt } = sitting;
      if (!web.allow(c, `looking:${attempt.id}`, LOOKS_PER_MINUTE, MINUTE_MS)) return c.body(null, 429);
      const { away } = await c.req.parseBody();
      const kind = away === '1' ? 'left_page' : 'came_back';
      await command(app, { actor: 'applicant' }, (work) => noteLooking(work.tx, attempt.id, kind, work.now));
      return c.body(null, 204);
    });
};
