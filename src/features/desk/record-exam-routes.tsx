import { type Context, Hono } from 'hono';
import type { ExamId } from '#kernel/ids.ts';
import type { PublishProblem } from '#procedure/placement/publish.ts';
import {
  type ExamRow,
  examVersionsOf,
  findByIds,
  findExam,
  listExams,
  publishExam,
  publishState,
  saveExamSettings,
  topicTitles,
  versionOf,
} from '../exams/index.ts';
import type { Web } from '../shell/index.ts';
import { memberOf } from '../staff/index.ts';
import { type ExamTyped, NEW_EXAM, readExamSettings, readExamTyped, typedExam } from './bank-exam-form.ts';
import { bankPage, bankSetting, revisionOf } from './bank-page.tsx';
import { publishText } from './bank-words.ts';
import { addNewExam, recordPass } from './commands.ts';
import { PASS_FIELDS, readPass } from './exam-form.ts';
import { ExamOverviewPage, NewExamPage, type ShownProblem } from './pages/bank/ExamOverviewPage.tsx';
import { ExamListPage, PassPanel } from './pages/ExamPages.tsx';
import { refusedText } from './record-messages.ts';
import { act, type FieldErrors, recordPage, sentFields, settingOf } from './record-page.tsx';
import { coursesOfExam } from './store.ts';

type Typed = Readonly<Record<string, string>>;
type Form = {
  readonly typed?: ExamTyped;
  readonly pass?: Typed;
  readonly errors?: FieldErrors;
  readonly refused?: string;
  readonly status?: 409 | 422;
};

