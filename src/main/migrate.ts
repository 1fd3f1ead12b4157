import type { Config } from '#platform/config/config.ts';
import { openDatabase } from '#platform/db/db.ts';
import { migrateDatabase } from '#platform/db/migrate.ts';

/** Brings the tables up to date and ends. */
export async function migrateOnly(config: Config): Promise<void> {
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir });
  await migrateDatabase(database, { ownerUrl: config.migrationUrl });
  await database.close();
  console.log('The tables are up to date.');
}
