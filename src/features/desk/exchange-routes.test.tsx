import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import type { TestApp } from '#test/support/app.ts';
import { EXAM } from '#test/support/world.ts';
import { type BankItem, searchBank } from '../exams/index.ts';
import { type Desk, makeBankApp, type Page, signedIn } from './bank.fixture.ts';

let app: TestApp;
let huda: Desk;
let muna: Desk;
beforeAll(async () => {
  app = await makeBankApp();
  [huda, muna] = await Promise.all([signedIn(app, 'huda'), signedIn(app, 'muna')]);
});
afterAll(() => app.close());

const drafts = async (): Promise<readonly BankItem[]> =>
  (await searchBank(app.database.db, { state: 'draft', author: 'huda' })).items;

const GIFT = [
  'Which colour means stop?{=Red#Right. ~%50%Orange ~Green}',
  'Put it into words. {}',
  'How many? {#3..4}',
].join('\n\n');

/** Sends a file with the form of the import page. */
async function send(desk: Desk, content: string | Uint8Array<ArrayBuffer>, changes: Record<string, string> = {}) {
  const form = await desk.get('/desk/bank/import');
  const file = new File([content], 'C:\\Users\\huda\\questions.txt');
  return desk.press(form, '', { lang: 'en', newTopic: 'Signs', ...changes, file }, 'form[enctype]');
}

const textOf = (page: Page): string => page.dom.querySelector('main')?.text.replace(/\s+/g, ' ') ?? '';
const confirm = (desk: Desk, page: Page) => desk.press(page, '', {}, 'form[action$=confirm]');

