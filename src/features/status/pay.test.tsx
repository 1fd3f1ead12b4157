import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import { command } from '#platform/app.ts';
import { newId } from '#platform/vault/random.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, FEE, submit } from '#test/support/world.ts';
import { applyPayment, findByReference, linkUrl, takeDecision, withdraw } from '../applications/index.ts';
import { receiptRoutes, receiptsOf, receiptView, voidReceipt } from '../receipts/index.ts';
import { groupsOf, spokenDigits } from './pages/PaymentNumber.tsx';
import { timeLeft } from './pay-view.ts';
import { statusRoutes } from './routes.ts';

let app: TestApp;
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
});
afterAll(() => app.close());

type Lang = 'ar' | 'en';

/** A request that waits for its payment, opened by its person. */
async function aPayer(language: Lang = 'en') {
  const offering = await addOffering(app, COURSE.paid);
  const asked = aRequest(offering, { language });
  const { id, reference } = await submit(app, asked);
  await submit(app, aRequest(offering));
  const web = makeWeb(app);
  const browser = makeBrowser(app, web, [statusRoutes(web), receiptRoutes(web)]);
  const link = new URL((await linkUrl(app, id, 'status')) ?? '').pathname;
  await browser.post(link, { last4: asked.mobile.slice(-4) }, link);
  const pay = (amount = FEE) =>
    command(app, { actor: 'bank' }, (work) =>
      applyPayment(work, id, { amount: fils(amount), processedAt: work.now }, newId()),
    );
  return { id, reference, offering, browser, pay, at: `/my/${reference}` };
}

const textOf = (page: { dom: ReturnType<typeof import('node-html-parser').parse> }): string =>
  (page.dom.querySelector('main')?.text ?? page.dom.text).replace(/\s+/g, ' ');
const isPdf = (html: string): boolean => html.startsWith('%PDF-');

describe('the payment page', () => {
  test('7.1 shows the number in groups that are read digit by digit, the amount, the deadline and the days left', async () => {
    const { browser, at } = await aPayer();
    const page = await browser.get(`${at}/pay`);
    const number = page.dom.querySelector('.big-code .digits');
    expect(number?.text).toMatch(/^\d{10}$/);
    expect(number?.getAttribute('aria-label')).toBe(spokenDigits(number?.text ?? ''));
    expect(page.dom.querySelector('[data-copy]')?.getAttribute('data-copy')).toBe(number?.text);
    for (const text of ['JOD 15.500', 'fifteen dinars and five hundred fils', 'Tuesday 12 January 2027', '9 days']) {
      expect(textOf(page)).toContain(text);
    }
    for (const text of ['app of your bank', 'Sanad', 'kiosk', 'branch', 'cancelled after I paid']) {
      expect(textOf(page)).toContain(text);
    }
    const arabic = await browser.get(`${at}/pay?lang=ar`);
    expect(textOf(arabic)).toContain('خمسة عشر دينارا وخمسمئة فلس');
    expect(textOf(arabic)).toContain('9 أيام');
  });

  test('7.4 says nothing new until money comes, then that it was received, with the receipt', async () => {
    const { browser, at, pay } = await aPayer();
    const stand = (await browser.get(`${at}/pay`)).dom.querySelector('[data-stand]')?.getAttribute('data-stand');
    const now = `${at}/pay/now?stand=${stand}`;
    expect((await browser.get(now)).status).toBe(204);
    await pay();
    const news = await browser.get(now);
    expect(news.headers.get('dawra-stand')).toBe('paid.in.valid');
    expect(textOf(news)).toContain('We received JOD 15.500, and your booking is confirmed.');
    expect(news.dom.querySelector('a[href*="/receipts/2027-"]')).toBeTruthy();
    expect((await browser.get(`${at}/pay/now?stand=paid.in.valid`)).status).toBe(204);
  });

  test('N1, H, G what became of money after the number was closed, in plain words', async () => {
    const { browser, at, pay, offering, id } = await aPayer();
    const before = app.clock.now();
    app.clock.freezeAt(new Date('2027-01-13T09:00:00Z'));
    await command(app, { actor: 'clock' }, (work) => takeDecision(work, offering));
    expect(textOf(await browser.get(`${at}/pay`))).toContain('No money has reached us for this request');
    await pay();
    const late = textOf(await browser.get(`${at}/pay`));
    expect(late).toContain('JOD 15.500 arrived on Wednesday 13 January 2027, after the payment number was closed');
    expect((await browser.get(`${at}/pay/slip.pdf`)).path).toBe(`${at}/pay`);
    app.clock.freezeAt(before);

    const other = await aPayer();
    await other.pay(5000);
    expect(textOf(await other.browser.get(`${other.at}/pay`))).toContain('It is not the amount due');
    await other.pay();
    expectOk(await command(app, { actor: 'applicant' }, (work) => withdraw(work, other.id)));
    expect(textOf(await other.browser.get(`${other.at}/pay`))).toContain('to be refunded');
    expect(id).not.toBe(other.id);
  });

  test('is for the person only, and for requests that have a number', async () => {
    const [one, two] = [await aPayer(), await aPayer()];
    expect((await two.browser.get(`${one.at}/pay`)).status).toBe(401);
    expect((await two.browser.get(`${one.at}/pay/now`)).status).toBe(401);
    expect((await two.browser.get(`${one.at}/pay/slip.pdf`)).status).toBe(401);
  });

  test('7.1 the slip is a PDF with the number as a square code', async () => {
    const { browser, at } = await aPayer('ar');
    const number = (await browser.get(`${at}/pay`)).dom.querySelector('.digits')?.text ?? '';
    const bytes = await rawOf(browser, `${at}/pay/slip.pdf`);
    expect(isPdf(bytes.toString('latin1'))).toBe(true);
    expect(scanned(bytes) ?? [number]).toEqual([number]);
  });

  test('time left is said in the largest unit', () => {
    const now = new Date('2027-01-01T00:00:00Z');
    const left = (minutes: number) => timeLeft(new Date(now.getTime() + minutes * 60_000), now);
    expect([left(0), left(0.5), left(59), left(60), left(1439), left(1440), left(4000)]).toEqual([
      null,
      { unit: 'minutes', n: 1 },
      { unit: 'minutes', n: 59 },
      { unit: 'hours', n: 1 },
      { unit: 'hours', n: 23 },
      { unit: 'days', n: 1 },
      { unit: 'days', n: 2 },
    ]);
    expect([groupsOf('7700012342'), groupsOf('12345678'), groupsOf('123456789')]).toEqual([
      ['7700', '012', '342'],
      ['12', '345', '678'],
      ['123', '456', '789'],
    ]);
    expect(spokenDigits('7700012342')).toBe('7 7 0 0, 0 1 2, 3 4 2');
  });
});

