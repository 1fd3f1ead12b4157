import { Worker } from 'node:worker_threads';

export type ThreadLimits = {
  /** From start to end. */
  readonly timeoutMs: number;
  readonly heapMb: number;
};

/** What came of a thread: its first message, or that it took too long, or that it ended without one. */
export type ThreadEnd<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  | { readonly kind: 'too_long' }
  | { readonly kind: 'broken' };

/**
 * The program of a thread stands beside the module that starts it: as source, or as the build makes it.
 *
 * @param here `import.meta.url` of that module
 * @param name its file without the ending
 */
export const threadBeside = (here: string, name: string): URL =>
  new URL(`./${name}${here.endsWith('.ts') ? '.ts' : '.js'}`, here);

/**
 * Runs a program in a thread of its own, for work that strangers give: what takes too long, needs too much memory or
 * breaks ends with its thread and nothing else, and nobody else waits for it meanwhile. It finds `data` as its
 * `workerData` and answers with one message.
 */
export function inThread<T>(program: URL, data: unknown, limits: ThreadLimits): Promise<ThreadEnd<T>> {
  const { timeoutMs, heapMb } = limits;
  // What a decoder says of broken input on its standard output, nobody needs to hear.
  const worker = new Worker(program, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: Math.min(64, heapMb / 4) },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const settle = (end: ThreadEnd<T>): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(end);
    };
    const timer = setTimeout(() => settle({ kind: 'too_long' }), timeoutMs);
    worker.once('message', (answer: T) => settle({ kind: 'answer', answer }));
    worker.once('error', () => settle({ kind: 'broken' }));
    worker.once('exit', () => settle({ kind: 'broken' }));
  });
}