describe('H3 a file of questions', () => {
  test('is shown first: what is taken with its preview, what is refused with line and reason; nothing is kept', async () => {
    const before = (await drafts()).length;
    const page = await send(huda, GIFT);
    expect([page.status, page.path]).toEqual([200, expect.stringMatching(/^\/desk\/bank\/import\/[0-9a-f-]{36}$/)]);
    const text = textOf(page);
    expect(text).toContain('2 questions can be taken, 1 is refused');
    expect(text).toContain('questions.txt');
    expect(text).not.toContain('C:\\');
    expect(text).toContain('Line 3');
    expect(text).toContain('An essay. It cannot be marked by the program.');
    expect(text).toContain('Answers for part of the points count as wrong.');
    expect(text).toContain('Red: Right.');
    expect(page.dom.querySelectorAll('article input[type=radio]')).toHaveLength(3);
    expect((await drafts()).length).toBe(before);
    expect((await huda.get(`${page.path}?lang=ar`)).html).toContain('سؤال مقالي');
    await huda.get(`${page.path}?lang=en`);
  });

  test('becomes drafts of its author at one word, all together, and only once', async () => {
    const page = await send(huda, GIFT, { difficulty: '3', points: '٤' });
    const before = (await drafts()).length;
    const [first, second] = await Promise.all([confirm(huda, page), confirm(huda, page)]);
    expect([first.status, second.status].sort()).toEqual([200, 422]);
    const done = first.status === 200 ? first : second;
    expect(done.path).toBe('/desk/bank?state=draft&done=imported');
    expect(textOf(done)).toContain('imported as drafts');
    const items = await drafts();
    expect(items.length).toBe(before + 2);
    const [number, choice] = items;
    expect(number?.wording).toMatchObject({
      ...{ type: 'numeric', topic: 'Signs', difficulty: 3, points: 4, author: 'huda', reviewedAt: null },
      content: { question: { en: 'How many?' }, accepted: [{ value: '3.5', tolerance: '0.5' }] },
    });
    expect(choice?.wording.content).toMatchObject({ explanation: { en: 'Red: Right.' } });
    expect(textOf(await confirm(huda, page))).toContain('imported already');
  });

  test('belongs to who sent it: nobody else sees it, confirms it or takes it away', async () => {
    const page = await send(huda, GIFT);
    const theirs = await muna.get(page.path);
    expect([theirs.status, textOf(theirs).includes('Which colour')]).toEqual([422, false]);
    const form = await muna.get('/desk/bank/import');
    for (const act of ['confirm', 'drop'])
      await muna
        .press(form, '', {}, 'form[enctype]')
        .then(() => muna.post(`${page.path}/${act}`, {}, '/desk/bank/import'));
    expect((await huda.get(page.path)).status).toBe(200);
  });

  test('is forgotten when it is left, when another one is sent, and after a day', async () => {
    const left = await send(huda, GIFT);
    await huda.press(left, '', {}, 'form[action$=drop]');
    expect((await huda.get(left.path)).status).toBe(422);
    const first = await send(huda, GIFT);
    const next = await send(huda, GIFT);
    expect([(await huda.get(first.path)).status, (await huda.get(next.path)).status]).toEqual([422, 200]);
    const now = app.clock.now();
    app.clock.freezeAt(plusMs(now, DAY_MS + 1));
    expect((await huda.get(next.path)).status).toBe(422);
    expect((await confirm(huda, next)).status).toBe(422);
    app.clock.freezeAt(now);
    expect((await huda.get('/desk/bank/import/not-an-upload')).status).toBe(422);
  });

  test('brings its pictures along, made anew, once the import is confirmed', async () => {
    const png = await sharp({ create: { width: 3, height: 2, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const xml = `<quiz><question type="truefalse"><questiontext format="html"><text>&lt;img src="data:image/png;base64,${png.toString('base64')}" alt="A red field"&gt; Is it red?</text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;
    const page = await send(huda, xml);
    const shown = page.dom.querySelector('article img');
    expect(shown?.getAttribute('alt')).toBe('A red field');
    const preview = await huda.get(shown?.getAttribute('src') ?? '');
    expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await huda.get(`${page.path}/pictures/${'0'.repeat(64)}`)).status).toBe(404);
    await confirm(huda, page);
    const [item] = await drafts();
    const file = item?.wording.content.picture?.file ?? '';
    expect(file).toMatch(/^[0-9a-f]{64}\.png$/);
    expect((await huda.get(`/desk/bank/pictures/${file}`)).headers.get('content-type')).toBe('image/png');
  });

  test('of which the bank has some already says so, with their numbers, and the new ones can be taken alone', async () => {
    const old = 'Which is tallest?{=Oak ~Rose ~Moss}';
    await confirm(huda, await send(huda, old));
    const [{ item } = { item: { number: 0 } }] = await drafts();
    // Another key or another order is no other question; another option is.
    const file = [
      'Which is tallest?{~Moss =Rose ~Oak}',
      'Which is tallest?{=Oak ~Rose ~Fern}',
      'Which is tallest?{=Oak}',
    ];
    const page = await send(huda, file.join('\n\n'));
    expect(textOf(page)).toContain('1 of them is in the bank already');
    const link = page.dom.querySelector('article a')?.getAttribute('href');
    expect(link).toBe(`/desk/bank/${item.number}`);
    const before = (await drafts()).length;
    await huda.press(page, 'new', { only: 'new' }, 'form[action$=confirm]');
    const after = await drafts();
    expect(after.length).toBe(before + 2);
    expect(JSON.stringify(after.slice(0, 2).map((one) => one.wording.content))).toContain('Fern');
  });

  test('takes the topic that the bank knows by its title', async () => {
    await confirm(huda, await send(huda, '$CATEGORY: $course$/top/Signs\nA?{T}', { newTopic: 'Other' }));
    expect((await drafts())[0]?.wording.topic).toBe('Signs');
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>, number, string]>([
    ['is empty', '', 422, 'The file is empty.'],
    ['is no file of questions', 'Dear Sir or Madam,', 422, 'The kind of file was not recognised.'],
    ['is larger than ten megabytes', new Uint8Array(10 * 1024 * 1024 + 1), 413, 'The file is larger than 10 MB.'],
    ['has a document type', '<!DOCTYPE quiz><quiz/>', 422, 'The file has a DOCTYPE'],
  ])('that %s comes back with the form', async (_, content, status, words) => {
    const page = await send(huda, content, { points: '7', newTopic: 'Kept' });
    expect([page.status, page.path]).toEqual([status, '/desk/bank/import']);
    expect(page.dom.querySelector('.error-summary')?.text).toContain(words);
    expect(page.dom.querySelector('[name=newTopic]')?.getAttribute('value')).toBe('Kept');
    expect(page.dom.querySelector('[name=points]')?.getAttribute('value')).toBe('7');
  });

  test('without a topic, with points that are none or without a file is sent back, each field named', async () => {
    const form = await huda.get('/desk/bank/import');
    const page = await huda.press(
      form,
      '',
      { newTopic: '', points: '0', lang: 'fr', difficulty: '9' },
      'form[enctype]',
    );
    expect(page.status).toBe(422);
    const fields = page.dom.querySelectorAll('.error-summary a').map((a) => a.getAttribute('href'));
    expect(fields).toEqual(['#file', '#lang', '#difficulty', '#topic', '#points']);
  });
});

test('H3 the example sheets are there in both languages, and are taken as they are', async () => {
  const form = await huda.get('/desk/bank/import');
  const links = form.dom.querySelectorAll('main a[href*=examples]').map((a) => a.getAttribute('href') ?? '');
  expect(links).toHaveLength(4);
  for (const link of links) {
    const file = await huda.get(link);
    expect([file.status, file.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringContaining('attachment'),
    ]);
  }
  const csv = await huda.get('/desk/bank/import/examples/csv-ar');
  expect(textOf(await send(huda, csv.html))).toContain('7 questions can be taken, none is refused');
  expect((await huda.get('/desk/bank/import/examples/xlsx-fr')).status).toBe(404);
});

describe('H3 questions of the bank', () => {
  /** The export form with its choice, and what comes of it. */
  const out = async (address: string, changes: Record<string, string> = {}) =>
    huda.press(await huda.get(address), '', changes, 'form[method=post]');

  test('go out by exam, as a file that comes in again the same', async () => {
    const page = await huda.get(`/desk/bank/export?exam=${EXAM}`);
    expect(page.dom.querySelectorAll('input[name=item][checked]')).toHaveLength(2);
    const body = new FormData();
    for (const box of page.dom.querySelectorAll('form[method=post] input')) {
      const type = box.getAttribute('type');
      if (type === 'radio') continue;
      body.append(box.getAttribute('name') ?? '', box.getAttribute('value') ?? '');
    }
    for (const format of ['gift', 'moodle_xml']) {
      body.set('format', format);
      const file = await huda.request('/desk/bank/export', { method: 'POST', body });
      expect([file.status, file.headers.get('content-disposition')]).toEqual([
        200,
        expect.stringMatching(/^attachment; filename="questions-2027-01-\d\d\.(gift\.txt|moodle\.xml)"$/),
      ]);
      expect(textOf(await send(huda, file.html))).toContain('2 questions can be taken, none is refused');
    }
    body.set('format', 'qti');
    const zip = await huda.request('/desk/bank/export', { method: 'POST', body });
    expect([zip.headers.get('content-type'), zip.html.slice(0, 2)]).toEqual(['application/zip', 'PK']);
  });

  test('that a format does not hold are named before the file is made without them', async () => {
    const csv = await huda.get('/desk/bank/import/examples/csv-en');
    await confirm(huda, await send(huda, csv.html));
    const list = await huda.get('/desk/bank/export?topic=Road%20safety');
    const numbers = list.dom.querySelectorAll('input[name=item]').map((box) => box.getAttribute('value') ?? '');
    expect(numbers).toHaveLength(7);
    const token = list.dom.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
    const body = new URLSearchParams({ _csrf: token, format: 'gift' });
    for (const number of numbers) body.append('item', number);
    const told = await huda.request('/desk/bank/export', { method: 'POST', body });
    expect(textOf(told)).toContain('This format has no ordering.');
    expect(textOf(told)).toContain('become accepted in both');
    const ordering = numbers[6] ?? '';
    const anyway = new URLSearchParams();
    for (const input of told.dom.querySelectorAll('main form[method=post] input')) {
      anyway.append(input.getAttribute('name') ?? '', input.getAttribute('value') ?? '');
    }
    const file = await huda.request('/desk/bank/export', { method: 'POST', body: anyway });
    expect([file.headers.get('content-type'), file.html.match(/^::/gm)?.length]).toEqual([
      'text/plain; charset=utf-8',
      6,
    ]);
    const only = new URLSearchParams({ _csrf: token, format: 'gift', item: ordering });
    const nothing = await huda.request('/desk/bank/export', { method: 'POST', body: only });
    expect(textOf(nothing)).toContain('Nothing is left for this format.');
  });

  test('are chosen by topic and state; nothing chosen is a mistake that is told', async () => {
    expect((await huda.get('/desk/bank/export?state=retired')).dom.querySelectorAll('input[name=item]')).toEqual([]);
    expect(textOf(await huda.get('/desk/bank/export?exam=none'))).toContain('There are no questions here.');
    const page = await out('/desk/bank/export', { item: 'nonsense' });
    expect([page.status, page.dom.querySelector('.error-summary')?.text.includes('at least one')]).toEqual([422, true]);
  });
});
