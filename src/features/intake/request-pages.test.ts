import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS, plusMs } from '#kernel/time.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, sentTo, submit } from '#test/support/world.ts';
import { liveByMobile } from '../applications/index.ts';
import { catalogueRoutes, findOffering } from '../catalogue/index.ts';
import { listSms } from '../messages/index.ts';
import { proofsOf } from '../proofs/index.ts';
import { statusRoutes } from '../status/index.ts';
import { intakeRoutes } from './index.ts';

let app: TestApp;
let browser: ReturnType<typeof makeBrowser>;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());
beforeEach(() => {
  const web = makeWeb(app);
  browser = makeBrowser(app, web, [intakeRoutes(web), catalogueRoutes(web), statusRoutes(web)]);
  app.clock.freezeAt(TEST_NOW);
});

let serial = 0;
type Typed = Record<string, string>;
const typed = (over: Typed = {}): Typed => {
  serial += 1;
  return {
    'identity.kind': 'citizen',
    'identity.nationalNumber': `99012${String(serial).padStart(5, '0')}`,
    'name.first': 'سلمى',
    'name.father': 'أحمد',
    'name.grandfather': 'محمود',
    'name.family': 'الخطيب',
    'birthDate-day': '27',
    'birthDate-month': '3',
    'birthDate-year': '1990',
    mobile: `078${String(serial).padStart(7, '0')}`,
    district: '17',
    language: 'en',
    consent: '1',
    ...over,
  };
};

const e164 = (mobile: string): string => `+962${mobile.slice(1)}`;
const codeTo = async (mobile: string): Promise<string> => {
  const sms = (await listSms(app.database.db, app.vault, { mobile: e164(mobile) })).filter((m) => m.template === 'otp');
  return /\d{6}/.exec(sms.at(-1)?.text ?? '')?.[0] ?? '';
};
const hidden = (page: Awaited<ReturnType<typeof browser.get>>, name: string): string =>
  page.dom.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '';
const formOf = (offering: string): string => `/courses/${offering}/request`;

async function fill(offering: string, values: Typed) {
  const form = await browser.get(`${formOf(offering)}?lang=en`);
  const page = await browser.post(formOf(offering), { key: hidden(form, 'key'), ...values }, formOf(offering));
  return { page, draft: hidden(page, 'draft') };
}
const sendCodeForm = (offering: string, fields: Typed) =>
  browser.post(`${formOf(offering)}/code`, fields, formOf(offering));

describe('4 the form', () => {
  test.each(['ar', 'en'])('asks for everything on one page, in %s', async (lang) => {
    const { dom } = await browser.get(`${formOf(await addOffering(app, COURSE.paidExam))}?lang=${lang}`);
    const names = dom.querySelectorAll('main form [name]').map((e) => e.getAttribute('name'));
    for (const name of Object.keys(typed())) expect(names).toContain(name);
    expect(names).toEqual(
      expect.arrayContaining(['identity.personalNumber', 'guardian.name', 'email', 'key', '_csrf']),
    );
    expect(dom.querySelector('input[name=consent]')?.hasAttribute('checked')).toBe(false);
    expect(dom.querySelector('input[name=language][checked]')?.getAttribute('value')).toBe(lang);
    for (const input of dom.querySelectorAll('main input:not([type=hidden]), main select')) {
      expect(dom.querySelector(`label[for="${input.id}"]`), input.id).toBeTruthy();
    }
    expect(new Set(dom.querySelectorAll('[id]').map((e) => e.id)).size).toBe(dom.querySelectorAll('[id]').length);
    expect(dom.querySelectorAll('[style], script:not([src])')).toHaveLength(0);
  });

  test('comes back whole with a list of mistakes, and nothing typed is lost', async () => {
    const offering = await addOffering(app, COURSE.free);
    const values = typed({
      'identity.nationalNumber': '98110',
      mobile: '065359970',
      'birthDate-month': '13',
      consent: '',
    });
    const { page } = await fill(offering, values);
    expect(page.status).toBe(422);
    expect(page.dom.querySelectorAll('.error-summary a').map((a) => a.getAttribute('href'))).toEqual([
      '#identity.nationalNumber',
      '#birthDate',
      '#mobile',
      '#consent',
    ]);
    for (const href of page.dom.querySelectorAll('.error-summary a').map((a) => a.getAttribute('href') ?? '')) {
      expect(page.dom.querySelector(`[id="${href.slice(1)}"]`)).toBeTruthy();
    }
    for (const name of ['identity.nationalNumber', 'name.first', 'birthDate-month', 'mobile']) {
      expect(page.dom.querySelector(`[name="${name}"]`)?.getAttribute('value')).toBe(values[name]);
    }
    expect(page.dom.querySelector('select[name=district] option[selected]')?.getAttribute('value')).toBe('17');
    expect(page.dom.querySelector('title')?.text).toMatch(/^Error/);
    expect(await sentTo(app, e164(values['mobile'] ?? ''))).toEqual([]);
  });

  test('K the age is told before a code is sent for nothing', async () => {
    const values = typed({
      'birthDate-year': '2015',
      'guardian.name': 'أحمد',
      'guardian.nationalNumber': '9701234567',
      'guardian.mobile': '0781234567',
      'guardian.consent': '1',
    });
    const { page } = await fill(await addOffering(app, COURSE.free), values);
    expect(page.status).toBe(422);
    expect(page.dom.querySelector('.error-summary')?.text).toContain('16 years or older');
    expect(await sentTo(app, e164(values['mobile'] ?? ''))).toEqual([]);
  });

  test('what was typed cannot become markup', async () => {
    const { page } = await fill(await addOffering(app, COURSE.free), typed({ 'name.first': '"><script>x</script>' }));
    expect(page.html).not.toContain('<script>x');
  });

  test('L an offering that takes no requests says why instead', async () => {
    const offering = await addOffering(app, COURSE.free);
    const record = await findOffering(app.database.db, offering);
    app.clock.freezeAt(record?.facts.schedule?.intakeClosesAt ?? TEST_NOW);
    const page = await browser.get(`${formOf(offering)}?lang=en`);
    expect(page.status).toBe(409);
    expect(page.dom.querySelector('.notice')?.text).toContain('closed on');
    expect((await browser.get(formOf('0191d2a0-0000-4000-8000-000000000001'))).status).toBe(404);
  });
});

