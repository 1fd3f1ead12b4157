import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExamId } from '#kernel/ids.ts';
import { command } from '#platform/app.ts';
import type { ItemContent } from '#procedure/placement/items.ts';
import type { TestApp } from '#test/support/app.ts';
import { EXAM } from '#test/support/world.ts';
import { addItems, findByIds, findExam, itemsOfVersion, saveTopics, versionOf } from '../exams/index.ts';
import { examResults } from '../exams/schema.ts';
import { attempts } from '../placement/schema.ts';
import { type Desk, fieldsOf, makeBankApp, type Page, signedIn } from './bank.fixture.ts';

let app: TestApp;
let huda: Desk;
let muna: Desk;
let khaled: Desk;
beforeAll(async () => {
  app = await makeBankApp();
  [huda, muna, khaled] = await Promise.all([signedIn(app, 'huda'), signedIn(app, 'muna'), signedIn(app, 'khaled')]);
  await command(app, { actor: 'staff' }, ({ tx }) =>
    saveTopics(tx, [{ name: 'الجمع', titleAr: 'الجمع', titleEn: 'Addition' }]),
  );
});
afterAll(() => app.close());

const db = () => app.database.db;
const examOf = async (id: string) => {
  const exam = await findExam(db(), id as ExamId);
  if (!exam) throw new Error('no such exam');
  return exam;
};

/** Items of the topic «addition»; each is answered by its place, from 0. @returns their numbers */
async function addNumbers(
  count: number,
  state: 'draft' | 'approved',
  over: Partial<ItemContent> = {},
): Promise<number[]> {
  const items = Array.from({ length: count }, (_, i) => ({
    content: {
      type: 'numeric',
      question: { ar: `كم ${i}؟`, en: `How much is ${i}?` },
      accepted: [{ value: String(i), tolerance: '0' }],
      ...over,
    } as ItemContent,
    topic: 'الجمع',
    difficulty: 1 as const,
    points: 2,
  }));
  const ids = await command(app, { actor: 'staff' }, ({ tx, now }) =>
    addItems(tx, items, { author: 'huda', now, state, reviewer: 'muna' }),
  );
  const found = new Map((await findByIds(db(), ids)).map(({ item }) => [item.id, item.number]));
  return ids.map((id) => found.get(id) ?? 0);
}

async function newExam(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const page = await huda.get('/desk/exams/new');
  const made = await huda.press(page, '', { titleAr: 'امتحان', titleEn: 'An exam', ...fields });
  const [, id] = /^\/desk\/exams\/(\w+)\?done=exam_added$/.exec(made.path) ?? [];
  if (!id) throw new Error(`the exam was not added: ${made.path}`);
  return id;
}

const problems = (page: Page): string[] => page.dom.querySelectorAll('.notice-warn li').map((line) => line.text);
const alert = (page: Page): string | undefined => page.dom.querySelector('[role=alert]')?.text;
const publish = (desk: Desk, page: Page) => desk.press(page, '', {}, 'form[action$="/publish"]');

