import { type Context, Hono } from 'hono';
import type { ExamId } from '#kernel/ids.ts';
import { command } from '#platform/app.ts';
import { translator } from '#platform/i18n/messages.ts';
import type { ItemContent } from '#procedure/placement/items.ts';
import { itemNumbers } from '../analysis/index.ts';
import { meetingsOf } from '../catalogue/index.ts';
import { correctionsOf, type ExamRow, examVersionsOf, findExam, findWording, wordingsAt } from '../exams/index.ts';
import {
  applyCorrection,
  type Correction,
  type CorrectionPlan,
  type CorrectionRefusal,
  correctionsOn,
  planCorrection,
} from '../placement/index.ts';
import type { Web } from '../shell/index.ts';
import { type DeskAction, memberOf } from '../staff/index.ts';
import { bankTexts } from './bank-messages.ts';
import { problemText, readable } from './bank-words.ts';
import { type CorrectionFields, fieldsOf, first, keyFields, readCorrection } from './correction-form.ts';
import { correctionTexts } from './correction-messages.ts';
import { deskFrame } from './frame.tsx';
import { offeringMessages } from './offering-messages.ts';
import {
  type CorrectedItem,
  CorrectionFormPage,
  CorrectionListPage,
  CorrectionPlanPage,
  type MadeCorrection,
} from './pages/CorrectionPages.tsx';
import { DoneNotice } from './pages/RecordWords.tsx';
import { type Preview, previewOf } from './preview.ts';
import { isUuid } from './record-page.tsx';

/** Corrections of keys after an exam was sat: what was made, and a new one with its preview. */
export const CORRECTION_ROUTES = [
  { method: 'GET', path: '/desk/exams/:id/corrections', action: 'see_exams' },
  { method: 'GET', path: '/desk/exams/:id/corrections/:item', action: 'edit_exams' },
  { method: 'POST', path: '/desk/exams/:id/corrections/:item', action: 'edit_exams' },
] as const satisfies readonly { method: 'GET' | 'POST'; path: string; action: DeskAction }[];

/** An item of an exam in one wording, as its address names it: `<uuid>.<version>`. */
type Named = {
  readonly exam: ExamRow;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly item: CorrectedItem;
};

