import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fils } from '#kernel/money.ts';
import { command } from '#platform/app.ts';
import { civilDay } from '#platform/i18n/civil.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { makeBrowser, makeWeb } from '#test/support/web.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, FEE, sentTo, submit } from '#test/support/world.ts';
import { billsOf, findByReference, withdraw } from '../applications/index.ts';
import { receiveNotice } from '../payments/index.ts';
import { JOURNAL_COLUMNS } from '../reports/index.ts';
import { createStaff, ROLES, staffRoutes } from '../staff/index.ts';
import { deskRoutes } from './index.ts';

const PASSWORD = 'a long enough password';
let app: TestApp;
let payer: { reference: string; mobile: string; number: string; national: string };
let other: { reference: string; number: string };

const db = () => app.database.db;
async function pay(trx: string, number: string, amount: number = FEE, day = '2027-01-03') {
  await receiveNotice(app, {
    ...{ trx, guid: null, bankTrxId: `B${trx}`, billingNumber: number, billNumber: number, channel: 'MOB' },
    ...{ paid: fils(amount), currency: null, status: null, processedAt: app.clock.now(), statementDay: day },
  });
}

beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  const accounts = [
    ...ROLES.map((role) => ({ username: role as string, role })),
    { username: 'second', role: 'finance' as const },
  ];
  for (const { username, role } of accounts) {
    const account = { username, displayName: username, role, password: PASSWORD };
    expectOk(await command(app, { actor: 'staff' }, (work) => createStaff(work, account)));
  }
  const offering = await addOffering(app, COURSE.paid);
  const request = aRequest(offering);
  const [first, second] = [await submit(app, request), await submit(app, aRequest(offering))];
  const numberOf = async ({ id }: typeof first) => (await billsOf(db(), [id]))[0]?.number ?? '';
  const national = 'nationalNumber' in request.identity ? request.identity.nationalNumber : '';
  payer = { reference: first.reference, mobile: request.mobile, number: await numberOf(first), national };
  other = { reference: second.reference, number: await numberOf(second) };
  await pay('TRX-1', payer.number);
  expectOk(await command(app, { actor: 'applicant' }, (work) => withdraw(work, first.id)));
  await pay('TRX-2', '1000000009', 7_250);
}, 120_000);
afterAll(() => app.close());

async function signedIn(username: string) {
  const web = makeWeb(app);
  const browser = makeBrowser(app, web, [new Hono().route('/', staffRoutes(web)).route('/', deskRoutes(web))]);
  await browser.post('/desk/sign-in', { username, password: PASSWORD }, '/desk/sign-in');
  return browser;
}
type Browser = Awaited<ReturnType<typeof signedIn>>;
type Page = Awaited<ReturnType<Browser['get']>>;
const main = (page: Page): string => (page.dom.querySelector('main')?.text ?? '').replace(/\s+/g, ' ');
/** The address of the first case of a kind. */
async function caseOf(browser: Browser, kind: string): Promise<string> {
  const page = await browser.get(`/desk/finance/cases?kind=${kind}&state=`);
  return page.dom.querySelector('#cases tbody a')?.getAttribute('href') ?? '';
}

test.each(['ar', 'en'] as const)('every page of finance opens in %s', async (lang) => {
  const browser = await signedIn('finance');
  const paths = ['', '/search', '/cases', '/settlement', '/settlement/upload', '/reports', `/money/${payer.reference}`];
  for (const path of paths) {
    const page = await browser.get(`/desk/finance${path}?lang=${lang}`);
    expect([path, page.status, page.dom.querySelectorAll('h1').length]).toEqual([path, 200, 1]);
    expect(page.dom.querySelector('.tabs [aria-current=page]')).not.toBeNull();
  }
});

test('an auditor reads and has no form that acts; a training officer does not see the money', async () => {
  const auditor = await signedIn('auditor');
  const address = await caseOf(auditor, 'refund');
  expect((await auditor.get(address)).dom.querySelectorAll('main form')).toHaveLength(0);
  expect((await auditor.get('/desk/finance/settlement')).dom.querySelector('a[href$="/upload"]')).toBeNull();
  expect((await auditor.get('/desk/finance/settlement/upload')).status).toBe(403);
  expect((await auditor.post(`${address}/refund`, { reason: 'x', confirm: '1' }, '/desk/finance')).status).toBe(403);
  const officer = await signedIn('training_officer');
  for (const path of ['', '/cases', '/reports', '/journal.csv', `/money/${payer.reference}`]) {
    expect([path, (await officer.get(`/desk/finance${path}`)).status]).toEqual([path, 403]);
  }
});

