import { Hono } from 'hono';
import { LANGS } from '#kernel/lang.ts';
import { command } from '#platform/app.ts';
import type { Web } from '../shell/index.ts';
import {
  deviceOf,
  isElsewhere,
  keepAccess,
  mine,
  myRequest,
  nameDevice,
  referenceIn,
  viewOf,
  worded,
} from './access.ts';
import { keepRead, startAttempt } from './commands.ts';
import { readExamForm } from './forms.ts';
import { ResultPage } from './pages/ResultPage.tsx';
import { StandingPage } from './pages/StandingPage.tsx';
import { StartPage } from './pages/StartPage.tsx';
import { paperOf, topicsOf } from './queries.ts';

/** Before and after the questions: what awaits the person, the start, and the result. */
export const startRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;

  return new Hono()
    .get('/exam/:reference', async (c) => {
      const application = await mine(web, c);
      if (!application) return web.errorPage(c, 401);
      const view = await viewOf(web, application);
      if (view.kind === 'done') return c.redirect(`/exam/${application.row.reference}/result`, 303);
      const { lang, t } = worded(web, c, application.row.language);
      const page = { lang, title: t('exam.plainTitle'), current: 'my', personal: true } as const;
      if (view.kind === 'not_needed' || view.kind === 'no_exam' || view.kind === 'not_ready') {
        return web.page(c, page, <StandingPage view={view} lang={lang} t={t} />);
      }
      const elsewhere = view.kind === 'open' && isElsewhere(view.attempt, deviceOf(web, c));
      return web.page(c, page, <StartPage view={view} elsewhere={elsewhere} lang={lang} t={t} csrf={web.csrf(c)} />);
    })

    .post('/exam/:reference/start', async (c) => {
      const own = await myRequest(web, c);
      if (!own) return web.errorPage(c, 401);
      const [id, reference] = [own.id, referenceIn(c)];
      const fields = await c.req.parseBody();
      const device = nameDevice(web, c);
      const language = LANGS.find((lang) => lang === fields['language']) ?? web.lang(c, own.language);
      const started = await command(app, { actor: 'applicant' }, async (work) => {
        const begun = await startAttempt(work, id, { device, language });
        // What another device of this person had not yet sent when it was told.
        const given = begun.ok ? readExamForm(fields, (await paperOf(work.tx, begun.value)).items) : undefined;
        if (begun.ok && given && given.length > 0) await keepRead(work, { attempt: begun.value, given, device });
        return begun;
      });
      if (!started.ok) return c.redirect(`/exam/${reference}`, 303);
      keepAccess(web, c, started.value);
      return c.redirect(`/exam/${reference}/questions`, 303);
    })

    .get('/exam/:reference/result', async (c) => {
      const application = await mine(web, c);
      if (!application) return web.errorPage(c, 401);
      const view = await viewOf(web, application);
      if (view.kind !== 'done') return c.redirect(`/exam/${application.row.reference}`, 303);
      const { lang, t } = worded(web, c, application.row.language);
      const page = { lang, title: t('result.title'), current: 'my', personal: true, scripts: ['exam'] } as const;
      const topics = await topicsOf(db, view.attempt);
      return web.page(c, page, <ResultPage view={view} topics={topics} lang={lang} t={t} />);
    });
};
