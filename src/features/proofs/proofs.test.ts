import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '#platform/app.ts';
import { makeApp, type TestApp } from '#test/support/app.ts';
import { addCatalogue, addOffering, aRequest, COURSE, expectOk, submit } from '#test/support/world.ts';
import { judgeProof, withdraw } from '../applications/index.ts';
import { type CheckedFile, checkProofFiles, MAX_PROOF_BYTES, uploadedFiles } from './check.ts';
import { handInProofs, readProof, withStoredFiles } from './keep.ts';
import { proofsOf } from './store.ts';

const PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

async function problem(...files: { name: string; bytes: Uint8Array }[]): Promise<string> {
  const checked = await checkProofFiles(files);
  return checked.ok ? 'ok' : checked.error.code;
}

describe('H3 which documents are taken', () => {
  test('the content decides, not the name', async () => {
    expect(await problem({ name: 'a.exe', bytes: PDF })).toBe('ok');
    expect(await problem({ name: 'a', bytes: PNG }, { name: 'b', bytes: JPEG })).toBe('ok');
    for (const bytes of [text('<html><script>alert(1)</script>'), text('MZ\u0090'), text('<svg xmlns="x"/>')]) {
      expect(await problem({ name: 'certificate.pdf', bytes })).toBe('file_type');
    }
  });

  test('at most three files, none empty, each up to 5 MB to the byte', async () => {
    const file = { name: 'a.pdf', bytes: PDF };
    const large = new Uint8Array(MAX_PROOF_BYTES + 1);
    large.set(PDF);
    expect(await problem()).toBe('proof_missing');
    expect(await problem(file, file, file)).toBe('ok');
    expect(await problem(file, file, file, file)).toBe('too_many_files');
    expect(await problem({ name: 'a.pdf', bytes: new Uint8Array() })).toBe('file_empty');
    expect(await problem({ name: 'a.pdf', bytes: large })).toBe('file_too_large');
    expect(await problem({ name: 'a.pdf', bytes: large.subarray(0, MAX_PROOF_BYTES) })).toBe('ok');
  });

  test('a name is made fit to be shown', async () => {
    const checked = expectOk(
      await checkProofFiles([
        { name: '../../etc/pass"wd\u202e.pdf', bytes: PDF },
        { name: '', bytes: PDF },
      ]),
    );
    expect(checked.map((f) => f.name)).toEqual(['passwd.pdf', 'document']);
  });

  test('an unused file field of a form is no document', async () => {
    const used = new File([PDF], 'a.pdf');
    expect(await uploadedFiles(new File([], ''))).toEqual([]);
    expect(await uploadedFiles(undefined)).toEqual([]);
    expect(await uploadedFiles('text')).toEqual([]);
    expect((await uploadedFiles([used, used])).map((f) => f.bytes.length)).toEqual([PDF.length, PDF.length]);
  });
});

describe('H3 documents after the request', () => {
  let app: TestApp;
  let files: readonly CheckedFile[];
  beforeAll(async () => {
    app = await makeApp();
    await addCatalogue(app);
    files = expectOk(await checkProofFiles([{ name: 'a.pdf', bytes: PDF }]));
  });
  afterAll(() => app.close());

  const stored = () => readdirSync(app.settings.filesDir);
  const request = async (course = COURSE.freeExam) => (await submit(app, aRequest(await addOffering(app, course)))).id;
  const refusal = async (id: Awaited<ReturnType<typeof request>>) => {
    const handedIn = await handInProofs(app, id, files);
    return handedIn.ok ? 'ok' : handedIn.error.code;
  };

  test('they are kept outside the public tree, readable by the program only, and can be read again', async () => {
    const id = await request();
    expect(await refusal(id)).toBe('ok');
    const [row] = await proofsOf(app.database.db, id);
    const read = await readProof(app, row?.id ?? '');
    expect(read?.row).toMatchObject({ fileName: 'a.pdf', contentType: 'application/pdf', bytes: PDF.length });
    expect(Buffer.from(read?.bytes ?? [])).toEqual(Buffer.from(PDF));
    expect(statSync(join(app.settings.filesDir, row?.id ?? '')).mode & 0o777).toBe(0o600);
    for (const wrong of ['../secret', '', '0191d2a0-0000-4000-8000-000000000001']) {
      expect(await readProof(app, wrong)).toBeUndefined();
    }
  });

  test('they are not taken where they change nothing, and no file is left behind', async () => {
    const [free, accepted, withdrawn] = [await request(COURSE.free), await request(), await request()];
    await command(app, { actor: 'staff' }, (work) => judgeProof(work, accepted, 'accept', null));
    await command(app, { actor: 'applicant' }, (work) => withdraw(work, withdrawn));
    const before = stored();
    expect(await refusal(free)).toBe('proof_not_needed');
    expect(await refusal(accepted)).toBe('not_allowed_in_state');
    expect(await refusal(withdrawn)).toBe('not_allowed_in_state');
    expect(stored()).toEqual(before);
  });

  test('nine documents are the most a request gathers', async () => {
    const id = await request();
    for (let i = 0; i < 9; i += 1) expect(await refusal(id)).toBe('ok');
    expect(await refusal(id)).toBe('too_many_files');
  });

  test('when the command fails, the files go again', async () => {
    const before = stored();
    const fail = () => Promise.reject(new Error('the database is gone'));
    await expect(withStoredFiles(app, files, fail, () => true)).rejects.toThrow('the database is gone');
    expect(stored()).toEqual(before);
  });
});
