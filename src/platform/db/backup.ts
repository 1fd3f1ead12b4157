import { existsSync, openAsBlob } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemClock } from '../clock/clock.ts';
import type { Storage } from '../config/config.ts';
import { openPglite, PGLITE_FOLDER } from './pglite.ts';
import { dumpPostgres, isEmptyPostgres, restorePostgres } from './postgres-tools.ts';

const MANIFEST = 'manifest.json';
const DATABASE = { pglite: 'database.tar.gz', postgres: 'database.dump' } as const;
/** What of the data folder belongs to a backup besides the database: people's documents, and the demo's own key. */
const KEPT = ['files', 'secret.key'] as const;

const Manifest = z.object({
  format: z.literal('dawra-backup-1'),
  kind: z.enum(['pglite', 'postgres']),
  madeAt: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;

const isEmptyFolder = async (folder: string): Promise<boolean> =>
  !existsSync(folder) || (await readdir(folder)).length === 0;

/**
 * Copies the database and the documents into a folder, readable for its owner only.
 *
 * The embedded database must not be in use meanwhile. Outside the demo the secret key is NOT among it: keep it in
 * another place, without it the encrypted columns cannot be read.
 *
 * @param target a folder that does not exist or is empty
 * @throws Error in one clear sentence
 */
export async function backUp({ databaseUrl, dataDir }: Storage, target: string): Promise<Manifest> {
  if (!(await isEmptyFolder(target))) throw new Error(`${target} is not empty: a backup needs a folder of its own.`);
  if (databaseUrl === undefined && !existsSync(join(dataDir, PGLITE_FOLDER))) {
    throw new Error(`There is no database in ${dataDir}.`);
  }
  await mkdir(target, { recursive: true, mode: 0o700 });
  await chmod(target, 0o700);
  if (databaseUrl === undefined) await dumpEmbedded(dataDir, join(target, DATABASE.pglite));
  else await dumpPostgres(databaseUrl, join(target, DATABASE.postgres));
  for (const name of KEPT) await copyIfThere(join(dataDir, name), join(target, name));
  const kind = databaseUrl === undefined ? 'pglite' : 'postgres';
  const manifest: Manifest = { format: 'dawra-backup-1', kind, madeAt: systemClock.now().toISOString() };
  // Written last: a folder without it is a backup that did not finish.
  await writeFile(join(target, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/**
 * Puts a backup into an empty database and an empty data folder, never over something.
 *
 * @param source a folder that `backUp` made
 * @throws Error in one clear sentence
 */
export async function restore({ databaseUrl, dataDir }: Storage, source: string): Promise<Manifest> {
  const manifest = await readManifest(source);
  const kind = databaseUrl === undefined ? 'pglite' : 'postgres';
  if (manifest.kind !== kind) {
    const name = { pglite: 'the embedded database', postgres: 'PostgreSQL' };
    throw new Error(`This is a backup of ${name[manifest.kind]}, and the settings name ${name[kind]}.`);
  }
  for (const name of [PGLITE_FOLDER, ...KEPT]) {
    if (existsSync(join(dataDir, name)))
      throw new Error(`${join(dataDir, name)} exists: restore needs an empty data folder.`);
  }
  if (databaseUrl !== undefined && !(await isEmptyPostgres(databaseUrl))) {
    throw new Error('The PostgreSQL database has tables: restore needs an empty one.');
  }
  if (databaseUrl === undefined) await loadEmbedded(dataDir, join(source, DATABASE.pglite));
  else await restorePostgres(databaseUrl, join(source, DATABASE.postgres));
  for (const name of KEPT) await copyIfThere(join(source, name), join(dataDir, name));
  return manifest;
}

async function dumpEmbedded(dataDir: string, file: string): Promise<void> {
  const database = await openPglite(dataDir);
  try {
    const dump = await database.dump?.();
    if (dump) await writeFile(file, Buffer.from(await dump.arrayBuffer()), { mode: 0o600 });
  } finally {
    await database.close();
  }
}

async function loadEmbedded(dataDir: string, file: string): Promise<void> {
  const database = await openPglite(dataDir, await openAsBlob(file));
  try {
    await database.ping();
  } finally {
    await database.close();
  }
}

async function copyIfThere(from: string, to: string): Promise<void> {
  if (existsSync(from))
    await cp(from, to, { recursive: true, preserveTimestamps: true, errorOnExist: true, force: false });
}

async function readManifest(source: string): Promise<Manifest> {
  try {
    return Manifest.parse(JSON.parse(await readFile(join(source, MANIFEST), 'utf8')));
  } catch {
    throw new Error(`${source} is no finished backup: it has no readable ${MANIFEST}.`);
  }
}
