import { type Context, Hono } from 'hono';
import { command } from '#platform/app.ts';
import { translator } from '#platform/i18n/messages.ts';
import { decideEvaluate } from '#procedure/evaluation/evaluation.ts';
import { type ApplicationRecord, findByReference } from '../applications/index.ts';
import { findOffering } from '../catalogue/index.ts';
import type { Web } from '../shell/index.ts';
import { personalAccess } from '../status/index.ts';
import { evaluate } from './commands.ts';
import { readEvaluation } from './forms.ts';
import { messages } from './messages.ts';
import { ClosedPage } from './pages/ClosedPage.tsx';
import { EvaluationPage } from './pages/EvaluationPage.tsx';

const ADDRESS = '/evaluate/:reference';

/** The pages of the evaluation, behind the personal link (clause 8). */
export const evaluationRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;

  /** The request whose personal pages this browser may see. */
  const mine = async (c: Context): Promise<ApplicationRecord | undefined> => {
    const reference = (c.req.param('reference') ?? '').toUpperCase();
    const found = await findByReference(db, reference, app.clock.now());
    return found && personalAccess(web, c).includes(found.row.id) ? found : undefined;
  };

  /** The questionnaire with what was sent so far, or what stands instead. */
  const show = async (c: Context, { row }: ApplicationRecord, sent?: ReturnType<typeof readEvaluation>) => {
    const lang = web.lang(c, row.language);
    const t = translator(messages, lang);
    const offering = await findOffering(db, row.offeringId);
    if (!offering) throw new Error('a request belongs to an offering');
    const props = { lang, t, reference: row.reference, course: offering.courseTitle };
    const page = { lang, title: t('evaluation.title'), current: 'my', personal: true } as const;
    const { state, evaluationSentAt: sentAt, evaluatedAt: answeredAt } = row;
    const open = decideEvaluate({ state, sentAt, answeredAt }, app.settings.evaluationValidDays, app.clock.now());
    if (!open.ok) return web.page(c, page, <ClosedPage {...props} refusal={open.error} />);
    const { form, problems } = sent ?? { form: { comment: '' }, problems: [] };
    const back = problems.length > 0 ? ({ status: 422, hasErrors: true } as const) : {};
    const { until } = open.value;
    return web.page(
      c,
      { ...page, ...back },
      <EvaluationPage {...props} until={until} form={form} problems={problems} csrf={web.csrf(c)} />,
    );
  };

  return new Hono()
    .get(ADDRESS, async (c) => {
      const application = await mine(c);
      return application ? show(c, application) : web.errorPage(c, 401);
    })

    .post(ADDRESS, async (c) => {
      const application = await mine(c);
      if (!application) return web.errorPage(c, 401);
      const sent = readEvaluation(await c.req.parseBody());
      const { answer } = sent;
      if (!answer) return show(c, application, sent);
      // Refused or taken, the page that follows says what stands now.
      await command(app, { actor: 'applicant' }, (work) => evaluate(work, application.row.id, answer));
      return c.redirect(`/evaluate/${application.row.reference}`, 303);
    });
};
