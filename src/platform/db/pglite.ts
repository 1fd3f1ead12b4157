import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { fromPglite } from 'pg-boss';
import { DurableNodeFS, syncFolder } from './durable-node-fs.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import type { Database, Db } from './handle.ts';
import { fencedTransactions } from './transactions.ts';

/** The embedded database keeps its files in this folder of the data folder. */
export const PGLITE_FOLDER = 'pglite';

/**
 * `-F` would switch fsync off. The module has no fdatasync, PostgreSQL's first choice on Linux for its log, so that
 * the log is synced by fsync.
 */
const DURABLE_PARAMS = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
];

/**
 * Opens the embedded database in `dataDir/pglite`, for this process alone. What is committed is on the disk.
 *
 * @param loadDataDir a dump to start a new database from
 * @throws Error when another process has the folder
 */
export async function openPglite(dataDir: string, loadDataDir?: Blob): Promise<Database> {
  const lock = await lockFolder(dataDir);
  try {
    const folder = join(dataDir, PGLITE_FOLDER);
    const isNew = !existsSync(join(folder, 'PG_VERSION'));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const pglite = await create({ fs: new DurableNodeFS(folder), startParams: DURABLE_PARAMS }, loadDataDir);
    if (isNew) syncFolder(folder);
    return asDatabase(pglite, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Opens an embedded database that lives in memory only: for tests. */
export async function openPgliteInMemory(loadDataDir?: Blob): Promise<Database> {
  return asDatabase(await create({}, loadDataDir));
}

function create(options: PGliteOptions, loadDataDir: Blob | undefined): Promise<PGlite> {
  return PGlite.create({ ...options, relaxedDurability: false, ...(loadDataDir && { loadDataDir }) });
}

function asDatabase(pglite: PGlite, lock?: FolderLock): Database {
  const root: Db = drizzle({ client: pglite });
  return {
    ...fencedTransactions(root),
    kind: 'pglite',
    async ping() {
      await pglite.query('select 1');
    },
    async close() {
      if (pglite.closed) return;
      await pglite.close();
      await lock?.release();
    },
    bossOptions: () => ({ db: fromPglite(pglite), backend: 'pglite' }),
    dump: () => pglite.dumpDataDir('gzip'),
  };
}
