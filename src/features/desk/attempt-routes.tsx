import { isDeepStrictEqual } from 'node:util';
import { type Context, Hono } from 'hono';
import type { ExamId } from '#kernel/ids.ts';
import { drawPaper } from '#procedure/placement/draw.ts';
import { MOST_EXTRA_MINUTES } from '#procedure/placement/sitting.ts';
import { type ApplicationRecord, findApplication, findByReference } from '../applications/index.ts';
import { correctionsOf, findExam } from '../exams/index.ts';
import {
  type AttemptRow,
  attemptOf,
  attemptsAt,
  correctionsOn,
  eventsOf,
  extraTimeOf,
  findAttempt,
  givenOf,
  grantExtraTime,
  paperOf,
} from '../placement/index.ts';
import type { Web } from '../shell/index.ts';
import { type DeskAction, may, memberOf, requires } from '../staff/index.ts';
import { attemptTexts } from './attempt-messages.ts';
import { givenWords } from './attempt-words.ts';
import { bankTexts } from './bank-messages.ts';
import { keyWords, readable } from './bank-words.ts';
import { deskFrame } from './frame.tsx';
import { type AnswerLine, AnswersPage, AttemptListPage } from './pages/attempt/AttemptPages.tsx';
import { SittingPage } from './pages/attempt/SittingPage.tsx';
import { ExamHead } from './pages/bank/ExamHead.tsx';
import { DoneNotice } from './pages/RecordWords.tsx';
import { act, type FieldErrors, isUuid, sentFields } from './record-page.tsx';

