import { type Context, Hono } from 'hono';
import { err, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/app.ts';
import { itemProblems, languagesOf } from '#procedure/placement/item-check.ts';
import { ITEM_TYPES } from '#procedure/placement/items.ts';
import {
  addItems,
  type BankItem,
  type BankRefusal,
  findByIds,
  keepPicture,
  saveTopics,
  saveWording,
  topicTitles,
} from '../exams/index.ts';
import type { Web } from '../shell/index.ts';
import { memberOf } from '../staff/index.ts';
import { contentOf, type ItemForm, readItem } from './bank-content.ts';
import { changed, type ItemTyped, newItem, readTyped, typedOf } from './bank-form.ts';
import { itemOf } from './bank-item-routes.tsx';
import type { BankTranslate } from './bank-messages.ts';
import { bankPage, bankSetting, revisionOf } from './bank-page.tsx';
import { problemText } from './bank-words.ts';
import { type Conflict, ItemFormPage, type ItemFormView, ItemTypePage } from './pages/bank/ItemFormPage.tsx';
import { act, type FieldErrors } from './record-page.tsx';

type Sent = {
  readonly typed: ItemTyped;
  readonly button: string;
  readonly revision: number;
  readonly errors: FieldErrors;
};

/** The form of an item. */
export const bankEditRoutes = (web: Web) => {
  const { app } = web;
  const { db } = app.database;

  const showForm = async (
    c: Context,
    view: Pick<ItemFormView, 'typed'> & Partial<ItemFormView>,
    status: 200 | 409 | 422 = 200,
  ): Promise<Response> => {
    const { lang, t, csrf } = bankSetting(web, c);
    const { number = null, typed } = view;
    const content = contentOf(typed);
    const whole: ItemFormView = {
      number,
      revision: 0,
      content,
      topics: await topicTitles(db),
      errors: {},
      problems: itemProblems(content, languagesOf(content)).map((problem) => problemText(problem, t)),
      approved: false,
      conflict: null,
      ...view,
    };
    const title =
      number === null ? t('edit.new', { type: t(`type.${typed.type}`) }) : t('edit.title', { number: String(number) });
    const body = <ItemFormPage view={whole} csrf={csrf} lang={lang} t={t} />;
    return bankPage(web, c, { title, current: 'bank', status, scripts: ['preview'] }, body);
  };

  /** The form as it was sent, with pictures that came along kept and named. @returns undefined for another's form */
  const receive = async (c: Context): Promise<Sent | undefined> => {
    const body = await c.req.parseBody();
    const sent = (name: string): string => {
      const value = body[name];
      return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
    };
    const read = readTyped(sent);
    if (!read) return undefined;
    const { t } = bankSetting(web, c);
    const errors: Record<string, string> = {};
    const file = async (name: string): Promise<string | undefined> => {
      const value = body[`${name}-file`];
      if (!(value instanceof File) || value.size === 0) return undefined;
      const kept = await keepPicture(app, new Uint8Array(await value.arrayBuffer()));
      if (kept.ok) return kept.value;
      errors[`${name}-file`] = t(`error.picture.${kept.error.code}`);
      return undefined;
    };
    const withPictures: ItemTyped = {
      ...read,
      picture: { ...read.picture, file: (await file('picture')) ?? read.picture.file },
      parts: await Promise.all(
        read.parts.map(async (part, i) => {
          const kept = await file(`p${i}-picture`);
          return kept === undefined ? part : { ...part, picture: { ...part.picture, file: kept } };
        }),
      ),
    };
    const button = sent('do');
    return { typed: changed(withPictures, button), button, revision: revisionOf(sent('revision')), errors };
  };

  const readSent = async (sent: Sent, t: BankTranslate): Promise<Result<ItemForm, FieldErrors>> => {
    const read = readItem(sent.typed, new Set((await topicTitles(db)).keys()), t);
    const broken = Object.keys(sent.errors).length > 0;
    if (read.ok && !broken) return read;
    return err({ ...sent.errors, ...(read.ok ? {} : read.error) });
  };

  const save = async (
    { tx, now }: Work,
    form: ItemForm,
    author: string,
    found?: { readonly id: string; readonly revision: number },
  ): Promise<Result<string, BankRefusal>> => {
    const topics = form.newTopic ? [form.newTopic] : [];
    if (!found) {
      const [id] = await addItems(tx, [form.values], { author, now, state: 'draft' });
      await saveTopics(tx, topics);
      return id === undefined ? err({ code: 'not_found' }) : ok(id);
    }
    const saved = await saveWording(tx, found.id, form.values, { author, now, revision: found.revision });
    if (!saved.ok) return saved;
    await saveTopics(tx, topics);
    return ok(found.id);
  };

  const conflictOf = (error: BankRefusal, now: BankItem): Conflict =>
    error.code === 'changed_meanwhile'
      ? { kind: 'changed', by: error.by, at: error.at, now: now.wording.content }
      : { kind: 'retired' };

  return new Hono()
    .get('/desk/bank/new', async (c) => {
      const { lang, t } = bankSetting(web, c);
      const type = ITEM_TYPES.find((one) => one === c.req.query('type'));
      if (type) return showForm(c, { typed: newItem(type) });
      return bankPage(web, c, { title: t('bank.new'), current: 'bank' }, <ItemTypePage lang={lang} t={t} />);
    })
    .post('/desk/bank/new', async (c) => {
      const sent = await receive(c);
      if (!sent) return c.redirect('/desk/bank/new', 303);
      if (sent.button !== 'save') return showForm(c, sent, Object.keys(sent.errors).length > 0 ? 422 : 200);
      const form = await readSent(sent, bankSetting(web, c).t);
      if (!form.ok) return showForm(c, { typed: sent.typed, errors: form.error }, 422);
      const made = await act(web, c, (work) => save(work, form.value, memberOf(c).username));
      const [item] = made.ok ? await findByIds(db, [made.value]) : [];
      return item ? c.redirect(`/desk/bank/${item.item.number}?done=saved`, 303) : web.errorPage(c, 404);
    })
    .get('/desk/bank/:id{[0-9]+}/edit', async (c) => {
      const found = await itemOf(web, c);
      if (!found) return web.errorPage(c, 404);
      const { item, wording } = found;
      if (item.state === 'retired') return c.redirect(`/desk/bank/${item.number}`, 303);
      const { number, revision } = item;
      return showForm(c, { number, revision, typed: typedOf(wording), approved: wording.reviewedAt !== null });
    })
    .post('/desk/bank/:id{[0-9]+}/edit', async (c) => {
      const found = await itemOf(web, c);
      if (!found) return web.errorPage(c, 404);
      const { number, id } = found.item;
      const sent = await receive(c);
      if (!sent) return c.redirect(`/desk/bank/${number}/edit`, 303);
      const { typed, revision, errors } = sent;
      const view = { number, revision, typed, approved: found.wording.reviewedAt !== null };
      if (sent.button !== 'save') return showForm(c, { ...view, errors }, Object.keys(errors).length > 0 ? 422 : 200);
      const form = await readSent(sent, bankSetting(web, c).t);
      if (!form.ok) return showForm(c, { ...view, errors: form.error }, 422);
      const saved = await act(web, c, (work) => save(work, form.value, memberOf(c).username, { id, revision }));
      if (saved.ok) return c.redirect(`/desk/bank/${number}?done=saved`, 303);
      const now = (await itemOf(web, c)) ?? found;
      const conflict = conflictOf(saved.error, now);
      return showForm(c, { ...view, revision: now.item.revision, conflict }, 409);
    });
};
