import { createServer, type Server, type Socket } from 'node:net';
import type { ClamdAddress } from './clamd.ts';

/** What every scanner finds harmful and nobody is harmed by (EICAR); written in two parts, or scanners find this file. */
export const EICAR = new TextEncoder().encode(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

/** How the peer behaves: `scan` as clamd does, the others as it does on a bad day. */
export type ClamdMood = 'scan' | 'error' | 'limit' | 'silent' | 'hang_up' | 'babble';

export type FakeClamd = {
  readonly address: ClamdAddress;
  /** Files that arrived whole. */
  readonly scanned: Uint8Array[];
  mood: ClamdMood;
  close(): Promise<void>;
};

/**
 * A peer that speaks clamd's protocol: `zINSTREAM\0`, then pieces, each after its length in four bytes (network order),
 * and a piece of length 0; it answers with a line that ends in a zero byte and closes.
 *
 * @param path a socket of this machine; without it a port is taken
 */
export async function fakeClamd(path?: string): Promise<FakeClamd> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    let received = Buffer.alloc(0);
    socket.on('data', (part) => {
      received = Buffer.concat([received, part]);
      if (fake.mood === 'hang_up') return void socket.destroy();
      if (fake.mood === 'limit') return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      const file = wholeFile(received);
      if (file === undefined || fake.mood === 'silent') return;
      if (file !== 'unknown') fake.scanned.push(file);
      socket.end(file === 'unknown' ? 'UNKNOWN COMMAND\0' : answerTo(file, fake.mood));
    });
  });
  await new Promise<void>((listening) =>
    path ? server.listen(path, listening) : server.listen(0, '127.0.0.1', listening),
  );
  const bound = server.address();
  const address: ClamdAddress =
    typeof bound === 'object' && bound ? { host: '127.0.0.1', port: bound.port } : { path: path ?? '' };
  const fake: FakeClamd = {
    address,
    scanned: [],
    mood: 'scan',
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
  return fake;
}

const COMMAND = 'zINSTREAM\0';

/** The file once its last piece has come; `undefined` until then. */
function wholeFile(received: Buffer): Buffer | 'unknown' | undefined {
  if (received.length < COMMAND.length) return undefined;
  if (received.subarray(0, COMMAND.length).toString('latin1') !== COMMAND) return 'unknown';
  const pieces: Buffer[] = [];
  let at = COMMAND.length;
  while (received.length >= at + 4) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (received.length < at + 4 + length) return undefined;
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

function answerTo(file: Buffer, mood: ClamdMood): string {
  if (mood === 'error') return "stream: Can't allocate memory ERROR\0";
  if (mood === 'babble') return 'stream: PERHAPS\0';
  return file.includes(Buffer.from(EICAR)) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
}
