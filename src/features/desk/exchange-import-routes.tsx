import { type Context, Hono } from 'hono';
import { remakeIllustration } from '#platform/files/illustration.ts';
import { foldDigits } from '#platform/i18n/fold.ts';
import { DIFFICULTIES } from '#procedure/placement/items.ts';
import { pictureHeaders, topicTitles } from '../exams/index.ts';
import {
  type DryRun,
  dropUpload,
  dryRun,
  exampleCsv,
  exampleXlsx,
  importItems,
  keepUpload,
  knownQuestions,
  prepareImport,
  READ_LIMITS,
  type ReadOptions,
  readItems,
} from '../exchange/index.ts';
import type { Web } from '../shell/index.ts';
import { memberOf } from '../staff/index.ts';
import { bankPage, bankSetting } from './bank-page.tsx';
import { type ExchangeTranslate, exchangeTexts } from './exchange-messages.ts';
import { reasonText } from './exchange-words.ts';
import { displayName } from './file-name.ts';
import { DryRunPage, type DryRunView } from './pages/bank/DryRunPage.tsx';
import { IMPORT_FIELDS, ImportPage, type ImportTyped } from './pages/bank/ImportPage.tsx';
import { act, type FieldErrors, isUuid } from './record-page.tsx';

/** Questions on one page of a dry run. */
const PER_PAGE = 20;
const MEGABYTE = 1024 * 1024;
const FIRST: ImportTyped = { lang: 'ar', topic: '', newTopic: '', difficulty: '2', points: '1' };
const TOO_LARGE: readonly string[] = ['file_too_large', 'text_too_large'];

type Errors = Record<string, string>;

/** Reads what the form says of questions that say nothing of it themselves. */
function readOptions(typed: ImportTyped, t: ExchangeTranslate, errors: Errors): ReadOptions {
  const lang = typed.lang === 'ar' || typed.lang === 'en' ? typed.lang : undefined;
  const difficulty = DIFFICULTIES.find((one) => String(one) === typed.difficulty);
  const topic = typed.newTopic || typed.topic;
  const number = foldDigits(typed.points);
  const points = /^\d{1,3}$/.test(number) ? Number(number) : 0;
  if (!lang) errors['lang'] = t('error.choice');
  if (!difficulty) errors['difficulty'] = t('error.choice');
  if (topic === '') errors['topic'] = t('error.topic');
  if (topic.length > READ_LIMITS.topic) errors['newTopic'] = t('error.topicLong');
  if (points < 1 || points > 100) errors['points'] = t('error.points');
  return { lang: lang ?? 'ar', topic, difficulty: difficulty ?? 2, points };
}

