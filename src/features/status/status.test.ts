import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApplicationId, OfferingId } from '#kernel/ids.ts';
import { fils } from '#kernel/money.ts';
import { DAY_MS, HOUR_MS, plusMs } from '#kernel/time.ts';
import { command } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, FEE, submit } from '#test/support/world.ts';
import {
  applyPayment,
  findApplication,
  judgeProof,
  linkAgain,
  linkUrl,
  type NewRequest,
  setNewDate,
  settleVerdict,
  takeDecision,
} from '../applications/index.ts';
import { listSms } from '../messages/index.ts';
import { acceptProof, refuseProof } from '../proofs/index.ts';
import { statusRoutes, statusView } from './index.ts';

let app: TestApp;
let browser: ReturnType<typeof makeBrowser>;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());
beforeEach(() => {
  const web = makeWeb(app);
  browser = makeBrowser(app, web, [statusRoutes(web)]);
  app.clock.freezeAt(TEST_NOW);
});

type Person = { id: ApplicationId; reference: string; mobile: string; link: string; request: NewRequest };

async function apply(offering: OfferingId, over: Partial<NewRequest> = {}): Promise<Person> {
  const request = aRequest(offering, { language: 'en', ...over });
  const { id, reference } = await submit(app, request);
  return { id, reference, mobile: request.mobile, link: await linkOf(id), request };
}

/** The path of the status link in force; empty for who was sent another link only. */
async function linkOf(id: ApplicationId): Promise<string> {
  const url = await linkUrl(app, id, 'status');
  return url ? new URL(url).pathname : '';
}
const last4 = (mobile: string): string => mobile.slice(-4);
const wrong4 = (mobile: string): string => (last4(mobile) === '0000' ? '1111' : '0000');
const open = (person: Person) => browser.post(person.link, { last4: last4(person.mobile) }, person.link);
const codeTo = async (mobile: string): Promise<string> => {
  const sms = (await listSms(app.database.db, app.vault, { mobile })).filter((m) => m.template === 'otp');
  return /\d{6}/.exec(sms.at(-1)?.text ?? '')?.[0] ?? '';
};
const viewOf = async (id: ApplicationId, lang: 'ar' | 'en' = 'en') => {
  const record = await findApplication(app.database.db, id, app.clock.now());
  if (!record) throw new Error('no such request');
  return statusView(app, record, lang);
};
const mainText = (page: Awaited<ReturnType<typeof browser.get>>): string =>
  (page.dom.querySelector('main')?.text ?? '').replace(/\s+/g, ' ');

