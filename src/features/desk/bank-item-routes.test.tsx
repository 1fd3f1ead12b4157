import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '#platform/app.ts';
import type { ItemContent } from '#procedure/placement/items.ts';
import type { TestApp } from '#test/support/app.ts';
import { addItems, findByNumber } from '../exams/index.ts';
import { type Desk, makeBankApp, numberOf, signedIn, write } from './bank.fixture.ts';

let app: TestApp;
let huda: Desk;
let muna: Desk;
let khaled: Desk;
beforeAll(async () => {
  app = await makeBankApp();
  [huda, muna, khaled] = await Promise.all([signedIn(app, 'huda'), signedIn(app, 'muna'), signedIn(app, 'khaled')]);
});
afterAll(() => app.close());

const itemAt = async (number: number) => {
  const found = await findByNumber(app.database.db, number);
  if (!found) throw new Error('no such item');
  return found;
};
const contentAt = async (number: number): Promise<ItemContent> => (await itemAt(number)).wording.content;
const texts = (place: string, ar: string, en: string) => ({ [`${place}-ar`]: ar, [`${place}-en`]: en });

/** What is typed for each kind, and what the bank then holds. */
const KINDS = [
  {
    type: 'single_choice',
    fields: async (desk: Desk) => {
      const blank = await desk.get('/desk/bank/new?type=single_choice');
      const id = blank.dom.querySelector('[name=p1-id]')?.getAttribute('value') ?? '';
      return { ...texts('p0', 'أ', 'A'), 'p1-id': id, ...texts('p1', 'ب', 'B'), correct: id };
    },
    holds: {
      options: [
        { text: { ar: 'أ', en: 'A' }, correct: false },
        { text: { ar: 'ب', en: 'B' }, correct: true },
      ],
    },
  },
  {
    type: 'multiple_response',
    fields: async () => ({
      ...texts('p0', 'أ', 'A'),
      ...texts('p1', 'ب', 'B'),
      ...texts('p2', 'ج', 'C'),
      'p0-correct': '1',
      'p2-correct': '1',
    }),
    holds: { options: [{ correct: true }, { correct: false }, { correct: true }] },
  },
  { type: 'true_false', fields: async () => ({ truth: 'false' }), holds: { correct: false } },
  {
    type: 'short_answer',
    fields: async () => ({ 'p0-text': 'عمّان', 'p0-lang': '' }),
    holds: { accepted: [{ text: 'عمّان' }] },
  },
  {
    type: 'numeric',
    fields: async () => ({ 'p0-text': '-12.50', 'p0-tolerance': '0.5' }),
    holds: { accepted: [{ value: '-12.50', tolerance: '0.5' }] },
  },
  {
    type: 'matching',
    fields: async () => ({
      ...texts('p0', 'يسار1', 'left 1'),
      'p0-rightAr': 'يمين1',
      'p0-rightEn': 'right 1',
      ...texts('p1', 'يسار2', 'left 2'),
      'p1-rightAr': 'يمين2',
      'p1-rightEn': 'right 2',
    }),
    holds: { pairs: [{ right: { text: { en: 'right 1' } } }, { left: { text: { ar: 'يسار2' } } }], distractors: [] },
  },
  {
    type: 'ordering',
    fields: async () => ({
      ...texts('p0', 'واحد', 'one'),
      ...texts('p1', 'اثنان', 'two'),
      ...texts('p2', 'ثلاثة', 'three'),
    }),
    holds: { steps: [{ text: { en: 'one' } }, { text: { en: 'two' } }, { text: { en: 'three' } }] },
  },
] as const;

