import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CourseId, VenueId } from '#kernel/ids.ts';
import { DAY_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { foldArabic } from '#platform/i18n/fold.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, submit } from '#test/support/world.ts';
import { takeDecision } from '../applications/index.ts';
import { filterHref, readFilter } from './filter.ts';
import { catalogueRoutes, findCourse, insertVenues, saveCourse } from './index.ts';
import { listOfferings } from './queries.ts';
import { standingOf } from './standing.ts';

let app: TestApp;
let browser: ReturnType<typeof makeBrowser>;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  const web = makeWeb(app);
  browser = makeBrowser(app, web, [catalogueRoutes(web)]);
  await addNamed('EXCEL', 'تحليل البيانات باستخدام إكسل', 'Data analysis with Excel', { topic: 'digital' });
  await addNamed('SEW', 'الخياطة وتصميم الأزياء', 'Sewing and Fashion', { topic: 'crafts', feeFils: 20_000 });
  await addNamed('AID', 'الإسعافات الأولية', 'First Aid', { topic: 'health' });
});
afterAll(() => app.close());

async function addNamed(id: string, ar: string, en: string, over: object): Promise<void> {
  const base = await findCourse(app.database.db, COURSE.free);
  if (!base) throw new Error('the course does not exist');
  const named = { titleAr: ar, titleEn: en, searchText: foldArabic(`${ar} ${en}`) };
  const course = { ...base, id: id as CourseId, ...named, ...over };
  await command(app, { actor: 'staff' }, ({ tx }) => saveCourse(tx, course));
  await addOffering(app, course.id);
}

const found = async (query: string): Promise<string[]> => {
  const list = await listOfferings(app.database.db, readFilter(new URLSearchParams(query)), TEST_NOW);
  return list.cards.map((card) => card.courseId);
};

describe('search', () => {
  test('letters that searchers do not tell apart are equal', async () => {
    for (const q of ['اكسل', 'إكسل', 'أكسل', 'EXCEL', 'excel  data', 'البيانات', 'بيانات', 'تَحليل']) {
      expect(await found(`q=${encodeURIComponent(q)}`), q).toEqual(['EXCEL']);
    }
    expect(await found(`q=${encodeURIComponent('خياطه')}`)).toEqual(['SEW']);
    expect(await found(`q=${encodeURIComponent('الازياء')}`)).toEqual(['SEW']);
    expect(await found(`q=${encodeURIComponent('اسعافات')}`)).toEqual(['AID']);
  });

  test('the word course says nothing, and the name of a topic finds its courses', async () => {
    expect(await found(`q=${encodeURIComponent('دورة خياطة')}`)).toEqual(['SEW']);
    expect(await found(`q=${encodeURIComponent('حرف')}`)).toEqual(['SEW']);
    expect(await found('q=health')).toEqual(['AID']);
  });

  test('signs of the database are only signs', async () => {
    for (const q of ['%', '_', "'", '\\', '"; drop table course']) {
      expect(await found(`q=${encodeURIComponent(q)}`)).toEqual([]);
    }
  });
});

describe('filters', () => {
  test('topic, fee, exam, district and date narrow the list', async () => {
    const offering = await addOffering(app, COURSE.paidExam, { startsAt: plusMs(TEST_NOW, 60 * DAY_MS) });
    expect(await found('topic=crafts&topic=health')).toEqual(expect.arrayContaining(['SEW', 'AID']));
    expect(await found('price=free')).not.toContain('SEW');
    expect((await found('price=paid')).sort()).toEqual(['PAID-EXAM', 'SEW']);
    expect(await found('exam=needed')).toEqual(['PAID-EXAM']);
    expect(await found('exam=none')).not.toContain('PAID-EXAM');
    expect(await found('from=2027-03-04')).toEqual(['PAID-EXAM']);
    expect(await found('from=2027-03-05')).toEqual([]);
    expect(await found('district=2')).toEqual([]);
    await command(app, { actor: 'staff' }, ({ tx }) =>
      insertVenues(tx, [
        {
          id: 'V02' as VenueId,
          nameAr: 'مركز',
          nameEn: 'Centre',
          smsAr: 'مركز',
          smsEn: 'Centre',
          district: 2,
          directionsAr: 'هنا',
          directionsEn: 'Here',
          accessible: false,
        },
      ]),
    );
    await addOffering(app, COURSE.free, { venueId: 'V02' as VenueId });
    expect(await found('district=2')).toEqual(['FREE']);
    expect(offering).toBeTruthy();
  });

  test('what cannot be read is left out', () => {
    const usual = readFilter(new URLSearchParams());
    expect(readFilter(new URLSearchParams('topic=x&price=y&district=99&from=soon&sort=z&page=0&show=x'))).toEqual(
      usual,
    );
    expect(filterHref(usual)).toBe('/courses');
  });

  test('an address gives back its filter', () => {
    const address =
      '/courses?q=%D8%B5&topic=arts&price=free&exam=none&district=7&from=2027-03-04&sort=fee&show=all&page=2';
    expect(filterHref(readFilter(new URL(address, 'http://x').searchParams))).toBe(address);
  });

  test('only offerings that take requests, unless all are asked for', async () => {
    const closing = await addOffering(app, COURSE.free, { startsAt: plusMs(TEST_NOW, 2 * DAY_MS) });
    await command(app, { actor: 'clock' }, (work) => takeDecision(work, closing), plusMs(TEST_NOW, DAY_MS));
    const ids = async (query: string) =>
      (await listOfferings(app.database.db, readFilter(new URLSearchParams(query)), TEST_NOW)).cards.map((c) => c.id);
    expect(await ids('')).not.toContain(closing);
    expect(await ids('show=all')).toContain(closing);
    const page = await browser.get(`/courses/${closing}?lang=en`);
    expect(page.dom.querySelector('.notice')?.text).toContain('postponed');
    expect(page.html).not.toContain(`/courses/${closing}/request`);
  });
});

