import { type Context, Hono } from 'hono';
import type { ExamId } from '#kernel/ids.ts';
import { type ExamRow, findExam, listExams, setPassMark } from '../exams/index.ts';
import type { Web } from '../shell/index.ts';
import { recordPass } from './commands.ts';
import { EXAM_TERM_FIELDS, PASS_FIELDS, readExamTerms, readPass } from './exam-form.ts';
import { ExamListPage, ExamPage } from './pages/ExamPages.tsx';
import { refusedText } from './record-messages.ts';
import { act, type FieldErrors, recordPage, sentFields, settingOf } from './record-page.tsx';
import { coursesOfExam, questionCounts } from './store.ts';

type Typed = Readonly<Record<string, string>>;

const pick = (names: readonly string[], sent: (name: string) => string): Typed =>
  Object.fromEntries(names.map((name) => [name, sent(name)]));

const termsOf = (exam: ExamRow): Typed =>
  Object.fromEntries(EXAM_TERM_FIELDS.map((name) => [name, String(exam[name] ?? '')]));

/** Exams: their terms, and passes from before the service. */
export const examDeskRoutes = (web: Web) => {
  const { db } = web.app.database;

  const show = async (
    c: Context,
    exam: ExamRow,
    form: { readonly terms?: Typed; readonly pass?: Typed; readonly errors?: FieldErrors } = {},
  ): Promise<Response> => {
    const { lang, t, csrf } = settingOf(web, c);
    const courses = await coursesOfExam(db, exam.id);
    const counts = await questionCounts(db);
    const view = {
      exam,
      questions: counts.get(exam.id) ?? 0,
      courses: courses.map((course) => (lang === 'ar' ? course.courseAr : course.courseEn)),
      terms: form.terms ?? termsOf(exam),
      pass: form.pass ?? {},
      errors: form.errors ?? {},
    };
    const title = lang === 'ar' ? exam.titleAr : exam.titleEn;
    const body = <ExamPage view={view} csrf={csrf} lang={lang} t={t} />;
    return recordPage(web, c, { title, current: 'exams', status: form.errors ? 422 : 200 }, body);
  };

  return new Hono()
    .get('/desk/exams', async (c) => {
      const { lang, t } = settingOf(web, c);
      const counts = await questionCounts(db);
      const exams = (await listExams(db)).map((exam) => ({ ...exam, questions: counts.get(exam.id) ?? 0 }));
      const body = <ExamListPage exams={exams} lang={lang} t={t} />;
      return recordPage(web, c, { title: t('exams.title'), current: 'exams' }, body);
    })
    .get('/desk/exams/:id', async (c) => {
      const exam = await findExam(db, c.req.param('id') as ExamId);
      return exam ? show(c, exam) : web.errorPage(c, 404);
    })
    .post('/desk/exams/:id', async (c) => {
      const exam = await findExam(db, c.req.param('id') as ExamId);
      if (!exam) return web.errorPage(c, 404);
      const sent = await sentFields(c);
      const terms = readExamTerms(sent, settingOf(web, c).t);
      if (!terms.ok) return show(c, exam, { terms: pick(EXAM_TERM_FIELDS, sent), errors: terms.error });
      await act(web, c, ({ tx }) => setPassMark(tx, exam.id, terms.value));
      return c.redirect(`/desk/exams/${exam.id}?done=exam`, 303);
    })
    .post('/desk/exams/:id/passes', async (c) => {
      const exam = await findExam(db, c.req.param('id') as ExamId);
      if (!exam) return web.errorPage(c, 404);
      const { t } = settingOf(web, c);
      const sent = await sentFields(c);
      const again = (errors: FieldErrors) => show(c, exam, { pass: pick(PASS_FIELDS, sent), errors });
      const pass = readPass(sent, t);
      if (!pass.ok) return again(pass.error);
      const recorded = await act(web, c, (work) => recordPass(work, { ...pass.value, examId: exam.id }));
      if (!recorded.ok) return again({ date: refusedText(recorded.error.code, t) });
      return c.redirect(`/desk/exams/${exam.id}?done=${recorded.value.settled ? 'pass_settled' : 'pass'}`, 303);
    });
};