describe('search', () => {
  test.each([
    ['payment number', () => payer.number],
    ['reference', () => payer.reference.toLowerCase()],
    ['transaction number', () => 'TRX-1'],
    ['mobile', () => payer.mobile.replace('+962', '0')],
    ['national number in Arabic digits', () => payer.national.replace(/\d/g, (d) => '٠١٢٣٤٥٦٧٨٩'[Number(d)] ?? '')],
  ])('by %s finds the request, and nothing personal stands in the address', async (_, text) => {
    const page = await (await signedIn('finance')).post('/desk/finance/search', { q: text() }, '/desk/finance/search');
    expect(page.path).toBe('/desk/finance/search');
    expect(page.dom.querySelector('#requests tbody')?.text).toContain(payer.reference);
    expect(page.dom.querySelectorAll('#requests tbody tr')).toHaveLength(1);
  });

  test('parts of a number find nothing', async () => {
    const browser = await signedIn('finance');
    for (const q of [payer.national.slice(0, 9), payer.mobile.slice(-7), 'TRX', '%']) {
      const page = await browser.post('/desk/finance/search', { q }, '/desk/finance/search');
      expect([q, page.dom.querySelectorAll('main tbody tr').length]).toEqual([q, 0]);
    }
  });

  test('a payment of an unknown number is found by its transaction', async () => {
    const browser = await signedIn('finance');
    const page = await browser.post('/desk/finance/search', { q: 'TRX-2' }, '/desk/finance/search');
    const link = page.dom.querySelector('#payments tbody a')?.getAttribute('href') ?? '';
    const payment = await browser.get(`${link}?lang=en`);
    expect(main(payment)).toContain('Unknown payment number');
    expect(payment.dom.querySelectorAll('#cases tbody tr')).toHaveLength(1);
  });
});

test('today shows what came, by channel, and the money page all that is known of a request', async () => {
  const browser = await signedIn('finance');
  const today = await browser.get('/desk/finance?lang=en');
  expect(today.dom.querySelector('#channels tbody')?.text.replace(/\s+/g, ' ')).toContain('MOB');
  expect(main(today)).toContain('JOD 22.750');
  const money = await browser.get(`/desk/finance/money/${payer.reference}?lang=en`);
  expect(money.dom.querySelector('#notices tbody')?.text).toContain('TRX-1');
  expect(money.dom.querySelector('#entries tbody')?.text).toContain('Refund due');
  expect(money.dom.querySelectorAll('#history tbody tr').length).toBeGreaterThan(3);
  expect((await browser.get('/desk/finance/money/NONE')).status).toBe(404);
});