describe('4 the code', () => {
  test('goes to the mobile; the right one takes the request and opens its page', async () => {
    const offering = await addOffering(app, COURSE.free);
    const values = typed();
    const { page, draft } = await fill(offering, values);
    expect(page.status).toBe(200);
    expect(page.dom.querySelector('main')?.text).toContain('078 000');
    const done = await sendCodeForm(offering, { draft, otp: await codeTo(values['mobile'] ?? ''), action: 'submit' });
    const [row] = await liveByMobile(app.database.db, e164(values['mobile'] ?? ''));
    expect(done.path).toBe(`/my/${row?.reference}?new=1`);
    expect(done.dom.querySelector('.big-code')?.text).toBe(row?.reference);
    expect(row).toMatchObject({ state: 'waiting_minimum', language: 'en', consentVersion: '2026-11', district: 17 });
  });

  test('no identity number stands in the page or in an address', async () => {
    const offering = await addOffering(app, COURSE.free);
    const values = typed();
    const number = values['identity.nationalNumber'] ?? '';
    const { page, draft } = await fill(offering, values);
    expect(page.html).not.toContain(number);
    const done = await sendCodeForm(offering, { draft, otp: await codeTo(values['mobile'] ?? '') });
    expect(done.status).toBe(200);
    expect(done.html + done.path).not.toContain(number);
    expect(done.html).not.toMatch(/\/c\/[2-9A-HJ-NP-Z]{10}/);
  });

  test('a wrong one asks again, the draft stays, and the right one still works', async () => {
    const offering = await addOffering(app, COURSE.free);
    const values = typed();
    const { draft } = await fill(offering, values);
    const code = await codeTo(values['mobile'] ?? '');
    const wrong = await sendCodeForm(offering, { draft, otp: code === '111111' ? '222222' : '111111' });
    expect(wrong.status).toBe(422);
    expect(wrong.dom.querySelector('#otp-error')?.text).toContain('not right');
    expect((await sendCodeForm(offering, { draft: hidden(wrong, 'draft'), otp: code })).status).toBe(200);
  });

  test('sent twice, the form makes one request and ends on the same page', async () => {
    const offering = await addOffering(app, COURSE.free);
    const values = typed();
    const { draft } = await fill(offering, values);
    const fields = { draft, otp: await codeTo(values['mobile'] ?? '') };
    const first = await sendCodeForm(offering, fields);
    const second = await sendCodeForm(offering, fields);
    expect(second.path).toBe(first.path);
    expect(await liveByMobile(app.database.db, e164(values['mobile'] ?? ''))).toHaveLength(1);
  });

  test('the draft without the code opens nothing, also after the request was made', async () => {
    const offering = await addOffering(app, COURSE.free);
    const values = typed();
    const { draft } = await fill(offering, values);
    const done = await sendCodeForm(offering, { draft, otp: await codeTo(values['mobile'] ?? '') });
    const web = makeWeb(app);
    browser = makeBrowser(app, web, [intakeRoutes(web), statusRoutes(web)]);
    const stranger = await sendCodeForm(offering, { draft, otp: '000000' });
    expect(stranger.path).not.toContain('/my/');
    expect((await browser.get(done.path)).status).toBe(401);
  });

  test('a new one can be asked for after a minute, and the data can be changed', async () => {
    const offering = await addOffering(app, COURSE.free);
    const values = typed();
    const { draft } = await fill(offering, values);
    const early = await sendCodeForm(offering, { draft, action: 'resend' });
    expect(early.dom.querySelector('.notice')?.text).toContain('Many codes');
    app.clock.freezeAt(plusMs(TEST_NOW, MINUTE_MS));
    const later = await sendCodeForm(offering, { draft, action: 'resend' });
    expect(later.dom.querySelector('.notice')?.text).toContain('new code was sent');
    const edit = await sendCodeForm(offering, { draft, action: 'edit' });
    expect(edit.dom.querySelector('[name="name.first"]')?.getAttribute('value')).toBe('سلمى');
    expect(hidden(edit, 'key')).not.toBe('');
  });

  test('doubts about the number are shown and do not stop the request', async () => {
    const offering = await addOffering(app, COURSE.free);
    const values = typed({ 'identity.nationalNumber': `19012${String(serial).padStart(5, '0')}` });
    const { page, draft } = await fill(offering, values);
    expect(page.dom.querySelector('.notice-warn')?.text).toContain('usually start with 9 or 2');
    const done = await sendCodeForm(offering, { draft, otp: await codeTo(values['mobile'] ?? '') });
    expect(done.path).toContain('/my/');
  });

  test('a draft that is not ours, or of another course, is refused', async () => {
    const offering = await addOffering(app, COURSE.free);
    const { draft } = await fill(await addOffering(app, COURSE.free), typed());
    for (const wrong of ['', 'x', draft])
      expect((await sendCodeForm(offering, { draft: wrong, otp: '1' })).status).toBe(400);
  });

  test('F who has a live request is told so, without its details', async () => {
    const offering = await addOffering(app, COURSE.free);
    const values = typed();
    const known = aRequest(offering, {
      identity: { kind: 'citizen', nationalNumber: values['identity.nationalNumber'] ?? '' },
    });
    const { reference } = await submit(app, known);
    const { draft } = await fill(offering, values);
    const page = await sendCodeForm(offering, { draft, otp: await codeTo(values['mobile'] ?? '') });
    expect(page.status).toBe(409);
    expect(page.dom.querySelector('.notice')?.text).toContain('already a request');
    expect(page.html).not.toContain(reference);
    expect(page.html).not.toContain(known.mobile.slice(-4));
    expect((await sentTo(app, known.mobile)).map(([t]) => t)).toEqual(['received', 'link_again']);
  });

  test('H3 documents travel with the code', async () => {
    const offering = await addOffering(app, COURSE.freeExam);
    const values = typed();
    const { page, draft } = await fill(offering, values);
    expect(page.dom.querySelector('input[type=file][name=proof]')?.hasAttribute('multiple')).toBe(true);
    const upload = async (content: string) => {
      const body = new FormData();
      body.set('_csrf', hidden(await browser.get(formOf(offering)), '_csrf'));
      body.set('draft', draft);
      body.set('otp', await codeTo(values['mobile'] ?? ''));
      body.append('proof', new File([content], 'one.pdf'));
      body.append('proof', new File(['%PDF-1.7\n%%EOF\n'], 'two.pdf'));
      return browser.request(`${formOf(offering)}/code`, { method: 'POST', body });
    };
    const wrong = await upload('MZ this is a program');
    expect(wrong.status).toBe(422);
    expect(wrong.dom.querySelector('#proof-error')?.text).toContain('one.pdf');
    expect(wrong.dom.querySelector('#proof-hint')?.text).toContain('choose them again');
    expect((await upload('%PDF-1.7\n%%EOF\n')).path).toContain('/my/');
    const [row] = await liveByMobile(app.database.db, e164(values['mobile'] ?? ''));
    if (!row) throw new Error('no request was made');
    expect(row.proof).toBe('pending');
    expect(await proofsOf(app.database.db, row.id)).toHaveLength(2);
  });

  test.each([
    ['ar', 'فاحص الفيروسات', 'لا نستطيع فحص الملفات'],
    ['en', 'virus scanner', 'cannot be checked and kept just now'],
  ])('H3 what the scanner refuses costs neither the form nor the code, in %s', async (lang, infected, down) => {
    let answer: 'clean' | 'infected' | 'down' = 'infected';
    const scan = () => (answer === 'down' ? Promise.reject(new Error('clamd hung up')) : Promise.resolve(answer));
    const web = makeWeb({ ...app, scanner: { scan } });
    browser = makeBrowser(app, web, [intakeRoutes(web), catalogueRoutes(web), statusRoutes(web)]);
    const offering = await addOffering(app, COURSE.freeExam);
    const values = typed();
    const { draft } = await fill(offering, values);
    const otp = await codeTo(values['mobile'] ?? '');
    const send = async (draftNow: string) => {
      const body = new FormData();
      body.set('_csrf', hidden(await browser.get(`${formOf(offering)}?lang=${lang}`), '_csrf'));
      for (const [name, value] of Object.entries({ draft: draftNow, otp, action: 'submit' })) body.set(name, value);
      body.append('proof', new File(['%PDF-1.7\n%%EOF\n'], 'شهادة.pdf'));
      return browser.request(`${formOf(offering)}/code`, { method: 'POST', body });
    };
    const bad = await send(draft);
    const error = bad.dom.querySelector('#proof-error')?.text ?? '';
    expect([bad.status, error.includes(infected), error.includes('شهادة.pdf')]).toEqual([422, true, true]);
    expect(bad.dom.querySelector('[name=otp]')?.getAttribute('value')).toBe(otp);
    answer = 'down';
    const gone = await send(hidden(bad, 'draft'));
    expect([gone.status, gone.dom.querySelector('#proof-error')?.text.includes(down)]).toEqual([422, true]);
    answer = 'clean';
    expect((await send(hidden(gone, 'draft'))).path).toContain('/my/');
  });
});

