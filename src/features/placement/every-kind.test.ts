import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ItemContent } from '#procedure/placement/items.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { addCatalogue, COURSE } from '#test/support/world.ts';
import { address, type Browser, browserOf, type Page, sendFrom, startIn, textOf } from './browser.fixture.ts';
import { addEveryKind, EVERY_KIND, EVERY_KIND_EXAM, HOSTILE, PICTURE, rightFields } from './every-kind.fixture.ts';
import { flagField } from './forms.ts';
import { asAsked } from './paper.ts';
import { addSitter, attemptRow, rowOf, type Sitter } from './world.fixture.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  await addEveryKind(app);
});
afterAll(() => app.close());
beforeEach(() => app.clock.freezeAt(TEST_NOW));

const aSitter = (): Promise<Sitter> => addSitter(app, COURSE.freeExam, { offering: { examId: EVERY_KIND_EXAM } });
const shownOn = (page: Page) => page.dom.querySelectorAll('[data-item]').filter((e) => !e.hasAttribute('hidden'));

async function sitting(): Promise<{ sitter: Sitter; browser: Browser; first: Page; ids: string[] }> {
  const sitter = await aSitter();
  const browser = await browserOf(app, sitter.id);
  const first = await startIn(browser, sitter);
  const ids = (await attemptRow(app, sitter.id)).paper.map((ref) => ref.itemId);
  return { sitter, browser, first, ids };
}

const fieldsFor = (ids: readonly string[], i: number): Record<string, string> =>
  rightFields(ids[i] ?? '', EVERY_KIND[i] as ItemContent);

describe('6.3 one question a page, without scripts', () => {
  test('every kind is answered by its own fields, page after page, and all of it counts', async () => {
    const { sitter, browser, first, ids } = await sitting();
    let page = first;
    for (const [i] of EVERY_KIND.entries()) {
      const [shown, ...more] = shownOn(page);
      expect([shown?.getAttribute('data-item'), more]).toEqual([ids[i], []]);
      const isLast = i === EVERY_KIND.length - 1;
      expect(page.dom.querySelectorAll('button[name=finish]')).toHaveLength(isLast ? 1 : 0);
      const answer = { ...fieldsFor(ids, i), here: String(i + 1) };
      const from = `${address(sitter, '/questions')}?n=${i + 1}`;
      page = await browser.post(address(sitter, '/questions'), isLast ? { ...answer, finish: '1' } : answer, from);
    }
    expect(page.path).toBe(address(sitter, '/result'));
    expect(textOf(page)).toContain('علامتكم 100%. النقاط: 7 من 7.');
    expect((await rowOf(app, sitter.id)).state).toBe('confirmed');
  });

  test('the numbers lead anywhere, keep what was answered, and tell what is answered and to be reviewed', async () => {
    const { sitter, browser, ids } = await sitting();
    const there = await sendFrom(browser, sitter, {
      ...fieldsFor(ids, 0),
      here: '1',
      to: '5',
      [flagField(ids[0] ?? '')]: '1',
    });
    expect(there.path).toBe(address(sitter, '/questions?n=5'));
    const said = there.dom.querySelectorAll('[data-number]').map((n) => n.getAttribute('aria-label'));
    expect(said.slice(0, 2)).toEqual(['السؤال 1 أجيب للمراجعة', 'السؤال 2 لم يجب']);
    expect(there.dom.querySelector('[aria-current=step]')?.getAttribute('value')).toBe('5');
    const asked = await sendFrom(browser, sitter, { finish: '1' });
    expect(asked.path).toBe(address(sitter, '/finish'));
    const links = asked.dom.querySelectorAll('main nav ul a').map((a) => a.getAttribute('href'));
    expect(links).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => address(sitter, `/questions?n=${n}`)));
  });

  test('a number beyond the last question shows the last one', async () => {
    const { sitter, browser, ids } = await sitting();
    for (const [n, shown] of [
      ['99', 6],
      ['0', 0],
      ['-3', 0],
      ['x', 0],
    ] as const) {
      const page = await browser.get(address(sitter, `/questions?n=${n}`));
      expect(shownOn(page)[0]?.getAttribute('data-item')).toBe(ids[shown]);
    }
  });

  test('every control has a name that is read out, every picture says what it shows', async () => {
    const { first } = await sitting();
    const controls = first.dom.querySelectorAll('[data-item] select, [data-item] input:not([type=hidden])');
    const nameless = controls.filter((c) => {
      const label = c.closest('label') ?? first.dom.querySelector(`label[for="${c.id}"]`);
      return !label?.text.trim();
    });
    expect([controls.length, nameless.map(String)]).toEqual([22, []]);
    expect(first.dom.querySelectorAll('main img').map((img) => Boolean(img.getAttribute('alt')))).toEqual([true]);
    expect(first.dom.querySelectorAll('[data-item] fieldset > legend')).toHaveLength(7);
  });

  test('the strengths are told by topic, never by item', async () => {
    const { sitter, browser, ids } = await sitting();
    const words = { ...fieldsFor(ids, 0), ...fieldsFor(ids, 1), ...fieldsFor(ids, 2), ...fieldsFor(ids, 3) };
    const result = await sendFrom(browser, sitter, { ...words, ...fieldsFor(ids, 4), finish: 'anyway' });
    const rows = result.dom.querySelectorAll('#topics tbody tr').map((tr) => tr.querySelectorAll('th, td'));
    expect(rows.map((cells) => cells.map((cell) => cell.text))).toEqual([
      ['words', '100%', 'جيد جدا'],
      ['figures', '33%', 'يحتاج إلى مراجعة'],
    ]);
  });
});

