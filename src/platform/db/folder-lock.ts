import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

const PID_FILE = 'dawra.pid';

export type FolderLock = { release(): Promise<void> };

/**
 * Takes a folder for this process alone; the system gives it back when the process ends, however it ends.
 *
 * Two processes on one embedded database would lose confirmed rows. The lock is an abstract unix socket named after
 * the folder's real path, which only one process can hold; the pid file serves the message alone. Elsewhere than on
 * Linux the pid file is the lock: it is void when no process has that number.
 *
 * @throws Error that names the process which holds the folder
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = realpathSync(folder);
  const pidFile = join(path, PID_FILE);
  const server = process.platform === 'linux' ? await listen(path) : listenByPid(pidFile);
  if (server === 'taken') throw new Error(heldMessage(path, pidFile));
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });

  return {
    async release() {
      rmSync(pidFile, { force: true });
      if (server !== 'by pid') await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function heldMessage(path: string, pidFile: string): string {
  const holder = pidIn(pidFile);
  const who = holder === undefined ? 'Another process' : `Another process (pid ${holder})`;
  return `${who} already uses the data folder ${path}. Stop it first, or choose another folder with DAWRA_DATA_DIR.`;
}

function pidIn(pidFile: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8').trim());
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function listen(path: string): Promise<Server | 'taken'> {
  const name = `\0dawra-${createHash('sha256').update(path).digest('hex').slice(0, 40)}`;
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else reject(error);
    });
    server.listen({ path: name }, () => {
      server.unref();
      resolve(server);
    });
  });
}

function listenByPid(pidFile: string): 'by pid' | 'taken' {
  const holder = pidIn(pidFile);
  if (holder === undefined || holder === process.pid) return 'by pid';
  try {
    process.kill(holder, 0);
    return 'taken';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? 'taken' : 'by pid';
  }
}
