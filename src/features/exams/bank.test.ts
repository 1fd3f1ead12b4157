import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { command, type Work } from '#platform/app.ts';
import { forgetAll } from '#platform/db/remember.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { addCatalogue, EXAM, expectOk } from '#test/support/world.ts';
import {
  addItems,
  approveItem,
  bringBackItem,
  duplicateItem,
  type ItemValues,
  retireItem,
  saveWording,
  searchTextOf,
} from './bank.ts';
import { publishExam } from './publish.ts';
import { bankItems } from './schema.ts';
import { findExam, saveExamSettings, topicTitles, wordingsOf } from './store.ts';
import { itemsOfVersion, versionOf } from './versions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());

const staff = <T>(run: (work: Work) => Promise<T>): Promise<T> => command(app, { actor: 'staff' }, run);

const anItem = (question: string, over: Partial<ItemValues> = {}): ItemValues => ({
  content: { type: 'true_false', question: { ar: question, en: question }, correct: true },
  topic: 'basics',
  difficulty: 1,
  points: 1,
  ...over,
});

const add = async (
  values = anItem('before'),
  state: 'draft' | 'approved' = 'draft',
  author = 'huda',
): Promise<string> => {
  const [id] = await staff(({ tx, now }) => addItems(tx, [values], { author, now, state, reviewer: 'muna' }));
  if (!id) throw new Error('no id');
  return id;
};
const save = (id: string, values: ItemValues, author = 'huda', revision?: number) =>
  staff(({ tx, now }) => saveWording(tx, id, values, { author, now, revision }));
const approve = (id: string, reviewer: string, fourEyes = true) =>
  staff(({ tx, now }) => approveItem(tx, id, { reviewer, now, fourEyes }));
const itemOf = async (id: string) => {
  const [row] = await app.database.db.select().from(bankItems).where(eq(bankItems.id, id));
  if (!row) throw new Error('no item');
  return row;
};
const codeOf = (result: Result<unknown, { readonly code: string }>) => (result.ok ? 'ok' : result.error.code);

describe('H3 an item of the bank', () => {
  test('is replaced while it is a draft, and versioned once it was approved', async () => {
    const id = await add();
    expect(expectOk(await save(id, anItem('better')))).toBe(1);
    expect(expectOk(await approve(id, 'muna'))).toBe(1);
    expect(expectOk(await save(id, anItem('best')))).toBe(2);
    expect(expectOk(await save(id, anItem('the very best')))).toBe(2);
    const wordings = await wordingsOf(app.database.db, id);
    expect(wordings.map((w) => [w.version, w.content.question.en, w.reviewer])).toEqual([
      [2, 'the very best', null],
      [1, 'better', 'muna'],
    ]);
    expect(await itemOf(id)).toMatchObject({ state: 'draft', latestVersion: 2, approvedVersion: 1 });
  });

  test('is approved by somebody else than who wrote it, where four eyes are asked for', async () => {
    const id = await add();
    expect(codeOf(await approve(id, 'huda'))).toBe('own_work');
    expect(await itemOf(id)).toMatchObject({ state: 'draft', approvedVersion: null });
    expect(codeOf(await approve(id, 'muna'))).toBe('ok');
    expect(codeOf(await approve(id, 'muna'))).toBe('nothing_to_approve');
    const other = await add();
    expect(codeOf(await approve(other, 'huda', false))).toBe('ok');
  });

  test('of which the last word is another’s is not approved by that other', async () => {
    const id = await add();
    expectOk(await save(id, anItem('rewritten'), 'muna'));
    expect(codeOf(await approve(id, 'muna'))).toBe('own_work');
    expect(codeOf(await approve(id, 'huda'))).toBe('ok');
  });

  test('is not approved while it cannot be asked', async () => {
    const options = ['a', 'b'].map((key) => ({ id: key, text: { ar: key }, correct: false }));
    const id = await add(anItem('x', { content: { type: 'single_choice', question: { ar: 'سؤال' }, options } }));
    expect(await approve(id, 'muna')).toMatchObject({
      ok: false,
      error: { code: 'incomplete', problems: [{ code: 'no_correct_answer' }] },
    });
  });

  test('is not saved over a change that its author has not seen', async () => {
    const id = await add();
    const { revision } = await itemOf(id);
    expect(codeOf(await save(id, anItem('mine'), 'huda', revision))).toBe('ok');
    const second = await save(id, anItem('theirs'), 'muna', revision);
    expect(second).toMatchObject({ ok: false, error: { code: 'changed_meanwhile', by: 'huda' } });
    expect((await wordingsOf(app.database.db, id))[0]?.content.question.en).toBe('mine');
  });

  test('is retired and brought back as it was, and is not written or approved meanwhile', async () => {
    const id = await add(anItem('kept'), 'approved');
    expect(codeOf(await staff(({ tx, now }) => bringBackItem(tx, id, now)))).toBe('not_retired');
    expect(codeOf(await staff(({ tx, now }) => retireItem(tx, id, now)))).toBe('ok');
    expect(codeOf(await save(id, anItem('changed')))).toBe('retired');
    expect(codeOf(await approve(id, 'muna'))).toBe('retired');
    expect(codeOf(await staff(({ tx, now }) => bringBackItem(tx, id, now)))).toBe('ok');
    expect((await itemOf(id)).state).toBe('approved');
  });

  test('is copied as a draft of whoever copies it', async () => {
    const id = await add(anItem('original', { points: 5, topic: 'copying' }), 'approved');
    const copy = expectOk(await staff(({ tx, now }) => duplicateItem(tx, id, { author: 'sami', now })));
    expect(await wordingsOf(app.database.db, copy)).toMatchObject([
      { version: 1, points: 5, topic: 'copying', author: 'sami', reviewer: null, content: anItem('original').content },
    ]);
    expect((await itemOf(copy)).state).toBe('draft');
    expect((await topicTitles(app.database.db)).get('copying')).toEqual({ ar: 'copying', en: 'copying' });
  });

  test('that nobody knows is refused', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(codeOf(await save(nobody, anItem('x')))).toBe('not_found');
  });

  test('is found by every text of it, folded', () => {
    const text = searchTextOf({
      topic: 'القِيد',
      content: {
        type: 'matching',
        question: { ar: 'أيّ', en: 'Which' },
        pairs: [{ left: { id: 'l', text: { en: 'LEFT' } }, right: { id: 'r', text: { en: 'Right' } } }],
        distractors: [{ id: 'd', text: { ar: 'زائدة' } }],
      },
    });
    for (const word of ['القيد', 'اي', 'which', 'left', 'right', 'زايده']) expect(text).toContain(word);
  });
});