describe('6.3 what an author wrote is text', () => {
  test('a script in a question, an option or an alternative text is shown and does not run', async () => {
    const { first } = await sitting();
    expect(first.html).not.toContain('<script>steal');
    expect(first.html).not.toContain('<img src=x');
    expect(first.dom.querySelector('legend')?.text).toBe(`one of three ${HOSTILE} ع`);
    expect(first.dom.querySelectorAll('main script')).toHaveLength(0);
    expect(first.dom.querySelectorAll('main [onerror]')).toHaveLength(0);
  });

  test('a script in an answer comes back as text', async () => {
    const { sitter, browser, ids } = await sitting();
    const typed = fieldsFor(ids, 3);
    const page = await sendFrom(browser, sitter, { [Object.keys(typed)[0] ?? '']: HOSTILE, here: '4', to: '4' });
    expect(page.html).not.toContain('<script>steal');
    expect(page.dom.querySelectorAll('main [onerror]')).toHaveLength(0);
  });
});

describe('6.3 the key never reaches the browser', () => {
  const turned = (content: ItemContent): ItemContent => {
    switch (content.type) {
      case 'single_choice':
      case 'multiple_response':
        return { ...content, options: content.options.map((o) => ({ ...o, correct: !o.correct })) };
      case 'true_false':
        return { ...content, correct: !content.correct };
      case 'short_answer':
        return { ...content, accepted: [{ text: 'another' }] };
      case 'numeric':
        return { ...content, accepted: [{ value: '2', tolerance: '0' }] };
      case 'matching': {
        const [one, two] = content.pairs;
        if (!one || !two) throw new Error('there are two pairs');
        const crossed = [
          { left: one.left, right: two.right },
          { left: two.left, right: one.right },
        ];
        return { ...content, pairs: crossed };
      }
      case 'ordering':
        return { ...content, steps: [...content.steps].reverse() };
    }
  };
  const OTHER_KEY = EVERY_KIND.map(turned);

  const asked = (contents: readonly ItemContent[], seed: string) => {
    const items = contents.map((content, i) => ({
      id: `item-${i}`,
      version: 1,
      type: content.type,
      topic: 't',
      difficulty: 1 as const,
      points: 1,
      content,
    }));
    return JSON.stringify(asAsked(items, [], { seed, lang: 'ar', version: { shuffleOptions: true } }));
  };

  test('with another key the questions are the same to the letter', () => {
    // Steps are never shown in their right order, so that seeds which would show one of the two differ on purpose.
    const seeds = Array.from({ length: 40 }, (_, i) => `seed ${i}`);
    const same = seeds.filter((seed) => asked(EVERY_KIND, seed) === asked(OTHER_KEY, seed));
    expect(same.length).toBeGreaterThan(20);
    const withoutSteps = (list: readonly ItemContent[]) => list.filter((content) => content.type !== 'ordering');
    for (const seed of seeds) {
      expect(asked(withoutSteps(OTHER_KEY), seed)).toBe(asked(withoutSteps(EVERY_KIND), seed));
    }
  });

  test('no page of a sitting, from the start to the result, holds an accepted answer, a seed or a word for authors', async () => {
    const { sitter, browser, ids } = await sitting();
    const { seed } = await attemptRow(app, sitter.id);
    const pages = [
      await browser.get(address(sitter, '/questions')),
      await browser.get(address(sitter)),
      await browser.get(address(sitter, '/finish')),
      await sendFrom(browser, sitter, { [Object.keys(fieldsFor(ids, 2))[0] ?? '']: 'true', finish: 'anyway' }),
    ];
    expect(pages.map((p) => p.status)).toEqual([200, 200, 200, 200]);
    const html = pages.map((p) => p.html).join('\n');
    for (const secret of ['كلمةالسر', 'secretword', '31415', 'explained', 'correct', seed])
      expect(html).not.toContain(secret);
  });
});

test('a picture is shown to who is asked it, and to nobody else', async () => {
  const { sitter, browser } = await sitting();
  const at = address(sitter, `/picture/${PICTURE}`);
  const bytes = new Uint8Array([137, 80, 78, 71]);
  await app.files.put(`picture-${PICTURE.replace('.', '-')}`, bytes);
  const shown = await browser.get(at);
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect((await browser.get(address(sitter, `/picture/${'b2'.repeat(32)}.png`))).status).toBe(404);
  const stranger = await browserOf(app, (await aSitter()).id);
  expect((await stranger.get(at)).status).toBe(401);
});

test('the questions are in the language that was chosen at the start, the page around them in the reader’s', async () => {
  const sitter = await aSitter();
  const browser = await browserOf(app, sitter.id);
  const page = await startIn(browser, sitter, { language: 'en' });
  expect((await attemptRow(app, sitter.id)).language).toBe('en');
  const legend = page.dom.querySelectorAll('legend')[1];
  expect([page.dom.querySelector('html')?.getAttribute('lang'), legend?.text]).toEqual(['ar', 'two of three e']);
  expect(legend?.closest('[lang]')?.getAttribute('lang')).toBe('en');
  expect(legend?.closest('[dir]')?.getAttribute('dir')).toBe('ltr');
});
