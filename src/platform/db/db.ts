import type { Database } from './handle.ts';
import { openPglite, openPgliteInMemory } from './pglite.ts';
import { openPostgres } from './postgres.ts';

export type { Database, Db, Tx } from './handle.ts';

export type OpenOptions = {
  /** PostgreSQL's address; without it the embedded database opens. */
  readonly url?: string | undefined;
  /** The folder of everything the program keeps; the embedded database is its subfolder `pglite`. */
  readonly dataDir: string;
  /** Connections to PostgreSQL, 10 unless told. */
  readonly poolMax?: number | undefined;
  /** Keep the embedded database in memory only: for tests. */
  readonly memory?: boolean | undefined;
  /** A dump of the embedded database to begin with. */
  readonly loadDataDir?: Blob | undefined;
  /** Hears of PostgreSQL connections that break while idle. */
  readonly onError?: ((error: Error) => void) | undefined;
};

/**
 * Opens PostgreSQL, or the embedded database where no address is given.
 * @throws Error in one clear sentence when another process holds the data folder
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  if (options.url !== undefined) {
    return openPostgres({
      url: options.url,
      poolMax: options.poolMax ?? 10,
      onError: options.onError ?? (() => undefined),
    });
  }
  if (options.memory) return openPgliteInMemory(options.loadDataDir);
  return openPglite(options.dataDir, options.loadDataDir);
}
