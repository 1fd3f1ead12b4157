import { connect, type Socket } from 'node:net';

/** Where clamd listens: a socket of this machine, or a host. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/** Looks for viruses in a file. */
export type VirusScanner = {
  /**
   * @returns `infected` when a virus was found
   * @throws ScanError when there is no clear answer: who configured a scanner wants no file that it did not see
   */
  scan(bytes: Uint8Array): Promise<'clean' | 'infected'>;
};

export class ScanError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ScanError';
  }
}

const CHUNK_BYTES = 64 * 1024;
const ANSWER_BYTES = 4096;
const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * A client of clamd's INSTREAM command (clamd(8), “Commands”): the command ends in a zero byte, each piece of the file
 * follows its length as four bytes, a length of zero ends the file. The answer is `stream: OK`, `stream: NAME FOUND`,
 * or an error.
 *
 * @param timeoutMs for one file, from connecting to the answer
 */
export function clamdScanner(address: ClamdAddress, timeoutMs = DEFAULT_TIMEOUT_MS): VirusScanner {
  return {
    async scan(bytes) {
      const answer = await ask(address, bytes, timeoutMs);
      if (answer === 'stream: OK') return 'clean';
      if (/^stream: .+ FOUND$/.test(answer)) return 'infected';
      throw new ScanError(`clamd did not answer for the file: ${answer === '' ? 'nothing' : answer.slice(0, 200)}`);
    },
  };
}

function ask(address: ClamdAddress, bytes: Uint8Array, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    let answer = '';
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      socket.destroy();
      end();
    };
    const timer = setTimeout(
      () => settle(() => reject(new ScanError(`clamd did not answer in ${timeoutMs} ms`))),
      timeoutMs,
    );
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => {
      answer += part;
      if (answer.includes('\0') || answer.length > ANSWER_BYTES) settle(() => resolve(clean(answer)));
    });
    // A scanner that has heard enough answers and hangs up while the file is still on its way.
    const gone = (error?: Error): void =>
      settle(() =>
        answer === ''
          ? reject(new ScanError(`clamd hung up: ${error?.message ?? 'no answer'}`))
          : resolve(clean(answer)),
      );
    socket.on('error', gone);
    socket.on('close', () => gone());
    socket.on('connect', () => send(socket, bytes));
  });
}

const clean = (answer: string): string => answer.split('\0')[0]?.trim() ?? '';

function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    socket.write(lengthOf(chunk.length));
    socket.write(chunk);
  }
  socket.write(lengthOf(0));
}

function lengthOf(length: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(length);
  return four;
}