describe('H3 an exam', () => {
  const publish = () => staff(({ tx, now }) => publishExam(tx, EXAM, { by: 'huda', now }));

  test('is published as a version of its own, which later changes of items do not touch', async () => {
    const { db } = app.database;
    const first = await versionOf(db, EXAM, 1);
    if (!first) throw new Error('nothing was published');
    const [item] = await itemsOfVersion(db, first);
    if (!item) throw new Error('no item');
    expect(item).toMatchObject({ version: 1, topic: 'basics', points: 1, content: { question: { en: 'Question 1' } } });

    expect(codeOf(await publish())).toBe('nothing_changed');
    expectOk(await save(item.id, anItem('changed')));
    expect(codeOf(await publish())).toBe('nothing_changed');
    expectOk(await approve(item.id, 'muna'));
    expect(expectOk(await publish())).toBe(2);

    const second = await versionOf(db, EXAM, 2);
    if (!second) throw new Error('nothing was published');
    forgetAll(db);
    expect((await itemsOfVersion(db, first))[0]?.content.question.en).toBe('Question 1');
    expect((await itemsOfVersion(db, second))[0]).toMatchObject({ version: 2, content: anItem('changed').content });
    expect(await findExam(db, EXAM)).toMatchObject({ publishedVersion: 2 });
  });

  test('is not published with what is wrong with it, and stays as it was', async () => {
    const draft = await add();
    await staff(({ tx }) => saveExamSettings(tx, EXAM, { blueprint: [{ kind: 'fixed', items: [draft] }] }));
    expect(await publish()).toEqual({
      ok: false,
      error: { code: 'problems', problems: [{ code: 'not_approved', itemId: draft }] },
    });
    expect((await findExam(app.database.db, EXAM))?.publishedVersion).toBe(2);
  });

  test('draws from what is approved of a topic when it is published', async () => {
    const ids = [await add(anItem('d1', { topic: 'drawn' }), 'approved'), await add(anItem('d2', { topic: 'drawn' }))];
    const [one, two] = ids as [string, string];
    const draw = { kind: 'draw', topic: 'drawn', difficulty: null, count: 1 } as const;
    await staff(({ tx }) => saveExamSettings(tx, EXAM, { blueprint: [draw] }));
    const version = await versionOf(app.database.db, EXAM, expectOk(await publish()));
    expect(version?.sections).toEqual([{ items: [{ itemId: one, version: 1 }], draw: 1 }]);
    expectOk(await approve(two, 'muna'));
    const next = await versionOf(app.database.db, EXAM, expectOk(await publish()));
    expect(next?.sections[0]?.items).toHaveLength(2);
    expectOk(await staff(({ tx, now }) => retireItem(tx, one, now)));
    const last = await versionOf(app.database.db, EXAM, expectOk(await publish()));
    expect(last?.sections).toEqual([{ items: [{ itemId: two, version: 1 }], draw: 1 }]);
  });

  test('that another has changed meanwhile is neither saved nor published unseen', async () => {
    const revision = (await findExam(app.database.db, EXAM))?.revision ?? 0;
    const first = await staff(({ tx }) => saveExamSettings(tx, EXAM, { minutes: 40 }, revision));
    const second = await staff(({ tx }) => saveExamSettings(tx, EXAM, { minutes: 50 }, revision));
    expect([first, second]).toEqual([true, false]);
    expect(codeOf(await staff(({ tx, now }) => publishExam(tx, EXAM, { by: 'x', now, revision })))).toBe(
      'changed_meanwhile',
    );
  });

  test('is remembered once read, but not what a transaction took back', async () => {
    const { db } = app.database;
    const published = (await findExam(db, EXAM))?.publishedVersion ?? 0;
    const next = published + 1;
    await expect(
      staff(async ({ tx, now }) => {
        expectOk(await publishExam(tx, EXAM, { by: 'x', now }));
        expect(await versionOf(tx, EXAM, next)).toBeDefined();
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await versionOf(db, EXAM, next)).toBeUndefined();
    expect(await versionOf(db, EXAM, published)).toBe(await staff(({ tx }) => versionOf(tx, EXAM, published)));
  });
});
