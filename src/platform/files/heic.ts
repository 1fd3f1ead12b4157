import { inThread, threadBeside } from '../thread.ts';
import { atMost } from './at-most.ts';
import type { HeicAnswer, HeicTask } from './heic-worker.ts';

const WORKER = threadBeside(import.meta.url, 'heic-worker');

export type HeicLimits = {
  readonly maxPixels: number;
  /** For one picture, from start to end. */
  readonly timeoutMs: number;
  /** Of the decoder; the pixels themselves, 4 bytes each, come on top. */
  readonly maxMemoryBytes: number;
};

const HEAP_MB = 64;
/** Two large pictures at once would need more than a gigabyte. */
const oneAtATime = atMost(1);

/**
 * Decodes a HEIC picture in a thread of its own, turned upright, one picture at a time: a picture that takes too long,
 * needs too much memory or breaks the decoder ends with its thread and nothing else.
 */
export const decodeHeic = (bytes: Uint8Array, limits: HeicLimits): Promise<HeicAnswer> =>
  oneAtATime(() => inWorker(bytes, limits));

async function inWorker(bytes: Uint8Array, { timeoutMs, ...limits }: HeicLimits): Promise<HeicAnswer> {
  const task: HeicTask = { bytes, ...limits };
  const end = await inThread<HeicAnswer>(WORKER, task, { timeoutMs, heapMb: HEAP_MB });
  if (end.kind === 'answer') return end.answer;
  return { kind: end.kind === 'too_long' ? 'too_large' : 'unreadable' };
}
