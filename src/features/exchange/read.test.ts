import { expect, test } from 'vitest';
import { inThread, threadBeside } from '#platform/thread.ts';
import { OPTIONS } from './items.fixture.ts';
import { parseItems } from './parse.ts';
import { readItems } from './read.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** How often others had their turn while something went on. */
async function turnsDuring<T>(run: () => Promise<T>): Promise<{ readonly outcome: T; readonly turns: number }> {
  let turns = 0;
  let going = true;
  const count = (): void => {
    turns += 1;
    if (going) setImmediate(count);
  };
  setImmediate(count);
  const outcome = await run();
  going = false;
  return { outcome, turns };
}

test('H3 a file that takes long to read holds nobody else up, and comes to the same', async () => {
  const file = bytes(`<quiz><question><name><text>${'&lt;b&gt;'.repeat(400_000)}</text></name></question></quiz>`);
  const apart = await turnsDuring(() => readItems(file, OPTIONS));
  const here = await turnsDuring(() => readItems(file, OPTIONS, parseItems));
  expect(apart.outcome).toEqual(here.outcome);
  // Read here, it gives nobody else a turn before it is done.
  expect(here.turns).toBeLessThan(10);
  expect(apart.turns).toBeGreaterThan(50);
});

test('H3 a reader that takes too long, or too much memory, ends with its thread', async () => {
  const program = threadBeside(import.meta.url, 'read-worker');
  const data = { bytes: bytes(`Q{${'~a'.repeat(900_000)}}`), options: OPTIONS };
  expect(await inThread(program, data, { timeoutMs: 1, heapMb: 384 })).toEqual({ kind: 'too_long' });
  expect(await inThread(program, { ...data, bytes: null }, { timeoutMs: 20_000, heapMb: 64 })).toEqual({
    kind: 'broken',
  });
});