describe('cases', () => {
  test('a refund goes through preview, a second person and the transfer, and is told once', async () => {
    const [first, second] = [await signedIn('finance'), await signedIn('second')];
    const at = await caseOf(first, 'refund');
    const told = async () => (await sentTo(app, payer.mobile)).filter(([t]) => t === 'refund_done').length;
    expect((await first.post(`${at}/refund`, { reason: '' }, at)).status).toBe(422);
    const preview = await first.post(`${at}/refund?lang=en`, { reason: 'withdrew' }, at);
    expect([preview.status, preview.dom.querySelector('[name=reason]')?.getAttribute('value')]).toEqual([
      200,
      'withdrew',
    ]);
    expect((await first.get(at)).dom.querySelector('form[action$="/refund"]')).not.toBeNull();
    await first.post(`${at}/refund`, { reason: 'withdrew', confirm: '1' }, at);
    const own = await first.get(`${at}?lang=en`);
    expect(own.dom.querySelector('form[action$="/judge"]')).toBeNull();
    expect(main(own)).toContain('You asked for this refund yourself');
    const forced = await first.post(`${at}/judge`, { verdict: 'approved', reason: 'x', confirm: '1' }, '/desk/finance');
    expect([forced.status, main(forced)]).toEqual([422, expect.stringContaining('does not approve it')]);
    await second.post(`${at}/judge`, { verdict: 'approved', reason: 'seen', confirm: '1' }, at);
    const paid = await second.post(`${at}/paid?lang=en`, { transfer: 'BANK-88' }, at);
    expect(paid.dom.querySelector('#messages tbody')?.text).toContain('15.500');
    expect(await told()).toBe(0);
    const done = await second.post(`${at}/paid`, { transfer: 'BANK-88', confirm: '1' }, at);
    expect(main(done)).toContain('BANK-88');
    expect(await told()).toBe(1);
    expect((await second.post(`${at}/paid`, { transfer: 'BANK-88', confirm: '1' }, '/desk/finance')).status).toBe(422);
    expect(await told()).toBe(1);
  });

  test('an unknown payment is applied to a request after its preview, or refused with the reason', async () => {
    const browser = await signedIn('administrator');
    const at = await caseOf(browser, 'unknown_number');
    const short = await browser.post(`${at}/apply?lang=en`, { reference: other.reference, reason: 'receipt' }, at);
    expect([short.status, main(short)]).toEqual([422, expect.stringContaining('less than the fee')]);
    expect(short.dom.querySelector('[name=reference]')?.getAttribute('value')).toBe(other.reference);
    await browser.post(`${at}/write-down`, { reason: 'nobody asked', confirm: '1' }, at);
    expect(main(await browser.get(`${at}?lang=en`))).toContain('Written down as unexplained');
  });

  test('an act that a case of its kind does not have is refused', async () => {
    const browser = await signedIn('administrator');
    const at = await caseOf(browser, 'refund');
    expect((await browser.post(`${at}/write-down`, { reason: 'x', confirm: '1' }, '/desk/finance')).status).toBe(422);
  });
});

describe('settlement', () => {
  const file = (...lines: string[]) =>
    new File([['Ref,Paid,Day', ...lines].join('\n')], 'settlement.csv', { type: 'text/csv' });

  async function upload(browser: Browser, content: File) {
    const page = await browser.get('/desk/finance/settlement/upload');
    const body = new FormData();
    body.set('_csrf', page.dom.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '');
    body.set('file', content);
    body.set('newOperator', 'eFAWATEERcom');
    return browser.request('/desk/finance/settlement/upload', { method: 'POST', body });
  }
  const columns = {
    headRows: '1',
    trx: '0',
    amount: '1',
    dayColumn: '2',
    numberColumn: '',
    dateOrder: 'dmy',
    day: '2027-01-03',
  };

  test('a file is mapped, shown, taken in, and its columns are proposed next time; a payment unknown to us is taken in', async () => {
    const browser = await signedIn('finance');
    const content = file('TRX-1,15.500,3/1/2027', 'TRX-2,7.25,3/1/2027', 'TRX-9,15.5,3/1/2027', 'Total,,');
    const mapping = await upload(browser, content);
    expect([mapping.status, mapping.dom.querySelectorAll('#preview tbody tr').length]).toEqual([200, 5]);
    const at = mapping.path;
    expect((await browser.post(`${at}/columns`, { ...columns, amount: '0' }, at)).status).toBe(422);
    const check = await browser.post(`${at}/columns?lang=en`, columns, at);
    expect(check.path).toBe(`${at}/check`);
    expect(check.dom.querySelectorAll('#unread tbody tr')).toHaveLength(1);
    expect(check.dom.querySelectorAll('#differences tbody tr')).toHaveLength(1);
    expect((await browser.get('/desk/finance/settlement')).dom.querySelectorAll('#days tbody tr')).toHaveLength(0);
    expect((await browser.post(`${at}/confirm`, {}, `${at}/check`)).status).toBe(422);
    const day = await browser.post(`${at}/confirm`, { unread: '1' }, `${at}/check`);
    expect(day.path).toMatch(/^\/desk\/finance\/settlement\/[0-9a-f-]{36}\?done=loaded$/);
    expect(day.dom.querySelectorAll('#lines tbody tr')).toHaveLength(3);

    const again = await upload(browser, content);
    expect(again.dom.querySelector('[name=dayColumn] option[selected]')?.getAttribute('value')).toBe('2');

    const difference = day.dom.querySelector('#differences tbody a')?.getAttribute('href') ?? '';
    expect((await browser.post(`${difference}/take-in`, { number: '', reason: 'x' }, difference)).status).toBe(422);
    const fields = { number: other.number, reason: 'the file names it' };
    expect((await browser.post(`${difference}/take-in`, fields, difference)).status).toBe(200);
    await browser.post(`${difference}/take-in`, { ...fields, confirm: '1' }, difference);
    const request = await findByReference(db(), other.reference, app.clock.now());
    expect(request?.row).toMatchObject({ state: 'confirmed', paidFils: FEE });
  });

  test('a day is closed after a question', async () => {
    const browser = await signedIn('finance');
    const list = await browser.get('/desk/finance/settlement');
    const at = list.dom.querySelector('#days tbody a')?.getAttribute('href') ?? '';
    const question = await browser.get(`${at}/close`);
    expect(question.dom.querySelector('.panel-confirm')).not.toBeNull();
    const closed = await browser.post(`${at}/close?lang=en`, {}, `${at}/close`);
    expect(closed.dom.querySelector(`a[href="${at}/close"]`)).toBeNull();
    expect(main(await browser.get(`${at}?lang=en`))).toContain('Closed by');
  });

  test.each([
    ['no file', undefined, 422],
    ['a picture', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'day.csv'), 422],
    ['too much text', new File(['a,b\n'.repeat(600_000)], 'day.csv'), 413],
  ])('%s is refused', async (_, content, status) => {
    const page = await upload(await signedIn('finance'), content ?? new File([], ''));
    expect([page.status, page.dom.querySelector('.error-summary') !== null]).toEqual([status, true]);
  });
});

