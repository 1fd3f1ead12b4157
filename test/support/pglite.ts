import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '#platform/db/db.ts';
import { hasMigrations, migrateDatabase, migrationsFolder } from '#platform/db/migrate.ts';

/** Changes with every migration and with the version of the embedded database. */
async function templateName(folder: string): Promise<string> {
  const hash = createHash('sha256').update(await readFile(new URL('../../package-lock.json', import.meta.url)));
  if (hasMigrations(folder)) {
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      hash.update(name).update(await readFile(join(folder, name)));
    }
  }
  return `${hash.digest('hex').slice(0, 24)}.tar.gz`;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Makes the migrated template once; test files that run at the same time may both make it, and one wins. */
async function template(): Promise<Blob> {
  const folder = migrationsFolder();
  const cache = join(tmpdir(), 'dawra-test-templates');
  const path = join(cache, await templateName(folder));
  if (!(await exists(path))) {
    await mkdir(cache, { recursive: true });
    const database = await openDatabase({ dataDir: '', memory: true });
    if (hasMigrations(folder)) await migrateDatabase(database);
    const dump = await database.dump?.();
    await database.close();
    if (!dump) throw new Error('the embedded database gave no dump');
    const unfinished = `${path}.${process.pid}`;
    await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
    await rename(unfinished, path);
  }
  return openAsBlob(path);
}

/** A migrated embedded database in memory, for one test file; the caller closes it. */
export async function freshPglite(): Promise<Database> {
  return openDatabase({ dataDir: '', memory: true, loadDataDir: await template() });
}
