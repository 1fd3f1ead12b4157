import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import type { PgliteDatabase } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { packageRoot } from '../package-root.ts';
import { grantUse, roleOf, withClient } from './grants.ts';
import type { Database } from './handle.ts';

/** Any number that nothing else in the database locks. */
const MIGRATION_LOCK = 4_120_417;

/** Where the generated migrations are. */
export const migrationsFolder = (): string => join(packageRoot(), 'drizzle');

/** Whether a folder holds migrations. */
export const hasMigrations = (folder: string): boolean => existsSync(join(folder, 'meta', '_journal.json'));

export type MigrateOptions = {
  /**
   * PostgreSQL's address for a role that owns the tables (`DAWRA_MIGRATION_URL`). The application's own role is then
   * given the use of the tables and cannot alter them.
   */
  readonly ownerUrl?: string | undefined;
  readonly folder?: string | undefined;
};

/**
 * Brings the database's tables up to date. On PostgreSQL several processes may call it at once: one works, the others
 * wait for it.
 *
 * @throws Error when the folder of migrations is missing, or a migration fails (none of them is then kept)
 */
export async function migrateDatabase(database: Database, options: MigrateOptions = {}): Promise<void> {
  const folder = options.folder ?? migrationsFolder();
  if (!hasMigrations(folder)) throw new Error(`There are no database migrations in ${folder}.`);
  const url = database.bossOptions().connectionString;
  if (url === undefined) await migratePglite(database.db as PgliteDatabase, { migrationsFolder: folder });
  else await migrateServer(url, options.ownerUrl ?? url, folder);
}

async function migrateServer(url: string, ownerUrl: string, folder: string): Promise<void> {
  const role = ownerUrl === url ? undefined : await roleOf(url);
  await withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migratePostgres(drizzle({ client }), { migrationsFolder: folder });
    if (role !== undefined) await grantUse(client, 'public', role);
  });
}