type Browser = Awaited<ReturnType<typeof aPayer>>['browser'];

async function rawOf(browser: Browser, path: string): Promise<Buffer> {
  return Buffer.from(await browser.bytes(path));
}

/** What the square codes of a document say; `undefined` where the tools are missing. */
function scanned(pdf: Uint8Array): string[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'dawra-pdf-'));
  writeFileSync(join(folder, 'a.pdf'), pdf);
  if (spawnSync('pdftoppm', ['-r', '150', '-png', join(folder, 'a.pdf'), join(folder, 'a')]).error) return undefined;
  const read = spawnSync('zbarimg', ['-q', '--raw', join(folder, 'a-1.png')], { encoding: 'utf8' });
  return read.error ? undefined : read.stdout.trim().split('\n');
}

describe('the receipt', () => {
  test('7.4 is a page to print and a PDF that is the same byte for byte, whatever the clock says', async () => {
    const { browser, at, pay, id } = await aPayer('ar');
    await pay();
    const [record] = await receiptsOf(app.database.db, id);
    if (!record) throw new Error('there is a receipt');
    const view = receiptView(app, record);
    const status = await browser.get(at);
    expect(status.dom.querySelector(`a[href="${at}/receipts/${view.number}"]`)).toBeTruthy();
    const page = await browser.get(`${at}/receipts/${view.number}`);
    for (const text of ['فقط خمسة عشر دينارا وخمسمئة فلس لا غير', view.payer, view.billNumber, view.code]) {
      expect(textOf(page)).toContain(text);
    }
    expect(textOf(await browser.get(`${at}/receipts/${view.number}?lang=en`))).toContain(
      'Fifteen dinars and five hundred fils only',
    );
    const pdf = `${at}/receipts/${view.number}/receipt.pdf`;
    const first = await rawOf(browser, pdf);
    expect(isPdf(first.toString('latin1'))).toBe(true);
    expect(scanned(first) ?? [view.verifyUrl]).toEqual([view.verifyUrl]);
    const before = app.clock.now();
    app.clock.freezeAt(new Date('2027-01-05T09:00:00Z'));
    expect((await rawOf(browser, pdf)).equals(first)).toBe(true);
    app.clock.freezeAt(before);

    const other = await aPayer();
    expect((await other.browser.get(`${other.at}/receipts/${view.number}`)).status).toBe(404);
    expect((await other.browser.get(`${at}/receipts/${view.number}`)).status).toBe(401);
  });

  test('anybody who holds it sees whether it is valid, and no personal data', async () => {
    const { pay, id } = await aPayer();
    await pay();
    const [record] = await receiptsOf(app.database.db, id);
    if (!record) throw new Error('there is a receipt');
    const view = receiptView(app, record);
    const stranger = (await aPayer()).browser;
    const page = await stranger.get(`/r/${view.code.replaceAll('-', '')}?lang=en`);
    for (const text of ['The receipt is valid', view.number, 'JOD 15.500', 'Course PAID', 'س. خ.']) {
      expect(textOf(page)).toContain(text);
    }
    const request = await findByReference(app.database.db, view.reference, app.clock.now());
    const hidden = [view.payer, 'سلمى', 'الخطيب', view.reference, view.billNumber, request?.row.mobile ?? 'none'];
    for (const secret of hidden) expect(page.html).not.toContain(secret);

    expectOk(
      await command(app, { actor: 'staff', actorName: 'finance' }, (work) =>
        voidReceipt(work, record.row.id, { kind: 'refunded', reason: 'سبب خاص' }),
      ),
    );
    const voided = await stranger.get(`/r?code=${view.code.toLowerCase()}`);
    expect(textOf(voided)).toContain('The receipt is void');
    expect(textOf(voided)).toContain('the money was refunded');
    expect(voided.html).not.toContain('سبب خاص');
    expect((await stranger.get('/r/ABCD-EFGH-JKMN-PQRS')).status).toBe(404);
    expect((await stranger.get('/r')).status).toBe(200);
  });

  test('a void receipt is another document, which says so; both are the same whenever they are printed', async () => {
    const { browser, at, pay, id } = await aPayer();
    await pay();
    const [record] = await receiptsOf(app.database.db, id);
    if (!record) throw new Error('there is a receipt');
    const pdf = `${at}/receipts/${receiptView(app, record).number}/receipt.pdf`;
    const valid = await rawOf(browser, pdf);
    await command(app, { actor: 'staff', actorName: 'finance' }, (work) =>
      voidReceipt(work, record.row.id, { kind: 'mistake', reason: 'x' }),
    );
    const voided = await rawOf(browser, pdf);
    expect(voided.equals(valid)).toBe(false);
    expect((await rawOf(browser, pdf)).equals(voided)).toBe(true);
  });
});
