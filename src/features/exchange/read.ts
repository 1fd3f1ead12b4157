import { err, ok, type Result } from '#kernel/result.ts';
import { atMost } from '#platform/files/at-most.ts';
import { inThread, threadBeside } from '#platform/thread.ts';
import { READ_LIMITS, type ReadOptions, type ReadResult, type Reason, Unreadable } from './model.ts';
import { refuseBadPictures } from './pictures.ts';
import type { ReadTask } from './read-worker.ts';

const WORKER = threadBeside(import.meta.url, 'read-worker');
/** The largest file of questions that are as they should be takes a few seconds. */
const LIMITS = { timeoutMs: 30_000, heapMb: 384 } as const;
/** One file may need much memory. */
const oneAtATime = atMost(1);

type Parse = (bytes: Uint8Array, options: ReadOptions) => Promise<Result<ReadResult, Reason>>;

/** In a thread of its own: whatever a file holds, nobody else waits for it. */
async function parseApart(bytes: Uint8Array, { lang, topic, difficulty, points }: ReadOptions) {
  // More than that is not even handed over.
  if (bytes.length > READ_LIMITS.file) return err(tooLarge());
  const task: ReadTask = { bytes, options: { lang, topic, difficulty, points } };
  const end = await oneAtATime(() => inThread<Awaited<ReturnType<Parse>>>(WORKER, task, LIMITS));
  return end.kind === 'answer' ? end.answer : err({ code: 'too_much_work' } as const);
}

/**
 * Reads a file of questions.
 *
 * @param parse where that is done; in a thread of its own unless told
 * @returns every question, taken or refused; or why the file as a whole is refused
 */
export async function readItems(
  bytes: Uint8Array,
  options: ReadOptions,
  parse: Parse = parseApart,
): Promise<Result<ReadResult, Reason>> {
  const parsed = await parse(bytes, options);
  if (!parsed.ok) return parsed;
  try {
    return ok(await refuseBadPictures(parsed.value));
  } catch (error) {
    if (error instanceof Unreadable) return err(error.reason);
    throw error;
  }
}

const tooLarge = (): Reason => ({ code: 'file_too_large', params: { most: READ_LIMITS.file / 1024 / 1024 } });
