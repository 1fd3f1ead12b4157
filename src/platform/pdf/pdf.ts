import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lang } from '#kernel/lang.ts';
import { atMost } from '../files/at-most.ts';
import { packageRoot } from '../package-root.ts';
import type { PdfReply } from './pdf-process.ts';
import { printable } from './printable.ts';
import type { PdfAnswer, PdfOrder } from './typst.ts';

/** A document to print. The same document gives the same bytes as long as Typst and the fonts stay as they are. */
export type PdfDocument = {
  /**
   * Typst markup, written by us. The data is there as `data`; it must set the document's title. The only font is
   * "Dawra Text", in the weights 400 and 600.
   */
  readonly template: string;
  /** Goes in as JSON and is never read as markup. Characters that no font of ours has are printed as `?`. */
  readonly data: unknown;
  /** The document's own language; it decides the direction too. */
  readonly lang: Lang;
  /** What the file says of when it was made. */
  readonly at: Date;
};

export type PdfLimits = {
  /** From the order to the answer, in milliseconds; then the process is ended. */
  readonly timeoutMs: number;
  /** Of the data, as JSON. */
  readonly mostBytes: number;
  /** A process that holds more after a document is ended. */
  readonly mostMemory: number;
  /** Documents that wait for others; one more is refused. */
  readonly mostWaiting: number;
  /** A process with nothing to do for so long is ended. */
  readonly idleMs: number;
};

const MEGABYTE = 1024 * 1024;
const USUAL: PdfLimits = {
  timeoutMs: 20_000,
  mostBytes: 4 * MEGABYTE,
  mostMemory: 512 * MEGABYTE,
  mostWaiting: 50,
  idleMs: 60_000,
};

/** Why a document was not printed. `failed` is a fault of the template or of the installation. */
export class PdfError extends Error {
  readonly code: 'busy' | 'too_large' | 'too_slow' | 'failed';
  constructor(code: PdfError['code'], why: string) {
    super(`a document was not printed, ${code}: ${why}`);
    this.code = code;
  }
}

/** The process stands beside this module: as source, or as the build makes it. */
const PROCESS = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './pdf-process.ts' : './pdf-process.js', import.meta.url),
);

/**
 * Prints documents in a process of its own: it is started by the first document, sets one after the other, and goes
 * when there is nothing to do. A document that takes too long ends with its process and nothing else.
 */
export function createPrinter(over: Partial<PdfLimits> = {}): (document: PdfDocument) => Promise<Uint8Array> {
  const limits = { ...USUAL, ...over };
  const oneAtATime = atMost(1);
  let waiting = 0;
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;

  const end = (): void => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  const start = (): ChildProcess => {
    const fresh = fork(PROCESS, [join(packageRoot(), 'assets', 'fonts', 'print')], {
      execArgv: [],
      env: {},
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    // Nobody waits at the end of the program for this process; it goes when its channel closes.
    fresh.unref();
    (fresh.stderr as Socket).unref();
    return fresh;
  };

  const ask = (order: PdfOrder): Promise<PdfReply> => {
    child ??= start();
    const worker = child;
    let said = '';
    return new Promise((resolve, reject) => {
      const hear = (bytes: Buffer): void => {
        said = (said + bytes.toString('utf8')).slice(-1000);
      };
      const settle = (): void => {
        clearTimeout(timer);
        worker.channel?.unref();
        worker.stderr?.off('data', hear);
        worker.removeAllListeners();
        // A process that breaks later is no fault of the program.
        worker.on('error', () => undefined);
      };
      const fail = (code: PdfError['code'], why: string): void => {
        settle();
        end();
        reject(new PdfError(code, why));
      };
      const timer = setTimeout(() => fail('too_slow', `${limits.timeoutMs} ms`), limits.timeoutMs);
      worker.channel?.ref();
      worker.stderr?.on('data', hear);
      worker.once('message', (reply) => {
        settle();
        resolve(reply as PdfReply);
      });
      worker.once('error', (error) => fail('failed', error.message));
      worker.once('exit', (code, signal) => fail('failed', `the process ended with ${code ?? signal}. ${said}`));
      worker.send(order, (error) => error && fail('failed', error.message));
    });
  };

  const print = async (order: PdfOrder): Promise<PdfAnswer> => {
    clearTimeout(idle);
    if (child && (child.exitCode !== null || child.signalCode !== null)) child = undefined;
    const { answer, memory } = await ask(order);
    if (memory > limits.mostMemory) end();
    idle = setTimeout(end, limits.idleMs).unref();
    return answer;
  };

  return async ({ template, data, lang, at }) => {
    const json = JSON.stringify(data, (_key, value: unknown) => (typeof value === 'string' ? printable(value) : value));
    if (Buffer.byteLength(json) > limits.mostBytes) throw new PdfError('too_large', `${limits.mostBytes} bytes`);
    if (waiting >= limits.mostWaiting) throw new PdfError('busy', `${waiting} documents are waiting`);
    waiting += 1;
    try {
      const order = { template, data: json, lang, at: Math.floor(at.getTime() / 1000) };
      const answer = await oneAtATime(() => print(order));
      if (answer.kind === 'failed') throw new PdfError('failed', answer.why);
      return answer.bytes;
    } finally {
      waiting -= 1;
    }
  };
}

/** Prints a document; all of a program go through one process. @throws PdfError */
export const printPdf = createPrinter();
