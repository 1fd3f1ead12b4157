import { type Context, Hono } from 'hono';
import type { ExamId } from '#kernel/ids.ts';
import { DIFFICULTIES } from '#procedure/placement/items.ts';
import { type BlueprintPart, poolOf } from '#procedure/placement/publish.ts';
import {
  approvedStock,
  bankOf,
  type ExamRow,
  examVersionsOf,
  findByIds,
  findByNumbers,
  findExam,
  itemsOfVersion,
  saveExamSettings,
  topicTitles,
  versionOf,
} from '../exams/index.ts';
import type { Web } from '../shell/index.ts';
import { bankPage, bankSetting, revisionOf } from './bank-page.tsx';
import {
  changedParts,
  type ExamPartTyped,
  numbersIn,
  readBlueprint,
  readParts,
  typedParts,
} from './bank-parts-form.ts';
import { examTitle } from './pages/bank/ExamHead.tsx';
import { ExamVersionPage, ExamVersionsPage } from './pages/bank/ExamVersionPages.tsx';
import { PartsPage } from './pages/bank/PartsPage.tsx';
import { act, type FieldErrors, sentFields } from './record-page.tsx';

type PartsForm = {
  readonly parts: readonly ExamPartTyped[];
  readonly errors?: FieldErrors;
  readonly refused?: string;
  readonly status?: 409;
};

/** The parts of an exam, and its published versions. */
export const bankPartsRoutes = (web: Web) => {
  const { db } = web.app.database;
  const find = (c: Context): Promise<ExamRow | undefined> => findExam(db, (c.req.param('id') ?? '') as ExamId);

  /** How many approved questions each part can draw, whatever else of the form is not yet right. */
  const availableTo = async (parts: readonly ExamPartTyped[]): Promise<(number | null)[]> => {
    const blueprint = parts.map((part): BlueprintPart => {
      if (part.kind === 'fixed') return { kind: 'fixed', items: part.items };
      const difficulty = DIFFICULTIES.find((one) => String(one) === part.difficulty) ?? null;
      return { kind: 'draw', topic: part.topic, difficulty, count: 1 };
    });
    const plan = { languages: [], blueprint };
    const bank = await bankOf(db, plan);
    return blueprint.map((part) =>
      part.kind === 'fixed' || part.topic === '' ? null : poolOf(part, plan, bank).length,
    );
  };

  const showParts = async (c: Context, exam: ExamRow, form: PartsForm): Promise<Response> => {
    const { lang, t, csrf, mayEdit } = bankSetting(web, c);
    const { parts, errors = {}, refused = null } = form;
    const found = await findByIds(
      db,
      parts.flatMap((part) => part.items),
    );
    const view = {
      exam,
      revision: exam.revision,
      parts,
      available: await availableTo(parts),
      items: new Map(found.map((one) => [one.item.id, one])),
      topics: await topicTitles(db),
      stock: await approvedStock(db),
      errors,
      refused,
      mayEdit,
    };
    const status = form.status ?? (Object.keys(errors).length > 0 ? 422 : 200);
    const body = <PartsPage view={view} csrf={csrf} lang={lang} t={t} />;
    return bankPage(
      web,
      c,
      { title: t('parts.title', { exam: examTitle(exam, lang) }), current: 'exams', status },
      body,
    );
  };

  /** Puts the questions whose numbers were typed into their parts. */
  const withNumbers = async (c: Context, parts: readonly ExamPartTyped[]) => {
    const { t } = bankSetting(web, c);
    const errors: Record<string, string> = {};
    const added: ExamPartTyped[] = [];
    for (const [i, part] of parts.entries()) {
      if (part.kind !== 'fixed' || part.numbers === '') {
        added.push(part);
        continue;
      }
      const numbers = numbersIn(part.numbers);
      const found = numbers ? await findByNumbers(db, numbers) : [];
      const missing = (numbers ?? []).filter((n) => !found.some(({ item }) => item.number === n));
      if (!numbers) errors[`numbers${i}`] = t('parts.error.notNumbers');
      else if (missing.length > 0) errors[`numbers${i}`] = t('parts.error.numbers', { numbers: missing.join(' ') });
      const order = new Map((numbers ?? []).map((n, place) => [n, place]));
      const ids = [...found]
        .sort((a, b) => (order.get(a.item.number) ?? 0) - (order.get(b.item.number) ?? 0))
        .map(({ item }) => item.id);
      const whole = numbers !== undefined && missing.length === 0;
      added.push(whole ? { ...part, items: [...new Set([...part.items, ...ids])], numbers: '' } : part);
    }
    return { parts: added, errors };
  };

  return new Hono()
    .get('/desk/exams/:id/parts', async (c) => {
      const exam = await find(c);
      return exam ? showParts(c, exam, { parts: typedParts(exam.blueprint) }) : web.errorPage(c, 404);
    })
    .post('/desk/exams/:id/parts', async (c) => {
      const exam = await find(c);
      if (!exam) return web.errorPage(c, 404);
      const { t } = bankSetting(web, c);
      const sent = await sentFields(c);
      const read = await withNumbers(c, readParts(sent));
      const parts = changedParts(read.parts, sent('do'));
      const revision = revisionOf(sent('revision'));
      const seen = { ...exam, revision };
      if (sent('do') !== 'save' || Object.keys(read.errors).length > 0) {
        return showParts(c, seen, { parts, errors: read.errors });
      }
      const blueprint = readBlueprint(parts, new Set((await topicTitles(db)).keys()), t);
      if (!blueprint.ok) return showParts(c, seen, { parts, errors: blueprint.error });
      const values = { blueprint: blueprint.value };
      const saved = await act(web, c, ({ tx }) => saveExamSettings(tx, exam.id, values, revision));
      if (saved) return c.redirect(`/desk/exams/${exam.id}?done=blueprint`, 303);
      return showParts(c, (await find(c)) ?? exam, { parts, refused: t('exam.conflict'), status: 409 });
    })
    .get('/desk/exams/:id/versions', async (c) => {
      const exam = await find(c);
      if (!exam) return web.errorPage(c, 404);
      const { lang, t } = bankSetting(web, c);
      const body = <ExamVersionsPage exam={exam} versions={await examVersionsOf(db, exam.id)} lang={lang} t={t} />;
      return bankPage(web, c, { title: t('exam.versions'), current: 'exams' }, body);
    })
    .get('/desk/exams/:id/versions/:version{[0-9]+}', async (c) => {
      const exam = await find(c);
      const number = revisionOf(c.req.param('version'));
      const version = exam && number > 0 ? await versionOf(db, exam.id, number) : undefined;
      if (!exam || !version) return web.errorPage(c, 404);
      const { lang, t } = bankSetting(web, c);
      const items = await itemsOfVersion(db, version);
      const found = await findByIds(
        db,
        items.map((item) => item.id),
      );
      const bank = new Map(found.map((one) => [one.item.id, one]));
      const title = t('exam.version.title', { version: String(version.version), exam: examTitle(exam, lang) });
      const body = <ExamVersionPage exam={exam} version={version} items={items} bank={bank} lang={lang} t={t} />;
      return bankPage(web, c, { title, current: 'exams' }, body);
    });
};