describe('H3 the form of an item, without a script', () => {
  test.each(KINDS)('writes $type, which a second person approves', async ({ type, fields, holds }) => {
    const page = await write(huda, type, await fields(huda));
    const number = numberOf(page);
    expect(await contentAt(number)).toMatchObject({ type, question: { ar: 'سؤال', en: 'Question' }, ...holds });
    expect((await itemAt(number)).item.state).toBe('draft');
    expect(page.dom.querySelectorAll('[dir=rtl] .question, [dir=ltr] .question')).toHaveLength(2);

    const review = await muna.get(`/desk/bank/${number}`);
    const done = await muna.press(review, '', {}, `form[action$="/approve"]`);
    expect([done.status, done.path]).toEqual([200, `/desk/bank/${number}?done=approved`]);
    expect((await itemAt(number)).item).toMatchObject({ state: 'approved', approvedVersion: 1 });
    const again = await huda.press(await huda.get(`/desk/bank/${number}/edit`), 'save');
    expect(await contentAt(numberOf(again))).toEqual((await itemAt(number)).wording.content);
    expect((await itemAt(number)).wording.version).toBe(2);
  });

  test('adds, moves and removes options, and keeps all that was typed', async () => {
    const blank = await huda.get('/desk/bank/new?type=single_choice');
    const typed = {
      ...texts('question', 'نص <b>السؤال</b>', 'The text'),
      ...texts('p0', 'أول', 'first'),
      points: 'many',
    };
    const added = await huda.press(blank, 'add', typed);
    expect(added.status).toBe(200);
    expect(added.dom.querySelectorAll('.item-part')).toHaveLength(5);
    const moved = await huda.press(added, 'up-p1');
    expect(moved.dom.querySelector('[name=p1-en]')?.getAttribute('value')).toBe('first');
    const removed = await huda.press(moved, 'remove-p0');
    expect(removed.dom.querySelectorAll('.item-part')).toHaveLength(4);
    expect(removed.dom.querySelector('[name=p0-ar]')?.getAttribute('value')).toBe('أول');
    expect(removed.dom.querySelector('[name=points]')?.getAttribute('value')).toBe('many');
    expect(removed.dom.querySelector('[name=question-ar]')?.text).toContain('نص');
    expect(removed.dom.querySelector('[name=question-ar] b')).toBeNull();
    const refused = await huda.press(removed, 'save');
    expect(refused.status).toBe(422);
    expect(refused.dom.querySelectorAll('.error-summary a').map((a) => a.getAttribute('href'))).toEqual([
      '#topic',
      '#points',
    ]);
    expect(refused.dom.querySelector('[name=p0-ar]')?.getAttribute('value')).toBe('أول');
  });

  test('shows the preview in both directions, with what is still missing, and saves nothing by it', async () => {
    const blank = await huda.get('/desk/bank/new?type=true_false');
    const before = (await huda.get('/desk/bank')).html;
    const shown = await huda.press(blank, 'preview', { 'question-en': 'Is <script>alert(1)</script> shown?' });
    const aside = shown.dom.querySelector('#item-preview');
    expect(aside?.querySelector('[lang=en][dir=ltr] legend')?.text).toBe('Is <script>alert(1)</script> shown?');
    expect(shown.html).not.toContain('<script>alert');
    expect(aside?.text).toContain('Not written in this language yet.');
    expect((await huda.get('/desk/bank')).html.length).toBe(before.length);
  });

  test('gives the same answer to what reads the same, so that pairs may share a second side', async () => {
    const page = await write(huda, 'matching', {
      ...texts('p0', 'قطة', 'cat'),
      'p0-rightAr': 'حيوان',
      ...texts('p1', 'كلب', 'dog'),
      'p1-rightAr': 'حيوان',
      ...texts('p2', 'وردة', 'rose'),
      'p2-rightAr': 'نبات',
    });
    const content = await contentAt(numberOf(page));
    const ids = content.type === 'matching' ? content.pairs.map((pair) => pair.right.id) : [];
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(2);
  });

  test('cannot be opened for an item that is retired or does not exist', async () => {
    const number = numberOf(await write(huda, 'true_false', { truth: 'true' }));
    const open = await huda.get(`/desk/bank/${number}/edit`);
    await huda.press(await huda.get(`/desk/bank/${number}`), '', {}, 'form[action$="/retire"]');
    expect((await huda.get(`/desk/bank/${number}/edit`)).path).toBe(`/desk/bank/${number}`);
    const late = await huda.press(open, 'save', { 'question-en': 'typed too late' });
    expect([late.status, late.dom.querySelector('[name=question-en]')?.text]).toEqual([409, 'typed too late']);
    expect((await huda.get('/desk/bank/999999/edit')).status).toBe(404);
    expect((await huda.get('/desk/bank/99999999999999999999')).status).toBe(404);
  });
});