/** Exams: their settings and publishing, and passes from before the service. */
export const examDeskRoutes = (web: Web) => {
  const { db } = web.app.database;
  const find = (c: Context): Promise<ExamRow | undefined> => findExam(db, (c.req.param('id') ?? '') as ExamId);

  /** How many questions an attempt at the published version asks; 0 = nothing is published. */
  const questionsIn = async ({ id, publishedVersion }: ExamRow): Promise<number> => {
    const version = publishedVersion === null ? undefined : await versionOf(db, id, publishedVersion);
    return version?.sections.reduce((sum, section) => sum + section.draw, 0) ?? 0;
  };

  /** Problems in words, each with the way to where it is mended. */
  const inWords = async (c: Context, exam: ExamRow, problems: readonly PublishProblem[]): Promise<ShownProblem[]> => {
    const { lang, t } = bankSetting(web, c);
    const ids = problems.flatMap((problem) => ('itemId' in problem ? [problem.itemId] : []));
    const numbers = new Map((await findByIds(db, ids)).map(({ item }) => [item.id, item.number]));
    const topics = await topicTitles(db);
    return problems.map((problem) => {
      const number = 'itemId' in problem ? numbers.get(problem.itemId) : undefined;
      const aside = problem.code === 'no_language' ? '#exam-settings' : '/parts';
      return {
        words: publishText(problem, (id) => numbers.get(id), topics, lang, t),
        href: number === undefined ? `/desk/exams/${exam.id}${aside}` : `/desk/bank/${number}`,
      };
    });
  };

  const show = async (c: Context, exam: ExamRow, form: Form = {}): Promise<Response> => {
    const { lang, t, csrf, mayEdit } = bankSetting(web, c);
    const record = settingOf(web, c);
    const courses = await coursesOfExam(db, exam.id);
    const { problems, upToDate } = await publishState(db, exam);
    const [latest] = await examVersionsOf(db, exam.id);
    const errors = form.errors ?? {};
    const view = {
      exam,
      questions: await questionsIn(exam),
      courses: courses.map((course) => (lang === 'ar' ? course.courseAr : course.courseEn)),
      problems: await inWords(c, exam, problems),
      upToDate,
      nextVersion: (latest?.version ?? 0) + 1,
      typed: form.typed ?? typedExam(exam),
      errors,
      refused: form.refused ?? null,
      mayEdit,
    };
    const title = lang === 'ar' ? exam.titleAr : exam.titleEn;
    const pass = <PassPanel exam={exam} pass={form.pass ?? {}} errors={errors} csrf={csrf} lang={lang} t={record.t} />;
    const body = <ExamOverviewPage view={view} csrf={csrf} earlierPass={pass} lang={lang} t={t} />;
    const status = form.status ?? (form.errors ? 422 : 200);
    // What was done is said by either half of the texts.
    return c.req.query('done')?.startsWith('pass')
      ? recordPage(web, c, { title, current: 'exams', status }, body)
      : bankPage(web, c, { title, current: 'exams', status }, body);
  };

  return new Hono()
    .get('/desk/exams', async (c) => {
      const { lang, t } = settingOf(web, c);
      const exams = await Promise.all(
        (await listExams(db)).map(async (exam) => ({ ...exam, questions: await questionsIn(exam) })),
      );
      const body = <ExamListPage exams={exams} mayEdit={bankSetting(web, c).mayEdit} lang={lang} t={t} />;
      return recordPage(web, c, { title: t('exams.title'), current: 'exams' }, body);
    })
    .get('/desk/exams/new', (c) => {
      const { lang, t, csrf } = bankSetting(web, c);
      const body = <NewExamPage csrf={csrf} typed={NEW_EXAM} errors={{}} lang={lang} t={t} />;
      return bankPage(web, c, { title: t('exam.new'), current: 'exams' }, body);
    })
    .post('/desk/exams/new', async (c) => {
      const { lang, t, csrf } = bankSetting(web, c);
      const typed = readExamTyped(await sentFields(c));
      const terms = readExamSettings(typed, t);
      if (!terms.ok) {
        const body = <NewExamPage csrf={csrf} typed={typed} errors={terms.error} lang={lang} t={t} />;
        return bankPage(web, c, { title: t('exam.new'), current: 'exams', status: 422 }, body);
      }
      const id = await act(web, c, (work) => addNewExam(work, terms.value));
      return c.redirect(`/desk/exams/${id}?done=exam_added`, 303);
    })
    .get('/desk/exams/:id', async (c) => {
      const exam = await find(c);
      return exam ? show(c, exam) : web.errorPage(c, 404);
    })
    .post('/desk/exams/:id', async (c) => {
      const exam = await find(c);
      if (!exam) return web.errorPage(c, 404);
      const { t } = bankSetting(web, c);
      const sent = await sentFields(c);
      const typed = readExamTyped(sent);
      const terms = readExamSettings(typed, t);
      if (!terms.ok) return show(c, exam, { typed, errors: terms.error });
      const revision = revisionOf(sent('revision'));
      const saved = await act(web, c, ({ tx }) => saveExamSettings(tx, exam.id, terms.value, revision));
      if (saved) return c.redirect(`/desk/exams/${exam.id}?done=exam_saved`, 303);
      return show(c, (await find(c)) ?? exam, { typed, refused: t('exam.conflict'), status: 409 });
    })
    .post('/desk/exams/:id/publish', async (c) => {
      const exam = await find(c);
      if (!exam) return web.errorPage(c, 404);
      const { t } = bankSetting(web, c);
      const revision = revisionOf((await sentFields(c))('revision'));
      const by = memberOf(c).username;
      const made = await act(web, c, ({ tx, now }) => publishExam(tx, exam.id, { by, now, revision }));
      if (made.ok) return c.redirect(`/desk/exams/${exam.id}?done=published`, 303);
      const now = (await find(c)) ?? exam;
      if (made.error.code === 'problems') {
        return show(c, now, { refused: t('exam.problems', { count: made.error.problems.length }), status: 422 });
      }
      const words = made.error.code === 'nothing_changed' ? 'exam.nothing_changed' : 'exam.conflict.publish';
      return show(c, now, { refused: t(words), status: 409 });
    })
    .post('/desk/exams/:id/passes', async (c) => {
      const exam = await find(c);
      if (!exam) return web.errorPage(c, 404);
      const { t } = settingOf(web, c);
      const sent = await sentFields(c);
      const typed = Object.fromEntries(PASS_FIELDS.map((name) => [name, sent(name)]));
      const again = (errors: FieldErrors) => show(c, exam, { pass: typed, errors });
      const pass = readPass(sent, t);
      if (!pass.ok) return again(pass.error);
      const recorded = await act(web, c, (work) => recordPass(work, { ...pass.value, examId: exam.id }));
      if (!recorded.ok) return again({ date: refusedText(recorded.error.code, t) });
      return c.redirect(`/desk/exams/${exam.id}?done=${recorded.value.settled ? 'pass_settled' : 'pass'}`, 303);
    });
};
