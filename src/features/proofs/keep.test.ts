import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '#platform/app.ts';
import { EICAR, type FakeClamd, fakeClamd } from '#platform/files/clamd.fixture.ts';
import { clamdScanner } from '#platform/files/clamd.ts';
import { pngOfOneColour } from '#platform/files/picture.fixture.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { addCatalogue, COURSE, expectOk } from '#test/support/world.ts';
import { findApplication, judgeProof, withdraw } from '../applications/index.ts';
import type { CheckedFile } from './check.ts';
import { handInProofs, readProof, withStoredFiles } from './keep.ts';
import { checked, PDF, photo, requestWithExam, text } from './proofs.fixture.ts';
import { proofsOf } from './store.ts';

let app: TestApp;
let files: readonly CheckedFile[];
beforeAll(async () => {
  app = await makeApp();
  await addCatalogue(app);
  files = await checked({ name: 'a.pdf', bytes: PDF });
});
afterAll(() => app.close());

const stored = () => readdirSync(app.filesDir);
const outcome = async (id: Parameters<typeof handInProofs>[1], documents = files, at: TestApp = app) => {
  const handedIn = await handInProofs(at, id, documents);
  return handedIn.ok ? 'ok' : handedIn.error.code;
};

describe('H3 documents after the request', () => {
  test('a PDF is kept as it came, outside the public tree, readable by the program only', async () => {
    const { id } = await requestWithExam(app);
    expect(await outcome(id)).toBe('ok');
    const [row] = await proofsOf(app.database.db, id);
    const read = await readProof(app, row?.id ?? '');
    expect(read?.row).toMatchObject({ fileName: 'a.pdf', contentType: 'application/pdf', bytes: PDF.length });
    expect(Buffer.from(read?.bytes ?? [])).toEqual(Buffer.from(PDF));
    expect(statSync(join(app.filesDir, row?.id ?? '')).mode & 0o777).toBe(0o600);
    for (const wrong of ['../secret', '', '0191d2a0-0000-4000-8000-000000000001']) {
      expect(await readProof(app, wrong)).toBeUndefined();
    }
  });

  test('pictures are kept as pictures of our own, without what they hid', async () => {
    const { id } = await requestWithExam(app);
    const heic = readFileSync(new URL('../../platform/files/samples/photo-with-place.heic', import.meta.url));
    const sent = await checked({ name: 'شهادة.jpg', bytes: await photo() }, { name: 'IMG_7.HEIC', bytes: heic });
    expect(await outcome(id, sent)).toBe('ok');
    const rows = await proofsOf(app.database.db, id);
    expect(rows.map((row) => row.contentType)).toEqual(['image/jpeg', 'image/jpeg']);
    expect(rows.map((row) => row.fileName)).toEqual(['شهادة.jpg', 'IMG_7.HEIC']);
    for (const row of rows) {
      const kept = Buffer.from((await readProof(app, row.id))?.bytes ?? []);
      const { exif, format } = await sharp(kept).metadata();
      expect([format, exif, kept.length, kept.includes('Telephone')]).toEqual(['jpeg', undefined, row.bytes, false]);
    }
  });

  test('a picture that is broken or too large is named, and none of the others is kept', async () => {
    const { id } = await requestWithExam(app);
    const before = stored();
    const cut = (await photo()).subarray(0, 400);
    expect(await outcome(id, await checked({ name: 'a.pdf', bytes: PDF }, { name: 'cut.jpg', bytes: cut }))).toBe(
      'file_unreadable',
    );
    const bomb = pngOfOneColour(20_000, 20_000);
    const refused = await handInProofs(app, id, await checked({ name: 'bomb.png', bytes: bomb }));
    expect(refused).toEqual({ ok: false, error: { code: 'picture_too_large', fileName: 'bomb.png' } });
    expect([stored(), await proofsOf(app.database.db, id)]).toEqual([before, []]);
    expect((await findApplication(app.database.db, id, app.clock.now()))?.row.proof).toBe('none');
  });

  test('they are not taken where they change nothing, and no file is left behind', async () => {
    const free = await requestWithExam(app, {}, COURSE.free);
    const [accepted, withdrawn] = [await requestWithExam(app), await requestWithExam(app)];
    await command(app, { actor: 'staff' }, (work) => judgeProof(work, accepted.id, 'accept', null));
    await command(app, { actor: 'applicant' }, (work) => withdraw(work, withdrawn.id));
    const before = stored();
    expect(await outcome(free.id)).toBe('proof_not_needed');
    expect(await outcome(accepted.id)).toBe('not_allowed_in_state');
    expect(await outcome(withdrawn.id)).toBe('not_allowed_in_state');
    expect(stored()).toEqual(before);
  });

  test('nine documents are the most a request gathers', async () => {
    const { id } = await requestWithExam(app);
    for (let i = 0; i < 9; i += 1) expect(await outcome(id)).toBe('ok');
    expect(await outcome(id)).toBe('too_many_files');
  });
});