describe('personal links', () => {
  test('one box for the last four digits; the right ones open the page of the request', async () => {
    const person = await apply(await addOffering(app, COURSE.free));
    const form = await browser.get(person.link);
    expect(form.dom.querySelectorAll('main input:not([type=hidden])').map((i) => i.getAttribute('name'))).toEqual([
      'last4',
    ]);
    expect(form.html).not.toContain(last4(person.mobile));
    const arabic = [...last4(person.mobile)].map((d) => String.fromCharCode(0x0660 + Number(d))).join('');
    const page = await browser.post(person.link.toLowerCase(), { last4: arabic }, person.link);
    expect(page.path).toBe(`/my/${person.reference}`);
    expect(page.status).toBe(200);
  });

  test('the code can be typed by hand, with blanks and in small letters, and leads where the link leads', async () => {
    const person = await apply(await addOffering(app, COURSE.free));
    const code = person.link.split('/').at(-1) ?? '';
    const typed = `${code.slice(0, 5).toLowerCase()} ${code.slice(5)}`;
    expect((await browser.get('/my')).dom.querySelector('main a[href="/c"]')).not.toBeNull();
    const page = await browser.post('/c', { code: typed, last4: last4(person.mobile) }, '/c');
    expect([page.status, page.path]).toEqual([200, `/my/${person.reference}`]);
  });

  test('a typed code that is unknown and digits that are wrong get the same answer, and the fifth wrong try locks', async () => {
    const person = await apply(await addOffering(app, COURSE.free));
    const code = person.link.split('/').at(-1) ?? '';
    const post = (fields: Record<string, string>) => browser.post('/c', fields, '/c');
    const unknown = await post({ code: 'ZZZZZZZZZZ', last4: last4(person.mobile) });
    const wrong = await post({ code, last4: wrong4(person.mobile) });
    expect([unknown.status, wrong.status]).toEqual([422, 422]);
    expect(mainText(wrong)).toBe(mainText(unknown));
    expect(wrong.dom.querySelector('#code')?.getAttribute('value')).toBe(code);
    for (let i = 0; i < 3; i += 1) await post({ code, last4: wrong4(person.mobile) });
    const fifth = await post({ code, last4: wrong4(person.mobile) });
    expect([fifth.status, fifth.path]).toEqual([423, person.link]);
    expect((await post({ code, last4: last4(person.mobile) })).status).toBe(423);
    expect((await post({})).status).toBe(422);
  });

  test('they speak the language of the request until the reader chooses another', async () => {
    const person = await apply(await addOffering(app, COURSE.free), { language: 'ar' });
    expect((await browser.get(person.link)).dom.querySelector('html')?.getAttribute('lang')).toBe('ar');
    expect((await browser.get(`${person.link}?lang=en`)).dom.querySelector('html')?.getAttribute('lang')).toBe('en');
  });

  test('five wrong tries lock it, also for the right digits; a code by SMS opens it again', async () => {
    const person = await apply(await addOffering(app, COURSE.free));
    const tryWrong = () => browser.post(person.link, { last4: wrong4(person.mobile) }, person.link);
    for (let left = 4; left > 0; left -= 1) {
      const page = await tryWrong();
      expect(page.status).toBe(422);
      expect(mainText(page)).toContain(left === 1 ? '1 try is left' : `${left} tries are left`);
    }
    expect((await tryWrong()).status).toBe(423);
    expect((await open(person)).status).toBe(423);
    expect((await browser.get(person.link)).status).toBe(423);

    const entry = await browser.post(`${person.link}/send`, {}, person.link);
    expect(mainText(entry)).toContain(last4(person.mobile));
    expect(entry.html).not.toContain(person.mobile.slice(4));
    const bad = await browser.post(`${person.link}/unlock`, { otp: '12345' }, person.link);
    expect(bad.status).toBe(422);
    const good = await browser.post(`${person.link}/unlock`, { otp: await codeTo(person.mobile) }, person.link);
    expect(good.path).toBe(`/my/${person.reference}`);
    expect((await open(person)).status).toBe(200);
  });

  test('right digits forgive the wrong tries before', async () => {
    const person = await apply(await addOffering(app, COURSE.free));
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < 4; i += 1) await browser.post(person.link, { last4: wrong4(person.mobile) }, person.link);
      expect((await open(person)).status).toBe(200);
    }
  });

  test('tries at the same instant are all counted', async () => {
    const person = await apply(await addOffering(app, COURSE.free));
    const tries = Array.from({ length: 8 }, () =>
      browser.post(person.link, { last4: wrong4(person.mobile) }, person.link),
    );
    const statuses = (await Promise.all(tries)).map((p) => p.status);
    expect(statuses.filter((s) => s === 422)).toHaveLength(4);
    expect((await open(person)).status).toBe(423);
  });

  test('a link that is unknown, or that a newer one replaced, says so kindly', async () => {
    const person = await apply(await addOffering(app, COURSE.free));
    await command(app, { actor: 'applicant' }, (work) => linkAgain(work, person.id));
    for (const link of [person.link, '/c/2222222222', '/c/x']) {
      const page = await browser.get(`${link}?lang=en`);
      expect(page.status).toBe(404);
      expect(page.dom.querySelector('main a.btn')?.getAttribute('href')).toBe('/my');
    }
    expect((await browser.get(await linkOf(person.id))).status).toBe(200);
  });

  test('K where there is a guardian, the digits are those of the guardian’s mobile', async () => {
    const guardian = { name: 'أحمد', nationalNumber: '9701234567', mobile: '+962785550123' as NewRequest['mobile'] };
    const person = await apply(await addOffering(app, COURSE.free), { birthDate: '2010-01-01', guardian });
    expect((await open(person)).status).toBe(422);
    expect((await browser.post(person.link, { last4: '0123' }, person.link)).status).toBe(200);
  });

  test('each purpose leads to its own page', async () => {
    const offering = await addOffering(app, COURSE.freeExam);
    const [one] = [await apply(offering), await apply(offering)];
    const link = new URL((await linkUrl(app, one.id, 'exam')) ?? '').pathname;
    expect((await browser.post(link, { last4: last4(one.mobile) }, link)).path).toBe(`/exam/${one.reference}`);
  });
});

