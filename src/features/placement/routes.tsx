import { type Context, Hono } from 'hono';
import { command } from '#platform/app.ts';
import { translator } from '#platform/i18n/messages.ts';
import { takesAnswers } from '#procedure/placement/sitting.ts';
import { type ApplicationRecord, findByReference } from '../applications/index.ts';
import type { Web } from '../shell/index.ts';
import { personalAccess } from '../status/index.ts';
import { type AnswerRefusal, closeExpiredAttempt, saveAnswers, startAttempt, submitAttempt } from './commands.ts';
import { readExamForm } from './forms.ts';
import { messages } from './messages.ts';
import { FinishPage } from './pages/FinishPage.tsx';
import { QuestionsPage } from './pages/QuestionsPage.tsx';
import { ResultPage } from './pages/ResultPage.tsx';
import { StandingPage } from './pages/StandingPage.tsx';
import { StartPage } from './pages/StartPage.tsx';
import { type ExamView, examView, questionsOf } from './queries.ts';

const START = '/exam/:reference';
const QUESTIONS = '/exam/:reference/questions';
const FINISH = '/exam/:reference/finish';
const RESULT = '/exam/:reference/result';

const ANSWER_STATUS: Readonly<Record<AnswerRefusal['code'], 400 | 409 | 410>> = {
  not_started: 409,
  not_awaiting_exam: 409,
  closed: 410,
  time_over: 410,
  unknown_answer: 400,
};

/** The pages of the placement exam, behind the personal link (clauses 6.3 and 7.3). */
export const placementRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;

  /** The request whose personal pages this browser may see. */
  const mine = async (c: Context): Promise<ApplicationRecord | undefined> => {
    const reference = (c.req.param('reference') ?? '').toUpperCase();
    const found = await findByReference(db, reference, app.clock.now());
    return found && personalAccess(web, c).includes(found.row.id) ? found : undefined;
  };

  /** What stands; an attempt whose time is over is closed first, if the worker has not been there yet. */
  const viewOf = async (application: ApplicationRecord): Promise<ExamView> => {
    const now = app.clock.now();
    const view = await examView(db, application, now);
    if (view.kind !== 'open' || takesAnswers(view.attempt.deadlineAt, now)) return view;
    await command(app, { actor: 'clock' }, (work) => closeExpiredAttempt(work, application.row.id));
    const after = await findByReference(db, application.row.reference, now);
    return after ? examView(db, after, now) : view;
  };

  const worded = (c: Context, application: ApplicationRecord) => {
    const lang = web.lang(c, application.row.language);
    return { lang, t: translator(messages, lang) };
  };

  return new Hono()
    .get(START, async (c) => {
      const application = await mine(c);
      if (!application) return web.errorPage(c, 401);
      const view = await viewOf(application);
      if (view.kind === 'done') return c.redirect(`/exam/${application.row.reference}/result`, 303);
      const { lang, t } = worded(c, application);
      const page = { lang, title: t('exam.plainTitle'), current: 'my', personal: true } as const;
      if (view.kind === 'not_needed' || view.kind === 'no_exam') {
        return web.page(c, page, <StandingPage view={view} lang={lang} t={t} />);
      }
      return web.page(c, page, <StartPage view={view} lang={lang} t={t} csrf={web.csrf(c)} />);
    })

    .post('/exam/:reference/start', async (c) => {
      const application = await mine(c);
      if (!application) return web.errorPage(c, 401);
      const { id, reference } = application.row;
      const started = await command(app, { actor: 'applicant' }, (work) => startAttempt(work, id));
      return c.redirect(started.ok ? `/exam/${reference}/questions` : `/exam/${reference}`, 303);
    })

    .get(QUESTIONS, async (c) => {
      const application = await mine(c);
      if (!application) return web.errorPage(c, 401);
      const view = await viewOf(application);
      if (view.kind !== 'open') return c.redirect(`/exam/${application.row.reference}`, 303);
      const { lang, t } = worded(c, application);
      const questions = await questionsOf(db, view.attempt, lang);
      const left = view.attempt.deadlineAt.getTime() - app.clock.now().getTime();
      const secondsLeft = Math.max(0, Math.ceil(left / 1000));
      const page = { lang, title: t('questions.title'), current: 'my', personal: true, scripts: ['exam'] } as const;
      const props = { view, questions, secondsLeft, lang, t, csrf: web.csrf(c) };
      return web.page(c, page, <QuestionsPage {...props} />);
    })

    .post(QUESTIONS, async (c) => {
      const application = await mine(c);
      if (!application) return web.errorPage(c, 401);
      const { id, reference } = application.row;
      const view = await viewOf(application);
      if (view.kind !== 'open') return c.redirect(`/exam/${reference}`, 303);
      const { answers, button } = readExamForm(await c.req.parseBody());
      const saved = await command(app, { actor: 'applicant' }, (work) => saveAnswers(work, view.attempt.id, answers));
      if (!saved.ok && saved.error.code === 'unknown_answer') return web.errorPage(c, 400);
      if (!saved.ok || button === 'save') return c.redirect(`/exam/${reference}`, 303);

      const questions = await questionsOf(db, view.attempt, application.row.language);
      const unsure = button === 'finish' && questions.some((q) => q.chosen === null);
      if (unsure && app.clock.now() < view.attempt.deadlineAt) return c.redirect(`/exam/${reference}/finish`, 303);
      await command(app, { actor: 'applicant' }, (work) => submitAttempt(work, id));
      return c.redirect(`/exam/${reference}/result`, 303);
    })

    .get(FINISH, async (c) => {
      const application = await mine(c);
      if (!application) return web.errorPage(c, 401);
      const view = await viewOf(application);
      if (view.kind !== 'open') return c.redirect(`/exam/${application.row.reference}`, 303);
      const { lang, t } = worded(c, application);
      const questions = await questionsOf(db, view.attempt, lang);
      const page = { lang, title: t('questions.finish'), current: 'my', personal: true } as const;
      const props = { standing: view.standing, questions, lang, t, csrf: web.csrf(c) };
      return web.page(c, page, <FinishPage {...props} />);
    })

    .post('/exam/:reference/answer', async (c) => {
      const application = await mine(c);
      if (!application) return c.body(null, 401);
      const view = await viewOf(application);
      if (view.kind === 'done') return c.body(null, 410);
      if (view.kind !== 'open') return c.body(null, 409);
      const { answers } = readExamForm(await c.req.parseBody());
      const saved = await command(app, { actor: 'applicant' }, (work) => saveAnswers(work, view.attempt.id, answers));
      return c.body(null, saved.ok ? 204 : ANSWER_STATUS[saved.error.code]);
    })

    .get(RESULT, async (c) => {
      const application = await mine(c);
      if (!application) return web.errorPage(c, 401);
      const view = await viewOf(application);
      if (view.kind !== 'done') return c.redirect(`/exam/${application.row.reference}`, 303);
      const { lang, t } = worded(c, application);
      const page = { lang, title: t('result.title'), current: 'my', personal: true } as const;
      return web.page(c, page, <ResultPage view={view} lang={lang} t={t} />);
    });
};