describe('H3 files and rows', () => {
  const none = () => Promise.resolve('nothing');

  test('what the command does not keep is removed at once', async () => {
    const before = stored();
    expect(expectOk(await withStoredFiles(app, files, none, () => false))).toBe('nothing');
    expect(stored()).toEqual(before);
  });

  test('when the command breaks off, the files stay for the sweep: it may have gone through', async () => {
    const before = stored().length;
    const fail = () => Promise.reject(new Error('the database is gone'));
    await expect(withStoredFiles(app, files, fail, () => true)).rejects.toThrow('the database is gone');
    expect(stored()).toHaveLength(before + 1);
  });

  test('when files cannot be written, the command is not run and the person is asked to come back', async () => {
    const full = { ...app, files: { ...app.files, put: () => Promise.reject(new Error('the disk is full')) } };
    const { id } = await requestWithExam(app);
    expect(await outcome(id, files, full)).toBe('files_unavailable');
    expect((await findApplication(app.database.db, id, app.clock.now()))?.row.proof).toBe('none');
  });

  test('a document whose file is missing is known by its row, without a content', async () => {
    const { id } = await requestWithExam(app);
    await outcome(id);
    const [row] = await proofsOf(app.database.db, id);
    await app.files.remove(row?.id ?? '');
    expect(await readProof(app, row?.id ?? '')).toEqual({ row, bytes: undefined });
  });
});

describe('H3 where a virus scanner is configured', () => {
  let clamd: FakeClamd;
  let guarded: TestApp;
  beforeAll(async () => {
    clamd = await fakeClamd();
    guarded = { ...app, scanner: clamdScanner(clamd.address, 300) };
  });
  afterAll(() => clamd.close());

  test('it sees each document as it came, before a picture is made anew', async () => {
    const { id } = await requestWithExam(app);
    const jpeg = await photo();
    clamd.scanned.length = 0;
    expect(
      await outcome(id, await checked({ name: 'a.pdf', bytes: PDF }, { name: 'b.jpg', bytes: jpeg }), guarded),
    ).toBe('ok');
    expect(clamd.scanned.map((file) => Buffer.from(file))).toEqual([Buffer.from(PDF), jpeg]);
  });

  test('an infected file is named and nothing is kept', async () => {
    const { id } = await requestWithExam(app);
    const bad = Buffer.concat([PDF, EICAR]);
    const before = stored();
    const sent = await checked({ name: 'a.pdf', bytes: PDF }, { name: 'bad.pdf', bytes: bad });
    expect(await handInProofs(guarded, id, sent)).toEqual({
      ok: false,
      error: { code: 'file_infected', fileName: 'bad.pdf' },
    });
    expect([stored(), await proofsOf(app.database.db, id)]).toEqual([before, []]);
  });

  test.each(['error', 'limit', 'silent', 'hang_up', 'babble'] as const)(
    'without its clear word (%s) nothing is kept',
    async (mood) => {
      const { id } = await requestWithExam(app);
      clamd.mood = mood;
      expect(await outcome(id, files, guarded)).toBe('files_unavailable');
      clamd.mood = 'scan';
      expect(await outcome(id, files, guarded)).toBe('ok');
    },
  );

  test('while it is down nothing is kept', async () => {
    const { id } = await requestWithExam(app);
    const down = { ...app, scanner: clamdScanner({ path: '/nowhere/clamd.ctl' }, 300) };
    expect(await outcome(id, files, down)).toBe('files_unavailable');
    expect(await outcome(id, await checked({ name: 'b.pdf', bytes: text('%PDF-1.4 %%EOF') }), down)).toBe(
      'files_unavailable',
    );
  });
});