describe('«my requests»', () => {
  test('mobile and code list all requests of the mobile, and open them', async () => {
    const offering = await addOffering(app, COURSE.free, { min: 3 });
    const person = await apply(offering);
    const second = await apply(await addOffering(app, COURSE.paid), { mobile: person.request.mobile });
    const stranger = await apply(offering);
    const entry = await browser.post('/my', { mobile: `0${person.mobile.slice(4)}` }, '/my?lang=en');
    expect(entry.status).toBe(200);
    const list = await browser.post('/my/code', { mobile: person.mobile, otp: await codeTo(person.mobile) }, '/my');
    expect(list.path).toBe('/my');
    const references = list.dom.querySelectorAll('#requests a').map((a) => a.text);
    expect(references).toEqual([second.reference, person.reference]);
    expect((await browser.get(`/my/${person.reference}`)).status).toBe(200);
    expect((await browser.get(`/my/${stranger.reference}`)).status).toBe(401);
    const closed = await browser.post('/my/sign-out', {}, '/my');
    expect(closed.dom.querySelector('#requests')).toBeNull();
    expect((await browser.get(`/my/${person.reference}`)).status).toBe(401);
  });

  test('a wrong number, a wrong code and a mobile without requests are told apart only after the code', async () => {
    expect((await browser.post('/my', { mobile: '065359970' }, '/my')).status).toBe(422);
    const mobile = '+962771112233';
    const entry = await browser.post('/my', { mobile }, '/my?lang=en');
    expect(mainText(entry)).toContain('We sent a code');
    expect((await browser.post('/my/code', { mobile, otp: '1' }, '/my')).status).toBe(422);
    const none = await browser.post('/my/code', { mobile, otp: await codeTo(mobile) }, '/my');
    expect(mainText(none)).toContain('no requests under this mobile');
  });

  test('a stranger and a wrong reference get the same answer', async () => {
    const person = await apply(await addOffering(app, COURSE.free));
    const [real, made] = [await browser.get(`/my/${person.reference}`), await browser.get('/my/ZZZZZZ')];
    expect([real.status, made.status]).toEqual([401, 401]);
    expect(mainText(real)).toBe(mainText(made));
  });
});

