import { type Context, Hono } from 'hono';
import type { ExamId } from '#kernel/ids.ts';
import { LANGS, type Lang } from '#kernel/lang.ts';
import { newToken } from '#platform/vault/random.ts';
import { drawPaper } from '#procedure/placement/draw.ts';
import { type ItemRef, publishCheck, sectionsOf } from '#procedure/placement/publish.ts';
import { scorePaper } from '#procedure/placement/scoring.ts';
import { bankOf, type ExamRow, findExam, type VersionItem, wordingsAt } from '../exams/index.ts';
import { asAsked, readExamForm } from '../placement/index.ts';
import type { Web } from '../shell/index.ts';
import { bankPage, bankSetting } from './bank-page.tsx';
import { examTitle } from './pages/bank/ExamHead.tsx';
import { TrialPage, type TrialPaper, type TrialView } from './pages/bank/TrialPage.tsx';

/** More questions than any exam asks. */
const MOST_ASKED = 2000;
const REF = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}):(\d{1,6})$/;
const SEED = /^[\w-]{1,100}$/;

/** The items that a form names; undefined when it names none. */
function refsIn(text: string): ItemRef[] | undefined {
  const refs = text.split(' ').map((word) => REF.exec(word));
  if (refs.length > MOST_ASKED) return undefined;
  return refs.every((ref) => ref !== null)
    ? refs.map(([, itemId = '', version]) => ({ itemId, version: Number(version) }))
    : undefined;
}

/** A trial of an exam by who writes it: drawn as for anybody, marked, and forgotten. */
export const bankTrialRoutes = (web: Web) => {
  const { db } = web.app.database;
  const find = (c: Context): Promise<ExamRow | undefined> => findExam(db, (c.req.param('id') ?? '') as ExamId);

  const show = async (c: Context, exam: ExamRow, view: Partial<TrialView>, status: 200 | 409 = 200) => {
    const { lang, t, csrf } = bankSetting(web, c);
    const ready = publishCheck(exam, await bankOf(db, exam)).length === 0;
    const whole: TrialView = { exam, ready, refused: null, paper: null, score: null, ...view };
    const body = <TrialPage view={whole} csrf={csrf} lang={lang} t={t} />;
    const title = `${t('exam.trial')}: ${examTitle(exam, lang)}`;
    return bankPage(web, c, { title, current: 'exams', status }, body);
  };

  /** The items of a paper in their wordings, in its order; undefined when one of them is not there. */
  const itemsOn = async (paper: readonly ItemRef[]): Promise<VersionItem[] | undefined> => {
    const rows = new Map((await wordingsAt(db, paper)).map((row) => [row.itemId, row]));
    const items = paper.flatMap(({ itemId }) => {
      const row = rows.get(itemId);
      return row ? [{ ...row, id: itemId }] : [];
    });
    return items.length === paper.length ? items : undefined;
  };

  const start = async (c: Context, exam: ExamRow, lang: Lang): Promise<Response> => {
    const bank = await bankOf(db, exam);
    if (publishCheck(exam, bank).length > 0) return show(c, exam, {});
    const seed = newToken();
    const items = await itemsOn(drawPaper(sectionsOf(exam, bank), seed, exam));
    if (!items) return show(c, exam, {});
    const questions = asAsked(items, [], { seed, lang, version: exam });
    return show(c, exam, { paper: { lang, seed, items, questions } });
  };

  return new Hono()
    .get('/desk/exams/:id/trial', async (c) => {
      const exam = await find(c);
      return exam ? show(c, exam, {}) : web.errorPage(c, 404);
    })
    .post('/desk/exams/:id/trial', async (c) => {
      const exam = await find(c);
      if (!exam) return web.errorPage(c, 404);
      const { t } = bankSetting(web, c);
      const body = await c.req.parseBody();
      const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
      const lang =
        LANGS.find((one) => one === text('sit') && exam.languages.includes(one)) ?? exam.languages[0] ?? 'ar';
      if (text('do') === 'start') return start(c, exam, lang);
      const refs = refsIn(text('paper'));
      const items = refs && (await itemsOn(refs));
      const given = items && readExamForm(body, items);
      const seed = text('seed');
      if (!items || !given || !SEED.test(seed)) return show(c, exam, { refused: t('exam.trial.gone') }, 409);
      const answers = new Map(given.map(({ itemId, answer }) => [itemId, answer]));
      const score = scorePaper(items, answers, exam.passMarkPercent, { lang });
      const rows = given.map((one) => ({ itemId: one.itemId, answer: one.answer, flagged: false, seq: 0 }));
      const questions = asAsked(items, rows, { seed, lang, version: exam });
      const paper: TrialPaper = { lang, seed, items, questions };
      return show(c, exam, { paper, score });
    });
};