/** Guarded by the table above, before these handlers. */
export function correctionRoutes(web: Web) {
  const { app } = web;
  const { db } = app.database;
  const who = (c: Context) => ({ actor: 'staff', actorName: memberOf(c).username }) as const;

  async function namedIn(c: Context): Promise<Named | undefined> {
    const [itemId = '', version = ''] = (c.req.param('item') ?? '').split('.');
    const exam = await findExam(db, (c.req.param('id') ?? '') as ExamId);
    if (!exam || !isUuid(itemId) || !/^\d{1,6}$/.test(version)) return undefined;
    const itemVersion = Number(version);
    const isAsked = (await examVersionsOf(db, exam.id)).some((v) =>
      v.sections.some((s) => s.items.some((ref) => ref.itemId === itemId && ref.version === itemVersion)),
    );
    const wording = isAsked ? await findWording(db, { itemId, version: itemVersion }) : undefined;
    if (!wording) return undefined;
    const corrected = correctionsOn([{ itemId, version: itemVersion }], await correctionsOf(db, exam.id)).get(itemId);
    const number = (await itemNumbers(db, [itemId])).get(itemId) ?? 0;
    const item = { number, content: corrected ?? wording.content, annulled: corrected === null };
    return { exam, itemId, itemVersion, item };
  }

  const common = (c: Context, { exam, itemId, itemVersion, item }: Named, fields: CorrectionFields) => {
    const lang = web.lang(c);
    const back = `/desk/exams/${exam.id}/analysis`;
    const action = `/desk/exams/${exam.id}/corrections/${itemId}.${itemVersion}`;
    return { item, action, back, fields, csrf: web.csrf(c), lang, t: correctionTexts(lang), bankT: bankTexts(lang) };
  };

  const formPage = (
    c: Context,
    named: Named,
    fields: CorrectionFields,
    errors: Readonly<Record<string, string>> = {},
  ) => {
    const props = common(c, named, fields);
    const hasErrors = Object.keys(errors).length > 0;
    const title = props.t('form.title', { number: named.item.number });
    const frame = { lang: props.lang, title, current: 'exams', status: hasErrors ? 422 : 200, hasErrors } as const;
    return deskFrame(web, c, frame, <CorrectionFormPage {...props} errors={errors} />);
  };

  /** The messages of all offerings together. */
  async function messagesOf(plan: CorrectionPlan): Promise<Preview['sms']> {
    const all: Preview['sms'][number][] = [];
    for (const prepared of plan.settlements) {
      const meetings = await meetingsOf(db, prepared.record.facts.id);
      all.push(...previewOf(prepared, meetings, app.settings).sms);
    }
    return all;
  }

  async function planPage(
    c: Context,
    named: Named,
    fields: CorrectionFields,
    {
      body,
      plan,
      changed,
    }: { readonly body: ItemContent | null; readonly plan: CorrectionPlan; readonly changed: boolean },
  ) {
    const props = common(c, named, fields);
    const title = props.t('plan.title', { number: named.item.number });
    const sms = await messagesOf(plan);
    const offeringT = translator(offeringMessages, props.lang);
    return deskFrame(
      web,
      c,
      { lang: props.lang, title, current: 'exams', status: changed ? 409 : 200, hasErrors: changed },
      <CorrectionPlanPage {...props} body={body} plan={plan} sms={sms} changed={changed} offeringT={offeringT} />,
    );
  }

  const refusedText = (refusal: CorrectionRefusal, c: Context): string => {
    const lang = web.lang(c);
    const t = correctionTexts(lang);
    if (refusal.code !== 'incomplete') return t(`refused.${refusal.code}`);
    const problems = refusal.problems.map((problem) => problemText(problem, bankTexts(lang)));
    return t('refused.incomplete', { problems: problems.join(lang === 'ar' ? '، ' : '; ') });
  };

  return new Hono()
    .get('/desk/exams/:id/corrections', async (c) => {
      const exam = await findExam(db, c.req.param('id') as ExamId);
      if (!exam) return web.errorPage(c, 404);
      const lang = web.lang(c);
      const t = correctionTexts(lang);
      const rows = (await correctionsOf(db, exam.id)).reverse();
      const numbers = await itemNumbers(db, [...new Set(rows.map((row) => row.itemId))]);
      const wordings = await wordingsAt(
        db,
        rows.map((row) => ({ itemId: row.itemId, version: row.itemVersion })),
      );
      const made = rows.map((row): MadeCorrection => {
        const wording = wordings.find((w) => w.itemId === row.itemId && w.version === row.itemVersion);
        return {
          at: row.madeAt,
          number: numbers.get(row.itemId) ?? 0,
          question: readable(wording?.content.question, lang),
          body: row.body,
          reason: row.reason,
          by: row.madeBy,
        };
      });
      const list = { exam, made, lang, t, bankT: bankTexts(lang) };
      return deskFrame(
        web,
        c,
        { lang, title: t('list.title'), current: 'exams' },
        <div class="stack">
          <DoneNotice text={c.req.query('done') === 'corrected' ? t('done') : undefined} />
          <CorrectionListPage {...list} />
        </div>,
      );
    })
    .get('/desk/exams/:id/corrections/:item', async (c) => {
      const named = await namedIn(c);
      if (!named) return web.errorPage(c, 404);
      return formPage(c, named, new Map([['act', ['key']], ...keyFields(named.item.content)]));
    })
    .post('/desk/exams/:id/corrections/:item', async (c) => {
      const named = await namedIn(c);
      if (!named) return web.errorPage(c, 404);
      const fields = fieldsOf(await c.req.parseBody({ all: true }));
      const typed = readCorrection(named.item.content, fields, correctionTexts(web.lang(c)));
      if (!typed.ok) return formPage(c, named, fields, typed.error);
      const { exam, itemId, itemVersion } = named;
      const { body, reason } = typed.value;
      const correction: Correction = { examId: exam.id, itemId, itemVersion, body };
      const isConfirmed = first(fields, 'confirm') === '1';
      if (isConfirmed) {
        const digest = first(fields, 'digest');
        const done = await command(app, who(c), (work) => applyCorrection(work, { ...correction, reason }, digest));
        if (done.ok) return c.redirect(`/desk/exams/${exam.id}/corrections?done=corrected`, 303);
        if (done.error.code !== 'changed') return formPage(c, named, fields, { form: refusedText(done.error, c) });
      }
      const plan = await command(app, who(c), (work) => planCorrection(work, correction));
      if (!plan.ok) return formPage(c, named, fields, { form: refusedText(plan.error, c) });
      return planPage(c, named, fields, { body, plan: plan.value, changed: isConfirmed });
    });
}