describe('the page of a request', () => {
  test('4, 5 waiting: how many asked, how many are needed, when it is decided', async () => {
    const person = await apply(await addOffering(app, COURSE.free, { min: 10, max: 12 }));
    const page = await open(person);
    expect(mainText(page)).toContain('1 of 10, 9 more needed. Decision on Tuesday 12 January 2027');
    expect(page.dom.querySelector('.stepper [aria-current=step]')?.text.replace('\u00ad', '')).toBe('Minimum');
    expect(page.dom.querySelectorAll('.stepper li')).toHaveLength(5);
  });

  test('E on the waiting list: the place in it', async () => {
    const offering = await addOffering(app, COURSE.free, { min: 1, max: 1 });
    await apply(offering);
    const [second, third] = [await apply(offering), await apply(offering)];
    expect((await viewOf(second.id)).queuePosition).toBe(1);
    expect(mainText(await open(third))).toContain('Your place on the waiting list: 2');
  });

  test('6.3 the exam: its link and its deadline', async () => {
    const offering = await addOffering(app, COURSE.freeExam);
    const [one] = [await apply(offering), await apply(offering)];
    const page = await open(one);
    expect(mainText(page)).toContain('It is left to pass the placement exam by');
    expect(page.dom.querySelector(`a[href="/exam/${one.reference}"]`)).toBeTruthy();
    expect((await viewOf(one.id)).examUrl).toMatch(/^http:\/\/localhost:3000\/c\/[2-9A-Z]{10}$/);
  });

  test('7.1, 7.4 the payment number, and after the payment the receipt and all course information', async () => {
    const offering = await addOffering(app, COURSE.paid);
    const [one] = [await apply(offering), await apply(offering)];
    const before = await viewOf(one.id);
    expect(before).toMatchObject({ nextStep: 'pay', clause: '7.1', payment: { amountFils: FEE, status: 'open' } });
    const page = await open(one);
    expect(page.dom.querySelectorAll('.big-code').map((e) => e.text)).toContain(before.payment?.number);
    expect(mainText(page)).toContain('JOD 15.500');
    expect(mainText(page)).toContain('eFAWATEERcom');

    await command(app, { actor: 'bank' }, (work) =>
      applyPayment(work, one.id, { amount: fils(FEE), processedAt: app.clock.now() }, newId()),
    );
    const paid = await browser.get(`/my/${one.reference}`);
    for (const text of ['Receipt', 'All about the course', 'By the park', 'A pen', '117180', 'Training Centre']) {
      expect(mainText(paid)).toContain(text);
    }
    expect((await viewOf(one.id)).payment).toMatchObject({ status: 'paid' });
  });

  test('6.1 confirmed: a calendar file with every meeting', async () => {
    const offering = await addOffering(app, COURSE.free);
    const [one] = [await apply(offering), await apply(offering)];
    const page = await open(one);
    const href = page.dom.querySelector('a[href$=".ics"]')?.getAttribute('href') ?? '';
    const file = await browser.get(href);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(file.html.match(/BEGIN:VEVENT/g)).toHaveLength(page.dom.querySelectorAll('#course ~ dl ol li').length);
    expect(file.html).toContain('DTSTART:20270113T090000Z');
    expect(file.html).toContain('SUMMARY:Course FREE');
  });

  test('5, N2 postponed: why, and that nothing is lost; then the new date', async () => {
    const offering = await addOffering(app, COURSE.free);
    const person = await apply(offering);
    const decision = plusMs(TEST_NOW, 9 * DAY_MS);
    await command(app, { actor: 'clock' }, (work) => takeDecision(work, offering), decision);
    app.clock.freezeAt(decision);
    const page = await open(person);
    expect(mainText(page)).toContain('postponed because the number was not complete');
    expect(await viewOf(person.id)).toMatchObject({ state: 'waiting_minimum', nextStep: 'wait_new_date', clause: '5' });
    await command(app, { actor: 'staff' }, (work) => setNewDate(work, offering, plusMs(decision, 20 * DAY_MS)));
    expect((await viewOf(person.id)).clause).toBe('N2');
    expect(mainText(await browser.get(`/my/${person.reference}`))).toContain('1 of 2, 1 more needed');
  });

  test('6.3.2 failed: why, and from when a new request can be made', async () => {
    const offering = await addOffering(app, COURSE.freeExam);
    const [one] = [await apply(offering), await apply(offering)];
    await command(app, { actor: 'applicant' }, (work) => settleVerdict(work, one.id, 'fail'));
    const page = await open(one);
    expect(mainText(page)).toContain('pass mark of the placement exam was not obtained');
    expect(page.dom.querySelector('.stepper')).toBeNull();
    expect(await viewOf(one.id)).toMatchObject({ state: 'rejected', reason: 'exam_failed', nextStep: 'none' });
  });

  test('the timeline tells each step in plain words, with its clause and the note of staff', async () => {
    const offering = await addOffering(app, COURSE.freeExam);
    const person = await apply(offering, { withProof: true });
    await command(app, { actor: 'staff' }, (work) => judgeProof(work, person.id, 'refuse', 'The stamp is missing'));
    await apply(offering);
    const { timeline } = await viewOf(person.id);
    expect(timeline.map((e) => [e.text, e.clause, e.note])).toEqual([
      ['The request was received.', null, null],
      [expect.stringContaining('not accepted'), null, 'The stamp is missing'],
      [expect.stringContaining('link of the placement exam was sent'), '6.3', null],
    ]);
    expect((await viewOf(person.id, 'ar')).timeline[0]?.text).toBe('استلمنا الطلب.');
  });

  test('no identity number and no link code stands in the page, whatever the messages said', async () => {
    const person = await apply(await addOffering(app, COURSE.free));
    const page = await open(person);
    const number = 'nationalNumber' in person.request.identity ? person.request.identity.nationalNumber : '';
    expect(number).not.toBe('');
    expect(page.html).not.toContain(number);
    expect(page.html).not.toContain(person.link.split('/').at(-1));
    expect(page.html).not.toContain(person.mobile.slice(4));
    expect(mainText(page)).toContain('amman.jo/c/…');
  });

  test.each(['ar', 'en'] as const)('has one title, no inline code and unique ids, in %s', async (lang) => {
    const offering = await addOffering(app, COURSE.paid);
    const [one] = [await apply(offering), await apply(offering)];
    await open(one);
    const { dom } = await browser.get(`/my/${one.reference}?lang=${lang}`);
    expect(dom.querySelectorAll('h1')).toHaveLength(1);
    expect(dom.querySelectorAll('[style], script:not([src]), [onclick]')).toHaveLength(0);
    const ids = dom.querySelectorAll('[id]').map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(dom.querySelector('h1')?.text).toBe(lang === 'ar' ? 'دورة PAID' : 'Course PAID');
  });
});