describe('H3 two authors at one item', () => {
  test('who saves second is told, loses nothing, sees the other wording, and may then save', async () => {
    const number = numberOf(await write(huda, 'true_false', { truth: 'true' }));
    const [mine, theirs] = [await huda.get(`/desk/bank/${number}/edit`), await muna.get(`/desk/bank/${number}/edit`)];
    expect((await muna.press(theirs, 'save', { 'question-en': 'Muna wrote this' })).status).toBe(200);
    const told = await huda.press(mine, 'save', { 'question-en': 'Huda wrote this' });
    expect(told.status).toBe(409);
    expect(told.dom.querySelector('[role=alert]')?.text).toContain('muna');
    expect(told.dom.querySelector('[role=alert] legend')?.text).toBeDefined();
    expect(told.dom.querySelector('[role=alert]')?.text).toContain('Muna wrote this');
    expect(told.dom.querySelector('[name=question-en]')?.text).toBe('Huda wrote this');
    expect((await contentAt(number)).question.en).toBe('Muna wrote this');
    expect((await huda.press(told, 'save')).status).toBe(200);
    expect((await contentAt(number)).question.en).toBe('Huda wrote this');
  });

  test('nobody approves what they wrote themselves, and a reviewer approves only what they have read', async () => {
    const number = numberOf(await write(huda, 'true_false', { truth: 'true' }));
    const own = await huda.get(`/desk/bank/${number}`);
    expect(own.dom.querySelector('form[action$="/approve"]')).toBeNull();
    expect(own.html).toContain('Somebody else approves it.');
    const { revision } = (await itemAt(number)).item;
    const tried = await huda.post(
      `/desk/bank/${number}/approve`,
      { revision: String(revision) },
      `/desk/bank/${number}`,
    );
    expect([tried.status, tried.dom.querySelector('[role=alert]')?.text]).toEqual([
      422,
      'You wrote this wording, so somebody else approves it. It was not approved.',
    ]);
    const read = await muna.get(`/desk/bank/${number}`);
    await huda.press(await huda.get(`/desk/bank/${number}/edit`), 'save', { 'question-en': 'changed meanwhile' });
    const stale = await muna.press(read, '', {}, 'form[action$="/approve"]');
    expect([stale.status, (await itemAt(number)).item.state]).toEqual([409, 'draft']);
  });

  test('an auditor reads everything and changes nothing', async () => {
    const number = numberOf(await write(huda, 'true_false', { truth: 'true' }));
    for (const path of ['/desk/bank', `/desk/bank/${number}`]) {
      const page = await khaled.get(path);
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.dom.querySelectorAll('main form[method=post]')).toHaveLength(0);
    }
    for (const path of ['/desk/bank/new', `/desk/bank/${number}/edit`])
      expect((await khaled.get(path)).status).toBe(403);
    const tried = await khaled.post(`/desk/bank/${number}/approve`, {}, '/desk');
    expect([tried.status, (await itemAt(number)).item.state]).toEqual([403, 'draft']);
  });
});

