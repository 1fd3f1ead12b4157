import { type Context, Hono } from 'hono';
import type { ExamId } from '#kernel/ids.ts';
import { instantOf, readLocalTime } from '#platform/i18n/civil.ts';
import { AnalysisPage, analysisOf, analysisTexts, analysisWorkbook, type Chosen } from '../analysis/index.ts';
import { type ExamRow, findExam } from '../exams/index.ts';
import type { Web } from '../shell/index.ts';
import { type DeskAction, may, memberOf, requires } from '../staff/index.ts';
import { bankTexts } from './bank-messages.ts';
import { CORRECTION_ROUTES, correctionRoutes } from './correction-routes.tsx';
import { deskFrame } from './frame.tsx';
import { ExamHead } from './pages/bank/ExamHead.tsx';

/** The analysis of an exam and what is done by it, with what the visitor must be allowed to do. */
export const ANALYSIS_ROUTES = [
  { method: 'GET', path: '/desk/exams/:id/analysis', action: 'see_exams' },
  { method: 'GET', path: '/desk/exams/:id/analysis.xlsx', action: 'see_exams' },
  ...CORRECTION_ROUTES,
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DAY_SECONDS = 24 * 60 * 60;

/** Midnight of a day in Amman, `days` later; null for what is no day of the calendar. */
function midnight(day: string, days = 0): Date | null {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && readLocalTime(`${day}T00:00`) !== undefined;
  return isDay ? instantOf(day, days * DAY_SECONDS) : null;
}

/** Figures of exams for authors, and corrections of keys. */
export function analysisDeskRoutes(web: Web) {
  const { db } = web.app.database;
  const routes = new Hono();
  for (const { method, path, action } of ANALYSIS_ROUTES) routes.on(method, path, requires(web, action));

  const lookAt = (c: Context, exam: ExamRow) => {
    const asked = (name: keyof Chosen): string => c.req.query(name)?.trim() ?? '';
    const version = /^\d{1,6}$/.test(asked('version')) ? Number(asked('version')) : null;
    const chosen: Chosen = { version: version === null ? '' : String(version), from: asked('from'), to: asked('to') };
    const isBad = (day: string): boolean => day !== '' && midnight(day) === null;
    const sittings = { exam: exam.id, version, from: midnight(chosen.from), until: midnight(chosen.to, 1) };
    const bad = (['from', 'to'] as const).filter((name) => isBad(chosen[name]));
    return { chosen, sittings, bad };
  };

  routes
    .get('/desk/exams/:id/analysis', async (c) => {
      const exam = await findExam(db, c.req.param('id') as ExamId);
      if (!exam) return web.errorPage(c, 404);
      const lang = web.lang(c);
      const t = analysisTexts(lang);
      const { chosen, sittings, bad } = lookAt(c, exam);
      const view = await analysisOf(db, exam, sittings);
      const head = <ExamHead exam={exam} current="analysis" lang={lang} t={bankTexts(lang)} />;
      const correctionsAt = `/desk/exams/${exam.id}/corrections`;
      const mayCorrect = may(memberOf(c).role, 'edit_exams');
      const body = <AnalysisPage {...{ view, head, chosen, bad, correctionsAt, mayCorrect, lang, t }} />;
      const hasErrors = bad.length > 0;
      return deskFrame(
        web,
        c,
        { lang, title: t('title'), current: 'exams', status: hasErrors ? 422 : 200, hasErrors },
        body,
      );
    })
    .get('/desk/exams/:id/analysis.xlsx', async (c) => {
      const exam = await findExam(db, c.req.param('id') as ExamId);
      if (!exam) return web.errorPage(c, 404);
      const { sittings, bad } = lookAt(c, exam);
      if (bad.length > 0) return web.errorPage(c, 400);
      const file = await analysisWorkbook(await analysisOf(db, exam, sittings), web.lang(c));
      return c.body(file, 200, {
        'Content-Type': XLSX,
        'Content-Disposition': `attachment; filename="analysis-${exam.id.replace(/[^\w-]/g, '')}.xlsx"`,
      });
    });
  return routes.route('/', correctionRoutes(web));
}
