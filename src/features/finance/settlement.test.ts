import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { fils } from '#kernel/money.ts';
import { command } from '#platform/app.ts';
import { makeApp, TEST_NOW, type TestApp } from '#test/support/app.ts';
import { expectOk } from '#test/support/world.ts';
import { receiveNotice } from '../payments/index.ts';
import { closeDay, daysOf, eventsOf, linesOf, type OpenUpload, takeInFile } from './index.ts';
import { settlementDays, settlementDifferences, settlementLines } from './schema.ts';
import { keepSettlementFile, openUpload } from './settlement.ts';

let app: TestApp;
let serial = 0;
beforeAll(async () => {
  app = await makeApp();
});
afterAll(() => app.close());

const db = () => app.database.db;
const WHO = { actor: 'staff', actorName: 'cashier' } as const;

/** A payment with a number of nobody: what it is for does not matter to the operator. */
async function told(trx: string, day: string, amount = 15_500): Promise<void> {
  await receiveNotice(app, {
    ...{ trx, guid: null, bankTrxId: null, billingNumber: '1234567897', billNumber: '1234567897' },
    ...{ paid: fils(amount), currency: null, status: 'PmtNew', processedAt: TEST_NOW, statementDay: day },
  });
}

const csv = (...lines: string[]): Uint8Array =>
  new TextEncoder().encode(['JOEBPPSTrx,PaidAmt,STMTDate', ...lines].join('\n'));

/** Uploads a file and takes it in as proposed. */
async function load(operator: string, content: Uint8Array) {
  const kept = await keepSettlementFile({ author: 'cashier', operator, name: 'file.csv', content });
  if (!kept.ok) throw new Error(kept.error.code);
  const id = await command(app, WHO, kept.value);
  const open = await openUpload(app, id, 'cashier');
  if (!open) throw new Error('the upload is gone');
  return { open, done: expectOk(await command(app, WHO, (work) => takeInFile(work, open))) };
}

/** Differences of a day: kind, payment, state. */
const differences = async (day: string) =>
  (await db().select().from(settlementDifferences).where(eq(settlementDifferences.day, day)))
    .map(({ kind, trx, state }) => `${kind} ${trx} ${state}`)
    .sort();

/** A day of its own for each test. */
function aDay(): string {
  serial += 1;
  return `2027-01-${String(serial + 9).padStart(2, '0')}`;
}

describe('7.4 the operator’s daily file', () => {
  test('opens a case for every difference, once, however often it is uploaded', async () => {
    const day = aDay();
    for (const n of [1, 2, 3, 4]) await told(`${day}-${n}`, day);
    const file = csv(
      `${day}-1,15.500,${day}`,
      `${day}-2,15.501,${day}`,
      `${day}-3,15.500,2027-01-01`,
      `${day}-9,20,${day}`,
    );
    const first = await load('net', file);
    expect(first.open).toMatchObject({ day, mapping: { headRows: 1, trx: 0, amount: 1, day: 2 } });
    expect(first.done).toMatchObject({ opened: 4, cleared: 0, unchanged: false });
    const all = [
      `amount_differs ${day}-2 open`,
      `day_differs ${day}-3 open`,
      `not_in_file ${day}-4 open`,
      `not_with_us ${day}-9 open`,
    ];
    expect(await differences(day)).toEqual(all);
    const again = await load('net', file);
    expect(again.done).toMatchObject({ dayId: first.done.dayId, opened: 0 });
    expect(await differences(day)).toEqual(all);
    expect((await linesOf(db(), first.done.dayId)).map((l) => l.result)).toEqual([
      'matched',
      'amount_differs',
      'day_differs',
      'not_with_us',
    ]);
  });

  test('two who send the same file at once open each case once', async () => {
    const day = aDay();
    const content = csv(`${day}-1,1.000,${day}`);
    const uploads: OpenUpload[] = [];
    for (const author of ['a', 'b']) {
      const kept = await keepSettlementFile({ author, operator: 'net', name: 'f.csv', content });
      if (!kept.ok) throw new Error(kept.error.code);
      const open = await openUpload(app, await command(app, WHO, kept.value), author);
      if (open) uploads.push(open);
    }
    const done = await Promise.all(uploads.map((open) => command(app, WHO, (work) => takeInFile(work, open))));
    expect(done.map((one) => one.ok)).toEqual([true, true]);
    expect(await differences(day)).toEqual([`not_with_us ${day}-1 open`]);
    const twice = await command(app, WHO, (work) => takeInFile(work, uploads[0] as OpenUpload));
    expect(twice).toEqual({ ok: false, error: { code: 'not_found' } });
  });

  test('a better file clears what it explains; the old one brings it back', async () => {
    const day = aDay();
    await told(`${day}-1`, day);
    const { done } = await load('net', csv(`${day}-2,1.000,${day}`));
    expect(await differences(day)).toEqual([`not_in_file ${day}-1 open`, `not_with_us ${day}-2 open`]);
    expect((await load('net', csv(`${day}-1,15.5,${day}`))).done).toMatchObject({ dayId: done.dayId, cleared: 2 });
    expect(await differences(day)).toEqual([`not_in_file ${day}-1 cleared`, `not_with_us ${day}-2 cleared`]);
    await load('net', csv(`${day}-2,1.000,${day}`));
    expect(await differences(day)).toEqual([`not_in_file ${day}-1 open`, `not_with_us ${day}-2 open`]);
    expect((await eventsOf(db(), done.dayId)).map(({ act, actor }) => [act, actor])).toEqual(
      [1, 2, 3].map(() => ['load', 'cashier']),
    );
  });

  test('a payment that another day settled stands there twice', async () => {
    const [one, two] = [aDay(), aDay()];
    await told(`${one}-1`, one);
    await load('net', csv(`${one}-1,15.500,${one}`));
    await load('net', csv(`${one}-1,15.500,${one}`, `${two}-1,1.000,${two}`, `${two}-2,1.000,${two}`));
    expect(await differences(two)).toContain(`twice ${one}-1 open`);
    expect(await differences(one)).toEqual([]);
  });

  test('XLSX is read as CSV is: days of cells, numbers as they stand there', async () => {
    const day = aDay();
    await told(`${day}-1`, day);
    const rows = [
      [{ value: 'رقم الحركة' }, { value: 'المبلغ' }, { value: 'تاريخ التسوية' }],
      [{ value: `${day}-1` }, { value: 15.5 }, { value: new Date(`${day}T00:00:00Z`), format: 'dd/mm/yyyy' }],
    ];
    const book = new Uint8Array(await writeXlsxFile([{ sheet: 'S', data: rows }] as never).toBuffer());
    expect((await load('net', book)).done).toMatchObject({ opened: 0 });
    expect(await differences(day)).toEqual([]);
  });

  test.each([
    ['nothing', new Uint8Array(), 'empty_file'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'charset'],
    ['an archive that is no workbook', new Uint8Array([0x50, 0x4b, 3, 4]), 'zip_broken'],
    ['a text without columns', new TextEncoder().encode('hello\nworld'), 'no_table'],
    ['more than 2 MB of text', new Uint8Array(2 * 1024 * 1024 + 1).fill(0x2c), 'text_too_large'],
    ['more than 10 000 rows', new TextEncoder().encode('a,1\n'.repeat(10_001)), 'sheet_too_big'],
  ])('%s is refused by its content', async (_, content, code) => {
    const kept = await keepSettlementFile({ author: 'a', operator: 'net', name: 'good.csv', content });
    expect(kept).toMatchObject({ ok: false, error: { code } });
  });
});

