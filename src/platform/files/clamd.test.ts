import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { EICAR, type FakeClamd, fakeClamd } from './clamd.fixture.ts';
import { clamdScanner, ScanError } from './clamd.ts';

const TIMEOUT_MS = 300;
const peers: FakeClamd[] = [];
afterEach(async () => {
  for (const peer of peers.splice(0)) await peer.close();
});

async function peer(path?: string): Promise<FakeClamd> {
  const one = await fakeClamd(path);
  peers.push(one);
  return one;
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('H3 a virus scanner', () => {
  test('gets the whole file, in pieces, and finds it clean or infected', async () => {
    const clamd = await peer();
    const scanner = clamdScanner(clamd.address, 10_000);
    const large = new Uint8Array(5 * 1024 * 1024).map((_, i) => i % 251);
    expect(await scanner.scan(large)).toBe('clean');
    expect(Buffer.from(clamd.scanned[0] ?? []).equals(Buffer.from(large))).toBe(true);
    expect(await scanner.scan(EICAR)).toBe('infected');
    const hidden = Buffer.concat([Buffer.alloc(200_000, 0x20), EICAR, Buffer.alloc(200_000, 0x20)]);
    expect(await scanner.scan(hidden)).toBe('infected');
  });

  test('is reached by a socket of the machine as well', async () => {
    const clamd = await peer(join(mkdtempSync(join(tmpdir(), 'dawra-clamd-')), 'clamd.ctl'));
    expect(await clamdScanner(clamd.address, TIMEOUT_MS).scan(text('%PDF-1.7'))).toBe('clean');
  });

  test.each(['error', 'limit', 'silent', 'hang_up', 'babble'] as const)(
    'that answers with %s has not found anything clean',
    async (mood) => {
      const clamd = await peer();
      clamd.mood = mood;
      const scan = clamdScanner(clamd.address, TIMEOUT_MS).scan(new Uint8Array(2 * 1024 * 1024));
      await expect(scan).rejects.toBeInstanceOf(ScanError);
    },
  );

  test('that is down has not found anything clean, neither at a port nor at a socket', async () => {
    const clamd = await fakeClamd();
    await clamd.close();
    await expect(clamdScanner(clamd.address, TIMEOUT_MS).scan(EICAR)).rejects.toBeInstanceOf(ScanError);
    const nowhere = clamdScanner({ path: join(tmpdir(), 'dawra-no-clamd.ctl') }, TIMEOUT_MS);
    await expect(nowhere.scan(EICAR)).rejects.toBeInstanceOf(ScanError);
  });

  test('answers for each of many files at once', async () => {
    const clamd = await peer();
    const scanner = clamdScanner(clamd.address, 10_000);
    const files = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? text(`file ${i}`) : EICAR));
    const seen = await Promise.all(files.map((file) => scanner.scan(file)));
    expect(seen).toEqual(files.map((_, i) => (i % 2 === 0 ? 'clean' : 'infected')));
  });
});
