import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from '#platform/config/config.ts';

export type RunningServer = {
  readonly base: string;
  readonly dataDir: string;
  readonly child: ChildProcess;
  readonly log: () => string;
  /** Ends it in good order. */
  readonly stop: () => Promise<void>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
};

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

const STARTS_WITHIN_MS = 90_000;

/**
 * Starts the built program (`dist/main.js`) as a process of its own and waits until it is ready.
 * @param environment settings on top of the present ones; without `DAWRA_DATA_DIR` it gets a folder that is removed again
 */
export async function startServer(
  environment: Readonly<Record<string, string>> = {},
  role = 'all',
): Promise<RunningServer> {
  const port = Number(environment['PORT'] ?? (await freePort()));
  const dataDir = environment['DAWRA_DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'dawra-run-'));
  const own = environment['DAWRA_DATA_DIR'] === undefined;
  const env = childEnvironment({ LOG_LEVEL: 'warn', ...environment, PORT: String(port), DAWRA_DATA_DIR: dataDir });
  const child = spawn(process.execPath, ['dist/main.js', role], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-20_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const base = `http://127.0.0.1:${port}`;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
    if (own && signal !== 'SIGKILL') rmSync(dataDir, { recursive: true, force: true });
  };
  if (role !== 'worker') await untilReady(base, child, () => output);
  return { base, dataDir, child, log: () => output, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

async function untilReady(base: string, child: ChildProcess, log: () => string): Promise<void> {
  const waits = STARTS_WITHIN_MS / 100;
  for (let i = 0; i < waits; i += 1) {
    if (child.exitCode !== null) throw new Error(`the program ended while starting:\n${log()}`);
    const ready = await fetch(`${base}/health/ready`).then(
      (r) => r.ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error(`the program was not ready in time:\n${log()}`);
}
