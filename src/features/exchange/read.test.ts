import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { inThread, threadBeside } from '#platform/thread.ts';
import { OPTIONS } from './items.fixture.ts';
import { parseItems } from './parse.ts';
import { readItems } from './read.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('H3 a file that takes long to read holds nobody else up, and comes to the same', async () => {
  const file = bytes(`<quiz><question><name><text>${'&lt;b&gt;'.repeat(400_000)}</text></name></question></quiz>`);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const apart = await readItems(file, OPTIONS);
  delay.disable();
  expect(apart).toEqual(await readItems(file, OPTIONS, parseItems));
  // Reading it here takes more than half a second; handing it over and back, next to nothing.
  expect(delay.max / 1e6).toBeLessThan(250);
});

test('H3 a reader that takes too long, or too much memory, ends with its thread', async () => {
  const program = threadBeside(import.meta.url, 'read-worker');
  const data = { bytes: bytes(`Q{${'~a'.repeat(900_000)}}`), options: OPTIONS };
  expect(await inThread(program, data, { timeoutMs: 1, heapMb: 384 })).toEqual({ kind: 'too_long' });
  expect(await inThread(program, { ...data, bytes: null }, { timeoutMs: 20_000, heapMb: 64 })).toEqual({
    kind: 'broken',
  });
});