describe('H3 an exam from nothing to published', () => {
  test('is added, told what it lacks, given parts, published, and read as it was published', async () => {
    const [one, draft] = [(await addNumbers(3, 'approved'))[0] ?? 0, (await addNumbers(1, 'draft'))[0] ?? 0];
    const id = await newExam({ layout: 'one', maxAttempts: '٣', 'lang-ar': '1' });
    expect(await examOf(id)).toMatchObject({
      layout: 'one',
      maxAttempts: 3,
      languages: ['ar', 'en'],
      publishedVersion: null,
    });
    const empty = await huda.get(`/desk/exams/${id}`);
    expect(problems(empty)).toEqual(['The exam has no questions']);
    expect(empty.dom.querySelector('form[action$="/publish"]')).toBeNull();

    const parts = await huda.press(await huda.get(`/desk/exams/${id}/parts`), 'add-fixed');
    const named = await huda.press(parts, 'add-draw', { numbers0: `${one}، ${draft}` });
    expect(named.dom.querySelectorAll('.part-items li')).toHaveLength(2);
    const drawn = await huda.press(named, 'refresh', { topic1: 'الجمع', count1: '9' });
    expect(drawn.html).toContain('2 approved questions available');
    const saved = await huda.press(drawn, 'save');
    expect(saved.path).toBe(`/desk/exams/${id}?done=blueprint`);
    expect(problems(saved)).toEqual([
      'Part 2 (Addition): 9 needed, 2 approved and free',
      `Question ${draft} is not approved`,
    ]);
    expect(saved.dom.querySelectorAll('.notice-warn a').map((a) => a.getAttribute('href'))).toEqual([
      `/desk/exams/${id}/parts`,
      `/desk/bank/${draft}`,
    ]);

    const again = await huda.get(`/desk/exams/${id}/parts`);
    const dropped = again.dom.querySelectorAll('button[value^="drop-0-"]')[1]?.getAttribute('value') ?? '';
    const fixed = await huda.press(await huda.press(again, dropped, { count1: '2' }), 'save');
    expect(problems(fixed)).toEqual([]);
    const published = await publish(huda, fixed);
    expect(published.path).toBe(`/desk/exams/${id}?done=published`);
    expect(published.html).toContain('What is published is what is set up now.');
    const version = await versionOf(db(), id as ExamId, 1);
    expect(version?.sections.map((s) => [s.items.length, s.draw])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(version?.publishedBy).toBe('huda');
    const list = await khaled.get(`/desk/exams/${id}/versions`);
    expect(list.dom.querySelectorAll('#exam-versions tbody tr')).toHaveLength(1);
    const page = await khaled.get(`/desk/exams/${id}/versions/1`);
    expect(page.dom.querySelectorAll('tbody tr')).toHaveLength(3);
    for (const bad of ['2', '0', '99999999999']) {
      expect((await khaled.get(`/desk/exams/${id}/versions/${bad}`)).status).toBe(404);
    }
  });

  test('a part refuses what is no number, no question or nothing, and keeps what was typed', async () => {
    const id = await newExam();
    const parts = await huda.press(
      await huda.press(await huda.get(`/desk/exams/${id}/parts`), 'add-fixed'),
      'add-draw',
    );
    const words = await huda.press(parts, 'save', { numbers0: 'abc', count1: '7' });
    expect([words.status, words.dom.querySelector('[name=numbers0]')?.getAttribute('value')]).toEqual([422, 'abc']);
    const nobody = await huda.press(parts, 'refresh', { numbers0: '99999' });
    expect(nobody.dom.querySelector('.error-summary a')?.text).toContain('99999');
    const empty = await huda.press(parts, 'save', { count1: '0' });
    expect(empty.dom.querySelectorAll('.error-summary a').map((a) => a.getAttribute('href'))).toEqual([
      '#numbers0',
      '#topic1',
      '#count1',
    ]);
    expect((await examOf(id)).blueprint).toEqual([]);
    const fewer = await huda.press(empty, 'remove-0');
    expect(fewer.dom.querySelector('[name=k0]')?.getAttribute('value')).toBe('draw');
  });

  test('names a language that an item lacks, and what a drawn item lacks', async () => {
    const [number] = await addNumbers(1, 'draft', { question: { ar: 'بالعربية فقط' } });
    const id = await newExam();
    const page = await huda.press(await huda.get(`/desk/exams/${id}/parts`), 'add-fixed');
    const saved = await huda.press(await huda.press(page, 'refresh', { numbers0: String(number) }), 'save');
    const review = await muna.get(`/desk/bank/${number}`);
    await muna.press(review, '', {}, 'form[action$="/approve"]');
    expect(problems(saved)).toEqual([`Question ${number} is not approved`]);
    expect(problems(await huda.get(`/desk/exams/${id}`))).toEqual([
      `Question ${number} – The question: no text in English`,
    ]);
    const overview = await huda.get(`/desk/exams/${id}`);
    const form = overview.dom.querySelector(`form[action="/desk/exams/${id}"]`);
    if (!form) throw new Error('no settings');
    const { 'lang-en': _, _csrf: __, ...arabic } = fieldsOf(form);
    const arabicOnly = await huda.post(`/desk/exams/${id}`, arabic, `/desk/exams/${id}`);
    expect((await examOf(id)).languages).toEqual(['ar']);
    expect(problems(arabicOnly)).toEqual([]);
  });
});

describe('H3 two authors at one exam', () => {
  test('who saves settings or parts second is told, and loses nothing', async () => {
    const path = `/desk/exams/${EXAM}`;
    const [mine, theirs, parts] = [await huda.get(path), await muna.get(path), await huda.get(`${path}/parts`)];
    const settings = `form[action="${path}"]`;
    expect((await muna.press(theirs, '', { minutes: '45' }, settings)).path).toBe(`${path}?done=exam_saved`);
    const told = await huda.press(mine, '', { minutes: '50' }, settings);
    expect([told.status, told.dom.querySelector('[name=minutes]')?.getAttribute('value')]).toEqual([409, '50']);
    expect(alert(told)).toContain('Somebody else has changed this exam');
    expect((await examOf(EXAM)).minutes).toBe(45);
    expect((await huda.press(parts, 'save')).status).toBe(409);
    expect((await huda.press(told, '', {}, settings)).status).toBe(200);
    expect((await examOf(EXAM)).minutes).toBe(50);
  });

  test('nobody publishes what they have not seen, nor the same twice', async () => {
    const path = `/desk/exams/${EXAM}`;
    const seen = await huda.get(path);
    await muna.press(await muna.get(path), '', { passMarkPercent: '61' }, `form[action="${path}"]`);
    const stale = await publish(huda, seen);
    expect([stale.status, alert(stale)]).toEqual([
      409,
      'The exam has changed since the page was opened; it was not published. Read it again.',
    ]);
    const fresh = await huda.get(path);
    const revision = String((await examOf(EXAM)).revision);
    expect((await publish(huda, fresh)).path).toBe(`${path}?done=published`);
    const next = String((await examOf(EXAM)).revision);
    expect(next).not.toBe(revision);
    const twice = await huda.post(`${path}/publish`, { revision: next }, path);
    expect([twice.status, alert(twice)]).toEqual([
      409,
      'Nothing differs from what is published; no new version was made.',
    ]);
    for (const wrong of ['', 'abc', '9'.repeat(30)]) {
      expect((await huda.post(`${path}/publish`, { revision: wrong }, path)).status).toBe(409);
      expect((await huda.post(`${path}/parts`, { revision: wrong, do: 'save' }, path)).status).toBe(409);
    }
  });

  test('an auditor reads every page of an exam and changes nothing', async () => {
    for (const tail of ['', '/parts', '/versions', '/versions/1', '/trial']) {
      const page = await khaled.get(`/desk/exams/${EXAM}${tail}`);
      expect([tail, page.status]).toEqual([tail, 200]);
      if (tail !== '/trial') expect(page.dom.querySelectorAll('main form button:not([hidden])')).toHaveLength(0);
    }
    expect((await khaled.post(`/desk/exams/${EXAM}/publish`, {}, '/desk')).status).toBe(403);
    expect((await khaled.get('/desk/exams/new')).status).toBe(403);
  });

  test('settings out of range are refused whole, and what was typed stays', async () => {
    const path = `/desk/exams/${EXAM}`;
    const page = await huda.get(path);
    const wrong = { titleEn: '', minutes: '601', retakeWaitDays: '-1', validityMonths: '0', layout: 'sideways' };
    const refused = await huda.press(page, '', wrong, `form[action="${path}"]`);
    expect(refused.status).toBe(422);
    expect(refused.dom.querySelectorAll('.error-summary a').map((a) => a.getAttribute('href'))).toEqual(
      expect.arrayContaining(['#titleEn', '#minutes', '#retakeWaitDays', '#validityMonths', '#layout']),
    );
    expect(refused.dom.querySelector('[name=minutes]')?.getAttribute('value')).toBe('601');
  });
});

describe('H3 a trial run', () => {
  const start = async (sit: string): Promise<Page> => {
    const page = await huda.get(`/desk/exams/${EXAM}/trial`);
    return huda.press(page, 'start', { sit });
  };
  /** Chooses the option with this text for every question. */
  const choosing = (page: Page, text: string): Record<string, string> =>
    Object.fromEntries(
      page.dom
        .querySelectorAll('fieldset.question label')
        .filter((label) => label.text.trim() === text)
        .map((label) => {
          const input = label.querySelector('input');
          return [input?.getAttribute('name') ?? '', input?.getAttribute('value') ?? ''];
        }),
    );

  test('draws a paper in the language asked for, marks it, shows the key then, and keeps nothing', async () => {
    const counts = () => Promise.all([db().$count(attempts), db().$count(examResults)]);
    const before = await counts();
    const paper = await start('ar');
    expect(paper.dom.querySelectorAll('[lang=ar][dir=rtl] fieldset.question')).toHaveLength(2);
    expect(paper.html).not.toContain('The right answer');
    const right = await huda.press(paper, 'mark', choosing(paper, 'خيار a'));
    expect(right.dom.querySelector('[role=status]')?.text).toContain('Passed: 100% (2 of 2)');
    expect(right.html).toContain('The right answer');
    expect(right.dom.querySelectorAll('input[checked]')).toHaveLength(2);
    const wrong = await huda.press(paper, 'mark', choosing(paper, 'خيار b'));
    expect(wrong.dom.querySelector('[role=status]')?.text).toContain('Failed: 0% (0 of 2)');
    const nothing = await huda.press(paper, 'mark');
    expect(nothing.dom.querySelector('[role=status]')?.text).toContain('Failed: 0%');
    expect(await counts()).toEqual(before);
  });

  test('is drawn anew for each, and sits in the language of the exam', async () => {
    const english = await start('en');
    expect(english.dom.querySelectorAll('[lang=en] fieldset.question')).toHaveLength(2);
    const again = await huda.press(english, 'start');
    const seedOf = (page: Page) => page.dom.querySelector('[name=seed]')?.getAttribute('value');
    expect(seedOf(again)).not.toBe(seedOf(english));
  });

  test('survives forms that are not ours', async () => {
    const path = `/desk/exams/${EXAM}/trial`;
    const unknown = '00000000-0000-4000-8000-000000000000';
    for (const paper of ['', 'x', `${unknown}:1`, `${unknown}:999999`]) {
      const answer = await huda.post(path, { do: 'mark', seed: 's', sit: 'ar', paper }, path);
      expect([paper, answer.status]).toEqual([paper, 409]);
      expect(alert(answer)).toContain('Start again.');
    }
    const version = await versionOf(db(), EXAM, 1);
    const [item] = version ? await itemsOfVersion(db(), version) : [];
    const paper = `${item?.id}:${item?.version}`;
    expect((await huda.post(path, { do: 'mark', seed: '<', sit: 'ar', paper }, path)).status).toBe(409);
    expect((await huda.post('/desk/exams/NONE/trial', { do: 'start' }, path)).status).toBe(404);
  });

  test('is refused for an exam that could not be published', async () => {
    const id = await newExam();
    const page = await huda.get(`/desk/exams/${id}/trial`);
    expect(page.html).toContain('There can be no trial');
    const tried = await huda.post(`/desk/exams/${id}/trial`, { do: 'start', sit: 'ar' }, `/desk/exams/${id}`);
    expect([tried.status, tried.dom.querySelectorAll('fieldset.question').length]).toEqual([200, 0]);
  });
});