describe('H3 pictures of items', () => {
  const png = () =>
    sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
  const upload = async (desk: Desk, bytes: Uint8Array<ArrayBuffer>, name = 'picture-file') => {
    const blank = await desk.get('/desk/bank/new?type=single_choice');
    return desk.press(blank, 'preview', { 'question-en': 'typed', [name]: new File([bytes], 'x.png') });
  };

  test('are kept made anew, need a description in each language, and are served as nothing but pictures', async () => {
    const shown = await upload(huda, new Uint8Array(await png()));
    expect(shown.status).toBe(200);
    const src = shown.dom.querySelector('#item-preview img')?.getAttribute('src') ?? '';
    expect(src).toMatch(/^\/desk\/bank\/pictures\/[0-9a-f]{64}\.png$/);
    expect(shown.dom.querySelector('#item-preview')?.text).toContain('no description of the picture in English');
    const answer = await huda.request(src);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cache-control')).toContain('immutable');
    const saved = await huda.press(shown, 'save', { 'newTopic-en': 'Pictures', 'picture-en': 'A red field' });
    expect((await contentAt(numberOf(saved))).picture).toEqual({
      file: src.split('/').at(-1),
      alt: { en: 'A red field' },
    });
    const edit = await huda.get(`/desk/bank/${numberOf(saved)}/edit`);
    const dropped = await huda.press(await huda.press(edit, 'drop-picture'), 'save');
    expect((await contentAt(numberOf(dropped))).picture).toBeUndefined();
  });

  test('may stand in options', async () => {
    const shown = await upload(huda, new Uint8Array(await png()), 'p1-picture-file');
    const form = { 'newTopic-en': 'Pictures', 'p1-picture-en': 'Red' };
    const content = await contentAt(numberOf(await huda.press(shown, 'save', form)));
    expect(content).toMatchObject({ options: [{ text: {}, picture: { alt: { en: 'Red' } } }] });
  });

  test.each([
    ['text', Buffer.from('no picture at all')],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ])('that are %s are refused, and nothing typed is lost', async (_, bytes) => {
    const answer = await upload(huda, new Uint8Array(bytes));
    expect(answer.status).toBe(422);
    expect(answer.dom.querySelector('.error-summary a')?.getAttribute('href')).toBe('#picture-file');
    expect(answer.dom.querySelector('[name=question-en]')?.text).toBe('typed');
  });

  test('that are cut off or too large are refused', async () => {
    const whole = new Uint8Array(await png());
    const cut = await upload(huda, whole.slice(0, whole.length - 20));
    expect(cut.dom.querySelector('#picture-file-error')?.text).toMatch(/cannot be read|no JPEG/);
    const large = await upload(huda, new Uint8Array(6 * 1024 * 1024));
    expect(large.dom.querySelector('#picture-file-error')?.text).toContain('larger than 5 MB');
  });

  test('are found by their own names only', async () => {
    for (const name of ['..%2Fsecret.key', 'x.png', `${'0'.repeat(64)}.png`, `${'0'.repeat(64)}.svg`]) {
      expect([name, (await huda.get(`/desk/bank/pictures/${name}`)).status]).toEqual([name, 404]);
    }
    const forged = await write(huda, 'true_false', { truth: 'true', picture: '../../secret.key' });
    expect((await contentAt(numberOf(forged))).picture).toBeUndefined();
  });
});