describe('G withdrawal', () => {
  test('is asked for once more, then done; afterwards it is no longer offered', async () => {
    const person = await apply(await addOffering(app, COURSE.free));
    const page = await open(person);
    const href = page.dom.querySelector('a[href$="/withdraw"]')?.getAttribute('href') ?? '';
    expect((await viewOf(person.id)).state).toBe('waiting_minimum');
    const done = await browser.post(href, {}, href);
    expect(done.path).toBe(`/my/${person.reference}?done=withdrawn`);
    expect((await viewOf(person.id)).state).toBe('withdrawn');
    expect(done.dom.querySelector('a[href$="/withdraw"]')).toBeNull();
    const again = await browser.post(href, {}, '/my');
    expect(again.status).toBe(409);
  });

  test('is not offered once the course has begun', async () => {
    const offering = await addOffering(app, COURSE.free);
    const [one] = [await apply(offering), await apply(offering)];
    await open(one);
    app.clock.freezeAt(plusMs(TEST_NOW, 10 * DAY_MS));
    expect((await browser.get(`/my/${one.reference}`)).dom.querySelector('a[href$="/withdraw"]')).toBeNull();
    expect((await browser.post(`/my/${one.reference}/withdraw`, {}, '/my')).status).toBe(409);
  });
});

describe('H3 proof after the request', () => {
  async function upload(reference: string, content: string | Uint8Array) {
    const body = new FormData();
    const page = await browser.get(`/my/${reference}`);
    body.set('_csrf', page.dom.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '');
    body.append(
      'proof',
      new File([typeof content === 'string' ? content : new Uint8Array(content)], 'certificate.pdf'),
    );
    return browser.request(`/my/${reference}/proof`, { method: 'POST', body });
  }

  test('is taken on the page of the request, and shown there', async () => {
    const person = await apply(await addOffering(app, COURSE.freeExam));
    await open(person);
    expect((await upload(person.reference, 'no document')).status).toBe(422);
    const done = await upload(person.reference, '%PDF-1.7\n%%EOF\n');
    expect(done.path).toBe(`/my/${person.reference}?done=proof`);
    expect(mainText(done)).toContain('certificate.pdf');
    expect(mainText(done)).toContain('staff are looking at it');
  });

  test('a file that is not taken is named in the language of the page, and nothing else changes', async () => {
    const person = await apply(await addOffering(app, COURSE.freeExam));
    await open(person);
    const cut = (
      await sharp({ create: { width: 90, height: 90, channels: 3, background: '#c00' } })
        .jpeg()
        .toBuffer()
    ).subarray(0, 300);
    const large = new Uint8Array(5 * 1024 * 1024 + 1);
    for (const [content, ar, en] of [
      ['MZ program', 'ليس PDF ولا صورة', 'neither a PDF nor a picture'],
      ['', 'فارغ', 'is empty'],
      [cut, 'تالفة أو ناقصة', 'damaged or cut off'],
      [large, 'أكبر من 5 ميغابايت', 'larger than 5 MB'],
    ] as const) {
      for (const [lang, words] of [
        ['ar', ar],
        ['en', en],
      ] as const) {
        await browser.get(`/my/${person.reference}?lang=${lang}`);
        const back = await upload(person.reference, content);
        const error = back.dom.querySelector('#proof-error')?.text ?? '';
        expect([back.status, error.includes('certificate.pdf'), error.includes(words)]).toEqual([422, true, true]);
        expect(back.dom.querySelector('.error-summary a')?.getAttribute('href')).toBe('#proof');
      }
    }
    expect((await findApplication(app.database.db, person.id, TEST_NOW))?.row.proof).toBe('none');
  });

  test('6.3 while it is looked at: take the exam in time; accepted after the link: the exam is closed, told on the page', async () => {
    const offering = await addOffering(app, COURSE.freeExam);
    const [person] = [await apply(offering), await apply(offering)];
    await open(person);
    await upload(person.reference, '%PDF-1.7\n%%EOF\n');
    const waiting = await browser.get(`/my/${person.reference}?lang=en`);
    expect(mainText(waiting)).toContain('take the exam in time');
    expect(waiting.dom.querySelector(`a[href="/exam/${person.reference}"]`)).not.toBeNull();
    await command(app, { actor: 'staff' }, (work) => acceptProof(work, person.id, { kind: 'request' }, null));
    const accepted = await browser.get(`/my/${person.reference}?lang=en`);
    expect(mainText(accepted)).toContain('Your proof was accepted: this request needs no placement exam');
    expect(accepted.dom.querySelector(`a[href="/exam/${person.reference}"]`)).toBeNull();
    expect(accepted.dom.querySelector('input[type=file]')).toBeNull();
    expect(await viewOf(person.id)).toMatchObject({ state: 'confirmed', clause: '6.2', examUrl: null });
  });

  test.each([
    ['ar', 'الاسم على الوثيقة ليس اسم مقدم الطلب'],
    ['en', 'The name on the document is not the applicant’s'],
  ] as const)('a refusal says why and offers another try, in %s', async (lang, words) => {
    const person = await apply(await addOffering(app, COURSE.freeExam));
    await open(person);
    await upload(person.reference, '%PDF-1.7\n%%EOF\n');
    await command(app, { actor: 'staff' }, (work) => refuseProof(work, person.id, 'other_person', 'ICDL'));
    const page = await browser.get(`/my/${person.reference}?lang=${lang}`);
    expect(mainText(page)).toContain(words);
    expect(mainText(page)).toContain('ICDL');
    expect(page.dom.querySelector('input[type=file]')).not.toBeNull();
  });

  test('is not offered where the course needs no knowledge', async () => {
    const person = await apply(await addOffering(app, COURSE.free));
    expect((await open(person)).dom.querySelector('input[type=file]')).toBeNull();
  });
});

test('8 the evaluation is open from the invitation to its end, and after the answer no more', async () => {
  const offering = await addOffering(app, COURSE.free);
  const [one] = [await apply(offering), await apply(offering)];
  const record = await findApplication(app.database.db, one.id, TEST_NOW);
  if (!record) throw new Error('no such request');
  const sentAt = plusMs(TEST_NOW, -29 * DAY_MS - 23 * HOUR_MS);
  const held = (over: object) => ({ ...record, row: { ...record.row, state: 'attended' as const, ...over } });
  const nextStep = async (over: object) => (await statusView(app, held(over), 'en')).nextStep;
  expect(await nextStep({ evaluationSentAt: sentAt })).toBe('evaluate');
  expect(await nextStep({ evaluationSentAt: plusMs(sentAt, -HOUR_MS) })).toBe('none');
  expect(await nextStep({ evaluationSentAt: sentAt, evaluatedAt: TEST_NOW })).toBe('none');
  expect(await nextStep({ evaluationSentAt: null })).toBe('none');
});