/** Import of questions: a file is sent, its questions are shown, and on the author's word they become drafts. */
export const importDeskRoutes = (web: Web) => {
  const { app } = web;
  const settings = (c: Context) => {
    const { lang, t: bank, csrf } = bankSetting(web, c);
    return { lang, bank, csrf, t: exchangeTexts(lang), author: memberOf(c).username };
  };

  const showForm = async (
    c: Context,
    typed: ImportTyped,
    errors: FieldErrors = {},
    status: 200 | 413 | 422 = 200,
  ): Promise<Response> => {
    const { author: _, ...props } = settings(c);
    const topics = await topicTitles(app.database.db);
    const view = { typed, errors, topics, most: READ_LIMITS.file / MEGABYTE };
    const body = <ImportPage view={view} {...props} />;
    return bankPage(web, c, { title: props.t('import.title'), current: 'bank', status, scripts: ['form'] }, body);
  };

  const found = async (c: Context): Promise<DryRun | undefined> => {
    const id = c.req.param('id') ?? '';
    return isUuid(id) ? dryRun(app, id, settings(c).author) : undefined;
  };

  /** Says that an upload is gone: imported in another tab, left, or too old. */
  const gone = (c: Context): Promise<Response> => {
    const { t } = settings(c);
    return showForm(c, FIRST, { form: t('dry.gone') }, 422);
  };

  const showDryRun = async (
    c: Context,
    { upload, read }: DryRun,
    refused: string | null = null,
    status: 200 | 503 = 200,
  ): Promise<Response> => {
    const { author: _, ...props } = settings(c);
    const pages = Math.max(1, Math.ceil(read.items.length / PER_PAGE));
    const asked = Number(/^\d{1,4}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1);
    const page = Math.min(pages, Math.max(1, asked));
    const known = await knownQuestions(app.database.db, read.items);
    const from = (page - 1) * PER_PAGE;
    const view: DryRunView = {
      id: upload.id,
      fileName: upload.fileName,
      format: read.format,
      taken: read.items.length,
      known: known.size,
      items: read.items.slice(from, from + PER_PAGE).map((item, i) => ({ ...item, known: known.get(from + i) })),
      page,
      pages,
      refusals: read.refusals,
      topics: await topicTitles(app.database.db),
      refused,
    };
    const body = <DryRunPage view={view} {...props} />;
    return bankPage(web, c, { title: props.t('dry.title'), current: 'bank', status, scripts: ['form'] }, body);
  };

  return new Hono()
    .get('/desk/bank/import', (c) => showForm(c, FIRST))
    .post('/desk/bank/import', async (c) => {
      const { t, lang, author } = settings(c);
      const sent = await c.req.parseBody();
      const typed = Object.fromEntries(
        IMPORT_FIELDS.map((name) => [name, typeof sent[name] === 'string' ? sent[name].trim() : '']),
      ) as ImportTyped;
      const errors: Errors = {};
      const file = sent['file'];
      if (!(file instanceof File) || (file.size === 0 && file.name === '')) errors['file'] = t('error.file');
      const options = readOptions(typed, t, errors);
      if (!(file instanceof File) || Object.keys(errors).length > 0) return showForm(c, typed, errors, 422);
      const content = new Uint8Array(await file.arrayBuffer());
      const read = await readItems(content, options);
      if (!read.ok) {
        const status = TOO_LARGE.includes(read.error.code) ? 413 : 422;
        return showForm(c, typed, { file: reasonText(read.error, lang) }, status);
      }
      const upload = { author, name: displayName(file.name), content };
      const id = await act(web, c, (work) => keepUpload(work, upload, options, read.value));
      return c.redirect(`/desk/bank/import/${id}`, 303);
    })
    .get('/desk/bank/import/examples/:example', async (c) => {
      const [, kind, lang] = /^(xlsx|csv)-(ar|en)$/.exec(c.req.param('example')) ?? [];
      if (lang !== 'ar' && lang !== 'en') return web.errorPage(c, 404);
      const isBook = kind === 'xlsx';
      const type = isBook
        ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        : 'text/csv; charset=utf-8';
      return c.body(isBook ? await exampleXlsx(lang) : exampleCsv(lang), 200, {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="questions-${lang}.${kind}"`,
      });
    })
    .get('/desk/bank/import/:id', async (c) => {
      const run = await found(c);
      return run ? showDryRun(c, run) : gone(c);
    })
    .get('/desk/bank/import/:id/pictures/:key', async (c) => {
      const bytes = (await found(c))?.read.pictures.get(c.req.param('key'));
      const made = bytes && (await remakeIllustration(bytes));
      if (!made?.ok) return web.errorPage(c, 404);
      const contentType = made.value.kind === 'png' ? 'image/png' : 'image/jpeg';
      return c.body(made.value.bytes, 200, pictureHeaders({ contentType, bytes: made.value.bytes }));
    })
    .post('/desk/bank/import/:id/confirm', async (c) => {
      const run = await found(c);
      if (!run || run.read.items.length === 0) return gone(c);
      const isNew = (await c.req.parseBody())['only'] === 'new';
      const known = isNew ? await knownQuestions(app.database.db, run.read.items) : null;
      const prepared = await prepareImport(app, run, (place) => !known?.has(place));
      if (!prepared.ok) return showDryRun(c, run, settings(c).t('dry.files'), 503);
      const imported = await act(web, c, (work) => importItems(work, prepared.value));
      return imported.ok ? c.redirect('/desk/bank?state=draft&done=imported', 303) : gone(c);
    })
    .post('/desk/bank/import/:id/drop', async (c) => {
      const id = c.req.param('id');
      if (isUuid(id)) await act(web, c, (work) => dropUpload(work, id, settings(c).author));
      return c.redirect('/desk/bank/import', 303);
    });
};
