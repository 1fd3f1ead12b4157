import { type Context, Hono } from 'hono';
import type { Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import { foldDigits } from '#platform/i18n/fold.ts';
import { itemProblems, languagesOf } from '#procedure/placement/item-check.ts';
import { DIFFICULTIES, ITEM_TYPES } from '#procedure/placement/items.ts';
import {
  approveItem,
  type BankFilter,
  type BankItem,
  type BankPlace,
  type BankRefusal,
  bankAuthors,
  bringBackItem,
  countByState,
  duplicateItem,
  findByIds,
  findByNumber,
  pictureHeaders,
  readPicture,
  retireItem,
  searchBank,
  topicTitles,
  usesOf,
  wordingsOf,
} from '../exams/index.ts';
import type { Web } from '../shell/index.ts';
import { memberOf } from '../staff/index.ts';
import { differences } from './bank-compare.ts';
import type { BankTranslate } from './bank-messages.ts';
import { bankPage, bankSetting, revisionOf } from './bank-page.tsx';
import { problemText } from './bank-words.ts';
import { BANK_FILTERS, type BankAsked, BankListPage } from './pages/bank/BankListPage.tsx';
import { ComparePage } from './pages/bank/ComparePage.tsx';
import { ItemPage } from './pages/bank/ItemPage.tsx';
import { act, sentFields } from './record-page.tsx';

const QUERY_MOST = 200;
const STATES = ['draft', 'approved', 'retired'] as const;
const FAR_FUTURE_MS = 8.64e15;

/** What the list is narrowed to; a value that is none narrows nothing. */
function filterOf(asked: BankAsked): BankFilter {
  return {
    query: asked.q,
    topic: asked.topic || undefined,
    type: ITEM_TYPES.find((one) => one === asked.type),
    difficulty: DIFFICULTIES.find((one) => String(one) === asked.difficulty),
    state: STATES.find((one) => one === asked.state),
    author: asked.author || undefined,
  };
}

/** A place in the list, from the address: milliseconds and number. */
function placeOf(text: string | undefined): BankPlace | undefined {
  const [, at, number] = /^(\d{1,16})\.(\d{1,9})$/.exec(text ?? '') ?? [];
  if (at === undefined || Number(at) > FAR_FUTURE_MS) return undefined;
  return { changedAt: new Date(Number(at)), number: Number(number) };
}

function fromOf(c: Context): Parameters<typeof searchBank>[2] {
  const after = placeOf(c.req.query('after'));
  if (after) return { side: 'after', place: after };
  const before = placeOf(c.req.query('before'));
  return before && { side: 'before', place: before };
}

/** Why an act on an item was refused, in words. */
export function refusalText(refusal: BankRefusal, t: BankTranslate): string {
  return t(refusal.code === 'changed_meanwhile' ? 'refused.changed' : `refused.${refusal.code}`);
}

/** The item that an address names. */
export const itemOf = (web: Web, c: Context): Promise<BankItem | undefined> =>
  findByNumber(web.app.database.db, Number(c.req.param('id')));

/** The bank: its list, its items, their wordings, and the acts on them. */
export const bankItemRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;

  const showItem = async (
    c: Context,
    { item, wording }: BankItem,
    refused: string | null = null,
    status: 200 | 409 | 422 = 200,
  ): Promise<Response> => {
    const { lang, t, csrf, mayEdit } = bankSetting(web, c);
    const { content } = wording;
    const view = {
      item,
      wording,
      refused,
      mayEdit,
      versions: await wordingsOf(db, item.id),
      uses: await usesOf(db, item.id),
      topics: await topicTitles(db),
      problems: itemProblems(content, languagesOf(content)).map((problem) => problemText(problem, t)),
      isOwn: app.settings.examFourEyes && wording.author === memberOf(c).username,
    };
    const body = <ItemPage view={view} csrf={csrf} lang={lang} t={t} />;
    return bankPage(web, c, { title: t('item.title', { number: String(item.number) }), current: 'bank', status }, body);
  };

  /** Carries an act on the item of the address out, and shows the item with what came of it. */
  const onItem = async (
    c: Context,
    done: string,
    run: (work: Work, item: BankItem['item'], sent: (name: string) => string) => Promise<Result<unknown, BankRefusal>>,
  ): Promise<Response> => {
    const found = await itemOf(web, c);
    if (!found) return web.errorPage(c, 404);
    const sent = await sentFields(c);
    const acted = await act(web, c, (work) => run(work, found.item, sent));
    if (acted.ok) return c.redirect(`/desk/bank/${found.item.number}?done=${done}`, 303);
    const now = (await itemOf(web, c)) ?? found;
    const status = acted.error.code === 'changed_meanwhile' ? 409 : 422;
    return showItem(c, now, refusalText(acted.error, bankSetting(web, c).t), status);
  };

  return new Hono()
    .get('/desk/bank', async (c) => {
      const { lang, t, mayEdit } = bankSetting(web, c);
      const asked = Object.fromEntries(
        BANK_FILTERS.map((name) => [name, (c.req.query(name) ?? '').trim().slice(0, QUERY_MOST)]),
      ) as BankAsked;
      const view = {
        asked,
        mayEdit,
        page: await searchBank(db, filterOf(asked), fromOf(c)),
        topics: await topicTitles(db),
        authors: await bankAuthors(db),
        counts: await countByState(db),
      };
      const body = <BankListPage view={view} lang={lang} t={t} />;
      return bankPage(web, c, { title: t('bank.title'), current: 'bank' }, body);
    })
    .get('/desk/bank/pictures/:file', async (c) => {
      const picture = await readPicture(app, c.req.param('file'));
      return picture ? c.body(picture.bytes, 200, pictureHeaders(picture)) : web.errorPage(c, 404);
    })
    .get('/desk/bank/:id{[0-9]+}', async (c) => {
      const found = await itemOf(web, c);
      return found ? showItem(c, found) : web.errorPage(c, 404);
    })
    .get('/desk/bank/:id{[0-9]+}/compare', async (c) => {
      const found = await itemOf(web, c);
      if (!found) return web.errorPage(c, 404);
      const { lang, t } = bankSetting(web, c);
      const [from, to] = [c.req.query('from'), c.req.query('to')].map((n) => Number(foldDigits(n ?? '')));
      const rows = await wordingsOf(db, found.item.id);
      const [before, after] = [from, to].map((n) => rows.find((row) => row.version === n));
      if (!before || !after) return web.errorPage(c, 404);
      const title = t('item.compare.title', { from: String(before.version), to: String(after.version) });
      const lines = differences(before, after, await topicTitles(db), lang, t);
      const body = (
        <ComparePage
          number={found.item.number}
          from={before.version}
          to={after.version}
          lines={lines}
          lang={lang}
          t={t}
        />
      );
      return bankPage(web, c, { title, current: 'bank' }, body);
    })
    .post('/desk/bank/:id{[0-9]+}/approve', (c) =>
      onItem(c, 'approved', ({ tx, now }, { id }, sent) =>
        approveItem(tx, id, {
          reviewer: memberOf(c).username,
          now,
          fourEyes: app.settings.examFourEyes,
          revision: revisionOf(sent('revision')),
        }),
      ),
    )
    .post('/desk/bank/:id{[0-9]+}/retire', (c) =>
      onItem(c, 'retired', ({ tx, now }, { id }) => retireItem(tx, id, now)),
    )
    .post('/desk/bank/:id{[0-9]+}/bring-back', (c) =>
      onItem(c, 'back', ({ tx, now }, { id }) => bringBackItem(tx, id, now)),
    )
    .post('/desk/bank/:id{[0-9]+}/duplicate', async (c) => {
      const found = await itemOf(web, c);
      if (!found) return web.errorPage(c, 404);
      const author = memberOf(c).username;
      const copy = await act(web, c, ({ tx, now }) => duplicateItem(tx, found.item.id, { author, now }));
      if (!copy.ok) return showItem(c, found, refusalText(copy.error, bankSetting(web, c).t), 422);
      const [made] = await findByIds(db, [copy.value]);
      return c.redirect(`/desk/bank/${made?.item.number ?? found.item.number}?done=copied`, 303);
    });
};
