import { type Context, Hono } from 'hono';
import type { ExamId } from '#kernel/ids.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import {
  type BankItem,
  bankOf,
  findByIds,
  findByNumbers,
  findExam,
  listExams,
  readPicture,
  topicTitles,
} from '../exams/index.ts';
import {
  type BankWording,
  pictureKeys,
  WRITE_FORMATS,
  type WriteFormat,
  wordingsFor,
  writeItems,
} from '../exchange/index.ts';
import type { Web } from '../shell/index.ts';
import { bankPage, bankSetting } from './bank-page.tsx';
import { exchangeTexts } from './exchange-messages.ts';
import { EXPORT_FILTERS, type ExportAsked, ExportPage, LossesPage } from './pages/bank/ExportPage.tsx';
import type { FieldErrors } from './record-page.tsx';

/** Items that one file is made of at most. */
const MOST = 1_000;
const STATES = ['draft', 'approved', 'retired'] as const;

const wordingOf = ({ item, wording }: BankItem): BankWording => ({
  id: item.id,
  number: item.number,
  state: item.state,
  type: wording.type,
  topic: wording.topic,
  difficulty: wording.difficulty,
  points: wording.points,
  content: wording.content,
});

/** Export of items: by exam, topic and state, then one by one, as a file of one of the formats. */
export const exportDeskRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;

  /** Items in their latest wording, at most one more than are shown. */
  const itemsFor = async (asked: ExportAsked): Promise<BankWording[]> => {
    const topic = asked.topic || undefined;
    const state = STATES.find((one) => one === asked.state);
    if (asked.exam === '') return wordingsFor(db, { topic, state }, MOST + 1);
    const exam = await findExam(db, asked.exam as ExamId);
    if (!exam) return [];
    const items = await findByIds(
      db,
      (await bankOf(db, exam)).map(({ itemId }) => itemId),
    );
    return items
      .map(wordingOf)
      .filter((item) => (!topic || item.topic === topic) && (state ? item.state === state : item.state !== 'retired'))
      .sort((a, b) => a.number - b.number)
      .slice(0, MOST + 1);
  };

  const propsOf = (c: Context) => {
    const { lang, t: bank, csrf } = bankSetting(web, c);
    return { lang, bank, csrf, t: exchangeTexts(lang) };
  };

  const showChoice = async (
    c: Context,
    asked: ExportAsked,
    sent: { readonly chosen: readonly string[]; readonly format: string; readonly errors: FieldErrors } | null,
  ): Promise<Response> => {
    const props = propsOf(c);
    const items = await itemsFor(asked);
    const exams = await listExams(db);
    const shown = items.slice(0, MOST);
    const view = {
      asked,
      exams: exams.map(({ id, titleAr, titleEn }) => ({ id, title: { ar: titleAr, en: titleEn } })),
      topics: await topicTitles(db),
      items: shown,
      more: items.length > MOST,
      most: MOST,
      chosen: sent?.chosen ?? shown.map(({ number }) => String(number)),
      format: sent?.format ?? 'moodle_xml',
      errors: sent?.errors ?? {},
    };
    const body = <ExportPage view={view} {...props} />;
    const status = sent ? 422 : 200;
    return bankPage(web, c, { title: props.t('export.title'), current: 'bank', status }, body);
  };

  const picturesOf = async (items: readonly BankWording[]): Promise<Map<string, Uint8Array>> => {
    const pictures = new Map<string, Uint8Array>();
    for (const file of new Set(items.flatMap(({ content }) => pictureKeys(content)))) {
      const picture = await readPicture(app, file);
      if (picture) pictures.set(file, picture.bytes);
    }
    return pictures;
  };

  const send = async (
    c: Context,
    asked: ExportAsked,
    { chosen, format, anyway }: { chosen: readonly BankWording[]; format: WriteFormat; anyway: boolean },
  ): Promise<Response> => {
    const props = propsOf(c);
    const name = `questions-${civilDay(app.clock.now())}`;
    const file = writeItems(format, chosen, format === 'gift' ? new Map() : await picturesOf(chosen), name);
    if (file.losses.length > 0 && !anyway) {
      const body = <LossesPage view={{ asked, format, chosen, losses: file.losses }} {...props} />;
      return bankPage(web, c, { title: props.t('export.losses.title'), current: 'bank' }, body);
    }
    return c.body(file.bytes, 200, {
      'Content-Type': file.contentType,
      'Content-Disposition': `attachment; filename="${file.name}"`,
    });
  };

  return new Hono()
    .get('/desk/bank/export', (c) =>
      showChoice(
        c,
        askedOf((name) => c.req.query(name)),
        null,
      ),
    )
    .post('/desk/bank/export', async (c) => {
      const { t } = propsOf(c);
      const sent = await c.req.parseBody({ all: true });
      const one = (name: string): string | undefined => (typeof sent[name] === 'string' ? sent[name] : undefined);
      const asked = askedOf(one);
      const format = WRITE_FORMATS.find((name) => name === one('format'));
      const numbers = [sent['item'] ?? []]
        .flat()
        .filter((n): n is string => typeof n === 'string' && /^\d{1,9}$/.test(n));
      const chosen = (await findByNumbers(db, numbers.slice(0, MOST).map(Number))).map(wordingOf);
      if (!format || chosen.length === 0) {
        const errors = {
          ...(format ? {} : { format: t('error.choice') }),
          ...(chosen.length > 0 ? {} : { item: t('export.none') }),
        };
        return showChoice(c, asked, { chosen: numbers, format: format ?? '', errors });
      }
      return send(c, asked, { chosen, format, anyway: one('anyway') === 'yes' });
    });
};

const askedOf = (value: (name: string) => string | undefined): ExportAsked =>
  Object.fromEntries(EXPORT_FILTERS.map((name) => [name, (value(name) ?? '').slice(0, 200)])) as ExportAsked;