describe('7.4 a closed day', () => {
  async function aClosedDay() {
    const day = aDay();
    await told(`${day}-1`, day);
    const { done, open } = await load('net', csv(`${day}-1,15.500,${day}`));
    expectOk(await command(app, WHO, (work) => closeDay(work, done.dayId)));
    return { day, id: done.dayId, operator: open.operator.id };
  }

  test('is closed once', async () => {
    const { id } = await aClosedDay();
    expect(await command(app, WHO, (work) => closeDay(work, id))).toMatchObject({ error: { code: 'day_closed' } });
  });

  test('is final in the database, with its lines', async () => {
    const { id } = await aClosedDay();
    const line = { dayId: id, row: 9, trx: 'x', amountFils: 1, paidDay: '2027-01-01', billingNumber: null };
    for (const change of [
      () => db().update(settlementDays).set({ lines: 9 }).where(eq(settlementDays.id, id)),
      () => db().update(settlementDays).set({ state: 'open', closedAt: null }).where(eq(settlementDays.id, id)),
      () => db().delete(settlementLines).where(eq(settlementLines.dayId, id)),
      () => db().update(settlementLines).set({ amountFils: 1 }).where(eq(settlementLines.dayId, id)),
      () =>
        db()
          .insert(settlementLines)
          .values({ ...line, result: 'matched' }),
      () => db().execute(sql`truncate settlement_day cascade`),
    ]) {
      await expect(change().then(() => 'changed')).rejects.toMatchObject({
        cause: { message: expect.stringContaining('final') },
      });
    }
  });

  test('the same file again changes nothing; a later difference opens a correction', async () => {
    const { day, id, operator } = await aClosedDay();
    expect((await load('net', csv(`${day}-1,15.500,${day}`))).done).toMatchObject({ dayId: id, unchanged: true });
    expect(await daysOf(db(), operator, day)).toHaveLength(1);
    await told(`${day}-2`, day);
    const late = (await load('net', csv(`${day}-1,15.500,${day}`))).done;
    expect(late).toMatchObject({ opened: 1, unchanged: false });
    expect((await daysOf(db(), operator, day)).map((d) => [d.correction, d.state])).toEqual([
      [1, 'open'],
      [0, 'closed'],
    ]);
    const whole = (await load('net', csv(`${day}-1,15.500,${day}`, `${day}-2,15.500,${day}`))).done;
    expect(whole).toMatchObject({ dayId: late.dayId, opened: 0, cleared: 1 });
    expect(await differences(day)).toEqual([`not_in_file ${day}-2 cleared`]);
  });
});
