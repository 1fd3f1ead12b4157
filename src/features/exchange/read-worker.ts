import { parentPort, workerData } from 'node:worker_threads';
import type { ReadOptions } from './model.ts';
import { parseItems } from './parse.ts';

/** What the thread is given; it answers with what `parseItems` returns. */
export type ReadTask = { readonly bytes: Uint8Array; readonly options: ReadOptions };

const { bytes, options } = workerData as ReadTask;
parentPort?.postMessage(await parseItems(bytes, options));