describe('how an offering stands', () => {
  const open = { state: 'gathering', min: 2, max: 4, active: 0, waitingListOpen: true } as const;
  const closes = plusMs(TEST_NOW, 1);

  test('N the intake closes at its time, not a moment before', () => {
    expect(standingOf({ ...open, intakeClosesAt: closes }, TEST_NOW)).toBe('needs_people');
    expect(standingOf({ ...open, intakeClosesAt: closes }, closes)).toBe('intake_closed');
  });

  test('E seats decide between open, last seats, waiting list and full', () => {
    const at = (active: number, more = {}) =>
      standingOf({ ...open, intakeClosesAt: closes, active, ...more }, TEST_NOW);
    expect([at(1), at(2), at(2, { max: 9 }), at(4), at(4, { waitingListOpen: false })]).toEqual([
      'needs_people',
      'last_seats',
      'open',
      'waiting_list',
      'full',
    ]);
  });
});

describe('pages', () => {
  test.each(['ar', 'en'])('the catalogue stands in %s with a card for each offering', async (lang) => {
    const { dom, status } = await browser.get(`/courses?lang=${lang}`);
    expect(status).toBe(200);
    expect(dom.querySelector('html')?.getAttribute('dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr');
    expect(dom.querySelectorAll('h1')).toHaveLength(1);
    expect(dom.querySelectorAll('article.course').length).toBeGreaterThan(3);
    expect(dom.querySelector('form[data-filter=results] [name=topic]')).toBeTruthy();
    expect(dom.querySelectorAll('[style], [onclick]')).toHaveLength(0);
  });

  test('a search keeps the filters, filters keep the search', async () => {
    const { dom } = await browser.get('/courses?lang=en&q=excel&topic=digital&price=free');
    const kept = dom.querySelectorAll('.search input[type=hidden]').map((i) => i.getAttribute('name'));
    expect(kept).toEqual(['topic', 'price']);
    expect(dom.querySelector('.filter-form input[name=q]')?.getAttribute('value')).toBe('excel');
    expect(dom.querySelector('.filter-form input[value=digital]')?.hasAttribute('checked')).toBe(true);
  });

  test('an empty result says what to do', async () => {
    const { dom } = await browser.get('/courses?lang=en&q=astronomy');
    expect(dom.querySelector('.empty')?.text).toContain('clear the filters');
    expect(dom.querySelector('.empty a')?.getAttribute('href')).toBe('/courses');
  });

  test('more than twenty offerings come in pages', async () => {
    for (let i = 0; i < 21; i += 1) await addOffering(app, COURSE.paid);
    const first = await browser.get('/courses?lang=en&price=paid');
    expect(first.dom.querySelectorAll('article.course')).toHaveLength(20);
    const next = first.dom.querySelector('a[rel=next]')?.getAttribute('href') ?? '';
    const second = await browser.get(next);
    expect(second.dom.querySelectorAll('article.course').length).toBeGreaterThan(0);
    expect(
      (await browser.get('/courses?price=paid&page=99')).dom.querySelectorAll('article.course').length,
    ).toBeGreaterThan(0);
  });

  test('the card says how many asked and how many more are needed, with the decision', async () => {
    const offering = await addOffering(app, COURSE.freeExam, { min: 10, max: 12 });
    for (let i = 0; i < 6; i += 1) await submit(app, aRequest(offering));
    const { dom } = await browser.get('/courses?lang=en&exam=needed');
    const card = dom.querySelectorAll('article.course').find((a) => a.innerHTML.includes(offering));
    expect(card?.text).toContain('6 of 12 seats');
    expect(card?.text).toContain('Held from 10: 4 more needed');
    expect(card?.text).toContain('Decision on Tuesday 12 January 2027');
  });

  test.each([
    [COURSE.free, ['There is nothing to pay'], ['placement exam before', 'eFAWATEERcom']],
    [COURSE.freeExam, ['There is nothing to pay', 'one attempt'], ['eFAWATEERcom']],
    [COURSE.paid, ['eFAWATEERcom, JOD 15.500'], ['one attempt']],
    [COURSE.paidExam, ['eFAWATEERcom, JOD 15.500', 'one attempt'], ['There is nothing to pay']],
  ])('6, 7 the page of %s says what happens next for exactly this kind of course', async (course, says, hides) => {
    const offering = await addOffering(app, course);
    const { dom } = await browser.get(`/courses/${offering}?lang=en`);
    const text = dom.querySelector('main')?.text ?? '';
    for (const one of says) expect(text).toContain(one);
    for (const one of hides) expect(text).not.toContain(one);
    expect(dom.querySelector('aside a.btn')?.getAttribute('href')).toBe(`/courses/${offering}/request`);
    expect((await browser.get(`/courses/${offering}?lang=ar`)).dom.querySelector('h1')?.text).toBe(`دورة ${course}`);
  });

  test('an address that names no offering is a page of its own', async () => {
    for (const id of ['x', '0191d2a0-0000-4000-8000-000000000001', '%00']) {
      expect((await browser.get(`/courses/${id}`)).status).toBe(404);
    }
  });
});
