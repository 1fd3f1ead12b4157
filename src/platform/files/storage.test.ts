import { existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeS3, fakeS3, S3_ACCOUNT } from './s3.fixture.ts';
import { type FileStorage, openFiles } from './storage.ts';

const ONE = '0191d2a0-0000-4000-8000-000000000001';
const NAMES = [1, 2, 3, 4, 5].map((n) => ONE.replace(/1$/, String(n)));
const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7) % 256);

const folder = join(mkdtempSync(join(tmpdir(), 'dawra-storage-')), 'files');
let s3: FakeS3;
beforeAll(async () => {
  s3 = await fakeS3();
});
afterAll(() => s3.close());

const bucket = (prefix: string): FileStorage =>
  openFiles({ kind: 's3', bucket: 'dawra', prefix, endpoint: s3.endpoint, ...S3_ACCOUNT });

const PLACES = [
  ['a folder', () => openFiles({ kind: 'folder', folder })],
  ['a bucket', () => bucket('')],
  ['a part of a bucket', () => bucket('proofs/2027')],
] as const;

async function namesIn(files: FileStorage): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of files.list()) names.push(name);
  return names.sort();
}

describe.each(PLACES)('files in %s', (_, open) => {
  test('are read as they were written, to the byte, and are gone when removed', async () => {
    const files = open();
    expect(await files.get(ONE)).toBeUndefined();
    for (const content of [bytes, Uint8Array.of(1), new Uint8Array()]) {
      await files.put(ONE, content);
      expect(Buffer.from((await files.get(ONE)) ?? []).equals(Buffer.from(content))).toBe(true);
    }
    await files.remove(ONE);
    await files.remove(ONE);
    expect(await files.get(ONE)).toBeUndefined();
  });

  test('are listed, however many pages they fill, with the time of their writing', async () => {
    const files = open();
    expect(await namesIn(files)).toEqual([]);
    for (const name of NAMES) await files.put(name, Uint8Array.of(1, 2));
    expect(await namesIn(files)).toEqual(NAMES);
    for await (const { writtenAt } of files.list()) expect((await writtenAt()).getUTCFullYear()).toBeGreaterThan(2025);
    for (const name of NAMES) await files.remove(name);
    expect(await namesIn(files)).toEqual([]);
  });

  test('have no names that lead elsewhere', async () => {
    const files = open();
    for (const name of ['../secret.key', 'a/b', '', '.', '..', 'a\0b', 'x'.repeat(101)]) {
      await expect(files.put(name, bytes)).rejects.toBeInstanceOf(RangeError);
      await expect(files.get(name)).rejects.toBeInstanceOf(RangeError);
      await expect(files.remove(name)).rejects.toBeInstanceOf(RangeError);
    }
  });
});

test('a folder is made when it is needed, and is open to the program only', async () => {
  const fresh = join(mkdtempSync(join(tmpdir(), 'dawra-storage-')), 'deep', 'files');
  const files = openFiles({ kind: 'folder', folder: fresh });
  expect([await files.get(ONE), await namesIn(files), existsSync(fresh)]).toEqual([undefined, [], false]);
  await files.put(ONE, bytes);
  expect([statSync(fresh).mode & 0o777, statSync(join(fresh, ONE)).mode & 0o777]).toEqual([0o700, 0o600]);
});

test('a folder that cannot be written says so', async () => {
  const taken = join(mkdtempSync(join(tmpdir(), 'dawra-storage-')), 'a-file');
  writeFileSync(taken, '');
  await expect(openFiles({ kind: 'folder', folder: taken }).put(ONE, bytes)).rejects.toThrow();
  expect(readdirSync(join(taken, '..'))).toEqual(['a-file']);
});

test('a bucket gets signed requests by path, and its failures are told', async () => {
  s3.asked.length = 0;
  await bucket('proofs').put(ONE, bytes);
  expect(s3.asked).toEqual([`PUT dawra/proofs/${ONE}`]);
  const stranger = openFiles({
    ...{ kind: 's3', bucket: 'dawra', prefix: '', endpoint: s3.endpoint, region: 'me-south-1' },
    ...{ accessKey: 'somebody', secretKey: 'else' },
  });
  await expect(stranger.put(ONE, bytes)).rejects.toThrow();
  s3.down = true;
  await expect(bucket('').get(ONE)).rejects.toThrow();
  s3.down = false;
});