/** Attempts at exams, with what the visitor must be allowed to do: times and events by request, answers without names. */
export const ATTEMPT_ROUTES = [
  { method: 'GET', path: '/desk/applications/:reference/exam', action: 'see_applications' },
  { method: 'POST', path: '/desk/applications/:reference/extra-time', action: 'decide_applications' },
  { method: 'GET', path: '/desk/exams/:id/attempts', action: 'see_exams' },
  { method: 'GET', path: '/desk/attempts/:id', action: 'see_exams' },
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

const REASON_MOST = 500;
const NEWEST = 200;
const EMPTY_FORM = { minutes: '', reason: '' };
const BEFORE_EXAM: readonly string[] = ['waiting_minimum', 'waitlisted', 'awaiting_exam'];

/** Each address is guarded from the table above, before its handler. */
export function attemptDeskRoutes(web: Web) {
  const { app } = web;
  const { db } = app.database;
  const routes = new Hono();
  for (const { method, path, action } of ATTEMPT_ROUTES) routes.on(method, path, requires(web, action));

  const showSitting = async (
    c: Context,
    { row }: ApplicationRecord,
    form: typeof EMPTY_FORM = EMPTY_FORM,
    errors: FieldErrors = {},
  ) => {
    const lang = web.lang(c);
    const t = attemptTexts(lang);
    const exam = row.examId ? await findExam(db, row.examId) : undefined;
    const attempt = await attemptOf(db, row.id);
    const { role } = memberOf(c);
    const given = attempt ? await givenOf(db, attempt.id) : [];
    const view = {
      reference: row.reference,
      state: row.state,
      exam: exam ? (lang === 'ar' ? exam.titleAr : exam.titleEn) : null,
      attempt,
      answered: given.filter((one) => one.answer !== null).length,
      events: attempt ? await eventsOf(db, attempt.id) : [],
      extra: await extraTimeOf(db, row.id),
      maySeeAnswers: may(role, 'see_exams'),
      mayGrant: may(role, 'decide_applications') && exam !== undefined && BEFORE_EXAM.includes(row.state),
      form,
      errors,
    };
    const hasErrors = Object.keys(errors).length > 0;
    const title = t('sitting.title', { reference: row.reference });
    const done = c.req.method === 'GET' && c.req.query('done') === 'extra_time' ? t('extra.done') : undefined;
    const body = (
      <div class="stack">
        <DoneNotice text={done} />
        <SittingPage view={view} csrf={web.csrf(c)} lang={lang} t={t} />
      </div>
    );
    return deskFrame(web, c, { lang, title, current: 'applications', status: hasErrors ? 422 : 200, hasErrors }, body);
  };

  const find = (reference: string) => findByReference(db, reference, app.clock.now());

  routes
    .get('/desk/applications/:reference/exam', async (c) => {
      const record = await find(c.req.param('reference'));
      return record ? showSitting(c, record) : web.errorPage(c, 404);
    })
    .post('/desk/applications/:reference/extra-time', async (c) => {
      const record = await find(c.req.param('reference'));
      if (!record) return web.errorPage(c, 404);
      const t = attemptTexts(web.lang(c));
      const sent = await sentFields(c);
      const form = { minutes: sent('minutes'), reason: sent('reason') };
      const minutes = /^\d{1,4}$/.test(form.minutes) ? Number(form.minutes) : 0;
      const errors: Record<string, string> = {};
      if (minutes < 1 || minutes > MOST_EXTRA_MINUTES)
        errors['minutes'] = t('error.minutes', { most: MOST_EXTRA_MINUTES });
      if (form.reason === '') errors['reason'] = t('error.reason');
      if (form.reason.length > REASON_MOST) errors['reason'] = t('error.reasonLong');
      if (Object.keys(errors).length > 0) return showSitting(c, record, form, errors);
      const granted = await act(web, c, (work) =>
        grantExtraTime(work, record.row.id, { minutes, reason: form.reason }),
      );
      if (!granted.ok) {
        const code = granted.error.code;
        return showSitting(c, record, form, { form: t(`refused.${code}`, { most: MOST_EXTRA_MINUTES }) });
      }
      return c.redirect(`/desk/applications/${record.row.reference}/exam?done=extra_time`, 303);
    })
    .get('/desk/exams/:id/attempts', async (c) => {
      const exam = await findExam(db, c.req.param('id') as ExamId);
      if (!exam) return web.errorPage(c, 404);
      const lang = web.lang(c);
      const t = attemptTexts(lang);
      const attempts = await attemptsAt(db, exam.id, NEWEST);
      const head = <ExamHead exam={exam} current="attempts" lang={lang} t={bankTexts(lang)} />;
      const cutAt = attempts.length === NEWEST ? NEWEST : undefined;
      const body = <AttemptListPage head={head} attempts={attempts} cutAt={cutAt} lang={lang} t={t} />;
      return deskFrame(web, c, { lang, title: t('list.title'), current: 'exams' }, body);
    })
    .get('/desk/attempts/:id', async (c) => {
      const id = c.req.param('id');
      const attempt = isUuid(id) ? await findAttempt(db, id) : undefined;
      const exam = attempt && (await findExam(db, attempt.examId));
      if (!attempt || !exam) return web.errorPage(c, 404);
      const lang = web.lang(c);
      const t = attemptTexts(lang);
      const seesRequests = may(memberOf(c).role, 'see_applications');
      const request = seesRequests ? await findApplication(db, attempt.applicationId, app.clock.now()) : undefined;
      const { lines, isSame } = await linesOf(attempt, lang);
      const props = {
        attempt,
        exam: lang === 'ar' ? exam.titleAr : exam.titleEn,
        reference: request?.row.reference,
        lines,
        isSame,
        events: await eventsOf(db, attempt.id),
      };
      const title = t('answers.paper');
      return deskFrame(web, c, { lang, title, current: 'exams' }, <AnswersPage {...props} lang={lang} t={t} />);
    });

  /** The paper in words, with the key as it counts now, in the language that it was sat in. */
  async function linesOf(attempt: AttemptRow, pageLang: 'ar' | 'en') {
    const { items, version } = await paperOf(db, attempt);
    const given = new Map((await givenOf(db, attempt.id)).map((row) => [row.itemId, row]));
    const corrections = correctionsOn(attempt.paper, await correctionsOf(db, attempt.examId));
    const words = bankTexts(pageLang);
    const { language } = attempt;
    const lines = items.map((item): AnswerLine => {
      const corrected = corrections.get(item.id);
      const content = corrected ?? item.content;
      const row = given.get(item.id);
      return {
        question: readable(content.question, language),
        given: givenWords(item.content, row?.answer ?? null, language, words),
        key: keyWords(content, language, words),
        points: attempt.passed === null ? null : (row?.points ?? null),
        max: item.points * 100,
        answeredAt: row?.answeredAt ?? null,
        correction: corrected === null ? 'annulled' : corrected ? 'corrected' : null,
      };
    });
    const again = drawPaper(version.sections, attempt.seed, version);
    return { lines, isSame: isDeepStrictEqual(again, attempt.paper) };
  }

  return routes;
}