describe('steps 1 to 3, and the texts', () => {
  test.each(['ar', 'en'])('the home lists the service under both names, in %s', async (lang) => {
    const { dom } = await browser.get(`/?lang=${lang}`);
    const text = dom.querySelector('main')?.text ?? '';
    expect(text).toContain(lang === 'ar' ? 'طلب حضور دورة' : 'Request to attend a course');
    expect(text).toContain(lang === 'ar' ? 'عقد دورة' : 'Holding a course');
    expect(text).toContain(lang === 'ar' ? 'أمانة رائدة لتكون عمان مدينة منظمة' : 'A pioneering municipality');
    expect(text).toContain(lang === 'ar' ? 'تقديم خدمات بلدية متميزة' : 'distinguished municipal services');
    expect(dom.querySelectorAll('h1')).toHaveLength(1);
  });

  test('the search of services finds it by either name, in any spelling', async () => {
    for (const q of ['عقد دورة', 'عقد دوره', 'طلب', 'الدورة', 'course']) {
      const { dom } = await browser.get(`/services?lang=ar&q=${encodeURIComponent(q)}`);
      expect(dom.querySelector('.tile a')?.getAttribute('href'), q).toBe('/services/course-request');
    }
    const none = await browser.get(`/services?lang=en&q=${encodeURIComponent('رخصة')}`);
    expect(none.dom.querySelector('.tile')).toBeNull();
    expect(none.html).toContain('No service of this name');
  });

  test('the card shows the seven published fields in their order', async () => {
    const headings = (page: Awaited<ReturnType<typeof browser.get>>) =>
      page.dom.querySelectorAll('main h2').map((h) => h.text);
    expect(headings(await browser.get('/services/course-request?lang=ar'))).toEqual([
      'الفئة المستفيدة من الخدمة',
      'متطلبات الحصول على الخدمة',
      'إجراءات الحصول على الخدمة',
      'وسائل تقديم الخدمة',
      'رسوم تقديم الخدمة (إن وجدت)',
      'وقت إنجاز الخدمة',
      'ملاحظات',
    ]);
    const english = await browser.get('/services/course-request?lang=en');
    expect(headings(english)).toHaveLength(7);
    const steps = english.dom.querySelectorAll('main section li b').map((b) => b.text);
    expect(steps.slice(0, 19).join(' ')).toBe('1 2 3 4 5 6 6.1 6.2 6.3 6.3.1 6.3.2 7 7.1 7.2 7.3 7.3.1 7.3.2 7.4 8');
  });

  test.each(['/help', '/privacy', '/accessibility', '/services'])('%s stands in both languages', async (path) => {
    const [ar, en] = [await browser.get(`${path}?lang=ar`), await browser.get(`${path}?lang=en`)];
    expect([ar.status, en.status]).toEqual([200, 200]);
    expect(ar.dom.querySelector('h1')?.text).not.toBe(en.dom.querySelector('h1')?.text);
    expect(ar.html).toContain('117180');
  });

  test('too many forms from one address have to wait, outside the demo', async () => {
    const offering = await addOffering(app, COURSE.free);
    const statuses: number[] = [];
    for (let i = 0; i < 121; i += 1) statuses.push((await fill(offering, typed({ consent: '' }))).page.status);
    expect(statuses.slice(0, 120).every((s) => s === 422)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    app.clock.freezeAt(plusMs(TEST_NOW, HOUR_MS));
  });
});
