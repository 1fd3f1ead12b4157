import { Worker } from 'node:worker_threads';
import { atMost } from './at-most.ts';
import type { HeicAnswer, HeicTask } from './heic-worker.ts';

/** The worker stands beside this module: as source, or as the build makes it. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './heic-worker.ts' : './heic-worker.js', import.meta.url);

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

function inWorker(bytes: Uint8Array, { timeoutMs, ...limits }: HeicLimits): Promise<HeicAnswer> {
  const task: HeicTask = { bytes, ...limits };
  // The decoder speaks of broken pictures on standard output: nobody needs to hear it.
  const worker = new Worker(WORKER, {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: HEAP_MB / 4 },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const settle = (answer: HeicAnswer): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => settle({ kind: 'too_large' }), timeoutMs);
    worker.once('message', settle);
    worker.once('error', () => settle({ kind: 'unreadable' }));
    worker.once('exit', () => settle({ kind: 'unreadable' }));
  });
}