describe('reports', () => {
  test.each(['day', 'month', 'course', 'venue', 'channel'])('by %s: what came equals where it went', async (by) => {
    const browser = await signedIn('auditor');
    const page = await browser.get(`/desk/finance/reports?by=${by}&lang=en`);
    const rows = page.dom
      .querySelectorAll('#report tbody tr')
      .map((row) => row.querySelectorAll('th, td').map((c) => c.text.trim()));
    const total = (rows.at(-1) ?? []).slice(2).map((text) => Number(text.replace('−', '-')));
    const [received = 0, applied = 0, waived = 0, ...places] = total;
    expect(received).toBeGreaterThan(0);
    expect(received + waived).toBeCloseTo(applied + places.reduce((a, b) => a + b, 0), 3);
    expect((await browser.get(`/desk/finance/reports.xlsx?by=${by}`)).headers.get('content-type')).toContain(
      'spreadsheetml',
    );
  });

  test('the same as a document in both languages, also of a period in which nothing moved', async () => {
    const browser = await signedIn('auditor');
    for (const query of ['by=course&lang=ar', 'by=day&lang=en', 'by=day&from=2020-01-01&to=2020-01-31']) {
      const file = Buffer.from(await browser.bytes(`/desk/finance/reports.pdf?${query}`));
      expect(file.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    }
    expect((await browser.get('/desk/finance/reports.pdf?from=x')).status).toBe(400);
  });

  test('a period that is none is told at its field', async () => {
    const browser = await signedIn('auditor');
    expect((await browser.get('/desk/finance/reports?from=2027-02-30')).status).toBe(422);
    expect((await browser.get('/desk/finance/reports?from=2027-02-01&to=2027-01-01')).status).toBe(422);
    expect((await browser.get('/desk/finance/journal.csv?from=x')).status).toBe(400);
  });

  test('the journal has its columns, balances, and holds no formula', async () => {
    const day = civilDay(app.clock.now());
    await pay('=HYPERLINK("x")', '1000000017', 1_001, day);
    const journal = await (await signedIn('auditor')).get(`/desk/finance/journal.csv?from=${day}&to=${day}`);
    const [head = '', ...lines] = journal.html.replace('\uFEFF', '').trim().split('\r\n');
    expect(head).toBe(JOURNAL_COLUMNS.join(','));
    const cells = lines.map((line) => line.split(','));
    const sum = (column: number) => cells.reduce((total, row) => total + Math.round(Number(row[column]) * 1000), 0);
    expect(sum(6)).toBeGreaterThan(0);
    expect(sum(6)).toBe(sum(7));
    expect(journal.html).not.toMatch(/,"?=HYPERLINK/);
    expect(journal.html).toContain("'=HYPERLINK");
  });
});
