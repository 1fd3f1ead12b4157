import { type Context, Hono } from 'hono';
import { command } from '#platform/app.ts';
import { takesAnswers } from '#procedure/placement/sitting.ts';
import type { Web } from '../shell/index.ts';
import { deviceOf, isElsewhere, keepAccess, mySitting, referenceIn, secondsLeft, worded } from './access.ts';
import { keepRead, submitAttempt } from './commands.ts';
import { buttonOf, readExamForm } from './forms.ts';
import { closeExpiredAttempt } from './mark.ts';
import { FinishPage } from './pages/FinishPage.tsx';
import { OtherDevicePage } from './pages/OtherDevicePage.tsx';
import { QuestionsPage } from './pages/QuestionsPage.tsx';
import { fingerprint } from './paper.ts';
import { paperOf, questionsOn, type SittingView } from './queries.ts';
import { type Given, SEQ_STEP } from './store.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What of a form is an answer: fields of questions and their flags. */
const isAnswerField = (name: string): boolean => /^[qfs]_/.test(name);

/** A number of a question in an address or a form, kept between 1 and `most`. */
const numberIn = (text: unknown, most: number): number =>
  Math.min(Math.max(1, Math.trunc(Number(text)) || 1), Math.max(1, most));

/** Answers of a form that are not kept yet: a script has sent most of them already. */
function unkept(given: readonly Given[], { given: kept }: SittingView): Given[] {
  const prints = new Map(kept.map((row) => [row.itemId, fingerprint(row.answer, row.flagged)]));
  return given.filter((g) => prints.get(g.itemId) !== fingerprint(g.answer, g.flagged ?? false));
}

/** Whether a question would be handed in open, or marked to be reviewed. */
function isUnsure({ attempt, given }: SittingView, form: readonly Given[]): boolean {
  const latest = new Map<string, Pick<Given, 'answer' | 'flagged'>>(
    [...given, ...form].map((one) => [one.itemId, one]),
  );
  return attempt.paper.some(({ itemId }) => {
    const one = latest.get(itemId);
    return !one || one.answer === null || one.flagged === true;
  });
}

/** The questions, as a page and as the form it sends; they work without scripts. */
export const questionRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;

  /** What this browser sits now; or the page that says why it sits nothing. */
  const openSitting = async (c: Context): Promise<SittingView | Response> => {
    const sitting = await mySitting(web, c);
    const toStart = c.redirect(`/exam/${encodeURIComponent(referenceIn(c))}`, 303);
    if (!sitting) return toStart;
    const { attempt, state } = sitting;
    if (attempt.closedAt || state !== 'awaiting_exam') return toStart;
    if (takesAnswers(attempt.deadlineAt, app.clock.now())) return sitting;
    await command(app, { actor: 'clock' }, (work) => closeExpiredAttempt(work, attempt.applicationId));
    return toStart;
  };

  /** Another device has the exam: this one is told, with what it had not yet sent. */
  const elsewhere = (c: Context, sitting: SittingView, fields: Fields = {}) => {
    const { lang, t } = worded(web, c, sitting.language);
    const unsaved = Object.entries(fields).filter(
      (field): field is [string, string] => isAnswerField(field[0]) && typeof field[1] === 'string',
    );
    const page = { lang, title: t('other.title'), current: 'my', personal: true, status: 409 } as const;
    const props = { standing: sitting, unsaved, lang, t, csrf: web.csrf(c) };
    return web.page(c, page, <OtherDevicePage {...props} />);
  };

  return new Hono()
    .get('/exam/:reference/questions', async (c) => {
      const sitting = await openSitting(c);
      if (sitting instanceof Response) return sitting;
      const { attempt } = sitting;
      if (isElsewhere(attempt, deviceOf(web, c))) return elsewhere(c, sitting);
      keepAccess(web, c, attempt);
      const { lang, t } = worded(web, c, sitting.language);
      const paper = await paperOf(db, attempt);
      const questions = questionsOn(paper, sitting);
      const page = { lang, title: t('questions.title'), current: 'my', personal: true, scripts: ['exam'] } as const;
      const props = {
        standing: sitting,
        attempt,
        questions,
        here: paper.version.layout === 'one' ? numberIn(c.req.query('n'), questions.length) : null,
        secondsLeft: secondsLeft(web, attempt.deadlineAt),
        firstSeq: Math.max(attempt.takeovers * SEQ_STEP, ...questions.map((q) => q.seq)),
        lang,
        t,
        csrf: web.csrf(c),
      };
      return web.page(c, page, <QuestionsPage {...props} />);
    })

    .post('/exam/:reference/questions', async (c) => {
      const sitting = await openSitting(c);
      if (sitting instanceof Response) return sitting;
      const { attempt, reference } = sitting;
      const fields = await c.req.parseBody();
      const device = deviceOf(web, c) ?? null;
      if (isElsewhere(attempt, device ?? undefined)) return elsewhere(c, sitting, fields);
      const { items, version } = await paperOf(db, attempt);
      const form = readExamForm(fields, items);
      if (!form) return web.errorPage(c, 400);
      keepAccess(web, c, attempt);

      const given = unkept(form, sitting);
      const here = version.layout === 'one' ? numberIn(fields['here'], items.length) : null;
      const button = buttonOf(fields, here);
      const isOver = app.clock.now() >= attempt.deadlineAt;
      const handsIn =
        button.kind === 'finish_anyway' || (button.kind === 'finish' && (isOver || !isUnsure(sitting, form)));
      if (handsIn) {
        const handed = await command(app, { actor: 'applicant' }, (work) =>
          submitAttempt(work, attempt.applicationId, given, device),
        );
        return c.redirect(`/exam/${reference}${handed.ok ? '/result' : ''}`, 303);
      }
      if (given.length > 0) {
        const kept = await command(app, { actor: 'applicant' }, (work) => keepRead(work, { attempt, given, device }));
        if (!kept.ok && kept.error.code === 'other_device') return elsewhere(c, sitting, fields);
        if (!kept.ok) return c.redirect(`/exam/${reference}`, 303);
      }
      switch (button.kind) {
        case 'save':
          return c.redirect(`/exam/${reference}`, 303);
        case 'go':
          return c.redirect(`/exam/${reference}/questions?n=${numberIn(button.to, items.length)}`, 303);
        case 'stay':
          return c.redirect(`/exam/${reference}/questions${here === null ? '' : `?n=${here}`}`, 303);
        default:
          return c.redirect(`/exam/${reference}/finish`, 303);
      }
    })

    .get('/exam/:reference/finish', async (c) => {
      const sitting = await openSitting(c);
      if (sitting instanceof Response) return sitting;
      const { attempt } = sitting;
      if (isElsewhere(attempt, deviceOf(web, c))) return elsewhere(c, sitting);
      const { lang, t } = worded(web, c, sitting.language);
      const paper = await paperOf(db, attempt);
      const questions = questionsOn(paper, sitting);
      const page = { lang, title: t('questions.finish'), current: 'my', personal: true } as const;
      const oneByOne = paper.version.layout === 'one';
      const props = { standing: sitting, questions, oneByOne, lang, t, csrf: web.csrf(c) };
      return web.page(c, page, <FinishPage {...props} />);
    });
};