describe('H3 the list of the bank', () => {
  beforeAll(async () => {
    const items = Array.from({ length: 60 }, (_, i) => ({
      content: {
        type: i % 2 === 0 ? 'true_false' : 'numeric',
        question: { ar: i === 7 ? 'أيّ مَدرسةٍ أقدم؟' : `بند ${i}`, en: `Listed ${i}` },
        ...(i % 2 === 0 ? { correct: true } : { accepted: [{ value: '1', tolerance: '0' }] }),
      } as ItemContent,
      topic: 'listed',
      difficulty: i < 20 ? (3 as const) : (1 as const),
      points: 1,
    }));
    await command(app, { actor: 'staff' }, ({ tx, now }) =>
      addItems(tx, items, { author: 'sami', now, state: 'draft' }),
    );
  });
  const rows = (page: { dom: { querySelectorAll: (q: string) => { text: string }[] } }) =>
    page.dom.querySelectorAll('#bank tbody .item-excerpt').map((cell) => cell.text);

  test('goes on by links in both directions, in which each item stands once', async () => {
    const seen: string[] = [];
    let page = await huda.get('/desk/bank?topic=listed');
    const first = rows(page);
    for (;;) {
      seen.push(...rows(page));
      const next = page.dom.querySelector('a[rel=next]')?.getAttribute('href');
      if (!next) break;
      expect(next).toContain('topic=listed');
      page = await huda.get(next.replaceAll('&amp;', '&'));
    }
    expect([seen.length, new Set(seen).size]).toEqual([60, 60]);
    for (;;) {
      const back = page.dom.querySelector('a[rel=prev]')?.getAttribute('href');
      if (!back) break;
      page = await huda.get(back.replaceAll('&amp;', '&'));
    }
    expect(rows(page)).toEqual(first);
  });

  test.each([
    ['q=%D8%A7%D9%8A+%D9%85%D8%AF%D8%B1%D8%B3%D9%87', 1],
    ['q=listed+59', 1],
    ['topic=listed&difficulty=3&type=numeric', 10],
    ['author=sami&state=approved', 0],
    ['author=sami&q=%25', 0],
    ['topic=listed&difficulty=9', 25],
    ['topic=listed&after=x', 25],
    ['topic=listed&after=9999999999999999.1', 25],
  ])('is narrowed by the address: %s', async (query, count) => {
    const page = await huda.get(`/desk/bank?${query}`);
    expect([page.status, rows(page).length]).toEqual([200, count]);
    if (count === 0) expect(page.dom.querySelector('.empty')?.text).toBe('No question matches the search.');
  });

  test('finds an item by its number', async () => {
    const page = await huda.get('/desk/bank?q=1');
    expect(page.dom.querySelectorAll('#bank tbody th a').map((a) => a.getAttribute('href'))).toEqual(['/desk/bank/1']);
  });
});

describe('H3 the page of an item', () => {
  test('names the exams that it is in, compares its versions, copies it, retires it and brings it back', async () => {
    const page = await huda.get('/desk/bank/1');
    expect(page.html).toContain('Computer');
    const edit = await huda.get('/desk/bank/1/edit');
    expect(edit.html).toContain('The approved version stays.');
    await huda.press(edit, 'save', { 'question-en': 'Question one', points: '3' });
    const compared = await huda.get('/desk/bank/1/compare?from=1&to=2');
    expect(compared.dom.querySelectorAll('#differences tbody tr').map((row) => row.text)).toEqual([
      'Points13',
      'Question in EnglishQuestion 1Question one',
    ]);
    expect((await huda.get('/desk/bank/1/compare?from=1&to=9')).status).toBe(404);

    const copy = await huda.press(await huda.get('/desk/bank/1'), '', {}, 'form[action$="/duplicate"]');
    expect(numberOf(copy)).not.toBe(1);
    expect((await itemAt(numberOf(copy))).wording).toMatchObject({ author: 'huda', points: 3 });

    const retired = await huda.press(copy, '', {}, 'form[action$="/retire"]');
    expect((await itemAt(numberOf(copy))).item.state).toBe('retired');
    await huda.press(retired, '', {}, 'form[action$="/bring-back"]');
    expect((await itemAt(numberOf(copy))).item.state).toBe('draft');
  });

  test.each(['ar', 'en'])('has one heading and its language: %s', async (lang) => {
    for (const path of [
      '/desk/bank',
      '/desk/bank/1',
      '/desk/bank/1/edit',
      '/desk/bank/new',
      '/desk/bank/new?type=ordering',
    ]) {
      const page = await muna.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect([path, page.dom.querySelectorAll('h1').length]).toEqual([path, 1]);
      expect(page.dom.querySelector('html')?.getAttribute('lang')).toBe(lang);
    }
  });
});
